"""Dates, times of day, ages, lengths and words that tell of beginnings and ends: found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from figcheck.lang.en import numerals
from figcheck.lang.en.datewords import months, pattern, said, words
from figcheck.model import Moment


class What(StrEnum):
    """What a sign is."""

    DATE = "date"
    SPAN = "span"  # the two years of 1881-1936
    CLOCK = "clock"
    WEEKDAY = "weekday"
    AGE = "age"  # at 81, aged 81, turned 81
    OLD = "old"  # 81 years old, 81-year-old
    LENGTH = "length"  # 12 days, 12-day
    YEARS = "years"  # 90th anniversary
    BORN = "born"
    DIED = "died"
    FOUNDED = "founded"
    GROWN = "grown"


EVENTS = (What.BORN, What.DIED, What.FOUNDED, What.GROWN)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at `text[start:end]`: `moments` that it names, or the `number` that it says, in a `unit`."""

    start: int
    end: int
    what: What
    moments: tuple[Moment, ...] = ()
    number: int = 0
    word: str = ""


def find(text: str) -> Iterator[Mark]:
    """Every sign of the text, in order.

    >>> text = "Born on May 5, 1950, she died at 70 (Tuesday)."
    >>> [(mark.what.value, text[mark.start : mark.end]) for mark in find(text)]
    [('born', 'Born'), ('date', 'May 5, 1950'), ('died', 'died'), ('age', 'at 70'), ('weekday', 'Tuesday')]
    """
    for match in pattern().finditer(text):
        mark = _read(match, text)
        if mark is not None:
            yield mark


def _read(match: re.Match[str], text: str) -> Mark | None:
    start, end = match.span()
    if match["word"]:
        return Mark(start, end, _event(match["word"].lower()), word=match["word"].lower())
    if match["length"]:
        if text[max(0, start - 8) : start].rstrip().lower().endswith(tuple(f" {word}" for word in words()["repeated"])):
            return None
        number = _number(match["length"])
        return Mark(start, end, What.OLD if match["old"] else What.LENGTH, number=number, word=match["unit"])
    if match["weekday"]:
        return Mark(start, end, What.WEEKDAY, number=int(words()["weekdays"][match["weekday"].lower()]))
    if match["age"]:
        return Mark(start, end, What.AGE, number=int(match["age"]), word=match["aged"].lower())
    if match["comma"]:
        return Mark(start, end, What.AGE, number=int(match["comma"]), word=",")
    if match["anni"] or match["jubilee"]:
        return Mark(start, end, What.YEARS, number=_years(match))
    return _clock(match) if match["h"] else _span(match) if match["ya"] else _dated(match, text)


def _event(word: str) -> What:
    for what, key in ((What.BORN, "born"), (What.DIED, "died"), (What.FOUNDED, "founded")):
        if word in said(key):
            return what
    return What.GROWN


def _number(written: str) -> int:
    """A number of digits or one of words up to ninety-nine."""
    if written.isdigit():
        return int(written)
    return sum(int(numerals.ones().get(part, Decimal(0))) for part in written.lower().split("-"))


def _years(match: re.Match[str]) -> int:
    if match["jubilee"]:
        return int(words()["jubilees"][match["jubilee"]])
    return int(words()["ordinals"].get(match["anni"]) or match["anni"][:-2])


def _clock(match: re.Match[str]) -> Mark:
    minute = int(match["mi"]) if match["mi"] else None
    hours = (0, 12) if match["half"] == "a" else (0, 24)  # 15:00 p.m. says it twice, and is clear
    return Mark(*match.span(), What.CLOCK, (Moment(*match.span(), hour=int(match["h"]), minute=minute, hours=hours),))


def _span(match: re.Match[str]) -> Mark | None:
    first, last = match["ya"], match["yb"]
    last = last if len(last) == 4 else first[:2] + last
    if int(last) <= int(first):
        return None
    ends = (Moment(*match.span("ya"), year=int(first)), Moment(*match.span("yb"), year=int(last)))
    return Mark(*match.span(), What.SPAN, ends)


# ------------------------------------------------------------------------------- dates


def _dated(match: re.Match[str], text: str) -> Mark | None:
    start, end = match.span()
    if match["rel"]:
        offset = int(words()["relative_years"][match["rel"].lower()])
        return Mark(start, end, What.DATE, (Moment(start, end, offset=offset),))
    if match["y"] and not _is_year(text, start):
        return None
    month, day = match["m1"] or match["m2"] or match["m3"], match["d1"] or match["d2"]
    year = match["y1"] or match["y2"] or match["y3"] or match["iy"] or match["y"]
    number = months()[month] if month else int(match["im"]) if match["im"] else None
    told = int(match["id"]) if match["id"] else int(re.sub(r"\D", "", day)) if day else None
    return Mark(start, end, What.DATE, (Moment(start, end, int(year) if year else None, None, number, told),))


def _is_year(text: str, start: int) -> bool:
    """Whether four digits by themselves are a year: behind a word of time, a bracket, or the name of what it was in."""
    before = text[max(0, start - 12) : start].lower()
    if before.endswith(("(", "(b. ", "born ", "'")):
        return True
    word = re.search(r"([a-z.-]+)[ -]$", before)
    return word is not None and (word[1] in said("before_year") or word[1] == "the")
