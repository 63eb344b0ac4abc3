"""jump: two levels of one thing in one passage that are thousands of times apart: a 万 or 亿 was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from figcheck.check import sums
from figcheck.check.ends import year_of
from figcheck.check.finding import place
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import said
from figcheck.model import Claim, Measure, Verdict


@dataclass(frozen=True, slots=True)
class Jump:
    """Parameters: `times` is how many times a level may be another of the same thing, within so many `years`; so it is
    with what a thing is said to be worth (`worth`: verbs) and what is paid for it or with it (`prices`); `each` are
    words that make an amount one of many."""

    times: int = 800
    years: int = 15
    worth: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    each: tuple[str, ...] = ()


def check(claims: Sequence[Claim], jump: Jump) -> Iterator[Hit]:
    """A hit for every two neighbouring levels of a passage that are too far apart to be of one thing."""
    levels = [claim for claim in claims if claim.topic.measure is Measure.LEVEL and claim.topic.indicator]
    for a, b in pairwise(levels):
        if _are_one(a, b, jump) and _times(a, b) >= jump.times:
            words = {"sum": said("jump", a=a, b=b), "slip": sums.NO_SLIP}
            yield Hit((a, b), Verdict.ARITHMETIC, cause="unit-slip", values=words)

    yield from _worth(levels, jump)


def _worth(levels: Sequence[Claim], jump: Jump) -> Iterator[Hit]:
    """A tower valued at $110, for which $86 million was paid: one of the two in the same or the next paragraph."""
    for at, a in enumerate(levels):
        if a.topic.action not in jump.worth or _is_each(a, jump) or not a.topic.dimension.startswith("money"):
            continue
        near = [b for b in levels[max(0, at - NEAR) : at + NEAR + 1] if b is not a and _may_be_price(a, b, jump)]
        if near and all(_times(a, b) >= jump.times and a.quantity.value < b.quantity.value for b in near):
            pair = sorted((a, near[0]), key=place)
            words = {"sum": said("worth", a=a, b=near[0]), "slip": sums.NO_SLIP}
            yield Hit(tuple(pair), Verdict.ARITHMETIC, cause="unit-slip", values=words)


NEAR = 6
"""How many levels before and behind a worth may be what is paid for it."""


def _may_be_price(a: Claim, b: Claim, jump: Jump) -> bool:
    near = abs(a.block - b.block) <= 1 and sums.positive(a, b)
    return near and b.topic.dimension == a.topic.dimension and b.topic.action in jump.prices and not _is_each(b, jump)


def _is_each(claim: Claim, jump: Jump) -> bool:
    end = claim.figure.span.end
    return claim.article.text[end : end + 10].lower().lstrip().startswith(jump.each)


def _are_one(a: Claim, b: Claim, jump: Jump) -> bool:
    first, last = year_of(a.topic.period), year_of(b.topic.period)
    near = first is not None and last is not None and 0 < abs(last - first) <= jump.years
    return (
        near
        and a.block == b.block
        and a.topic.canonical == b.topic.canonical
        and a.topic.dimension == b.topic.dimension
        and a.figure.link == b.figure.link
        and a.topic.subject_key == b.topic.subject_key
        and sums.positive(a, b)
    )


def _times(a: Claim, b: Claim) -> int:
    small, large = sorted((a.quantity.value, b.quantity.value))
    return int(large / small)


KIND = Kind("jump", Jump, check, Over.STORY, sums.PLACEHOLDERS)
