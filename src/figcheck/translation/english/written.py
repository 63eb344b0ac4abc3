"""Numbers as English sentences write them, in digits or words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from figcheck.lang.en import numerals
from figcheck.translation import tables
from figcheck.translation.tables import either

LANG = "en"

DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)"


@cache
def ones_pattern() -> str:
    return either(word for word in numerals.ones())


@cache
def scales_pattern() -> str:
    return either(numerals.scales())


@cache
def spelled_pattern() -> str:
    """A number in words: twenty-one, two hundred and five thousand, one and a half."""
    tens = either(word for word, value in numerals.ones().items() if value >= 20)
    single = either(word for word, value in numerals.ones().items() if 0 < value < 10)
    simple = rf"(?:(?:{tens})(?:[\s-](?:{single}))?|(?:{ones_pattern()}))(?![a-z])"
    more = rf"(?:(?:[\s-](?:{scales_pattern()}))+(?![a-z])(?:,?\s(?:and\s)?{simple})?)*"
    return rf"{simple}{more}(?:\sand\sa\shalf)?(?![a-z])"


@cache
def ordinal_numbers() -> dict[str, int]:
    found = {word: int(value) for word, value in numerals.ordinals().items()}
    return found | {word: int(value) for word, value in tables.words(LANG, "ordinal_more").items()}


def number_in(written: str) -> Decimal | None:
    """A number in digits or words.

    >>> [str(number_in(told)) for told in ("twenty-one", "two hundred and five thousand", "one and a half", "1,500")]
    ['21', '205000', '1.5', '1500']
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


def step_of_words(value: Decimal) -> Decimal:
    digits = len(value.normalize().as_tuple().digits)
    return Decimal(10) ** (value.adjusted() - digits + 1) if value else Decimal(1)
