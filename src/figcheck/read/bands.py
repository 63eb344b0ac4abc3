"""Regions of a page cut from side to side: stretches in which the same columns run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figcheck.read.page import COLUMN_GAP, Row

WHITE = 2.5
"""So many heights of a line are left white beside a headline that spans columns."""

MOST_GAPS = 100
"""In one line; more are no columns."""

Gap = tuple[float, float]
"""A white stretch, from left to right."""


@dataclass(slots=True)
class Band:
    """Rows that overlap in height, or several such that share white stretches down the page.

    They stand between `left` and `right`; `size` is that of the smallest.
    """

    rows: list[Row]
    gaps: list[Gap]
    left: float
    right: float
    size: float
    headline: bool  # and nothing else

    @property
    def inner(self) -> list[Gap]:
        """The gaps that have something on both sides."""
        return inner(self.gaps, self.left, self.right)

    def add(self, other: Band, shared: list[Gap]) -> None:
        """Take in the rows below, which share these gaps."""
        self.rows += other.rows
        self.gaps = shared
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.size = min(self.size, other.size)
        self.headline = self.headline and other.headline


def band(rows: Sequence[Row], gaps: list[Gap], large: float) -> Band:
    """Rows as a band; where all are as `large` as headlines, it is one."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    size = min(row.size for row in rows)
    return Band(list(rows), gaps, left, right, size, size >= large)


def bands(found: Sequence[Row], large: float) -> Iterator[Band]:
    """The region cut from side to side: where the columns change, or something spans them."""
    for whole in _level_bands(found, large):
        yield from _between_headlines(whole, large)


def _level_bands(found: Sequence[Row], large: float) -> list[Band]:
    """The region cut where the white stretches down the page change."""
    done: list[Band] = []
    for level in levels(found):
        below = band(level, gaps(level), large)
        shared = _shared(done[-1], below) if done else None
        if shared is None:
            done.append(below)
        else:
            done[-1].add(below, shared)
    return done


def levels(found: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that overlap in height, from the top down."""
    level: list[Row] = []
    bottom = 0.0
    for row in sorted(found, key=lambda row: -row.top):
        if level and row.top - 0.25 * row.size <= bottom:
            yield level
            level = []
        bottom = min(bottom, row.bottom) if level else row.bottom
        level.append(row)
    if level:
        yield level


def gaps(level: Sequence[Row]) -> list[Gap]:
    """The stretches of a level that are white: with no end outwards, so that a short line leaves the rest open."""
    found, at = [], float("-inf")
    for row in sorted(level, key=lambda row: row.left):
        if row.left > at:
            found.append((at, row.left))
        at = max(at, row.right)
    return [*(found if len(found) <= MOST_GAPS else found[:1]), (at, float("inf"))]


def _shared(a: Band, b: Band) -> list[Gap] | None:
    """The white stretches of both together.

    None where that takes columns away from one of them, and for a headline and the text under it that share none.
    """
    both = [(max(x[0], y[0]), min(x[1], y[1])) for x in a.gaps for y in b.gaps]
    wide = [gap for gap in both if gap[1] - gap[0] >= COLUMN_GAP * min(a.size, b.size)]
    inside = inner(wide, min(a.left, b.left), max(a.right, b.right))
    return wide if inside or not (a.inner or b.inner or a.headline != b.headline) else None


def inner(gaps: Sequence[Gap], left: float, right: float) -> list[Gap]:
    """The gaps within these edges."""
    return [gap for gap in gaps if gap[0] >= left and gap[1] <= right]


# ------------------------------------------------------------------------------- headlines over columns


def _between_headlines(whole: Band, large: float) -> Iterator[Band]:
    """A band cut at the headlines that have no text beside them, and columns above and below: they span these."""
    inside, rest = whole.inner, whole.rows
    for level in list(levels(whole.rows)) if inside else ():
        over = [gap for gap in inside if all(row.size >= large and row.left < gap[1] for row in level)]
        if not over:
            continue
        above = [row for row in rest if row.bottom > level[0].middle]
        below = [row for row in rest if row.top < level[0].middle]
        if any(_is_white(gap, above, below) for gap in over):
            yield band(above, whole.gaps, large)
            yield band(level, gaps(level), large)
            rest = below
    yield band(rest, whole.gaps, large)


def _is_white(gap: Gap, above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether columns stand on both sides of a gap, above and below, and end and begin again on the right one."""
    ending, going_on = ([row for row in rows if row.left >= gap[1]] for rows in (above, below))
    if len(ending) in (0, len(above)) or len(going_on) in (0, len(below)):
        return False
    return min(row.bottom for row in ending) - max(row.top for row in going_on) > WHITE * going_on[0].size
