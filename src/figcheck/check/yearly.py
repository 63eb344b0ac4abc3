"""yearly: growth told as a yearly mean between two levels. 7786 to 13055 at 12% a year fits no number of years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from math import log, log1p

from figcheck.check import sums
from figcheck.check.ends import YEARLY_MEAN, Ends, linked
from figcheck.check.real import Prices, price_change
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Severity

HUNDRED = Decimal(100)
DIGITS = 12
"""What roots are reckoned to: far more than is ever printed."""

MOST_YEARS = 15
"""Longer spans are told with their years."""


@dataclass(frozen=True, slots=True)
class Means(Prices):
    """Parameters: those of `Prices`; amounts of money are revised after they were told, so that a difference of up to
    `revised` percent a year is a note, and beyond that a warning."""

    revised: Decimal = Decimal("0.75")


def check(claims: Sequence[Claim], means: Means) -> Iterator[Hit]:
    """A hit for every yearly mean that two levels do not make over the years between them."""
    for ends in linked(claims):
        if not _is_mean(ends):
            continue
        made = [mean(ends, years) for years in _years(ends)]
        if all(one.fails() for one in made):
            nearest = min(made, key=lambda one: abs((one.result().low or Decimal(0)) - ends.told.quantity.value))
            yield nearest.hit(**{"at_most": _limit(nearest, ends, means), **means.lowered(nearest, 1)})


def _limit(made: Sum, ends: Ends, means: Means) -> Severity:
    if not made.terms[0].topic.dimension.startswith("money"):
        return Severity.ERROR if ends.years_told is not None else Severity.WARNING
    return Severity.INFO if abs(price_change(made, 1)) <= means.revised else Severity.WARNING


def _is_mean(ends: Ends) -> bool:
    return (
        ends.told.topic.basis == YEARLY_MEAN
        and ends.told.topic.dimension == "ratio"
        and ends.before.topic.dimension == ends.after.topic.dimension != "ratio"
        and sums.positive(ends.before, ends.after, ends.told)
        and ends.after.quantity.value > ends.before.quantity.value
        and not ends.falls
    )


def mean(ends: Ends, years: int) -> Sum:
    """The compound yearly growth, in percent, of the levels over so many years."""
    root = Decimal(1) / years

    def reckon(levels: Sequence[Interval]) -> Interval:
        ratio = levels[1] / levels[0]
        with localcontext(prec=DIGITS):
            low = None if ratio.low is None else (ratio.low**root - 1) * HUNDRED
            high = None if ratio.high is None else (ratio.high**root - 1) * HUNDRED
        return Interval(low, high, ratio.low_open, ratio.high_open)

    lead = said("yearly", a=ends.before, b=ends.after, years=Decimal(years))
    return Sum((ends.before, ends.after), ends.told, reckon, lead, mendable=False)


def _years(ends: Ends) -> tuple[int, ...]:
    """The numbers of years that the change may have taken: as told, or those that come nearest to what is told."""
    if ends.years_told is not None:
        return (ends.years_told,)
    if ends.span is not None:  # 2016年至2020年: from the end of 2015, or of 2016
        return ends.span, ends.span - 1
    ratio = ends.after.quantity.value / ends.before.quantity.value
    about = log(ratio) / log1p(float(ends.told.quantity.value) / 100)
    first = min(max(int(about), 1), MOST_YEARS)
    return first, first + 1


KIND = Kind("yearly", Means, check, Over.STORY, sums.PLACEHOLDERS)
