"""The command line as a user meets it: what it prints where, and with which code it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from outcomes import newsroom

import figcheck
from figcheck import command, console, pipeline, rulebook
from figcheck.cli import status
from figcheck.errors import UserError
from figcheck.model import Outcome, Problem, Severity
from figcheck.report import OUTPUTS

CLEAN = replace(newsroom(), findings=())
WARNINGS = replace(newsroom(), findings=tuple(f for f in newsroom().findings if f.severity is Severity.WARNING))
ERRORS = newsroom()
UNREAD = Problem("b.docx", "is not text", "save it as .txt")

Pretend = Callable[[Outcome | BaseException], None]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Pretend:
    """Have the pipeline come to this outcome, or fail so."""

    def install(made: Outcome | BaseException) -> None:
        def run(*_: object, **__: object) -> Outcome:
            if isinstance(made, BaseException):
                raise made
            return made

        monkeypatch.setattr(pipeline, "run", run)

    return install


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Two papers that disagree."""
    (tmp_path / "a.txt").write_text("2023年湖南省地区生产总值同比增长5.2%。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("2023年，湖南省GDP同比增长5.3%。\n", encoding="utf-8")
    return tmp_path


def figcheck_process(*argv: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The whole program, in a process of its own."""
    command = [sys.executable, "-m", "figcheck", *argv]
    return subprocess.run(command, capture_output=True, env={**os.environ, "LANG": "C.UTF-8", **env}, check=False)


# ------------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("made", "options", "code"),
    [
        (CLEAN, [], 0),
        (ERRORS, [], 1),
        (WARNINGS, [], 0),
        (WARNINGS, ["--fail-on", "warning"], 1),
        (WARNINGS, ["--fail-on", "info"], 1),
        (ERRORS, ["--fail-on", "never"], 0),
        (ERRORS, ["--min-confidence", "1"], 1),
        (WARNINGS, ["--fail-on", "warning", "--min-severity", "error"], 1),
        (ERRORS, ["--format", "json"], 1),
        (replace(CLEAN, problems=(UNREAD,)), [], 2),
        (replace(ERRORS, problems=(UNREAD,)), [], 2),
        (replace(ERRORS, problems=(UNREAD,)), ["--fail-on", "never"], 2),
    ],
)
def test_exit_codes(pretend: Pretend, made: Outcome, options: list[str], code: int) -> None:
    pretend(made)
    assert status(["run", "x.txt", *options]) == code


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["run"],
        ["frobnicate"],
        ["run", "x.txt", "--frobnicate"],
        ["run", "x.txt", "--format", "xml"],
        ["run", "x.txt", "-o", "sarfi=out.sarif"],
        ["run", "x.txt", "-o", "a.txt", "-o", "b.txt"],
        ["run", "x.txt", "--min-confidence", "2"],
        ["run", "x.txt", "--fail-on", "fatal"],
        ["why", "a.txt:1"],
        ["why", "a.txt", "b.txt:3"],
        ["explain", "no-such-rule"],
        ["claims", "x.txt", "--format", "terminal"],
    ],
)
def test_wrong_use_ends_with_2_and_says_why(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert status(argv) == 2
    told = capsys.readouterr()
    assert told.err
    assert not told.out
    assert "Traceback" not in told.err


def test_a_mistake_of_the_user_is_one_line(pretend: Pretend, capsys: pytest.CaptureFixture[str]) -> None:
    pretend(UserError("rules/x.yaml:3", "unknown key 'sevrity'", "did you mean 'severity'?"))
    assert status(["run", "x.txt"]) == 2
    told = capsys.readouterr()
    assert told.err == "figcheck: rules/x.yaml:3: unknown key 'sevrity' (did you mean 'severity'?)\n"


@pytest.mark.behind_barriers
def test_a_mistake_of_ours_is_one_line_and_a_traceback_on_demand(
    pretend: Pretend, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(RuntimeError("oh"))
    assert status(["run", "x.txt"]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "RuntimeError: oh" in line
    assert "please report" in line
    assert status(["run", "x.txt", "--debug"]) == 3
    assert "RuntimeError: oh" in capsys.readouterr().err.splitlines()


def test_an_interrupt_ends_with_130(pretend: Pretend) -> None:
    pretend(KeyboardInterrupt())
    assert status(["run", "x.txt"]) == 130


# ------------------------------------------------------------------------------- run, for real


def test_run_finds_what_two_papers_say_differently(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["run", str(papers)]) == 1
    told = capsys.readouterr()
    assert f"{papers / 'a.txt'}:1:" in told.out
    assert "【5.2%】" in told.out
    assert "【5.3%】" in told.out
    assert not told.err


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["run", str(papers), str(papers / "gone.txt")]) == 2
    told = capsys.readouterr()
    assert "【5.3%】" in told.out
    assert told.err.startswith(f"figcheck: {papers / 'gone.txt'}: ")
    assert len(told.err.splitlines()) == 1


def test_json_is_all_there_is_on_standard_output(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status(["run", str(papers), str(papers / "gone.txt"), "--format", "json", "-v"])
    made = json.loads(capsys.readouterr().out)
    assert [finding["rule"] for finding in made["findings"]] == ["same-figure"]
    assert [Path(problem["path"]).name for problem in made["problems"]] == ["gone.txt"]
    for told in made["findings"][0]["claims"]:
        assert Path(told["path"]).read_text(encoding="utf-8")[told["start"] : told["end"]] == told["text"]


def test_verbose_says_how_every_file_was_read(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (papers / "c.txt").write_bytes("---\ndate: 2024-01-05\n---\n本地有12个项目。\n".encode("gb18030"))
    status(["run", str(papers), "-v"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"{papers / 'a.txt'}: encoding utf-8, language zh, no date"
    assert (
        lines[2].lower()
        == f"{papers / 'c.txt'}: encoding gb18030, language zh, date 2024-01-05 (from the front matter)".lower()
    )


def test_the_report_can_go_to_a_file(papers: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "report.out"
    assert status(["run", str(papers / "a.txt"), str(papers / "b.txt"), "-o", str(target), "--color", "always"]) == 1
    assert not capsys.readouterr().out
    assert target.read_text(encoding="utf-8").startswith("[ERROR]")


def test_several_reports_at_once(papers: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sarif, table = tmp_path / "out.sarif", tmp_path / "out.csv"
    asked = ["--format", "github", "--output", f"sarif={sarif}", "--output", f"csv={table}"]
    assert status(["run", str(papers), *asked]) == 1
    assert capsys.readouterr().out.startswith("::error file=")
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert table.read_bytes().startswith(b"\xef\xbb\xbffinding,")


def test_one_report_that_cannot_be_written_does_not_keep_back_the_others(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = papers / "out.csv"
    asked = ["-o", f"sarif={papers / 'no' / 'folder'}", "-o", f"csv={table}"]
    assert status(["run", str(papers / "a.txt"), str(papers / "b.txt"), *asked]) == 2
    told = capsys.readouterr()
    assert "【5.3%】" in told.out
    assert "choose another file" in told.err
    assert table.exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.sarif", "{"), ("r.csv", "\ufefffinding,"), ("r.md", "## figcheck"), ("r.xml", "<?xml"), ("r", "[ERROR]")],
)
def test_auto_goes_by_the_ending_of_the_file(pretend: Pretend, tmp_path: Path, name: str, begins: str) -> None:
    pretend(ERRORS)
    assert status(["run", "x.txt", "-o", str(tmp_path / name)]) == 1
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(("actions", "begins"), [("true", "::error "), ("", "[ERROR]")])
def test_auto_knows_github_actions(
    pretend: Pretend, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], actions: str, begins: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", actions)
    pretend(ERRORS)
    assert status(["run", "x.txt"]) == 1
    assert capsys.readouterr().out.startswith(begins)


def test_the_command_line_knows_every_output() -> None:
    assert sorted(command.FORMATS) == sorted(OUTPUTS)


@pytest.mark.parametrize("form", command.FORMATS)
def test_no_format_changes_the_exit_code(pretend: Pretend, form: str) -> None:
    pretend(ERRORS)
    assert status(["run", "x.txt", "--format", form, "--min-severity", "error", "--min-confidence", "1"]) == 1
    pretend(WARNINGS)
    assert status(["run", "x.txt", "--format", form]) == 0


def test_a_report_that_cannot_be_written_is_told(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["run", str(papers), "-o", str(papers / "no" / "such" / "folder")]) == 2
    assert "choose another file" in capsys.readouterr().err


def test_own_rules_are_used_and_a_broken_one_is_told(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = papers / "rules"
    own.mkdir()
    (own / "broken.yaml").write_text("id: broken\nsevrity: error\n", encoding="utf-8")
    assert status(["run", str(papers / "a.txt"), str(papers / "b.txt"), "--rules", str(own)]) == 2
    told = capsys.readouterr()
    assert "broken.yaml" in told.err
    assert "【5.3%】" in told.out


# ------------------------------------------------------------------------------- the other commands


def test_claims(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["claims", str(papers)]) == 0
    table = capsys.readouterr().out
    assert "1:19  5.2%  change" in table
    assert status(["claims", str(papers), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["claims"]
    assert [(row["text"], row["kind"], row["period"]) for row in rows] == [
        ("5.2%", "change", "2023"),
        ("5.3%", "change", "2023"),
    ]


def test_why_two_figures_were_compared(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["why", f"{papers / 'a.txt'}:1", f"{papers / 'b.txt'}:1"]) == 0
    told = capsys.readouterr().out
    assert "Taken for one question" in told
    assert "Outcome: ERROR (same-figure)" in told


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("a.txt:7", "b.txt:1", "a.txt:7: no figure was read there (the nearest are on line 1)"),
        ("a.txt:1:2", "b.txt:1", "a.txt:1:2: no figure was read there (the nearest are on line 1)"),
        ("a.txt:1", "a.txt:1", "a.txt:1: is the same figure as the other (give the places of two figures)"),
        (
            "a.txt",
            "b.txt:1",
            "a.txt: is not a place in a file (write FILE:LINE or FILE:LINE:COLUMN, as reports show it)",
        ),
    ],
)
def test_why_says_where_figures_are(
    papers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], a: str, b: str, said: str
) -> None:
    monkeypatch.chdir(papers)
    assert status(["why", a, b]) == 2
    assert capsys.readouterr().err == f"figcheck: {said}\n"


def test_why_asks_which_where_a_line_is_crowded(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "，".join(f"第{word}产业增加值增长{n}.5%" for n, word in enumerate("一二三", 1))
    (papers / "c.txt").write_text(f"2023年，{many}，进口额{many}，出口额{many}。\n", encoding="utf-8")
    place = f"{papers / 'c.txt'}:1"
    assert status(["why", place, place]) == 2
    assert "figures stand there (say which: 1:" in capsys.readouterr().err


def test_rules_lists_them_and_explain_tells_all_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["rules"]) == 0
    assert "same-figure" in capsys.readouterr().out
    assert status(["explain", "same-figure", "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("same-figure: ")
    assert "必须报告：" in told
    assert "不得报告：" in told


def test_explain_suggests_the_rule_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["explain", "same-figur"]) == 2
    assert (
        capsys.readouterr().err
        == "figcheck: same-figur: there is no such rule or kind of check (did you mean 'same-figure'?)\n"
    )


RULE = """\
id: own
title: {{zh: 自订, en: Own}}
severity: error
check: spread
message: {{zh: "{{a}}", en: "{{a}}"}}
why: {{zh: 无, en: none}}
examples:
  flag: [["2024年，上海市清关时间为<<{first}>>。", "2024年，上海市清关时间为<<最长45天>>。"]]
  ok: [["2024年，上海市清关时间为3天。", "2024年，上海市清关时间为3天。"]]
"""


@pytest.mark.parametrize(("first", "code"), [("15至45天", 0), ("最短3天", 1), ("", 2)])
def test_test_runs_the_examples_of_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, code: int
) -> None:
    (tmp_path / "own.yaml").write_text(RULE.format(first=first) if first else "id: [", encoding="utf-8")
    assert status(["test", str(tmp_path)]) == code
    told = capsys.readouterr()
    assert ("own.yaml:8: " in told.out) is (code == 1)
    assert ("own.yaml" in told.err) is (code == 2)


def test_the_folder_of_the_shipped_rules_may_be_named(capsys: pytest.CaptureFixture[str], papers: Path) -> None:
    assert status(["rules", "--rules", str(rulebook.shipped_rules() / ".." / rulebook.shipped_rules().name)]) == 0
    assert capsys.readouterr().out.count("same-figure") == 1


def test_a_folder_of_rules_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["rules", "--rules"], ["test"]):
        assert status([*argv, str(tmp_path / "gone")]) == 2
        assert capsys.readouterr().err.startswith(f"figcheck: {tmp_path / 'gone'}: ")


def test_help_is_in_the_language_of_the_reader(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert status(["run", "--help"]) == 0
    assert "Check articles" in capsys.readouterr().out
    assert status(["run", "--lang", "zh", "--help"]) == 0
    assert "检查文章" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert status(["--help"]) == 0
    assert "列出所有规则" in capsys.readouterr().out


# ------------------------------------------------------------------------------- screens and pipes


def test_version_is_quick_since_it_loads_next_to_nothing() -> None:
    code = "import sys; from figcheck.cli import status; status(['--version']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, modules = done.stdout.splitlines()
    assert version == f"figcheck, version {figcheck.__version__}"
    assert not {"rich", "yaml", "rjieba", "rapidfuzz", "charset_normalizer", "figcheck.pipeline"} & set(modules.split())


@pytest.mark.parametrize("package", ["rich", "jinja2"])
def test_what_draws_a_report_is_loaded_for_that_report_alone(papers: Path, package: str) -> None:
    code = f"import sys; from figcheck.cli import status; status(sys.argv[1:]); sys.exit({package!r} in sys.modules)"
    for form, loaded in [
        ("plain", False),
        ("json", False),
        ("terminal", package == "rich"),
        ("html", package == "jinja2"),
    ]:
        command = [sys.executable, "-c", code, "run", str(papers), "--format", form]
        assert bool(subprocess.run(command, capture_output=True, check=False).returncode) is loaded


def test_what_reads_a_format_is_loaded_where_such_a_file_is(papers: Path) -> None:
    readers = {"docx", "selectolax", "pypdfium2", "opencc"}
    code = f"import sys; from figcheck.cli import status; status(sys.argv[1:]); print(*{readers!r} & set(sys.modules))"
    files = Path(__file__).parent / "files"
    for path, loaded in [
        (papers, set()),
        (files / "html", {"selectolax"}),
        (files / "one-column", {"pypdfium2"}),
        (files / "big5", {"opencc"}),
    ]:
        command = [sys.executable, "-c", code, "run", str(path), "--no-cache", "-j", "1", "-o", os.devnull]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert set(done.stdout.split()) == loaded, path


def on_a_terminal(*argv: str, **env: str) -> str:
    """What the program prints where standard output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "figcheck", *argv],
        stdout=theirs,
        env={**os.environ, "LANG": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": "80", **env},
    ) as process:
        os.close(theirs)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                piece = b""
            if not piece:
                break
            printed += piece
        process.wait()
    os.close(ours)
    return printed.decode()


@pytest.mark.parametrize(
    ("options", "env", "colored"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--format", "plain"], {}, False),
    ],
)
def test_colours_on_a_terminal(papers: Path, options: list[str], env: dict[str, str], colored: bool) -> None:
    shown = on_a_terminal("run", str(papers), *options, **env)
    assert ("\x1b[" in shown) is colored
    assert ("【5.2%】" in shown) is not colored


@pytest.mark.parametrize(("options", "colored"), [([], False), (["--color", "always"], True)])
def test_colours_in_a_pipe(papers: Path, options: list[str], colored: bool) -> None:
    done = figcheck_process("run", str(papers), *options)
    assert (b"\x1b[" in done.stdout) is colored


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
@pytest.mark.parametrize("form", ["plain", "terminal", "json"])
def test_an_output_that_lacks_characters_is_written_all_the_same(papers: Path, encoding: str, form: str) -> None:
    done = figcheck_process("run", str(papers), "--format", form, "--lang", "zh", "-v", PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "same-figure" in done.stdout.decode(encoding)
    assert b"Traceback" not in done.stderr
    if form == "json":
        assert json.loads(done.stdout.decode(encoding))["findings"][0]["claims"][0]["text"] == "5.2%"


@pytest.mark.parametrize("form", command.FORMATS)
@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_no_format_stumbles_over_a_plain_terminal(papers: Path, form: str, env: dict[str, str]) -> None:
    done = figcheck_process("run", str(papers), "--format", form, "--lang", "zh", **env)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"same-figure" in done.stdout.replace(b"\\-", b"-")


def test_a_reader_that_goes_away_is_no_mistake(papers: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "figcheck", "run", str(papers)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_no_file_name_or_text_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = tmp_path / "a\x1b[31m\u202e.txt"
    evil.write_text(
        "2023年湖南省地区生产总值同比增长5.2%\x1b]0;x\x07。\n2023年湖南省GDP同比增长5.3%。\n", encoding="utf-8"
    )
    for argv in (["run", "-v"], ["run", "--format", "json"], ["run", "--format", "terminal"], ["claims", "-v"]):
        status([*argv, str(evil), str(tmp_path / "gone\x1b[31m")])
        told = capsys.readouterr()
        assert "5.3%" in told.out
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(told.out + told.err)


# ------------------------------------------------------------------------------- the progress bar


class _Terminal:
    """A standard error that is looked at."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None: ...


@pytest.mark.parametrize(("seconds", "drawn"), [(0.01, False), (0.4, True)])
def test_a_bar_is_drawn_where_work_takes_long(monkeypatch: pytest.MonkeyPatch, seconds: float, drawn: bool) -> None:
    clock = iter(seconds * tick for tick in range(100))
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with console.Progress() as progress:
        for done in range(1, 11):
            progress(done, 10)
    assert ("10/10" in terminal.text) is drawn
    assert not terminal.text.rpartition("\r")[2]


def test_no_bar_is_drawn_into_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter(range(100))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with console.Progress() as progress:
        progress(5, 10)
    assert capsys.readouterr().err == ""
