"""Lines on a page put in reading order: one column after the other, what spans them before or behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from figcheck.read.page import COLUMN_GAP, HEADLINE, Row

WHITE = 2.5
"""So many heights of a line are left white beside a headline that spans columns."""

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


@dataclass(slots=True)
class _Band:
    """Rows that overlap in height, or several such that share white stretches down the page."""

    rows: list[Row]
    gaps: list[tuple[float, float]] = field(default_factory=list)


def blocks(found: list[Row], large: float, depth: int = 0) -> Iterator[list[Row]]:
    """The parts of a region one by one, each from the top down; `depth` is how many it lies within.

    Lines of the size `large` are headlines.
    """
    for band in _bands(found, large):
        parts = _split(band) if depth < DEEPEST else [band.rows]
        if len(parts) > 1:
            for number, part in enumerate(parts, start=1):
                for row in part:
                    row.column = row.column or number
                yield from blocks(part, large, depth + 1)
        else:
            yield sorted(band.rows, key=lambda row: (-row.top, row.left))


def _bands(found: Sequence[Row], large: float) -> Iterator[_Band]:
    """The region cut from side to side: where the columns change, or something spans them."""
    for band in _level_bands(found, large):
        yield from _between_headlines(band, large)


def _between_headlines(band: _Band, large: float) -> Iterator[_Band]:
    """A band cut at the headlines that have no text beside them, and columns above and below: they span these."""
    above: list[Row] = []
    below = list(_levels(band.rows))
    inner = _inner(band.gaps, band.rows)
    while below:
        level = below.pop(0)
        rest = [row for level in below for row in level]
        over = [gap for gap in inner if all(row.size >= large and row.left < gap[1] for row in level)]
        if any(_is_white(gap, above, rest) for gap in over):
            yield _Band(above, band.gaps)
            yield _Band(level)
            above = []
        else:
            above += level
    if above:
        yield _Band(above, band.gaps)


def _is_white(gap: tuple[float, float], above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether columns stand on both sides of a gap, above and below, and end and begin again on the right one."""
    ending, going_on = ([row for row in rows if row.left >= gap[1]] for rows in (above, below))
    if len(ending) in (0, len(above)) or len(going_on) in (0, len(below)):
        return False
    return min(row.bottom for row in ending) - max(row.top for row in going_on) > WHITE * going_on[0].size


def _level_bands(found: Sequence[Row], large: float) -> list[_Band]:
    """The region cut where the white stretches down the page change."""
    done: list[_Band] = []
    for level in _levels(found):
        band = _Band(level, _gaps(level))
        if done and (shared := _shared(done[-1], band, large)) is not None:
            done[-1] = _Band([*done[-1].rows, *level], shared)
        else:
            done.append(band)
    return done


def _levels(found: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that overlap in height, from the top down."""
    level: list[Row] = []
    for row in sorted(found, key=lambda row: -row.top):
        if level and row.top - 0.25 * row.size <= min(other.bottom for other in level):
            yield level
            level = []
        level.append(row)
    if level:
        yield level


def _gaps(level: Iterable[Row]) -> list[tuple[float, float]]:
    """The stretches of a level that are white: with no end outwards, so that a short line leaves the rest open."""
    gaps, at = [], float("-inf")
    for row in sorted(level, key=lambda row: row.left):
        if row.left > at:
            gaps.append((at, row.left))
        at = max(at, row.right)
    return [*gaps, (at, float("inf"))]


def _shared(a: _Band, b: _Band, large: float) -> list[tuple[float, float]] | None:
    """The white stretches of both together; None where that takes columns away from one of them, and for a headline
    and the text under it where they share none.
    """
    size = min(row.size for row in (*a.rows, *b.rows))
    both = [(max(x[0], y[0]), min(x[1], y[1])) for x in a.gaps for y in b.gaps]
    wide = [gap for gap in both if gap[1] - gap[0] >= COLUMN_GAP * size]
    inner = _inner(wide, [*a.rows, *b.rows])
    apart = len(_inner(a.gaps, a.rows)) > 0 or len(_inner(b.gaps, b.rows)) > 0
    headline = {all(row.size >= large for row in band.rows) for band in (a, b)} == {True, False}
    return wide if inner or not (apart or headline) else None


def _inner(gaps: Sequence[tuple[float, float]], found: Sequence[Row]) -> list[tuple[float, float]]:
    """The gaps that have something on both sides."""
    left, right = min(row.left for row in found), max(row.right for row in found)
    return [gap for gap in gaps if gap[0] >= left and gap[1] <= right]


def _split(band: _Band) -> list[list[Row]]:
    """The rows of a band, divided at the gaps that run all the way down."""
    edges = [(gap[0] + gap[1]) / 2 for gap in _inner(band.gaps, band.rows)]
    parts: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in band.rows:
        parts[sum(edge < row.left for edge in edges)].append(row)
    return [part for part in parts if part]
