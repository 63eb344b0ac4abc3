"""A number in its text: what it says, which words make it, and the words around it that loosen it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from figcheck.lang.en import bounds
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.numerals import Piece
from figcheck.lang.en.tokens import Tokens
from figcheck.lang.reach import reach
from figcheck.model import Bound, Interval, Quantity, Unit


class Kind(StrEnum):
    """What a number is, as far as its own words tell."""

    QUANTITY = "quantity"
    RANK = "rank"
    STREAK = "streak"
    MULTIPLE = "multiple"
    OF = "of"  # a part of those named behind: a third of, one in five


@dataclass(frozen=True, slots=True)
class Number:
    """A number made of the words `first` to `last`, not inclusive, loosening words and unit included.

    `core` is its first numeral, `behind` the word after its unit: what is counted begins there.
    """

    first: int
    last: int
    kind: Kind
    quantity: Quantity
    core: int
    behind: int
    counts: bool = False  # what is counted stands behind
    currency: bool = False


def interval(piece: Piece, unit: Unit) -> Interval:
    """What a number stands for by itself: a count to the last one, any other to half of its last digit."""
    if piece.rough is not None:
        return Interval(*piece.rough)
    exact = unit.dimension.startswith(("count", "age")) and not piece.scaled and piece.step >= 1
    half = (Decimal(1) if exact else piece.step) / 2
    return Interval(piece.value - half, piece.value + half)


def loosened(tokens: Tokens, number: Number, step: Decimal) -> Number:
    """The number with the words before and behind it that loosen it."""
    ahead = bounds.before(tokens, number.first)
    if ahead is not None:
        slightly = bounds.just_over(tokens, ahead[1], number.first)
        number = _apply(replace(number, first=ahead[1]), ahead[0], step)
        number = _ended(number, step) if slightly else number
    at = number.last
    behind = bounds.behind(tokens, at)
    if behind is None and number.counts and (run := noun_run(tokens, at)):
        behind = bounds.behind(tokens, run[-1] + 1)
    if behind is not None and number.quantity.bound is Bound.EXACT:
        joined = tokens.word(at) == "-"  # 7,000-odd
        last = behind[1] if joined or (behind[1] - at <= 3 and not number.counts) else number.last
        number = _apply(replace(number, last=last), behind[0], step)
    return number


def _ended(number: Number, step: Decimal) -> Number:
    """slightly more than 40: as far above it as “nearly” reaches below."""
    quantity, value = number.quantity, number.quantity.stated[-1]
    high = value + max(value * Decimal(bounds.raw()["margins"]["almost"]), step)
    return replace(number, quantity=replace(quantity, interval=Interval(value, high, low_open=True)))


def _apply(number: Number, bound: Bound, step: Decimal) -> Number:
    quantity = number.quantity
    if quantity.bound is Bound.ROUGH:
        return number
    around = reach(quantity.stated[-1], bound, quantity.interval, step, bounds.raw()["margins"])
    return replace(number, quantity=replace(quantity, interval=around, bound=bound))
