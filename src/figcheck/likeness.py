"""How much two figures of two languages look like one, apart from being equal: by kind, name, subject and digits."""

from __future__ import annotations

from figcheck.alike import dimension, near
from figcheck.model import Claim, Quantity

_EASILY_MIXED = ({"ratio", "points"},)
"""Dimensions of which one is taken for the other."""


def distinct(claim: Claim) -> float:
    """How telling an equal number is: the more digits, the less by chance."""
    return 1 + min(len(digits(claim.quantity)), 5) / 2


def likeness(a: Claim, b: Claim) -> float:
    """Points for a common name, measure and subject, of which places go by their code in both languages."""
    name = 2.0 if a.topic.canonical and a.topic.canonical == b.topic.canonical else 0.0
    measure = 1.0 if a.topic.measure is b.topic.measure else 0.0
    subjects = {a.topic.subject_key, b.topic.subject_key}
    whose = 0.5 if len(subjects) == 1 and None not in subjects else 0.0
    return name + measure + whose


def slipped(a: Quantity, b: Quantity) -> float:
    """Points for digits that one slip may have turned into the others: a moved point, a digit or two."""
    one, other = digits(a), digits(b)
    if one == other:
        return 2.0
    if len(one) != len(other) or len(one) < 2:
        return 0.0
    return 1.0 if sum(x != y for x, y in zip(one, other, strict=True)) <= 2 else 0.0


def digits(quantity: Quantity) -> str:
    """The digits of a number without the noughts around them.

    >>> from decimal import Decimal
    >>> from figcheck.model import Interval, Unit
    >>> digits(Quantity((Decimal("12600000000"),), Interval.rounded("12600000000"), Unit("元", "money:CNY")))
    '126'
    """
    return "".join(map(str, quantity.stated[-1].normalize().as_tuple().digits))


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether a figure may stand for another at all: in one dimension, or with the same digits in another."""
    return dimension(a) == dimension(b) or same_number(a, b) or (len(digits(a)) > 1 and digits(a) == digits(b))


def mixed_up(a: Quantity, b: Quantity) -> bool:
    """Whether the same number stands in another currency, or in points for per cent."""
    kinds = {dimension(a), dimension(b)}
    money = len(kinds) == 2 and all(kind.startswith("money:") for kind in kinds)
    return (money or kinds in _EASILY_MIXED) and same_number(a, b)


def same_number(a: Quantity, b: Quantity) -> bool:
    """Whether both state one number, whatever the units."""
    return near(a.stated[-1], b.stated[-1])
