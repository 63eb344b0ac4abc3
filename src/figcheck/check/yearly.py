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
        years = ends.years_told
        made = mean(ends, years) if years is not None else _nearest(ends)
        if made is not None and made.fails():
            yield made.hit(**{"at_most": _limit(made, years, means), **means.lowered(made, 1)})


def _limit(made: Sum, years: int | None, means: Means) -> Severity:
    if not made.terms[0].topic.dimension.startswith("money"):
        return Severity.ERROR if years is not None else Severity.WARNING
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


def _nearest(ends: Ends) -> Sum | None:
    """The sum over the number of years that comes nearest, where none makes what is told."""
    told = ends.told.quantity.value
    about = log(ends.after.quantity.value / ends.before.quantity.value) / log1p(float(told) / 100)
    first = min(max(int(about), 1), MOST_YEARS)
    made = [mean(ends, years) for years in (first, first + 1)]
    if any(not one.fails() for one in made):
        return None
    return min(made, key=lambda one: abs((one.result().low or Decimal(0)) - told))


KIND = Kind("yearly", Means, check, Over.STORY, sums.PLACEHOLDERS)
