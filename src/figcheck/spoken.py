"""Numbers and amounts as people write them, in the reader's language: for messages and for reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figcheck import ui
from figcheck.model import Quantity


def amount(quantity: Quantity, lang: str) -> str:
    """The quantity with its unit and bound: `2亿元`, `90%及以上`, `15至45天`."""
    numbers = ui.say("to", lang).join(number(stated, lang) for stated in quantity.stated)
    return ui.say(f"bound.{quantity.bound.value}", lang, n=numbers + unit(quantity.unit.name, lang))


def number(value: Decimal, lang: str) -> str:
    """A number for people: with 亿 and 万 in Chinese, with commas otherwise.

    >>> number(Decimal("200000000"), "zh"), number(Decimal("3179100"), "zh"), number(Decimal("3179100"), "en")
    ('2亿', '317.91万', '3,179,100')
    """
    for word, zeros in ui.scales(lang):
        scaled = value.scaleb(-zeros)
        digits = _digits(scaled)
        decimals = len(digits.partition(".")[2])
        if abs(scaled) >= 1 and decimals <= zeros // 2:  # more of them are harder to read than the zeros saved
            return digits + word
    return _digits(value)


def moment(day: date, clock: int | None, lang: str) -> str:
    """A day, with the hour where one is told (the minute of the day).

    >>> moment(date(2024, 5, 3), 20 * 60, "zh"), moment(date(2024, 5, 3), None, "en")
    ('2024年5月3日20时', '2024-05-03')
    """
    return ui.say("period.day", lang, year=day.year, month=day.month, day=day.day) + hour(clock, lang)


def hour(clock: int | None, lang: str) -> str:
    """An hour as it stands behind its day; nothing where none is told."""
    if clock is None:
        return ""
    return ui.say("period.minute" if clock % 60 else "period.hour", lang, hour=clock // 60, minute=clock % 60)


def _digits(value: Decimal) -> str:
    digits = f"{value:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def unit(name: str, lang: str) -> str:
    """A unit as it stands behind its number: with a gap where the language has one.

    >>> unit("元", "zh"), unit("元", "en"), unit("%", "en")
    ('元', ' 元', '%')
    """
    gap = "" if name in ("", "%", "‰") else ui.say("unit-gap", lang)
    return gap + name
