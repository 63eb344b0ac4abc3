"""Quantities, times, ranks and scores as English sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck.lang.en import numerals
from figcheck.translation import tables
from figcheck.translation.english.amounts import number_pattern, read_number
from figcheck.translation.english.measures import sign_pattern
from figcheck.translation.english.times import (
    month_numbers,
    read_clock,
    read_date,
    read_decade,
    read_relative,
    read_weekday,
    weekday_numbers,
)
from figcheck.translation.english.words import read_fold, read_fraction, read_half, read_rank, read_rough, read_word
from figcheck.translation.english.written import DIGITS, LANG, ones_pattern, ordinal_numbers, spelled_pattern
from figcheck.translation.expression import Expression, Kind
from figcheck.translation.tables import either

_PLAIN = {ord("–"): "-", ord("—"): "-", ord("‑"): "-", ord("’"): "'", ord("‘"): "'", ord("\u00a0"): " "} | {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)
}


def plain(text: str) -> str:
    """The text with plain dashes and apostrophes; as long as it was."""
    return text.translate(_PLAIN)


@cache
def _pattern() -> re.Pattern[str]:
    long_months = either(name for name in month_numbers() if len(name) > 3 or name == "may")
    month = rf"(?:(?:{long_months})|(?:{either(name for name in month_numbers() if len(name) <= 4)})\.?)"
    weekday = rf"(?:{either(name for name in weekday_numbers() if len(name) > 4)})"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|\.\d|,\d{3}|\s*(?:million|billion|percent|years?-old))"
    year = r"\d{4}(?![\d,]\d|\.\d)"
    date = (
        rf"(?:{weekday},?\s\(?)?{month}\s{day}(?:,?\s{year})?"
        rf"|(?:{weekday},?\s)?(?:the\s)?{day}\s(?:of\s)?{month}(?:,?\s{year})?"
        rf"|{month}(?:,?\s(?:of\s)?{year})|(?:{long_months})(?![a-z])|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    )
    fraction = either(word for word in numerals.fractions() if word not in ("half", "quarter", "second"))
    ordinals = either(ordinal_numbers())
    clock = r"(?:at\s)?(?:\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?m\b\.?|p\.?m\b\.?|o'clock)|\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    hours = either(tables.words(LANG, "clock_words"))
    boundary = r"(?<![A-Za-z\d])"
    relative = [
        word for key in ("relative_years", "relative_months", "relative_days") for word in tables.words(LANG, key)
    ]
    ranked = rf"(?:{either(tables.words(LANG, 'ranks'))})(?![a-z])"
    part = rf"(?:a|an|{ones_pattern()})[\s-](?:{fraction}|quarters?)(?![a-z])"
    of = r"\s(?:in|out\sof)\s(?:every\s)?"
    one_in = rf"{spelled_pattern()}{of}(?:{ones_pattern()}|\d+)(?![a-z\d])|\d{{1,2}}\sout\sof\s(?:every\s)?\d+"
    return re.compile(
        rf"(?P<idiom>{boundary}(?:{either(tables.words(LANG, 'idioms'))})(?![a-z]))"
        rf"|(?P<label>{boundary}(?:[A-Za-z]+-?\d+[A-Za-z]*(?:-\d+)?)(?![\d.,]\d)(?<!\d(?:bn|mn)))"
        rf"|(?P<relative>{boundary}(?:{either(relative)})(?![a-z]))"
        rf"|(?P<decade>{boundary}(?:(?:\d{{2}}|')?\d0's|(?:\d{{2}}|')?\d0s)(?![a-z]))"
        rf"|(?P<clock>{boundary}(?:half\spast\s(?:{ones_pattern()})|{clock}|(?:{hours})(?![a-z])))"
        rf"|(?P<date>{boundary}(?:{date})(?![a-z\d]))"
        rf"|(?P<weekday>{boundary}{weekday}(?![a-z]))"
        rf"|(?P<rank>{boundary}{ranked}|(?<![\d.,])\d{{1,3}}(?:st|nd|rd|th)(?![a-z])|{boundary}(?:{ordinals})(?![a-z]))"
        rf"|(?P<fraction>{boundary}(?:{part}|{one_in}|\d/\d(?![\d/])))"
        rf"|(?P<fold>{boundary}(?:{either(tables.words(LANG, 'times_words'))})(?![a-z]))"
        rf"|(?P<rough>{boundary}(?:{either(tables.words(LANG, 'rough_words'))})(?![a-z]))"
        rf"|(?P<word>{boundary}(?:{either(tables.words(LANG, 'numbers'))})(?![a-z]))"
        rf"|(?P<half>{boundary}(?:{either(tables.words(LANG, 'halves'))})(?![a-z]))"
        rf"|(?P<number>(?:(?P<sign>{sign_pattern()})\s?)?{DIGITS}|{boundary}{spelled_pattern()})",
        re.IGNORECASE,
    )


def read(text: str, start: int, end: int) -> Iterator[Expression]:
    """The expressions of `text[start:end]`, in order; `text` was made `plain`."""
    at, pattern, spread = start, _pattern(), 0
    while (match := pattern.search(text, at, end)) is not None:
        kind = next(name for name in _READERS if match[name] is not None)
        found = _READERS[kind](text, match, end)
        if len(found) > 1:
            spread += 1
            found = [replace(one, end_of=start + spread) for one in found]
        at = max(match.end() if kind != "number" or not found else 0, *(one.end for one in found), match.start() + 1)
        yield from found


def _skipped(text: str, match: re.Match[str], end: int) -> list[Expression]:
    return []


_READERS: dict[str, Callable[[str, re.Match[str], int], list[Expression]]] = {
    "idiom": _skipped,
    "label": lambda text, match, end: _label(text, match, end),
    "relative": read_relative,
    "decade": read_decade,
    "clock": read_clock,
    "date": read_date,
    "weekday": read_weekday,
    "rank": read_rank,
    "fraction": read_fraction,
    "fold": read_fold,
    "rough": read_rough,
    "word": read_word,
    "half": read_half,
    "number": read_number,
}


def _label(text: str, match: re.Match[str], end: int) -> list[Expression]:
    """The number of a name, COVID-19; an amount where a currency stands before it: RMB50."""
    sign = re.match(sign_pattern(), match[0], re.IGNORECASE)
    digits = re.search(r"\d+", match[0])
    if sign and digits and digits.start() == sign.end():
        again = number_pattern().match(text, match.start(), end)
        return read_number(text, again, end) if again else []
    if digits is None:
        return []
    return [Expression(match.start(), match.end(), match.start(), Kind.AMOUNT, (Decimal(digits[0]),), label=True)]
