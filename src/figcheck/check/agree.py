"""agree: two figures for one question must have a number in common. What has none is a contradiction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Claim, Group, Quantity, Verdict
from figcheck.patterns import matches


@dataclass(frozen=True, slots=True)
class Parameters:
    """`slack`: numbers may differ by this share of the larger one (0.01 is 1%) before they count as different.

    `tolerances`: the same for single indicators; `*` in a name stands for any characters.
    """

    slack: Decimal = Decimal(0)
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)

    def allowed(self, claim: Claim) -> Decimal:
        """The share by which numbers of this indicator may differ."""
        names = (claim.topic.indicator, claim.topic.canonical)
        own = [share for name, share in self.tolerances.items() if any(matches(name, n) for n in names)]
        return max([self.slack, *own])


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair whose figures cannot both be true."""
    for pair in group.pairs:
        a, b = pair.a.quantity, pair.b.quantity
        if relate(a, b) is Relation.APART and not within(a, b, parameters.allowed(pair.a)):
            yield Hit.of(pair, Verdict.CONTRADICTION)


def within(a: Quantity, b: Quantity, slack: Decimal) -> bool:
    """Whether the numbers stated differ by no more than this share of the larger one."""
    return slack > 0 and abs(a.value - b.value) <= slack * max(abs(a.value), abs(b.value))


KIND = Kind("agree", Parameters, check, general=True)
