"""Lines of pages joined to paragraphs and headlines, across columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from figcheck.model import Spot
from figcheck.read.document import Writer
from figcheck.read.furniture import Page
from figcheck.read.page import HEADLINE, Row

LONGEST_HEADLINE = 80

ALIKE = 0.1
"""By so much may lines of one size differ: that of a line is the size of its largest character."""

INDENT = 2.5
"""Lines are indented by so many characters at most."""

_WORD = re.compile(r"[!-~]{1,30}")


Edges = tuple[float, float]
"""Where the lines of a column begin and end."""


@dataclass(slots=True)
class Setter:
    """Writes the paragraphs of pages as lines."""

    writer: Writer
    last: Row | None = None
    edges: Edges = (0.0, 0.0)
    tables: int = 0

    def write(self, pages: Sequence[Page]) -> None:
        """Write all of them, in this order."""
        sizes = {
            page.number: HEADLINE * median([row.size for row in page.rows for _ in row.text] or [0]) for page in pages
        }
        columns = _columns(row for page in pages for row in page.rows if row.size < sizes[page.number] and not row.cell)
        for page in pages:
            for block in page.blocks():
                if block[0].cell:
                    self.table(block, page.number)
                else:
                    self.block(block, page.number, sizes[page.number], columns)

    def block(self, block: Sequence[Row], number: int, large: float, columns: Mapping[int | None, Edges]) -> None:
        """Write the paragraphs of one block; `columns` are the edges that others of its column have."""
        set_ = [row for row in block if row.size < large] or block  # a headline may reach over its column
        edges = _edges(set_, columns)
        for paragraph in _paragraphs(block, edges, large):
            first = paragraph[0]
            text = joined([row.text for row in paragraph])
            level = 1 if first.size >= large and len(text) <= LONGEST_HEADLINE and text[-1] not in "。；" else 0
            spot = Spot(page=number, column=first.column)
            self.writer.line(text, spot, level=level, goes_on=not level and self.goes_on(first, edges))
            self.last, self.edges = None if level else paragraph[-1], edges

    def table(self, block: Sequence[Row], number: int) -> None:
        """Write a table; lines of one cell are joined."""
        cells: dict[tuple[int, int], list[str]] = {}
        for row in block:
            cells.setdefault(row.cell or (0, 0), []).append(row.text)
        rows, columns = (range(1, 1 + max(cell[way] for cell in cells)) for way in (0, 1))
        words = [[joined(cells.get((row, column), [""])) for column in columns] for row in rows]
        self.tables += 1
        self.writer.table(words, Spot(page=number, column=block[0].column, table=self.tables))
        self.last = None

    def goes_on(self, first: Row, edges: Edges) -> bool:
        """Whether the first line of a column goes on with the last one of the column before."""
        if self.last is None or (first.block == self.last.block and first.bottom < self.last.bottom):
            return False
        long = edges[1] - edges[0] > 8 * first.size
        return long and self.last.text[-1] not in "。！？" and _no_break(self.last, first, self.edges, edges)


def _columns(found: Iterable[Row]) -> Mapping[int | None, Edges]:
    """How far the lines of each column reach, over all pages."""
    columns: dict[int | None, Edges] = {}
    for row in found:
        left, right = columns.get(row.column, (row.left, row.right))
        columns[row.column] = min(left, row.left), max(right, row.right)
    return columns


def _edges(block: Sequence[Row], columns: Mapping[int | None, Edges]) -> Edges:
    """The edges of a block; where it has lines that stand by themselves, those of its column count."""
    left, right = min(row.left for row in block), max(row.right for row in block)
    column, size = block[0].column, block[0].size
    if column not in columns or not _is_list(block, left, right):
        return left, right
    begin, end = columns[column]
    return begin if left - begin <= INDENT * size else left, end if column is None else right


def _is_list(block: Sequence[Row], left: float, right: float) -> bool:
    """Whether lines begin at one edge and do not reach the other: none is indented, or all are."""
    full = sum(right - row.right < row.size for row in block)
    return max(row.left for row in block) - left < 0.5 * block[0].size and full < 0.8 * len(block)


def _paragraphs(block: Sequence[Row], edges: Edges, large: float) -> Iterator[list[Row]]:
    paragraph: list[Row] = []
    for row in block:
        if paragraph and not _follows(paragraph[-1], row, edges, large):
            yield paragraph
            paragraph = []
        paragraph.append(row)
    yield paragraph


def _follows(above: Row, below: Row, edges: Edges, large: float) -> bool:
    """Whether a line goes on with the one above it."""
    if above.bottom - below.top > 1.1 * above.size or abs(above.size - below.size) > ALIKE * above.size:
        return False
    return above.text[-1] not in "。！？" if above.size >= large else _no_break(above, below, edges, edges)


def _no_break(above: Row, below: Row, over: Edges, under: Edges) -> bool:
    """Whether a line is set like the one before, not indented, and its first word had no room there."""
    word = _WORD.match(below.text)
    needed = below.size * (0.5 * len(word[0]) if word else 1.0)
    alike = abs(above.size - below.size) <= ALIKE * above.size
    return alike and below.left < under[0] + 0.8 * below.size and over[1] - above.right < needed + 0.6 * below.size


def joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph: a blank between words of Latin letters, nothing between Chinese characters.

    >>> joined(["全市有学校1", "26所，", "full-", "time"]), joined(["of 5", "30 people"])
    ('全市有学校126所，full-time', 'of 5 30 people')
    """
    text = lines[0]
    for line in lines[1:]:
        latin = not any(char >= "\u2e80" for char in text[-20:] + line[:20])
        text += (" " if latin and text[-1] != "-" else "") + line
    return text
