"""One article that breaks figcheck never takes the report of the others: whatever fails is a line, and exit code 3."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from newsroom import Newsroom

from figcheck import (
    approvals,
    barrier,
    check,
    pipeline,
    read,
    report,
    settle,
    together,
    translation,
    understand,
)
from figcheck.check import growths
from figcheck.command import FORMATS
from figcheck.console import BUG
from figcheck.model import Article, Claim
from figcheck.read import assemble, formats
from figcheck.report import sources
from figcheck.translation import differences, echoes

pytestmark = pytest.mark.behind_barriers

KNOWN = {"a": "2023年湖南省地区生产总值同比增长5.2%。", "b": "2023年，湖南省GDP同比增长5.3%。"}
MARK = "郎中桥"
BREAKS = f"2023年湖南省地区生产总值同比增长5.2%，{MARK}镇新建公园7个，其中一村3个。建于2024年2月30日。\n"
PAIR = {"p.zh": "2023年，全市游客30万人次。", "p.en": "In 2023, the city received 400,000 visitors."}
ASKED = [word for form in FORMATS for word in ("-o", f"{form}=out.{form}")]


@dataclass(frozen=True)
class Stage:
    """A function of the line that is made to fail for one article; `said` is what the line says was being done."""

    module: Any
    name: str
    said: str


STAGES = [
    Stage(read, "documents", "reading it"),
    Stage(assemble, "article", "reading it"),
    Stage(understand, "extract", "reading its figures"),
    Stage(understand, "resolve", "reading what they are of"),
    Stage(understand, "dated", "reading its dates"),
    Stage(understand, "packed_up", "reading it"),
    Stage(together, "key_words", "comparing its figures with others"),
    Stage(together, "group", "comparing its figures with others"),
    Stage(growths, "numbered", "comparing its figures with others"),
    *(Stage(check, f"KINDS.{kind}", "the rule ") for kind in ("agree", "calendar", "change", "whole")),
    Stage(check.finding, "merged", "the rule "),
]


def touches(value: object) -> bool:
    """Whether the article that breaks has a part in this."""
    match value:
        case Article():
            return MARK in value.original
        case Claim():
            return touches(value.article)
        case str():
            return MARK in value
        case bytes():
            return MARK.encode() in value
        case list() | tuple():
            return any(map(touches, value))
    inner = [
        getattr(value, name, None)
        for name in ("article", "claims", "text", "read", "renderings", "original", "translation")
    ]
    return any(touches(one) for one in inner if one is not None)


def breaking(make: Callable[..., Any]) -> Callable[..., Any]:
    """The function, failing where the article that breaks has a part."""

    def fails(*args: Any, **more: Any) -> Any:
        if touches(args):
            raise ZeroDivisionError("of\nnothing")
        return make(*args, **more)

    return fails


def broken(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a stage fail."""
    table, _, name = stage.name.partition(".")
    if name:
        kind = check.KINDS[name]
        monkeypatch.setitem(check.KINDS, name, replace(kind, check=breaking(kind.check)))
    else:
        monkeypatch.setattr(stage.module, table, breaking(getattr(stage.module, table)))


@pytest.fixture
def room(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Two articles that contradict each other, a translation that is wrong, and an article that is to break."""
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(newsroom.base / "cache"))
    newsroom.write(**KNOWN, **PAIR, breaks=BREAKS)
    return newsroom


def told(err: str) -> list[str]:
    return [line for line in err.splitlines() if line.startswith("figcheck: ")]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: f"{stage.module.__name__}.{stage.name}")
def test_a_failure_costs_its_article_and_no_other(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, stage: Stage, jobs: str
) -> None:
    broken(stage, monkeypatch)
    for again in range(2):  # with an empty cache, and with what the first run left
        code, out, err = room.call("run", "pages", "--fail-on", "never", "--jobs", jobs, *ASKED)
        assert code == BUG, again
        assert len(told(err)) == len(err.splitlines())
        assert any(
            "breaks.txt" in line and stage.said in line and "ZeroDivisionError: of nothing" in line
            for line in told(err)
        )
        assert all("breaks.txt" in line for line in told(err))
        assert "【5.3%】" in out
        for form in FORMATS:
            written = (room.base / f"out.{form}").read_text(encoding="utf-8")
            assert "5.3%" in written, form
            assert "400,000" in written, form
        problems = json.loads((room.base / "out.json").read_text(encoding="utf-8"))["problems"]
        assert any("breaks.txt" in problem["path"] and "report it" in problem["hint"] for problem in problems)


PAIRS = [
    Stage(differences, "hold", "holding the translation against its original"),
    Stage(check, "KINDS.translation-figure", "the rule translation-figure"),
]


@pytest.mark.parametrize("stage", PAIRS, ids=lambda stage: stage.name)
def test_a_pair_that_breaks_costs_no_other_pair(room: Newsroom, monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    room.write(**{"q.zh": f"2023年，{MARK}镇游客30万人次。", "q.en": "In 2023, the town received 400,000 visitors."})
    broken(stage, monkeypatch)
    code, out, err = room.call("run", "pages")
    assert code == BUG
    assert any("q.zh.txt" in line and "q.en.txt" in line and stage.said in line for line in told(err))
    assert "【400,000】" in out
    assert "【5.3%】" in out


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_that_breaks_costs_no_other(room: Newsroom, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    def fails(*_: object) -> str:
        raise KeyError(form)

    monkeypatch.setitem(report.OUTPUTS, form, fails)
    code, _, err = room.call("run", "pages", "--format", "csv" if form == "plain" else "plain", *ASKED)
    assert code == BUG
    assert [line for line in told(err) if "failed" in line] == [
        f"figcheck: out.{form}: writing the report as {form} failed: KeyError: '{form}' ({barrier.HINT})"
    ]
    for other in set(FORMATS) - {form}:
        assert "5.3%" in (room.base / f"out.{other}").read_text(encoding="utf-8")
    assert not (room.base / f"out.{form}").exists()
    if form != "json":
        problems = json.loads((room.base / "out.json").read_text(encoding="utf-8"))["problems"]
        assert [problem["path"] for problem in problems] == [f"out.{form}"]


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (settle, "settle"),
        (approvals, "articles"),
        (approvals, "mute"),
        (translation, "pairs"),
        (echoes, "quieted"),
        (sources, "summed"),
    ],
)
def test_what_is_done_once_for_all_takes_nothing_away(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    def fails(*_: object) -> None:
        raise AttributeError(name)

    monkeypatch.setattr(module, name, fails)
    code, out, err = room.call("run", "pages")
    assert (code, len(told(err))) == (BUG, 1)
    assert "【5.3%】" in out


def test_one_file_of_an_archive_that_breaks_costs_no_other(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(room.base / "pages" / "all.zip", "w") as archive:
        archive.writestr("c.txt", "2023年湖南省地区生产总值同比增长5.9%。")
        archive.writestr("breaks.txt", BREAKS)
    (room.base / "pages" / "breaks.txt").unlink()
    broken(Stage(formats, "decode", ""), monkeypatch)
    code, out, err = room.call("run", "pages")
    assert code == BUG
    assert told(err)[0].startswith("figcheck: pages/all.zip/breaks.txt: reading it failed")
    assert "【5.9%】" in out


def test_the_traceback_is_told_on_demand(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(STAGES[2], monkeypatch)
    assert "Traceback" not in room.call("run", "pages")[2]
    assert "Traceback (most recent call last)" in room.call("run", "pages", "--debug")[2]
    assert "Traceback" not in room.call("run", "pages")[2]


@pytest.mark.parametrize("command", ["run", "claims", "decisions"])
def test_every_command_ends_with_three(room: Newsroom, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    broken(STAGES[2], monkeypatch)
    assert room.call(command, "pages")[0] == BUG


def test_what_fails_outside_of_all_barriers_is_one_line_too(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.setup, "prepared", None)
    code, out, err = room.call("run", "pages")
    assert (code, out) == (BUG, "")
    assert err.startswith("figcheck: this command failed: TypeError: ")
    assert len(err.splitlines()) == 1
    assert "Traceback" in room.call("run", "pages", "--debug")[2]


def test_an_interrupt_is_no_failure(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(understand, "extract", interrupted)
    assert room.call("run", "pages", "--jobs", "1")[0] == 130


def test_only_what_breaks_is_left_out_of_a_group(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    room.write(**{f"breaks{n}": BREAKS for n in range(3)})
    broken(Stage(together, "group", ""), monkeypatch)
    code, out, err = room.call("run", "pages")
    assert code == BUG
    assert len({line.partition(": ")[2].partition(": ")[0] for line in told(err)}) == 4
    assert "【5.3%】" in out
