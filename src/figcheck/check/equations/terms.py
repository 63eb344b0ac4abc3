"""The figures of a story as the engine takes them: the only module here that knows how claims are made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import NamedTuple

from figcheck.check import sums
from figcheck.lang import pack, relations
from figcheck.model import Bound, Claim, Interval, Measure, Role

NEAR = 48
"""So many characters beside a figure may say what part it plays."""

REACHED = 1.25
"""“More than” an amount stands for at most so many times the amount."""

_MARKS = re.compile(r"[，。；！？：,;:!?()（）\n]|\.\s")
_BARE = re.compile(
    r"\s*(?:$|[，。；、,.;:)(]|(?:and|or|in|at|for|to|from|of|by|with|is|are|was|were|on|a year|last|this|more|less)\b)"
)
_WORDS = re.compile(r"[^\W\d_]+")
_STOP = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "by",
        "for",
        "with",
        "was",
        "were",
        "is",
        "are",
        "it",
        "its",
        "that",
        "this",
        "from",
        "as",
        "per",
        "cent",
    )
)
"""Words that name nothing."""


class Span(NamedTuple):
    """The numbers between two ends, both included, for quick reckoning; `Interval` is the exact one."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A figure that may play a part in an equation.

    `span` is its value in the base unit (a share as a fraction), `number` as counted in its own unit. `kind` is what
    can be added and compared: ratio, points, times, count, or a dimension. `cues` are the classes of words beside it,
    `per` is what it is for each of, `of` names what a share is of. `own` is what its clause says before
    the words that lead to it, `words` say what it is called. `at` is its number among the terms of its story,
    `clause` that of its clause, `step` how finely it is written, in its base unit.
    """

    claim: Claim
    span: Span
    number: Span
    kind: str
    unit: str
    measure: Measure
    direction: int
    cues: frozenset[str]
    per: str
    of: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]
    at: int
    clause: int
    sentence: int
    block: int
    heading: bool
    period: tuple[date | None, date | None] | None
    bare: bool
    factor: float

    def borrowing(self, other: Term) -> Term:
        """A bare number with the unit of another figure: generating 20.7 terawatt-hours out of 57.5."""
        scale = other.factor / self.factor
        span = Span(self.span.low * scale, self.span.high * scale)
        return replace(self, span=span, kind=other.kind, unit=other.unit, factor=other.factor, bare=False)

    @property
    def value(self) -> float:
        return float(self.claim.quantity.value) / (100 if self.kind in FRACTIONS else 1)


FRACTIONS = ("ratio", "points")
"""Told in hundredths."""


def terms(claims: Sequence[Claim]) -> list[Term]:
    """The terms of a story, in their order; ranks, streaks, ages and figures that may be less than nothing are none."""
    ordered = sorted(claims, key=lambda claim: (claim.figure.span.start, claim.figure.span.end))
    factors = {claim.quantity.unit.name: float(claim.quantity.unit.factor) for claim in ordered}
    made: list[Term] = []
    clause = 0
    for number, claim in enumerate(ordered):
        text, start, end = claim.article.text, claim.figure.span.start, claim.figure.span.end
        last = ordered[number - 1].figure.span.end if number else 0
        behind = ordered[number + 1].figure.span.start if number + 1 < len(ordered) else len(text)
        left = text[max(last, start - NEAR) : start]
        clause += bool(_MARKS.search(text[min(last, start) : start]))
        if claim.topic.measure in (Measure.RANK, Measure.STREAK) or claim.quantity.value <= 0:
            continue
        right = text[end : min(behind, end + NEAR)]
        made.append(_term(claim, left.rpartition("\n")[2], right.partition("\n")[0], len(made), clause, factors))
    return made


def _term(claim: Claim, left: str, right: str, at: int, clause: int, factors: Mapping[str, float]) -> Term:
    quantity = claim.quantity
    name, _, per = quantity.unit.name.partition("/")
    dimension = quantity.unit.dimension
    kind = "points" if dimension == "index" else dimension.partition("/")[0]
    kind = "count" if kind.startswith("count") else kind
    spaced = pack(claim.article.lang).spaced
    cues, leading = relations.classes(claim.article.lang, left, right)
    scale = 100 if kind in FRACTIONS else 1
    own = float(quantity.unit.factor) * scale
    base = _span(sums.meant(quantity), quantity.bound, float(quantity.value))
    if per:
        own = factors.get(name, 1.0)
        base = Span(base.low / float(quantity.unit.factor) * own, base.high / float(quantity.unit.factor) * own)
    told = claim.topic.period
    return Term(
        claim=claim,
        span=Span(base.low / scale, base.high / scale),
        number=Span(base.low / own * scale, base.high / own * scale),
        kind=kind,
        unit=name,
        measure=claim.topic.measure,
        direction=claim.figure.direction,
        cues=frozenset(cues) | ({"each"} if per else frozenset()),
        per=per or cues.get("each", ""),
        of=_pieces(cues.get("share", ""), spaced),
        own=_pieces(_MARKS.split(leading)[-1], spaced),
        words=_words(claim, left, right, spaced),
        at=at,
        clause=clause,
        sentence=claim.sentence,
        block=claim.block,
        heading=claim.figure.role is Role.HEADLINE,
        period=(told.start, told.end) if told is not None and (told.start or told.end) else None,
        bare=kind == "number" or (name == "" and kind == "count" and _BARE.match(right) is not None),
        factor=own / scale / scale if kind in FRACTIONS else own,
    )


def _span(interval: Interval, bound: Bound, value: float) -> Span:
    low = 0.0 if interval.low is None else float(interval.low)
    high = inf if interval.high is None else float(interval.high)
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.MILESTONE):
        high = min(high, value * REACHED)
    return Span(low, high)


def _words(claim: Claim, left: str, right: str, spaced: bool) -> frozenset[str]:
    """What a figure is called: the words beside it in its clause, and those of its indicator."""
    near = _MARKS.split(left)[-1][-NEAR if spaced else -12 :]
    behind = _MARKS.split(right)[0][: 30 if spaced else 6]
    names = " ".join(claim.topic.words) if spaced else claim.topic.indicator
    return _pieces(f"{near} {behind} {names}", spaced)


def _pieces(told: str, spaced: bool) -> frozenset[str]:
    """Words in pieces that can be compared: pairs of characters, or words without their endings."""
    runs = _WORDS.findall(told.lower())
    if spaced:
        return frozenset(word.rstrip("s")[:7] for word in runs if word not in _STOP)
    return frozenset(run[n : n + 2] for run in runs for n in range(len(run) - 1))
