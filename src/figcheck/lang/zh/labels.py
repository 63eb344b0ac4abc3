"""What the cell of a table says: the labels of its row and column, the title and the unit make a sentence of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.zh import periods, scan
from figcheck.lang.zh.names import known_names
from figcheck.lang.zh.places import code
from figcheck.lang.zh.words import cues


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("tables.yaml"))


_NUMBER = re.compile(r"(?P<sign>[-+−－]?)(?P<number>\d[\d,]{0,18}(?:\.\d{1,12})?(?P<unit>[^\d\s，。；]{0,8}))")
_YEAR = re.compile(r"(?:19|20)\d\d")


def sentence(title: str, column: str, row: str, cell: str, unit: str = "") -> tuple[str, int] | None:
    """What a cell says, and where its number stands in that; None where it holds no number or has no label.

    `unit` is that of the row, where a column of its own tells it; one in brackets behind the column's name goes first.

    >>> sentence("", "出口额（亿元）", "临江县", "12.6")
    ('临江县出口额12.6亿元。', 6)
    """
    written = _NUMBER.fullmatch(cell)
    head, of_column = split(column)
    name, of_row = split(_row_name(row))
    heading, of_title = _titled(title)
    if written is None or head in words()["numbering"] or not (name or head):
        return None
    if _of_nothing(head, name):
        return None
    falls = written["sign"] not in ("", "+")
    head = _turned(head, falls)
    if falls and not head:
        return None
    unit = "" if written["unit"] else of_column or unit or of_row or of_title
    when, what = _when(head, name, heading)
    before = (f"{when}，" if when else "") + what
    return f"{before}{written['number']}{unit}。", len(before)


def headed(columns: Sequence[str]) -> list[str]:
    """The columns as they read by themselves: a change or share is of the column before it, where that names an amount.

    Blanks stand between headers above each other.

    >>> headed(["行业", "使用外资（亿元）", "增长（%）"]), headed(["指标", "2024年", "增长（%）"])
    (['行业', '使用外资（亿元）', '使用外资增长（%）'], ['指标', '2024年', '增长（%）'])
    >>> headed(["城市", "出口额 总量（亿元）", "出口额 增速（%）"])
    ['城市', '出口额（亿元）', '出口额增速（%）']
    """
    columns = [_level(column) for column in columns]
    found: list[str] = []
    amount = ""
    for at, column in enumerate(columns):
        name, unit = split(column)
        changes = name.endswith((*words()["changes"], *words()["shares"]))
        found.append(amount + column if changes and not column.startswith(amount) else column)
        if at and not changes:
            plain = not unit or name in words()["plain"] or _is_place(name) or _without_period(name)[1] != name
            amount = "" if plain else name
    return found


def _level(column: str) -> str:
    """Headers above each other as one, without those that only say that numbers stand below."""
    first, *others = column.split(" ")
    return first + "".join(
        other.removeprefix(split(other)[0]) if split(other)[0] in words()["plain"] else other for other in others
    )


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


_UNIT = re.compile(r"[（(]([^（）()]{1,16})[）)]$|(?<=.)[/／]([^/／\d]{1,6})$")


def split(label: str) -> tuple[str, str]:
    """A label and the unit that stands behind it in brackets."""
    label = label.strip()
    match = _UNIT.search(label)
    if match is None:
        return _as_year(label), ""
    unit = (match[1] or match[2]).lstrip("（( ")
    for mark in words()["unit"]:
        unit = unit.removeprefix(mark)
    if _is_unit(unit):
        return _as_year(label[: match.start()].strip()), unit
    return (_as_year(label[: match.start()].strip()), "") if match[1] else (label, "")


def _is_unit(word: str) -> bool:
    """Whether a word behind a number is read as its unit; （含不满16周岁） is a remark."""
    if any(map(str.isdigit, word)):
        return False
    found = next(scan.find(f"1{word}", []), None)
    return found is not None and found.end == len(word) + 1


def _as_year(label: str) -> str:
    return f"{label}年" if _YEAR.fullmatch(label) else label


def _row_name(label: str) -> str:
    for mark in words()["before_row"]:
        label = label.strip().removeprefix(mark)
    return re.sub(r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))", "", label)


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


def _is_place(label: str) -> bool:
    return code(label) is not None or (2 <= len(label) <= 6 and label[-1] in cues()["place_endings"])


def _when(head: str, name: str, heading: str) -> tuple[str, str]:
    """The period that the labels or the title tell, and the rest: whose, then what."""
    (first, column), (second, row), (third, about) = map(_without_period, (head, name, heading))
    column = "" if column in words()["plain"] else column
    if not column and (not row or _is_place(row)):
        column = _EACH.sub("", about)
    places = [label for label in (row, column) if _is_place(label)]
    rest = [label for label in (row, column) if label not in places]
    return first or second or third, "".join(dict.fromkeys((*places, *rest)))


def _without_period(label: str) -> tuple[str, str]:
    """The first period in a label, and the label without it."""
    mention = next((m for m in periods.find(label) if not m.vague and not m.basis), None)
    if mention is None:
        return "", label
    return label[mention.start : mention.end], (label[: mention.start] + label[mention.end :]).strip()


def names(row: str, told: Sequence[str]) -> bool:
    """Whether what was read still names the row: a cell of 0—15岁 that speaks only of 比重 has lost what it is of."""
    name = _without_period(_row_name(row))[1]
    said = "".join(told)
    return not name or any(name[at : at + 2] in said for at in range(max(len(name) - 1, 1)))
