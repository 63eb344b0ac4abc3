"""What a file format hands over: text in lines, what is known of each line, and what the document says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from figcheck.model import Problem, Role, Spot

NO_ARTICLE = "holds no article"
"""What is said of data and archives in which there is none; in a folder such files are passed over."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a format knows of the text from `start` on, up to the next mark: where it stands, and what it is.

    `role` is None where the looks of the line decide; `level` is that of a heading, 0 for all else. `goes_on` says
    that the line is one with the line before it, although another column or page begins there.
    """

    start: int
    spot: Spot | None = None
    role: Role | None = None
    level: int = 0
    goes_on: bool = False


Cell = tuple[int, int]
"""A cell of a table: `text[start:end]` of its document."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that stands in the text from `start` to `end`, row by row; rows may differ in length."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as its file holds it.

    `text` is what was read from the file; all that stands beside it points into it. `reading` is the same character
    by character, as it is to be understood: NUL for what is no text of the article; empty where there is no difference.
    `about` holds title, date, place and source as the document itself gives them; `headline` is the title where readers
    see it beside the text. `name` tells articles of one file apart (`#2`, `/b.txt`).
    """

    text: str
    encoding: str = "utf-8"
    about: Mapping[str, str] = field(default_factory=dict)
    marks: Sequence[Mark] = ()
    tables: Sequence[Table] = ()
    problems: Sequence[Problem] = ()
    name: str = ""
    reading: str = ""
    headline: str = ""

    @property
    def read(self) -> str:
        """The text as it is to be understood."""
        return self.reading or self.text


def without(text: str, parts: Iterable[Cell]) -> str:
    r"""The text with NUL for the characters of some parts of it.

    >>> without("有[126所](x)", [(1, 2), (6, 10)])
    '有\x00126所\x00\x00\x00\x00'
    """
    pieces, at = [], 0
    for start, end in sorted(parts):
        start = max(start, at)
        pieces += [text[at:start], "\0" * (end - start)]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


class Writer:
    """Puts a document together line by line.

    >>> writer = Writer()
    >>> writer.line("标题", Spot(paragraph=1), level=1)
    >>> writer.table([["年份", "增速"], ["2023", "5.2%"]], Spot(paragraph=2, table=1))
    >>> document = writer.document({})
    >>> document.text
    '标题\\n年份\\t增速\\n2023\\t5.2%\\n'
    >>> [document.text[start:end] for start, end in document.tables[0].rows[1]]
    ['2023', '5.2%']
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._tables: list[Table] = []
        self.size = 0

    def line(
        self, text: str, spot: Spot | None = None, role: Role | None = None, level: int = 0, goes_on: bool = False
    ) -> None:
        """A paragraph, or a line of one; breaks within it stay. Blank ones are left out."""
        if text.strip():
            self._marks.append(Mark(self.size, spot, role, level, goes_on))
            self._put(text + "\n")

    def table(self, rows: Sequence[Sequence[str]], spot: Spot) -> None:
        """A table, a line a row; `spot` is where it stands."""
        start = self.size
        found = []
        for row, words in enumerate(rows, start=1):
            cells: list[Cell] = []
            for cell, written in enumerate(words, start=1):
                place = Spot(spot.page, spot.column, spot.paragraph, spot.table, row, cell, spot.part)
                self._marks.append(Mark(self.size, place, Role.TABLE))
                cells.append(self._put(" ".join(written.split())))
                self._put("\n" if cell == len(words) else "\t")
            found.append(tuple(cells))
        self._tables.append(Table(start, self.size, tuple(found)))

    def document(self, about: Mapping[str, str], encoding: str = "utf-8", problems: Sequence[Problem] = ()) -> Document:
        """All that was written, with what the document says of itself."""
        return Document("".join(self._pieces), encoding, about, tuple(self._marks), tuple(self._tables), problems)

    def _put(self, text: str) -> Cell:
        self._pieces.append(text)
        self.size += len(text)
        return self.size - len(text), self.size
