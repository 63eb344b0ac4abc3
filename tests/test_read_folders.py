"""Which files of a folder are articles, and what is said of them beside themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from inputs import article

from figcheck import read
from figcheck.cli import cli
from figcheck.errors import UserError
from figcheck.read import Inputs
from figcheck.read.files import Source

TEXT = "全市有学校126所。"


def folder(tmp_path: Path, *names: str, **written: str) -> Path:
    """Files with one sentence each, or with what is written for them (`__` stands for a dot)."""
    for name, text in [(name, TEXT) for name in names] + [(k.replace("__", "."), v) for k, v in written.items()]:
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def kept(root: Path, inputs: Inputs = read.AS_GIVEN) -> list[str]:
    return [Path(source.path).relative_to(root).as_posix() for source in read.find([str(root)], inputs).sources]


def left_out(root: Path, inputs: Inputs = read.AS_GIVEN) -> dict[str, str]:
    skipped = read.find([str(root)], inputs).skipped
    return {Path(file.path).relative_to(root).as_posix(): file.problem for file in skipped}


def test_every_file_that_is_left_out_is_told_with_the_reason(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", "b.png", "~$c.docx", ".d.txt", "a.yaml", ".git/e.txt")
    assert kept(root) == ["a.txt"]
    assert left_out(root) == {
        ".d.txt": "hidden",
        ".git": "hidden",
        "b.png": "a format figcheck does not read (.png)",
        "~$c.docx": "the lock of a document that somebody has open",
    }


@pytest.mark.parametrize(
    ("patterns", "files"),
    [
        ("b/", ["a.txt", "c/a.txt"]),
        ("*.txt\n!a.txt", ["a.txt", "b/a.txt", "c/a.txt"]),
        ("/a.txt", ["b/a.txt", "c/a.txt"]),
        ("# a comment\n\nc/**", ["a.txt", "b/a.txt"]),
    ],
)
def test_ignore_files_are_written_as_for_git(tmp_path: Path, patterns: str, files: list[str]) -> None:
    root = folder(tmp_path, "a.txt", "b/a.txt", "c/a.txt", __figcheckignore=patterns)
    assert kept(root) == files


def test_an_ignore_file_counts_from_its_own_folder(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", "b/a.txt", "b/c.txt")
    (root / "b" / ".figcheckignore").write_text("/a.txt\n", encoding="utf-8")
    assert kept(root) == ["a.txt", "b/c.txt"]


@pytest.mark.parametrize(
    ("inputs", "files"),
    [
        (Inputs(include=("*.md",)), ["b/d.md"]),
        (Inputs(exclude=("b/",)), ["a.txt"]),
        (Inputs(include=("b/",), exclude=("*.md",)), ["b/c.txt"]),
    ],
)
def test_files_are_chosen_on_the_command_line(tmp_path: Path, inputs: Inputs, files: list[str]) -> None:
    assert kept(folder(tmp_path, "a.txt", "b/c.txt", "b/d.md"), inputs) == files


def test_a_file_that_is_named_is_read_whatever_patterns_say(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", __figcheckignore="*")
    assert [source.path for source in read.find([str(root / "a.txt")], Inputs(exclude=("*",))).sources]


def test_data_without_articles_is_passed_over_in_a_folder_only(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", data__json='{"findings": []}')
    articles, problems, skipped = read.all_under([str(root)])
    assert (len(articles), problems, [file.problem for file in skipped]) == (1, [], ["holds no article"])
    assert [problem.problem for problem in read.all_under([str(root / "data.json")])[1]] == ["holds no article"]


def test_the_command_line_sums_up_and_lists_on_demand(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", "b.png", ".c.txt")
    said = CliRunner().invoke(cli, ["run", str(root), "--lang", "en"]).stderr
    assert said == "1 file in the folders was left out (-v says why).\n"
    said = CliRunner().invoke(cli, ["run", str(root), "--lang", "en", "-v"]).stderr
    assert f"{root}/b.png: left out (a format figcheck does not read (.png))\n" in said


def test_standard_input_has_a_type() -> None:
    page = "<html><nav>共99条</nav><p>全市有学校126所。"
    result = CliRunner().invoke(cli, ["claims", "-", "--stdin-name", "page.html", "--lang", "en"], input=page)
    assert "126所" in result.stdout
    assert "99" not in result.stdout


# ------------------------------------------------------------------------------- what is said of an article


def test_a_file_of_its_name_tells_about_an_article(tmp_path: Path) -> None:
    about = "date: 2025-10-31\nplace: 郴州\nsource: 某地日报\ntrust: low\n"
    root = folder(tmp_path, "a.txt", a__yaml=about)
    read_ = article(root / "a.txt")
    assert (read_.published, read_.place, read_.source, read_.trust) == (date(2025, 10, 31), "郴州", "某地日报", "low")
    assert (read_.published_from, read_.origins["place"]) == ("sidecar", "sidecar")


@pytest.mark.parametrize(
    ("text", "sidecar", "settings", "place", "origin"),
    [
        ("---\nplace: 甲市\n---\n", "place: 乙市", "丙市", "甲市", "front matter"),
        ("", "place: 乙市", "丙市", "乙市", "sidecar"),
        ("", "", "丙市", "丙市", "settings"),
    ],
)
def test_the_nearest_is_believed(
    tmp_path: Path, text: str, sidecar: str, settings: str, place: str, origin: str
) -> None:
    root = folder(tmp_path, a__txt=text + TEXT, a__yaml=sidecar)
    inputs = Inputs(articles={"*.txt": {"place": settings}}, articles_dir=str(root))
    (found,), problems = read.load(Source(str(root / "a.txt")), inputs)
    assert (found.place, found.origins["place"], problems) == (place, origin, [])


def test_settings_speak_of_the_articles_they_name(tmp_path: Path) -> None:
    root = folder(tmp_path, "2021/a.txt", "2025/a.txt")
    inputs = Inputs(articles={"2021/": {"date": "2021-11-16"}, "*.txt": {"place": "郴州"}}, articles_dir=str(root))
    found, _, _ = read.all_under([str(root)], inputs)
    assert [(one.published, one.place) for one in found] == [(date(2021, 11, 16), "郴州"), (None, "郴州")]


@pytest.mark.parametrize("sidecar", ["- a\n- b\n", "place: [", "date: 31. Oktober\n"])
def test_a_broken_file_beside_an_article_is_one_line(tmp_path: Path, sidecar: str) -> None:
    root = folder(tmp_path, "a.txt", a__yaml=sidecar)
    (found,), problems = read.load(Source(str(root / "a.txt")))
    assert (found.text, len(problems)) == (TEXT, 1)


def test_claims_say_where_each_came_from(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", a__yaml="date: 2025-10-31\nplace: 郴州\n")
    said = CliRunner().invoke(cli, ["claims", str(root / "a.txt"), "-v", "--lang", "zh"]).stderr
    assert said.endswith("日期 2025-10-31（取自同名 yaml 文件），地点 郴州（取自同名 yaml 文件）\n")


def test_a_missing_library_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.delitem(sys.modules, "figcheck.read.pdf", raising=False)
    monkeypatch.delattr(read, "pdf", raising=False)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError) as told:
        read.load(Source(str(tmp_path / "a.pdf")))
    assert (told.value.what, told.value.hint) == (
        "reading .pdf needs the package pypdfium2",
        "pip install 'figcheck[pdf]'",
    )


def test_the_settings_of_a_desk_date_its_articles(tmp_path: Path) -> None:
    about = 'articles:\n  "2021/*.txt": {date: 2021-11-16, place: 郴州}\n'
    root = folder(tmp_path, "2021/a.txt", "b.txt", figcheck__yaml=about)
    said = CliRunner().invoke(cli, ["claims", str(root), "-v", "--lang", "en"]).stderr.splitlines()
    assert said[0].endswith("date 2021-11-16 (from the settings), place 郴州 (from the settings)")
    assert said[1].endswith("no date")


def test_a_date_in_the_settings_that_is_none_is_one_line(tmp_path: Path) -> None:
    root = folder(tmp_path, "a.txt", figcheck__yaml='articles:\n  "*.txt": {date: gestern}\n')
    assert "figcheck.yaml:2" in CliRunner().invoke(cli, ["claims", str(root), "--lang", "en"]).stderr
