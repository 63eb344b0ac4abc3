"""How much two figures of two languages look like one, though their numbers differ: by kind, name and digits."""

from __future__ import annotations

from figcheck.alike import dimension, same_number
from figcheck.model import Claim, Quantity


def distinct(claim: Claim) -> float:
    """How telling an equal number is: the more digits, the less by chance."""
    return 1 + min(len(digits(claim.quantity)), 5) / 2


def likeness(a: Claim, b: Claim) -> float:
    """Points for a common name, measure and subject, of which places go by their code in both languages."""
    name = 2.0 if a.topic.canonical and a.topic.canonical == b.topic.canonical else 0.0
    measure = 0.5 if a.topic.measure is b.topic.measure else 0.0
    subjects = {a.topic.subject_key, b.topic.subject_key}
    whose = 0.5 if len(subjects) == 1 and None not in subjects else 0.0
    return name + measure + whose


def kind(a: Quantity, b: Quantity) -> float:
    """Points for what both are counted in: a currency or a length tells more than a mere count."""
    if dimension(a) != dimension(b):
        return 0.0
    return 0.5 if dimension(a) == "count" else 1.0


def slipped(a: Quantity, b: Quantity) -> float:
    """Points for one slip that may have turned one number into the other: noughts, a digit, two digits swapped.

    >>> from decimal import Decimal
    >>> from figcheck.model import Interval, Unit
    >>> def people(n: int) -> Quantity:
    ...     return Quantity((Decimal(n),), Interval.rounded(str(n)), Unit("人", "count"))
    >>> slipped(people(340), people(3400)), slipped(people(148), people(184)), slipped(people(148), people(293))
    (2.0, 3.0, 0.0)
    """
    one, other = sorted((digits(a), digits(b)), key=len)
    if one != other and not _one_slip(one, other):
        return 0.0
    return (1.0, 2.0, 3.0)[min(len(one), 3) - 1]


def _one_slip(one: str, other: str) -> bool:
    """Whether a digit differs or was dropped, or two are swapped. `one` is not longer than `other`."""
    if len(one) < len(other):
        return any(other[:at] + other[at + 1 :] == one for at in range(len(other))) and len(other) == len(one) + 1
    unlike = sum(x != y for x, y in zip(one, other, strict=True))
    return len(one) > 1 and (unlike == 1 or (unlike == 2 and sorted(one) == sorted(other)))


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
