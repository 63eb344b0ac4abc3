"""Headlines are rounded and shortened: a count ends in noughts, 超百亿 leaves out its unit, which the story has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import log10

from figcheck.model import Bound, Interval, Quantity, Reading, Role, Statement

LARGE = 10_000
"""A number of less is told with its unit, and one of as much may leave it out (亏70亿)."""

ROUND = 1_000
"""Smaller counts are told to the last one, in headlines too."""

FARTHEST = Decimal("0.025")
"""By no more than this share a rounded count is off: 4,000 may stand for 3,962, not for 3,800."""

NEAR = 0.3
"""Numbers are of one size where one is no more than twice the other, as a difference of their logarithms."""

MOST = 100
"""So many large figures of a story are looked at."""

_OTHER = ("number", "ratio", "points", "rank", "streak", "times", "time", "age", "grade", "index")
"""Dimensions that no unit was left out for."""


def filled(reading: Reading) -> Reading:
    """The same with the figures of headlines as their readers take them."""
    if not any(statement.figure.role is Role.HEADLINE for statement in reading.statements):
        return reading
    large: dict[int, list[Statement]] = {}
    for one in reading.statements:
        if _is_large(one) and len(told := large.setdefault(one.story, [])) < MOST:
            told.append(one)
    return replace(reading, statements=tuple(_filled(one, large.get(one.story, ())) for one in reading.statements))


def _filled(told: Statement, large: Sequence[Statement]) -> Statement:
    if told.figure.role is not Role.HEADLINE:
        return told
    quantity = rounded(told.figure.quantity)
    if large and quantity.unit.dimension == "number" and quantity.stated[-1] >= LARGE:
        quantity = _with_unit(quantity, told, large)
    return told if quantity is told.figure.quantity else replace(told, figure=replace(told.figure, quantity=quantity))


def rounded(quantity: Quantity) -> Quantity:
    """A count that ends in two noughts or more, as rounded to the digits before them.

    >>> from figcheck.model import Unit
    >>> count = Quantity((Decimal(4000),), Interval.rounded("4000"), Unit("", "count"))
    >>> rounded(count).interval.low, rounded(count).interval.high
    (Decimal('3900.000'), Decimal('4100.000'))
    """
    value, interval = quantity.stated[-1], quantity.interval
    noughts = int(value.normalize().as_tuple().exponent) if value.is_finite() else 0
    if quantity.bound is not Bound.EXACT or len(quantity.stated) > 1 or value < ROUND or noughts < 2:
        return quantity
    half = min(Decimal(1).scaleb(noughts) / 2, value * FARTHEST)
    if interval.low is None or interval.low <= value - half:
        return quantity
    return replace(quantity, interval=Interval(value - half, value + half))


def _with_unit(quantity: Quantity, told: Statement, large: Sequence[Statement]) -> Quantity:
    """The number with the unit that the story tells with what the headline speaks of, or with all its large numbers."""
    shared, distance, best = max(
        ((_shared(told, one), -_distance(quantity, one), one) for one in large), key=lambda row: row[:2]
    )
    sure = shared or -distance <= NEAR or len({one.figure.quantity.unit.dimension for one in large}) == 1
    return replace(quantity, unit=best.figure.quantity.unit) if sure else quantity


def _is_large(one: Statement) -> bool:
    quantity = one.figure.quantity
    kind = quantity.unit.dimension.partition(":")[0]
    return one.figure.role is not Role.HEADLINE and kind not in _OTHER and quantity.stated[-1] >= LARGE


def _shared(a: Statement, b: Statement) -> int:
    """How many words both say."""
    return len({*a.words, *a.context} & {*b.words, *b.context})


def _distance(quantity: Quantity, one: Statement) -> float:
    return abs(log10(quantity.stated[-1]) - log10(one.figure.quantity.stated[-1]))
