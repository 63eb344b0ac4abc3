"""Ranks, shares and numbers that English tells by words."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.lang.en import numerals
from figcheck.model import Unit
from figcheck.translation import tables
from figcheck.translation.english.amounts import number_pattern, read_number
from figcheck.translation.english.bounds import bounded
from figcheck.translation.english.measures import unit_at
from figcheck.translation.english.times import made_date
from figcheck.translation.english.written import LANG, number_in, ordinal_numbers
from figcheck.translation.expression import BARE, COUNT, Expression, Kind, Slot


def read_rank(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower()
    ranks = tables.numbers(LANG, "ranks")
    value = ordinal_numbers().get(written) or int(ranks.get(written, 0)) or int(re.sub(r"\D", "", written) or 0)
    if not value or (
        written == "second" and re.match(r"\s(?:of|half)\b", text[match.end() :]) is None and _is_seconds(text, match)
    ):
        return []
    if written[0].isdigit() and value <= 31 and _is_day(text, match):
        return made_date(match, {Slot.DAY: value})
    light = value == 1
    place = match.start(), match.end(), match.start()
    return [Expression(*place, Kind.RANK, (Decimal(value),), light=light, in_words=not written[0].isdigit())]


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Whether a place in a row is a day: on the 10th, where nothing is counted behind it."""
    if not text[: match.start()].lower().endswith(("the ", "on ", "and ", "(", "to ", "-")):
        return False
    behind = re.match(r"\s*([a-z]*)", text[match.end() : match.end() + 12])
    return behind is not None and (not behind[1] or behind[1] in tables.words(LANG, "behind_day"))


def _is_seconds(text: str, match: re.Match[str]) -> bool:
    """Whether second is a length of time: a second, per second, every second."""
    return (
        re.search(r"(?:per|every|split|each|\d)[\s-]$", text[max(0, match.start() - 8) : match.start()], re.IGNORECASE)
        is not None
    )


_PERCENT = Unit("%", "ratio")


def read_fraction(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower().replace("every ", "")
    told = re.split(r"\s(?:in|out of)\s|/", written)
    if len(told) == 2:
        above, below = number_in(told[0]), number_in(told[1])
        others = tuple(number for number in (below, above) if number is not None)
    else:
        first, _, part = re.sub(r"[\s-]", " ", written).rpartition(" ")
        above, below = (Decimal(1) if first in ("a", "an") else number_in(first)), numerals.fractions().get(part)
        others = ()
    if above is None or not below or above >= below or ("quarter" in written and _is_time(text, match, above)):
        again = number_pattern().match(text, match.start(), end)
        return read_number(text, again, end) if again else []
    share = (above / below * 100).normalize() + 0
    unit, last = (_PERCENT, match.end())
    return [
        bounded(
            text,
            Expression(
                match.start(),
                last,
                match.start(),
                Kind.AMOUNT,
                (share,),
                max(share / 20, Decimal("0.5")),
                unit,
                others=others,
                in_words=True,
            ),
            end,
        )
    ]


_ROW = re.compile(r"(?:first|next|past|last|previous|consecutive|straight|following)\s$", re.IGNORECASE)


def _is_time(text: str, match: re.Match[str], above: Decimal) -> bool:
    """Whether quarters are those of a year: the first three quarters, two quarters."""
    return above not in (1, 3) or _ROW.search(text[max(0, match.start() - 12) : match.start()]) is not None


def read_fold(text: str, match: re.Match[str], end: int) -> list[Expression]:
    value = tables.numbers(LANG, "times_words")[match[0].lower()]
    return [
        bounded(
            text,
            Expression(
                match.start(),
                match.end(),
                match.start(),
                Kind.AMOUNT,
                (value,),
                unit=Unit(match[0], "times"),
                in_words=True,
                light=True,
            ),
            end,
        )
    ]


def read_rough(text: str, match: re.Match[str], end: int) -> list[Expression]:
    low, high = map(Decimal, tables.words(LANG, "rough_words")[match[0].lower()])
    of = re.compile(r"\s(?:of\s)?", re.IGNORECASE).match(text, match.end(), end)
    unit, last = unit_at(text, of.end() if of else match.end(), end)
    last = last if unit is not BARE else match.end()
    return [Expression.rough(match.start(), last, (low, high), unit)]


def read_word(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower()
    value = tables.numbers(LANG, "numbers")[written]
    unit, last = unit_at(text, match.end(), end)
    made = Expression(
        match.start(),
        last,
        match.start(),
        Kind.AMOUNT,
        (value,),
        Decimal(10) ** max(value.adjusted(), 0) if value >= 100 else Decimal(1),
        unit if unit is not BARE else COUNT,
        in_words=True,
        light=value < 10 and unit is BARE,
    )
    return [bounded(text, made, end)]


def read_half(text: str, match: re.Match[str], end: int) -> list[Expression]:
    an = re.compile(r"[\s-](?:an?\s)?").match(text, match.end(), end)
    unit, last = unit_at(text, an.end(), end) if an else (BARE, match.end())
    if unit.dimension in ("time", "length", "mass", "area"):
        return [
            bounded(
                text,
                Expression(
                    match.start(),
                    last,
                    match.start(),
                    Kind.AMOUNT,
                    (Decimal("0.5"),),
                    Decimal("0.1"),
                    unit,
                    in_words=True,
                ),
                end,
            )
        ]
    return [
        bounded(
            text,
            Expression(
                match.start(),
                match.end(),
                match.start(),
                Kind.AMOUNT,
                (Decimal(50),),
                Decimal(5),
                _PERCENT,
                in_words=True,
                light=True,
            ),
            end,
        )
    ]
