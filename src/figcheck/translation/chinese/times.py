"""Dates and times of day as Chinese sentences tell them."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.lang.zh import numerals
from figcheck.translation import tables
from figcheck.translation.chinese.amounts import number_at
from figcheck.translation.chinese.bounds import bounded
from figcheck.translation.chinese.written import DAY_NUMBER, LANG, SMALL, number_in, small_number
from figcheck.translation.expression import Expression, Kind, Slot
from figcheck.translation.tables import either


def _not(unit: str) -> str:
    """What may not stand behind a unit of time."""
    return f"(?!{either(tables.words(LANG, 'never_behind')[unit])})"


def date_pattern() -> str:
    """A pattern of dates, from a year to a day of the week."""
    years = either(tables.words(LANG, "relative_years"))
    month = rf"(?:{SMALL}\s*月份?{_not('月')}|{either(tables.words(LANG, 'relative_months'))})"
    day = rf"(?:{DAY_NUMBER}\s*[日号]{_not('日')}|{either(tables.words(LANG, 'relative_days'))})"
    weekday = r"(?:星期|礼拜|周)[一二三四五六日天](?![年个岁])"
    full_year = r"(?:(?<!\d)\d{4}|(?<![一二三四五六七八九十百千])[一二][〇零一二三四五六七八九]{3})"
    behind = rf"(?:{either(tables.words(LANG, 'year_behind'))}){_not('年')}(?:度(?!假))?"
    to_another = r"(?=\s*[-/至]\s*(?:\d{4}|\d{2})\s*年)"
    year = rf"(?:{full_year}\s*(?:{behind}|{to_another})|{years})"
    gap, inside = r"[\s的,]?", rf"\s?[(,]?\s?(?:{weekday})\)?"
    return (
        rf"{year}{gap}{month}{gap}{day}(?:{inside})?|{year}{gap}{month}|{month}{gap}{day}(?:{inside})?"
        rf"|{day}(?:\s?\(\s?{weekday}\))?|{weekday}(?:\s?\(\s?(?:{month})?{day}\))?|{year}|{month}"
        r"|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    )


def clock_pattern() -> str:
    """A pattern of times of day."""
    parts = rf"(?:{either(tables.words(LANG, 'day_parts'))})?\s*"
    minutes = rf"(?:半|整|一刻|三刻|{SMALL}\s*分{_not('分')})?"
    digits = r"\d{1,2}\s*:\s*\d{2}(?::\d{2})?(?!\d|:)"
    return rf"{parts}{digits}|{parts}{SMALL}\s*(?:点{_not('点')}|时{_not('时')})钟?\s*{minutes}"


def read_decade(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].rpartition("世纪")[2]
    values = [int(digits) for digits in re.findall(r"\d{2,4}", written)]
    values = values or [int(numerals.digits()[char]) * 10 for char in written if char in numerals.digits()]
    place = match.start(), match.end(), match.start()
    return [Expression(*place, Kind.DATE, (Decimal(value),), parts={Slot.DECADE: value % 100}) for value in values]


_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}


def read_date(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written, parts = match[0], {}
    numeric = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", written)
    if numeric:
        parts = dict(zip((Slot.YEAR, Slot.MONTH, Slot.DAY), map(int, numeric.groups()), strict=True))
        return [_dated(match, parts)]
    if any(text.endswith(word, 0, match.start()) for word in tables.words(LANG, "calendars")):
        return []
    behind = either(tables.words(LANG, "year_behind"))
    year = re.match(rf"(\d{{4}}|[一二][〇零一二三四五六七八九]{{3}})\s*(?:{behind})?", written)
    at = 0
    if year:
        parts[Slot.YEAR] = int(number_in(year[1]) or 0)
        at = year.end()
    for slot, key in (
        (Slot.YEAR_OFFSET, "relative_years"),
        (Slot.MONTH_OFFSET, "relative_months"),
        (Slot.DAY_OFFSET, "relative_days"),
    ):
        for word, offset in tables.words(LANG, key).items():
            if word in written[at:]:
                parts[slot] = int(offset)
    month = re.search(rf"({SMALL})\s*月", written[at:])
    if month and 1 <= (small_number(month[1]) or 0) <= 12:
        parts[Slot.MONTH] = small_number(month[1]) or 0
    day = re.search(rf"({SMALL})\s*[日号]", written[at:])
    if day and 1 <= (small_number(day[1]) or 0) <= 31:
        parts[Slot.DAY] = small_number(day[1]) or 0
    weekday = re.search(r"(?:星期|礼拜|周)([一二三四五六日天])", written[at:])
    if weekday:
        parts[Slot.WEEKDAY] = _WEEKDAYS[weekday[1]]
    if not parts:
        return []
    if set(parts) == {Slot.YEAR} and not 1000 <= parts[Slot.YEAR] <= 2200:
        return number_at(text, match.start(), end)
    if set(parts) == {Slot.DAY} and _is_length(text, match):
        return number_at(text, match.start(), end)
    return [_dated(match, parts)]


def _is_length(text: str, match: re.Match[str]) -> bool:
    """Whether 10日 are ten days: 10日内, 为期10日, 三日游."""
    words = tables.words(LANG, "lasting")
    behind = text.startswith(tuple(words["behind"]), match.end())
    return behind or text[max(0, match.start() - 2) : match.start()].endswith(tuple(words["before"]))


def _dated(match: re.Match[str], parts: dict[Slot, int]) -> Expression:
    number = tuple(Decimal(value) for slot, value in parts.items() if not slot.endswith("offset")) or (Decimal(0),)
    return Expression(match.start(), match.end(), match.start(), Kind.DATE, number, parts=parts)


def read_clock(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0]
    words = tables.numbers(LANG, "clock_words")
    if written in words:
        return [Expression(match.start(), match.end(), match.start(), Kind.CLOCK, (words[written],))]
    told = re.search(rf"({SMALL})\s*[点时:]钟?\s*(半|整|一刻|三刻|{SMALL})?", written)
    hour = small_number(told[1]) if told else None
    if told is None or hour is None or hour > 24:
        return number_at(text, match.start(), end)
    part = next((word for word in tables.words(LANG, "day_parts") if written.startswith(word)), None)
    if part is None and re.search(r"点$|时$", written) and text[match.end() : match.end() + 1] == "":
        return []
    minute = {"半": 30, "整": 0, "一刻": 15, "三刻": 45, None: 0}.get(told[2])
    minute = small_number(told[2] or "") if minute is None else minute
    if minute is None or minute > 59:
        return number_at(text, match.start(), end)
    hours = hour + (int(tables.words(LANG, "day_parts")[part]) if part and hour < 12 else 0)
    return [
        bounded(
            text,
            Expression(
                match.start(),
                match.end(),
                match.start(),
                Kind.CLOCK,
                (Decimal(hours * 60 + minute),),
                half_day=part is None and hour <= 12,
            ),
            end,
        )
    ]
