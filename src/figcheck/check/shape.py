"""What kind of statement a figure makes about a value, and when two numbers are one."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum

from figcheck.model import Bound, Quantity


class Shape(IntEnum):
    """What kind of statement about a value a figure is."""

    POINT = 0  # 230项
    LOOSE = 1  # 约230项, 近230项, 数十项, 40多项: a stretch with two ends
    FLOOR = 2  # 90%以上
    CEILING = 3  # 7天内
    TOP = 4  # 最长45天
    BOTTOM = 5  # 最短15天
    SPREAD = 6  # 15至45天


_SHAPES = {
    Bound.EXACT: Shape.POINT,
    Bound.ABOUT: Shape.LOOSE,
    Bound.ALMOST: Shape.LOOSE,
    Bound.ROUGH: Shape.LOOSE,
    Bound.AT_LEAST: Shape.FLOOR,
    Bound.MORE_THAN: Shape.FLOOR,
    Bound.MILESTONE: Shape.FLOOR,
    Bound.AT_MOST: Shape.CEILING,
    Bound.GREATEST: Shape.TOP,
    Bound.LEAST: Shape.BOTTOM,
    Bound.SPREAD: Shape.SPREAD,
}


def shape(quantity: Quantity) -> Shape:
    """The shape of a figure. 40多家 ends before 50: it is loose, not a floor."""
    found = _SHAPES[quantity.bound]
    return Shape.LOOSE if found is Shape.FLOOR and quantity.interval.high is not None else found


def mixed_up(a: Quantity, b: Quantity) -> bool:
    """Whether the same number stands with units that are easily taken for each other: 元 and 美元, % and 百分点."""
    kinds = {a.unit.dimension, b.unit.dimension}
    return a.stated == b.stated and (
        kinds == {"ratio", "points"} or (len(kinds) == 2 and all(kind.startswith("money:") for kind in kinds))
    )


def same_number(a: Quantity, b: Quantity) -> bool:
    """Whether two figures name one number, more or less exactly."""
    return rounded_alike(a.value, b.value)


def rounded_alike(a: Decimal, b: Decimal) -> bool:
    """Whether the number with fewer digits is the other one rounded, or cut off. Two digits always count.

    >>> rounded_alike(Decimal(1700), Decimal(1728)), rounded_alike(Decimal(70), Decimal(80))
    (True, False)
    >>> rounded_alike(Decimal("38"), Decimal("38.9")), rounded_alike(Decimal("500000"), Decimal("450000"))
    (True, False)
    """
    if a == b:
        return True
    coarse, fine = sorted((a, b), key=_digits)
    if _digits(coarse) == _digits(fine):
        return False
    step = Decimal(1).scaleb(coarse.adjusted() - _digits(coarse) + 1)
    return coarse - step / 2 <= fine < coarse + step


def _digits(value: Decimal) -> int:
    return max(len(value.normalize().as_tuple().digits), 2)


def ends(spread: Quantity) -> tuple[Decimal, Decimal]:
    """Both ends of a spread, in the base unit, lower first."""
    low, high = sorted((spread.stated[0], spread.stated[-1]))
    return low * spread.unit.factor, high * spread.unit.factor
