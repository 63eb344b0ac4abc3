"""against: a figure in one place of an article (its headline, a table, a caption) against the same figure in the text.

It finds what `agree` and `bound` find, where the place says more of what went wrong than they can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Claim, Group, Pair, Role, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`places`: one figure stands in one of these and the other in the same story, outside of them."""

    places: tuple[Role, ...]


_VERDICTS = {Relation.APART: Verdict.CONTRADICTION, Relation.BOUND: Verdict.TENSION}


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair that cannot both be true, a tension where another limit is told."""
    for pair in group.pairs:
        verdict = _VERDICTS.get(relate(pair.a.quantity, pair.b.quantity))
        if verdict is not None and _of_one_story(pair):
            yield from _told_apart(pair, parameters, verdict)


def _told_apart(pair: Pair, parameters: Parameters, verdict: Verdict) -> Iterator[Hit]:
    """The pair with the claim from the place that the rule is about first."""
    there, here = (_stands_in(claim, parameters.places) for claim in (pair.a, pair.b))
    if there is here:
        return
    claims = (pair.a, pair.b) if there else (pair.b, pair.a)
    yield Hit(claims, verdict, pair.score, pair.unsure)


def _stands_in(claim: Claim, places: tuple[Role, ...]) -> bool:
    return claim.figure.role in places


def _of_one_story(pair: Pair) -> bool:
    return pair.a.article is pair.b.article and pair.a.story == pair.b.story


KIND = Kind("against", Parameters, check)
