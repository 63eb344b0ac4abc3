"""What probably went wrong where two figures contradict each other: one plausible slip that turns one into the other.

Each cause is the key of its words in `lang/ui.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from figcheck.check.shape import mixed_up
from figcheck.model import Quantity, Unit

TENS_OF_THOUSANDS = (4, 8)
"""万 for 亿 moves a number by four zeros, 元 for 万元 too."""

POINT_MOVES = (1, 2, 3)
ENOUGH_DIGITS = 3
"""In shorter numbers one digit that differs says nothing."""


def likely(a: Quantity, b: Quantity) -> str | None:
    """The slip that fits two figures which cannot both be true, or None.

    >>> from decimal import Decimal
    >>> from figcheck.model import Interval, Unit
    >>> def yuan(n: int) -> Quantity:
    ...     return Quantity((Decimal(n),), Interval.rounded(str(n)), Unit("元", "money:CNY"))
    >>> likely(yuan(320000000), yuan(32000)), likely(yuan(2107), yuan(2170)), likely(yuan(3), yuan(7))
    ('unit-slip', 'digits-swapped', None)
    """
    if len(a.stated) != 1 or len(b.stated) != 1:
        return None
    return next((cause for cause, fits in _SLIPS.items() if fits(a, b)), None)


def in_base(quantity: Quantity) -> Quantity:
    """The number in the base unit, of which every language has the same: two digits may be swapped."""
    stated = tuple(value * quantity.unit.factor for value in quantity.stated)
    return replace(quantity, stated=stated, unit=Unit("", quantity.unit.dimension.partition(":")[0]))


def _other_unit(a: Quantity, b: Quantity) -> bool:
    return a.stated == b.stated and a.unit.factor != b.unit.factor and a.unit.dimension == b.unit.dimension


def _is_area(a: Quantity, b: Quantity) -> bool:
    return a.unit.dimension == "area" and _other_unit(a, b)


def _is_currency(a: Quantity, b: Quantity) -> bool:
    return a.unit.dimension.startswith("money:") and mixed_up(a, b)


def _is_points(a: Quantity, b: Quantity) -> bool:
    return not a.unit.dimension.startswith("money:") and a.unit.dimension != b.unit.dimension and mixed_up(a, b)


def _is_unit(a: Quantity, b: Quantity) -> bool:
    return _other_unit(a, b) or any(_moved(a, b, zeros) for zeros in TENS_OF_THOUSANDS)


def _is_point(a: Quantity, b: Quantity) -> bool:
    return len(_significant(a)) > 1 and any(_moved(a, b, places) for places in POINT_MOVES)


def _moved(a: Quantity, b: Quantity, places: int) -> bool:
    """Whether the figures show the same digits, so many places apart."""
    low, high = sorted((a.value, b.value))
    return low > 0 and low.scaleb(places) == high


def _is_swap(a: Quantity, b: Quantity) -> bool:
    pairs = list(_unlike(a, b))
    if len(pairs) != 2:
        return False
    (first, x, y), (second, v, w) = pairs
    return second == first + 1 and (x, y) == (w, v)


def _is_digit(a: Quantity, b: Quantity) -> bool:
    return max(len(_significant(a)), len(_significant(b))) >= ENOUGH_DIGITS and len(_unlike(a, b)) == 1


def _unlike(a: Quantity, b: Quantity) -> list[tuple[int, str, str]]:
    """The places at which two numbers of one unit and one length differ; empty where those do."""
    if a.unit != b.unit:
        return []
    first, second = _written(a, b), _written(b, a)
    if len(first) != len(second):
        return []
    return [(i, x, y) for i, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]


def _written(quantity: Quantity, other: Quantity) -> str:
    """The digits of a number, with as many behind the point as the other has."""
    exponents = [int(q.stated[0].normalize().as_tuple().exponent) for q in (quantity, other)]
    return str(abs(int(quantity.stated[0].scaleb(-min(*exponents, 0)))))


def _significant(quantity: Quantity) -> tuple[int, ...]:
    return quantity.stated[0].normalize().as_tuple().digits


_SLIPS: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "area-unit": _is_area,
    "currency": _is_currency,
    "points": _is_points,
    "unit-slip": _is_unit,
    "decimal-slip": _is_point,
    "digits-swapped": _is_swap,
    "digit-slip": _is_digit,
}
"""From the most telling to the least: the first that fits is named."""
