"""How wide text stands on a screen of fixed cells, and where it may be broken: Chinese takes two cells a character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

_NOT_FIRST = frozenset("，。、；：？！）》」』】”’…—％%,.;:?!)]}")
"""Characters that must not begin a line."""
_NOT_LAST = frozenset("（《「『【“‘([{")
"""Characters that must not end one."""


@cache
def _cell(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """How many cells the text takes.

    >>> width("80%以上")
    7
    """
    return sum(map(_cell, text))


def padded(text: str, cells: int) -> str:
    """The text, filled up with blanks to that many cells.

    >>> padded("占比", 6) + "|"
    '占比  |'
    """
    return text + " " * (cells - width(text))


def clipped(text: str, cells: int) -> str:
    """The text, cut with an ellipsis where it is wider than that.

    >>> clipped("粤港澳大湾区", 7), clipped("粤港澳", 7)
    ('粤港澳…', '粤港澳')
    """
    if width(text) <= cells:
        return text
    room = cells - 1
    for index, char in enumerate(text):
        room -= _cell(char)
        if room < 0:
            return text[:index] + "…"
    return text


def breaks(text: str, cells: int, between: str = "") -> list[int]:
    """Where to break the text so that no line is wider than that: behind blanks and between Chinese characters.

    Where the text has parts with something `between` them, a part that fits on a line is not broken.

    >>> breaks("全市引进项目，80% of all", 12), breaks("全市 · 项目 · 占80%", 15, " · ")
    ([5, 14], [10])
    """
    found: list[int] = []
    used, room = 0, max(cells, 4)
    for begin, end in _stretches(text, room, between):
        if used and used + width(text[begin:end].rstrip()) > room:
            found.append(begin)
            used = 0
        used += width(text[begin:end])
    return found


def _stretches(text: str, room: int, between: str) -> Iterator[tuple[int, int]]:
    """Stretches that stay on one line, none of them wider than the line."""
    begin = 0
    for part in text.split(between) if between else [text]:
        end = min(begin + len(part) + len(between), len(text))
        whole = between and width(part + between.rstrip()) <= room
        yield from [(begin, end)] if whole else _unbreakable(text, begin, end, room)
        begin = end


def _unbreakable(text: str, begin: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    used = 0
    for index in range(begin, end):
        cell = _cell(text[index])
        if index > begin and (_may_break(text[index - 1], text[index]) or used + cell > room):
            yield begin, index
            begin, used = index, 0
        used += cell
    if begin < end:
        yield begin, end


def _may_break(last: str, first: str) -> bool:
    if first in _NOT_FIRST or last in _NOT_LAST or first == " ":
        return False
    return last == " " or _cell(last) == 2 or _cell(first) == 2
