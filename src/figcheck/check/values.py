"""Figures that cannot be what they say: a share of more than all, a fall below nothing, a range that runs backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.select import named
from figcheck.check.sums import said
from figcheck.model import Bound, Claim, Measure, Text, Verdict


@dataclass(frozen=True, slots=True)
class Limits:
    """Parameters. Of indicators (`*率` takes all that end so), those `at_most_all` cannot be more than 100%; where the
    sentence names one of those `below_nothing`, it may fall by more than 100%, for it may be a loss; `of_plans` are
    words for what a share may well exceed (a target)."""

    at_most_all: tuple[str, ...] = ()
    below_nothing: tuple[str, ...] = ()
    of_plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """No parameters."""


def check_limits(claims: Sequence[Claim], limits: Limits) -> Iterator[Hit]:
    """A hit for every share over 100% and every fall by more than 100%."""
    for claim in claims:
        if claim.topic.dimension == "ratio" and min(claim.quantity.stated) * claim.quantity.unit.factor > 100:
            words = _impossible(claim, limits)
            if words is not None:
                yield Hit((claim,), Verdict.ARITHMETIC, values={"sum": words})


def check_order(claims: Sequence[Claim], order: Order) -> Iterator[Hit]:
    """A hit for every range whose first end is the larger one."""
    for claim in claims:
        if claim.quantity.bound is Bound.SPREAD and len(claim.quantity.stated) == 2 and _backwards(claim):
            yield Hit((claim,), Verdict.ARITHMETIC, values={"sum": said("backwards", told=claim.figure.span.text)})


def _impossible(claim: Claim, limits: Limits) -> Text | None:
    topic, told = claim.topic, claim.figure.span.text
    if topic.measure is Measure.CHANGE and claim.figure.direction < 0:
        names = [name.lstrip("*") for name in limits.below_nothing]
        may_be = any(name in claim.figure.sentence.text.lower() for name in names)
        return None if may_be or not topic.indicator else said("below-nothing", told=told)
    sentence = claim.article.text[claim.figure.sentence.start : claim.figure.span.end]
    planned = any(word in sentence for word in limits.of_plans)
    bounded = any(named(name, topic.canonical) or named(name, topic.indicator) for name in limits.at_most_all)
    return said("more-than-all", told=told) if bounded and not planned else None


def _backwards(claim: Claim) -> bool:
    first, second = claim.quantity.stated
    return first > second


LIMITS = Kind("limits", Limits, check_limits, Over.STORY, ("sum",))
ORDER = Kind("order", Order, check_order, Over.STORY, ("sum",))
