"""against: a figure in one place of an article (its headline, a table, a caption) against the same figure in the text.

It finds what `agree` and `bound` find, where the place says more of what went wrong than they can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from figcheck.check import agree
from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Claim, Group, Pair, Role, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`places`: one figure stands in one of these and the other in the same story, outside of them.

    `tolerances`: numbers of these indicators may differ by so much of the larger one (0.01 is 1%).
    """

    places: tuple[Role, ...]
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)


_VERDICTS = {Relation.APART: Verdict.CONTRADICTION, Relation.BOUND: Verdict.TENSION}


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair that cannot both be true, a tension where another limit is told."""
    allowed = agree.Parameters(tolerances=parameters.tolerances).allowed
    for pair in group.pairs:
        a, b = pair.a.quantity, pair.b.quantity
        verdict = _VERDICTS.get(relate(a, b))
        if verdict is not None and _of_one_story(pair) and not agree.within(a, b, allowed(pair.a)):
            yield from _told_apart(pair, parameters, verdict)


def _told_apart(pair: Pair, parameters: Parameters, verdict: Verdict) -> Iterator[Hit]:
    """The pair with the claim from the place that the rule is about first."""
    there, here = (_stands_in(claim, parameters.places) for claim in (pair.a, pair.b))
    if there is here:
        return
    claims = (pair.a, pair.b) if there else (pair.b, pair.a)
    yield Hit.of(pair, verdict, claims=claims)


def _stands_in(claim: Claim, places: tuple[Role, ...]) -> bool:
    return claim.figure.role in places


def _of_one_story(pair: Pair) -> bool:
    return pair.a.article is pair.b.article and pair.a.story == pair.b.story


KIND = Kind("against", Parameters, check)
