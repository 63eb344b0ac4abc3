"""Amounts that a text gives again in another unit or currency, right behind: 7 million yuan ($1 million)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figcheck.model import Article
from figcheck.translation.comparison import Likeness, likeness
from figcheck.translation.expression import Expression, Kind
from figcheck.translation.sentences import Sentence

BESIDE = 25
"""Within so many characters behind an amount it is given again."""

_OPENING = ("(", "（", "[", ",", "，", "、", "/", " or ", "或", "合", "约")


def again(article: Article, found: Sequence[Sentence]) -> set[int]:
    """The places of the expressions that only give again what stands before them."""
    return {
        other.core
        for sentence in found
        for one, other in pairwise(sentence.expressions)
        if _beside(article.text, one, other) and _same(one, other)
    }


def _beside(text: str, one: Expression, other: Expression) -> bool:
    gap = text[one.end : other.core]
    return len(gap) <= BESIDE and any(mark in gap for mark in _OPENING)


def _same(one: Expression, other: Expression) -> bool:
    """Whether both may be one amount: two currencies, whatever the rate; one value in two units."""
    if one.kind is not Kind.AMOUNT or other.kind is not Kind.AMOUNT or one.unit == other.unit:
        return False
    money = one.dimension.startswith("money:") and other.dimension.startswith("money:")
    degrees = {one.dimension, other.dimension} == {"temperature", "temperature:F"}
    return money or degrees or (one.dimension == other.dimension and likeness(one, other) is not Likeness.NONE)
