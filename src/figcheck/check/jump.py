"""jump: two levels of one thing in one passage that are thousands of times apart: a 万 or 亿 was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from figcheck.check import sums
from figcheck.check.ends import year_of
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import said
from figcheck.model import Claim, Measure, Verdict


@dataclass(frozen=True, slots=True)
class Jump:
    """Parameters: `times` is how many times a level may be another of the same thing, within so many `years`."""

    times: int = 800
    years: int = 15


def check(claims: Sequence[Claim], jump: Jump) -> Iterator[Hit]:
    """A hit for every two neighbouring levels of a passage that are too far apart to be of one thing."""
    levels = [claim for claim in claims if claim.topic.measure is Measure.LEVEL and claim.topic.indicator]
    for a, b in pairwise(levels):
        if _are_one(a, b, jump) and _times(a, b) >= jump.times:
            words = {"sum": said("jump", a=a, b=b), "slip": sums.NO_SLIP}
            yield Hit((a, b), Verdict.ARITHMETIC, cause="unit-slip", values=words)


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
