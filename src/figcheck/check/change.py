"""change: from A to B, changed by so much. The two levels make the change; what the sentence says of it must fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.check import sums
from figcheck.check.ends import SINCE, Ends, alike, comparable, linked, year_of
from figcheck.check.real import Prices
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Measure

HUNDRED = Decimal(100)


def check(claims: Sequence[Claim], prices: Prices) -> Iterator[Hit]:
    """A hit for every change told that its two levels do not make."""
    for ends in linked(claims):
        made = between_levels(ends)
        if made is not None and made.fails():
            yield made.hit(**prices.lowered(made, ends.years))
    for made in (*_from_amounts(claims), *_reached(claims)):
        if made.fails():
            yield made.hit(**prices.lowered(made, _since(made)))


# ------------------------------------------------------------------------------- between two levels


def between_levels(ends: Ends) -> Sum | None:
    """The change between two levels, in percent or in their unit, as it is told; None for a change told otherwise."""
    told = ends.told.topic.dimension
    if not sums.positive(ends.before, ends.after) or ends.told.topic.basis == "yearly-mean":
        return None
    if told == "ratio" and not told_in_points(ends):
        return percent_sum(ends)
    if told == ends.after.topic.dimension or (told == "points" and ends.after.topic.dimension == "ratio"):
        return None if told == "ratio" else amount_sum(ends)
    return None


def percent_sum(ends: Ends) -> Sum:
    """The change as a percentage of where it began."""
    terms = (ends.before, ends.after)
    if ends.falls:
        ratio = sums.percent(ends.after.quantity.value / ends.before.quantity.value)
        return Sum(terms, ends.told, _fall, said("fall", a=ends.before, b=ends.after, ratio=ratio))
    return Sum(terms, ends.told, _growth, said("growth", a=ends.before, b=ends.after))


def amount_sum(ends: Ends) -> Sum:
    """The change in the unit of its levels."""
    terms = (ends.before, ends.after)
    if ends.falls:
        return Sum(terms, ends.told, lambda levels: levels[0] - levels[1], said("less", a=ends.before, b=ends.after))
    return Sum(terms, ends.told, lambda levels: levels[1] - levels[0], said("more", a=ends.before, b=ends.after))


def told_in_points(ends: Ends) -> bool:
    """Whether two shares are told with their difference, but as per cent: of that `points` speaks."""
    if ends.before.topic.dimension != "ratio" or ends.told.topic.dimension != "ratio":
        return False
    return percent_sum(ends).fails() and not amount_sum(ends).fails()


def _growth(levels: Sequence[Interval]) -> Interval:
    return (levels[1] / levels[0]).scaled(HUNDRED) - Interval.exactly(HUNDRED)


def _fall(levels: Sequence[Interval]) -> Interval:
    return Interval.exactly(HUNDRED) - (levels[1] / levels[0]).scaled(HUNDRED)


# ------------------------------------------------------------------------------- from a level and an amount


def _from_amounts(claims: Sequence[Claim]) -> Iterator[Sum]:
    """52.5万吨，比上年增加2.5万吨，增长5%: the amount makes the rate, even where last year's level is not told."""
    for level, first, second in zip(claims, claims[1:], claims[2:], strict=False):
        if not _go_together(level, first, second):
            continue
        amount, rate = (first, second) if comparable(level, first) else (second, first)
        if comparable(level, amount) and rate.topic.dimension == "ratio" and amount.topic.dimension != "ratio":
            yield _rate_sum(level, amount, rate)


def _reached(claims: Sequence[Claim]) -> Iterator[Sum]:
    """fell by 200 to 1,800, a drop of 20 percent: the level is where the amount led."""
    for amount, level, rate in zip(claims, claims[1:], claims[2:], strict=False):
        if level.figure.link is None and "reached" in level.figure.cues and amount.sentence == rate.sentence:
            fits = comparable(level, amount) and rate.topic.dimension == "ratio" and alike(level, rate)
            changes = amount.topic.measure is rate.topic.measure is Measure.CHANGE
            one_way = amount.figure.direction == rate.figure.direction != 0
            if fits and changes and one_way and sums.positive(level, amount, rate) and level.sentence == rate.sentence:
                yield _rate_sum(level, amount, rate)


def _since(made: Sum) -> int:
    """Over how many years the change was, as the change itself says."""
    level, amount = made.terms
    last = year_of(level.topic.period)
    first = (amount.topic.basis or "").removeprefix(SINCE)
    return last - int(first) if last is not None and first.isdecimal() and last > int(first) else 1


def _go_together(level: Claim, first: Claim, second: Claim) -> bool:
    changes = (first, second)
    against = (first.topic.basis or "").startswith("versus:")  # £22,000 over the average. That is 15% above average
    return (
        level.topic.measure is Measure.LEVEL
        and level.figure.link is None
        and first.topic.basis is not None
        and (second.topic.basis == first.topic.basis if against else second.topic.basis in (None, first.topic.basis))
        and first.figure.direction == second.figure.direction != 0
        and all(claim.topic.measure is Measure.CHANGE for claim in changes)
        and all(0 <= claim.sentence - level.sentence <= against and alike(level, claim) for claim in changes)
        and sums.positive(level, *changes)
        and not first.topic.basis.startswith("yearly-mean")
    )


def _rate_sum(level: Claim, amount: Claim, rate: Claim) -> Sum:
    key, reckon = ("rate-down", _rate_down) if rate.figure.direction < 0 else ("rate-up", _rate_up)
    return Sum((level, amount), rate, reckon, said(key, a=level, b=amount))


def _rate_up(terms: Sequence[Interval]) -> Interval:
    return _share(terms[1], terms[0] - terms[1])


def _rate_down(terms: Sequence[Interval]) -> Interval:
    return _share(terms[1], terms[0] + terms[1])


def _share(part: Interval, base: Interval) -> Interval:
    """What part of a base it is, in percent; anything where the base may be nothing."""
    if base.low is None or base.low <= 0:
        return Interval(None, None)
    return (part / base).scaled(HUNDRED)


KIND = Kind("change", Prices, check, Over.STORY, sums.PLACEHOLDERS)
