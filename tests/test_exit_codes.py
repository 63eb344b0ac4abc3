"""The exit code never lies: whatever is shown, left out, settled or written elsewhere."""

from __future__ import annotations

import pytest
from newsroom import Newsroom

A, B = "2023年湖南省地区生产总值同比增长5.2%。\n", "2023年，湖南省GDP同比增长5.3%。\n"
OTHER = "长沙市新建公园7个。\n"

FINE, FOUND, WRONG_USE = 0, 1, 2


@pytest.fixture
def room(newsroom: Newsroom) -> Newsroom:
    """Two articles that contradict each other, and one that has no part in it."""
    newsroom.write(a=A, b=B, c=OTHER)
    return newsroom


SHOWN = [
    [],
    ["--min-severity", "error", "--min-confidence", "1"],
    ["--format", "csv"],
    ["--format", "github", "--output", "sarif=out.sarif", "--output", "html=report.html", "--output", "junit=j.xml"],
    ["--format", "json", "-o", "out.json", "--no-cache", "--jobs", "2"],
]


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], FOUND),
        (["--fail-on", "info"], FOUND),
        (["--fail-on", "never"], FINE),
        (["--strict"], FOUND),
        (["--changed", "pages/a.txt"], FOUND),
        (["--changed", "pages/c.txt"], FINE),
        (["--changed", "figcheck.yaml"], FOUND),
        (["no-such-folder"], WRONG_USE),
        (["no-such-folder", "--fail-on", "never"], WRONG_USE),
        (["--changed", "no-such-file"], WRONG_USE),
        (["--changed-from", "HEAD"], WRONG_USE),  # there is no git here
    ],
)
def test_what_is_shown_changes_nothing(room: Newsroom, options: list[str], code: int, shown: list[str]) -> None:
    assert room.call("run", "pages", *options, *shown)[0] == code


@pytest.mark.parametrize(
    ("b", "options", "code"),
    [
        (B, [], FINE),
        (B, ["--strict"], FINE),
        (B.replace("5.3", "5.4"), [], FOUND),  # a value has changed: open again
        (A, [], FINE),
        (A, ["--strict"], FOUND),  # the baseline settles nothing any more
        (A, ["--strict", "--fail-on", "never"], FOUND),
        (A, ["--strict", "--changed", "pages/c.txt"], FOUND),
        (A, ["no-such-folder"], WRONG_USE),
    ],
)
def test_a_baseline_settles_what_was_there(room: Newsroom, b: str, options: list[str], code: int) -> None:
    room.call("baseline", "write", "pages")
    room.write(b=b)
    assert room.call("run", "pages", *options)[0] == code


@pytest.mark.parametrize("file", ["figcheck.yaml", "figcheck/decisions.yaml", "figcheck/links.yaml"])
def test_what_cannot_be_read_outweighs_what_was_found(room: Newsroom, file: str) -> None:
    path = room.base / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("bad: [", encoding="utf-8")
    code, out, err = room.call("run", "pages")
    assert code == WRONG_USE
    assert "【5.3%】" in out
    assert file in err


def test_a_report_that_cannot_be_written_does_not_keep_back_the_others(room: Newsroom) -> None:
    code, out, err = room.call("run", "pages", "-o", "sarif=no/such/folder/a.sarif", "-o", "html=report.html")
    assert code == WRONG_USE
    assert "no/such/folder" in err
    assert "【5.3%】" in out
    assert (room.base / "report.html").stat().st_size > 1000
