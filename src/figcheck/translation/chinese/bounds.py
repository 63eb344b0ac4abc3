"""The words around a number that loosen it, in Chinese."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from figcheck.model import Bound
from figcheck.translation import tables
from figcheck.translation.chinese.written import LANG
from figcheck.translation.expression import BARE, Expression
from figcheck.translation.tables import either


@cache
def _before() -> re.Pattern[str]:
    filler = either(tables.data(LANG, "bounds")["filler"])
    endings = {**tables.data(LANG, "bounds")["before_never"], **tables.words(LANG, "before_never")}
    never = {word: f"(?<![{''.join(ends)}])" for word, ends in endings.items()}
    words = sorted(tables.bounds(LANG).before, key=lambda word: (-len(word), word))
    either_of = "|".join(never.get(word, "") + re.escape(word) for word in words)
    return re.compile(rf"({either_of})(?:{filler}|\s){{0,3}}$")


@cache
def _apart_bounds() -> dict[str, Bound]:
    return {word: Bound(name) for name, group in tables.data(LANG, "bounds")["apart"].items() for word in group}


@cache
def _apart() -> re.Pattern[str]:
    """A word that stands apart from its number, behind it a verb: 最多能收30公斤, 最长要等3天."""
    verbs = "|".join(tables.data(LANG, "bounds")["apart_verbs"])
    return re.compile(rf"({either(_apart_bounds())})(?:{verbs})[\u4e00-\u9fff]{{0,3}}$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[个名人元岁]\s?)?({either(tables.bounds(LANG).behind)})")


def bounded(text: str, made: Expression, end: int) -> Expression:
    """The expression with the words before and behind it that loosen it."""
    before = _before().search(text[max(0, made.start - 12) : made.start])
    if before is not None:
        word = before[1]
        bound = tables.bounds(LANG).before[word]
        only = tables.data(LANG, "bounds")["before_only"].get(word)
        large = made.number[0] >= 10000
        if only is None or large or text[: made.start - len(before[0])].endswith(tuple(only)):
            made = replace(made, start=made.start - len(before[0]), bound=_joined(made.bound, bound))
    elif (apart := _apart().search(text[max(0, made.start - 10) : made.start])) is not None:
        made = replace(made, bound=_joined(made.bound, _apart_bounds()[apart[1]]))
    behind = _behind().match(text, made.end, end)
    if behind is not None:
        word = behind[1]
        never = tuple(tables.data(LANG, "bounds")["behind_never"].get(word, ()))
        counted = word in ("多", "余", "内", "许") and made.unit is BARE
        if not (never and text.startswith(never, behind.end())) and not counted:
            made = replace(made, end=behind.end(), bound=_joined(made.bound, tables.bounds(LANG).behind[word]))
    return made


def _joined(first: Bound, second: Bound) -> Bound:
    """The bound of two that are told together: 近…左右 is about, 最高…以上 what stands behind."""
    return second if first in (Bound.EXACT, Bound.SPREAD) or second is not Bound.ABOUT else first
