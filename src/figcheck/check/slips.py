"""What a figure was meant to be, had not one plausible slip happened: 万 for 亿, a moved point, a digit or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from figcheck.check.causes import ENOUGH_DIGITS, TENS_OF_THOUSANDS
from figcheck.model import Quantity

POINT_MOVES = (1, 2)
MOST_DIGITS = 20
"""No figure for readers has more."""


class Slip(NamedTuple):
    """A likely slip: its cause (a key of the words in `lang/ui.yaml`), and the figure that was meant."""

    cause: str
    instead: Quantity


CAUSES = ("unit-slip", "decimal-slip", "digits-swapped", "digit-slip")
"""From the most telling to the least."""


def variants(quantity: Quantity) -> Iterator[Slip]:
    """All that a figure may have been before a slip, the most telling first. A spread has none.

    >>> from figcheck.model import Interval, Unit
    >>> q = Quantity((Decimal("12.5"),), Interval.rounded("12.5"), Unit("%", "ratio"))
    >>> [str(slip.instead.stated[0]) for slip in variants(q) if slip.cause == "digits-swapped"]
    ['21.5', '15.2']
    """
    if len(quantity.stated) != 1 or quantity.stated[0] <= 0 or _is_long(quantity.stated[0]):
        return
    for zeros in TENS_OF_THOUSANDS:
        yield from (Slip("unit-slip", _moved(quantity, places)) for places in (zeros, -zeros))
    if len(_digits(quantity)) > 1:
        for places in POINT_MOVES:
            yield from (Slip("decimal-slip", _moved(quantity, way)) for way in (places, -places))
    yield from (Slip("digits-swapped", _added(quantity, change)) for change in _swaps(quantity))
    if len(_digits(quantity)) >= ENOUGH_DIGITS:
        yield from (Slip("digit-slip", _added(quantity, change)) for change in _changes(quantity))


def _is_long(stated: Decimal) -> bool:
    return abs(stated.adjusted()) > MOST_DIGITS or len(stated.as_tuple().digits) > MOST_DIGITS


def _digits(quantity: Quantity) -> tuple[int, ...]:
    return _written(quantity).as_tuple().digits


def _written(quantity: Quantity) -> Decimal:
    """The number with the digits that were written: four noughts at the end stand for 万, eight for 亿."""
    stated = quantity.stated[0]
    noughts = max(0, int(stated.normalize().as_tuple().exponent)) // 4 * 4
    return stated.quantize(Decimal(1).scaleb(noughts)) if noughts else stated


def _moved(quantity: Quantity, places: int) -> Quantity:
    return replace(
        quantity,
        stated=(quantity.stated[0].scaleb(places),),
        interval=quantity.interval.scaled(Decimal(1).scaleb(places)),
    )


def _added(quantity: Quantity, change: Decimal) -> Quantity:
    low, high = quantity.interval.low, quantity.interval.high
    moved = replace(
        quantity.interval, low=None if low is None else low + change, high=None if high is None else high + change
    )
    return replace(quantity, stated=(quantity.stated[0] + change,), interval=moved)


def _swaps(quantity: Quantity) -> Iterator[Decimal]:
    digits = _digits(quantity)
    for at, (left, right) in enumerate(pairwise(digits)):
        if left != right and (at or right):
            yield _at(quantity, at, right - left) + _at(quantity, at + 1, left - right)


def _changes(quantity: Quantity) -> Iterator[Decimal]:
    for at, digit in enumerate(_digits(quantity)):
        yield from (_at(quantity, at, other - digit) for other in range(10) if other != digit and (at or other))


def _at(quantity: Quantity, position: int, units: int) -> Decimal:
    """So many units of the digit at a position, counted from the left."""
    digits = len(_digits(quantity))
    exponent = int(_written(quantity).as_tuple().exponent)
    return Decimal(units).scaleb(exponent + digits - 1 - position)
