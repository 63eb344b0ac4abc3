"""What the kinds over dates find: of dates in their years, whatever language they were written in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from helpers import article
from hypothesis import given
from hypothesis import strategies as st

from figcheck.check import age, anniversary, calendar, decade, elapsed, length, weekday
from figcheck.check.rule import Hit
from figcheck.dated import dated
from figcheck.extract import extract
from figcheck.model import Dated, Interval, Moment, Quantity, Tie, Unit
from figcheck.ui import in_lang

PUBLISHED = date(2024, 6, 12)
LENGTHS = length.Parameters({"年": Decimal("365.2425"), "个月": Decimal("30.436875"), "天": Decimal(1)})


def number(value: int, unit: str = "年") -> Quantity:
    return Quantity((Decimal(value),), Interval.rounded(str(value)), Unit(unit, unit))


def moment(*parts: int | None) -> Moment:
    """A moment that stands in the text, of a year, month and day."""
    year, month, day = (*parts, None, None, None)[:3]
    return Moment(1, 2, year=year, month=month, day=day)


def tied(text: str, tie: Tie, published: date | None = PUBLISHED) -> Dated:
    """The one tie of this kind in a text."""
    (found,) = (one for one in dated(extract(article(text, published))) if one.tie is tie)
    return found


def made(tie: Tie, *moments: Moment, told: Quantity | None = None, cue: str = "") -> Dated:
    """A tie that stands nowhere, with as many claims as it needs."""
    (claim, *_) = tied("3月5日。", Tie.CALENDAR).claims
    return Dated(tie, moments, (claim,) * (len(moments) + (told is not None)), told, cue, PUBLISHED)


def said(hit: Hit, name: str) -> str:
    return in_lang(hit.values[name], "zh")


# ------------------------------------------------------------------------------- the year of a date


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        ("3月5日。", date(2024, 3, 1), 2024),
        ("12月28日。", date(2025, 1, 2), 2024),
        ("1月3日。", date(2024, 12, 30), 2025),
        ("去年3月5日。", date(2024, 3, 1), 2023),
        ("3月5日。", None, None),
    ],
)
def test_a_date_without_a_year_is_near_publication(text: str, published: date | None, year: int | None) -> None:
    assert tied(text, Tie.CALENDAR, published).moments[0].year == year


def test_in_a_paragraph_about_another_year_nothing_is_guessed() -> None:
    assert not [one for one in dated(extract(article("2008年很冷。3月5日（周一）下雪。", PUBLISHED))) if one.told]


def test_dates_are_no_claims_of_figures() -> None:
    reading = extract(article("2024年3月5日（星期三）。", PUBLISHED))
    assert reading.datings
    assert reading.statements == ()


# ------------------------------------------------------------------------------- day of the week


@given(st.dates(date(1950, 1, 8), date(2150, 12, 20)), st.integers(1, 7))
def test_only_the_day_of_the_week_of_a_date_is_let_pass(day: date, told: int) -> None:
    pair = made(Tie.WEEKDAY, moment(day.year, day.month, day.day), told=number(told))
    hits = list(weekday.check(pair, weekday.Parameters()))
    assert bool(hits) is (day.isoweekday() != told)


@pytest.mark.parametrize(
    ("told", "cause", "meant"),
    [(3, "day-slip", "2024年3月6日才是星期三。"), (1, "day-slip", "2024年3月4日才是星期一。")],
)
def test_the_day_that_was_meant(told: int, cause: str, meant: str) -> None:
    (hit,) = weekday.check(made(Tie.WEEKDAY, moment(2024, 3, 5), told=number(told)), weekday.Parameters())
    assert (hit.cause, said(hit, "slip")) == (cause, meant)


def test_a_guessed_year_makes_a_day_unsure() -> None:
    (hit,) = weekday.check(tied("6月15日（周日）开放。", Tie.WEEKDAY), weekday.Parameters())
    assert hit.unsure == ("year",)


def test_last_years_day_of_the_week() -> None:
    (hit,) = weekday.check(made(Tie.WEEKDAY, moment(2024, 3, 8), told=number(3)), weekday.Parameters())
    assert (hit.cause, said(hit, "slip")) == ("year-slip", "2023年3月8日才是星期三。")


# ------------------------------------------------------------------------------- days that do not exist


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        (moment(2024, 2, 29), None),
        (moment(None, 2, 29), None),
        (moment(2024, 12, 31), None),
        (moment(2024, 2, 30), "2月只有29天"),
        (moment(2023, 2, 29), "2023年不是闰年，2月只有28天"),
        (moment(None, 6, 31), "6月只有30天"),
        (moment(2023, 13), "一年只有12个月"),
        (moment(2023, 0, 5), "一年只有12个月"),
        (moment(2023, 5, 0), "5月只有31天"),
    ],
)
def test_days(moment: Moment, reason: str | None) -> None:
    hits = list(calendar.check(made(Tie.CALENDAR, moment), calendar.Parameters()))
    assert [said(hit, "reason") for hit in hits] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("hour", "minute", "hours", "wrong"),
    [
        (24, 0, (0, 24), False),
        (25, None, (0, 24), True),
        (10, 60, (0, 24), True),
        (15, None, (0, 12), True),
        (9, 59, (0, 12), False),
    ],
)
def test_times_of_day(hour: int, minute: int | None, hours: tuple[int, int], wrong: bool) -> None:
    time = Moment(1, 2, hour=hour, minute=minute, hours=hours)
    assert bool(list(calendar.check(made(Tie.CLOCK, time), calendar.Parameters()))) is wrong


def test_what_may_be_a_length_may_have_more_than_a_day() -> None:
    time = Moment(1, 2, hour=26, minute=30)
    assert not list(calendar.check(made(Tie.CLOCK, time, cue="length"), calendar.Parameters()))


# ------------------------------------------------------------------------------- years


@given(st.integers(1900, 2000), st.integers(0, 99), st.integers(-9, 9))
def test_an_age_may_be_a_year_off(born: int, years: int, off: int) -> None:
    told = number(years + off, "岁")
    pair = made(Tie.AGE, moment(born), moment(born + years), told=told)
    assert bool(list(age.check(pair, age.Parameters()))) is (abs(off) > 1)


def test_the_year_that_was_swapped() -> None:
    (hit,) = age.check(made(Tie.AGE, moment(1818), moment(1936), told=number(55, "岁")), age.Parameters())
    assert (hit.cause, said(hit, "slip")) == ("digits-swapped", "如果“1818年”是“1881年”之误，就对得上。")


@pytest.mark.parametrize(
    ("cue", "told", "wrong"),
    [
        ("", 74, False),
        ("", 75, True),
        ("coming", 75, False),
        ("coming", 76, True),
        ("past", 50, False),
        ("past", 75, False),
        ("past", 80, True),
    ],
)
def test_anniversaries(cue: str, told: int, wrong: bool) -> None:
    pair = made(Tie.ANNIVERSARY, moment(1950), moment(2024), told=number(told), cue=cue)
    assert bool(list(anniversary.check(pair, anniversary.Parameters()))) is wrong


def test_there_was_no_year_0() -> None:
    pair = made(Tie.ANNIVERSARY, moment(-550), moment(1989), told=number(2540), cue="past")
    (hit,) = anniversary.check(pair, anniversary.Parameters())
    assert (hit.cause, said(hit, "begin"), said(hit, "years")) == ("no-year-zero", "公元前551年", "2539")


@pytest.mark.parametrize(("told", "wrong"), [(46, False), (45, False), (40, True), (50, False), (52, True), (64, True)])
def test_how_long_ago(told: int, wrong: bool) -> None:
    pair = made(Tie.ELAPSED, moment(1978), moment(2024), told=number(told))
    assert bool(list(elapsed.check(pair, elapsed.Parameters()))) is wrong


@pytest.mark.parametrize(
    ("day", "told", "wrong"),
    [
        (moment(1944, 6, 12), 80, False),
        (moment(1944, 6, 12), 79, True),
        # another day, or the very day of publication
        (moment(1944, 6, 6), 70, False),
        (moment(2024, 6, 12), 80, False),
    ],
)
def test_this_day_so_many_years_ago(day: Moment, told: int, wrong: bool) -> None:
    pair = made(Tie.ELAPSED, day, moment(2024), told=number(told), cue="this-day")
    assert bool(list(elapsed.check(pair, elapsed.Parameters()))) is wrong


@pytest.mark.parametrize(
    ("before", "told", "behind", "wrong"),
    [(1927, 1830, 1936, True), (1827, 1830, 1936, False), (1927, 1830, 1949, False), (1945, 1830, 1936, False)],
)
def test_decades(before: int, told: int, behind: int, wrong: bool) -> None:
    three = made(Tie.DECADE, moment(before), moment(told), moment(behind))
    assert bool(list(decade.check(three, decade.Parameters()))) is wrong


# ------------------------------------------------------------------------------- lengths


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 300), st.integers(-5, 5))
def test_days_are_counted_with_or_without_the_last(day: date, days: int, off: int) -> None:
    end = date.fromordinal(day.toordinal() + days)
    ends = moment(day.year, day.month, day.day), moment(end.year, end.month, end.day)
    pair = made(Tie.LENGTH, *ends, told=number(days + off, "天"))
    assert bool(list(length.check(pair, LENGTHS))) is (off not in (0, 1))


@pytest.mark.parametrize(
    ("begin", "end", "told", "wrong"),
    [
        (moment(2003), moment(2013), number(10), False),
        (moment(2003), moment(2013), number(11), False),
        (moment(2003), moment(2013), number(20), True),
        (moment(None, 3), moment(None, 5), number(3, "个月"), False),
        (moment(None, 3), moment(None, 5), number(6, "个月"), True),
        (moment(None, 2, 26), moment(None, 3, 2), number(5, "天"), False),
        (moment(None, 12, 28), moment(None, 1, 3), number(7, "天"), False),
        # the rest of a year is dropped
        (moment(1931, 9, 18), moment(1945, 8), number(13), False),
        # what ends before it begins, and units that nobody named
        (moment(2013), moment(2003), number(20), False),
        (moment(2003), moment(2013), number(3, "世"), False),
    ],
)
def test_lengths(begin: Moment, end: Moment, told: Quantity, wrong: bool) -> None:
    assert bool(list(length.check(made(Tie.LENGTH, begin, end, told=told), LENGTHS))) is wrong
