"""equation: figures that a formula ties, wherever they stand in a story, and that do not satisfy it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from figcheck import ui
from figcheck.check import sums
from figcheck.check.equations import engine
from figcheck.check.equations.relation import Relation
from figcheck.check.equations.search import Tuple
from figcheck.check.equations.terms import FRACTIONS, Term, terms
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum
from figcheck.model import Claim, Interval, Severity, Text
from figcheck.spoken import amount

SURE = 0.9
"""From here on a failure is an error."""


def check(claims: Sequence[Claim], relations: Mapping[str, Relation]) -> Iterator[tuple[str, Hit]]:
    """The rule and a hit for everything in a story that should hold and does not; all rules are judged together."""
    for failure in engine.failures(terms(claims), relations):
        if failure.sure >= engine.THRESHOLD:
            worst = Severity.ERROR if failure.sure >= SURE else Severity.WARNING
            yield failure.name, told(failure.tuple).hit(confidence=round(failure.sure, 2), at_most=worst)


def told(failed: Tuple) -> Sum:
    """The equation as a sum that can be put into words."""
    played = [(name, term) for name in failed.formula.roles for term in failed.cast[name]]
    result = failed.cast[failed.formula.told][0]
    scale = _scale(failed, failed.formula.told, result)

    def reckon(numbers: Sequence[Interval]) -> Interval:
        cast: dict[str, list[Interval]] = {}
        for (name, term), number in zip(played, numbers, strict=True):
            cast.setdefault(name, []).append(number.scaled(_scale(failed, name, term)))
        made = failed.formula.value(cast, Interval.exactly)
        return (-made if (made.high or 0) < 0 else made).scaled(1 / scale)

    return Sum(tuple(term.claim for _, term in played), result.claim, reckon, _words(failed))


def _scale(failed: Tuple, name: str, term: Term) -> Decimal:
    """By what a figure in the base unit of its dimension is multiplied to be the number that the formula takes."""
    factor = term.claim.quantity.unit.factor
    if failed.relation.roles[name].counted:
        return 1 / factor
    if term.kind in FRACTIONS:
        return Decimal("0.01")
    return Decimal(1) if term.factor == float(factor) else Decimal(str(term.factor)) / factor


def _words(failed: Tuple) -> Text:
    made: dict[str, str] = {}
    for lang in ui.LANGS:
        amounts = {
            name: " + ".join(amount(term.claim.quantity, lang) for term in played)
            for name, played in failed.cast.items()
        }
        made[lang] = failed.formula.words(amounts)
    return sums.said("equation", made=made)


KIND = Kind("equation", Relation, check, Over.STORY, sums.PLACEHOLDERS, general=True, together=True)
