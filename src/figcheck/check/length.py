"""length: two dates, and how long it lasted from the one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from figcheck import ui
from figcheck.check.days import named, said
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Interval, Moment, Text, Tie, Verdict

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Parameters:
    """`days`: how many days one of a unit is; lengths in other units are not checked."""

    days: Mapping[str, Decimal]


def check(dated: Dated, parameters: Parameters) -> Iterator[Hit]:
    """A hit where it lasted neither with nor without its last day as long as told."""
    if dated.tie is not Tie.LENGTH or dated.told is None:
        return
    unit = parameters.days.get(dated.told.unit.name)
    lasted = _days(dated)
    if unit is None or lasted is None or _lengths(lasted, unit).overlaps(dated.told.interval):
        return
    values: dict[str, Text] = {
        "begin": named(dated.moments[0]),
        "end": named(dated.moments[1]),
        "length": _spoken(lasted, unit, dated.told.unit.name),
        "told": said("as-is", words=dated.claims[-1].figure.span.text),
    }
    yield Hit(dated.claims, Verdict.ARITHMETIC, values=values)


def _days(dated: Dated) -> tuple[int, int] | None:
    """The least and the most days that it may have lasted; None where the end comes before the beginning."""
    tried = [_between(begin, end) for begin, end in _in_years(*dated.moments)]
    known = [days for days in tried if days is not None]
    return (min(least for least, _ in known), max(most for _, most in known)) if known else None


def _in_years(begin: Moment, end: Moment) -> list[tuple[Moment, Moment]]:
    """The two ends; in a leap year and in another, where no year is told."""
    if begin.year is not None or end.year is not None:
        return [(begin, end)]
    turns = (end.month or 0) < (begin.month or 0)
    return [(replace(begin, year=year), replace(end, year=year + turns)) for year in (2000, 2001)]


def _between(begin: Moment, end: Moment) -> tuple[int, int] | None:
    days = [day for moment in (begin, end) for day in (moment.first, moment.last) if day is not None]
    if len(days) != 4 or days[2] < days[0]:
        return None
    return max((days[2] - days[1]).days, 0), (days[3] - days[0]).days + 1


def _lengths(lasted: tuple[int, int], unit: Decimal) -> Interval:
    """The lengths in a unit; of one longer than a day, what is left over may be dropped (13年 for 13.9)."""
    least, most = lasted[0] / unit, lasted[1] / unit
    return Interval(least - (HALF if unit > 1 else 0), most, False, False)


def _spoken(lasted: tuple[int, int], unit: Decimal, name: str) -> Text:
    """The length with and without the last day, in whole units."""
    ends = [str(round(days / unit)) for days in lasted]
    key = "length" if ends[0] == ends[1] else "lengths"
    return said(key, least=ends[0], most=ends[1], unit={lang: ui.say(f"span.{name}", lang) for lang in ui.LANGS})


KIND = Kind("length", Parameters, check, Over.DATES, ("begin", "end", "length", "told"))
