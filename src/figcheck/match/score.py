"""How surely two claims answer one question: the sum of what all slots weigh, and of what their numbers say."""

from __future__ import annotations

from figcheck.match.comparisons import SLOTS, Both
from figcheck.match.exclusions import exclusion
from figcheck.match.values import relate
from figcheck.match.weights import Weights, probability
from figcheck.model import Pair, Part, Severity
from figcheck.naming import Naming


def said(both: Both, naming: Naming) -> Pair | None:
    """The pair as a desk's own names make it; None where they say nothing of it."""
    a, b = both.a.claim, both.b.claim
    if naming.parting(a, b) is not None:
        return Pair(a, b, 0.0, (Part("cannot-link", 0.0, True, a.topic.indicator, b.topic.indicator),))
    tie = naming.tie(a, b)
    if tie is None:
        return None
    apart = exclusion(both)
    waived = ("exclusive", "label", "language", *(("subject",) if tie.names_subjects else ()))
    if apart is not None and apart.name not in waived:
        return Pair(a, b, 0.0, (apart,))
    tied = Part("must-link", 0.0, False, a.topic.indicator, b.topic.indicator)
    return Pair(a, b, 1.0, (tied,), (), 1.0, Severity.ERROR)


def scored(both: Both, weights: Weights) -> Pair:
    """The pair with how sure it is, its numbers hidden and seen."""
    levels = weights.levels(both)
    odds = weights.odds(levels)
    a, b = both.a.claim, both.b.claim
    relation = relate(a, b)
    match, score = probability(odds), probability(odds + weights.value(a, b, relation))
    worst = weights.worst(relation, match, score)
    return Pair(a, b, round(score, 4), (), unsure(levels), round(match, 4), worst)


DOUBTFUL = {
    "period": ("none", "one"),
    "subject": ("one", "other-0", "other-1", "other-2", "apart-0", "apart-1"),
    "scope": ("one", "other"),
    "speaker": ("other",),
    "name": ("other", "words"),
}
"""Levels that an editor has to hear of, by slot."""


def unsure(levels: tuple[str, ...]) -> tuple[str, ...]:
    """What of the frames is not sure to be the same, for the message."""
    return tuple(slot for slot, level in zip(SLOTS, levels, strict=True) if level in DOUBTFUL.get(slot, ()))
