"""Ranks, scores, shares and numbers that Chinese tells by words."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.lang.zh import numerals
from figcheck.model import Bound, Unit
from figcheck.translation import tables
from figcheck.translation.chinese.amounts import number_at
from figcheck.translation.chinese.bounds import bounded
from figcheck.translation.chinese.measures import unit_at
from figcheck.translation.chinese.written import LANG, number_in, small_number, step_in
from figcheck.translation.expression import COUNT, Expression, Kind


def read_rank(text: str, match: re.Match[str], end: int) -> list[Expression]:
    if match[0].startswith("第"):
        value = small_number(match[0][1:])
    else:
        value = int(tables.numbers(LANG, "ranks").get(match[0], small_number(match[0]) or 0)) or None
    if value is None or any(text.startswith(word, match.start()) for word in tables.words(LANG, "not_ranks")):
        return []
    if text.endswith("前", 0, match.start()) and text.startswith("季度", match.end()):  # 前三季度: nine months
        return number_at(text, match.start(), end)
    light = value == 1
    return [Expression(match.start(), match.end(), match.start(), Kind.RANK, (Decimal(value),), light=light)]


def read_score(text: str, match: re.Match[str], end: int) -> list[Expression]:
    numbers = [Decimal(n) for n in re.findall(r"\d+", match[0])]
    return [Expression(match.start(), match.end(), match.start(), Kind.SCORE, (number,)) for number in numbers]


def read_fold(text: str, match: re.Match[str], end: int) -> list[Expression]:
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


def read_rough(text: str, match: re.Match[str], end: int) -> list[Expression]:
    ends = tables.words(LANG, "rough_words").get(match[0])
    if ends is None:
        prefix = max((word for word in tables.words(LANG, "rough") if match[0].startswith(word)), key=len)
        order = Decimal(1)
        for char in match[0][len(prefix) :]:
            order *= numerals.multipliers()[char]
        ends = [Decimal(told) * order for told in tables.words(LANG, "rough")[prefix]]
    low, high = map(Decimal, ends)
    unit, last = unit_at(text, match.end(), end)
    return [Expression.rough(match.start(), last, (low, high), unit)]


def read_half(text: str, match: re.Match[str], end: int) -> list[Expression]:
    unit, last = unit_at(text, match.end() + (text[match.end() : match.end() + 1] == "个"), end)
    if match[0] == "半" and unit.dimension == "time":
        made = Expression(
            match.start(), last, match.start(), Kind.AMOUNT, (Decimal("0.5"),), Decimal("0.1"), unit, in_words=True
        )
        return [bounded(text, made, end)]
    bound = Bound.AT_LEAST if match[0] == "过半" or text.startswith("以上", match.end()) else Bound.EXACT
    return [
        bounded(
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


def read_word(text: str, match: re.Match[str], end: int) -> list[Expression]:
    value = tables.numbers(LANG, "numbers")[match[0]]
    return [
        Expression(
            match.start(), match.end(), match.start(), Kind.AMOUNT, (value,), unit=COUNT, in_words=True, light=True
        )
    ]


def read_fraction(text: str, match: re.Match[str], end: int) -> list[Expression]:
    below, _, above = match[0].partition("分之")
    order = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(below) or number_in(below)
    told = number_in(above)
    if not order or told is None:
        return []
    share = told / order * 100
    exact = order in (100, 1000, 10000)
    step = step_in(above) * 100 / order if exact else max(share / 20, Decimal("0.5"))
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
    return [bounded(text, made, end)]
