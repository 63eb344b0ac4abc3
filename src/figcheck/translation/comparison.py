"""Whether an expression of a translation tells the value of one of the original, and how well it might stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from figcheck.model import Bound
from figcheck.translation.bounds import ABOVE, AROUND, BELOW, SIDES
from figcheck.translation.expression import Expression, Kind, Slot

HEADROOM = Decimal("1.2")
"""More than 1,900 may stand for 1982家, fewer than 7 for 6.8天: up to so many times the number told."""

ROUNDED = Decimal("0.06")
"""By no more than this share a translator who rounds may be off."""

CONVERTED = Decimal("0.035")
"""… and one who tells an amount in another unit."""

NEXT_TO_NOTHING = Decimal("0.0006")


class Likeness(IntEnum):
    """How well one tells the value of the other, from not at all."""

    NONE = 0
    UNKNOWN = 1  # nothing that both tell can be compared: 周三, the 15th
    ACROSS = 2  # the same number in another form: 31岁, 31; 第五个月, five months
    ROUNDED = 3
    CONVERTED = 4
    EQUAL = 5


def likeness(a: Expression, b: Expression) -> Likeness:
    """How well `b`, of the translation, tells the value of `a`, of the original."""
    if a.kind is b.kind:
        return _SAME_KIND[a.kind](a, b)
    return _across(a, b)


# ------------------------------------------------------------------------------- dates, times of day, ranks


def _dates(a: Expression, b: Expression) -> Likeness:
    both = a.parts.keys() & b.parts.keys()
    if both:
        known = {slot for slot in both if not slot.endswith("offset")} or both
        if not all(a.parts[slot] == b.parts[slot] for slot in known):
            return Likeness.NONE
        return Likeness.EQUAL
    one, other = {**a.derived, **a.parts}, {**b.derived, **b.parts}
    shared = one.keys() & other.keys()
    if not shared:
        return Likeness.UNKNOWN
    return Likeness.CONVERTED if all(one[slot] == other[slot] for slot in shared) else Likeness.UNKNOWN


def _clocks(a: Expression, b: Expression) -> Likeness:
    if a.number == b.number:
        return Likeness.EQUAL
    loose = a.half_day or b.half_day
    return Likeness.EQUAL if loose and (a.number[0] - b.number[0]) % 720 == 0 else Likeness.NONE


def _numbers(a: Expression, b: Expression) -> Likeness:
    return Likeness.EQUAL if a.number == b.number else Likeness.NONE


def _across(a: Expression, b: Expression) -> Likeness:
    """The same number told as something of another kind: the 10th and 10日, 第5周 and week 5."""
    for one in (a, b):
        if one.kind is Kind.DATE and (len(one.parts) > 1 or any(slot.endswith("offset") for slot in one.parts)):
            return Likeness.NONE
        if one.kind is Kind.CLOCK:
            hours = one.number[0] / 60
            other = b if one is a else a
            return (
                Likeness.ACROSS
                if other.unit.dimension in ("", "count", "time") and other.number[0] in (hours, hours % 12)
                else Likeness.NONE
            )
    if a.number[0] != b.number[0] and not {*a.others, *b.others} & {a.number[0], b.number[0]}:
        return Likeness.NONE
    amount = next((one for one in (a, b) if one.kind is Kind.AMOUNT), None)
    if amount is not None and amount.dimension not in ("", "count", "time"):
        return Likeness.NONE
    return Likeness.ACROSS


# ------------------------------------------------------------------------------- amounts


def _amounts(a: Expression, b: Expression) -> Likeness:
    if a.reach or b.reach:
        return _rough(a, b)
    one, other = a.dimension, b.dimension
    bare = {"", "count"}
    if one == other or {one, other} <= bare or _one_money(a, b):
        same_unit = a.unit.factor == b.unit.factor or one in bare
        found = _near(a.value, a.base_step, b.value, b.base_step, a, b, converted=not same_unit)
        if one == "times" and abs(a.value - b.value) == 1:  # 增长两倍 is tripled
            return Likeness.ACROSS
        if found is Likeness.NONE and one == "ratio" and _rest(a, b):
            return Likeness.ACROSS
        if found is Likeness.NONE and ({*a.others} & {b.number[0]} or {*b.others} & {a.number[0]}):
            return Likeness.ACROSS
        return found
    if {one, other} & bare:
        found = _near(a.number[0], a.step, b.number[0], b.step, a, b, converted=False)
        others = {*a.others, *b.others} & {a.number[0], b.number[0]}
        return Likeness.ACROSS if found or others else Likeness.NONE
    if {one, other} == {"ratio", "times"}:
        return _times_as_share(a, b) if one == "times" else _times_as_share(b, a)
    if {one, other} == {"temperature", "temperature:F"}:
        return _degrees(a, b)
    if {one, other} == {"length", "speed"}:
        factor = Decimal(1000)
        first = a.value / factor if one == "length" else a.value
        second = b.value / factor if other == "length" else b.value
        return (
            Likeness.CONVERTED
            if abs(first - second) <= CONVERTED * max(first, second) or a.number == b.number
            else Likeness.NONE
        )
    if {one, other} in _READ_EITHER_WAY and a.number == b.number:
        return Likeness.ACROSS
    return Likeness.NONE


_READ_EITHER_WAY = (
    {"angle", "temperature"},
    {"angle", "energy"},
    {"time", "workdays"},
    {"time", "anniversary"},
    {"magnitude", "grade"},
    {"coal", "mass"},
)
"""Dimensions of which one language writes a word that the other does not: 度 and degrees, 级 and magnitude."""


def _one_money(a: Expression, b: Expression) -> bool:
    """Whether the currencies may be one: dollars whose country one side names, 元 of a place with its own."""
    kinds = {a.dimension, b.dimension}
    if not all(kind.startswith("money:") for kind in kinds):
        return False
    if "money:$" in kinds:
        return kinds <= _DOLLARS
    plain = "元" in (a.unit.name, b.unit.name)
    return plain and bool(kinds & {"money:HKD", "money:TWD", "money:SGD", "money:MOP"})


_DOLLARS = {f"money:{code}" for code in ("$", "USD", "HKD", "AUD", "CAD", "SGD", "NZD", "TWD")}


def _near(
    v: Decimal, v_step: Decimal, w: Decimal, w_step: Decimal, a: Expression, b: Expression, converted: bool
) -> Likeness:
    apart, larger = abs(v - w), max(abs(v), abs(w))
    if not converted and apart <= NEXT_TO_NOTHING * larger:
        return Likeness.EQUAL
    if converted:
        within = apart <= max(CONVERTED * larger, min(max(v_step, w_step) / 2, larger / 8))
        return Likeness.CONVERTED if within else Likeness.NONE
    loose = (a.in_words and apart <= v_step / 2) or (b.in_words and apart <= w_step / 2)
    if loose and a.dimension in ("ratio", "times"):
        return Likeness.ROUNDED
    side = SIDES[b.bound]
    if SIDES[a.bound] == side and side in (ABOVE, BELOW):
        pass
    elif (side == ABOVE and w <= v <= w * HEADROOM) or (side == BELOW and w / HEADROOM <= v <= w):
        return Likeness.ROUNDED
    rounded = _coarse(w, w_step)
    if apart <= rounded / 2 and apart <= ROUNDED * larger and rounded > v_step:
        return Likeness.ROUNDED
    if a.bound in (Bound.ABOUT, Bound.ALMOST) and side == AROUND and apart <= v_step / 2:
        return Likeness.ROUNDED
    return Likeness.NONE


_ORDERS = (0, 2, 3, 4, 6, 8, 9, 12)
"""Noughts of 1, 百, thousand, 万, million and the like: with so many, a number was written without a point."""


def _coarse(value: Decimal, step: Decimal) -> Decimal:
    """One in the last digit that is told: 100 of 1,900."""
    whole = step >= 1 and step.adjusted() in _ORDERS and value % step == 0
    return max(step, Decimal(10) ** int(value.normalize().as_tuple().exponent)) if whole and value else step


def _rough(a: Expression, b: Expression) -> Likeness:
    if not {a.dimension, b.dimension} & {"", "count"} and a.dimension != b.dimension:
        return Likeness.NONE
    one = a.reach or (a.number[0], a.number[0])
    other = b.reach or (b.number[0], b.number[0])
    if one[0] <= other[1] and other[0] <= one[1]:
        return Likeness.EQUAL if a.reach and b.reach else Likeness.ROUNDED
    return Likeness.NONE


def _rest(a: Expression, b: Expression) -> bool:
    """Whether one is what the other leaves of a hundred: 63% less, less than 40 percent of it."""
    rest = 100 - a.number[0]
    if SIDES[b.bound] == BELOW:
        return b.number[0] / HEADROOM <= rest <= b.number[0]
    if SIDES[b.bound] == ABOVE:
        return b.number[0] <= rest <= b.number[0] * HEADROOM
    return False


def _times_as_share(times: Expression, share: Expression) -> Likeness:
    """Doubled is 100% more or 200% of it; halved is 50%."""
    told = times.number[0] * 100
    near = (told, told - 100, 100 - told)
    return Likeness.ACROSS if any(abs(share.number[0] - value) <= 2 for value in near) else Likeness.NONE


def _degrees(a: Expression, b: Expression) -> Likeness:
    celsius, fahrenheit = (a, b) if a.dimension == "temperature" else (b, a)
    value = celsius.number[0] * Decimal("1.8")
    near = (value + 32, value)  # a temperature, or a difference
    return Likeness.CONVERTED if any(abs(fahrenheit.number[0] - told) <= 1 for told in near) else Likeness.NONE


_SAME_KIND = {Kind.DATE: _dates, Kind.CLOCK: _clocks, Kind.RANK: _numbers, Kind.SCORE: _numbers, Kind.AMOUNT: _amounts}


# ------------------------------------------------------------------------------- what may stand for what


@dataclass(frozen=True, slots=True)
class Kinship:
    """How likely it is that one expression stands for another though it tells another value: points, and the slip."""

    points: float
    slip: bool


def kinship(a: Expression, b: Expression) -> Kinship:
    """Points for what both are, and for one slip that turns one number into the other."""
    if a.label is not b.label or Bound.ROUGH in (a.bound, b.bound):
        return Kinship(0.0, False)
    if a.kind is Kind.DATE and b.kind is Kind.DATE:
        both = a.parts.keys() & b.parts.keys()
        equal = sum(a.parts[slot] == b.parts[slot] for slot in both)
        if not both or (both == {Slot.WEEKDAY} and len(a.parts) + len(b.parts) > 2):
            return Kinship(0.0, False)
        if both <= {Slot.YEAR_OFFSET, Slot.MONTH_OFFSET}:
            return Kinship(0.0, False)
        return Kinship(1.6 + 0.8 * equal, equal > 0)
    slip = _slip(a, b)
    if a.kind is b.kind:
        if a.kind is Kind.AMOUNT:
            return Kinship(_amounts_kin(a, b) + slip if _amounts_kin(a, b) else 0.0, slip > 0)
        return Kinship(1.6 + slip, slip > 0)
    if not all(one.kind is not Kind.DATE or frozenset(one.parts) in _SINGLE for one in (a, b)):
        return Kinship(0.0, False)
    if Kind.RANK in (a.kind, b.kind) and not slip:
        return Kinship(0.0, False)
    plain = [one for one in (a, b) if one.kind is Kind.AMOUNT and one.dimension in ("", "count")]
    if Kind.DATE in (a.kind, b.kind):  # a year, told as a number
        plain = [one for one in plain if one.number[0] >= 1000]
    plain = [one for one in plain if not one.in_words]
    return Kinship(0.7 + slip if plain else 0.0, slip > 0)


_SINGLE = frozenset((Slot.DAY,)), frozenset((Slot.YEAR,))
"""A date of one part: what may also be told as a plain number."""


def _amounts_kin(a: Expression, b: Expression) -> float:
    one, other = a.dimension, b.dimension
    bare = {"", "count"}
    if one == "time" == other and a.unit.factor != b.unit.factor and a.number[0] != b.number[0] and not _slip(a, b):
        return 1.0
    if one == other and one not in bare:
        return 2.0
    if {one, other} <= bare:
        return 1.3
    if {one, other} & bare:
        return 0.6
    if _one_money(a, b) or {one, other} in _READ_EITHER_WAY:
        return 2.0
    if a.number[0] == b.number[0]:  # another unit, another currency
        family = {one.partition(":")[0], other.partition(":")[0]}
        return 2.6 if len(family) == 1 or family in ({"ratio", "points"}, {"area", "length"}) else 1.0
    return 0.0


def _digits(number: Decimal) -> str:
    return "".join(map(str, number.normalize().as_tuple().digits))


def _slip(a: Expression, b: Expression) -> float:
    """Points for one slip that may have turned one number into the other: noughts, a digit, two digits swapped."""
    one, other = sorted((_digits(a.number[0]), _digits(b.number[0])), key=len)
    if a.number[0] == b.number[0]:
        return 0.8
    whole = [f"{x.number[0]:f}" for x in (a, b)]
    if len(whole[0]) == len(whole[1]) and len(one) != len(other):  # 10 and 19
        one, other = whole
    if one == other:
        return (0.5, 1.2, 1.6)[min(len(one), 3) - 1]
    if len(one) == len(other):
        unlike = sum(x != y for x, y in zip(one, other, strict=True))
        swapped = unlike == 2 and sorted(one) == sorted(other)
        return (0.0, 0.8, 1.4)[min(len(one), 3) - 1] if (unlike == 1 or swapped) and len(one) > 1 else 0.0
    dropped = len(other) == len(one) + 1 and any(other[:at] + other[at + 1 :] == one for at in range(len(other)))
    return (0.0, 0.6, 1.2)[min(len(one), 3) - 1] if dropped else 0.0
