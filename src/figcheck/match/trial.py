"""How well weights do on pairs that they were not fitted on: how many slips in facts told twice they would tell."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from figcheck.match.learn import SLIPS, Pairs
from figcheck.match.values import Relation, bounds
from figcheck.match.weights import Weights, probability
from figcheck.model import Article

PLANTED = (Relation.DIGIT, Relation.SWAP, Relation.POWER)
"""What is planted in one of two figures that agree, as often as it happens."""


def among(pairs: Pairs, articles: Collection[Article]) -> Pairs:
    """The pairs of which both claims stand in these articles."""
    own = set(map(id, articles))
    inside = [id(side.claim.article) in own for side in pairs.sides]
    kept = [at for at, (one, other) in enumerate(pairs.numbers) if inside[one] and inside[other]]
    return replace(
        pairs,
        numbers=[pairs.numbers[at] for at in kept],
        levels=[pairs.levels[at] for at in kept],
        relations=[pairs.relations[at] for at in kept],
        digits=[pairs.digits[at] for at in kept],
    )


def recall(pairs: Pairs, weights: Weights) -> float | None:
    """The share of slips, planted in facts told twice, that these weights would tell; None where there are no such
    facts.

    A slip leaves all words as they are: what changes is what the two numbers are to each other.
    """
    places = pairs.places()
    whole = sum(SLIPS[slip] for slip in PLANTED)
    found = sum(SLIPS[slip] for at in places for slip in PLANTED if _with_slip(pairs, at, slip, weights))
    return found / (whole * len(places)) if places else None


def _with_slip(pairs: Pairs, at: int, slip: Relation, weights: Weights) -> bool:
    one, other = (pairs.sides[number].claim for number in pairs.numbers[at])
    levels = tuple(weights.level(slot, value) for slot, value in zip(weights.single, pairs.levels[at], strict=True))
    seen = weights.values[slip][pairs.digits[at]] + weights.bounds[bounds(one, other)]
    return probability(weights.odds(levels) + seen) >= weights.warning
