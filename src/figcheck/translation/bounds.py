"""What a translation makes of a bound: the same, a looser one, a tighter one, or one that says the opposite.

A bound says on which sides of its number the truth may lie. All comparisons follow from that, so that every bound has
an answer against every other.
"""

from __future__ import annotations

from enum import StrEnum

from figcheck.model import Bound


class Shift(StrEnum):
    """What became of a bound."""

    SAME = "same"
    LOOSENED = "loosened"  # the translation allows what the original rules out
    TIGHTENED = "tightened"  # it rules out what the original allows
    REVERSED = "reversed"  # it puts the truth on the other side of the number


ON, ABOVE, BELOW, AROUND, BETWEEN = "on", "above", "below", "around", "between"

SIDES: dict[Bound, str] = {
    Bound.EXACT: ON,
    Bound.AT_LEAST: ABOVE,
    Bound.MORE_THAN: ABOVE,
    Bound.MILESTONE: ABOVE,
    Bound.LEAST: ABOVE,
    Bound.ALMOST: BELOW,
    Bound.AT_MOST: BELOW,
    Bound.GREATEST: BELOW,
    Bound.ABOUT: AROUND,
    Bound.ROUGH: AROUND,
    Bound.SPREAD: BETWEEN,
}
"""On which side of its number a bound puts the truth."""

_LOOSE = (AROUND,)


def shift(original: Bound, translation: Bound) -> Shift:
    """What the translation made of a bound of the original.

    >>> [str(shift(Bound.MORE_THAN, other)) for other in (Bound.AT_LEAST, Bound.EXACT, Bound.ALMOST)]
    ['same', 'tightened', 'reversed']
    """
    one, other = SIDES[original], SIDES[translation]
    if one == other:
        return Shift.SAME
    if {one, other} == {ABOVE, BELOW}:
        return Shift.REVERSED
    if one in (ON, BETWEEN):
        return Shift.LOOSENED
    if other in (ON, BETWEEN):
        return Shift.TIGHTENED
    return Shift.LOOSENED if other in _LOOSE else Shift.TIGHTENED


def material(original: Bound, translation: Bound) -> bool:
    """Whether a reader is told something else: a side that was lost, turned round, or put in; a vaguer word is not."""
    sides = {SIDES[original], SIDES[translation]}
    return sides in ({ABOVE, BELOW}, {ABOVE, ON}, {BELOW, ON}, {BELOW, BETWEEN}, {ABOVE, BETWEEN})
