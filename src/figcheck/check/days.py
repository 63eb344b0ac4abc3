"""Dates in words, for the messages of the kinds that check them."""

from __future__ import annotations

from datetime import date

from figcheck import ui
from figcheck.model import Moment, Text


def said(key: str, **values: object) -> Text:
    """A saying of `date` in `ui.yaml`, in every language; values that are words in several languages in theirs."""
    return {lang: ui.say(f"date.{key}", lang, **_in(lang, values)) for lang in ui.LANGS}


def _in(lang: str, values: dict[str, object]) -> dict[str, object]:
    return {name: ui.in_lang(value, lang) if isinstance(value, dict) else value for name, value in values.items()}


def spoken(day: date) -> Text:
    """A day in words: 2024年3月5日."""
    return {lang: ui.say("period.day", lang, year=day.year, month=day.month, day=day.day) for lang in ui.LANGS}


def named(moment: Moment) -> Text:
    """A moment in words, with as much as it tells: 2024年, 2024年3月, 公元前551年.

    >>> named(Moment(0, 5, year=2024, month=3))["zh"], named(Moment(0, 7, year=-550))["zh"]
    ('2024年3月', '公元前551年')
    """
    shape = "day" if moment.day else "month" if moment.month else "year"
    if moment.year is None:
        return said(f"{shape}-alone", month=moment.month, day=moment.day)
    if moment.year < 1:
        return said("before-our-era", year=1 - moment.year)
    about = {"year": moment.year, "month": moment.month, "day": moment.day}
    return {lang: ui.say(f"period.{shape}", lang, **about) for lang in ui.LANGS}


def weekday(number: int) -> Text:
    """The name of a day of the week, Monday being 1."""
    return {lang: ui.say(f"weekday.{number}", lang) for lang in ui.LANGS}
