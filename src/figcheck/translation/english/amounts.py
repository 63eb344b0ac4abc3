"""A number of an English sentence with its unit and bound; both ends of a spread."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck.lang.en import numerals, units
from figcheck.lang.en.words import singular
from figcheck.model import Bound
from figcheck.translation import tables
from figcheck.translation.english.bounds import bounded
from figcheck.translation.english.measures import currencies, sign_pattern, unit_at
from figcheck.translation.english.times import month_numbers
from figcheck.translation.english.written import DIGITS, LANG, number_in, spelled_pattern, step_of_words
from figcheck.translation.expression import BARE, Expression, Kind, Slot
from figcheck.translation.tables import either


@cache
def number_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<sign>{sign_pattern()})\s?)?{DIGITS}|{spelled_pattern()}", re.IGNORECASE)


def read_number(text: str, match: re.Match[str], end: int) -> list[Expression]:
    sign = match["sign"] or ""
    at = match.start() + len(match[0]) - len(match[0][len(sign) :].lstrip())
    made = _one(text, at, match.end(), end, sign, match.start())
    if made is None:
        return []
    second = _second(text, made, end, sign)
    change = second is not None and made.unit is not BARE and second.value < made.value  # from 11 hours to three
    if second is None or change:
        return [bounded(text, made, end)]
    order, mantissa = _order(text, second)
    plain = not re.search(r"[a-z]", text[made.core : made.end], re.IGNORECASE) or made.in_words
    if plain and order > 1 and made.number[0] <= mantissa and made.step < order:  # 5-10 million
        made = replace(made, number=(made.number[0] * order,), step=made.step * order)
    if made.unit is BARE:
        made = replace(made, unit=second.unit)
    made = bounded(text, made, end)
    second = bounded(text, second, end)
    bound = made.bound if made.bound is not Bound.EXACT else Bound.SPREAD
    return [
        replace(made, bound=bound),
        replace(second, bound=Bound.SPREAD if second.bound is Bound.EXACT else second.bound),
    ]


def _order(text: str, made: Expression) -> tuple[Decimal, Decimal]:
    """The orders behind a number, and the number without them: a million and 10 for 10 million."""
    written = text[made.core : made.end]
    digits = re.match(r"[\d,]+(?:\.\d+)?", written)
    if digits:
        mantissa = Decimal(digits[0].replace(",", ""))
        return (made.number[0] / mantissa if mantissa else Decimal(1)), mantissa
    order = Decimal(1)
    for word in re.findall(r"[a-z]+", written.lower()):
        order *= numerals.scales().get(word, Decimal(1))
    return order, made.number[0] / order


_ALL_SHORT = re.compile(r"(bn|mn|mln|bln|trn|tn|m|b|k)(?![a-z])", re.IGNORECASE)

_SCALE_AT = re.compile(rf"[\s-]?(?:{either(numerals.scales())})(?![a-z])", re.IGNORECASE)


def _one(text: str, at: int, last: int, end: int, sign: str = "", first: int | None = None) -> Expression | None:
    """The number at a place, with the orders and the unit behind it."""
    written = text[at:last]
    value = number_in(written)
    if value is None:
        return None
    in_words = not written[0].isdigit()
    step = step_of_words(value) if in_words else Decimal(1).scaleb(int(value.as_tuple().exponent))
    year = _year(text, at, last, sign)
    if year:
        return Expression(at, last, at, Kind.DATE, (value,), parts={Slot.YEAR: int(value)})
    scaled = False
    while not in_words and (scale := _SCALE_AT.match(text, last, end)) is not None:
        order = numerals.scales()[scale[0].strip(" -\n").lower()]
        value, step, last, scaled = value * order, step * order, scale.end(), True
    short = _ALL_SHORT.match(text, last, end) if not scaled and not in_words else None
    if short and (
        sign
        or short[1].lower() not in ("m", "b")
        or "." in written
        or (re.match(r"\s[a-z]", text[short.end() :]) and not _is_metres(text, short.end()))
    ):
        order = Decimal(tables.data(LANG, "numerals")["short"][short[1].lower()])
        value, step, last = value * order, step * order, short.end()
    unit, behind = unit_at(text, last, end)
    if sign and (unit is BARE or not unit.dimension.startswith("money")):
        unit, behind = currencies()[sign.lower()], last
    if sign and unit.dimension == "money:$" and sign.lower() != "$":
        unit = currencies()[sign.lower()]
    light = in_words and value <= 1 and unit.dimension in ("", "count", "times", "time")
    others = (value + 1,) if re.match(r"\sothers?(?![a-z])", text[behind : behind + 8]) else ()
    name = re.search(r"[A-Za-z]-?$", text[max(0, at - 2) : at]) or re.match(r"[A-Z](?![A-Za-z])", text[last : last + 2])
    label = name is not None and not in_words and not sign
    return Expression(
        at if first is None else first,
        behind,
        at,
        Kind.AMOUNT,
        (value,),
        step,
        unit,
        others=others,
        light=light,
        label=label,
        in_words=in_words,
        counted=_counted(text, last),
    )


_NOUNS = re.compile(r"(?:[\s-][a-z]+){1,3}")


def _counted(text: str, at: int) -> str:
    """What the words right behind a number say is counted: people, or nothing known."""
    behind = _NOUNS.match(text, at, at + 40)
    words = re.findall(r"[a-z]+", behind[0]) if behind else []
    people = units.people()
    return "person" if any(word in people or singular(word) in people for word in words) else ""


def _is_metres(text: str, at: int) -> bool:
    return text.startswith(tuple(f" {word}" for word in tables.words(LANG, "metres")), at)


def _year(text: str, at: int, last: int, sign: str) -> bool:
    """Whether four digits are a year: not where a unit stands behind them, or a small thing is counted."""
    written = text[at:last]
    if sign or not re.fullmatch(r"1[5-9]\d\d|20\d\d|21\d\d", written):
        return False
    if unit_at(text, last, last + 20)[0] is not BARE or _SCALE_AT.match(text, last) is not None:
        return False
    before = re.search(r"([A-Za-z.]+)[\s(-]*$", text[max(0, at - 14) : at])
    word = before[1].lower() if before else ""
    told = (
        word in tables.data(LANG, "periods")["before_year"]
        or word in tables.data(LANG, "dates")["before_year"]
        or word in month_numbers()
    )
    return told or re.match(r"\s+[a-z]+s\b", text[last : last + 14]) is None


def _second(text: str, one: Expression, end: int, sign: str) -> Expression | None:
    """The second end of a spread: 15-45 days, from 15 to 45 days, between 15 and 45 days."""
    opening = text[max(0, one.start - 9) : one.start].lower()
    joint = re.compile(r"\s?-\s?|\s(?:to|through)\s" + (r"|\sand\s" if opening.endswith("between ") else "")).match(
        text, one.end, end
    )
    if joint is None or one.kind is not Kind.AMOUNT:
        return None
    found = re.compile(rf"(?:({sign_pattern()})\s?)?({DIGITS}|{spelled_pattern()})", re.IGNORECASE).match(
        text, joint.end(), end
    )
    if found is None:
        return None
    other = _one(
        text, found.start(2), found.end(), end, found[1] or (sign if one.unit.dimension.startswith("money") else "")
    )
    if (
        other is None
        or other.kind is not Kind.AMOUNT
        or other.unit.dimension != (one.unit if one.unit is not BARE else other.unit).dimension
    ):
        return None
    return replace(other, start=found.start())
