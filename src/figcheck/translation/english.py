"""Quantities, times, ranks and scores as English sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck.lang.en import numerals, units
from figcheck.lang.en.words import singular
from figcheck.model import Bound, Unit
from figcheck.translation import tables
from figcheck.translation.expression import BARE, COUNT, Expression, Kind, Slot
from figcheck.translation.tables import either

LANG = "en"

_DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)"
_PLAIN = {ord("–"): "-", ord("—"): "-", ord("‑"): "-", ord("’"): "'", ord("‘"): "'", ord("\u00a0"): " "} | {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)
}


def plain(text: str) -> str:
    """The text with plain dashes and apostrophes; as long as it was."""
    return text.translate(_PLAIN)


def _months() -> dict[str, int]:
    return {name: int(number) for name, number in tables.data(LANG, "periods")["months"].items()}


def _weekdays() -> dict[str, int]:
    return {name: int(number) for name, number in tables.data(LANG, "dates")["weekdays"].items()}


@cache
def _ones() -> str:
    return either(word for word in numerals.ones())


@cache
def _scales() -> str:
    return either(numerals.scales())


@cache
def _spelled() -> str:
    """A number in words: twenty-one, two hundred and five thousand, one and a half."""
    tens = either(word for word, value in numerals.ones().items() if value >= 20)
    single = either(word for word, value in numerals.ones().items() if 0 < value < 10)
    simple = rf"(?:(?:{tens})(?:[\s-](?:{single}))?|(?:{_ones()}))(?![a-z])"
    more = rf"(?:(?:[\s-](?:{_scales()}))+(?![a-z])(?:,?\s(?:and\s)?{simple})?)*"
    return rf"{simple}{more}(?:\sand\sa\shalf)?(?![a-z])"


@cache
def _ordinals() -> dict[str, int]:
    found = {word: int(value) for word, value in numerals.ordinals().items()}
    return found | {word: int(value) for word, value in tables.words(LANG, "ordinal_more").items()}


@cache
def _pattern() -> re.Pattern[str]:
    long_months = either(name for name in _months() if len(name) > 3 or name == "may")
    month = rf"(?:(?:{long_months})|(?:{either(name for name in _months() if len(name) <= 4)})\.?)"
    weekday = rf"(?:{either(name for name in _weekdays() if len(name) > 4)})"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|\.\d|,\d{3}|\s*(?:million|billion|percent|years?-old))"
    year = r"\d{4}(?![\d,]\d|\.\d)"
    date = (
        rf"(?:{weekday},?\s\(?)?{month}\s{day}(?:,?\s{year})?"
        rf"|(?:{weekday},?\s)?(?:the\s)?{day}\s(?:of\s)?{month}(?:,?\s{year})?"
        rf"|{month}(?:,?\s(?:of\s)?{year})|(?:{long_months})(?![a-z])|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    )
    fraction = either(word for word in numerals.fractions() if word not in ("half", "quarter", "second"))
    ordinals = either(_ordinals())
    clock = r"(?:at\s)?(?:\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?m\b\.?|p\.?m\b\.?|o'clock)|\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    hours = either(tables.words(LANG, "clock_words"))
    boundary = r"(?<![A-Za-z\d])"
    relative = [
        word for key in ("relative_years", "relative_months", "relative_days") for word in tables.words(LANG, key)
    ]
    ranked = rf"(?:{either(tables.words(LANG, 'ranks'))})(?![a-z])"
    part = rf"(?:a|an|{_ones()})[\s-](?:{fraction}|quarters?)(?![a-z])"
    of = r"\s(?:in|out\sof)\s(?:every\s)?"
    one_in = rf"{_spelled()}{of}(?:{_ones()}|\d+)(?![a-z\d])|\d{{1,2}}\sout\sof\s(?:every\s)?\d+"
    return re.compile(
        rf"(?P<idiom>{boundary}(?:{either(tables.words(LANG, 'idioms'))})(?![a-z]))"
        rf"|(?P<label>{boundary}(?:[A-Za-z]+-?\d+[A-Za-z]*(?:-\d+)?)(?![\d.,]\d)(?<!\d(?:bn|mn)))"
        rf"|(?P<relative>{boundary}(?:{either(relative)})(?![a-z]))"
        rf"|(?P<decade>{boundary}(?:(?:\d{{2}}|')?\d0's|(?:\d{{2}}|')?\d0s)(?![a-z]))"
        rf"|(?P<clock>{boundary}(?:half\spast\s(?:{_ones()})|{clock}|(?:{hours})(?![a-z])))"
        rf"|(?P<date>{boundary}(?:{date})(?![a-z\d]))"
        rf"|(?P<weekday>{boundary}{weekday}(?![a-z]))"
        rf"|(?P<rank>{boundary}{ranked}|(?<![\d.,])\d{{1,3}}(?:st|nd|rd|th)(?![a-z])|{boundary}(?:{ordinals})(?![a-z]))"
        rf"|(?P<fraction>{boundary}(?:{part}|{one_in}|\d/\d(?![\d/])))"
        rf"|(?P<fold>{boundary}(?:{either(tables.words(LANG, 'times_words'))})(?![a-z]))"
        rf"|(?P<rough>{boundary}(?:{either(tables.words(LANG, 'rough_words'))})(?![a-z]))"
        rf"|(?P<word>{boundary}(?:{either(tables.words(LANG, 'numbers'))})(?![a-z]))"
        rf"|(?P<half>{boundary}(?:{either(tables.words(LANG, 'halves'))})(?![a-z]))"
        rf"|(?P<number>(?:(?P<sign>{_signs()})\s?)?{_DIGITS}|{boundary}{_spelled()})",
        re.IGNORECASE,
    )


@cache
def _currencies() -> dict[str, Unit]:
    return {name: unit for name, unit in tables.units(LANG).items() if unit.dimension.startswith("money")}


@cache
def _signs() -> str:
    """What may stand right before an amount: $, US$, HK$, RMB, EUR."""
    names = (
        name
        for name in _currencies()
        if not name[-1].isalpha() or (len(name) == 3 and name not in ("won", "yen")) or name == "rm"
    )
    return "|".join(f"(?<![A-Za-z]){re.escape(name)}" for name in sorted(names, key=lambda name: (-len(name), name)))


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


# ------------------------------------------------------------------------------- dates and times


def _made_date(match: re.Match[str], parts: dict[Slot, int]) -> list[Expression]:
    number = tuple(Decimal(value) for slot, value in parts.items() if not slot.endswith("offset")) or (Decimal(0),)
    return [Expression(match.start(), match.end(), match.start(), Kind.DATE, number, parts=parts)]


def _relative(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower()
    for slot, key in (
        (Slot.YEAR_OFFSET, "relative_years"),
        (Slot.MONTH_OFFSET, "relative_months"),
        (Slot.DAY_OFFSET, "relative_days"),
    ):
        if written in tables.words(LANG, key):
            return _made_date(match, {slot: int(tables.words(LANG, key)[written])})
    return []


def _decade(text: str, match: re.Match[str], end: int) -> list[Expression]:
    return _made_date(match, {Slot.DECADE: int(re.sub(r"\D", "", match[0])) % 100})


def _date(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written, parts = match[0].lower(), {}
    if written in ("may", "march", "august") and not match[0][0].isupper():
        return []
    if written == "may" and not _is_may(text, match):
        return []
    for word in re.findall(r"[a-z]+", written):
        if word in _weekdays() and len(word) > 4:
            parts[Slot.WEEKDAY] = _weekdays()[word]
        elif word in _months():
            parts[Slot.MONTH] = _months()[word]
    numeric = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", written)
    if numeric:
        return _made_date(match, dict(zip((Slot.YEAR, Slot.MONTH, Slot.DAY), map(int, numeric.groups()), strict=True)))
    for digits in re.findall(r"\d+", written):
        parts[Slot.YEAR if len(digits) == 4 else Slot.DAY] = int(digits)
    order = (Slot.YEAR, Slot.MONTH, Slot.DAY, Slot.WEEKDAY)
    return _made_date(match, {slot: parts[slot] for slot in order if slot in parts})


def _is_may(text: str, match: re.Match[str]) -> bool:
    """May by itself: behind a preposition, not at the head of a sentence."""
    before = text[max(0, match.start() - 8) : match.start()].lower().rstrip()
    return re.search(rf"(?<![a-z])(?:{either(tables.words(LANG, 'before_may'))})$", before) is not None


def _weekday(text: str, match: re.Match[str], end: int) -> list[Expression]:
    return _made_date(match, {Slot.WEEKDAY: _weekdays()[match[0].lower()]})


def _clock(text: str, match: re.Match[str], end: int) -> list[Expression]:
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
        _bounded(
            text,
            Expression(match.start(), match.end(), match.start(), Kind.CLOCK, (Decimal(minutes),), half_day=half_day),
            end,
        )
    ]


# ------------------------------------------------------------------------------- ranks, shares, words


def _rank(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower()
    ranks = tables.numbers(LANG, "ranks")
    value = _ordinals().get(written) or int(ranks.get(written, 0)) or int(re.sub(r"\D", "", written) or 0)
    if not value or (
        written == "second" and re.match(r"\s(?:of|half)\b", text[match.end() :]) is None and _is_seconds(text, match)
    ):
        return []
    if written[0].isdigit() and value <= 31 and _is_day(text, match):
        return _made_date(match, {Slot.DAY: value})
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


def _fraction(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower().replace("every ", "")
    told = re.split(r"\s(?:in|out of)\s|/", written)
    if len(told) == 2:
        above, below = _value(told[0]), _value(told[1])
        others = tuple(number for number in (below, above) if number is not None)
    else:
        first, _, part = re.sub(r"[\s-]", " ", written).rpartition(" ")
        above, below = (Decimal(1) if first in ("a", "an") else _value(first)), numerals.fractions().get(part)
        others = ()
    if above is None or not below or above >= below or ("quarter" in written and _is_time(text, match, above)):
        again = _number_pattern().match(text, match.start(), end)
        return _number(text, again, end) if again else []
    share = (above / below * 100).normalize() + 0
    unit, last = (_PERCENT, match.end())
    return [
        _bounded(
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


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<sign>{_signs()})\s?)?{_DIGITS}|{_spelled()}", re.IGNORECASE)


def _fold(text: str, match: re.Match[str], end: int) -> list[Expression]:
    value = tables.numbers(LANG, "times_words")[match[0].lower()]
    return [
        _bounded(
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


def _rough(text: str, match: re.Match[str], end: int) -> list[Expression]:
    low, high = map(Decimal, tables.words(LANG, "rough_words")[match[0].lower()])
    of = re.compile(r"\s(?:of\s)?", re.IGNORECASE).match(text, match.end(), end)
    unit, last = _unit(text, of.end() if of else match.end(), end)
    last = last if unit is not BARE else match.end()
    return [
        Expression(
            match.start(),
            last,
            match.start(),
            Kind.AMOUNT,
            (low,),
            low,
            unit,
            Bound.ROUGH,
            (low, high),
            in_words=True,
            light=high <= 10,
        )
    ]


def _word(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].lower()
    value = tables.numbers(LANG, "numbers")[written]
    unit, last = _unit(text, match.end(), end)
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
    return [_bounded(text, made, end)]


def _half(text: str, match: re.Match[str], end: int) -> list[Expression]:
    an = re.compile(r"[\s-](?:an?\s)?").match(text, match.end(), end)
    unit, last = _unit(text, an.end(), end) if an else (BARE, match.end())
    if unit.dimension in ("time", "length", "mass", "area"):
        return [
            _bounded(
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
        _bounded(
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


# ------------------------------------------------------------------------------- numbers


def _value(written: str) -> Decimal | None:
    """A number in digits or words.

    >>> _value("twenty-one"), _value("two hundred and five thousand"), _value("one and a half"), _value("1,500")
    (Decimal('21'), Decimal('205000'), Decimal('1.5'), Decimal('1500'))
    """
    if written[:1].isdigit():
        return Decimal(written.replace(",", "")) if len(written) <= numerals.MOST_DIGITS else None
    total, part = Decimal(0), Decimal(0)
    half = written.lower().endswith("and a half")
    for word in re.findall(r"[a-z]+", written.lower().removesuffix("and a half")):
        scale = numerals.scales().get(word) or numerals.scales().get(word.removesuffix("s"))
        if scale is None:
            part += numerals.ones().get(word, Decimal(0))
        elif scale < 1000:
            part = (part or Decimal(1)) * scale
        else:
            total, part = total + (part or Decimal(1)) * scale, Decimal(0)
    return total + part + (Decimal("0.5") if half else 0)


def _number(text: str, match: re.Match[str], end: int) -> list[Expression]:
    sign = match["sign"] or ""
    at = match.start() + len(match[0]) - len(match[0][len(sign) :].lstrip())
    made = _one(text, at, match.end(), end, sign, match.start())
    if made is None:
        return []
    second = _second(text, made, end, sign)
    change = second is not None and made.unit is not BARE and second.value < made.value  # from 11 hours to three
    if second is None or change:
        return [_bounded(text, made, end)]
    order, mantissa = _order(text, second)
    plain = not re.search(r"[a-z]", text[made.core : made.end], re.IGNORECASE) or made.in_words
    if plain and order > 1 and made.number[0] <= mantissa and made.step < order:  # 5-10 million
        made = replace(made, number=(made.number[0] * order,), step=made.step * order)
    if made.unit is BARE:
        made = replace(made, unit=second.unit)
    made = _bounded(text, made, end)
    second = _bounded(text, second, end)
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
    value = _value(written)
    if value is None:
        return None
    in_words = not written[0].isdigit()
    step = _words_step(value) if in_words else Decimal(1).scaleb(int(value.as_tuple().exponent))
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
    unit, behind = _unit(text, last, end)
    if sign and (unit is BARE or not unit.dimension.startswith("money")):
        unit, behind = _currencies()[sign.lower()], last
    if sign and unit.dimension == "money:$" and sign.lower() != "$":
        unit = _currencies()[sign.lower()]
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


def _words_step(value: Decimal) -> Decimal:
    digits = len(value.normalize().as_tuple().digits)
    return Decimal(10) ** (value.adjusted() - digits + 1) if value else Decimal(1)


def _year(text: str, at: int, last: int, sign: str) -> bool:
    """Whether four digits are a year: not where a unit stands behind them, or a small thing is counted."""
    written = text[at:last]
    if sign or not re.fullmatch(r"1[5-9]\d\d|20\d\d|21\d\d", written):
        return False
    if _unit(text, last, last + 20)[0] is not BARE or _SCALE_AT.match(text, last) is not None:
        return False
    before = re.search(r"([A-Za-z.]+)[\s(-]*$", text[max(0, at - 14) : at])
    word = before[1].lower() if before else ""
    told = (
        word in tables.data(LANG, "periods")["before_year"]
        or word in tables.data(LANG, "dates")["before_year"]
        or word in _months()
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
    found = re.compile(rf"(?:({_signs()})\s?)?({_DIGITS}|{_spelled()})", re.IGNORECASE).match(text, joint.end(), end)
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


@cache
def _unit_pattern() -> re.Pattern[str]:
    names = sorted(tables.units(LANG), key=lambda name: (-len(name), name))
    plural = r"(?:e?s)?"
    words = "|".join(
        re.escape(name).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]")
        for name in names
        if name[-1].isalpha() and len(name) > 2
    )
    short = "|".join(
        re.escape(name).replace(r"\ ", r"\s")
        for name in names
        if name[-1].isalpha() and len(name) <= 2 and name not in ("p", "c", "f", "li", "b", "kg", "km", "mu")
    )
    signs = "|".join(
        re.escape(name).replace(r"\ ", r"\s?")
        for name in names
        if not name[-1].isalpha() and not set("$£€¥₹") & set(name)
    )
    irregular = "feet|inches|pennies|centuries|quid|kg|km|mu|square feet|cubic feet|sq ft|years|monthly"
    return re.compile(
        rf"[\s-]?(?:(?P<irregular>{irregular})(?![a-z])|(?P<word>(?:{words})){plural}(?![a-z])|(?P<sign>{signs}))|\s?(?P<short>{short})(?![a-z/])",
        re.IGNORECASE,
    )


_DEGREES = re.compile(r"\s?°?\s?([CF])(?![A-Za-z'])")
_IRREGULAR = {
    "feet": "foot",
    "inches": "inch",
    "pennies": "penny",
    "centuries": "century",
    "square feet": "square foot",
    "cubic feet": "cubic foot",
    "years": "year",
}


def _unit(text: str, at: int, end: int) -> tuple[Unit, int]:
    """The unit behind a number, perhaps behind a blank or a hyphen."""
    degrees = _DEGREES.match(text, at, end)
    if degrees:
        return _named()[degrees[1].lower()], degrees.end()
    match = _unit_pattern().match(text, at, end)
    if match is None:
        return BARE, at
    name = re.sub(r"[\s-]", " ", (match["irregular"] or match["word"] or match["sign"] or match["short"]).lower())
    name = _IRREGULAR.get(name, name)
    unit = _named().get(name)
    if unit is None or (unit.dimension == "score"):
        return BARE, at
    last = match.end()
    per = re.compile(r"\s(?:per|an|a)\shour(?![a-z])", re.IGNORECASE).match(text, last, end)
    if per and unit.dimension == "length":
        return Unit(name, "speed", unit.factor / 1000), per.end()
    counted = unit.dimension == "times" and match[0].lower().strip() == "times" and not _multiplies(text, last)
    if unit.dimension in ("index", "count") or counted:
        return COUNT, last
    if unit.dimension == "time" and (
        old := re.compile(r"[\s-]olds?(?![a-z])|\sof\sage(?![a-z])").match(text, last, end)
    ):
        last = old.end()
    return unit, last


def _multiplies(text: str, at: int) -> bool:
    """Whether times are those of a number, not of something that happened: three times as many."""
    word = re.match(r"\s([a-z]+)", text[at : at + 12])
    return word is not None and word[1] in tables.words(LANG, "behind_times")


@cache
def _named() -> dict[str, Unit]:
    return {re.sub(r"[\s-]", " ", name): unit for name, unit in tables.units(LANG).items()}


# ------------------------------------------------------------------------------- bounds


@cache
def _before() -> re.Pattern[str]:
    filler = either(tables.data(LANG, "bounds")["filler"])
    return re.compile(rf"(?<![a-z])({either(tables.bounds(LANG).before)})\s(?:(?:{filler})\s)?$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    words = either(word.replace("- ", "") for word in tables.bounds(LANG).behind)
    return re.compile(rf"(?P<plus>\+)|(?:[\s-]|\s[a-z]+\s)(?P<word>{words})(?![a-z])", re.IGNORECASE)


def _bounded(text: str, made: Expression, end: int) -> Expression:
    """The expression with the words before and behind it that loosen it."""
    before = _before().search(text[max(0, made.start - 30) : made.start])
    if before is not None and not _compares(text, made.start - len(before[0]), before[1].lower()):
        made = replace(made, start=made.start - len(before[0]), bound=tables.bounds(LANG).before[before[1].lower()])
    behind = _behind().match(text, made.end, end)
    shouted = behind is not None and (behind["word"] or "").isupper()  # 737 MAX
    if behind is not None and made.bound in (Bound.EXACT, Bound.ABOUT) and not shouted:
        words = tables.bounds(LANG).behind
        bound = (
            Bound.AT_LEAST
            if behind["plus"]
            else words.get(behind["word"].lower()) or words["- " + behind["word"].lower()]
        )
        made = replace(made, end=behind.end(), bound=bound)
    return made


_MEASURES = re.compile(r"(?:twice|thrice|double|triple|times|%|percent|points|half)\s$", re.IGNORECASE)


def _compares(text: str, at: int, word: str) -> bool:
    """twice | as many as 300, 20% | more than 2,000: a measure before it holds two numbers together."""
    if word == "over":
        return (
            text[max(0, at - 12) : at]
            .lower()
            .endswith(tuple(f"{told} " for told in tables.data(LANG, "bounds")["stretching"]))
        )
    return (
        word.split()[0] in ("as", "more", "less", "fewer", "higher")
        and _MEASURES.search(text[max(0, at - 10) : at]) is not None
    )


_READERS: dict[str, Callable[[str, re.Match[str], int], list[Expression]]] = {
    "idiom": _skipped,
    "label": lambda text, match, end: _label(text, match, end),
    "relative": _relative,
    "decade": _decade,
    "clock": _clock,
    "date": _date,
    "weekday": _weekday,
    "rank": _rank,
    "fraction": _fraction,
    "fold": _fold,
    "rough": _rough,
    "word": _word,
    "half": _half,
    "number": _number,
}


def _label(text: str, match: re.Match[str], end: int) -> list[Expression]:
    """The number of a name, COVID-19; an amount where a currency stands before it: RMB50."""
    sign = re.match(_signs(), match[0], re.IGNORECASE)
    digits = re.search(r"\d+", match[0])
    if sign and digits and digits.start() == sign.end():
        again = _number_pattern().match(text, match.start(), end)
        return _number(text, again, end) if again else []
    if digits is None:
        return []
    return [Expression(match.start(), match.end(), match.start(), Kind.AMOUNT, (Decimal(digits[0]),), label=True)]
