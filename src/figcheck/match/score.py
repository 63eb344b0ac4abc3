"""How surely two claims answer one question: the sum of what all slots weigh, and of what their numbers say."""

from __future__ import annotations

from figcheck.match.comparisons import SLOTS, UNKNOWN, Both
from figcheck.match.exclusions import exclusion
from figcheck.match.weights import Weights, probability
from figcheck.model import Footing, Pair, Part, Severity
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


def scored(both: Both, weights: Weights, *, at_any_time: bool = False) -> Pair:
    """The pair with how sure it is, its numbers hidden and seen; `at_any_time`, that both tell one thing, whenever."""
    levels = weights.levels(both)
    if at_any_time:
        levels = tuple(
            _TIMELESS.get((slot, level), _TIMELESS.get((slot, ""), level))
            for slot, level in zip(SLOTS, levels, strict=True)
        )
    return weighed(both, weights, levels, weights.odds(levels))


def weighed(both: Both, weights: Weights, levels: tuple[str, ...], odds: float) -> Pair:
    """The pair of these levels and log-odds, with its numbers hidden and seen."""
    a, b = both.a.claim, both.b.claim
    match, score = probability(odds), seen(both, weights, odds)
    worst = _severity(both, weights, match, score)
    return Pair(a, b, round(score, 4), (), unsure(levels), round(match, 4), worst)


def seen(both: Both, weights: Weights, odds: float) -> float:
    """The probability that two claims of these log-odds are what they seem, once their numbers are seen."""
    return probability(odds + weights.value(both.a.claim, both.b.claim, both.relation))


def _severity(both: Both, weights: Weights, match: float, score: float) -> Severity:
    """How bad a finding of the two can be: what came of a plan is not the plan, and who foresees or reckons another
    number than another does need not be wrong."""
    worst = weights.worst(both.relation, match, score)
    ends = both.a.claim.topic.footing, both.b.claim.topic.footing
    planned = Footing.TARGET in ends and ends[0] is not ends[1]
    reckoned = not both.same_article and not {Footing.FORECAST, Footing.ESTIMATE}.isdisjoint(ends)
    return min(worst, Severity.WARNING) if planned or reckoned else worst


_TIMELESS = {
    ("period", ""): UNKNOWN["period"],
    ("question", "what-1"): "what-2",  # what and whose are stated and the same
}
"""What slots and their levels are where time does not count; a slot alone stands for all of its levels."""

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
