"""All relations of a story judged together: what holds explains its figures; what fails and should hold is left over.

A demand is a figure that asks for others. Each of its tuples is meant with a probability that its evidence gives, one
of them or none. One that holds, which is unlikely by accident, explains its figures in all other relations. A tuple
that fails is an error in so far as it is surely meant, its figures are not explained, and one slip would mend it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from math import exp, log
from pathlib import Path

from figcheck import yamlio
from figcheck.check.equations.evidence import Features, features
from figcheck.check.equations.relation import Relation
from figcheck.check.equations.search import Tuple, around, tuples
from figcheck.check.equations.terms import Span, Term
from figcheck.check.slips import variants

WEIGHTS = Path(__file__).with_name("weights.yaml")
SURELY = 0.01
"""Figures that hold as seldom as that by accident are meant, whatever else speaks for them."""
LEAST = 0.05
"""A tuple less likely to be meant is not looked at any further."""
TELLING = 10
"""Smaller counts are repeated by accident."""
THRESHOLD = 0.9
"""What is less sure to be an error is not told."""
PLAIN = "plain"
"""The weights of a relation that was never fitted: a newsroom's own."""
VERDICT = "verdict"
"""The weights by which a tuple that fails is an error."""


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """A tuple with the evidence for it: `meant` is the probability, `holds` whether its figures satisfy it."""

    name: str
    tuple: Tuple
    evidence: Features
    meant: float
    holds: bool


@dataclass(frozen=True, slots=True, eq=False)
class Failure:
    """A tuple that should hold and does not, how surely, and what speaks for that."""

    name: str
    tuple: Tuple
    sure: float
    verdict: Features


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """What each piece of evidence weighs, by relation, in logarithms of odds."""
    read = yamlio.read(WEIGHTS)
    return {name: {piece: float(weight) for piece, weight in pieces.items()} for name, pieces in read.items()}


def score(evidence: Features, told: str) -> float:
    """The weight of evidence, by the role that a relation has on its right side: share, growth, each …"""
    table = weights().get(told) or weights()[PLAIN]
    return sum(table.get(piece, 0.0) * value for piece, value in evidence.items())


def tried(terms: Sequence[Term], relations: Mapping[str, Relation]) -> list[list[Tried]]:
    """All tuples of a story, by the figure and the relation that ask for them."""
    found = []
    for name, relation in relations.items():
        for group in tuples(relation, terms):
            good = [one for one in group if one.holds()]
            if good and min(map(chance, good)) * len(group) < SURELY:
                found.append([Tried(name, min(good, key=chance), {}, 0.5, True)])
                continue
            near = around(group[0].demand, terms)
            rows = [(one, features(one, near)) for one in group]
            odds = [exp(min(30.0, score(evidence, one.formula.told))) for one, evidence in rows]
            whole = 1 + sum(odds)
            found.append(
                [
                    Tried(name, one, evidence, share / whole, one.holds())
                    for (one, evidence), share in zip(rows, odds, strict=True)
                ]
            )
    return found


def failures(terms: Sequence[Term], relations: Mapping[str, Relation]) -> list[Failure]:
    """What fails in a story and should hold, the surest first."""
    groups = tried(terms, relations)
    good = [one for group in groups for one in group if one.holds and _is_meant(one)]
    settled = {one.tuple.demand.at for one in good}
    lists = [_parts(one.tuple) for one in good if one.tuple.formula.many]
    summed = {at for one in good if one.tuple.formula.many for at in (*_parts(one.tuple), one.tuple.demand.at)}
    explained = {term.at for one in good for term in one.tuple.terms} | _repeated(terms)
    found = []
    for group in groups:
        demand = group[0].tuple.demand.at
        if demand in settled or (group[0].tuple.formula.many and demand in summed):
            continue
        best = max((one for one in group if not one.holds), key=lambda one: one.meant, default=None)
        if best is not None and best.meant >= LEAST:
            verdict = _verdict(best, group, explained, lists)
            if verdict["never mended"] and _may_lack(best.tuple):
                continue
            found.append(Failure(best.name, best.tuple, 1 / (1 + exp(-score(verdict, VERDICT))), verdict))
    return sorted(found, key=lambda failure: (-failure.sure, failure.tuple.demand.at))


def _repeated(terms: Sequence[Term]) -> set[int]:
    """The figures that another one of their kind repeats, more or less exactly: they are no slips."""
    found = set()
    for a, b in combinations([term for term in terms if term.value >= TELLING or term.kind != "count"], 2):
        if a.unit == b.unit and a.kind == b.kind and a.span.low < b.span.high and b.span.low < a.span.high:
            found |= {a.at, b.at}
    return found


def chance(one: Tuple) -> float:
    """How likely figures of this size and precision hold by accident."""
    made, told = one.made(), one.cast[one.formula.told][0].span
    width = (made.high - made.low) + (told.high - told.low)
    return min(1.0, max(1e-9, width / max(1e-12, abs(made.high) + abs(told.high)) * 2))


def _parts(one: Tuple) -> set[int]:
    """The figures that are added up in a tuple."""
    return {term.at for term in one.cast[one.formula.many or ""]}


def _is_meant(one: Tried) -> bool:
    return one.meant / max(1e-9, 1 - one.meant) > chance(one.tuple)


def _verdict(best: Tried, group: Sequence[Tried], explained: set[int], lists: Sequence[set[int]]) -> Features:
    terms = best.tuple.terms
    free = [term for term in terms if term.at not in explained]
    mended = {term.at for term in terms if _mends(best.tuple, term)}
    figures = {term.at for term in terms}
    meant = min(1 - 1e-6, sum(one.meant for one in group if {term.at for term in one.tuple.terms} == figures))
    failing = min(1 - 1e-6, sum(one.meant for one in group if not one.holds))
    found: Features = {
        "bias": 1.0,
        "wanted": log(max(1e-6, failing) / max(1e-6, 1 - failing)),
        "meant": log(meant / (1 - meant)),
        f"relation {best.tuple.formula.told}": 1.0,
        "all free": float(len(free) == len(terms)),
        "none free": float(not free),
        "demand free": float(best.tuple.demand in free),
        "mended": float(bool(mended & {term.at for term in free})),
        "mended elsewhere": float(bool(mended) and not mended & {term.at for term in free}),
        "never mended": float(not mended),
        "precise": -log(chance(best.tuple)),
        "mended precisely": -log(chance(best.tuple)) * bool(mended & {term.at for term in free}),
        "others hold": float(any(one.holds for one in group)),
        "siblings": float(any(len(row.intersection(term.at for term in terms)) > 1 for row in lists)),
    }
    return found


def _may_lack(one: Tuple) -> bool:
    """Whether parts that make less than their total may be some of them: none is told as the rest, none summed up."""
    if one.formula.many is None or ("total" in one.demand.cues and one.demand.at == max(term.at for term in one.terms)):
        return False
    told = one.cast[one.formula.told][0].span
    return one.made().high < told.low and not any("rest" in term.cues for term in one.terms)


def _mends(one: Tuple, term: Term) -> bool:
    """Whether the tuple holds after one plausible slip in this figure."""
    told = term.claim.quantity
    was = told.stated[-1]
    return any(
        _with(one, term, _changed(term, float(slip.instead.stated[-1] / was))).holds() for slip in variants(told)
    )


def _changed(term: Term, factor: float) -> Term:
    """The figure so many times larger, written as finely."""
    half = (term.span.high - term.span.low) / 2
    middle = (term.span.low + term.span.high) / 2 * factor
    number = (term.number.low + term.number.high) / 2 * factor
    wide = (term.number.high - term.number.low) / 2
    return replace(term, span=Span(middle - half, middle + half), number=Span(number - wide, number + wide))


def _with(one: Tuple, term: Term, instead: Term) -> Tuple:
    cast = {name: tuple(instead if each is term else each for each in played) for name, played in one.cast.items()}
    return Tuple(one.relation, one.formula, one.demand, cast)
