"""Lines joined to running text: `cleaning` → `lines` → which of them are one paragraph, however the page broke them.

Nothing is added to the text but the line breaks between paragraphs.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from figcheck.model import Role
from figcheck.read.cleaning import width_of
from figcheck.read.lines import TURN, Line, dateline

_TERMINAL = re.compile(r"[。！？!?…][”’」』）)\]*]*$|[.!?][\"')\]]*$")
_SENTENCE_MARK = re.compile("[。！？；]")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one."""

    text: str
    offsets: array[int]
    role: Role
    level: int = 0
    dateline: bool = False
    last: float = 0.0  # width of the last line
    count: int = 1  # lines
    beside: bool = False  # told beside the text, not in it


# ------------------------------------------------------------------------------- lines


# ------------------------------------------------------------------------------- paragraphs


_NARROW = 48
"""The lines of a newspaper column are shorter than this; a line of a manuscript is a paragraph."""

_STEP_OVER = 3
"""So many captions and bylines may stand inside a broken sentence."""


def paragraphs(found: Sequence[Line]) -> list[Paragraph]:
    """Lines joined to paragraphs, with the roles that their surroundings give them."""
    done: list[Paragraph] = []
    current: Paragraph | None = None
    waiting: list[Paragraph] = []
    for index, line in enumerate(found):
        begun = any(p.role is Role.BODY and _SENTENCE_MARK.search(p.text) for p in done[-8:])
        if current is not None and not line.special and _continues(current, found, index, begun):
            _append(current, line)
        elif current is not None and _may_step_over(current, line) and len(waiting) < _STEP_OVER:
            waiting.append(_paragraph(line))
        else:
            done.extend(p for p in (current, *waiting) if p is not None)
            waiting = []
            current = _paragraph(line)
            if line.special or _signs_on(done, line):
                current.role = line.role if line.special else Role.BYLINE
                done.append(current)
                current = None
    done.extend(p for p in (current, *waiting) if p is not None)
    _give_roles(done)
    return done


def _may_step_over(current: Paragraph, line: Line) -> bool:
    """Whether a caption or byline may be passed over, because the sentence above it is not at its end."""
    passing = line.special and line.role in (Role.CAPTION, Role.BYLINE) and not TURN.match(line.text)
    return passing and unfinished(current)


def _signs_on(done: Sequence[Paragraph], line: Line) -> bool:
    """The second line of a byline: names alone."""
    return bool(done) and done[-1].role is Role.BYLINE and len(line.text) <= 10 and not _NOT_NAMES.search(line.text)


_NOT_NAMES = re.compile(r"[，。；：、！？\d]")


def _paragraph(line: Line) -> Paragraph:
    opens = not line.special and dateline(line.text) is not None
    return Paragraph(line.text, array("I", line.offsets), line.role, line.level, opens, line.width)


def _append(paragraph: Paragraph, line: Line) -> None:
    if not line.glued and _in_latin(paragraph.text, line.text):  # the break stood for the space between two words
        paragraph.text += " "
        paragraph.offsets.append(paragraph.offsets[-1])
    paragraph.text += line.text
    paragraph.offsets.extend(line.offsets)
    paragraph.last = line.width
    paragraph.count += 1


def unfinished(paragraph: Paragraph) -> bool:
    """Whether a paragraph breaks off inside a sentence."""
    text = paragraph.text
    if _TERMINAL.search(text[-6:]) or text[-1] in "：:”》）)":
        return False
    return text[-1] in "，、,（(“" or (
        len(text) >= 18 and bool(re.search("[，。；,]", text[-400:])) and not _couplet(text)
    )


def _continues(paragraph: Paragraph, found: Sequence[Line], index: int, begun: bool) -> bool:
    """Whether the line at `index` goes on with the sentence that the paragraph breaks off in.

    Before any paragraph of the page has `begun`, a line without an end is rather a headline.
    """
    text, line = paragraph.text, found[index]
    if line.goes_on:
        return True
    if _TERMINAL.search(text[-6:]) or dateline(line.text) is not None:
        return False
    if _wrapped(text, line.text) or _filled(paragraph, found, index):
        return True
    if text[-1].isdigit() and line.text[0].isdigit():
        return False
    if text[-1].isascii() and text[-1].isalnum() and line.text[0].isascii() and line.text[0].isalnum():
        return False
    widths = sorted(near.width for near in found[max(0, index - 5) : index + (2 if index > 4 else 4)])
    width = widths[-2] if len(widths) > 2 else widths[-1]
    if width <= _NARROW:
        return _fills_column(paragraph, width)
    begun = begun or bool(_SENTENCE_MARK.search(text))
    if begun and unfinished(paragraph) and (text[-1] in "，、," or re.search("[，。；、,！？]", line.text)):
        return True
    return len(text) > 12 and line.width > 12 and _one_word(text, line.text)


def _wrapped(above: str, below: str) -> bool:
    """Whether a sentence in Latin letters goes on in the next line: it breaks off, and that begins in small letters."""
    if not (above[-1].isascii() and below[0].isascii() and " " in above.strip()):
        return False
    if above[-1].isdigit() or above[-1] in "%)":
        return (below[0].islower() or below[0] == "(") and " " in below
    return (below[0].islower() or below[0].isdigit() or below[0] in "($") and (above[-1].isalpha() or above[-1] == ",")


def _in_latin(above: str, below: str) -> bool:
    """Whether a line ends and the next begins in Latin letters: words, and so no word ends in a hyphen."""
    return max(above[-12:] + below[:12]) < "\u2e80" and above[-1] not in "-—"


def _filled(paragraph: Paragraph, found: Sequence[Line], index: int) -> bool:
    """Whether a line of English breaks off because the first word of the next had no room in it."""
    line, near = found[index], max(other.width for other in found[max(0, index - 5) : index + 4])
    word = line.text.split(maxsplit=1)[0]
    full = _SHORTEST <= paragraph.last <= near < paragraph.last + width_of(word) + 1
    return full and near <= _WIDEST and _in_latin(paragraph.text, line.text) and bool(re.search("[.,;]", line.text))


_SHORTEST, _WIDEST = 20, 60
"""Lines that are broken to be read have no fewer than 40 letters and no more than 120."""


def _fills_column(paragraph: Paragraph, width: float) -> bool:
    """Whether the last line runs to the edge of its column; the first of a paragraph is indented by two characters."""
    if width < 12 or paragraph.last < 8:
        return False
    if paragraph.count > 1 or paragraph.last >= width - 2.5:
        return paragraph.last >= width - 2.5
    return paragraph.last >= width - 4.5 and not _couplet(paragraph.text)


def _couplet(text: str) -> bool:
    """Whether a short line is two halves of one length, as subheads are: 搭建开放平台，提升承载能力."""
    halves = re.sub("[“”‘’]", "", text).split("，")
    return len(halves) == 2 and not any(map(str.isdigit, text)) and abs(len(halves[0]) - len(halves[1])) <= 1


def _one_word(above: str, below: str) -> bool:
    """Whether the break stands inside a word: 创新示范 | 区."""
    if above[-1].isascii() and below[0].isascii():  # words in Latin letters are not broken without a hyphen
        return False
    from figcheck.lang.zh.words import tokens

    tail = re.split("[，。；、“”]", above[-40:])[-1][-6:]
    found = tokens(tail + below[:6])
    return bool(tail) and len(found.words) > 1 and len(tail) not in found.starts


def _give_roles(done: Sequence[Paragraph]) -> None:
    """Short lines without a sentence are headings; before the rows of a box they are its title."""
    if _lone_row(done):
        done[0].role = Role.HEADLINE
    for index, paragraph in enumerate(done):
        if paragraph.role is not Role.BODY or paragraph.dateline or len(paragraph.text) > 40:
            continue
        if _SENTENCE_MARK.search(paragraph.text) or _TERMINAL.search(paragraph.text):
            continue
        below = done[index + 1] if index + 1 < len(done) else None
        boxed = below is not None and below.role is Role.TABLE
        paragraph.role = Role.TABLE if boxed else Role.HEADLINE


def _lone_row(done: Sequence[Paragraph]) -> bool:
    """Whether the first line looks like the row of a box (我市七成村庄通5G) but stands alone: it is the headline."""
    tabled = [paragraph.role is Role.TABLE and not paragraph.text.startswith("|") for paragraph in done[:2]]
    return tabled == [True, False]
