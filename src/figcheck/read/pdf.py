"""PDF pages: their text layer in reading order, without the page numbers and heads that repeat.

The only module that knows pypdfium2.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from statistics import median

import pypdfium2
from pypdfium2 import raw

from figcheck.errors import UserError
from figcheck.model import Problem, Spot
from figcheck.read.columns import in_order
from figcheck.read.document import Document, Writer
from figcheck.read.furniture import Page, without_furniture
from figcheck.read.page import Glyph, Row, rows

MOST_PAGES = 1000
MOST_CHARACTERS = 200_000
"""On one page; more is no page that people read."""

HEADLINE = 1.3
"""A line so many times as large as the text is a headline."""

LONGEST_HEADLINE = 80

ALIKE = 0.15
"""By so much may the height of lines of one size differ: it is that of their tallest character."""

_WORD = re.compile(r"[!-~]{1,30}")
_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")


def read(data: bytes, where: str) -> Document:
    """The text of the pages. Raises UserError for files that are damaged, protected or endless."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        what = "is protected by a password" if locked else "is damaged, or no PDF"
        raise UserError(where, what, "save it without one" if locked else "export it again") from None
    with closing(pdf):
        if len(pdf) > MOST_PAGES:
            raise UserError(where, f"has more than {MOST_PAGES:,} pages", "give the pages that matter")
        return _document(pdf, where)


def _document(pdf: pypdfium2.PdfDocument, where: str) -> Document:
    pages: list[Page] = []
    broken: list[int] = []
    for number in range(1, len(pdf) + 1):
        try:
            pages.append(_page(pdf, number, where))
        except pypdfium2.PdfiumError:
            broken.append(number)
    kept, left_out = without_furniture(pages)
    writer = Writer()
    _Setter(writer).write(kept)
    blank = [page.number for page in pages if page.drawn and not page.rows]
    date = next((row.text for row in left_out if _DATE.search(row.text)), "")
    problems = [
        *_unread(where, blank, "no text layer", "run them through OCR and give the result"),
        *_unread(where, broken, "damage and cannot be read", "export the file again"),
    ]
    return writer.document({"date": date} if date else {}, problems=problems)


def _page(pdf: pypdfium2.PdfDocument, number: int, where: str) -> Page:
    with closing(pdf[number - 1]) as page:
        found = in_order(rows(list(_glyphs(page, where, number))))
        drawn = next(page.get_objects(max_depth=1), None) is not None
        return Page(number, found, page.get_height(), drawn)


def _glyphs(page: pypdfium2.PdfPage, where: str, number: int) -> Iterator[Glyph]:
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_CHARACTERS:
        raise UserError(f"{where}#page={number}", f"holds more than {MOST_CHARACTERS:,} characters", "export it again")
    box = raw.FS_RECTF()
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (0, 0xFFFE, 0xFFFF) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        if raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)) and code >= 0x20:
            yield Glyph(chr(code), box.left, box.bottom, box.right, box.top)
    text.close()


def _unread(where: str, pages: Sequence[int], why: str, hint: str) -> Iterator[Problem]:
    if pages:
        listed = ", ".join(map(str, pages[:12])) + (" …" if len(pages) > 12 else "")
        what = "page has" if len(pages) == 1 else "pages have"
        yield Problem(where, f"{len(pages)} {what} {why}: {listed}", hint)


# ------------------------------------------------------------------------------- paragraphs


@dataclass(slots=True)
class _Setter:
    """Writes the paragraphs of pages as lines."""

    writer: Writer
    last: Row | None = None
    edges: tuple[float, float] = (0.0, 0.0)

    def write(self, pages: Sequence[Page]) -> None:
        for page in pages:
            sizes = [row.size for row in page.rows for _ in row.text]
            large = HEADLINE * median(sizes) if sizes else 0.0
            for block in page.blocks():
                self.block(block, page.number, large)

    def block(self, block: Sequence[Row], number: int, large: float) -> None:
        set_ = [row for row in block if row.size < large] or block  # a headline may reach over its column
        edges = min(row.left for row in set_), max(row.right for row in set_)
        for paragraph in _paragraphs(block, edges, large):
            first = paragraph[0]
            text = joined([row.text for row in paragraph])
            level = 1 if first.size >= large and len(text) <= LONGEST_HEADLINE else 0
            spot = Spot(page=number, column=first.column)
            self.writer.line(text, spot, level=level, goes_on=not level and self.goes_on(first, edges))
            self.last, self.edges = None if level else paragraph[-1], edges

    def goes_on(self, first: Row, edges: tuple[float, float]) -> bool:
        """Whether the first line of a column goes on with the last one of the column before."""
        if self.last is None or (first.block == self.last.block and first.bottom < self.last.bottom):
            return False
        long = edges[1] - edges[0] > 8 * first.size
        return long and self.last.text[-1] not in "。！？" and _no_break(self.last, first, self.edges, edges)


def _paragraphs(block: Sequence[Row], edges: tuple[float, float], large: float) -> Iterator[list[Row]]:
    paragraph: list[Row] = []
    for row in block:
        if paragraph and not _follows(paragraph[-1], row, edges, large):
            yield paragraph
            paragraph = []
        paragraph.append(row)
    yield paragraph


def _follows(above: Row, below: Row, edges: tuple[float, float], large: float) -> bool:
    """Whether a line goes on with the one above it."""
    if above.bottom - below.top > 1.1 * above.size or abs(above.size - below.size) > ALIKE * above.size:
        return False
    return above.text[-1] not in "。！？" if above.size >= large else _no_break(above, below, edges, edges)


def _no_break(above: Row, below: Row, over: tuple[float, float], under: tuple[float, float]) -> bool:
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
