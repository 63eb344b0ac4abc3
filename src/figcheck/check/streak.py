"""streak: a run of years (连续3年) grows by one a year, so that tellings of different years are held against the time
that lies between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor

from figcheck import ui
from figcheck.check.rule import Hit, Kind
from figcheck.model import Bound, Claim, Group, How, Measure, Pair, Text, Verdict

NEAR_WHOLE = Decimal("0.1")
"""Time that is so near to a whole number of years counts as that number."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """`days`: how many days one of a unit is. Runs in other units (连续3届) are compared for one moment only."""

    days: Mapping[str, Decimal]


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair of runs that cannot be one run, told at two times."""
    for pair in group.pairs:
        if _are_streaks(pair.a) and _are_streaks(pair.b):
            yield from _compared(pair, parameters.days.get(pair.a.quantity.unit.name))


def _are_streaks(claim: Claim) -> bool:
    return claim.topic.measure is Measure.STREAK and claim.quantity.bound is Bound.EXACT


def _compared(pair: Pair, days: Decimal | None) -> Iterator[Hit]:
    if pair.a.quantity.unit != pair.b.quantity.unit:
        return
    earlier, later = sorted((pair.a, pair.b), key=lambda claim: as_of(claim) or date.min)
    first, last = as_of(earlier), as_of(later)
    grown = later.quantity.value - earlier.quantity.value
    if first is None or last is None:
        if grown:
            yield _hit(pair, grown, tuple(dict.fromkeys((*pair.unsure, "period"))))
    elif not _can_be_one(first, last, later.quantity.value, grown, days):
        yield _hit(pair, grown, pair.unsure)


def _hit(pair: Pair, grown: Decimal, unsure: tuple[str, ...]) -> Hit:
    cause = "year-slip" if abs(grown) == 1 else None
    values = {"a_when": when(pair.a), "b_when": when(pair.b)}
    return Hit.of(pair, Verdict.CONTRADICTION, unsure=unsure, cause=cause, values=values)


def when(claim: Claim) -> Text:
    """The year up to which a claim is told, in words."""
    told = as_of(claim)
    return {
        lang: ui.say("period.year", lang, year=told.year) if told else ui.say("period.none", lang) for lang in ui.LANGS
    }


def as_of(claim: Claim) -> date | None:
    """The day up to which a run is told: the end of its period, else the day of publication."""
    period = claim.topic.period
    if period is not None and period.end is not None and period.how is not How.UNKNOWN:
        return period.end
    story = claim.article.stories[claim.story] if claim.story < len(claim.article.stories) else None
    return (story.published if story else None) or claim.article.published


def _can_be_one(first: date, last: date, count: Decimal, grown: Decimal, days: Decimal | None) -> bool:
    """Whether a run may grow by that much between two days, or may have begun anew in between."""
    if days is None:
        return first != last or grown == 0
    passed = Decimal((last - first).days) / days
    whole = passed.to_integral_value()
    near = abs(passed - whole) < NEAR_WHOLE
    least, most = (int(whole), int(whole)) if near else (floor(passed), ceil(passed))
    if days > 360:  # a year is counted anew at its turn: December and January may be one apart
        most = max(most, last.year - first.year)
    begun_anew = count <= least
    return begun_anew or least <= grown <= most


KIND = Kind("streak", Parameters, check, placeholders=("a_when", "b_when"))
