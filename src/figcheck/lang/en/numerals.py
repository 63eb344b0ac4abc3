"""Numbers as English writes them, digits or words: 1,500, 13.2bn, two dozen, half a million, tens of thousands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.en.tokens import Tokens
from figcheck.lang.reach import LARGEST

MOST_DIGITS = 18
"""Longer rows of digits are serial numbers."""
MOST = Decimal(10) ** MOST_DIGITS
"""No order of magnitude is said of a number so large."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A number made of the words `first` to `last`, not inclusive.

    `step` is one in the last digit written. `rough` are the ends of a number that is only told by its order.
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    rough: tuple[Decimal, Decimal] | None = None
    digits: bool = False  # written with digits
    scaled: bool = False  # with million, bn, dozen …


@cache
def _table(key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yamlio.read(Path(__file__).with_name("numerals.yaml"))[key]
    return found


@cache
def _numbers(key: str) -> Mapping[str, Decimal]:
    return {word: Decimal(value) for word, value in _table(key).items()}


def fractions() -> Mapping[str, Decimal]:
    """Words for parts → how many of them make one (third: 3)."""
    return _numbers("fractions")


def thousandths() -> Mapping[str, Decimal]:
    return _numbers("thousandths")


def ordinals() -> Mapping[str, Decimal]:
    return _numbers("ordinals")


def ones() -> Mapping[str, Decimal]:
    """Numbers that are one word, up to ninety."""
    return _numbers("ones")


def scales() -> Mapping[str, Decimal]:
    return _numbers("scales")


def corpus() -> Mapping[str, list[str]]:
    """Value → the ways to write it, for the tests."""
    return _table("corpus")


@cache
def words() -> frozenset[str]:
    """Every word that is a number or a part of one, whatever stands around it."""
    return frozenset([*_table("ones"), *_table("scales"), *_table("rough")])


def read(tokens: Tokens, at: int) -> Piece | None:
    """The number that begins with the word at `at`, as long as it reaches; None where it is none that can be."""
    piece = _read(tokens, at)
    return None if piece is None or piece.value >= LARGEST else piece


def _read(tokens: Tokens, at: int) -> Piece | None:
    word = tokens.word(at)
    if word[:1].isdigit():
        return _digits(tokens, at)
    if word in ("half", "quarter") or (word == "a" and tokens.word(at + 1) == "quarter"):
        return _part_of_scale(tokens, at)
    if word in ("a", "an", "several", "few", "couple"):
        return _article(tokens, at)
    if word in _table("rough"):
        return _rough(tokens, at)
    return _spelled(tokens, at) if word in _table("ones") else None


def _digits(tokens: Tokens, at: int) -> Piece | None:
    written = tokens.word(at).replace(",", "")
    if len(written) > MOST_DIGITS:
        return None
    value = Decimal(written)
    piece = Piece(at, at + 1, value, Decimal(1).scaleb(int(value.as_tuple().exponent)), digits=True)
    return _scaled(tokens, _with_fraction(tokens, piece))


def _with_fraction(tokens: Tokens, piece: Piece) -> Piece:
    """2 1/2."""
    at = piece.last
    if not (tokens.word(at).isdigit() and tokens.word(at + 1) == "/" and tokens.word(at + 2).isdigit()):
        return piece
    above, below = tokens.word(at), tokens.word(at + 2)
    if len(above) > 1 or len(below) > 1 or not int(below) > 1 or int(above) >= int(below):
        return piece
    return Piece(piece.first, at + 3, piece.value + Decimal(above) / Decimal(below), Decimal("0.25"), digits=True)


def _scaled(tokens: Tokens, piece: Piece) -> Piece:
    """The number with the orders behind it: 4.4 million, 13.2bn, 2-million."""
    while piece.value < MOST:
        at = piece.last
        glued = tokens.touches(at - 1)
        short = _numbers("short").get(tokens.word(at)) if glued and piece.digits and not piece.scaled else None
        hyphen = 1 if tokens.word(at) == "-" and glued and tokens.touches(at) else 0
        order = short or scales().get(tokens.word(at + hyphen))
        if order is None or (short is not None and _metres(tokens, piece)):
            return piece
        rough = piece.rough and (piece.rough[0] * order, piece.rough[1] * order)
        last = at + 1 + (0 if short else hyphen)
        piece = Piece(piece.first, last, piece.value * order, piece.step * order, rough, piece.digits, True)
    return piece


def _metres(tokens: Tokens, piece: Piece) -> bool:
    """100m is a distance where no currency stands before it and no thing counted behind; 3.4m people are millions."""
    if tokens.word(piece.last) != "m" or tokens.word(piece.first - 1) in ("$", "£", "€", "¥"):
        return False
    return tokens.word(piece.last + 1) in _LENGTHS


_LENGTHS = (
    "high", "tall", "long", "wide", "deep", "sprint", "race", "pool", "away", "above", "below", "hurdles", "freestyle",
    "butterfly", "backstroke", "breaststroke", "north", "south", "east", "west",
)  # fmt: skip


def _part_of_scale(tokens: Tokens, at: int) -> Piece | None:
    """half a million, a quarter of a million."""
    first, at = at, at + 1 if tokens.word(at) == "a" else at
    share = Decimal("0.5") if tokens.word(at) == "half" else Decimal("0.25")
    at += 2 if tokens.word(at + 1) == "of" else 1
    if tokens.word(at) not in ("a", "-"):
        return None
    order = scales().get(tokens.word(at + 1))
    return Piece(first, at + 2, share * order, share * order / 5, scaled=True) if order else None


def _article(tokens: Tokens, at: int) -> Piece | None:
    """a dozen, a hundred, several thousand, a few dozen."""
    first = at
    if tokens.word(at) in ("a", "an"):
        at += 1
    named = tokens.word(at)
    if named in _table("rough_before"):
        at += 2 if tokens.word(at + 1) == "of" else 1
        order = scales().get(tokens.word(at))
        low, high = (Decimal(end) for end in _table("rough_before")[named])
        return Piece(first, at + 1, low * order, order, (low * order, high * order), scaled=True) if order else None
    if named not in scales() or at == first:
        return None
    return _continued(tokens, Piece(first, at + 1, scales()[named], scales()[named], scaled=True))


def _rough(tokens: Tokens, at: int) -> Piece | None:
    """dozens, hundreds of thousands: one range."""
    if tokens.word(at - 1) in ("the", "'s"):
        return None
    low, high = (Decimal(end) for end in _table("rough")[tokens.word(at)])
    last = at + 1
    while tokens.word(last) == "of" and tokens.word(last + 1) in _table("rough"):
        order = _table("rough")[tokens.word(last + 1)][0]
        low, high, last = low * Decimal(order) / 2, high * Decimal(order) / 2, last + 2
    return Piece(at, last, low, low, (low, high), scaled=True)


def _spelled(tokens: Tokens, at: int, below: Decimal | None = None) -> Piece:
    """The number in words that begins at `at`; one that goes on from an order stays `below` it."""
    value = _numbers("ones")[tokens.word(at)]
    last = at + 1
    if value >= 20:
        behind = last + 1 if tokens.word(last) == "-" else last
        unit = _numbers("ones").get(tokens.word(behind))
        if unit is not None and 0 < unit < 10:
            value, last = value + unit, behind + 1
    if tokens.follow(last, "and", "a", "half"):
        return _scaled(tokens, Piece(at, last + 3, value + Decimal("0.5"), Decimal("0.5")))
    piece = _scaled(tokens, Piece(at, last, value, Decimal(1)))
    return piece if below is not None and piece.value >= below else _continued(tokens, piece)


def _continued(tokens: Tokens, piece: Piece) -> Piece:
    """one hundred and twenty-one, two thousand five hundred: smaller numbers that go on."""
    at = piece.last + 1 if tokens.word(piece.last) == "and" else piece.last
    if not piece.scaled or tokens.word(at) not in _table("ones") or piece.step not in (100, 1000, 1000000):
        return piece
    rest = _spelled(tokens, at, piece.step)
    if rest.value >= piece.step or (at > piece.last and piece.step != 100 and rest.value >= 100):
        return piece
    return Piece(piece.first, rest.last, piece.value + rest.value, rest.step, scaled=True)
