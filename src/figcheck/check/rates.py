"""rates: so much for each of a thing or time, how many of them, and what they make: 38 hours at $15 an hour are $570.

In languages that write words apart: what a figure is for each of stands right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby, pairwise

from figcheck.check import sums
from figcheck.check.family import between, is_spaced, of_one_kind
from figcheck.check.mean import is_meant
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Measure, Verdict

BEHIND = 28
"""How many characters behind a figure may say what it is for each of."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Parameters: `every` are words that lead to what a figure is for each of (an hour, per game); `days` how many days
    a unit of time is; `restated` what may stand between two rates that are one; `leeway` by how many percent they may
    differ (months and years have no fixed number of days); `makes` are verbs of a total, which may be so many times the
    product and still be meant as it (`most`); `saves` and `costs` are verbs for what cannot be more than the other."""

    every: tuple[str, ...] = ()
    days: Mapping[str, Decimal] = field(default_factory=dict)
    restated: tuple[str, ...] = ()
    leeway: Decimal = Decimal(3)
    most: Decimal = Decimal("1.5")
    makes: tuple[str, ...] = ()
    saves: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rate:
    """A figure that is for each of something: `noun` in the singular; `days` where that is a time."""

    claim: Claim
    noun: str
    days: Decimal | None


def check(claims: Sequence[Claim], rates: Rates) -> Iterator[Hit]:
    """A hit for counts and rates that do not make the total told, one rate told as two, and a saving above the cost."""
    levels = [claim for claim in claims if claim.topic.measure is Measure.LEVEL and is_spaced(claim)]
    for _, paragraph in groupby(levels, key=lambda claim: claim.block):
        row = list(paragraph)
        found = {id(claim): rate for claim in row if (rate := _rate(claim, rates)) is not None}
        yield from _products(row, found, rates)
        yield from _told_twice(row, found, rates)
        yield from _savings(row, found, rates)


def _rate(claim: Claim, rates: Rates) -> Rate | None:
    end = claim.figure.span.end
    behind = claim.article.text[end : min(end + BEHIND, claim.figure.sentence.end)].lower()
    found = re.match(rf"(?:[ -][a-z]+)? (?:{'|'.join(rates.every)}) ([a-z]+)", behind)
    noun = _singular(found[1]) if found else ""
    return Rate(claim, noun, rates.days.get(noun)) if len(noun) > 2 else None


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


# ------------------------------------------------------------------------------- so many, so much each


def _products(row: Sequence[Claim], found: Mapping[int, Rate], rates: Rates) -> Iterator[Hit]:
    """38 hours at $15 an hour … $750: the one count and the one total that a rate has in its sentence."""
    for rate in found.values():
        near = [claim for claim in row if claim.sentence == rate.claim.sentence and claim is not rate.claim]
        plain = [claim for claim in near if id(claim) not in found]
        counts = [claim for claim in plain if _counts(claim, rate)]
        totals = [c for c in plain if c not in counts and of_one_kind(c, rate.claim) and _is_total(c, rate, rates)]
        if len(counts) != 1 or len(totals) != 1 or not sums.positive(counts[0], rate.claim, totals[0]):
            continue
        lead = said("product", count=counts[0], mean=rate.claim)
        made = Sum((counts[0], rate.claim), totals[0], _product(counts[0], rate), lead)
        if made.fails() and is_meant(made, rates.most):
            yield made.hit()


def _counts(claim: Claim, rate: Rate) -> bool:
    """Whether a figure counts what a rate is for each of: 38 hours for an hour, 24 games for a game."""
    before = claim.article.text[max(0, claim.figure.span.start - 14) : claim.figure.span.start].lower()
    if before.rstrip().endswith(("each of the", "each of its", "each of their")):
        return True
    if rate.days is not None:
        return claim.topic.dimension == "time" and claim.quantity.unit.name == rate.noun
    if claim.quantity.unit.name == rate.noun:  # 30 hectares, so many trees per hectare
        return True
    words = claim.topic.words
    return claim.topic.dimension.startswith("count") and bool(words) and _singular(words[-1]) == rate.noun


def _is_total(claim: Claim, rate: Rate, rates: Rates) -> bool:
    """Whether an amount may be what a rate makes: it is paid, costs, comes to so much, or goes by the same name."""
    before = claim.article.text[claim.figure.sentence.start : claim.figure.span.start].lower()
    if claim.topic.action in rates.makes or "total" in before:
        return True
    ahead = claim.figure.span.start < rate.claim.figure.span.start
    alike = rate.claim.topic.words[-1:] in ((), ("average",), claim.topic.words[-1:])
    return alike and (ahead or claim.topic.action in (None, rate.claim.topic.action))


def _product(count: Claim, rate: Rate) -> sums.Reckon:
    factor = count.quantity.unit.factor
    return lambda terms: terms[0].scaled(1 / factor) * terms[1]


# ------------------------------------------------------------------------------- one rate, told for two times


def _told_twice(row: Sequence[Claim], found: Mapping[int, Rate], rates: Rates) -> Iterator[Hit]:
    """$1,400 a month, or $18,600 a year. Hours of work are no hours of the clock: money by the hour is left alone."""
    for first, second in pairwise(row):
        a, b = found.get(id(first)), found.get(id(second))
        if a is None or b is None or a.days is None or b.days is None or a.days == b.days:
            continue
        gap = between(first, second).lower()
        restated = any(gap.rstrip(" (").endswith(word) for word in rates.restated)
        if first.topic.dimension == second.topic.dimension and restated and not _of_work(a, b):
            lead = said("per-time", a=first, times=b.days / a.days)
            made = Sum((first,), second, _times(b.days / a.days, rates.leeway), lead)
            if sums.positive(first, second) and made.fails():
                yield made.hit()


def _of_work(a: Rate, b: Rate) -> bool:
    """Whether hours or days of work may be meant, of which a week has fewer than the clock and the calendar."""
    shortest = min(a.days or 0, b.days or 0)
    return shortest < 1 <= max(a.days or 0, b.days or 0) or shortest == 1


def _times(factor: Decimal, leeway: Decimal) -> sums.Reckon:
    def reckon(terms: Sequence[Interval]) -> Interval:
        made = terms[0].scaled(factor)
        low, high = made.low, made.high
        return Interval(
            None if low is None else low * (1 - leeway / 100), None if high is None else high * (1 + leeway / 100)
        )

    return reckon


# ------------------------------------------------------------------------------- saved, and spent


def _savings(row: Sequence[Claim], found: Mapping[int, Rate], rates: Rates) -> Iterator[Hit]:
    """costs $130 a year … saves $88 a day: in one sentence or the next, nothing saves more than it costs."""
    for cost, saving in pairwise(row):
        kind = cost.topic.dimension
        if kind != saving.topic.dimension or not kind.startswith(("money", "time")):
            continue
        if saving.sentence - cost.sentence > 1:
            continue
        if cost.topic.action not in rates.costs or saving.topic.action not in rates.saves:
            continue
        spent, saved = (_yearly(claim, found.get(id(claim))) for claim in (cost, saving))
        if spent is not None and saved is not None and spent.below(saved):
            words = {"sum": said("saving", part=saving, whole=cost), "slip": sums.NO_SLIP}
            yield Hit((cost, saving), Verdict.ARITHMETIC, values=words)


def _yearly(claim: Claim, rate: Rate | None) -> Interval | None:
    days = Decimal(1) if rate is None else rate.days
    return sums.meant(claim.quantity).scaled(1 / days) if days else None


KIND = Kind("rates", Rates, check, Over.STORY, sums.PLACEHOLDERS)
