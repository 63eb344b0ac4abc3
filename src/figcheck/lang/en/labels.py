"""Numbers that are no figures: Boeing 737, Game 7, 9/11, 555-1234, 10 Downing Street, 7:37 a.m."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from figcheck import yamlio
from figcheck.lang.en.numerals import Piece
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.lang.en.words import CURRENCIES, HERE


@cache
def raw() -> Mapping[str, Any]:
    """The words, and examples of what is a figure and what is none."""
    found: Mapping[str, Any] = yamlio.read(HERE / "notfigures.yaml")
    return found


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(raw()[key])


_ROW = re.compile(
    r"\+?\d{1,6}(?:[-./]\d{1,6}){2,6}(?![\d,])"  # 020-7946-0958, 1.2.3, 31/10/2025
    r"|\(?0\d{2,4}\)?(?: \d{3,4}){1,3}(?!\d)"  # 020 7946 0958
    r"|\d{3}-\d{4}(?!\d)"  # 555-1234
    r"|\d{1,2}:\d{2}:\d{2}(?!\d)|\d{1,2}:[ ]?\d{2}(?!\d)|\d{1,4}:\d{1,4}"  # 7:37
    r"|\d{1,2}/\d{1,2}(?!\d)"  # 9/11
)


def rows(text: str) -> list[tuple[int, int]]:
    """Where rows of digits stand that are dates, times and telephone numbers, and idioms with numbers."""
    found = [match.span() for match in _ROW.finditer(text) if not text[max(0, match.start() - 1)].isdigit()]
    return found + [match.span() for match in _idioms().finditer(text)]


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, raw()['idioms']))})\b", re.IGNORECASE)


def is_label(tokens: Tokens, piece: Piece, has_unit: bool) -> bool:
    """Whether a number is only a name or stands in one."""
    if _glued(tokens, piece):
        return True
    if tokens.word(piece.first - 1) == "per" and not has_unit:  # 5 murders per 100,000 people
        return True
    if has_unit or piece.scaled or tokens.word(piece.first - 1) in CURRENCIES:
        return False
    return _is_score(tokens, piece) or _in_street(tokens, piece) or _named(tokens, piece) or _is_pronoun(tokens, piece)


def _glued(tokens: Tokens, piece: Piece) -> bool:
    """5G, G20, A-10, the 1990s, 18th."""
    first, last = piece.first, piece.last
    if not piece.digits:
        return False
    before = tokens.word(first - 1)
    if first and tokens.touches(first - 1) and before.isalnum() and not tokens.low[first].startswith("$"):
        return True
    hyphenated = first > 1 and before == "-" and tokens.touches(first - 1) and tokens.touches(first - 2)
    if hyphenated and tokens.word(first - 2).isalpha() and tokens.word(first - 2) != "magnitude":
        return True
    return tokens.touches(last - 1) and (tokens.word(last) in _listed("label_behind") or tokens.word(last).isdigit())


def _is_score(tokens: Tokens, piece: Piece) -> bool:
    """3-2, 4-1: two numbers without a unit or thing counted."""
    at = piece.last
    if tokens.word(at) in _listed("label_behind"):
        return True
    if tokens.word(at) in ("-", "–") and tokens.touches(at - 1) and tokens.word(at + 1).isdigit() and piece.digits:
        return tokens.tag(at + 2) is not Tag.NOUN and tokens.word(at + 2) not in ("percent", "%", "-")
    before = piece.first - 1
    return piece.digits and tokens.word(before) in ("-", "–") and before > 0 and tokens.touches(before)


def _in_street(tokens: Tokens, piece: Piece) -> bool:
    behind = [tokens.word(at) for at in range(piece.last, piece.last + 3)]
    return (
        any(word in _listed("streets") for word in behind)
        and piece.last < len(tokens)
        and tokens.written(piece.last)[:1].isupper()
    )


def _named(tokens: Tokens, piece: Piece) -> bool:
    """Boeing 737, Game 7: a whole number behind a name, with nothing counted behind it."""
    at = piece.first - 1
    if not piece.digits or not tokens.word(piece.first).isdigit():
        return False
    if at < 0 or tokens.word(at) == "\n":  # 2012 Republican hopefuls
        return len(tokens.word(piece.first)) == 4 and tokens.word(piece.first)[:2] in ("19", "20")
    word, following = tokens.word(at), tokens.tag(piece.last)
    if word == "." and tokens.word(at - 1) in ("no", "nos", "vol"):
        return True
    counted = following is Tag.NOUN and tokens.written(piece.last).islower()
    if word in _listed("label_before"):
        small = word in ("page", "chapter", "channel", "grade", "level", "room") and not counted
        return small or (tokens.written(at)[:1].isupper() and (at > 0 or not counted))
    year = len(tokens.word(piece.first)) == 4 and tokens.word(piece.first)[:2] in ("18", "19", "20")
    if year and (not counted or tokens.tag(at) is Tag.DETERMINER):
        return True
    name = tokens.written(at)[:1].isupper() and word not in _listed("not_names") and tokens.tag(at) is not Tag.VERB
    return name and tokens.starts[piece.first] - tokens.ends[at] == 1 and not counted


def _is_pronoun(tokens: Tokens, piece: Piece) -> bool:
    """one of the bombs, the two, no one, one said."""
    word = tokens.word(piece.first)
    if piece.last - piece.first > 1 or not word.isalpha():
        return False
    if word == "one":
        loosened = tokens.word(piece.first - 1) in ("only", "than", "least", "just", "to", "from")
        return not (loosened and tokens.tag(piece.last) is Tag.NOUN)
    return tokens.word(piece.first - 1) in ("the", "these", "those") and tokens.tag(piece.last) is not Tag.NOUN
