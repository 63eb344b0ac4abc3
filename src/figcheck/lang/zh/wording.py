"""What the cell of a table says: the labels of its row and column, the title and the unit make a sentence of it."""

from __future__ import annotations

import re

from figcheck.lang.zh.labels import is_place, row_name, split, without_period, words
from figcheck.lang.zh.names import known_names
from figcheck.lang.zh.words import cues, tokens

LONGEST = 80
"""A longer label is a text, and no name of anything."""

_NUMBER = re.compile(r"(?P<sign>[-+−－]?)(?P<number>\d[\d,]{0,18}(?:\.\d{1,12})?(?P<unit>[^\d\s，。；]{0,8}))")


def sentence(title: str, column: str, row: str, cell: str, unit: str = "") -> tuple[str, int] | None:
    """What a cell says, and where its number stands in that; None where it holds no number or has no label.

    `unit` is that of the row, where a column of its own tells it; one in brackets behind the column's name goes first.

    >>> sentence("", "出口额（亿元）", "临江县", "12.6")
    ('临江县出口额12.6亿元。', 6)
    """
    written = _NUMBER.fullmatch(cell) if max(len(column), len(row)) <= LONGEST else None
    if written is None:
        return None
    head, of_column = split(column)
    name, of_row = split(row_name(row))
    heading, of_title = _titled(title)
    if head in words()["numbering"] or not (name or head):
        return None
    if _of_nothing(head, name):
        return None
    falls = written["sign"] not in ("", "+")
    head = _turned(head, falls)
    if falls and not head:
        return None
    measure = of_column or unit or of_row
    when, what = _when(head, name, heading, measured=bool(measure))
    before = (f"{when}，" if when else "") + what
    unit = "" if written["unit"] else measure or of_title
    return f"{before}{written['number']}{unit}。", len(before)


def _of_nothing(column: str, row: str) -> bool:
    """Whether a column tells only that something changed, and the row is no amount that could."""
    ending = next((end for end in words()["changes"] if column.endswith(end)), None)
    if ending is None or row in known_names() or row.endswith(tuple(words()["amount_ends"])):
        return False
    rest = column.removesuffix(ending)
    return not rest or any(rest in markers for markers in cues()["basis"].values())


def _turned(column: str, falls: bool) -> str:
    """A column of changes as it reads before a rise or a fall; empty where a number below zero is no change."""
    ends = words()["changes"]
    ending = next((end for end in sorted(ends, key=len, reverse=True) if column.endswith(end)), None)
    if ending is None:
        return "" if falls else column
    return column.removesuffix(ending) + str(ends[ending][falls])


_NUMBERED = re.compile(
    r"^附?[表图]\s*(?:\d{1,2}(?=(?:19|20)\d\d年)|[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?)?[:：、\s]?"
)


def _titled(title: str) -> tuple[str, str]:
    """What a table is about, without its number and the word for a table."""
    about, unit = split(_NUMBERED.sub("", title.strip("*# ")))
    for mark in words()["unit"]:
        about, _, told = about.partition(mark)
        unit = unit or told.strip(" ）)")
    ending = next((end for end in words()["title_ends"] if about.endswith(end)), "")
    return about.strip(" （(").removesuffix(ending), unit


_EACH = re.compile(r"^[^各分]{0,4}(?:各|分)(?:县市区|市县区|县区|地区|市县|市州|区县|地|县|市|区|州|省)")


def _when(head: str, name: str, heading: str, measured: bool) -> tuple[str, str]:
    """The period that the labels or the title tell, and the rest: whose, then what.

    The title says what is measured where no label does; `measured` is whether one has a unit.
    """
    (first, column), (second, row), (third, about) = map(without_period, (head, name, heading))
    column = "" if column in words()["plain"] else column
    if not column and (not row or is_place(row)):
        column = _EACH.sub("", about)
    places = [label for label in (row, column) if is_place(label)]
    rest = [label for label in (row, column) if label and label not in places]
    if not measured and not any(label.endswith(tuple(words()["amount_ends"])) for label in rest):
        owner, amount = _measured(about)
        places, rest = places or owner, [*rest, *amount]
    return first or second or third, "".join(dict.fromkeys((*places, *rest)))


_SEVERAL = re.compile("[、，和与及]")


def _measured(about: str) -> tuple[list[str], list[str]]:
    """Whose amount a title names, and the amount: 全县小麦产量 → 全县, 产量; nothing where it names none or several."""
    told = tokens(about).words
    if len(told) < 2 or _SEVERAL.search(about) or not told[-1].endswith(tuple(words()["amount_ends"])):
        return [], []
    led = told[0] in cues()["generic_subjects"] or is_place(told[0])
    return ([told[0]] if led else []), [told[-1]]
