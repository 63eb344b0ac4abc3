"""The lines of a file that hold anything, and what each looks like by itself: heading, byline, caption, row."""

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
from figcheck.read.cleaning import cleaned, width_of
from figcheck.read.document import Mark
from figcheck.read.margin import margin


@dataclass(slots=True)
class Line:
    """A line of the file that is not blank: its cleaned text, where each character stood, and what it looks like."""

    text: str
    offsets: Sequence[int]
    level: int = 0  # of a Markdown heading
    role: Role = Role.BODY
    special: bool = False  # never a part of a running sentence: heading, byline, caption, box
    width: float = 0.0  # on paper: Latin letters and digits are half as wide
    goes_on: bool = False  # its document or its margin tells that it is one with the line before
    glued: bool = False  # the break before it is one of lines alone, inside a word too


@cache
def words() -> Any:
    """The words by which lines are known."""
    return yamlio.read(Path(__file__).parent.parent / "lang" / "zh" / "layout.yaml")


ENDING = re.compile(r"[。！？：”][ \t\r]*$")
"""A line that ends so may end a paragraph, even where it runs to the margin."""

_HEAD = re.compile(r"[ \t\u3000\xa0]*(?:(#{1,6})[ \t]+|>[ \t]?|[*+-][ \t]+|(?=\|))?")


def lines(original: str, begin: int, size: int | None = None, marks: Sequence[Mark] = ()) -> Iterator[Line]:
    """The lines of a file that hold anything, from `begin` up to `size`, as the marks of its format have them."""
    at, size = begin, len(original) if size is None else size
    tabled = rows.rows(original, begin, size)
    full = margin(original, begin, size) if not marks else None
    wrapped = False
    while at < size:
        end = original.find("\n", at, size)
        end = size if end < 0 else end
        line = _row(original, at, end) if at in tabled else _line(original, at, end, wrapped)
        wrapped = full is not None and full(original[at:end]) and not ENDING.search(original, at, end)
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


def _line(original: str, start: int, end: int, wrapped: bool = False) -> Line | None:
    """A line that is not blank; where the one before is `wrapped` it goes on with it, unless it is set off itself."""
    begin = start
    head = _HEAD.match(original, start, end)
    level = len(head[1] or "") if head else 0
    start = head.end() if head else start
    while end > start and original[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    text, offsets = cleaned(original, start, end)
    if not text.strip():
        return None
    line = Line(text, offsets, level, width=width_of(text))
    if wrapped and original[begin:start] in ("", " ") and not text.startswith("|"):
        line.goes_on, line.glued = True, start == begin and not original[begin - 2].isspace()
    else:
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


_YEAR_ROW = re.compile(r"^(?:19|20)\d\d年?[ \t]*[-+]?\d[\d.,:：∶]*%?[^\d，。；]{0,6}$")

_ROW = re.compile(r"^[^\d，。；、：]{2,10}[:：]?[ \t]*[-+]?\d[\d.,:：∶]*%?[^\d，。；、]{0,6}$")

TURN = re.compile(r"^[◀▶<>《》【】\s]*[（(【]?(?:上接|下转|紧接).{0,12}版")


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
    elif TURN.match(text) or _byline().match(text):
        line.role, line.special = Role.BYLINE, True
    elif len(text) <= 60 and _caption().match(text):
        line.role, line.special = Role.CAPTION, True
    elif len(text) <= 30 and _YEAR_ROW.match(text):
        line.role, line.special = Role.TABLE, True
    elif len(text) <= 18 and _ROW.match(text):
        line.role = Role.TABLE
