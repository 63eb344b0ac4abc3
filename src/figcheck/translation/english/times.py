"""Dates and times of day as English sentences tell them."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.lang.en import numerals
from figcheck.translation import tables
from figcheck.translation.english.bounds import bounded
from figcheck.translation.english.written import LANG
from figcheck.translation.expression import Expression, Kind, Slot
from figcheck.translation.tables import either


def month_numbers() -> dict[str, int]:
    return {name: int(number) for name, number in tables.data(LANG, "periods")["months"].items()}


def weekday_numbers() -> dict[str, int]:
    return {name: int(number) for name, number in tables.data(LANG, "dates")["weekdays"].items()}


def made_date(match: re.Match[str], parts: dict[Slot, int]) -> list[Expression]:
    number = tuple(Decimal(value) for slot, value in parts.items() if not slot.endswith("offset")) or (Decimal(0),)
    return [Expression(match.start(), match.end(), match.start(), Kind.DATE, number, parts=parts)]


def read_relative(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower()
    for slot, key in (
        (Slot.YEAR_OFFSET, "relative_years"),
        (Slot.MONTH_OFFSET, "relative_months"),
        (Slot.DAY_OFFSET, "relative_days"),
    ):
        if written in tables.words(LANG, key):
            return made_date(match, {slot: int(tables.words(LANG, key)[written])})
    return []


def read_decade(text: str, match: re.Match[str], end: int) -> list[Expression]:
    return made_date(match, {Slot.DECADE: int(re.sub(r"\D", "", match[0])) % 100})


def read_date(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written, parts = match[0].lower(), {}
    if written in ("may", "march", "august") and not match[0][0].isupper():
        return []
    if written == "may" and not _is_may(text, match):
        return []
    for word in re.findall(r"[a-z]+", written):
        if word in weekday_numbers() and len(word) > 4:
            parts[Slot.WEEKDAY] = weekday_numbers()[word]
        elif word in month_numbers():
            parts[Slot.MONTH] = month_numbers()[word]
    numeric = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", written)
    if numeric:
        return made_date(match, dict(zip((Slot.YEAR, Slot.MONTH, Slot.DAY), map(int, numeric.groups()), strict=True)))
    for digits in re.findall(r"\d+", written):
        parts[Slot.YEAR if len(digits) == 4 else Slot.DAY] = int(digits)
    order = (Slot.YEAR, Slot.MONTH, Slot.DAY, Slot.WEEKDAY)
    return made_date(match, {slot: parts[slot] for slot in order if slot in parts})


def _is_may(text: str, match: re.Match[str]) -> bool:
    """May by itself: behind a preposition, not at the head of a sentence."""
    before = text[max(0, match.start() - 8) : match.start()].lower().rstrip()
    return re.search(rf"(?<![a-z])(?:{either(tables.words(LANG, 'before_may'))})$", before) is not None


def read_weekday(text: str, match: re.Match[str], end: int) -> list[Expression]:
    return made_date(match, {Slot.WEEKDAY: weekday_numbers()[match[0].lower()]})


def read_clock(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower().removeprefix("at ")
    words = tables.numbers(LANG, "clock_words")
    half_day = False
    if written in words:
        minutes = int(words[written])
    elif written.startswith("half past"):
        minutes, half_day = int(numerals.ones()[written.rpartition(" ")[2]]) * 60 + 30, True
    else:
        told = re.match(r"(\d{1,2})(?:[:.](\d{2}))?", written)
        hour, minute = (int(told[1]), int(told[2] or 0)) if told else (99, 0)
        if hour > 24 or minute > 59:
            return [
                Expression(match.start(), match.end(), match.start(), Kind.SCORE, (Decimal(number),))
                for number in (hour, minute)
            ]
        half_day = not re.search(r"[ap]\.?m", written) and hour <= 12
        if re.search(r"p\.?m", written) and hour < 12:
            hour += 12
        if re.search(r"a\.?m", written) and hour == 12:
            hour = 0
        minutes = hour * 60 + minute
        following = text[match.end() : match.end() + 22].lower()
        for word, added in tables.words(LANG, "day_parts").items():
            if half_day and following.lstrip(" ,").startswith(word) and int(added) >= 0:
                minutes, half_day = minutes + int(added) * 60 if hour < 12 else minutes, False
    return [
        bounded(
            text,
            Expression(match.start(), match.end(), match.start(), Kind.CLOCK, (Decimal(minutes),), half_day=half_day),
            end,
        )
    ]
