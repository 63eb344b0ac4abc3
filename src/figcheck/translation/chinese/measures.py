"""The unit behind a Chinese number."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from figcheck.model import Unit
from figcheck.translation import tables
from figcheck.translation.chinese.written import LANG
from figcheck.translation.expression import BARE, COUNT

PIECES = ("块", "块钱")

HALVES = ("半", "五")


def settled(
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


def unit_at(text: str, at: int, end: int) -> tuple[Unit, int]:
    """The longest unit that begins here, perhaps behind a blank."""
    found, longest = _units()
    start = at
    while start < end and text[start] == " ":
        start += 1
    tenth = text[start : start + 1]
    never = tables.words(LANG, "never_behind").get(tenth, ())
    if tenth in tables.words(LANG, "tenths") and not text.startswith(tuple(never), start + 1):
        return Unit(tenth, "ratio"), start + (2 if text[start + 1 : start + 2] in HALVES else 1)
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
            COUNT if unit.name not in PIECES and dimension in ("count", "score", "index", "mahjong", "grade") else unit
        ), start + length
    return BARE, at
