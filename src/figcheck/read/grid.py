"""Tables on pages: lines of short cells under each other, most of them with numbers, and columns that keep apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from figcheck.read.bands import Gap, gaps, inner, levels
from figcheck.read.page import COLUMN_GAP, Row

LONGEST = 30
"""No cell of a table of numbers is longer; columns of text have longer lines."""

FAR = 3.0
"""So many heights of a line may lie between the lines of a table."""

_NUMBER = re.compile(r"[-+−±]?\d[\d,.]{0,20}(?!年)[^\d\s，。；、]{0,3}")
_SENTENCE = re.compile("[，。；]")

Cells = list[list[list[Row]]]
"""The lines in each cell, row by row."""


def table(found: Sequence[Row]) -> tuple[list[Row], Cells, list[Row]] | None:
    """The lines above a table, its cells, and the lines below it; None where the region holds none.

    Lines with one cell above and below the others are none of it: a caption, the last line of a paragraph.
    """
    lines = _whole(list(levels(found)))
    across = [number for number, line in enumerate(lines) if len(line) > 1]
    if len(across) < 2:
        return None
    first, last = across[0], across[-1] + 1
    within = lines[first:last]
    between = _between(within)
    cells = [_divided(line, between) for line in within]
    if not between or max(_white(within)) > FAR * found[0].size or not _of_numbers(cells):
        return None
    return [row for line in lines[:first] for row in line], cells, [row for line in lines[last:] for row in line]


def _whole(lines: list[list[Row]]) -> list[list[Row]]:
    """The lines of a table, where some of its cells take up several on paper, which stand closer."""
    white = _white(lines)
    near = 0.5 * median(white) if white else 0.0
    whole = lines[:1]
    for above, line in zip(white, lines[1:], strict=True):
        if above < near:
            whole[-1] = whole[-1] + line
        else:
            whole.append(line)
    return whole


def _white(lines: Sequence[Sequence[Row]]) -> list[float]:
    """How much is white between each line and the next."""
    return [min(row.bottom for row in a) - max(row.top for row in b) for a, b in pairwise(lines)]


def _between(lines: Sequence[Sequence[Row]]) -> list[Gap]:
    """The white stretches that run down all lines."""
    rows = [row for line in lines for row in line]
    edges = min(row.left for row in rows), max(row.right for row in rows)
    white = COLUMN_GAP * min(row.size for row in rows)
    shared = inner(gaps(lines[0]), *edges)
    for line in lines[1:]:
        both = [(max(a[0], b[0]), min(a[1], b[1])) for a in shared for b in gaps(line)]
        shared = inner([gap for gap in both if gap[1] - gap[0] >= white], *edges)
    return shared


def _divided(line: Sequence[Row], between: Sequence[Gap]) -> list[list[Row]]:
    """The rows of a line in the columns that they stand in, each from the top down."""
    cells: list[list[Row]] = [[] for _ in range(len(between) + 1)]
    for row in sorted(line, key=lambda row: (-row.top, row.left)):
        cells[sum(gap[0] < row.left for gap in between)].append(row)
    return cells


def _of_numbers(cells: Cells) -> bool:
    """Whether short cells hold a number in at least half of the lines below the first, and two in all."""
    told = [["".join(row.text for row in cell) for cell in line] for line in cells]
    if any(len(text) > LONGEST or _SENTENCE.search(text) for line in told for text in line):
        return False
    numbers = [sum(bool(_NUMBER.fullmatch(text)) for text in line[1:]) for line in told[1:]]
    return sum(numbers) > 1 and 2 * sum(map(bool, numbers)) >= len(numbers)
