"""Labels of a table taken apart: the unit, the period, whether one is a place; columns as they read by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.zh import periods, scan
from figcheck.lang.zh.places import code
from figcheck.lang.zh.words import cues


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("tables.yaml"))


_YEAR = re.compile(r"(?:19|20)\d\d")


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
            plain = not unit or name in words()["plain"] or is_place(name) or without_period(name)[1] != name
            amount = "" if plain else name
    return found


def _level(column: str) -> str:
    """Headers above each other as one, without those that only say that numbers stand below."""
    first, *others = column.split(" ")
    return first + "".join(
        other.removeprefix(split(other)[0]) if split(other)[0] in words()["plain"] else other for other in others
    )


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


def row_name(label: str) -> str:
    """The label of a row without what numbers it or sets it in: 一、 其中："""
    for mark in words()["before_row"]:
        label = label.strip().removeprefix(mark)
    return re.sub(r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))", "", label)


def is_place(label: str) -> bool:
    """Whether a label names a place."""
    return code(label) is not None or (2 <= len(label) <= 6 and label[-1] in cues()["place_endings"])


def without_period(label: str) -> tuple[str, str]:
    """The first period in a label, and the label without it."""
    mention = next((m for m in periods.find(label) if not m.vague and not m.basis), None)
    if mention is None:
        return "", label
    return label[mention.start : mention.end], (label[: mention.start] + label[mention.end :]).strip()


def names(row: str, told: Sequence[str]) -> bool:
    """Whether what was read still names the row: a cell of 0—15岁 that speaks only of 比重 has lost what it is of."""
    name = without_period(row_name(row))[1]
    said = "".join(told)
    return not name or any(name[at : at + 2] in said for at in range(max(len(name) - 1, 1)))
