"""The words around a number that loosen it, in English."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from figcheck.model import Bound
from figcheck.translation import tables
from figcheck.translation.english.written import LANG
from figcheck.translation.expression import Expression
from figcheck.translation.tables import either


@cache
def _before() -> re.Pattern[str]:
    filler = either(tables.data(LANG, "bounds")["filler"])
    return re.compile(rf"(?<![a-z])({either(tables.bounds(LANG).before)})\s(?:(?:{filler})\s)?$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    words = either(word.replace("- ", "") for word in tables.bounds(LANG).behind)
    return re.compile(rf"(?P<plus>\+)|(?:[\s-]|\s[a-z]+\s)(?P<word>{words})(?![a-z])", re.IGNORECASE)


def bounded(text: str, made: Expression, end: int) -> Expression:
    """The expression with the words before and behind it that loosen it."""
    before = _before().search(text[max(0, made.start - 30) : made.start])
    if before is not None and not _compares(text, made.start - len(before[0]), before[1].lower()):
        made = replace(made, start=made.start - len(before[0]), bound=tables.bounds(LANG).before[before[1].lower()])
    behind = _behind().match(text, made.end, end)
    shouted = behind is not None and (behind["word"] or "").isupper()  # 737 MAX
    if behind is not None and made.bound in (Bound.EXACT, Bound.ABOUT) and not shouted:
        words = tables.bounds(LANG).behind
        bound = (
            Bound.AT_LEAST
            if behind["plus"]
            else words.get(behind["word"].lower()) or words["- " + behind["word"].lower()]
        )
        made = replace(made, end=behind.end(), bound=bound)
    return made


_MEASURES = re.compile(r"(?:twice|thrice|double|triple|times|%|percent|points|half)\s$", re.IGNORECASE)


def _compares(text: str, at: int, word: str) -> bool:
    """twice | as many as 300, 20% | more than 2,000: a measure before it holds two numbers together."""
    if word == "over":
        return (
            text[max(0, at - 12) : at]
            .lower()
            .endswith(tuple(f"{told} " for told in tables.data(LANG, "bounds")["stretching"]))
        )
    return (
        word.split()[0] in ("as", "more", "less", "fewer", "higher")
        and _MEASURES.search(text[max(0, at - 10) : at]) is not None
    )
