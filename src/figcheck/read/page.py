"""From characters on paper to lines of one column each.

Lengths are in points; y grows upwards, as in PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

COLUMN_GAP = 0.7
"""So many widths of a character are left white between columns; words in a line stand closer."""

HEADLINE = 1.15
"""A line so many times as large as the text is a headline."""

SQUEEZED = 0.6
"""So much of a character may lie under the next one: of 。” half is white, which typesetting takes out."""


FARTHEST = 1_000_000
"""Points from the corner of a page at which nothing stands."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, the box it takes up, and its size where the file tells it."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    size: float = 0.0

    @property
    def is_placed(self) -> bool:
        """Whether it stands anywhere that can be reckoned with: files may tell of boxes that are no numbers."""
        return all(abs(side) < FARTHEST for side in (self.left, self.bottom, self.right, self.top, self.size))

    @property
    def em(self) -> float:
        """Its size, which the height of its box stands for where none is told."""
        return self.size or self.height

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Row:
    """Characters on one line. `column` counts from the left, None where nothing stands beside; rows of one `block`
    stand under each other without anything between, or are a table and tell their `cell`, by row and column."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    column: int | None = None
    block: int = 0
    cell: tuple[int, int] | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The lines of a page, from the top down; `columns.blocks` puts them in reading order."""
    return _merged(list(_runs([glyph for glyph in glyphs if glyph.is_placed])))


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """Characters that follow each other on one line, or below each other in an upright headline."""
    current: Row | None = None
    blank: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            blank = glyph
            continue
        if current is not None and _follows(current, glyph):
            _grow(current, " " * _apart(current, blank, glyph) + glyph.char, glyph)
        elif current is not None and _below(current, glyph):
            _grow(current, glyph.char, glyph)
        else:
            if current is not None:
                yield current
            current = Row(glyph.char, glyph.left, glyph.bottom, glyph.right, glyph.top, glyph.em)
        blank = None
    if current is not None:
        yield current


def _apart(row: Row, blank: Glyph | None, glyph: Glyph) -> bool:
    """Whether a blank in the file is one on paper.

    Between Latin words it counts by its own width: where another font stands in, their letters are too wide.
    """
    if blank is None:
        return False
    before, after = row.text[-1], glyph.char
    latin = (before + after).isascii() and not (before.isdigit() and after.isdigit())
    return max(glyph.left - row.right, blank.right - blank.left if latin else 0) > 0.1 * row.size


def _follows(row: Row, glyph: Glyph) -> bool:
    gap, size = glyph.left - row.right, max(row.size, glyph.em)
    level = row.bottom - 0.2 * size <= glyph.middle <= row.top + 0.2 * size
    return level and -SQUEEZED * size <= gap <= COLUMN_GAP * size and row.top - row.bottom < 1.8 * size


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
    row.size = max(row.size, box.em if isinstance(box, Glyph) else box.size)


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
    return level and -SQUEEZED * row.size <= run.left - row.right <= COLUMN_GAP * min(row.size, run.size)
