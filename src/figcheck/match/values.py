"""What two written numbers are to each other, apart from all words: equal, rounded, one slip apart, strangers."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from figcheck.match.frames import significant
from figcheck.model import Claim, Measure, Quantity


class Relation(StrEnum):
    """From the same number to another one altogether."""

    EQUAL = "equal"  # 3120张, 3120张; 1.2万人, 12000人
    BOUND = "bound"  # 3000张, 超过3000张: one number, told with two limits
    OVERLAP = "overlap"  # 约3000张, 3120张: both can be true
    DIGIT = "digit"  # 3120张, 3520张: one digit
    SWAP = "swap"  # 3120张, 3210张: two neighbours changed places
    POWER = "power"  # 31.2亿元, 31.2万元; 31.2%, 3.12%
    OPPOSITE = "opposite"  # up 3.2%, down 3.2%
    NEAR = "near"  # 3120张, 3098张: within one in fifty
    APART = "apart"  # within the half and the double
    FAR = "far"


_AGREE = (Relation.EQUAL, Relation.BOUND, Relation.OVERLAP)
MOST_DIGITS = 5
_NEAR = 0.02
_DOUBLE = 2.0
_REACH = Decimal("1.5")
"""超过2000亿元 may be told of 2,900 at the most."""


def agree(relation: Relation) -> bool:
    """Whether both figures can be true of one thing."""
    return relation in _AGREE


def bounds(a: Claim, b: Claim) -> str:
    """Whether both are told with the same limit: who retells 超12万人 keeps the 超 more often than not."""
    return "same" if a.quantity.bound is b.quantity.bound else "other"


def digits(a: Claim, b: Claim) -> int:
    """How many digits that say something the poorer of two figures has, at most `MOST_DIGITS`."""
    return min(len(significant(a)), len(significant(b)), MOST_DIGITS)


def relate(a: Claim, b: Claim) -> Relation:
    """How the numbers of two claims of one dimension stand to each other."""
    if a.topic.measure is Measure.STREAK:  # a run grows by itself: its numbers tell nothing
        return Relation.OVERLAP
    one, other = a.quantity, b.quantity
    x, y = one.value, other.value
    if a.figure.direction * b.figure.direction < 0:
        return Relation.OPPOSITE if x == y else _apart(float(x), float(y))
    if x == y and len(one.stated) == len(other.stated):
        return Relation.EQUAL if one.bound is other.bound else Relation.BOUND
    if _may_be_one(one, other):
        return Relation.OVERLAP
    first, second = significant(a), significant(b)
    if first == second:
        return Relation.POWER if x != y else Relation.EQUAL
    if len(first) == len(second) and x.adjusted() == y.adjusted():
        wrong = [at for at, (m, n) in enumerate(zip(first, second, strict=True)) if m != n]
        if len(wrong) == 1:
            return Relation.DIGIT
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and first[wrong[0]] == second[wrong[1]]:
            return Relation.SWAP if first[wrong[1]] == second[wrong[0]] else _apart(float(x), float(y))
    return _apart(float(x), float(y))


def _may_be_one(a: Quantity, b: Quantity) -> bool:
    """Whether some number is in both; a limit from below says that the truth is not far above it."""
    open_above = a.base.high is None or b.base.high is None
    small, large = sorted((abs(a.value), abs(b.value)))
    return a.base.overlaps(b.base) and not (open_above and large > small * _REACH)


def _apart(x: float, y: float) -> Relation:
    small, large = sorted((abs(x), abs(y)))
    if large - small <= _NEAR * large:
        return Relation.NEAR
    return Relation.APART if large < _DOUBLE * small else Relation.FAR
