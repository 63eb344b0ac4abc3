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


def breaks(text: str, cells: int) -> list[int]:
    """Where to break the text so that no line is wider than that: behind blanks and between Chinese characters.

    >>> breaks("全市引进项目，80% of all", 12)
    [5, 11]
    """
    found: list[int] = []
    start, used, room = 0, 0, max(cells, 4)
    for begin, end in _unbreakable(text, room):
        wide = width(text[begin:end].rstrip())
        if used + wide > room and begin > start:
            found.append(begin)
            start, used = begin, 0
        used += width(text[begin:end])
    return found


def _unbreakable(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Stretches that stay on one line, none of them wider than the line."""
    begin = used = 0
    for index, char in enumerate(text):
        if index > begin and (_may_break(text[index - 1], char) or used + _cell(char) > room):
            yield begin, index
            begin, used = index, 0
        used += _cell(char)
    if text:
        yield begin, len(text)


def _may_break(last: str, first: str) -> bool:
    if first in _NOT_FIRST or last in _NOT_LAST or first == " ":
        return False
    return last == " " or _cell(last) == 2 or _cell(first) == 2
