"""A warm run says the same as a cold one, whatever was edited between; several processes say the same as one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import Newsroom

from figcheck import cache, memo, pipeline, read, settle, understand, workers
from figcheck.cache import Cache
from figcheck.match.weights import shipped, written
from figcheck.read import Source
from figcheck.report import OUTPUTS
from figcheck.report.view import View
from figcheck.understand import Working

SENTENCES = [
    "2023年湖南省地区生产总值同比增长5.2%。",
    "2023年，湖南省GDP同比增长5.3%。",
    "湖南省新建公园12个。",
    "其中，长沙市新建公园7个。",
    "去年全省外贸进出口额2107.7亿元，同比增长4%。",
    "<!-- figcheck: ok same-figure 已核实 -->",
    "物流成本从40元降到6元，下降85%。",
    "2022年，湖南省接待游客312.5万人次。",
    "2023年，湖南省接待游客421.8万人次，比上年增长15.2%。",
    "2023年，郴州市建成公园3120个，2023年，郴州市建成街心花园8462个。",
    "Hunan's GDP grew 5.4 percent in 2023, when it built 12 parks.",
    "Logistics costs fell from 40 yuan to 6 yuan, down 80 percent.",
    "---\ntranslation_of: a.txt\n---\nHunan built 13 parks.",
    "2023年，郴州市建成公园3102个，2023年，郴州市建成阅览室8642个。",
    "2023年郴州市发放消费券3120张。",
    "郴州市发放消费券3210张。",
]
OWN_RULE = """\
id: own
title: {zh: 公园, en: Parks}
severity: error
check: agree
select: {indicator: ["*公园"]}
message: {zh: "{a}与{b}", en: "{a} and {b}"}
why: {zh: 例, en: an example}
examples:
  flag: [["2023年郴州市公园<<3120个>>。", "2023年郴州市公园<<3102个>>。"]]
  ok: [["2023年郴州市公园3120个。"]]
"""
TEXT = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n\n".join)
NAMES = st.sampled_from(["a.txt", "b.md", "2024-01-05.txt", "later/a.txt", "p.zh.md", "p.en.md"])
SETTINGS = [
    "",
    "names: {阅览室: [街心花园]}\n",
    "rules: {same-figure: off}\n",
    "rules: {same-figure: warning}\n",
    "must-link: [[公园, 街心花园]]\n",
    "articles: {'a.txt': {place: 长沙, date: 2024-02-01}}\n",
    "approved: [2023年湖南省地区生产总值同比增长5.1%。]\n",
    "weights: figcheck/weights.json\n",
]
WEIGHTS = [written(replace(shipped(), prior=shipped().prior + more), {}) for more in (0.0, 4.0, -20.0)]
LINK = """- {are: same, reason: 同一件事,
   a: 建成阅览室 · 郴州市 · level · 2023, b: 建成街心花园 · 郴州市 · level · 2023}
"""
EDIT = st.one_of(
    st.tuples(st.just("write"), NAMES, TEXT),
    st.tuples(st.just("rename"), NAMES, NAMES),
    st.tuples(st.just("remove"), NAMES),
    st.tuples(st.just("write"), st.just("figcheck.yaml"), st.sampled_from(SETTINGS)),
    st.tuples(st.just("write"), st.just("figcheck/links.yaml"), st.sampled_from(["", LINK])),
    st.tuples(st.just("write"), st.just("figcheck/rules/own.yaml"), st.sampled_from(["", OWN_RULE])),
    st.tuples(st.just("write"), st.just("figcheck/weights.json"), st.sampled_from(WEIGHTS)),
)


def edit(folder: Path, what: str, name: str, more: str = "") -> None:
    """Write, rename or remove a file as an editor does; what is not there stays so."""
    path = folder / name
    if what == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(more, encoding="utf-8")
    elif what == "rename" and path.exists():
        path.replace(folder / more)
    elif what == "remove":
        path.unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    """A cache of the test's own."""
    return Cache(tmp_path / "cache")


def said(folder: Path, working: Working) -> str:
    """The reports on a folder, for programs and for people."""
    settings = pipeline.Settings(working=working, memory=settle.remember(folder, date(2024, 3, 1)))
    outcome = pipeline.run([str(folder)], settings=settings)
    told = memo.remembered(working.cache, "told", [str(folder)])
    view = View(lang="zh", memo=told)
    written = [OUTPUTS[form](outcome, view) for form in ("json", "jsonl", "plain", "terminal", "html")]
    told.save()
    return "".join(written)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, min_size=1, max_size=6))
def test_a_warm_run_gives_the_same_bytes_as_a_cold_one(
    tmp_path_factory: pytest.TempPathFactory, kept: Cache, edits: list[tuple[str, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    edit(folder, "write", "later/c.txt", SENTENCES[1])
    for one in edits:
        edit(folder, *one)
        assert said(folder, Working(cache=kept)) == said(folder, Working())


OF_A_DESK = [
    *({"figcheck.yaml": text} for text in SETTINGS if text and "weights" not in text),
    *({"figcheck.yaml": SETTINGS[-1], "figcheck/weights.json": text} for text in WEIGHTS[1:]),
    {"figcheck/links.yaml": LINK},
    {"figcheck/rules/own.yaml": OWN_RULE},
]


@pytest.mark.parametrize("files", OF_A_DESK, ids=lambda files: " ".join(files.values()).split("\n")[0][:30])
def test_what_a_desk_changes_changes_a_warm_run_too(
    tmp_path_factory: pytest.TempPathFactory, kept: Cache, files: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    edit(folder, "write", "a.txt", "\n\n".join((*SENTENCES[:3], *SENTENCES[13:15])))
    edit(folder, "write", "b.txt", "\n\n".join((SENTENCES[9], *SENTENCES[15:])))
    edit(folder, "write", "figcheck.yaml")
    before = said(folder, Working(cache=kept))
    for name, text in files.items():
        edit(folder, "write", name, text)
    after = said(folder, Working(cache=kept))
    assert after == said(folder, Working())
    assert after != before


@pytest.mark.parametrize("jobs", [2, 3, 5])
def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path, jobs: int) -> None:
    for number in range(40):
        text = "\n\n".join(SENTENCES[number % 3 :]).replace("5.2", f"5.{number % 4}")
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    assert said(tmp_path, Working(jobs=jobs)) == said(tmp_path, Working(jobs=1))


def test_what_was_understood_is_not_worked_out_again(
    tmp_path: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    before = said(tmp_path, Working(cache=kept))
    monkeypatch.setattr(understand, "extract", None)
    assert said(tmp_path, Working(cache=kept)) == before


def test_what_stands_around_a_figure_is_kept_with_it(tmp_path: Path, kept: Cache) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(SENTENCES), encoding="utf-8")
    source, working = Source(str(tmp_path / "a.txt")), Working(cache=kept)
    made, again = (understand.understand_all([source], read.AS_GIVEN, working)[0] for _ in range(2))
    frames = [claim.frame for claim in made.own]
    assert [claim.frame for claim in again.own] == frames
    assert sum(bool(frame.words) for frame in frames) > 10


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"not what was written"])
def test_a_damaged_entry_is_worked_out_again(tmp_path: Path, kept: Cache, damage: bytes) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    before = said(tmp_path, Working(cache=kept))
    for entry in kept.base.rglob("*"):
        if entry.is_file():
            entry.write_bytes(damage)
    assert said(tmp_path, Working(cache=kept)) == before


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    (tmp_path / "file").touch()
    assert said(tmp_path / "a.txt", Working(cache=Cache(tmp_path / "file"))) == said(tmp_path / "a.txt", Working())


def test_the_key_changes_with_everything_that_is_said() -> None:
    keys = [cache.key(*parts) for parts in [("a", b"b"), ("ab", b""), ("a", b"c"), ("a", b"b", b"")]]
    assert len(set(keys)) == len(keys)


def test_the_longest_unused_entries_go_first(tmp_path: Path) -> None:
    kept = Cache(tmp_path, max_bytes=1000)
    for number in range(10):
        kept.put(f"{number}" * 8, b"x" * 100)
        os.utime(_entry(tmp_path, number), (number, number))
    kept.prune()
    assert [number for number in range(10) if kept.get(f"{number}" * 8)] == [7, 8, 9]


def _entry(base: Path, number: int) -> Path:
    return base / "entries" / (f"{number}" * 2) / (f"{number}" * 6)


def test_the_cache_can_be_cleared_and_left_alone(newsroom: Newsroom) -> None:
    newsroom.write(a=SENTENCES[0])
    newsroom.call("run", "pages", "--no-cache")
    assert not cache.folder().exists()
    newsroom.call("run", "pages")
    assert any(path.is_file() for path in cache.folder().rglob("*"))
    assert newsroom.call("cache", "clear")[0] == 0
    assert not any(path.is_file() for path in cache.folder().rglob("*"))


# ------------------------------------------------------------------------------- processes


def double(number: int) -> int:
    return 2 * number


def die_at_seven(number: int) -> int:
    """As if memory ran out at one of the items."""
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def die_once(path: Path) -> str:
    """As if somebody killed the process, once."""
    if path.exists():
        path.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_every_item_has_its_result(jobs: int) -> None:
    assert sorted(workers.shared(double, range(50), jobs)) == [(number, 2 * number) for number in range(50)]


def test_a_process_that_dies_costs_one_item_and_no_other() -> None:
    found = dict(workers.shared(die_at_seven, range(50), 2))
    assert isinstance(found.pop(7), workers.Lost)
    assert found == {number: 2 * number for number in range(50) if number != 7}


def test_a_process_that_is_killed_costs_a_second_try(tmp_path: Path) -> None:
    marks = [tmp_path / str(number) for number in range(20)]
    marks[3].touch()
    assert dict(workers.shared(die_once, marks, 2)) == {number: str(number) for number in range(20)}


def test_a_lost_article_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> Iterator[tuple[int, workers.Lost]]:
        yield 0, workers.Lost()

    monkeypatch.setattr(workers, "shared", lost)
    (tmp_path / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    made = understand.understand_all([Source(str(tmp_path / "a.txt"))], read.AS_GIVEN, Working(jobs=2))
    assert [problem.problem for problem in made[0].problems] == ["the process that read it was killed twice"]


# ------------------------------------------------------------------------------- the whole program


@pytest.fixture
def big(newsroom: Newsroom) -> Newsroom:
    """More than can be read in a second."""
    pages = {f"p{n}": "\n\n".join(SENTENCES[:5] * 20).replace("12", str(n + 10)) for n in range(60)}
    newsroom.write(**pages)
    return newsroom


def program(*argv: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "figcheck", *argv]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )


def children(process: subprocess.Popen[str]) -> list[int]:
    """The processes that it has started."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, check=False)
    return [int(pid) for pid in listed.stdout.split()]


def wait_for_children(process: subprocess.Popen[str]) -> list[int]:
    end = time.monotonic() + 30
    while not (found := children(process)):
        assert time.monotonic() < end
        assert process.poll() is None
        time.sleep(0.02)
    return found


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes as Linux shows them")
def test_ctrl_c_ends_it_and_leaves_no_process(big: Newsroom) -> None:
    running = program("run", "pages", "--jobs", "2", "--no-cache")
    team = wait_for_children(running)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Traceback" not in told
    assert not any(Path(f"/proc/{pid}").exists() for pid in team)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes as Linux shows them")
def test_a_killed_process_changes_no_byte(big: Newsroom) -> None:
    running = program("run", "pages", "--jobs", "2", "--no-cache", "--format", "json")
    os.kill(wait_for_children(running)[0], signal.SIGKILL)
    out, told = running.communicate(timeout=120)
    assert told == ""
    assert out == big.call("run", "pages", "--jobs", "1", "--no-cache", "--format", "json")[1]
