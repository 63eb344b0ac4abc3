"""PDF pages: their text layer in reading order, without the page numbers and heads that repeat.

The only module that knows pypdfium2.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from math import hypot

import pypdfium2
from pypdfium2 import raw

from figcheck.errors import UserError
from figcheck.model import Problem
from figcheck.read.columns import in_order
from figcheck.read.document import Document, Writer
from figcheck.read.furniture import Page, without_furniture
from figcheck.read.job import Job
from figcheck.read.page import Glyph, rows
from figcheck.read.setting import Setter

MOST_CHARACTERS = 200_000
"""On one page; more is no page that people read."""

OFTEN = 500
"""After so many characters the time is looked at."""

DESCENT = 0.12
"""So much of a Chinese character stands below its line."""

_DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")


def read(data: bytes, job: Job) -> Document:
    """The text of the pages. Raises UserError for files that are damaged, protected or endless."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        what = "is protected by a password" if locked else "is damaged, or no PDF"
        raise UserError(job.where, what, "save it without one" if locked else "export it again") from None
    with closing(pdf):
        job.within("pages", len(pdf))
        return _document(pdf, job)


def _document(pdf: pypdfium2.PdfDocument, job: Job) -> Document:
    pages: list[Page] = []
    broken: list[int] = []
    for number in range(1, len(pdf) + 1):
        try:
            pages.append(_page(pdf, number, job.at(f"{job.where}#page={number}")))
        except pypdfium2.PdfiumError:
            broken.append(number)
    kept, left_out = without_furniture(pages)
    writer = Writer()
    Setter(writer).write(kept)
    blank = [page.number for page in pages if page.drawn and not page.rows]
    date = next((row.text for row in left_out if _DATE.search(row.text)), "")
    problems = [
        *_unread(job.where, blank, "no text layer", "run them through OCR and give the result"),
        *_unread(job.where, broken, "damage and cannot be read", "export the file again"),
    ]
    return writer.document({"date": date} if date else {}, problems=problems)


def _page(pdf: pypdfium2.PdfDocument, number: int, job: Job) -> Page:
    with closing(pdf[number - 1]) as page:
        found = in_order(rows(list(_glyphs(page, job))))
        drawn = next(page.get_objects(max_depth=1), None) is not None
        return Page(number, found, page.get_height(), drawn)


def _glyphs(page: pypdfium2.PdfPage, job: Job) -> Iterator[Glyph]:
    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_CHARACTERS:
        raise UserError(job.where, f"holds more than {MOST_CHARACTERS:,} characters", "export it again")
    box, before = raw.FS_RECTF(), (0.0, 0.0)
    for index in range(count):
        if index % OFTEN == 0:
            job.in_time()
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (0, 0xFFFE, 0xFFFF) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        if raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)) and code >= 0x20:
            one_drawing = (box.left, box.bottom) == before  # —— may be one, as ffi is
            before = (box.left, box.bottom)
            glyph = Glyph(chr(code), box.left, box.bottom, box.right, box.top, _size(text, index))
            yield replace(glyph, left=box.right) if one_drawing else _whole(glyph, text, index)
    text.close()


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """The size of a character as it is seen; 0 where that is not told."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        return 0.0
    return float(raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d))


def _whole(glyph: Glyph, text: pypdfium2.PdfTextPage, index: int) -> Glyph:
    """A Chinese character with its whole box: some fonts tell only that of its ink."""
    full = "\u4e00" <= glyph.char <= "\u9fff" and glyph.size > 0
    if not full or (glyph.right - glyph.left > 0.97 * glyph.size and glyph.height > 0.97 * glyph.size):
        return glyph
    x, y = ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y)):
        return glyph
    bottom = y.value - DESCENT * glyph.size
    return Glyph(glyph.char, x.value, bottom, x.value + glyph.size, bottom + glyph.size, glyph.size)


def _unread(where: str, pages: Sequence[int], why: str, hint: str) -> Iterator[Problem]:
    if pages:
        listed = ", ".join(map(str, pages[:12])) + (" …" if len(pages) > 12 else "")
        what = "page has" if len(pages) == 1 else "pages have"
        yield Problem(where, f"{len(pages)} {what} {why}: {listed}", hint)
