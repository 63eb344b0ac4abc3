"""PDF pages set in columns, for tests: Chinese text, headlines, page numbers, pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT, MARGIN, GAP = 595, 842, 70, 24
SIZE, LEADING = 11, 16.5

HANGING = "，。、；：！？”）》"

_WORD = re.compile(r"[^ ]+ ?|.")

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def pages(text: str, columns: int = 1, lines: int = 40, head: str = "某地日报") -> bytes:
    """A text set in columns of so many lines; `# ` begins a headline over the whole page."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=True)
    top = _headlines(canvas, [line[2:] for line in text.split("\n") if line.startswith("# ")])
    width = (WIDTH - 2 * MARGIN - GAP * (columns - 1)) / columns
    broken = list(_broken(text, width))
    for number, start in enumerate(range(0, len(broken), lines)):
        column = number % columns
        if column == 0 and number:
            canvas.showPage()
        if column == 0:
            _furniture(canvas, head, number // columns + 1)
        _set(canvas, broken[start : start + lines], MARGIN + column * (width + GAP), top if number < columns else 0)
    canvas.save()
    return stream.getvalue()


def scanned(words: Sequence[str]) -> bytes:
    """A page for each of the words; where there are none, the page holds a drawing only."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=True)
    for line in words:
        if line:
            _set(canvas, [line], MARGIN, 0)
        else:
            canvas.rect(MARGIN, MARGIN, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _headlines(canvas: Canvas, headlines: Sequence[str]) -> float:
    canvas.setFont(FONT, 22)
    for index, headline in enumerate(headlines):
        canvas.drawString(MARGIN, HEIGHT - MARGIN - 30 * (index + 1), headline)
    return 30.0 * len(headlines) + 20


def _furniture(canvas: Canvas, head: str, number: int) -> None:
    canvas.setFont(FONT, 8)
    canvas.drawString(MARGIN, HEIGHT - 30, head)
    canvas.drawString(WIDTH / 2, 25, f"— {number} —")


def _set(canvas: Canvas, lines: Sequence[str], left: float, down: float) -> None:
    canvas.setFont(FONT, SIZE)
    for index, line in enumerate(lines):
        canvas.drawString(left, HEIGHT - MARGIN - down - index * LEADING, line)


def _broken(text: str, width: float) -> Iterator[str]:
    """The lines of a column; paragraphs are indented by two characters, and no line begins with a mark: it hangs."""
    for paragraph in text.split("\n"):
        if paragraph.strip() and not paragraph.startswith("# "):
            line = ""
            chinese = any(char >= "\u2e80" for char in paragraph)
            for piece in "\u3000\u3000" + paragraph if chinese else _WORD.findall(paragraph):
                if piece not in HANGING and pdfmetrics.stringWidth((line + piece).rstrip(), FONT, SIZE) > width:
                    yield line
                    line = ""
                line += piece
            yield line
