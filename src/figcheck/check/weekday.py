"""weekday: a date, and the day of the week told with it. The calendar settles that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from figcheck.check.days import said, spoken, weekday
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Text, Tie, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing to choose: a day has one day of the week."""


FIRST, LAST = 1900, 2200
"""Years for which the calendar of today is sure to have been meant."""


def check(dated: Dated, _: Parameters) -> Iterator[Hit]:
    """A hit where the date is another day of the week. A year that the text does not tell makes it unsure."""
    if dated.tie is not Tie.WEEKDAY or dated.told is None:
        return
    day, told = dated.moments[0].first, int(dated.told.value)
    if day is None or not FIRST <= day.year <= LAST or day.isoweekday() == told:
        return
    meant = _meant(day, told)
    values: dict[str, Text] = {
        "date": spoken(day),
        "weekday": weekday(day.isoweekday()),
        "told": weekday(told),
        "slip": said("weekday-slip", date=spoken(meant), weekday=weekday(told)),
    }
    unsure = ("year",) if dated.guessed else ()
    yield Hit(dated.claims, Verdict.ARITHMETIC, unsure=unsure, cause=_cause(day, meant), values=values)


def _meant(day: date, told: int) -> date:
    """The day of that name most likely meant: a day off, the same day of the year before or after, a near one."""
    near = [day + timedelta(days) for days in (1, -1)]
    others = [day + timedelta(days) for days in (2, -2, 3, -3)]
    return next(other for other in (*near, *_other_years(day), *others) if other.isoweekday() == told)


def _cause(day: date, meant: date) -> str | None:
    if abs((meant - day).days) == 1:
        return "day-slip"
    return "year-slip" if meant.year != day.year and meant.day == day.day else None


def _other_years(day: date) -> Iterator[date]:
    if (day.month, day.day) != (2, 29):
        yield from (day.replace(year=day.year + years) for years in (-1, 1))


KIND = Kind("weekday", Parameters, check, Over.DATES, ("date", "weekday", "told", "slip"))
