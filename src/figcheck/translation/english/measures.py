"""The unit before or behind an English number."""

from __future__ import annotations

import re
from functools import cache

from figcheck.model import Unit
from figcheck.translation import tables
from figcheck.translation.english.written import LANG
from figcheck.translation.expression import BARE, COUNT


@cache
def currencies() -> dict[str, Unit]:
    return {name: unit for name, unit in tables.units(LANG).items() if unit.dimension.startswith("money")}


@cache
def sign_pattern() -> str:
    """What may stand right before an amount: $, US$, HK$, RMB, EUR."""
    names = (
        name
        for name in currencies()
        if not name[-1].isalpha() or (len(name) == 3 and name not in ("won", "yen")) or name == "rm"
    )
    return "|".join(f"(?<![A-Za-z]){re.escape(name)}" for name in sorted(names, key=lambda name: (-len(name), name)))


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


def unit_at(text: str, at: int, end: int) -> tuple[Unit, int]:
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
