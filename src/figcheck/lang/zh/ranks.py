"""Numbers that are told in ways of their own: ranks, streaks, firsts, doublings, structures, halves, grades."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from figcheck.lang.zh.number import Kind, Number, notfigures
from figcheck.lang.zh.pieces import counted
from figcheck.lang.zh.units import RANK
from figcheck.model import Bound, Interval, Quantity, Unit


def _structure(text: str, match: re.Match[str]) -> list[Number]:
    numbers, at = [], match.start()
    for index, piece in enumerate(re.split("[:：∶]", match["structure"]), start=1):
        quantity = Quantity((Decimal(piece),), Interval.rounded(piece), Unit("%", "part"))
        numbers.append(Number(at, at + len(piece), Kind.STRUCTURE, quantity, at, at + len(piece), part=index))
        at += len(piece) + 1
    return numbers


def _clock(text: str, match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), Kind.LABEL)


def _streak(text: str, match: re.Match[str]) -> Number | None:
    count = counted(match["streakn"])
    name = match["streaku"]
    if (
        count is None
        or count < 2
        or (not match["streak"].lstrip("已经").startswith("连续") and name in ("日", "天", "场", "次"))
    ):
        return None
    unit = Unit(name, f"streak:{name}")
    interval = Interval(count, None, low_open=True) if match["more"] else _around(count)
    bound = Bound.MORE_THAN if match["more"] else Bound.EXACT
    return Number(
        match.start(), match.end(), Kind.STREAK, Quantity((count,), interval, unit, bound), match.start(), match.end()
    )


def _around(count: Decimal) -> Interval:
    half = Decimal("0.5")
    return Interval(count - half, count + half)


def _doubling(text: str, match: re.Match[str]) -> Number:
    times = Decimal(2) ** int(counted(match["fan"] or "一") or 1)
    loose = any(word in match["doubling"] for word in ("近", "约"))
    more = any(word in match["doubling"] for word in ("超", "多", "以上"))
    interval = (
        Interval(times, None) if more else Interval(times * Decimal("0.9" if loose else "0.95"), times * Decimal("1.1"))
    )
    bound = Bound.MORE_THAN if more else Bound.ABOUT
    quantity = Quantity((times,), interval, Unit("倍", "times"), bound)
    return Number(match.start(), match.end(), Kind.DOUBLING, quantity, match.start(), match.end())


def _first(text: str, match: re.Match[str]) -> Number | None:
    if text.startswith(tuple(notfigures()["first_never"]), match.start()):
        return None
    quantity = Quantity((Decimal(1),), Interval.exactly(1), Unit(match["first"][1:], "rank"))
    return Number(match.start(), match.end(), Kind.FIRST, quantity, match.start(), match.end())


def _rank(text: str, match: re.Match[str]) -> Number | None:
    count = counted(match["rankn"])
    end = match.end()
    if count is None or text.startswith(("倒数",), match.start()):
        return Number(match.start(), end, Kind.LABEL)
    behind = text[end : end + 1]
    if behind in notfigures()["ordinal_counted"] and not text.startswith(
        ("次会议", "次全", "次代表", "次党代", "名单", "次人口", "次产业", "次工业"), end
    ):
        kind = Kind.RANK if behind in ("位", "名") else Kind.ORDINAL
        return _ranked(match.start(), end + 1, count, kind, behind)
    before = text[max(0, match.start() - 4) : match.start()]
    ends_clause = (
        not behind or behind in "，。、；！？：,;.!?”’）)的" or behind in notfigures()["rank_behind"] or behind == "\n"
    )
    among = re.split("[，。；：、]", text[max(0, match.start() - 12) : match.start()])[-1]
    ranked = before.endswith(tuple(notfigures()["rank_before"])) or any(v in among for v in notfigures()["rank_verbs"])
    if ranked and (ends_clause or before.endswith(("居", "排", "列"))):
        return _ranked(match.start(), end, count, Kind.RANK, "位")
    return Number(match.start(), end, Kind.LABEL)


def _ranked(start: int, end: int, count: Decimal, kind: Kind, unit: str) -> Number:
    quantity = Quantity((count,), Interval.exactly(count), Unit(unit, "rank" if kind is Kind.RANK else "ordinal"))
    return Number(start, end, kind, quantity, start, end)


def _top(text: str, match: re.Match[str]) -> Number | None:
    count = counted(match["topn"])
    before = text[max(0, match.start() - 1) : match.start()]
    if count is None or (
        not match["topu"]
        and (match["topn"].isdigit() or before not in ("省", "国", "居", "列", "位", "入", "界", "球", "市"))
    ):
        return None
    quantity = Quantity((count,), Interval(Decimal(1), count, high_open=False), RANK, Bound.AT_MOST)
    return Number(match.start(), match.end(), Kind.RANK, quantity, match.start(), match.end())


_ROMAN = {char: Decimal(value) for value, char in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", start=1)}


def _grade(text: str, match: re.Match[str]) -> Number | None:
    written = match["roman"] or match["gradec"] or match["gradel"]
    value = _ROMAN.get(written) or counted(written)
    if value is None:
        return None
    unit = match["grade"][-1]
    quantity = Quantity((value,), Interval.exactly(value), Unit(unit, f"grade:{unit}"))
    return Number(match.start(), match.end(), Kind.QUANTITY, quantity, match.start(), match.end())


SPECIAL: dict[str, Callable[[str, re.Match[str]], Any]] = {
    "structure": _structure,
    "clock": _clock,
    "streak": _streak,
    "doubling": _doubling,
    "first": _first,
    "rank": _rank,
    "top": _top,
    "grade": _grade,
}
