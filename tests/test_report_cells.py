"""Chinese takes two cells a character; lines are broken as readers expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.report.cells import breaks, clipped, padded, width
from figcheck.report.safe import escaped, visible

SENTENCES = st.text(st.sampled_from("招商项目，。（）80% abc·—é\u0301"), max_size=60)


def lines(text: str, cells: int, between: str = "") -> list[str]:
    """The lines the text is broken into."""
    ends = [*breaks(text, cells, between), len(text)]
    return [text[begin:end].rstrip() for begin, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("80%以上", 7), ("", 0), ("abc", 3), ("：", 2), ("é", 1), ("e\u0301", 1), ("ｶ", 1), ("—…·", 3)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("全市引进项目", 8, ["全市引进", "项目"]),
        ("no word is broken", 7, ["no word", "is", "broken"]),
        ("但长的unbreakableword会断", 8, ["但长的", "unbreaka", "bleword", "会断"]),
        ("逗号不在行首，再写", 12, ["逗号不在行", "首，再写"]),
        ("开括号不在行末（如此）", 16, ["开括号不在行末", "（如此）"]),
        ("增长37.5%左右", 8, ["增长", "37.5%左", "右"]),
    ],
)
def test_lines(text: str, cells: int, expected: list[str]) -> None:
    assert lines(text, cells) == expected


def test_parts_are_kept_whole_where_they_fit() -> None:
    assert lines("郴州市 · a share of 90% · 2021", 18, " · ") == ["郴州市 ·", "a share of 90% ·", "2021"]


@given(SENTENCES, st.integers(4, 40), st.sampled_from(["", " · "]))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, cells: int, between: str) -> None:
    broken = lines(text, cells, between)
    assert all(width(line) <= cells for line in broken)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


@given(SENTENCES, st.integers(1, 40))
def test_clipped_and_padded_fit(text: str, cells: int) -> None:
    assert width(clipped(text, cells)) <= cells
    assert width(padded(clipped(text, cells), cells)) == cells


@given(st.text())
def test_whatever_is_shown_is_one_line_that_can_be_printed_and_written(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in shown)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("80%\n以上\t和", "80% 以上 和"),
        ("\x1b[2J", r"\u001b[2J"),
        ("\u202e", r"\u202e"),
        ("\U000e0041", r"\udb40\udc41"),
        ("名字\udcff", r"名字\udcff"),
        ("郴州·GDP（％）", "郴州·GDP（％）"),
    ],
)
def test_what_steers_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_document_keeps_its_lines() -> None:
    assert escaped('{\n "a": "\x85"}') == '{\n "a": "\\u0085"}'
