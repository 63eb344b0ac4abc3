"""Units and what is counted: which words behind a number make it an amount, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from figcheck import yamlio
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.lang.en.words import CURRENCIES, HERE, singular
from figcheck.model import Unit

PERCENT = Unit("%", "ratio")
TIMES = Unit("times", "times")
COUNT = Unit("", "count")
PEOPLE = Unit("", "count:person")
MOST_WORDS = 4
"""No unit has more words."""


@cache
def table() -> Mapping[str, Unit]:
    """Every unit by its name in small letters and the singular."""
    found: dict[str, Unit] = {}
    for dimension, members in yamlio.read(HERE / "units.yaml").items():
        first = next(iter(members))
        for name, factor in members.items():
            shown = first if dimension in ("ratio", "times") or name in CURRENCIES else name
            found[name.lower()] = Unit(shown, dimension, Decimal(factor))
    return found


@cache
def people() -> frozenset[str]:
    """Nouns that count people."""
    return frozenset(yamlio.read(HERE / "people.yaml")["people"])


def behind(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """The unit that begins with the word at `at`, and the word behind it. A hyphen may join it to its number."""
    first = at + 1 if tokens.word(at) in ("-", "‑") and tokens.touches(at) else at
    for length in range(MOST_WORDS, 0, -1):
        unit = table().get(_name(tokens, first, length))
        if unit is not None and _is_unit_here(tokens, first, length, unit):
            return unit, first + length
    return None


def _name(tokens: Tokens, at: int, length: int) -> str:
    """The words as one name: the last in the singular; signs are written without a space."""
    words = list(tokens.low[at : at + length])
    if len(words) < length:
        return ""
    words[-1] = singular(words[-1]) if words[-1] != "times" else "time"
    name = " ".join(words)
    return name.replace(" / ", "/").replace("° ", "°").replace(" - ", "-").replace("% - ", "%-").replace("$ ", "$")


def _is_unit_here(tokens: Tokens, at: int, length: int, unit: Unit) -> bool:
    written = tokens.word(at)
    touching = at > 0 and tokens.touches(at - 1)
    if written in ("c", "f"):  # 40C
        return touching and tokens.written(at).isupper()
    if written in ("m", "p", "real", "stone", "second"):
        return touching and written != "real"
    if written == "c":  # 38 C
        return tokens.written(at) == "C"
    if unit.dimension == "index":  # 15 points
        return written == "points"
    if unit.dimension == "times":
        return written != "time"
    return not (length == 1 and written == "quarter") and not (written == "won" and touching)


def before(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """The currency that stands before the number at `at` ($, US$, RMB), and the first of its words."""
    sign = tokens.word(at - 1)
    if sign in CURRENCIES:
        letters = tokens.word(at - 2)
        if at >= 2 and tokens.touches(at - 2) and f"{letters}$" in table():
            return table()[f"{letters}$"], at - 2
        glued = at >= 2 and tokens.touches(at - 2) and letters in ("us", "u.s.")
        return (table()[sign] if sign != "¥" else table()["yuan"]), at - 2 if glued else at - 1
    named = table().get(sign)
    if named is not None and sign in ("rmb", "usd", "eur", "gbp", "cny", "hkd", "aud", "cad") and at:
        return named, at - 1
    return None


def of_noun(tokens: Tokens, index: int) -> Unit:
    """The dimension of a count of these things: people, or other things."""
    return PEOPLE if tokens.tag(index) is not Tag.MARK and tokens.lemmas[index] in people() else COUNT
