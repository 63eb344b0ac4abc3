"""Quantities, times, ranks and scores as Chinese sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck.translation import tables
from figcheck.translation.chinese.amounts import number_at
from figcheck.translation.chinese.times import clock_pattern, date_pattern, read_clock, read_date, read_decade
from figcheck.translation.chinese.words import (
    read_fold,
    read_fraction,
    read_half,
    read_rank,
    read_rough,
    read_score,
    read_word,
)
from figcheck.translation.chinese.written import LANG, NUMBER, SMALL
from figcheck.translation.expression import Expression, Kind
from figcheck.translation.tables import either

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("　"): " ",
    ord("∶"): ":",
    ord("–"): "-",
    ord("—"): "-",
}
"""Full-width characters as half-width ones, one for one: places stay what they are."""


def plain(text: str) -> str:
    """The text with half-width digits and signs; as long as it was.

    >>> plain("１３０多个，８．５％")
    '130多个,8.5%'
    """
    return text.translate(_WIDE)


@cache
def _pattern() -> re.Pattern[str]:
    signs = either(tables.words(LANG, "signs"))
    rough = either(tables.words(LANG, "rough_words"))
    prefix = either(tables.words(LANG, "rough"))
    ranked = rf"{SMALL}(?={either(tables.words(LANG, 'rank_behind'))})|{either(tables.words(LANG, 'ranks'))}"
    century = r"(?:\d{1,2}|[一二十]{1,3})世纪"
    tens = r"(?:\d{2,4}(?:\s*[、至和到-]\s*\d{2})?|[一二三四五六七八九]{1,2}十)"
    return re.compile(
        rf"(?P<idiom>{either(tables.words(LANG, 'idioms'))})"
        rf"|(?P<label>[A-Za-z]+[-‑]?\d+(?:\.\d+)?[A-Za-z]*(?![\d.]))"
        rf"|(?P<decade>(?:{century})?{tens}\s*年代)"
        rf"|(?P<fraction>(?:{NUMBER}|百|千|万)分之(?:{NUMBER}))"
        rf"|(?P<date>{date_pattern()})"
        rf"|(?P<clock>{clock_pattern()}|{either(tables.words(LANG, 'clock_words'))})"
        rf"|(?P<score>(?<![\d.])\d{{1,3}}\s*[比:]\s*\d{{1,3}}(?![\d.]))"
        rf"|(?P<rank>第\s*(?:{NUMBER}|\d+)|{ranked})"
        rf"|(?P<fold>{either(tables.words(LANG, 'times_words'))})"
        rf"|(?P<rough>(?:{prefix})[十百千万亿]+|{rough})"
        rf"|(?P<half>{either(tables.words(LANG, 'halves'))}|半(?=个?(?:小时|月|年|天|学期|世纪)))"
        rf"|(?P<word>{either(tables.words(LANG, 'numbers'))})"
        rf"|(?P<number>(?:(?P<sign>{signs})\s*)?(?:{NUMBER}))",
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


def _label(text: str, match: re.Match[str], end: int) -> list[Expression]:
    digits = re.search(r"\d+(?:\.\d+)?", match[0])
    sign = re.match(either(tables.words(LANG, "signs")), match[0], re.IGNORECASE)
    if digits is None or (sign is not None and sign.end() == digits.start()):
        return number_at(
            text, match.start() + len(sign[0]) if sign else match.start(), end, sign[0] if sign else "", match.start()
        )
    number = Decimal(digits[0])
    return [Expression(match.start(), match.end(), match.start(), Kind.AMOUNT, (number,), label=True)]


def _number(text: str, match: re.Match[str], end: int) -> list[Expression]:
    sign = match["sign"] or ""
    at = match.start() + len(match[0]) - len(match[0][len(sign) :].lstrip())
    return number_at(text, at, end, sign, match.start())


_READERS: dict[str, Callable[[str, re.Match[str], int], list[Expression]]] = {
    "idiom": _skipped,
    "label": _label,
    "decade": read_decade,
    "fraction": read_fraction,
    "date": read_date,
    "clock": read_clock,
    "score": read_score,
    "rank": read_rank,
    "fold": read_fold,
    "rough": read_rough,
    "half": read_half,
    "word": read_word,
    "number": _number,
}
