"""agree: two figures for one question must have a number in common. What has none is a contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Group, Quantity, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`slack`: numbers may differ by this share of the larger one (0.01 is 1%) before they count as different."""

    slack: Decimal = Decimal(0)


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair whose figures cannot both be true."""
    for pair in group.pairs:
        a, b = pair.a.quantity, pair.b.quantity
        if relate(a, b) is Relation.APART and not within(a, b, parameters.slack):
            yield Hit.of(pair, Verdict.CONTRADICTION)


def within(a: Quantity, b: Quantity, slack: Decimal) -> bool:
    """Whether the numbers stated differ by no more than this share of the larger one."""
    return slack > 0 and abs(a.value - b.value) <= slack * max(abs(a.value), abs(b.value))


KIND = Kind("agree", Parameters, check)
