"""Lines on a page put in reading order: one column after the other, what spans them before or behind."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from figcheck.read.bands import Band, bands
from figcheck.read.grid import Cells, table
from figcheck.read.page import HEADLINE, Row

DEEPEST = 12
"""Columns within boxes within columns."""


def in_order(found: list[Row]) -> list[Row]:
    """The lines of a page as they are read, with the blocks that they stand in numbered."""
    ordered = []
    large = HEADLINE * median([row.size for row in found for _ in row.text]) if found else 0.0
    for number, block in enumerate(blocks(found, large)):
        for row in block:
            row.block = number
        ordered += block
    return ordered


def blocks(found: list[Row], large: float, depth: int = 0) -> Iterator[list[Row]]:
    """The parts of a region one by one, each from the top down; `depth` is how many it lies within.

    Lines of the size `large` are headlines.
    """
    for band in bands(found, large):
        parts = _split(band) if depth < DEEPEST else [band.rows]
        if len(parts) == 1:
            yield _sorted(band.rows)
        elif in_cells := table(band.rows):
            yield from filter(None, map(_sorted, (in_cells[0], _cells(in_cells[1]), in_cells[2])))
        else:
            for number, part in enumerate(parts, start=1):
                for row in part:
                    row.column = row.column or number
                yield from blocks(part, large, depth + 1)


def _sorted(found: list[Row]) -> list[Row]:
    """Rows by the cells they stand in, else from the top down."""
    return sorted(found, key=lambda row: (row.cell or (0, 0), -row.top, row.left))


def _cells(cells: Cells) -> list[Row]:
    """The rows of a table, which now know where in it they stand."""
    for number, line in enumerate(cells, start=1):
        for column, cell in enumerate(line, start=1):
            for row in cell:
                row.cell = (number, column)
    return [row for line in cells for cell in line for row in cell]


def _split(band: Band) -> list[list[Row]]:
    """The rows of a band, divided at the gaps that run all the way down."""
    edges = [(gap[0] + gap[1]) / 2 for gap in band.inner]
    parts: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in band.rows:
        parts[sum(edge < row.left for edge in edges)].append(row)
    return [part for part in parts if part]
