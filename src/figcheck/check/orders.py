"""order-slip: the same digits with another order for one thing: $4.2 billion for the dam, and $4.2 million for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from figcheck.check import sums
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import said
from figcheck.model import Bound, Claim, Measure, Severity, Verdict

MOST = 12
"""A story with more figures of the same digits has them for another reason."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Parameters: `times` are the steps from one word for an order to the next (million, billion); `digits` how many
    digits at least make it no accident."""

    times: tuple[Decimal, ...] = ()
    digits: int = 2


def check(claims: Sequence[Claim], orders: Orders) -> Iterator[Hit]:
    """A hit for every two levels of one thing in a story that differ in nothing but the word for their order."""
    alike: dict[tuple[str, tuple[int, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        digits = claim.quantity.value.normalize().as_tuple().digits
        if claim.topic.measure is Measure.LEVEL and len(digits) >= orders.digits and _is_plain(claim):
            alike[claim.topic.dimension, digits].append(claim)
    for row in alike.values():
        for a, b in combinations(row[:MOST], 2):
            if _are_one(a, b) and _apart(a, b) in orders.times:
                words = {"sum": said("orders", a=a, b=b), "slip": sums.NO_SLIP}
                yield Hit((a, b), Verdict.CONTRADICTION, cause="unit-slip", values=words, at_most=Severity.WARNING)


def _is_plain(claim: Claim) -> bool:
    return claim.quantity.bound is not Bound.ROUGH and claim.quantity.value > 0 and bool(claim.topic.words)


def _are_one(a: Claim, b: Claim) -> bool:
    """Whether both go by one name, and none is of a part of the other, for one piece or for one day."""
    same = a.topic.words[-1] == b.topic.words[-1]
    return same and a.topic.subject_key in (None, b.topic.subject_key) and a.topic.scope == b.topic.scope


def _apart(a: Claim, b: Claim) -> Decimal:
    small, large = sorted((a.quantity.value, b.quantity.value))
    return large / small


KIND = Kind("order-slip", Orders, check, Over.STORY, sums.PLACEHOLDERS)
