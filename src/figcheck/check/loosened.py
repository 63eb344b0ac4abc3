"""translation-bound: the number is the same, the words around it are not: 超过126万亿元 as 126 trillion yuan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from figcheck.alike import near
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Bound, Rendering, Severity, Translation, Verdict


class Side(StrEnum):
    """On which side of the number told the truth lies."""

    ON = "on"
    ABOVE = "above"
    BELOW = "below"
    AROUND = "around"
    BETWEEN = "between"


_SIDES = {
    Bound.EXACT: Side.ON,
    Bound.AT_LEAST: Side.ABOVE,
    Bound.MORE_THAN: Side.ABOVE,
    Bound.MILESTONE: Side.ABOVE,
    Bound.LEAST: Side.ABOVE,
    Bound.ALMOST: Side.BELOW,
    Bound.AT_MOST: Side.BELOW,
    Bound.GREATEST: Side.BELOW,
    Bound.ABOUT: Side.AROUND,
    Bound.SPREAD: Side.BETWEEN,
}


_FREE = ((Side.ON, Side.AROUND),)
"""Translators round, and say so."""

_MILD = ((Side.AROUND, Side.ON), (Side.AROUND, Side.BELOW), (Side.BELOW, Side.AROUND))


@dataclass(frozen=True, slots=True)
class Parameters:
    """`about`: 约 that was lost is told too, as a note; so is 近 that became about. One that was added is free."""

    about: bool = True


def check(translation: Translation, parameters: Parameters) -> Iterator[Hit]:
    """A tension for every number that gained, lost or changed the words that say on which side of it the truth lies."""
    for told in translation.renderings:
        sides = _sides(told)
        if sides is not None and sides[0] is not sides[1]:
            mild = sides in _MILD
            if sides not in _FREE and (parameters.about or not mild):
                worst = Severity.INFO if mild else Severity.ERROR
                yield Hit((told.original, told.translation), Verdict.TENSION, told.sure, at_most=worst)


def _sides(told: Rendering) -> tuple[Side, Side] | None:
    """None where they do not tell one number, or only roughly."""
    a, b = told.original.quantity, told.translation.quantity
    one_number = near(a.value, b.value) or near(a.stated[-1], b.stated[-1])
    if not told.same or not one_number or Bound.ROUGH in (a.bound, b.bound):
        return None
    return _SIDES[a.bound], _SIDES[b.bound]


KIND = Kind("translation-bound", Parameters, check, Over.TRANSLATION)
