"""From a period as written to the days it means, reckoned from the date of the story where it is relative."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from figcheck.model import How, Mention, Period

NOWHEN = date(9000, 12, 31)
"""What times of a story without a date are reckoned from, so that they can be told apart."""

_NOMINAL = 8800
"""Years from here on are reckoned from nowhere."""


def undated(period: Period) -> Period:
    """A period as it is known: one that was reckoned from nowhere keeps no days, only which of its kind it is.

    >>> undated(Period(date(8999, 1, 1), date(8999, 12, 31), How.PUBLISHED))
    Period(start=None, end=None, how=<How.RELATIVE: 'relative'>, as_of=False, clock=None, said='8999')
    """
    if not is_nominal(period):
        return period
    return Period(None, None, How.RELATIVE, period.as_of, said=period.label)


def is_nominal(period: Period) -> bool:
    """Whether a period was reckoned from nowhere."""
    return any(day is not None and day.year >= _NOMINAL for day in (period.start, period.end))


def reckon(mention: Mention, published: date | None, speaking_of: Period | None = None) -> Period | None:
    """The period that a mention means in a story of that date; None when it cannot be told, or there is no such time.

    `speaking_of` is the period that the passage is about: the year for 1至9月 or 全年 where no year is named.

    >>> reckon(Mention(0, 10, year=2024, first_month=6, last_month=6, day=0), None) is None
    True
    """
    try:
        return _reckoned(mention, published, speaking_of)
    except (ValueError, OverflowError):  # 6月0日, 13月, the year 0, 9000年前: no calendar has it
        return None


def _reckoned(mention: Mention, published: date | None, speaking_of: Period | None) -> Period | None:
    dated = mention.day is not None or mention.day_offset is not None
    if mention.first_month is None and (mention.clock is not None or (dated and mention.point)):
        return _moment(mention, published)
    if mention.vague:
        return vague(published) if mention.day is None else None
    if mention.month_offset is not None:
        return _month(published, mention.month_offset) if published else Period(None, None, How.RELATIVE)
    if mention.window is not None:
        return _years(published, mention.window) if published else vague(None)
    year, how = _year(mention, published, speaking_of)
    if year is None:
        return Period(None, None, How.RELATIVE)
    if mention.first_month is not None:
        return _within(year, mention, how)
    last = mention.until or year
    if mention.point:
        return Period(None, date(last, 12, 31), how, as_of=True)
    return Period(date(year, 1, 1), date(last, 12, 31), how)


def _moment(mention: Mention, published: date | None) -> Period | None:
    """An hour of a day told without its month (截至今天18时, 截至3日18时): the last such day up to publication."""
    if published is None:
        return Period(None, None, How.RELATIVE)
    day = published + timedelta(days=mention.day_offset or 0)
    if mention.day is not None:
        if not 1 <= mention.day <= 31:
            return None
        while day.day != mention.day:
            day -= timedelta(days=1)
    clock = mention.clock if mention.point else None
    return Period(day, day, How.PUBLISHED, as_of=mention.point, clock=clock)


def vague(published: date | None) -> Period:
    """About the date of publication, which may itself be unknown."""
    return Period(published, published, How.VAGUE) if published else Period(None, None, How.UNKNOWN)


def _year(mention: Mention, published: date | None, speaking_of: Period | None) -> tuple[int | None, How]:
    if mention.year is not None:
        return mention.year, How.TOLD
    if mention.offset is not None:
        return (published.year + mention.offset, How.PUBLISHED) if published else (None, How.UNKNOWN)
    dated = _by_date(mention, published)
    if speaking_of is not None and speaking_of.end is not None and _is_one_year(speaking_of):
        year = speaking_of.end.year
        return year, How.PUBLISHED if mention.first_month is not None and year == dated else How.CARRIED
    if mention.same_year:
        return dated, How.UNKNOWN if dated is None else How.CARRIED
    return dated, How.UNKNOWN if dated is None else How.PUBLISHED


def _by_date(mention: Mention, published: date | None) -> int | None:
    """The year that a month, or 全年, without one means in a story of that date."""
    if published is None:
        return None
    if mention.same_year:
        return published.year if published.month > 3 else published.year - 1
    return published.year - ((mention.last_month or 1) > published.month)


def _is_one_year(period: Period) -> bool:
    """Whether a passage speaks of one year: only then 全年 and 1至9月 are of it."""
    if period.how in (How.VAGUE, How.UNKNOWN, How.RELATIVE) or period.end is None:
        return False
    return period.start is None or (period.end - period.start).days <= 366


def _within(year: int, mention: Mention, how: How) -> Period | None:
    first, last = mention.first_month or 1, mention.last_month or mention.first_month or 12
    if mention.day is not None:
        day = date(year, last, mention.day)
        return Period(day, day, how, as_of=mention.point, clock=mention.clock if mention.point else None)
    end = date(year, last, monthrange(year, last)[1])
    return Period(None, end, how, as_of=True) if mention.point else Period(date(year, first, 1), end, how)


def _month(published: date, offset: int) -> Period:
    index = published.year * 12 + published.month - 1 + offset
    year, month = divmod(index, 12)
    return Period(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), How.PUBLISHED)


def _years(published: date, window: int) -> Period | None:
    """A window back ends with the year before, or in the last months of a year with that year."""
    if window > 0:
        return Period(date(published.year, 1, 1), date(published.year + window - 1, 12, 31), How.PUBLISHED)
    last = published.year if published.month > 10 else published.year - 1
    first = last + window + 1
    return Period(date(first, 1, 1), date(last, 12, 31), How.PUBLISHED) if first >= 1 else None
