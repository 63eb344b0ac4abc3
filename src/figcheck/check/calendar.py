"""calendar: days, months and times of day that do not exist (2月30日, 13月, 25时)."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.check.days import said
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Moment, Text, Tie, Verdict

LEAP = 2000
"""A leap year, for a day whose year is not told."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing to choose: the calendar is what it is."""


def check(dated: Dated, _: Parameters) -> Iterator[Hit]:
    """A hit for a date or a time of day that cannot be, with the reason."""
    if dated.tie in (Tie.CALENDAR, Tie.CLOCK):
        moment = dated.moments[0]
        wrong = _day(moment, dated.guessed) if dated.tie is Tie.CALENDAR else _time(moment, dated.cue == "length")
        if wrong is not None:
            yield Hit(dated.claims, Verdict.ARITHMETIC, values={"reason": wrong})


def _day(moment: Moment, guessed: bool) -> Text | None:
    month, year = 1 if moment.month is None else moment.month, moment.year or LEAP
    if not 1 <= month <= 12:
        return said("no-month")
    days = monthrange(LEAP if guessed or year < 1 else year, month)[1]
    if moment.day is None or 1 <= moment.day <= days:
        return None
    if (month, moment.day) == (2, 29) and not isleap(year):
        return said("no-leap-day", year=year)
    return said("no-day", month=month, days=days)


def _time(moment: Moment, is_length: bool) -> Text | None:
    """`is_length`: it may be how long something took, which can be more than a day."""
    hour, (low, high) = moment.hour or 0, moment.hours
    if moment.minute is not None and moment.minute > 59:
        return said("no-minute")
    if is_length:
        return None
    if hour > 24 or (hour == 24 and moment.minute):
        return said("no-hour")
    return None if low <= hour <= high or hour == 24 else said("not-then")


KIND = Kind("calendar", Parameters, check, Over.DATES, ("reason",))
