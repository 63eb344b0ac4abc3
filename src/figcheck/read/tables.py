"""Tables told in sentences: header × row, so that a cell can contradict the text beside it.

A sentence is put together from characters of the table; what stands between them points at the cell told.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from figcheck.model import Role
from figcheck.read.document import Cell, Document, Table
from figcheck.read.layout import Line, Paragraph, lines, paragraphs, words

MOST_CELLS = 20_000
"""A larger table is data and not a part of an article: it is read as lines."""

MOST_HEADERS = 3
"""So many rows above the figures may be headers."""

_FIGURE = re.compile(r"[^\d，。；、]{0,6}[-+−]?\d[\d,.]{0,20}[^\d，。；、]{0,8}")
_MONTHS = r"(?:前|第)?[\d一二三四]{1,2}(?:[-—至]\d{1,2})?(?:个?月|季度)"
_TIME = re.compile(rf"(?=.)(?:(?:19|20)\d\d年?)?(?:{_MONTHS})?(?:上半年|下半年|全年|[份末底])?")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT = re.compile(r"[（(](?P<unit>[^（）()\d]{1,8})[）)]$")


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of the table: cleaned, and where each of them stood."""

    text: str
    offsets: Sequence[int]

    def __getitem__(self, part: slice) -> Words:
        return Words(self.text[part], self.offsets[part])

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
        """A header without its unit, and the unit: 产值（亿元） → 产值, 亿元."""
        match = _UNIT.search(self.text)
        return (self[: match.start()], self[slice(*match.span("unit"))]) if match else (self, self[:0])


NOTHING = Words("", ())


def told(table: Table, document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a table: one for each row that holds figures; a table of running text as its lines."""
    if sum(map(len, table.rows)) > MOST_CELLS:
        yield from paragraphs(_as_lines(table, document))
        return
    rows = [[_words(document, cell) for cell in row] for row in table.rows]
    titles = [next(filter(None, row)) for row in takewhile(_is_title, rows)]
    yield from (_paragraph(title.text, title.offsets, Role.HEADLINE) for title in titles)
    rows = rows[len(titles) :]
    headers = _headers(rows)
    if not 0 < headers < len(rows) or max(map(len, rows), default=0) < 2:
        yield from paragraphs(_as_lines(table, document))
        return
    columns = _columns(rows[:headers])
    for row in rows[headers:]:
        paragraph = _row(row, columns, rows[headers - 1])
        if paragraph is not None:
            yield paragraph
        yield from (_paragraph(cell.text, cell.offsets) for cell in row if re.search("[。；]", cell.text))


def _is_title(row: Sequence[Words]) -> bool:
    """Whether a row above the headers only says what the table holds."""
    return len(row) > 1 and sum(map(bool, row)) == 1


def _words(document: Document, cell: Cell) -> Words:
    found = list(lines(document.read, *cell))
    return Words(found[0].text.strip(), found[0].offsets) if found else NOTHING


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


def _row(row: Sequence[Words], columns: Sequence[Sequence[Words]], header: Sequence[Words]) -> Paragraph | None:
    """A sentence for each figure: when, of whom, what, how much."""
    first = 1 if header and _rules().index.fullmatch(header[0].text) and len(row) > 2 else 0
    if len(row) <= first:
        return None
    head, whole = row[first], NOTHING
    corner = header[first] if first < len(header) else NOTHING
    text, offsets = "", array("I")
    for cell, column in list(zip(row, columns, strict=False))[first + 1 :]:
        whole = whole if column and _rules().depends.match(column[-1].text) else (column or [NOTHING])[-1]
        if cell.is_figure and head:
            for words_ in _sentence(cell, column, head, corner, whole):
                text += words_.text
                offsets.extend(words_.offsets)
    return _paragraph(text, offsets) if text else None


def _sentence(cell: Words, column: Sequence[Words], head: Words, corner: Words, whole: Words) -> Iterator[Words]:
    """`whole` is the column that this one speaks of, where its own header only says 同比增长 or 占比."""
    parts = [word.split() for word in (*column, head)]
    names = [name for name, _ in parts]
    if whole and len(column) == 1 and whole is not column[0]:
        names.insert(-2, whole.split()[0])
    if not _rules().indicator.fullmatch(corner.text) or names[-2].is_time:
        names = [names[-1], *names[:-1]]
    names = [name for name in names if name and not _rules().plain.fullmatch(name.text)]
    for name in sorted(names, key=lambda name: not name.is_time):
        yield name
        if _BARE_YEAR.fullmatch(name.text):
            yield _pointing("年", name)
    yield cell
    unit = next((unit.text for _, unit in parts if unit), "")
    yield _pointing(("" if re.search(r"\d[^\d]+$", cell.text) else unit) + "。", cell)


def _pointing(text: str, cell: Words) -> Words:
    """Characters that the cell does not hold, where its last one stands."""
    return Words(text, [cell.offsets[-1]] * len(text))


def _paragraph(text: str, offsets: Sequence[int], role: Role = Role.TABLE) -> Paragraph:
    return Paragraph(text, array("I", offsets), role)


@dataclass(frozen=True, slots=True)
class _Rules:
    index: re.Pattern[str]
    indicator: re.Pattern[str]
    depends: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def _rules() -> _Rules:
    listed = words()["table"]
    return _Rules(
        *(re.compile("|".join(map(re.escape, listed[key]))) for key in ("index", "indicator", "depends", "plain"))
    )
