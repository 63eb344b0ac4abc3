"""Words that loosen a number: more than 40, up to 45 days, 300 or so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from figcheck import yamlio
from figcheck.lang.en import numerals
from figcheck.lang.en.tokens import Tokens
from figcheck.lang.en.words import HERE
from figcheck.model import Bound

MOST_WORDS = 4


@cache
def raw() -> Mapping[str, Any]:
    """The words, the margins and the examples."""
    found: Mapping[str, Any] = yamlio.read(HERE / "bounds.yaml")
    return found


@cache
def _phrases(side: str) -> Mapping[tuple[str, ...], Bound]:
    return {
        tuple(words.split()): Bound.MORE_THAN if name == JUST_OVER else Bound(name)
        for name, group in raw()[side].items()
        for words in group
    }


JUST_OVER = "just-over"
"""The key of words for a little more than a number: a bound with an end."""


def just_over(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the words from `first` on, before the number at `at`, say that it is only a little more."""
    words = " ".join(tokens.low[first:at])
    return any(words.startswith(phrase) for phrase in raw()["before"][JUST_OVER])


def before(tokens: Tokens, at: int) -> tuple[Bound, int] | None:
    """The bound told by the words before the number whose first word is `at`, and the first of its own words."""
    while at > 0 and tokens.word(at - 1) in raw()["filler"] and at > 1:
        found = _ending(tokens, at)
        if found is not None:
            return found
        at -= 1
    return _ending(tokens, at)


def _ending(tokens: Tokens, at: int) -> tuple[Bound, int] | None:
    for length in range(min(MOST_WORDS, at), 0, -1):
        bound = _phrases("before").get(tuple(tokens.low[at - length : at]))
        if bound is not None:
            return (bound, at - length) if _loosens(tokens, at - length, bound) else None
    return None


def _loosens(tokens: Tokens, at: int, bound: Bound) -> bool:
    """“passed 3 million” is a landmark; “over” behind a verb of change or space is not “more than” (spread over 62)."""
    if tokens.word(at) in ("as", "more", "less", "fewer", "greater", "higher"):
        return not _compares(tokens, at)
    if tokens.word(at) in ("passed", "crossed", "under", "above", "below"):
        return tokens.word(at - 1) not in ("of", "the")
    if tokens.word(at) == "over":
        return tokens.word(at - 1) not in raw()["stretching"]
    return True


def _compares(tokens: Tokens, at: int) -> bool:
    """Whether a measure stands before: twice | as many as 300, 20% | more than 2,000 hold two numbers together."""
    before = tokens.word(at - 1)
    return before in _MEASURES or before in numerals.fractions()


_MEASURES = ("twice", "thrice", "double", "triple", "times", "%", "percent", "cent", "pct", "points")


def behind(tokens: Tokens, at: int) -> tuple[Bound, int] | None:
    """The bound told by the words from `at` on, and the word behind them."""
    if tokens.word(at) == "+" and at and tokens.touches(at - 1):
        return Bound.AT_LEAST, at + 1
    for length in range(min(3, len(tokens) - at), 0, -1):
        bound = _phrases("behind").get(tuple(tokens.low[at : at + length]))
        if bound is not None:
            return bound, at + length
    return None
