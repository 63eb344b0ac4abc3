"""What one file may take: each limit is one line when it is reached, and a desk sets its own."""

from __future__ import annotations

import io
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest
from pdfs import pages

from figcheck import pipeline, read, rulebook
from figcheck.cache import Cache
from figcheck.limits import Limits
from figcheck.match.blocking import candidates
from figcheck.match.sides import Side
from figcheck.memo import Memo
from figcheck.naming import NONE
from figcheck.pipeline import Settings
from figcheck.read import Inputs, article_from_text
from figcheck.together import Judge, made
from figcheck.understand import Working, understand

TEXT = "全市有学校126所。"


def packed(count: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in range(count):
            made.writestr(f"{number}.txt", TEXT)
    return stream.getvalue()


LONG = TEXT.encode() * 50_000

CASES: dict[str, tuple[str, bytes, int, str]] = {
    "megabytes": ("a.txt", LONG, 1, "is larger than 1 MB"),
    "unpacked": ("a.zip", packed(50_000), 1, "unpacks to more than 1 MB"),
    "files": ("a.zip", packed(3), 2, "holds more than 2 files"),
    "articles": ("a.jsonl", b'{"body": "x"}\n' * 3, 2, "holds more than 2 articles"),
    "pages": ("a.pdf", pages(TEXT * 50, lines=4), 1, "has more than 1 pages"),
    "characters": ("a.txt", TEXT.encode(), 9, "is longer than 9 characters"),
    "cells": ("a.csv", b"a,b\n1,2", 3, "holds more than 3 cells"),
    "depth": ("a.html", b"<div><div><div>1", 2, "is nested deeper than 2 elements"),
}


@pytest.mark.parametrize("limit", CASES)
def test_a_limit_is_told_in_one_line_with_its_name(tmp_path: Path, limit: str) -> None:
    name, data, most, what = CASES[limit]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("有126所。", encoding="utf-8")
    limits = Limits(**{"files": 60_000, limit: most})
    found, problems, _ = read.all_under([str(tmp_path)], Inputs(limits=limits))
    assert [Path(one.path).name for one in found] == ["good.txt"]
    assert [problem.problem for problem in problems] == [what]
    assert f"`limits: {limit}:`" in problems[0].hint


def test_the_time_is_looked_at_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(pages(TEXT * 50, lines=4))
    ticks = iter(range(0, 10**6, 70))
    monkeypatch.setattr("time.monotonic", lambda: float(next(ticks)))
    _, (problem,), _ = read.all_under([str(tmp_path / "a.pdf")])
    assert problem.problem == "takes longer than 120 seconds to read"


MANY = "甲校有学生31人，比上年多3人。\n" * 30


@pytest.mark.parametrize(("name", "text"), [("a.txt", MANY), ("a.md", "In 2020 the school had 31 pupils.\n\n" * 60)])
def test_an_article_is_checked_up_to_the_last_figure_that_it_may_hold(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "figcheck.yaml").write_text("limits:\n  figures: 50\n", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = pipeline.run([str(tmp_path)])
    (problem,) = outcome.problems
    assert outcome.figures == 50
    assert problem.problem == "holds more than 50 figures; it was checked up to here"
    assert int(problem.path.rpartition(":")[2]) > 20  # the line


def test_an_article_is_checked_up_to_where_time_ran_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("全市有学校126所，其中小学130所。\n" + MANY * 3, encoding="utf-8")
    ticks = iter(range(0, 10**6, 3))
    monkeypatch.setattr("time.monotonic", lambda: float(next(ticks)))
    for working in (Working(), Working(cache=Cache(tmp_path / "kept"))):
        outcome = pipeline.run([str(tmp_path / "a.txt")], settings=Settings(working=working))
        told = {problem.problem for problem in outcome.problems}
        assert "takes longer than 120 seconds to read; it was checked up to here" in told
        assert [finding.rule for finding in outcome.findings] == ["part-exceeds-whole"]
    monkeypatch.undo()
    again = pipeline.run([str(tmp_path / "a.txt")], settings=Settings(working=Working(cache=Cache(tmp_path / "kept"))))
    assert not again.problems, "what was cut short must not be kept"
    assert again.figures > 50


def test_what_was_compared_until_time_ran_out_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    rules, _ = rulebook.load([rulebook.shipped_rules()])
    one = understand(article_from_text("全市有学校126所，其中小学130所。\n" + MANY, "a.txt"))
    judge = Judge(rules, NONE, None, Memo(), limits=Limits(seconds=10))
    ticks = iter(range(10**6))
    monkeypatch.setattr("time.monotonic", lambda: next(ticks) / 5)
    found = made([one], [], judge)
    late = "comparing its figures with others takes longer than 10 seconds; what was found by then is told"
    assert [problem.problem for problem in found.problems] == [late]
    assert [finding.rule for _, finding in found.found] == ["part-exceeds-whole"]


@pytest.mark.parametrize(("lines", "each"), [(60, 60), (240, 80), (1500, 20)])
def test_in_a_long_list_a_figure_is_compared_with_few(lines: int, each: int) -> None:
    """Lines that share all their words: in a list of thousands of figures less is held side by side for each."""
    text = "".join(
        f"柳林镇{number * 7 % 40}号大棚种植番茄{number + 3}亩，比上年增加{number % 30 + 2}亩。"
        for number in range(lines)
    )
    sides = [Side(claim) for claim in understand(article_from_text(text, "a.txt")).claims]
    compared = list(candidates(sides, [()] * len(sides)))
    assert len(sides) <= len(compared) <= each * len(sides)


def test_every_limit_is_tried_here() -> None:
    assert {*CASES, "figures", "seconds"} == {entry.name for entry in fields(Limits)}


def test_a_desk_sets_its_own(tmp_path: Path) -> None:
    (tmp_path / "figcheck.yaml").write_text("limits:\n  characters: 5\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert [one.problem for one in pipeline.run([str(tmp_path)]).problems] == ["is longer than 5 characters"]


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("limits: {page: 5}", "unknown key 'page'", "did you mean 'pages'?"),
        ("limits: {pages: 0}", "limits.pages must be 1 or more, not 0", "leave it out for what holds by itself"),
        ("limits: {pages: many}", "limits.pages must be a number, not 'many'", "write it in digits, as 0.05"),
        ("limits: 5", "limits must have keys", "write `key: value` lines: "),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, text: str, what: str, hint: str) -> None:
    (tmp_path / "figcheck.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (problem,) = pipeline.run([str(tmp_path)]).problems
    assert (problem.problem, problem.hint) == (what, hint)
