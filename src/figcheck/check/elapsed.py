"""elapsed: a year, and how long ago it is said to be at publication (40年前的1978年, 距今120年)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck.check import years
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Tie

THIS_DAY = "this-day"
"""So many years ago on this day: it is the date of the event that tells which one is meant."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """`slack`: years that any number may be off; `rounded`: the same in percent, of a number that ends in 0."""

    slack: Decimal = Decimal(1)
    rounded: Decimal = Decimal(10)


def check(dated: Dated, parameters: Parameters) -> Iterator[Hit]:
    """A hit where it was not so long ago."""
    if dated.tie is not Tie.ELAPSED or dated.told is None or dated.published is None:
        return
    slack = max(parameters.slack, _rounded(dated.told.value, parameters))
    if dated.cue == THIS_DAY:
        day = dated.moments[0]
        if (day.month, day.day) != (dated.published.month, dated.published.day) or day.year == dated.published.year:
            return
        slack = Decimal(0)
    found = years.hit(dated, slack, slack)
    if found is not None:
        yield found


def _rounded(told: Decimal, parameters: Parameters) -> Decimal:
    return told * parameters.rounded / 100 if told % 10 == 0 else Decimal(0)


KIND = Kind("elapsed", Parameters, check, Over.DATES, years.PLACEHOLDERS)
