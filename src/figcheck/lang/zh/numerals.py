"""Numbers as Chinese text writes them: 2,370, 317.91万, 九千二百, 三分之一."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio

MAX_DIGITS = 24
"""A longer run of digits is an identifier, not a figure."""


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("numerals.yaml"))


@cache
def digits() -> dict[str, Decimal]:
    return {char: Decimal(value) for char, value in words()["digits"].items()}


@cache
def multipliers() -> dict[str, Decimal]:
    return {char: Decimal(value) for char, value in words()["multipliers"].items()}


@cache
def rough() -> dict[str, tuple[Decimal, Decimal]]:
    """Words that leave only the order of magnitude: 数十 is from 2 to 10 tens."""
    return {word: (Decimal(low), Decimal(high)) for word, (low, high) in words()["rough"].items()}


def arabic(written: str, orders: str = "") -> Decimal:
    """An Arabic numeral with what Chinese appends to it.

    >>> arabic("317.91", "万"), arabic("9,200")
    (Decimal('3179100.00'), Decimal('9200'))
    """
    value = Decimal(written.replace(",", ""))
    for order in orders:
        value *= multipliers()[order]
    return value


def chinese(written: str) -> Decimal | None:
    """The value of a Chinese numeral; None for what only looks like one (千百, 一二三, 亿).

    >>> chinese("九千二百"), chinese("两百零二"), chinese("十二"), chinese("一亿六千万")
    (Decimal('9200'), Decimal('202'), Decimal('12'), Decimal('160000000'))
    >>> chinese("三万五"), chinese("一百二")
    (Decimal('35000'), Decimal('120'))
    >>> chinese("千百") is chinese("一二三") is None
    True
    """
    for char in "兆亿万":
        if char in written:
            head, _, tail = written.rpartition(char)
            return _large(head, tail, multipliers()[char])
    return _below_ten_thousand(written)


def _large(head: str, tail: str, order: Decimal) -> Decimal | None:
    above = chinese(head)
    below = chinese(tail) if tail else Decimal(0)
    if above is None or below is None:
        return None
    if len(tail) == 1 and tail in digits():  # 三万五 leaves out the 千
        below *= order / 10
    return above * order + below


@cache
def _small() -> re.Pattern[str]:
    digit = f"[{''.join(digits())}]"
    return re.compile(f"零?(?:({digit})千零?)?(?:({digit})百(零?))?(?:({digit}?)十)?零?({digit})?")


def _below_ten_thousand(written: str) -> Decimal | None:
    match = _small().fullmatch(written)
    if not match or not written:
        return None
    thousands, hundreds, zero, tens, ones = match.groups()
    value = 1000 * digits().get(thousands, Decimal(0)) + 100 * digits().get(hundreds, Decimal(0))
    if tens is not None:
        value += 10 * digits().get(tens, Decimal(1))
    last = digits().get(ones, Decimal(0))
    if hundreds and not zero and tens is None:  # 一百二 leaves out the 十
        last *= 10
    elif thousands and not hundreds and tens is None and "零" not in written:  # 两千三 leaves out the 百
        last *= 100
    return value + last
