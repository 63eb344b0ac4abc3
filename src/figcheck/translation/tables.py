"""The words by which a language tells quantities and times, from its data, made ready for reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import lang, yamlio
from figcheck.model import Bound, Unit

HERE = Path(lang.__file__).parent


@cache
def data(language: str, name: str) -> Mapping[str, Any]:
    """A file of a language's data."""
    found: Mapping[str, Any] = yamlio.read(HERE / language / f"{name}.yaml")
    return found


def words(language: str, key: str) -> Mapping[str, Any]:
    """What the data for translations say under a key."""
    found: Mapping[str, Any] = data(language, "translation")[key]
    return found


@cache
def numbers(language: str, key: str) -> Mapping[str, Decimal]:
    """Words and the numbers that they tell."""
    return {str(word).lower(): Decimal(value) for word, value in words(language, key).items()}


def either(found: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; one that nothing matches where there are none."""
    return "|".join(map(re.escape, sorted(set(found), key=lambda word: (-len(word), word)))) or "(?!)"


_NOT_DIMENSIONS = frozenset(("arabic_only", "arabic_always", "followed_never", "graded"))


@cache
def units(language: str) -> Mapping[str, Unit]:
    """Every unit of a language by its name in small letters; what translations need takes the place of the rest."""
    found: dict[str, Unit] = {}
    for source in (data(language, "units"), words(language, "units")):
        for dimension, members in source.items():
            if dimension not in _NOT_DIMENSIONS:
                for name, factor in members.items():
                    found[name.lower()] = Unit(
                        name, "time" if dimension == "age" else dimension, _factor(dimension, factor)
                    )
    return found


def _factor(dimension: str, factor: str) -> Decimal:
    return Decimal("365.25") if dimension == "age" else Decimal(factor)


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The words before and behind a number that loosen it; by side, those that a clause may hold anywhere, and those
    that say the same only right beside a number."""

    before: Mapping[str, Bound]
    behind: Mapping[str, Bound]
    hints: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]


_NAMED = {"just-over": Bound.MORE_THAN}


@cache
def bounds(language: str) -> BoundWords:
    """A language's words of bounds."""
    own = data(language, "bounds")
    made: list[dict[str, Bound]] = []
    for side in ("before", "behind"):
        found: dict[str, Bound] = {}
        for source in (own[side], words(language, side)):
            for name, group in source.items():
                for word in group:
                    found[word.lower()] = _NAMED.get(name) or Bound(name)
        made.append(found)
    hints, beside = (
        {side: frozenset(group) for side, group in words(language, key).items()} for key in ("hints", "beside")
    )
    return BoundWords(made[0], made[1], hints, beside)
