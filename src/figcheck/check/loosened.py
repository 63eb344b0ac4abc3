"""translation-bound: the number is the same, the words around it are not: 超过126万亿元 as 126 trillion yuan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from figcheck.alike import dimension, near
from figcheck.check.rule import Hit, Kind, Over
from figcheck.lang import pack
from figcheck.model import Bound, Claim, Rendering, Severity, Translation, Verdict


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
    Bound.ROUGH: Side.BETWEEN,
}

_FREE = ((Side.ON, Side.AROUND),)
"""Translators round, and say so."""

_MILD = (
    (Side.AROUND, Side.ON),
    (Side.AROUND, Side.BELOW),
    (Side.BELOW, Side.AROUND),
    (Side.ABOVE, Side.AROUND),  # some 300 for 300多家
)

_IN_WORDS = {"times", "rank", "first", "ordinal"}
"""Doubled is no more than about; the first four are four."""

LONGEST = 12
"""No word that is looked for is longer."""

_EXTREMES = (Bound.GREATEST, Bound.LEAST)


@dataclass(frozen=True, slots=True)
class Parameters:
    """`about`: 约 that was lost is told too, as a note; so is 近 that became about. One that was added is free."""

    about: bool = True


def check(translation: Translation, parameters: Parameters) -> Iterator[Hit]:
    """A tension for every number that gained, lost or changed the words that say on which side of it the truth lies."""
    for told in translation.renderings:
        if _tells_one(told) and not _otherwise(told.original, told.translation):
            mild = _mild(told)
            if parameters.about or not mild:
                worst = Severity.INFO if mild else Severity.ERROR
                yield Hit((told.original, told.translation), Verdict.TENSION, told.sure, at_most=worst)


def _tells_one(told: Rendering) -> bool:
    """Whether they tell one number from different sides."""
    a, b = told.original.quantity, told.translation.quantity
    one_number = near(a.value, b.value) or near(a.stated[-1], b.stated[-1])
    loose = Bound.ROUGH in (a.bound, b.bound) or bool({dimension(a), dimension(b)} & _IN_WORDS)
    sides = _sides(told)
    return told.same and one_number and not loose and sides[0] is not sides[1] and sides not in _FREE


def _sides(told: Rendering) -> tuple[Side, Side]:
    return _SIDES[told.original.quantity.bound], _SIDES[told.translation.quantity.bound]


def _mild(told: Rendering) -> bool:
    """A nuance; a mark that was passed, told as the mark; more than years, where over may be throughout."""
    a, b = told.original.quantity, told.translation.quantity
    landmark = a.bound is Bound.MILESTONE and _before(told.translation, "landmarks")
    years = dimension(b) == "time" and _sides(told) == (Side.ON, Side.ABOVE)
    return landmark or years or _sides(told) in _MILD


# ------------------------------------------------------------------------------- the same in other words


def _otherwise(a: Claim, b: Claim) -> bool:
    """Whether the words that one side lacks are told there by others: the oldest, who is 78; as many as; in 3 days."""
    return _are_ends(a, b) or _told(a, b) or _told(b, a) or _stressed(a, b) or _framed(a, b) or _framed(b, a)


def _are_ends(a: Claim, b: Claim) -> bool:
    """最小的9岁，最大的12岁: aged 9 to 12."""
    return a.quantity.bound in _EXTREMES and b.quantity.bound is Bound.SPREAD


def _told(a: Claim, b: Claim) -> bool:
    """Whether one is the greatest of many, and the sentence of the other says so."""
    words = _words(b, "extremes")
    spaced = pack(b.article.lang).spaced
    sentence = b.figure.sentence.text.lower()
    held = sentence.split() if spaced else sentence
    return a.quantity.bound in _EXTREMES and any(word in held for word in words)


def _stressed(a: Claim, b: Claim) -> bool:
    """Whether the words only stress how much it is, on one side or both."""
    stress = [claim.figure.span.text.lower().startswith(tuple(_words(claim, "stress"))) for claim in (a, b)]
    exact = [claim.quantity.bound is Bound.EXACT for claim in (a, b)]
    return all(one or other for one, other in zip(stress, exact, strict=True))


def _framed(a: Claim, b: Claim) -> bool:
    """Whether something happens within a time, told here by a bound and there by a mere word: 三天内, in three days."""
    within = a.quantity.bound is Bound.AT_MOST and b.quantity.bound is Bound.EXACT and dimension(b.quantity) == "time"
    return within and _before(b, "frames")


def _before(claim: Claim, key: str) -> bool:
    """Whether one of these words stands right before a figure."""
    at = claim.figure.span.start
    before = claim.article.text[max(0, at - LONGEST) : at].rstrip().lower()
    return before.endswith(tuple(_words(claim, key)))


def _words(claim: Claim, key: str) -> tuple[str, ...]:
    return tuple(pack(claim.article.lang).told_otherwise()[key])


KIND = Kind("translation-bound", Parameters, check, Over.TRANSLATION)
