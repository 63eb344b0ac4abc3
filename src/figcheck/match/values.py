"""What two written numbers are to each other, apart from all words: equal, rounded, one slip apart, strangers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from figcheck.match.frames import significant
from figcheck.model import Bound, Claim, Interval, Measure


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
_NEAR = Decimal("0.02")
_DOUBLE = 2
_IN_A_ROW = ("rank", "ordinal", "anniversary", "first")
_REACH = Decimal("1.5")
"""超过2000亿元 may be told of 2,900 at the most."""


def agree(relation: Relation) -> bool:
    """Whether both figures can be true of one thing."""
    return relation in _AGREE


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is written, made once to be held against many. Numbers are in the base unit of the dimension."""

    value: Decimal
    stated: int
    bound: Bound
    base: Interval
    direction: int
    digits: str
    order: int
    grows: bool

    @classmethod
    def of(cls, claim: Claim) -> Written:
        quantity = claim.quantity
        value = quantity.value
        return cls(
            value,
            len(quantity.stated),
            quantity.bound,
            quantity.base,
            claim.figure.direction,
            significant(claim),
            value.adjusted(),
            claim.topic.measure is Measure.STREAK,
        )

    def related(self, other: Written) -> Relation:
        """How two numbers stand to each other."""
        if self.grows:  # a run grows by itself: its numbers tell nothing
            return Relation.OVERLAP
        same = self.value == other.value
        if self.direction * other.direction < 0:
            return Relation.OPPOSITE if same else self._apart(other)
        if same and self.stated == other.stated:
            return Relation.EQUAL if self.bound is other.bound else Relation.BOUND
        if self._may_be_one(other):
            slip = self._slip(other) if self._is_open_as(other) else None
            return slip or Relation.OVERLAP
        return self._slip(other) or self._apart(other)

    def _slip(self, other: Written) -> Relation | None:
        """The slip of the hand that makes one number the other; None where one alone does not."""
        first, second = self.digits, other.digits
        if first == second:
            return Relation.POWER if self.value != other.value else Relation.EQUAL
        if len(first) != len(second) or self.order != other.order:
            return None
        wrong = [at for at, (m, n) in enumerate(zip(first, second, strict=True)) if m != n]
        if len(wrong) == 1:
            return Relation.DIGIT
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and first[wrong[0]] == second[wrong[1]]
        return Relation.SWAP if swapped and first[wrong[1]] == second[wrong[0]] else None

    def _is_open_as(self, other: Written) -> bool:
        """Whether both limits are open on the same side: 超过7200人 and 超过7100人 can both be true, and yet nobody who
        retells the one writes the other."""
        sides = self.base.low is None, self.base.high is None
        return sides != (False, False) and sides == (other.base.low is None, other.base.high is None)

    def _may_be_one(self, other: Written) -> bool:
        """Whether some number is in both; a limit from below says that the truth is not far above it."""
        if not self.base.overlaps(other.base):
            return False
        small, large = sorted((abs(self.value), abs(other.value)))
        return (self.base.high is not None and other.base.high is not None) or large <= small * _REACH

    def _apart(self, other: Written) -> Relation:
        small, large = sorted((abs(self.value), abs(other.value)))
        if large - small <= _NEAR * large:
            return Relation.NEAR
        return Relation.APART if large < _DOUBLE * small else Relation.FAR


def relate(a: Claim, b: Claim) -> Relation:
    """How the numbers of two claims of one dimension stand to each other."""
    return Written.of(a).related(Written.of(b))


def bounds(a: Claim, b: Claim) -> str:
    """Whether both are told with the same limit: who retells 超12万人 keeps the 超 more often than not."""
    return "same" if a.quantity.bound is b.quantity.bound else "other"


def digits(a: Claim, b: Claim) -> int:
    """How many digits that say something the poorer of two figures has, at most `MOST_DIGITS`. A place in a row
    says nothing by its digits, as any other place is one digit off, nor does a run, which grows by itself."""
    if a.topic.dimension.partition(":")[0] in _IN_A_ROW or a.topic.measure is Measure.STREAK:
        return 0
    return min(len(significant(a)), len(significant(b)), MOST_DIGITS)
