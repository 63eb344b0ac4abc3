"""Tables laid out with tabs, with gaps of several spaces or with `|` between cells: which lines are their rows.

A line is a row where the lines beside it have as many cells, and at least half of these lines hold a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TAB, _SPACES, _BAR = re.compile(r"\t"), re.compile(r"[ \u3000\xa0]{2,}"), re.compile(r"[|｜]")


def gap(line: str) -> re.Pattern[str]:
    """What stands between the cells of a line: tabs, bars that do not open it, or else several spaces."""
    if "\t" in line:
        return _TAB
    return _BAR if _BAR.search(line) and not line.lstrip().startswith("|") else _SPACES


_NUMBER = re.compile(r"[-+−]?\d[\d,.]{0,20}[^\d]{0,6}")
_RULE = re.compile(r"[\s:=+—-]*")
LONGEST = 300
"""A longer line is a paragraph."""


def rows(original: str, begin: int, size: int | None = None) -> frozenset[int]:
    """Where the lines begin that are rows of such a table, from `begin` up to `size`.

    >>> sorted(rows("城市\\t产量\\n甲市\\t12.6\\n乙市\\t8.1\\n全省增产。", 0))
    [0, 6, 14]
    """
    found: set[int] = set()
    run: list[tuple[int, Sequence[str]]] = []
    for start, cells in _lines(original, begin, len(original) if size is None else size):
        if len(cells) < 2 or (run and len(run[-1][1]) != len(cells)):
            found.update(_accepted(run))
            run = []
        if len(cells) > 1:
            run.append((start, cells))
    found.update(_accepted(run))
    return frozenset(found)


def _lines(original: str, begin: int, size: int) -> Iterator[tuple[int, Sequence[str]]]:
    at = begin
    while at < size:
        end = original.find("\n", at, size)
        end = size if end < 0 else end
        line = original[at:end] if end - at <= LONGEST else ""
        yield at, [cell.strip() for cell in gap(line).split(line if "\t" in line else line.strip())]
        at = end + 1


def _accepted(run: Sequence[tuple[int, Sequence[str]]]) -> Iterator[int]:
    """The lines of a run that is a table."""
    told = [cells for _, cells in run if not all(map(_RULE.fullmatch, cells))]
    numbered = sum(any(map(_NUMBER.fullmatch, cells[1:])) for cells in told)
    if len(told) >= 2 and numbered * 2 >= len(told):
        yield from (start for start, _ in run)
