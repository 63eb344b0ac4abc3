"""Years between two moments, held against a number of years: what the kinds age, anniversary and elapsed share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figcheck.check.days import named, said
from figcheck.check.rule import Hit
from figcheck.check.sums import slipped
from figcheck.model import Dated, Interval, Moment, Quantity, Text, Unit, Verdict

PLACEHOLDERS = ("begin", "end", "years", "told", "slip")
"""What messages may name: the two moments, the years between them, the number told, and what most likely slipped."""

YEAR = Unit("年", "year")


def between(dated: Dated) -> int | None:
    """The years from the first moment to the second, by the calendar; None where not both are known."""
    first, last = dated.moments[0].year, dated.moments[-1].year
    return last - first if first is not None and last is not None else None


def hit(
    dated: Dated, least: Decimal, most: Decimal, unsure: tuple[str, ...] = (), cause: str | None = None
) -> Hit | None:
    """A hit where the number told is not from so many years less than those between to so many more."""
    years, told = between(dated), dated.told
    if years is None or told is None or _allowed(years, least, most).overlaps(told.interval):
        return None
    slip_cause, words = _slip(dated, told, years)
    values: dict[str, Text] = {
        "begin": named(dated.moments[0]),
        "end": named(_year_of(dated.moments[-1])),
        "years": {"zh": str(years), "en": str(years)},
        "told": said("as-is", words=dated.claims[-1].figure.span.text),
        "slip": words,
    }
    return Hit(dated.claims, Verdict.ARITHMETIC, unsure=unsure, cause=cause or slip_cause, values=values)


def _year_of(moment: Moment) -> Moment:
    return Moment(moment.start, moment.end, year=moment.year)


def _allowed(years: int, least: Decimal, most: Decimal) -> Interval:
    return Interval(years - least, years + most, False, False)


def _slip(dated: Dated, told: Quantity, years: int) -> tuple[str | None, Text]:
    """Which of the numbers written most likely slipped, and what it was meant to be: it has to fit to the year."""
    terms = [*map(_year, dated.moments), told]

    def holds(changed: Sequence[Quantity]) -> bool:
        first, last = (int(changed[at].stated[0]) for at in (0, -2))
        untouched = all(_is_written(m) or c is t for m, c, t in zip(dated.moments, changed, terms, strict=False))
        return untouched and last - first == changed[-1].stated[0]

    found = slipped(terms, holds)
    if found is None or (found.slip.cause == "digit-slip" and _one_digit_off(str(years), str(told.stated[0]))):
        return None, said("as-is", words="")
    return found.slip.cause, said("slip", told=_plain(terms[found.term]), instead=_plain(found.slip.instead))


def _one_digit_off(a: str, b: str) -> bool:
    """Whether the number told may just as well have slipped: then nobody knows which of them did."""
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _is_written(moment: Moment) -> bool:
    """Whether a year stands in the text: the date of publication does not slip, nor do 今年 and 去年."""
    return moment.end > 0 and moment.offset is None


def _year(moment: Moment) -> Quantity:
    return Quantity((Decimal(moment.year or 0),), Interval.exactly(moment.year or 0), YEAR)


def _plain(quantity: Quantity) -> str:
    return f"{quantity.stated[0]:f}{quantity.unit.name}"
