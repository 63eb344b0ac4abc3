"""From characters on paper to lines in reading order: across one column, then the next, headlines before both.

Lengths are in points; y grows upwards, as in PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

COLUMN_GAP = 0.7
"""So many widths of a character are left white between columns; words in a line stand closer."""

DEEPEST = 12
"""Columns within boxes within columns."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and the box it takes up."""

    char: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Row:
    """Characters on one line. `column` counts from the left, None where nothing stands beside; rows of one `block`
    stand under each other without anything between."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    column: int | None = None
    block: int = 0


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The lines of a page, in the order in which they are read."""
    blocks = list(_blocks(_merged(list(_runs(glyphs))), 0))
    for number, block in enumerate(blocks):
        for row in block:
            row.block = number
    return [row for block in blocks for row in block]


# ------------------------------------------------------------------------------- lines


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """Characters that follow each other on one line, or below each other in an upright headline."""
    current: Row | None = None
    blank = False
    for glyph in glyphs:
        if glyph.char.isspace():
            blank = True
            continue
        if current is not None and _follows(current, glyph):
            _grow(
                current, (" " if blank and glyph.left - current.right > 0.1 * current.size else "") + glyph.char, glyph
            )
        elif current is not None and _below(current, glyph):
            _grow(current, glyph.char, glyph)
        else:
            if current is not None:
                yield current
            current = Row(glyph.char, glyph.left, glyph.bottom, glyph.right, glyph.top, glyph.height)
        blank = False
    if current is not None:
        yield current


def _follows(row: Row, glyph: Glyph) -> bool:
    gap, size = glyph.left - row.right, max(row.size, glyph.height)
    level = row.bottom - 0.2 * size <= glyph.middle <= row.top + 0.2 * size
    return level and -0.5 * size <= gap <= COLUMN_GAP * size and row.top - row.bottom < 1.8 * size


def _below(row: Row, glyph: Glyph) -> bool:
    """Whether a Chinese character stands right under another one, alone in its line: headlines set upright."""
    upright = len(row.text) == 1 or row.top - row.bottom > 1.8 * row.size
    near = -0.3 * row.size <= row.bottom - glyph.top <= 0.6 * row.size
    straight = abs(glyph.left - row.left) < 0.2 * row.size
    return upright and near and straight and not (row.text[-1] + glyph.char).isascii() and glyph.char.isalpha()


def _grow(row: Row, text: str, box: Glyph | Row) -> None:
    row.text += text
    row.left, row.right = min(row.left, box.left), max(row.right, box.right)
    row.bottom, row.top = min(row.bottom, box.bottom), max(row.top, box.top)
    row.size = max(row.size, box.height if isinstance(box, Glyph) else box.size)


def _merged(runs: list[Row]) -> list[Row]:
    """Runs that stand side by side on one line, joined; files give them in any order."""
    done: list[Row] = []
    for run in sorted(runs, key=lambda run: (-round(run.bottom + run.top), run.left)):
        before = done[-1] if done else None
        if before is not None and _beside(before, run):
            _grow(before, run.text, run)
        else:
            done.append(run)
    return done


def _beside(row: Row, run: Row) -> bool:
    level = abs(row.bottom + row.top - run.bottom - run.top) < 0.6 * min(row.size, run.size)
    return level and -0.3 * row.size <= run.left - row.right <= COLUMN_GAP * min(row.size, run.size)


# ------------------------------------------------------------------------------- columns


@dataclass(slots=True)
class _Band:
    """Rows that overlap in height, or several such that share white stretches down the page."""

    rows: list[Row]
    gaps: list[tuple[float, float]] = field(default_factory=list)


def _blocks(found: list[Row], depth: int) -> Iterator[list[Row]]:
    """The parts of a region one by one, each from the top down."""
    for band in _bands(found):
        parts = _split(band) if depth < DEEPEST else [band.rows]
        if len(parts) > 1:
            for number, part in enumerate(parts, start=1):
                for row in part:
                    row.column = row.column or number
                yield from _blocks(part, depth + 1)
        else:
            yield sorted(band.rows, key=lambda row: (-row.top, row.left))


def _bands(found: Sequence[Row]) -> list[_Band]:
    """The region cut from side to side: where the columns change, or something spans them."""
    done: list[_Band] = []
    for level in _levels(found):
        band = _Band(level, _gaps(level))
        if done and (shared := _shared(done[-1], band)) is not None:
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


def _shared(a: _Band, b: _Band) -> list[tuple[float, float]] | None:
    """The white stretches of both together; None where that takes columns away from one of them."""
    size = min(row.size for row in (*a.rows, *b.rows))
    both = [(max(x[0], y[0]), min(x[1], y[1])) for x in a.gaps for y in b.gaps]
    wide = [gap for gap in both if gap[1] - gap[0] >= COLUMN_GAP * size]
    inner = _inner(wide, [*a.rows, *b.rows])
    apart = len(_inner(a.gaps, a.rows)) > 0 or len(_inner(b.gaps, b.rows)) > 0
    return wide if inner or not apart else None


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
