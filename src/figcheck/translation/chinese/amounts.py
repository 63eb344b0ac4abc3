"""A number of a Chinese sentence with its unit and bound; both ends of a spread."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from figcheck.lang.zh import numerals
from figcheck.model import Bound
from figcheck.translation import tables
from figcheck.translation.chinese.bounds import bounded
from figcheck.translation.chinese.measures import HALVES, PIECES, settled, unit_at
from figcheck.translation.chinese.written import HAN, LANG, NUMBER, ORDERS, SMALL, number_in, step_in
from figcheck.translation.expression import BARE, COUNT, Expression, Kind, Slot

_MINUTES = re.compile(rf"\s*({SMALL})\s*分(?!之|别|析|布|钟)")

_NUMBER_AT = re.compile(NUMBER)

_ADJACENT = re.compile(
    r"([一二三四五六七八九])([一二三四五六七八九])(?=[十百千万亿个名天年月人位次家条岁周项件倍成小只辆座间台])"
)

_JOINT = re.compile(r"\s*(?:[-~至到]|\s和\s)+\s*")

_MORE = re.compile(r"[多余几来](?![个]?[国媒样元])|[多余]")


def number_at(text: str, at: int, end: int, sign: str = "", first: int | None = None) -> list[Expression]:
    """The number at a place, with its unit and bound; both ends of a spread."""
    adjacent = _ADJACENT.match(text, at, end)
    if adjacent:
        return _two_digits(text, adjacent, end)
    match = _NUMBER_AT.match(text, at, end)
    value = number_in(match[0]) if match else None
    if match is None or value is None:
        return []
    last = match.end()
    more = _MORE.match(text, last, end)
    orders = re.compile(rf"{ORDERS}+").match(text, last + 1, end) if more else None
    step = step_in(match[0])
    if orders:  # 40多万
        for char in orders[0]:
            value *= numerals.multipliers()[char]
            step *= numerals.multipliers()[char]
    counted = orders.end() if orders else last + 1 if more else last
    unit, behind = unit_at(text, counted, end)
    if (
        text.startswith("个半", counted) and (halved := unit_at(text, counted + 2, end))[0].dimension == "time"
    ):  # 一个半小时
        unit, behind, value, step = halved[0], halved[1], value + Decimal("0.5"), Decimal("0.1")
    if unit.name in PIECES and (
        change := re.compile(r"[\d一二三四五六七八九](?![\d十百千万%.])").match(text, behind, end)
    ):  # 1块5
        value, step, behind = value + (number_in(change[0]) or Decimal(0)) / 10, Decimal("0.1"), change.end()
        unit = tables.units(LANG)["块钱"]
    if unit.name in ("小时", "个小时") and (minutes := _MINUTES.match(text, behind, end)):  # 1小时50分
        value, step, behind = value + (number_in(minutes[1]) or Decimal(0)) / 60, Decimal("0.01"), minutes.end()
    if more and unit is BARE and not orders and match[0].isdigit() is False and text[last] in "来几":
        more = None
    in_words = match[0][0] in HAN
    alone = in_words and unit is BARE and not (more and orders) and len(match[0]) < 3
    if behind < end and text[behind] in "多余" and unit.dimension == "time" and not more:  # 3年多
        more, behind = re.compile("[多余]").match(text, behind), behind + 1
    half = (
        unit.dimension in ("time", "times")
        and text.startswith("半", behind)
        and not text.startswith(("半年", "半月"), behind)
    )
    if half:  # 两年半
        value, step, behind = value + Decimal("0.5"), Decimal("0.1"), behind + 1
    tenth = tables.numbers(LANG, "tenths").get(unit.name)
    if tenth is not None and text[behind - 1] in HALVES:  # 八成五
        value, step = value + Decimal("0.5"), Decimal("0.1")
    unit, value, step, others = settled(unit, value, step, sign, tenth)
    if text[max(0, at - 4) : at].rstrip("的").endswith(tuple(tables.words(LANG, "others"))):
        others = (value + 1,)
    light = in_words and value == 1
    label = unit is BARE and re.match(r"[A-Z](?![A-Za-z])", text[last : last + 2]) is not None
    if unit is BARE and not sign and re.fullmatch(r"(?:19|20)\d\d", match[0]) and not more:
        return [Expression(at, behind, at, Kind.DATE, (value,), parts={Slot.YEAR: int(value)})]
    made = Expression(
        at if first is None else first, behind, at, Kind.AMOUNT, (value,), step, unit,
        Bound.MORE_THAN if more else Bound.EXACT, others=others,
        light=light and unit.dimension in ("", "count", "time"), label=label, in_words=in_words,
        counter=text[counted:behind].strip() if unit is COUNT else "",
        counted="person" if text[counted:behind].strip() in tables.data(LANG, "units")["count:person"] else "",
    )  # fmt: skip
    second = _second(text, made, end)
    if second is None and alone:
        return []
    if second is not None:
        one, other = made, second
        if unit is BARE:
            raised = (
                one.number[0] * (other.step / _step_of(text, other))
                if _scale_shared(text, one, other)
                else one.number[0]
            )
            one = replace(
                one,
                unit=other.unit,
                number=(raised,),
                step=one.step * raised / (one.number[0] or 1) if one.number[0] else one.step,
            )
        one = bounded(text, one, end)
        bound = one.bound if one.bound is not Bound.EXACT else Bound.SPREAD
        other = bounded(text, other, end)
        return [
            replace(one, bound=bound),
            replace(other, bound=Bound.SPREAD if other.bound is Bound.EXACT else other.bound),
        ]
    return [bounded(text, made, end)]


def _step_of(text: str, made: Expression) -> Decimal:
    """One in the last digit written, without the orders behind."""
    written = text[made.core : made.end]
    digits = re.match(r"[\d,]+(?:\.\d+)?", written)
    if digits:
        return Decimal(1).scaleb(int(Decimal(digits[0].replace(",", "")).as_tuple().exponent))
    orders = re.match(rf"[{HAN}]*?([万亿]+)(?![{HAN}])", written)
    return made.step / numerals.arabic("1", orders[1]) if orders else made.step


def _scale_shared(text: str, one: Expression, other: Expression) -> bool:
    """Whether the orders behind the second number hold for the first: 3至5万, 1200-1400万; not 8000至2万."""
    order = other.step / _step_of(text, other)
    return (
        order > 1
        and one.step < order
        and one.number[0] * order < other.number[0] * 10
        and one.number[0] * order > 0
        and one.number[0] <= other.number[0] / order
    )


def _second(text: str, one: Expression, end: int) -> Expression | None:
    joint = _JOINT.match(text, one.end, end)
    if joint is None or joint.end() >= end:
        return None
    match = _NUMBER_AT.match(text, joint.end(), end)
    if match is None or (match[0][0] in HAN) is not one.in_words:
        return None
    found = number_at(text, joint.end(), end)
    if len(found) != 1 or found[0].unit.dimension != (one.unit if one.unit is not BARE else found[0].unit).dimension:
        return None
    return found[0]


def _two_digits(text: str, match: re.Match[str], end: int) -> list[Expression]:
    """三四十人: from 30 to 40."""
    low, high = (numerals.digits()[digit] for digit in match.groups())
    orders = re.compile(r"[十百千万亿]*").match(text, match.end(), end)
    order = Decimal(1)
    for char in orders[0] if orders else "":
        order *= numerals.multipliers()[char]
    unit, last = unit_at(text, orders.end() if orders else match.end(), end)
    if unit is BARE and order == 1:
        return []
    return [Expression.rough(match.start(), last, (low * order, (high + 1) * order), unit, order)]
