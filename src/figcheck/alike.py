"""Whether a figure of a translation names the number of the original: translators round, but they do not add digits."""

from __future__ import annotations

from decimal import Decimal

from figcheck.model import Bound, Quantity

HEADROOM = Decimal("1.2")
"""More than 1,900 may stand for 1982家, fewer than 7 for 6.8天: up to so many times the landmark."""

NEAR = Decimal("0.001")
"""By no more than this share numbers differ that are one, in other units: 三分之一 and 33.33%."""

LEEWAY = Decimal("0.02")
"""By so much an amount may miss that is given again in another unit: 62英亩（约25公顷）."""

FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.MILESTONE, Bound.LEAST)
CEILINGS = (Bound.AT_MOST, Bound.GREATEST)
_LOOSE = (Bound.ABOUT, Bound.ALMOST, Bound.ROUGH)

_BARE = ("number", "index", "count", "age", "times")
"""Dimensions that one language tells by a word where the other has a bare number: 31岁, 31; 万; 场, times."""

_EASILY_MIXED = ({"ratio", "points"},)
"""Dimensions of which one is taken for the other."""


def dimension(quantity: Quantity) -> str:
    """What can be compared across languages: counts and streaks without what they count, prices without for what.

    >>> from figcheck.model import Interval, Unit
    >>> dimension(Quantity((Decimal(9),), Interval.exactly(9), Unit("年", "streak:年")))
    'streak'
    """
    name = quantity.unit.dimension.partition("/")[0]
    broad = name if name.startswith("money:") else name.partition(":")[0]
    return "count" if broad in ("number", "index") else broad


def alike(original: Quantity, translation: Quantity) -> bool:
    """Whether the numbers are one, apart from the words around them.

    >>> from figcheck.model import Interval, Unit
    >>> def people(n: str, bound: Bound = Bound.EXACT) -> Quantity:
    ...     return Quantity((Decimal(n),), Interval.rounded(n), Unit("人", "count"), bound)
    >>> alike(people("1982"), people("1900", Bound.MORE_THAN)), alike(people("1900", Bound.MORE_THAN), people("1982"))
    (True, False)
    """
    if dimension(original) != dimension(translation):
        bare = {dimension(original), dimension(translation)} & set(_BARE)
        return bool(bare) and same_number(original, translation)
    if _is_price(original) is not _is_price(translation):
        return same_number(original, translation)
    if len(original.stated) > 1 or len(translation.stated) > 1:
        return _ends_alike(original, translation)
    return near(original.value, translation.value) or _rounded(original, translation)


def near(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers differ by next to nothing."""
    return abs(a - b) <= NEAR * max(abs(a), abs(b)) / 2


def same_number(a: Quantity, b: Quantity) -> bool:
    """Whether both state one number, whatever the units."""
    return near(a.stated[-1], b.stated[-1])


def _is_price(quantity: Quantity) -> bool:
    """Whether it is so much for each: 每吨300元, which the other text may tell as 300 yuan."""
    return "/" in quantity.unit.dimension


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other in another unit of its dimension, more or less."""
    return dimension(a) == dimension(b) and abs(a.value - b.value) <= LEEWAY * max(abs(a.value), abs(b.value))


def mixed_up(a: Quantity, b: Quantity) -> bool:
    """Whether the same number stands in another currency, or in points for per cent."""
    return (other_money(a, b) or {dimension(a), dimension(b)} in _EASILY_MIXED) and same_number(a, b)


def other_money(a: Quantity, b: Quantity) -> bool:
    """Whether they are amounts in two currencies."""
    kinds = {dimension(a), dimension(b)}
    return len(kinds) == 2 and all(kind.startswith("money:") for kind in kinds)


def _ends_alike(original: Quantity, translation: Quantity) -> bool:
    """The ends of a spread, each; or the one end that is told, where the other text tells both."""
    one, other = _ends(original), _ends(translation)
    if len(one) == len(other):
        return all(map(near, one, other))
    return any(near(x, y) for x in one for y in other)


def _ends(quantity: Quantity) -> list[Decimal]:
    return [value * quantity.unit.factor for value in quantity.stated]


def _rounded(original: Quantity, translation: Quantity) -> bool:
    """Whether the translator rounded. Of a number that the original leaves open only the number itself can be told."""
    one, other = original.value, translation.value
    if Bound.ROUGH in (original.bound, translation.bound):
        return original.base.overlaps(translation.base)
    if original.bound is not Bound.EXACT and original.bound not in _LOOSE:
        return False
    if translation.bound in FLOORS:
        return other <= one <= other * HEADROOM
    if translation.bound in CEILINGS:
        return other / HEADROOM <= one <= other
    loose = (original.bound in _LOOSE, translation.bound in _LOOSE)
    return loose != (True, False) and original.base.overlaps(translation.base)
