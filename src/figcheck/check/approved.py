"""approved-wording: a figure beside the one that the desk has approved for the same question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from figcheck.check import agree
from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Group, Pair, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`bounds`: other words around the number (超过, 近) are reported too. `exact`: so is any other rounding of it.

    `tolerances`: numbers of these indicators may differ by so much of the larger one (0.01 is 1%).
    """

    bounds: bool = True
    exact: bool = False
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every figure that cannot be the approved one, a tension for one that tells it otherwise."""
    allowed = agree.Parameters(tolerances=parameters.tolerances).allowed
    for pair in group.pairs:
        if not agree.within(pair.a.quantity, pair.b.quantity, allowed(pair.a)):
            verdict = _verdict(pair, parameters)
            if verdict is not None:
                worst = Severity.ERROR if verdict is Verdict.CONTRADICTION else Severity.WARNING
                yield Hit.of(pair, verdict, at_most=worst)


def _verdict(pair: Pair, parameters: Parameters) -> Verdict | None:
    told, approved = pair.a.quantity, pair.b.quantity
    relation = relate(told, approved)
    if relation is Relation.APART:
        return Verdict.CONTRADICTION
    if parameters.bounds and relation not in (Relation.SAME, Relation.UNLIKE):
        return Verdict.TENSION
    return Verdict.TENSION if parameters.exact and told.value != approved.value else None


KIND = Kind("approved-wording", Parameters, check, Over.APPROVED)
