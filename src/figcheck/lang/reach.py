"""What a number stands for under a word that loosens it: the same in every language, by the margins of its own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from figcheck.model import Bound, Interval

LARGEST = Decimal(10) ** 22
"""No figure is as large: what is written so is passed over, and what is reckoned below it keeps all of its digits."""


def reach(value: Decimal, bound: Bound, exact: Interval, step: Decimal, margins: Mapping[str, str | float]) -> Interval:
    """The interval of a number under a bound.

    `exact` is what it stands for by itself, `step` one in its last digit; `margins` are the shares of a number that
    `about` and `almost` reach.

    >>> exact = Interval.exactly(Decimal(200))
    >>> almost = reach(Decimal(200), Bound.ALMOST, exact, Decimal(1), {"almost": "0.1", "about": "0.05"})
    >>> almost.low, almost.high
    (Decimal('180.0'), Decimal('200'))
    """
    match bound:
        case Bound.AT_LEAST | Bound.LEAST:
            return Interval(value, None)
        case Bound.MORE_THAN | Bound.MILESTONE:
            return Interval(value, None, low_open=True)
        case Bound.ALMOST:
            return Interval(value - max(value * Decimal(margins["almost"]), step), value)
        case Bound.ABOUT:
            margin = max(value * Decimal(margins["about"]), step / 2)
            return Interval(value - margin, value + margin, False, False)
        case Bound.AT_MOST:
            return Interval(Decimal(0), value, low_open=True, high_open=False)
        case Bound.GREATEST:
            return Interval(None, value, high_open=False)
        case _:
            return exact
