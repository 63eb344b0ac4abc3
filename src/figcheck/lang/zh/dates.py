"""Dates, times of day, days of the week and words that tell of beginnings and ends: found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from figcheck.lang.zh import numerals
from figcheck.lang.zh.datewords import joint, pattern, words
from figcheck.model import Moment

BEFORE = 8
"""How many characters before a date are looked at for another calendar."""


class What(StrEnum):
    """What a sign is."""

    DATE = "date"
    CLOCK = "clock"
    WEEKDAY = "weekday"
    DECADE = "decade"  # 19世纪30年代
    LIFE = "life"  # the two years of 1881—1936
    AGE = "age"  # 享年, 今年 before an age
    AGE_THEN = "age-then"  # 20岁的他
    YEARS = "years"  # 90周年
    AGO = "ago"  # 40年前
    LATER = "later"  # 40年后
    HISTORY = "history"  # 120年的历史
    ELAPSED = "elapsed"  # 距今
    BORN = "born"
    DIED = "died"
    FOUNDED = "founded"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at `text[start:end]`: `moments` that it names, or the `number` that it says."""

    start: int
    end: int
    what: What
    moments: tuple[Moment, ...] = ()
    number: int = 0
    word: str = ""


def find(text: str) -> Iterator[Mark]:
    """Every sign of the text, in order.

    >>> [(m.what.value, text[m.start:m.end]) for text in ["生于1950年3月，享年70岁（周三）"] for m in find(text)]
    [('born', '生于'), ('date', '1950年3月'), ('age', '享年'), ('weekday', '周三')]
    """
    last: Mark | None = None
    for match in pattern().finditer(text):
        mark = _read(match, text, last)
        if mark is not None:
            yield mark
            last = mark if mark.what is What.DATE else last


def _read(match: re.Match[str], text: str, last: Mark | None) -> Mark | None:
    start, end = match.span()
    if match["h"]:
        return _clock(match, text)
    if match["wk"]:
        return _weekday(match, text)
    if match["life"]:
        ends = tuple(Moment(*match.span(name), year=int(match[name])) for name in ("l1", "l2"))
        return Mark(start, end, What.LIFE, ends)
    for name, what in _COUNTED.items():
        if match[name]:
            return Mark(start, end, what, number=_number(match[name]))
    for name, what in _SAID.items():
        if match[name]:
            return Mark(start, end, what, word=words()["born"][0] if match["brief"] else match[name])
    if match["cent"]:
        year = 100 * _number(match["cent"]) - 100 + _number(match["dec"])
        return Mark(start, end, What.DECADE, (Moment(start, end, year=year),))
    moment = _date(match, text, last)
    return Mark(start, end, What.DATE, (moment,)) if moment else None


_COUNTED = {"anni": What.YEARS, "ago": What.AGO, "later": What.LATER}
_SAID = {
    "agecue": What.AGE,
    "agethen": What.AGE_THEN,
    "since": What.ELAPSED,
    "history": What.HISTORY,
    "born": What.BORN,
    "died": What.DIED,
    "founded": What.FOUNDED,
}


def _clock(match: re.Match[str], text: str) -> Mark | None:
    low, high = map(int, words()["day_parts"][match["part"]]) if match["part"] else (0, 24)
    minute, hour = int(match["mi"]) if match["mi"] else None, int(match["h"])
    if hour < low <= hour + 12 <= high:  # 中午1时
        hour += 12
    moment = Moment(*match.span(), hour=hour, minute=minute, hours=(low, high))
    return Mark(*match.span(), What.CLOCK, (moment,), word=(match["part"] or "") + match["sep"])


def _weekday(match: re.Match[str], text: str) -> Mark | None:
    number = int(words()["weekdays"][match["wd"]])
    behind = text[match.end() : match.end() + 1]
    if not number or (match["wk"] == "周" and behind not in words()["behind_weekday"]):
        return None
    return Mark(*match.span(), What.WEEKDAY, number=number)


# ------------------------------------------------------------------------------- dates


def _date(match: re.Match[str], text: str, last: Mark | None) -> Moment | None:
    """The date that was matched; what it leaves out is taken from the one right before it (3月1日至10日)."""
    start, end = match.span()
    if _is_foreign(text, start) or (text[end - 1] == "号" and text.startswith(tuple(words()["not_a_day"]), end)):
        return None
    year, offset = _year(match)
    month, day = match["m"] or match["m0"] or match["im"], match["d"] or match["d0"] or match["id"] or match["day"]
    if month and not month.isdigit() and not match["cy"]:  # 五月初五, 三月三十日: of the old calendar
        return Moment(start, match.start("m"), year, offset) if match["rel"] is None else None
    told = Moment(start, end, year, offset, _number(month) if month else None, _number(day) if day else None)
    return _completed(told, text, last)


def _is_foreign(text: str, start: int) -> bool:
    before = text[max(0, start - BEFORE) : start]
    return any(word in before for word in words()["other_calendars"])


def _year(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The year told, and the one told from the date of publication."""
    if match["by"]:
        return (1 - int(match["by"]) if match["bc"] else int(match["by"])), None
    if match["cy"]:
        digits = numerals.digits()
        return int("".join(str(digits[char.replace("○", "零")]) for char in match["cy"])), None
    if match["rel"]:
        return None, int(words()["relative_years"][match["rel"]])
    told = match["y"] or match["iy"]
    return (int(told) if told else None), None


def _completed(told: Moment, text: str, last: Mark | None) -> Moment | None:
    if told.year is not None or told.offset is not None:
        return told
    before = last.moments[-1] if last is not None else None
    joined = before is not None and joint(text, before.end, told.start) in (*words()["to"], *words()["list"])
    if before is None or not joined:
        return told if told.month is not None else None
    month = told.month if told.month is not None else before.month
    later = int((month or 0) < (before.month or 0))  # 2023年11月至2月 ends in the year after
    year, offset = (None if at is None else at + later for at in (before.year, before.offset))
    return Moment(told.start, told.end, year, offset, month, told.day) if month is not None else None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(numerals.chinese(written) or 0)
