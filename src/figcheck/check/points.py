"""points: a difference of two percentages told as per cent. From 10% to 15% is 5 percentage points, or 50%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figcheck.check import sums
from figcheck.check.change import amount_sum, percent_sum
from figcheck.check.ends import Ends, linked
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Measure, Severity

FAR = Decimal("0.3")
"""By what share a percentage is so far from what is told that rounding the two rates does not explain it."""


@dataclass(frozen=True, slots=True)
class Points:
    """No parameters: what per cent means is no matter of taste."""


def check(claims: Sequence[Claim], points: Points) -> Iterator[Hit]:
    """A hit for every difference of two percentages that is told as a percentage of one of them."""
    seen: set[int] = set()
    for ends in linked(claims):
        seen.add(id(ends.told))
        if _are_rates(ends) and _confused(ends):
            yield _hit(ends, Severity.ERROR)
    for ends in _beside(claims):
        if id(ends.told) not in seen and _confused(ends):
            yield _hit(ends, Severity.WARNING)


def _beside(claims: Sequence[Claim]) -> Iterator[Ends]:
    """40%, than the 33.5% of the country higher by 6.5%: two rates of one sentence and how far they are apart."""
    for first, second, told in zip(claims, claims[1:], claims[2:], strict=False):
        if not first.sentence == second.sentence == told.sentence:
            continue
        lower, higher = (second, first) if told.figure.direction >= 0 else (first, second)
        ends = Ends(lower, higher, told) if told.figure.direction >= 0 else Ends(higher, lower, told)
        if _are_rates(ends) and told.figure.direction:
            yield ends


def _are_rates(ends: Ends) -> bool:
    return (
        ends.told.topic.measure is Measure.CHANGE
        and ends.told.topic.dimension == "ratio"
        and all(
            end.topic.dimension == "ratio" and end.topic.measure in (Measure.LEVEL, Measure.SHARE)
            for end in (ends.before, ends.after)
        )
        and sums.positive(ends.before, ends.after, ends.told)
    )


def _confused(ends: Ends) -> bool:
    """Whether the two make the difference and not the percentage: to the last digit, or beyond all rounding."""
    percent, difference = percent_sum(ends), amount_sum(ends)
    return not difference.fails() and (percent.fails() or (_exact(difference) and _far(percent)))


def _exact(made: Sum) -> bool:
    return made.result().low == made.told.quantity.stated[-1]


def _far(made: Sum) -> bool:
    told, result = made.told.quantity.stated[-1], made.result().low or Decimal(0)
    return abs(result - told) > FAR * max(abs(result), told)


def _hit(ends: Ends, at_most: Severity) -> Hit:
    made = percent_sum(ends)
    return made.hit({"slip": said("points", told=ends.told)}, cause="points", at_most=at_most)


KIND = Kind("points", Points, check, Over.STORY, sums.PLACEHOLDERS)
