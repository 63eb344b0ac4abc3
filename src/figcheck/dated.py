"""From dates as written to dates with their years, reckoned from the date of the story: what kinds over dates check.

The dates stand apart from the claims of figures, so that nothing else ever compares or counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from figcheck.model import (
    Claim,
    Dated,
    Dating,
    Figure,
    How,
    Interval,
    Measure,
    Moment,
    Period,
    Quantity,
    Reading,
    Span,
    Topic,
    Unit,
)


def dated(reading: Reading) -> list[Dated]:
    """The dates that an article ties together, each with its year; those whose year cannot be told are left out."""
    return [found for dating in reading.datings if (found := _dated(dating, reading)) is not None]


def _dated(dating: Dating, reading: Reading) -> Dated | None:
    published = reading.article.stories[dating.story].published or reading.article.published
    beside = _year(dating.beside, published) if dating.beside else None
    moments: list[Moment] = []
    for moment in dating.moments:
        found = _with_year(moment, published, beside)
        if found is None:
            return None
        moments.append(found)
    guessed = any(made.year is not None and _is_bare(told) for told, made in zip(dating.moments, moments, strict=True))
    claims = tuple(_claims(dating, moments, reading))
    return Dated(dating.tie, tuple(moments), claims, dating.told, dating.cue, published, guessed)


def _is_bare(moment: Moment) -> bool:
    return moment.year is None and moment.offset is None


def _year(moment: Moment, published: date | None) -> int | None:
    if moment.offset is None:
        return moment.year
    return published.year + moment.offset if published else None


def _with_year(moment: Moment, published: date | None, beside: int | None) -> Moment | None:
    """The moment in its year: the one told, else the one in which it is nearest to publication.

    Where the paragraph speaks of another year it may be of either: None.
    """
    if not moment.end:
        return replace(moment, year=published.year, month=published.month, day=published.day) if published else None
    if moment.offset is not None:
        return replace(moment, year=_year(moment, published)) if published else None
    if moment.year is not None or moment.hour is not None:
        return moment
    year = _nearest(moment, published) if published else beside
    return replace(moment, year=year) if beside in (None, year) else None


def _nearest(moment: Moment, published: date) -> int:
    """The year of three in which a day or month comes nearest to publication.

    >>> _nearest(Moment(0, 5, month=12, day=28), date(2025, 1, 3)), _nearest(Moment(0, 5, month=1), date(2025, 1, 3))
    (2024, 2025)
    """
    months = published.year * 12 + published.month

    def away(year: int) -> tuple[int, int]:
        return abs(year * 12 + (moment.month or 1) - months), year

    return min((published.year - 1, published.year, published.year + 1), key=away)


# ------------------------------------------------------------------------------- where they stand


def _claims(dating: Dating, moments: list[Moment], reading: Reading) -> Iterator[Claim]:
    for moment in moments:
        if moment.end:
            yield _claim(dating, reading, (moment.start, moment.end), _quantity(moment), _period(moment))
    if dating.told is not None:
        yield _claim(dating, reading, (dating.start, dating.end), dating.told, None)


def _claim(
    dating: Dating, reading: Reading, place: tuple[int, int], quantity: Quantity, period: Period | None
) -> Claim:
    article = reading.article
    span, sentence = Span(article, *place), Span(article, *dating.sentence)
    figure = Figure(span, sentence, quantity, Measure.NONE, role=dating.role)
    topic = Topic(span.text, dating.tie, (), Measure.NONE, quantity.unit.dimension, period=period)
    return Claim(topic, figure, story=dating.story)


def _quantity(moment: Moment) -> Quantity:
    """A date as one number, 20240305, and a time of day as 918: so that findings tell them apart."""
    number = 0
    parts = (moment.year, moment.month, moment.day) if moment.hour is None else (moment.hour, moment.minute)
    for part in parts:
        number = number * 100 + (part or 0)
    dimension = "date" if moment.hour is None else "clock"
    return Quantity((Decimal(number),), Interval.exactly(number), Unit("", dimension))


def _period(moment: Moment) -> Period | None:
    if moment.first is None:
        return None
    return Period(moment.first, moment.last, How.TOLD if moment.offset is None else How.PUBLISHED)
