"""Tables of documents that know their cells, laid out as rows with tabs, one header above them.

So they stand in the text as tables do that were typed there (`rows`): what their cells say, the language pack tells.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from figcheck.model import Role
from figcheck.read.document import Cell, Document, Table
from figcheck.read.layout import Paragraph, paragraphs
from figcheck.read.lines import Line, lines

MOST_CELLS = 20_000
"""A larger table is data and not a part of an article: it is read as lines."""

MOST_HEADERS = 3
"""So many rows above the figures may be headers."""

_FIGURE = re.compile(r"[^\d，。；、]{0,6}[-+−]?\d[\d,.]{0,20}[^\d，。；、]{0,8}")
_MONTHS = r"(?:前|第)?[\d一二三四]{1,2}(?:[-—至]\d{1,2})?(?:个?月|季度)"
_TIME = re.compile(rf"(?=.)(?:(?:19|20)\d\d年?)?(?:{_MONTHS})?(?:上半年|下半年|全年|[份末底])?")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_UNIT = re.compile(r"[（(][^（）()\d]{1,8}[）)]$")
_SENTENCE_MARK = re.compile("[。；]")


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of the table: cleaned, and where each of them stood."""

    text: str
    offsets: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_time(self) -> bool:
        return bool(_TIME.fullmatch(self.text))

    @property
    def is_figure(self) -> bool:
        """Whether one figure stands here, and not a header with a year in it: 2023年产值."""
        told = _YEAR.match(self.text)
        return bool(_FIGURE.fullmatch(self.text, told.end() if told else 0)) and not self.is_time

    def split(self) -> tuple[Words, Words]:
        """A header without its unit, and the unit: 产值（亿元） → 产值, （亿元）."""
        match = _UNIT.search(self.text)
        at = match.start() if match else len(self.text)
        return Words(self.text[:at], self.offsets[:at]), Words(self.text[at:], self.offsets[at:])


NOTHING = Words("", ())


def told(table: Table, document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a table: its titles, its header, its rows; a table of running text as its lines."""
    if sum(map(len, table.rows)) > MOST_CELLS:
        yield from paragraphs(_as_lines(table, document))
        return
    rows = [[_words(document, cell) for cell in row] for row in table.rows]
    titles = [next(filter(None, row)) for row in takewhile(_is_title, rows)]
    yield from (_paragraph(title, Role.HEADLINE) for title in titles)
    rows = rows[len(titles) :]
    headers = _headers(rows)
    if not 0 < headers < len(rows) or max(map(len, rows)) < 2:
        yield from paragraphs(_as_lines(table, document))
        return
    for row in ([_header(column) for column in _columns(rows[:headers])], *rows[headers:]):
        if any(row):
            yield _paragraph(_joined(row, "\t"))
        yield from (_paragraph(cell) for cell in row if _SENTENCE_MARK.search(cell.text))


def _is_title(row: Sequence[Words]) -> bool:
    """Whether a row above the headers only says what the table holds."""
    return len(row) > 1 and sum(map(bool, row)) == 1


def _words(document: Document, cell: Cell) -> Words:
    found = next(lines(document.read, *cell), None)
    if found is None:
        return NOTHING
    text = found.text.replace("\t", " ")
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Words(text[start:end], found.offsets[start:end])


def _as_lines(table: Table, document: Document) -> list[Line]:
    return [line for row in table.rows for cell in row for line in lines(document.read, *cell)]


def _headers(rows: Sequence[Sequence[Words]]) -> int:
    """How many rows stand above the first one that holds a figure behind its first cell."""
    for index, row in enumerate(rows):
        if any(cell.is_figure for cell in row[1:]):
            return index if index <= MOST_HEADERS else 0
    return 0


def _columns(headers: Sequence[Sequence[Words]]) -> list[list[Words]]:
    """The words above each column; a header that spans columns holds for those that are empty beside it."""
    width = max(map(len, headers))
    columns: list[list[Words]] = [[] for _ in range(width)]
    for level, header in enumerate(headers):
        last = NOTHING
        for index in range(width):
            cell = header[index] if index < len(header) else NOTHING
            last = cell if cell or level == len(headers) - 1 else last
            if last and last.text not in [word.text for word in columns[index]]:
                columns[index].append(last)
    return columns


def _header(column: Sequence[Words]) -> Words:
    """The words above a column with blanks between them, when before what, and the unit behind."""
    parts = [words.split() for words in column]
    names = sorted((name for name, _ in parts if name), key=lambda name: not name.is_time)
    return _joined([_joined(names, " "), next((unit for _, unit in parts if unit), NOTHING)])


def _joined(parts: Iterable[Words], between: str = "") -> Words:
    """Words side by side; what stands between them points at the character before."""
    text, offsets, listed = "", array("I"), list(parts)
    at = next(part.offsets[0] for part in listed if part) if any(listed) else 0
    for index, part in enumerate(listed):
        text += (between if index else "") + part.text
        offsets.extend([*([at] * len(between) if index else ()), *part.offsets])
        at = offsets[-1] if offsets else at
    return Words(text, offsets)


def _paragraph(words: Words, role: Role = Role.TABLE) -> Paragraph:
    return Paragraph(words.text, array("I", words.offsets), role)
