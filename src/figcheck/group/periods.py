"""Whether two claims speak of one time."""

from __future__ import annotations

from datetime import date, timedelta

from figcheck.group.parts import BY_PREDICATE, published, veto
from figcheck.group.times import other_moment
from figcheck.model import Claim, How, Measure, Part, Period

A_MONTH, HALF_A_YEAR, A_YEAR = timedelta(days=45), timedelta(days=200), timedelta(days=400)


DEFINITE = (How.TOLD, How.CARRIED, How.PUBLISHED)


def compare_periods(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    pa, pb = a.topic.period, b.topic.period
    if pa is None or pb is None:
        unsure.append("period")
        return [Part("period", -0.1)]
    if apart := other_moment(a, b):
        return apart
    la, lb = pa.label or pa.how.value, pb.label or pb.how.value
    definite = (pa.how in DEFINITE) + (pb.how in DEFINITE)
    if a.topic.measure is Measure.STREAK:
        return _streak_periods(a, b, la, lb, unsure)
    if definite == 2:
        return _two_definite(a, b, unsure)
    if definite == 1:
        if How.RELATIVE in (pa.how, pb.how) or (a.article is not b.article and How.UNKNOWN in (pa.how, pb.how)):
            return veto("period", la, lb)
        return _one_definite(a, b, la, lb, unsure)
    if How.RELATIVE in (pa.how, pb.how):
        return _undated(a, b, pa.said or la, pb.said or lb, unsure)
    return _two_vague(a, b, la, lb, unsure)


def _undated(a: Claim, b: Claim, sa: str, sb: str, unsure: list[str]) -> list[Part]:
    """Times reckoned from a year that is not known (去年, 一季度): of one article, they can be told apart."""
    both_say = a.topic.period is not None and b.topic.period is not None and a.topic.period.how is b.topic.period.how
    if both_say and sa != sb:
        return veto("period", sa, sb)
    if both_say and a.article is b.article:
        return [Part("period", 0.0, False, sa, sb)]
    unsure.append("period")
    return [Part("period", -0.15, False, sa, sb)]


def _two_definite(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    pa, pb = a.topic.period, b.topic.period
    assert pa is not None
    assert pb is not None
    la, lb = pa.label or "", pb.label or ""
    if la == lb or (pa.as_of != pb.as_of and pa.end == pb.end and _at_most_a_year(pa) and _at_most_a_year(pb)):
        if How.CARRIED in (pa.how, pb.how) and pa.how is not pb.how and la != lb:
            unsure.append("period")
        if _revisable(a, b):
            unsure.append("revision")
        return [Part("period", 0.0, False, la, lb)]
    return veto("period", la, lb)


def _revisable(a: Claim, b: Claim) -> bool:
    """Statistics are revised: what was told at the time, and long after of the same year, may both be right."""
    first, second = published(a), published(b)
    return first is not None and second is not None and abs(first - second) > A_YEAR


def _at_most_a_year(period: Period) -> bool:
    return period.start is None or period.end is None or (period.end - period.start).days <= 366


def _one_definite(a: Claim, b: Claim, la: str, lb: str, unsure: list[str]) -> list[Part]:
    """One says when, the other only “about now”: the time told must be about the time of that publication."""
    told, loose = (a, b) if a.topic.period.how in DEFINITE else (b, a)  # type: ignore[union-attr]
    told_period, about = told.topic.period, published(loose)
    assert told_period is not None
    if lasting(a) and lasting(b) and (told.article is loose.article or _during(told_period, about)):
        return [Part("period", -0.05, False, la, lb)]
    unsure.append("period")
    if about is None:
        return [Part("period", -0.2, False, la, lb)]
    end = told_period.end
    if end is not None and not _during(told_period, about) and not -A_MONTH <= about - end <= HALF_A_YEAR:
        return veto("period", la, lb)
    if (
        told.article is loose.article
        and a.topic.measure not in BY_PREDICATE
        and not told_period.as_of
        and _long(told_period)
    ):
        return veto("period", la, lb)
    return [Part("period", -0.15, False, la, lb)]


def _during(period: Period, day: date | None) -> bool:
    if day is None or period.start is None or period.end is None:
        return False
    return period.start <= day <= period.end


def _long(period: Period) -> bool:
    return not _at_most_a_year(period)


def _two_vague(a: Claim, b: Claim, la: str, lb: str, unsure: list[str]) -> list[Part]:
    if a.article is b.article:
        return [Part("period", 0.0, False, la, lb)]
    first, second = published(a), published(b)
    if first is None or second is None:
        unsure.append("period")
        return [Part("period", -0.15, False, la, lb)]
    apart = abs(first - second)
    if apart <= A_MONTH:
        return [Part("period", 0.0, False, la, lb)]
    if apart <= HALF_A_YEAR:
        unsure.append("period")
        return [Part("period", -0.15, False, la, lb)]
    if lasting(a) and lasting(b):
        unsure.append("years-apart")
        return [Part("period", -0.3, False, la, lb)]
    return veto("years-apart", la, lb)


def lasting(claim: Claim) -> bool:
    """Told as a lasting truth: what share of a kind comes from where, how long a procedure takes."""
    topic = claim.topic
    return topic.measure is Measure.SHARE or (
        topic.dimension in ("time", "workdays") and topic.measure is Measure.LEVEL
    )


def _streak_periods(a: Claim, b: Claim, la: str, lb: str, unsure: list[str]) -> list[Part]:
    """Streaks told years apart still meet: 连续3年 in 2024 and 连续4年 in 2025 begin in the same year."""
    if a.article is b.article and a.quantity.stated == b.quantity.stated:
        return veto("same", la, lb)
    known = (as_of(a) is not None) + (as_of(b) is not None)
    if known == 1 and a.article is not b.article:
        return veto("period", la, lb)
    if known < 2:
        unsure.append("period")
    return [Part("period", 0.0, False, la, lb)]


def as_of(claim: Claim) -> date | None:
    period = claim.topic.period
    return (period.end if period else None) or published(claim)
