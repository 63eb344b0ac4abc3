"""From a file as laid out to running text: characters folded, broken sentences joined, every character traced.

The line is `lines` (what stands in each line of the file, cleaned) → `paragraphs` (which lines are one).
Nothing is added to the text but the line breaks between paragraphs.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.model import Role
from figcheck.read import rows
from figcheck.read.document import Mark

# Full-width digits, letters and signs to ASCII, one to one. Chinese punctuation stays: it means something.
_FOLD = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i) not in "!(),:;?"}
_CJK = "\u4e00-\u9fff\u3400-\u4dbf\u3001-\u3003\u3008-\u3011\uff08\uff09\uff0c\uff1a\uff1b\uff01\uff1f“”‘’…—·"

# What scanning makes of a digit inside a number: l.9倍, 2O15年.
_MISREAD = re.compile(r"(?<![A-Za-z])[lI](?=\.\d)|(?<=\d)[lIO](?=\d)")
_DIGIT = {"l": "1", "I": "1", "O": "0"}

_DIRT = re.compile(
    r"\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|[@-Z\\-_])?"  # terminal escapes
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"  # control, direction
    rf"|(?<=[{_CJK}\w%％‰])(?:\[\d{{1,3}}\]|[①-⑳](?=[\d{_CJK}]))(?<![，。；：、]..)"  # footnote marks glued to a word
    rf"|(?<=[{_CJK}%％‰])(?<!米)[¹²³⁰⁴-⁹]{{1,3}}|(?<=[{_CJK}%％‰])[*†‡※]{{1,3}}(?=[，。；、）]|$)"  # 126所¹, 5.2%*
    rf"|(?<=[{_CJK}\d０-９％%])[ \t\u3000\xa0]+(?=[{_CJK}])"  # spaces beside Chinese
    rf"|(?<=[{_CJK}])[ \t\u3000\xa0]+(?=[\d０-９(（\-+])"
    r"|(?<=\d[.．])[ \t](?=\d)|(?<=[\d０-９])[ \t]+(?=[%％‰])"  # 40. 8 %
)
_HEAD = re.compile(r"[ \t\u3000\xa0]*(?:(#{1,6})[ \t]+|>[ \t]?|[*+-][ \t]+|(?=\|))?")
_TERMINAL = re.compile(r"[。！？!?…][”’」』）)\]*]*$|[.!?][\"')\]]*$")
_SENTENCE_MARK = re.compile("[。！？；]")
_YEAR_ROW = re.compile(r"^(?:19|20)\d\d年?[ \t]*[-+]?\d[\d.,:：∶]*%?[^\d，。；]{0,6}$")
_ROW = re.compile(r"^[^\d，。；、：]{2,10}[:：]?[ \t]*[-+]?\d[\d.,:：∶]*%?[^\d，。；、]{0,6}$")
_TURN = re.compile(r"^[◀▶<>《》【】\s]*[（(【]?(?:上接|下转|紧接).{0,12}版")


@dataclass(slots=True)
class Line:
    """A line of the file that is not blank: its cleaned text, where each character stood, and what it looks like."""

    text: str
    offsets: Sequence[int]
    level: int = 0  # of a Markdown heading
    role: Role = Role.BODY
    special: bool = False  # never a part of a running sentence: heading, byline, caption, box
    width: float = 0.0  # on paper: Latin letters and digits are half as wide
    goes_on: bool = False  # its document knows that it is one with the line before


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


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).parent.parent / "lang" / "zh" / "layout.yaml")


# ------------------------------------------------------------------------------- lines


def lines(original: str, begin: int, size: int | None = None, marks: Sequence[Mark] = ()) -> Iterator[Line]:
    """The lines of a file that hold anything, from `begin` up to `size`, as the marks of its format have them."""
    at, size = begin, len(original) if size is None else size
    tabled = rows.rows(original, begin, size)
    while at < size:
        end = original.find("\n", at, size)
        end = size if end < 0 else end
        line = _row(original, at, end) if at in tabled else _line(original, at, end)
        if line is not None:
            mark = bisect_right(marks, at, key=lambda mark: mark.start)
            yield _dressed(line, marks[mark - 1]) if mark else line
        at = end + 1


def _dressed(line: Line, mark: Mark) -> Line:
    """A line as its document has it, where that says more than its looks."""
    if mark.level or mark.role is not None:
        line.level = mark.level
        line.role = Role.HEADLINE if mark.level else mark.role or line.role
        line.special = True
    line.goes_on = mark.goes_on
    return line


def _line(original: str, start: int, end: int) -> Line | None:
    head = _HEAD.match(original, start, end)
    level = len(head[1] or "") if head else 0
    start = head.end() if head else start
    while end > start and original[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    text, offsets = _clean(original, start, end)
    text = text.translate(_FOLD) if not text.isascii() else text
    text = _MISREAD.sub(lambda match: _DIGIT[match[0]], text)
    if not text.strip():
        return None
    line = Line(text, offsets, level, width=_width(text))
    _look(line)
    return line


def _row(original: str, start: int, end: int) -> Line | None:
    """The row of a table that is laid out with gaps: its cells, with a tab between them."""
    pieces: list[str] = []
    offsets = array("I")
    between = rows.gap(original[start:end])
    while original.startswith((" ", "\u3000", "\xa0"), start):
        start += 1
    while start <= end:
        gap = between.search(original, start, end)
        cell = _line(original, start, gap.start() if gap else end)
        pieces.append(cell.text if cell else "")
        offsets.extend(cell.offsets if cell else ())
        if gap:
            offsets.append(gap.start())
        start = gap.end() if gap else end + 1
    return Line("\t".join(pieces), offsets, role=Role.TABLE, special=True) if "".join(pieces) else None


def _width(text: str) -> float:
    return len(text) - sum(char < "\x80" or char in "“”‘’" for char in text) / 2


def _clean(original: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    match = _DIRT.search(original, start, end)
    if match is None:
        return original[start:end], range(start, end)
    pieces: list[str] = []
    offsets = array("I")
    at = start
    while match is not None:
        pieces.append(original[at : match.start()])
        offsets.extend(range(at, match.start()))
        at = max(match.end(), at + 1) if match.end() > match.start() else match.end() + 1
        match = _DIRT.search(original, at, end)
    pieces.append(original[at:end])
    offsets.extend(range(at, end))
    return "".join(pieces), offsets


@cache
def _byline() -> re.Pattern[str]:
    listed = "|".join(words()["byline"])
    return re.compile(
        rf"^[□■●◎◆（(*]*[^，。！？；,]{{0,24}}(?:{listed})"
        rf"(?:[ \u3000:：/|][^，。！？；,]{{0,60}}|[^，。！？；,从]{{0,14}})[）)*]*$"
    )


@cache
def _dateline() -> re.Pattern[str]:
    agencies, marks = "|".join(words()["agencies"]), "|".join(words()["dateline"])
    return re.compile(
        rf"^[（(【]?[\w·]{{0,10}}?(?:{agencies})[\w·]{{0,10}}?"
        rf"(?:(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日)?(?:{marks})[ （(】，]"
    )


@cache
def _caption() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, words()["caption"]))
    return re.compile(rf"^(?:.{{0,60}}[ 。)）]|.{{0,4}})?(?:.{{0,10}})(?:{listed})(?:[)）]|[ /：:].{{0,12}})?$")


def dateline(text: str) -> re.Match[str] | None:
    """The place where a report says when it was filed (本报10月31日讯), with groups `month` and `day`."""
    return _dateline().match(text[:60])


def _look(line: Line) -> None:
    """What a line looks like by itself."""
    text = line.text
    if line.level:
        line.role, line.special = Role.HEADLINE, True
    elif text.startswith("|"):
        line.role, line.special = Role.TABLE, True
    elif dateline(text) or len(text) > 90:
        return
    elif _TURN.match(text) or _byline().match(text):
        line.role, line.special = Role.BYLINE, True
    elif len(text) <= 60 and _caption().match(text):
        line.role, line.special = Role.CAPTION, True
    elif len(text) <= 30 and _YEAR_ROW.match(text):
        line.role, line.special = Role.TABLE, True
    elif len(text) <= 18 and _ROW.match(text):
        line.role = Role.TABLE


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
    passing = line.special and line.role in (Role.CAPTION, Role.BYLINE) and not _TURN.match(line.text)
    return passing and unfinished(current)


def _signs_on(done: Sequence[Paragraph], line: Line) -> bool:
    """The second line of a byline: names alone."""
    return bool(done) and done[-1].role is Role.BYLINE and len(line.text) <= 10 and not _NOT_NAMES.search(line.text)


_NOT_NAMES = re.compile(r"[，。；：、！？\d]")


def _paragraph(line: Line) -> Paragraph:
    opens = not line.special and dateline(line.text) is not None
    return Paragraph(line.text, array("I", line.offsets), line.role, line.level, opens, line.width)


def _append(paragraph: Paragraph, line: Line) -> None:
    if _in_latin(paragraph.text, line.text):  # the break stood for the space between two words
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
    full = _SHORTEST <= paragraph.last <= near < paragraph.last + _width(word) + 1
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
