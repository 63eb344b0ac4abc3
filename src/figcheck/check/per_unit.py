"""per-unit: so much of one thing for each of another. 90平方米 at 1.2万元 each are 108万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from figcheck.check import sums
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Measure

TWO = 2
"""A sum may be meant where it is less than this many times off, or off by noughts alone."""
NEAR = Decimal("1.02")


@dataclass(frozen=True, slots=True)
class PerUnit:
    """Parameters: `made` are words of which one stands before a total that is made so (共, 总)."""

    made: tuple[str, ...] = ()


def check(claims: Sequence[Claim], wanted: PerUnit) -> Iterator[Hit]:
    """A hit for every rate of a sentence that holds one amount it applies to, and one total, which it does not make."""
    for _, sentence in groupby(claims, key=lambda claim: claim.sentence):
        row = [claim for claim in sentence if claim.topic.measure is Measure.LEVEL]
        for rate in row:
            of, _, for_each = rate.topic.dimension.partition("/")
            if for_each and of != for_each and "/" not in for_each:
                yield from _hits(row, rate, of, wanted)


def _hits(row: Sequence[Claim], rate: Claim, of: str, wanted: PerUnit) -> Iterator[Hit]:
    each = rate.quantity.unit.name.rpartition("/")[2]
    amounts = [claim for claim in row if _applies(claim, rate, each)]
    totals = [claim for claim in row if claim.topic.dimension == of]
    if len(amounts) != 1 or len(totals) != 1 or not sums.positive(rate, amounts[0], totals[0]):
        return
    made = Sum((rate, amounts[0]), totals[0], _product, said("rate", rate=rate, amount=amounts[0]))
    if made.fails() and _is_meant(made, wanted):
        yield made.hit()


def _applies(claim: Claim, rate: Claim, each: str) -> bool:
    """Whether a figure counts what the rate is for each of: things by their own count word, measures by any unit."""
    for_each = rate.topic.dimension.partition("/")[2]
    counts = for_each.startswith("count") and claim.quantity.unit.name != each
    return claim is not rate and claim.topic.dimension == for_each and not counts


def _product(terms: Sequence[Interval]) -> Interval:
    return terms[0] * terms[1]


def _is_meant(made: Sum, wanted: PerUnit) -> bool:
    """Whether the total is meant to be the product: it says so, or it is the same number but for its noughts."""
    product, told = made.result().high, made.told.quantity.stated[-1]
    if product is None:
        return False
    ratio = max(product, told) / min(product, told)
    noughts = ratio / Decimal(10) ** ratio.adjusted()
    start = made.told.figure.span.start
    before = made.told.article.text[max(made.told.figure.sentence.start, start - 10) : start]
    said_so = any(word in before for word in wanted.made)
    return (said_so and ratio < TWO) or noughts < NEAR or noughts > 10 / NEAR


KIND = Kind("per-unit", PerUnit, check, Over.STORY, sums.PLACEHOLDERS)
