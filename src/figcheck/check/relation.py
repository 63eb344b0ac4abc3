"""How two figures for one question stand to each other (claims.md §4): the one place where bounds are weighed.

Figures are told apart by their shape: a point, a floor (90%以上), a ceiling (7天内), the top or the bottom of a
spread (最长45天), a spread with both ends. Every pair of shapes has its line in the table below.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from figcheck.check.shape import Shape, ends, mixed_up, rounded_alike, same_number, shape
from figcheck.model import Bound, Quantity

HEADROOM = Decimal("1.2")
"""A landmark (突破2000亿元, 超过4成) may stand for exact values up to so many times itself."""

NEXT = Decimal("2.5")
"""A landmark of one digit may stand for values so many times as far above it, while the next is not reached."""


class Relation(StrEnum):
    """What can be said of two figures for one question."""

    SAME = "same"  # one fact, told twice
    APART = "apart"  # nothing in common: they cannot both be true
    BOUND = "other-bound"  # both can be true, but another limit is told
    QUALIFIER = "qualifier-dropped"  # the same number, once with a limit and once without
    SPREAD = "spread"  # a spread against its extreme or its limit
    UNLIKE = "unlike"  # not comparable: the greatest of many against one of them


def relate(a: Quantity, b: Quantity, headroom: Decimal = HEADROOM) -> Relation:
    """How two figures for one question stand to each other; the order does not matter."""
    if a.unit.dimension != b.unit.dimension:
        return Relation.APART if mixed_up(a, b) else Relation.UNLIKE
    if (a.stated, a.bound, a.unit, a.interval) == (b.stated, b.bound, b.unit, b.interval):
        return Relation.SAME
    first, second = (a, b) if shape(a) <= shape(b) else (b, a)
    return _TABLE[shape(first), shape(second)](first, second, headroom)


# ------------------------------------------------------------------------------- one pair of shapes each


def _common(a: Quantity, b: Quantity, otherwise: Relation) -> Relation:
    return otherwise if a.base.overlaps(b.base) else Relation.APART


def _points(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    return _common(a, b, Relation.SAME)


def _unlike(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    return _common(a, b, Relation.UNLIKE)


def _bounds(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    return _common(a, b, Relation.BOUND)


def _above(point: Quantity, floor: Quantity, headroom: Decimal) -> Relation:
    """超过4成 beside 43% is one fact; 90%以上 beside 90% has lost a word; 超过4成 beside 75% is another story."""
    if point.value == floor.value:
        dropped = shape(point) is Shape.POINT and floor.bound is not Bound.MILESTONE
        return _common(point, floor, Relation.QUALIFIER if dropped else Relation.SAME)
    reached = point.base.low is not None and point.base.low <= _reach(floor.value, headroom)
    return _common(point, floor, Relation.SAME if reached else Relation.BOUND)


def _reach(landmark: Decimal, headroom: Decimal) -> Decimal:
    """Up to where a landmark is the one to name: 超3万 up to 4万, the next one, where that is not much farther."""
    step = Decimal(1).scaleb(landmark.adjusted()) if len(landmark.normalize().as_tuple().digits) == 1 else Decimal(0)
    return max(landmark * headroom, min(landmark + step, landmark * (1 + (headroom - 1) * NEXT)))


def _below(point: Quantity, ceiling: Quantity, headroom: Decimal) -> Relation:
    """A limit says nothing of how far below it the truth lies: 不超过45天 beside 20天 is silent."""
    if shape(point) is Shape.POINT and point.value == ceiling.value:
        return Relation.QUALIFIER
    return _common(point, ceiling, Relation.SAME)


def _floors(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    """Landmarks round down: 突破2000亿元 beside 超过2100亿元 is one fact; 超过70% beside 80%以上 is two."""
    if same_number(a, b):
        return Relation.SAME
    low, high = sorted((a.value, b.value))
    landmark = Bound.MILESTONE in (a.bound, b.bound) and high <= low * headroom
    return Relation.SAME if landmark else Relation.BOUND


def _ceilings(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    return Relation.SAME if same_number(a, b) else Relation.BOUND


def _one_case(point: Quantity, extreme: Quantity, headroom: Decimal) -> Relation:
    """One case says nothing against the greatest of all; the same number without 最长 is the word dropped."""
    alike = shape(point) is Shape.POINT and point.value == extreme.value
    return Relation.QUALIFIER if alike else Relation.UNLIKE


def _extremes(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    return Relation.SAME if same_number(a, b) else Relation.APART


def _extreme_limit(limit: Quantity, extreme: Quantity, headroom: Decimal) -> Relation:
    """最长45天 and 不超过45天 say one thing; 最长45天 cannot be where the limit is 30天."""
    if same_number(limit, extreme):
        return Relation.SAME
    beyond = extreme.value > limit.value if shape(extreme) is Shape.TOP else extreme.value < limit.value
    return Relation.APART if beyond else Relation.BOUND


def _in_spread(point: Quantity, spread: Quantity, headroom: Decimal) -> Relation:
    """A value inside a spread is one of its cases; a value at its end is the end told as if it were all."""
    at_end = shape(point) is Shape.POINT and point.value in ends(spread)
    return _common(point, spread, Relation.SPREAD if at_end else Relation.SAME)


def _spread_limit(limit: Quantity, spread: Quantity, headroom: Decimal) -> Relation:
    return _common(limit, spread, Relation.SPREAD)


def _spread_end(extreme: Quantity, spread: Quantity, headroom: Decimal) -> Relation:
    """15至45天 and 最长45天 can both be true; 最长60天 is another upper end."""
    end = ends(spread)[1 if shape(extreme) is Shape.TOP else 0]
    return Relation.SPREAD if rounded_alike(extreme.value, end) else Relation.APART


def _spreads(a: Quantity, b: Quantity, headroom: Decimal) -> Relation:
    if ends(a) == ends(b):
        return Relation.SAME
    return _common(a, b, Relation.SPREAD)


_TABLE: dict[tuple[Shape, Shape], Callable[[Quantity, Quantity, Decimal], Relation]] = {
    (Shape.POINT, Shape.POINT): _points,
    (Shape.POINT, Shape.LOOSE): _points,
    (Shape.POINT, Shape.FLOOR): _above,
    (Shape.POINT, Shape.CEILING): _below,
    (Shape.POINT, Shape.TOP): _one_case,
    (Shape.POINT, Shape.BOTTOM): _one_case,
    (Shape.POINT, Shape.SPREAD): _in_spread,
    (Shape.LOOSE, Shape.LOOSE): _points,
    (Shape.LOOSE, Shape.FLOOR): _above,
    (Shape.LOOSE, Shape.CEILING): _below,
    (Shape.LOOSE, Shape.TOP): _one_case,
    (Shape.LOOSE, Shape.BOTTOM): _one_case,
    (Shape.LOOSE, Shape.SPREAD): _in_spread,
    (Shape.FLOOR, Shape.FLOOR): _floors,
    (Shape.FLOOR, Shape.CEILING): _bounds,
    (Shape.FLOOR, Shape.TOP): _unlike,
    (Shape.FLOOR, Shape.BOTTOM): _extreme_limit,
    (Shape.FLOOR, Shape.SPREAD): _spread_limit,
    (Shape.CEILING, Shape.CEILING): _ceilings,
    (Shape.CEILING, Shape.TOP): _extreme_limit,
    (Shape.CEILING, Shape.BOTTOM): _unlike,
    (Shape.CEILING, Shape.SPREAD): _spread_limit,
    (Shape.TOP, Shape.TOP): _extremes,
    (Shape.TOP, Shape.BOTTOM): _unlike,
    (Shape.TOP, Shape.SPREAD): _spread_end,
    (Shape.BOTTOM, Shape.BOTTOM): _extremes,
    (Shape.BOTTOM, Shape.SPREAD): _spread_end,
    (Shape.SPREAD, Shape.SPREAD): _spreads,
}
