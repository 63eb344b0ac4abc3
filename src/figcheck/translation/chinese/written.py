"""Numbers as Chinese sentences write them, in Arabic or Chinese numerals or both."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.lang.zh import numerals
from figcheck.translation import tables
from figcheck.translation.tables import either

LANG = "zh"

HAN = "零〇一二两三四五六七八九十百千万亿"

_ARABIC = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"

_KILO = f"千(?!{either(tables.words(LANG, 'never_behind')['千'])})"

ORDERS = f"(?:[十百万亿兆]|{_KILO})"

_SPELLED = rf"(?:[零〇一二两三四五六七八九十百万亿]|{_KILO})+(?:点[{HAN}]+)?"

NUMBER = rf"(?:{_ARABIC}(?:\s*{ORDERS}+(?![\d一二三四五六七八九]))?|{_SPELLED})"

DAY_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"

SMALL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"


def number_in(written: str) -> Decimal | None:
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


def small_number(written: str) -> int | None:
    value = number_in(written)
    return int(value) if value is not None and value == value.to_integral_value() else None


def step_in(written: str) -> Decimal:
    """One in the last digit written: 0.1亿 of 3.2亿."""
    written = re.sub(r"\s", "", written)
    arabic = re.match(r"[\d,]+(?:\.\d+)?", written)
    if arabic is None:
        value = number_in(written) or Decimal(1)
        digits = len(value.normalize().as_tuple().digits) if value else 1
        return Decimal(10) ** max(value.adjusted() - digits + 1, 0) if value else Decimal(1)
    exponent = Decimal(arabic[0].replace(",", "")).as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent))
    for order in written[arabic.end() :]:
        step *= numerals.multipliers()[order]
    return step
