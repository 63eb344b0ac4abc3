"""Quantities, times, ranks and scores as Chinese sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck.lang.zh import numerals
from figcheck.model import Bound, Unit
from figcheck.translation import tables
from figcheck.translation.expression import BARE, COUNT, Expression, Kind, Slot
from figcheck.translation.tables import either

LANG = "zh"

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("　"): " ",
    ord("∶"): ":",
    ord("–"): "-",
    ord("—"): "-",
}
"""Full-width characters as half-width ones, one for one: places stay what they are."""

_HAN = "零〇一二两三四五六七八九十百千万亿"
_ARABIC = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_KILO = f"千(?!{either(tables.words(LANG, 'never_behind')['千'])})"
_ORDERS = f"(?:[十百万亿兆]|{_KILO})"
_SPELLED = rf"(?:[零〇一二两三四五六七八九十百万亿]|{_KILO})+(?:点[{_HAN}]+)?"
_NUMBER = rf"(?:{_ARABIC}(?:\s*{_ORDERS}+(?![\d一二三四五六七八九]))?|{_SPELLED})"
_DATE = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_SMALL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"


def plain(text: str) -> str:
    """The text with half-width digits and signs; as long as it was.

    >>> plain("１３０多个，８．５％")
    '130多个,8.5%'
    """
    return text.translate(_WIDE)


def _not(unit: str) -> str:
    """What may not stand behind a unit of time."""
    return f"(?!{either(tables.words(LANG, 'never_behind')[unit])})"


def _dates() -> str:
    """A pattern of dates, from a year to a day of the week."""
    years = either(tables.words(LANG, "relative_years"))
    month = rf"(?:{_SMALL}\s*月份?{_not('月')}|{either(tables.words(LANG, 'relative_months'))})"
    day = rf"(?:{_DATE}\s*[日号]{_not('日')}|{either(tables.words(LANG, 'relative_days'))})"
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


def _clocks() -> str:
    """A pattern of times of day."""
    parts = rf"(?:{either(tables.words(LANG, 'day_parts'))})?\s*"
    minutes = rf"(?:半|整|一刻|三刻|{_SMALL}\s*分{_not('分')})?"
    digits = r"\d{1,2}\s*:\s*\d{2}(?::\d{2})?(?!\d|:)"
    return rf"{parts}{digits}|{parts}{_SMALL}\s*(?:点{_not('点')}|时{_not('时')})钟?\s*{minutes}"


@cache
def _pattern() -> re.Pattern[str]:
    signs = either(tables.words(LANG, "signs"))
    rough = either(tables.words(LANG, "rough_words"))
    prefix = either(tables.words(LANG, "rough"))
    ranked = rf"{_SMALL}(?={either(tables.words(LANG, 'rank_behind'))})|{either(tables.words(LANG, 'ranks'))}"
    century = r"(?:\d{1,2}|[一二十]{1,3})世纪"
    tens = r"(?:\d{2,4}(?:\s*[、至和到-]\s*\d{2})?|[一二三四五六七八九]{1,2}十)"
    return re.compile(
        rf"(?P<idiom>{either(tables.words(LANG, 'idioms'))})"
        rf"|(?P<label>[A-Za-z]+[-‑]?\d+(?:\.\d+)?[A-Za-z]*(?![\d.]))"
        rf"|(?P<decade>(?:{century})?{tens}\s*年代)"
        rf"|(?P<fraction>(?:{_NUMBER}|百|千|万)分之(?:{_NUMBER}))"
        rf"|(?P<date>{_dates()})"
        rf"|(?P<clock>{_clocks()}|{either(tables.words(LANG, 'clock_words'))})"
        rf"|(?P<score>(?<![\d.])\d{{1,3}}\s*[比:]\s*\d{{1,3}}(?![\d.]))"
        rf"|(?P<rank>第\s*(?:{_NUMBER}|\d+)|{ranked})"
        rf"|(?P<fold>{either(tables.words(LANG, 'times_words'))})"
        rf"|(?P<rough>(?:{prefix})[十百千万亿]+|{rough})"
        rf"|(?P<half>{either(tables.words(LANG, 'halves'))}|半(?=个?(?:小时|月|年|天|学期|世纪)))"
        rf"|(?P<word>{either(tables.words(LANG, 'numbers'))})"
        rf"|(?P<number>(?:(?P<sign>{signs})\s*)?(?:{_NUMBER}))",
        re.IGNORECASE,
    )


def read(text: str, start: int, end: int) -> Iterator[Expression]:
    """The expressions of `text[start:end]`, in order; `text` was made `plain`."""
    at, pattern = start, _pattern()
    spread = 0
    while (match := pattern.search(text, at, end)) is not None:
        kind = next(name for name in _READERS if match[name] is not None)
        found = _READERS[kind](text, match, end)
        at = max(match.end(), found[-1].end) if found else match.end()
        if len(found) > 1:
            spread += 1
            found = [replace(one, end_of=start + spread) for one in found]
        yield from found
        at = max(at, match.start() + 1)


def _skipped(text: str, match: re.Match[str], end: int) -> list[Expression]:
    return []


def _value(written: str) -> Decimal | None:
    """A number in Arabic or Chinese numerals, or both: 3.5万, 三千二百, 二〇二四."""
    written = re.sub(r"\s", "", written)
    arabic = re.match(r"[\d,]+(?:\.\d+)?", written)
    if arabic:
        orders = written[arabic.end() :]
        return numerals.arabic(arabic[0], orders) if len(arabic[0]) <= numerals.MAX_DIGITS else None
    whole, point, part = written.partition("点")
    if point:
        above = numerals.chinese(whole)
        digits = "".join(str(numerals.digits().get(char, "")) for char in part)
        return above + Decimal(f"0.{digits}") if above is not None and digits.isdecimal() else None
    if len(written) > 1 and set(written) <= set("零〇一二三四五六七八九"):
        return Decimal("".join(str(numerals.digits()[char]) for char in written))
    return numerals.chinese(written)


def _small(written: str) -> int | None:
    value = _value(written)
    return int(value) if value is not None and value == value.to_integral_value() else None


def _step(written: str) -> Decimal:
    """One in the last digit written: 0.1亿 of 3.2亿."""
    written = re.sub(r"\s", "", written)
    arabic = re.match(r"[\d,]+(?:\.\d+)?", written)
    if arabic is None:
        value = _value(written) or Decimal(1)
        digits = len(value.normalize().as_tuple().digits) if value else 1
        return Decimal(10) ** max(value.adjusted() - digits + 1, 0) if value else Decimal(1)
    exponent = Decimal(arabic[0].replace(",", "")).as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent))
    for order in written[arabic.end() :]:
        step *= numerals.multipliers()[order]
    return step


# ------------------------------------------------------------------------------- dates and times


def _label(text: str, match: re.Match[str], end: int) -> list[Expression]:
    digits = re.search(r"\d+(?:\.\d+)?", match[0])
    sign = re.match(either(tables.words(LANG, "signs")), match[0], re.IGNORECASE)
    if digits is None or (sign is not None and sign.end() == digits.start()):
        return _number_at(
            text, match.start() + len(sign[0]) if sign else match.start(), end, sign[0] if sign else "", match.start()
        )
    number = Decimal(digits[0])
    return [Expression(match.start(), match.end(), match.start(), Kind.AMOUNT, (number,), label=True)]


def _decade(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0].rpartition("世纪")[2]
    values = [int(digits) for digits in re.findall(r"\d{2,4}", written)]
    values = values or [int(numerals.digits()[char]) * 10 for char in written if char in numerals.digits()]
    place = match.start(), match.end(), match.start()
    return [Expression(*place, Kind.DATE, (Decimal(value),), parts={Slot.DECADE: value % 100}) for value in values]


_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}


def _date(text: str, match: re.Match[str], end: int) -> list[Expression]:
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
        parts[Slot.YEAR] = int(_value(year[1]) or 0)
        at = year.end()
    for slot, key in (
        (Slot.YEAR_OFFSET, "relative_years"),
        (Slot.MONTH_OFFSET, "relative_months"),
        (Slot.DAY_OFFSET, "relative_days"),
    ):
        for word, offset in tables.words(LANG, key).items():
            if word in written[at:]:
                parts[slot] = int(offset)
    month = re.search(rf"({_SMALL})\s*月", written[at:])
    if month and 1 <= (_small(month[1]) or 0) <= 12:
        parts[Slot.MONTH] = _small(month[1]) or 0
    day = re.search(rf"({_SMALL})\s*[日号]", written[at:])
    if day and 1 <= (_small(day[1]) or 0) <= 31:
        parts[Slot.DAY] = _small(day[1]) or 0
    weekday = re.search(r"(?:星期|礼拜|周)([一二三四五六日天])", written[at:])
    if weekday:
        parts[Slot.WEEKDAY] = _WEEKDAYS[weekday[1]]
    if not parts:
        return []
    if set(parts) == {Slot.YEAR} and not 1000 <= parts[Slot.YEAR] <= 2200:
        return _number_at(text, match.start(), end)
    if set(parts) == {Slot.DAY} and _is_length(text, match):
        return _number_at(text, match.start(), end)
    return [_dated(match, parts)]


def _is_length(text: str, match: re.Match[str]) -> bool:
    """Whether 10日 are ten days: 10日内, 为期10日, 三日游."""
    words = tables.words(LANG, "lasting")
    behind = text.startswith(tuple(words["behind"]), match.end())
    return behind or text[max(0, match.start() - 2) : match.start()].endswith(tuple(words["before"]))


def _dated(match: re.Match[str], parts: dict[Slot, int]) -> Expression:
    number = tuple(Decimal(value) for slot, value in parts.items() if not slot.endswith("offset")) or (Decimal(0),)
    return Expression(match.start(), match.end(), match.start(), Kind.DATE, number, parts=parts)


def _clock(text: str, match: re.Match[str], end: int) -> list[Expression]:
    written = match[0]
    words = tables.numbers(LANG, "clock_words")
    if written in words:
        return [Expression(match.start(), match.end(), match.start(), Kind.CLOCK, (words[written],))]
    told = re.search(rf"({_SMALL})\s*[点时:]钟?\s*(半|整|一刻|三刻|{_SMALL})?", written)
    hour = _small(told[1]) if told else None
    if told is None or hour is None or hour > 24:
        return _number_at(text, match.start(), end)
    part = next((word for word in tables.words(LANG, "day_parts") if written.startswith(word)), None)
    if part is None and re.search(r"点$|时$", written) and text[match.end() : match.end() + 1] == "":
        return []
    minute = {"半": 30, "整": 0, "一刻": 15, "三刻": 45, None: 0}.get(told[2])
    minute = _small(told[2] or "") if minute is None else minute
    if minute is None or minute > 59:
        return _number_at(text, match.start(), end)
    hours = hour + (int(tables.words(LANG, "day_parts")[part]) if part and hour < 12 else 0)
    return [
        _bounded(
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


# ------------------------------------------------------------------------------- ranks and numbers


def _rank(text: str, match: re.Match[str], end: int) -> list[Expression]:
    if match[0].startswith("第"):
        value = _small(match[0][1:])
    else:
        value = int(tables.numbers(LANG, "ranks").get(match[0], _small(match[0]) or 0)) or None
    if value is None or any(text.startswith(word, match.start()) for word in tables.words(LANG, "not_ranks")):
        return []
    if text.endswith("前", 0, match.start()) and text.startswith("季度", match.end()):  # 前三季度: nine months
        return _number_at(text, match.start(), end)
    light = value == 1
    return [Expression(match.start(), match.end(), match.start(), Kind.RANK, (Decimal(value),), light=light)]


def _score(text: str, match: re.Match[str], end: int) -> list[Expression]:
    numbers = [Decimal(n) for n in re.findall(r"\d+", match[0])]
    return [Expression(match.start(), match.end(), match.start(), Kind.SCORE, (number,)) for number in numbers]


def _fold(text: str, match: re.Match[str], end: int) -> list[Expression]:
    value = tables.numbers(LANG, "times_words")[match[0]]
    return [
        Expression(
            match.start(),
            match.end(),
            match.start(),
            Kind.AMOUNT,
            (value,),
            unit=Unit(match[0], "times"),
            in_words=True,
            light=True,
        )
    ]


def _rough(text: str, match: re.Match[str], end: int) -> list[Expression]:
    ends = tables.words(LANG, "rough_words").get(match[0])
    if ends is None:
        prefix = max((word for word in tables.words(LANG, "rough") if match[0].startswith(word)), key=len)
        order = Decimal(1)
        for char in match[0][len(prefix) :]:
            order *= numerals.multipliers()[char]
        ends = [Decimal(told) * order for told in tables.words(LANG, "rough")[prefix]]
    low, high = map(Decimal, ends)
    unit, last = _unit(text, match.end(), end)
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


def _half(text: str, match: re.Match[str], end: int) -> list[Expression]:
    unit, last = _unit(text, match.end() + (text[match.end() : match.end() + 1] == "个"), end)
    if match[0] == "半" and unit.dimension == "time":
        made = Expression(
            match.start(), last, match.start(), Kind.AMOUNT, (Decimal("0.5"),), Decimal("0.1"), unit, in_words=True
        )
        return [_bounded(text, made, end)]
    bound = Bound.AT_LEAST if match[0] == "过半" or text.startswith("以上", match.end()) else Bound.EXACT
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
                Unit("%", "ratio"),
                bound,
                in_words=True,
                light=True,
            ),
            end,
        )
    ]


def _word(text: str, match: re.Match[str], end: int) -> list[Expression]:
    value = tables.numbers(LANG, "numbers")[match[0]]
    return [
        Expression(
            match.start(), match.end(), match.start(), Kind.AMOUNT, (value,), unit=COUNT, in_words=True, light=True
        )
    ]


def _fraction(text: str, match: re.Match[str], end: int) -> list[Expression]:
    below, _, above = match[0].partition("分之")
    order = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(below) or _value(below)
    told = _value(above)
    if not order or told is None:
        return []
    share = told / order * 100
    exact = order in (100, 1000, 10000)
    step = _step(above) * 100 / order if exact else max(share / 20, Decimal("0.5"))
    last = match.end()
    points = re.compile(r"\s*(?:个)?百分点").match(text, last, end)
    unit = Unit("%", "ratio")
    made = Expression(
        match.start(),
        points.end() if points else last,
        match.start(),
        Kind.AMOUNT,
        (share.normalize() + 0,),
        step,
        unit,
        in_words=not exact,
    )
    return [_bounded(text, made, end)]


def _number(text: str, match: re.Match[str], end: int) -> list[Expression]:
    sign = match["sign"] or ""
    at = match.start() + len(match[0]) - len(match[0][len(sign) :].lstrip())
    return _number_at(text, at, end, sign, match.start())


_PIECES = ("块", "块钱")
_MINUTES = re.compile(rf"\s*({_SMALL})\s*分(?!之|别|析|布|钟)")
_HALVES = ("半", "五")
_NUMBER_AT = re.compile(_NUMBER)
_ADJACENT = re.compile(
    r"([一二三四五六七八九])([一二三四五六七八九])(?=[十百千万亿个名天年月人位次家条岁周项件倍成小只辆座间台])"
)
_JOINT = re.compile(r"\s*(?:[-~至到]|\s和\s)+\s*")
_MORE = re.compile(r"[多余几来](?![个]?[国媒样元])|[多余]")


def _number_at(text: str, at: int, end: int, sign: str = "", first: int | None = None) -> list[Expression]:
    """The number at a place, with its unit and bound; both ends of a spread."""
    adjacent = _ADJACENT.match(text, at, end)
    if adjacent:
        return _two_digits(text, adjacent, end)
    match = _NUMBER_AT.match(text, at, end)
    value = _value(match[0]) if match else None
    if match is None or value is None:
        return []
    last = match.end()
    more = _MORE.match(text, last, end)
    orders = re.compile(rf"{_ORDERS}+").match(text, last + 1, end) if more else None
    step = _step(match[0])
    if orders:  # 40多万
        for char in orders[0]:
            value *= numerals.multipliers()[char]
            step *= numerals.multipliers()[char]
    counted = orders.end() if orders else last + 1 if more else last
    unit, behind = _unit(text, counted, end)
    if (
        text.startswith("个半", counted) and (halved := _unit(text, counted + 2, end))[0].dimension == "time"
    ):  # 一个半小时
        unit, behind, value, step = halved[0], halved[1], value + Decimal("0.5"), Decimal("0.1")
    if unit.name in _PIECES and (
        change := re.compile(r"[\d一二三四五六七八九](?![\d十百千万%.])").match(text, behind, end)
    ):  # 1块5
        value, step, behind = value + (_value(change[0]) or Decimal(0)) / 10, Decimal("0.1"), change.end()
        unit = tables.units(LANG)["块钱"]
    if unit.name in ("小时", "个小时") and (minutes := _MINUTES.match(text, behind, end)):  # 1小时50分
        value, step, behind = value + (_value(minutes[1]) or Decimal(0)) / 60, Decimal("0.01"), minutes.end()
    if more and unit is BARE and not orders and match[0].isdigit() is False and text[last] in "来几":
        more = None
    in_words = match[0][0] in _HAN
    alone = in_words and unit is BARE and not (more and orders) and len(match[0]) < 3
    if behind < end and text[behind] in "多余" and unit.dimension == "time" and not more:  # 3年多
        more, behind = re.compile("[多余]").match(text, behind), behind + 1
    half = (
        unit.dimension in ("time", "times")
        and text.startswith("半", behind)
        and not text.startswith(("半年", "半月"), behind)
    )
    if half:  # 两年半
        value, step, behind = value + Decimal("0.5"), Decimal("0.1"), behind + 1
    tenth = tables.numbers(LANG, "tenths").get(unit.name)
    if tenth is not None and text[behind - 1] in _HALVES:  # 八成五
        value, step = value + Decimal("0.5"), Decimal("0.1")
    unit, value, step, others = _settled(unit, value, step, sign, tenth)
    if text[max(0, at - 4) : at].rstrip("的").endswith(tuple(tables.words(LANG, "others"))):
        others = (value + 1,)
    light = in_words and value == 1
    label = unit is BARE and re.match(r"[A-Z](?![A-Za-z])", text[last : last + 2]) is not None
    if unit is BARE and not sign and re.fullmatch(r"(?:19|20)\d\d", match[0]) and not more:
        return [Expression(at, behind, at, Kind.DATE, (value,), parts={Slot.YEAR: int(value)})]
    made = Expression(
        at if first is None else first, behind, at, Kind.AMOUNT, (value,), step, unit,
        Bound.MORE_THAN if more else Bound.EXACT, others=others,
        light=light and unit.dimension in ("", "count", "time"), label=label, in_words=in_words,
        counter=text[counted:behind].strip() if unit is COUNT else "",
        counted="person" if text[counted:behind].strip() in tables.data(LANG, "units")["count:person"] else "",
    )  # fmt: skip
    second = _second(text, made, end)
    if second is None and alone:
        return []
    if second is not None:
        one, other = made, second
        if unit is BARE:
            raised = (
                one.number[0] * (other.step / _step_of(text, other))
                if _scale_shared(text, one, other)
                else one.number[0]
            )
            one = replace(
                one,
                unit=other.unit,
                number=(raised,),
                step=one.step * raised / (one.number[0] or 1) if one.number[0] else one.step,
            )
        one = _bounded(text, one, end)
        bound = one.bound if one.bound is not Bound.EXACT else Bound.SPREAD
        other = _bounded(text, other, end)
        return [
            replace(one, bound=bound),
            replace(other, bound=Bound.SPREAD if other.bound is Bound.EXACT else other.bound),
        ]
    return [_bounded(text, made, end)]


def _step_of(text: str, made: Expression) -> Decimal:
    """One in the last digit written, without the orders behind."""
    written = text[made.core : made.end]
    digits = re.match(r"[\d,]+(?:\.\d+)?", written)
    if digits:
        return Decimal(1).scaleb(int(Decimal(digits[0].replace(",", "")).as_tuple().exponent))
    orders = re.match(rf"[{_HAN}]*?([万亿]+)(?![{_HAN}])", written)
    return made.step / numerals.arabic("1", orders[1]) if orders else made.step


def _scale_shared(text: str, one: Expression, other: Expression) -> bool:
    """Whether the orders behind the second number hold for the first: 3至5万, 1200-1400万; not 8000至2万."""
    order = other.step / _step_of(text, other)
    return (
        order > 1
        and one.step < order
        and one.number[0] * order < other.number[0] * 10
        and one.number[0] * order > 0
        and one.number[0] <= other.number[0] / order
    )


def _second(text: str, one: Expression, end: int) -> Expression | None:
    joint = _JOINT.match(text, one.end, end)
    if joint is None or joint.end() >= end:
        return None
    match = _NUMBER_AT.match(text, joint.end(), end)
    if match is None or (match[0][0] in _HAN) is not one.in_words:
        return None
    found = _number_at(text, joint.end(), end)
    if len(found) != 1 or found[0].unit.dimension != (one.unit if one.unit is not BARE else found[0].unit).dimension:
        return None
    return found[0]


def _two_digits(text: str, match: re.Match[str], end: int) -> list[Expression]:
    """三四十人: from 30 to 40."""
    low, high = (numerals.digits()[digit] for digit in match.groups())
    orders = re.compile(r"[十百千万亿]*").match(text, match.end(), end)
    order = Decimal(1)
    for char in orders[0] if orders else "":
        order *= numerals.multipliers()[char]
    unit, last = _unit(text, orders.end() if orders else match.end(), end)
    if unit is BARE and order == 1:
        return []
    return [
        Expression(
            match.start(),
            last,
            match.start(),
            Kind.AMOUNT,
            (low * order,),
            order,
            unit,
            Bound.ROUGH,
            (low * order, (high + 1) * order),
            in_words=True,
        )
    ]


def _settled(
    unit: Unit, value: Decimal, step: Decimal, sign: str, tenth: Decimal | None
) -> tuple[Unit, Decimal, Decimal, tuple[Decimal, ...]]:
    """The unit with what stands before the number; 三成 and 八折 as shares."""
    if tenth is not None:
        others = (100 - value * tenth,) if unit.name == "折" else ()
        return Unit("%", "ratio"), value * tenth, step * tenth, others
    if sign and (unit is BARE or unit.dimension.startswith("money")):
        return (
            Unit(sign, tables.words(LANG, "signs").get(sign) or tables.words(LANG, "signs")[sign.upper()]),
            value,
            step,
            (),
        )
    return unit, value, step, ()


@cache
def _units() -> tuple[dict[str, Unit], int]:
    found = dict(tables.units(LANG))
    return found, max(map(len, found))


@cache
def _never() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in tables.data(LANG, "units")["followed_never"].items()}


def _unit(text: str, at: int, end: int) -> tuple[Unit, int]:
    """The longest unit that begins here, perhaps behind a blank."""
    found, longest = _units()
    start = at
    while start < end and text[start] == " ":
        start += 1
    tenth = text[start : start + 1]
    never = tables.words(LANG, "never_behind").get(tenth, ())
    if tenth in tables.words(LANG, "tenths") and not text.startswith(tuple(never), start + 1):
        return Unit(tenth, "ratio"), start + (2 if text[start + 1 : start + 2] in _HALVES else 1)
    for length in range(min(longest, end - start), 0, -1):
        unit = found.get(text[start : start + length].lower())
        if unit is None or (text.startswith(_never().get(unit.name, ()), start + length) and _never().get(unit.name)):
            continue
        if (
            unit.name.isascii()
            and unit.name[-1].isalpha()
            and text[start + length : start + length + 1].isascii()
            and text[start + length : start + length + 1].isalpha()
        ):
            continue
        dimension = unit.dimension.partition(":")[0]
        return (
            COUNT if unit.name not in _PIECES and dimension in ("count", "score", "index", "mahjong", "grade") else unit
        ), start + length
    return BARE, at


# ------------------------------------------------------------------------------- bounds


@cache
def _before() -> re.Pattern[str]:
    filler = either(tables.data(LANG, "bounds")["filler"])
    endings = {**tables.data(LANG, "bounds")["before_never"], **tables.words(LANG, "before_never")}
    never = {word: f"(?<![{''.join(ends)}])" for word, ends in endings.items()}
    words = sorted(tables.bounds(LANG).before, key=lambda word: (-len(word), word))
    either_of = "|".join(never.get(word, "") + re.escape(word) for word in words)
    return re.compile(rf"({either_of})(?:{filler}|\s){{0,3}}$")


@cache
def _apart_bounds() -> dict[str, Bound]:
    return {word: Bound(name) for name, group in tables.data(LANG, "bounds")["apart"].items() for word in group}


@cache
def _apart() -> re.Pattern[str]:
    """A word that stands apart from its number, behind it a verb: 最多能收30公斤, 最长要等3天."""
    verbs = "|".join(tables.data(LANG, "bounds")["apart_verbs"])
    return re.compile(rf"({either(_apart_bounds())})(?:{verbs})[\u4e00-\u9fff]{{0,3}}$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[个名人元岁]\s?)?({either(tables.bounds(LANG).behind)})")


def _bounded(text: str, made: Expression, end: int) -> Expression:
    """The expression with the words before and behind it that loosen it."""
    before = _before().search(text[max(0, made.start - 12) : made.start])
    if before is not None:
        word = before[1]
        bound = tables.bounds(LANG).before[word]
        only = tables.data(LANG, "bounds")["before_only"].get(word)
        large = made.number[0] >= 10000
        if only is None or large or text[: made.start - len(before[0])].endswith(tuple(only)):
            made = replace(made, start=made.start - len(before[0]), bound=_joined(made.bound, bound))
    elif (apart := _apart().search(text[max(0, made.start - 10) : made.start])) is not None:
        made = replace(made, bound=_joined(made.bound, _apart_bounds()[apart[1]]))
    behind = _behind().match(text, made.end, end)
    if behind is not None:
        word = behind[1]
        never = tuple(tables.data(LANG, "bounds")["behind_never"].get(word, ()))
        counted = word in ("多", "余", "内", "许") and made.unit is BARE
        if not (never and text.startswith(never, behind.end())) and not counted:
            made = replace(made, end=behind.end(), bound=_joined(made.bound, tables.bounds(LANG).behind[word]))
    return made


def _joined(first: Bound, second: Bound) -> Bound:
    """The bound of two that are told together: 近…左右 is about, 最高…以上 what stands behind."""
    return second if first in (Bound.EXACT, Bound.SPREAD) or second is not Bound.ABOUT else first


_READERS: dict[str, Callable[[str, re.Match[str], int], list[Expression]]] = {
    "idiom": _skipped,
    "label": _label,
    "decade": _decade,
    "fraction": _fraction,
    "date": _date,
    "clock": _clock,
    "score": _score,
    "rank": _rank,
    "fold": _fold,
    "rough": _rough,
    "half": _half,
    "word": _word,
    "number": _number,
}
