"""What is told again and again of one thing as time goes on: tolls, running totals, firsts.

Such tellings of two times do not answer one question, but one follows from the other: they meet in a group's `across`.
"""

from __future__ import annotations

from datetime import date, timedelta

from figcheck.group.parts import published, veto
from figcheck.lang import pack
from figcheck.model import Claim, How, Measure, Part, Period

SAME_NEWS = timedelta(days=7)
"""Totals told of “now” in articles so near to each other tell one piece of news; tolls change from day to day."""

Moment = tuple[date, int | None]
"""A day and the minute of it, where that is told."""


def running(claim: Claim) -> bool:
    """Whether a count runs on: it is told with 累计, as of an hour, or counts those whom one event has hit."""
    if claim.topic.measure is not Measure.LEVEL:
        return False
    return "累计" in claim.figure.cues or of_event(claim)


def of_event(claim: Claim) -> bool:
    """Whether a count belongs to one event: it is counted by the hour, or is of those whom an event has hit."""
    period = claim.topic.period
    by_hour = period is not None and period.clock is not None and "累计" not in claim.figure.cues
    return by_hour or claim.topic.canonical in pack(claim.article.lang).of_event()


def told_over_time(a: Claim, b: Claim) -> bool:
    """Whether two claims can be tellings of one thing at two times."""
    return (running(a) and running(b)) or _both_first(a, b)


def other_moment(a: Claim, b: Claim) -> list[Part]:
    """A veto where two running counts are of two moments: the later one does not contradict the earlier."""
    first, second = moment(a), moment(b)
    if not (running(a) and running(b)) or first is None or second is None or _of_one_moment(a, b, first, second):
        return []
    return veto("moment", _label(first), _label(second))


def _of_one_moment(a: Claim, b: Claim, first: Moment, second: Moment) -> bool:
    loose = vaguely_told(a) or vaguely_told(b)
    if a.article is b.article and loose:
        return True
    if first[0] != second[0]:
        return loose and not (of_event(a) or of_event(b)) and abs(first[0] - second[0]) <= SAME_NEWS
    return first[1] == second[1] or (a.article is b.article and None in (first[1], second[1]))


def moment(claim: Claim) -> Moment | None:
    """When a running count was taken: as it says itself, else when it was published; None for a flow over a span."""
    period = claim.topic.period
    if period is None or period.end is None or vaguely_told(claim):
        day = published(claim)
        return (day, None) if day else None
    return None if _flow(period) else (period.end, period.clock)


def vaguely_told(claim: Claim) -> bool:
    period = claim.topic.period
    return period is None or period.how in (How.VAGUE, How.UNKNOWN)


def _flow(period: Period) -> bool:
    return period.start is not None and period.start != period.end


def _both_first(a: Claim, b: Claim) -> bool:
    return all(claim.topic.dimension.startswith(("first", "ordinal")) and claim.quantity.value == 1 for claim in (a, b))


def _label(told: Moment) -> str:
    return Period(told[0], told[0], How.TOLD, clock=told[1]).label or ""
