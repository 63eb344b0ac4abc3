"""Ranks and runs: ranked third, the second-largest city, No. 1, for the fifth straight year, three years in a row."""

from __future__ import annotations

from decimal import Decimal

from figcheck.lang.en import cues, numerals
from figcheck.lang.en.number import Kind, Number
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.model import Interval, Quantity, Unit


def _ordinal(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """third, 21st: the number, and the word behind it."""
    named = numerals.ordinals().get(tokens.word(at))
    if named is not None:
        return named, at + 1
    if tokens.word(at).isdigit() and tokens.touches(at) and tokens.word(at + 1) in ("st", "nd", "rd", "th"):
        return (Decimal(tokens.word(at)), at + 2) if len(tokens.word(at)) < 5 else None
    return None


def streak(tokens: Tokens, at: int) -> Number | None:
    """for the fifth straight year, five consecutive years, three years in a row, five years running."""
    ordinal = _ordinal(tokens, at)
    piece = numerals.read(tokens, at) if ordinal is None and tokens.tag(at) is Tag.NUMBER else None
    if ordinal is None and (piece is None or piece.scaled or piece.value != piece.value.to_integral_value()):
        return None
    count, last = ordinal or (piece.value, piece.last)  # type: ignore[union-attr]
    straight = tokens.word(last) in cues.listed("straight")
    unit = last + 1 if straight else last
    if tokens.lemmas[unit : unit + 1] == [] or tokens.lemmas[unit] not in cues.listed("streak_units"):
        return None
    behind = unit + 1
    if not straight:
        if tokens.follow(behind, "in", "a", "row"):
            behind += 3
        elif tokens.follow(behind, "in", "succession") or tokens.follow(behind, "on", "end"):
            behind += 2
        elif tokens.word(behind) == "running":
            behind += 1
        else:
            return None
    name = tokens.lemmas[unit]
    quantity = Quantity((count,), Interval.exactly(count), Unit(_STREAK_UNITS.get(name, name), f"streak:{name}"))
    return Number(at, behind, Kind.STREAK, quantity, at, behind)


_STREAK_UNITS = {"year": "年", "month": "个月", "week": "周", "day": "天", "quarter": "个季度"}
"""Names of spans of time that all languages share, so that rules can say how long each is."""


def rank(tokens: Tokens, at: int) -> Number | None:
    """ranked third, the second-largest city, No. 1 in Europe, third place."""
    ordinal = _ordinal(tokens, at)
    if ordinal is None:
        return _number_one(tokens, at)
    value, last = ordinal
    superlative = last + 1 if tokens.word(last) == "-" else last
    if tokens.word(superlative) in cues.listed("superlatives"):
        return _ranked(at, superlative + 1, value)
    if tokens.word(last) == "place" or _ranks(tokens, at):
        return _ranked(at, last + (tokens.word(last) == "place"), value)
    return None


def _ranks(tokens: Tokens, at: int) -> bool:
    """Whether a verb of ranking stands before: ranked third, came in second."""
    verb = at - 1
    while verb >= 0 and at - verb < 4 and tokens.word(verb) in ("in", "at", "as", "the", "only"):
        verb -= 1
    return tokens.tag(verb) is Tag.VERB and tokens.lemmas[verb] in cues.listed("rank_verbs")


def _number_one(tokens: Tokens, at: int) -> Number | None:
    """ranked No. 1."""
    if tokens.word(at) != "no" or tokens.word(at + 1) != "." or not tokens.word(at + 2).isdigit():
        return None
    return _ranked(at, at + 3, Decimal(tokens.word(at + 2)[:9])) if _ranks(tokens, at) else None


def _ranked(at: int, last: int, value: Decimal) -> Number:
    return Number(at, last, Kind.RANK, Quantity((value,), Interval.exactly(value), Unit("位", "rank")), at, last)
