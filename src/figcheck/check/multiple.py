"""multiple: how many times as much, and how many times more. What grew by 2.6 times is 3.6 times what it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from figcheck import ui
from figcheck.check import sums
from figcheck.check.change import HUNDRED, percent_sum
from figcheck.check.ends import LEVELS, Ends, linked
from figcheck.check.finding import place
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Measure, Severity, Text, Verdict

ONE = Interval.exactly(1)
NEAR = 6
"""How many figures before and behind a multiple may be the levels that it is between."""


@dataclass(frozen=True, slots=True)
class Times:
    """Parameters: `doubled_within` is by what share 翻一番 may miss twice as much: nobody doubles to the last digit."""

    doubled_within: Decimal = Decimal("0.15")


def check(claims: Sequence[Claim], times: Times) -> Iterator[Hit]:
    """A hit for every fall told in multiples, and for every multiple that its two levels do not make."""
    for at, claim in enumerate(claims):
        if cannot_fall(claim):
            yield _fallen(claim, claims[max(0, at - NEAR) : at + 1 + NEAR])
    for ends in linked(claims):
        if _percent_as_many(ends):
            yield _confused(ends)
        if ends.told.topic.dimension == "times":
            yield from _hits(ends, times)


def _percent_as_many(ends: Ends) -> bool:
    """From 2% to 14%, “a rise of 700%”: what it is in percent of what it was, told as the growth."""
    if ends.told.topic.dimension != "ratio" or ends.falls or not sums.positive(ends.before, ends.after):
        return False
    if percent_sum(ends).fails():  # an error of its own
        return False
    as_many = HUNDRED * ends.after.quantity.value / ends.before.quantity.value
    return as_many >= 2 * HUNDRED and ends.told.quantity.value == as_many


def _confused(ends: Ends) -> Hit:
    made = percent_sum(ends)
    return made.hit({"slip": said("as-many", told=ends.told)}, cause="multiple", at_most=Severity.WARNING)


def cannot_fall(claim: Claim) -> bool:
    """Whether something is said to fall by as much as it was, or more."""
    return (
        claim.topic.measure in (Measure.CHANGE, Measure.MULTIPLE)
        and claim.figure.direction < 0
        and claim.topic.dimension == "times"
        and min(claim.quantity.stated) >= 1
    )


def _fallen(told: Claim, near: Sequence[Claim]) -> Hit:
    """The hit for a fall told in multiples, with the two levels that it is between where they are told."""
    levels = [claim for claim in near if claim.block == told.block and claim.topic.measure in LEVELS]
    ends = next((pair for pair in combinations(levels, 2) if _makes(pair, told)), None)
    before = [claim for claim in levels if claim.sentence == told.sentence]
    about = ends or before[-1:]
    words = said("nothing-left", told=told.figure.span.text)
    values = {"sum": words, "slip": _fraction(ends) if ends else sums.NO_SLIP}
    return Hit(tuple(sorted((*about, told), key=place)), Verdict.ARITHMETIC, values=values)


def _makes(pair: tuple[Claim, Claim], told: Claim) -> bool:
    """Whether one of two levels is so many times the other."""
    a, b = pair
    if a.topic.dimension != b.topic.dimension or not sums.positive(a, b):
        return False
    large, small = _by_size(pair)
    return (large.quantity.base / small.quantity.base).overlaps(told.quantity.base)


def _by_size(pair: tuple[Claim, Claim]) -> tuple[Claim, Claim]:
    a, b = pair
    return (a, b) if a.quantity.value >= b.quantity.value else (b, a)


def _fraction(pair: tuple[Claim, Claim]) -> Text:
    large, small = _by_size(pair)
    fall = sums.percent(1 - small.quantity.value / large.quantity.value)
    return said("fraction", a=large, b=small, fall=fall)


def between_multiples(ends: Ends, doubled_within: Decimal) -> Sum | None:
    """How many times as much, or times more, as it is told; None for what cannot be reckoned, or nearly comes out."""
    if (ends.falls and ends.told.quantity.stated[-1] >= 1) or not sums.positive(ends.before, ends.after):
        return None
    if ends.told.topic.measure is Measure.MULTIPLE:
        made = Sum((ends.before, ends.after), ends.told, _as_many, said("times", a=ends.before, b=ends.after))
        return None if _nearly(made, doubled_within) else made
    return Sum((ends.before, ends.after), ends.told, _more, said("times-more", a=ends.before, b=ends.after))


def _hits(ends: Ends, times: Times) -> Iterator[Hit]:
    made = between_multiples(ends, times.doubled_within)
    if made is None or not made.fails():
        return
    if ends.told.topic.measure is Measure.MULTIPLE:
        yield made.hit({"sum": _doubled(made)})
        return
    as_many = Sum(made.terms, made.told, _as_many, made.lead)
    confused = {} if as_many.fails() else {"slip": said("as-many", told=ends.told)}
    yield made.hit(confused, **({"cause": "multiple"} if confused else {}))


def _as_many(levels: Sequence[Interval]) -> Interval:
    return levels[1] / levels[0]


def _more(levels: Sequence[Interval]) -> Interval:
    return levels[1] / levels[0] - ONE


def _nearly(made: Sum, doubled_within: Decimal) -> bool:
    """翻一番 of a thing that grew to 2.2 times is told in round words."""
    told, result = made.told.quantity.stated[-1], made.result().high
    return result is not None and abs(result - told) <= told * doubled_within


def _doubled(made: Sum) -> Text:
    """The sum, with the words of the text where they name no number (翻两番)."""
    told, words = made.told.figure.span.text, made.words()
    if any(char.isdigit() for char in told):
        return words
    return {lang: ui.say("sum.in-words", lang, sum=words[lang], words=told) for lang in ui.LANGS}


KIND = Kind("multiple", Times, check, Over.STORY, sums.PLACEHOLDERS)
