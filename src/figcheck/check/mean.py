"""mean: so many of them, so much each, so much in all. 104.8亩 at 1344斤 each is 140,851斤, not 138,000斤."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from figcheck.check import sums
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Measure

PEOPLE = "count:person"
BEFORE = 8
"""How many characters before a figure may say that it is a mean (平均每班)."""


@dataclass(frozen=True, slots=True)
class Means:
    """Parameters: `each` are words before a mean, with the unit that it is for each of (亩产: 亩); `every` are words
    that such a unit follows (每); `apiece` are words behind a mean (each); `most` is how many times too large or small
    a product may be and still be meant as the total."""

    each: Mapping[str, str] = field(default_factory=dict)
    every: tuple[str, ...] = ()
    apiece: tuple[str, ...] = ()
    most: Decimal = Decimal("1.5")


def check(claims: Sequence[Claim], means: Means) -> Iterator[Hit]:
    """A hit for every count, mean and total of one sentence of which the first two do not make the third."""
    for _, sentence in groupby(claims, key=lambda claim: claim.sentence):
        row = [claim for claim in sentence if claim.topic.measure is Measure.LEVEL]
        for mean in row:
            unit = _each(mean, means)
            if unit is not None:
                yield from _hits(row, mean, unit, means)
    for _, paragraph in groupby(claims, key=lambda claim: claim.block):
        row = [claim for claim in paragraph if claim.topic.measure is Measure.LEVEL]
        for at, mean in enumerate(row):
            if _is_apiece(mean, means):
                yield from _shared_out(row, at, means)


def _is_apiece(mean: Claim, means: Means) -> bool:
    """Whether words around a figure say that it is for each (about $30 each, 200 letters each, each paid $30)."""
    text, start, end = mean.article.text, mean.figure.span.start, mean.figure.span.end
    behind = text[end : end + BEHIND].lower().lstrip(" ,")
    rest = behind.partition(" ")[2] if mean.topic.dimension.startswith("count") else ""
    before = text[max(mean.figure.sentence.start, start - BEHIND) : start].lower()
    return (
        any(behind.startswith(word) or rest.startswith(word) for word in means.apiece)
        or _EACH_DOES.search(before) is not None
    )


_EACH_DOES = re.compile(r"\beach \w+ $")
"""each paid | $30; but not: each of them | 30 metres long."""

BEHIND = 20
"""How many characters around a figure may say that it is for each."""


def _shared_out(row: Sequence[Claim], at: int, means: Means) -> Iterator[Hit]:
    """What the nearest total in the sentence of a mean, and the nearest count, also of the one before, make of it."""
    mean = row[at]
    near = [claim for claim in row if claim is not mean and 0 <= mean.sentence - claim.sentence <= 1]
    near.sort(key=lambda claim: abs(claim.figure.span.start - mean.figure.span.start))
    own = [claim for claim in near if claim.sentence == mean.sentence]
    total = next((claim for claim in own if _kind(claim) == _kind(mean) and _named_alike(claim, mean)), None)
    count = next((c for c in near if c.topic.dimension.startswith("count") and c is not total), None)
    if count is None or total is None or not sums.positive(count, mean, total):
        return
    made = Sum((count, mean), total, _product(count), said("product", count=count, mean=mean))
    if made.fails() and is_meant(made, means.most):
        yield made.hit()


def _named_alike(total: Claim, mean: Claim) -> bool:
    """Whether what is counted each is what is counted in all: 5,000 letters, 200 letters each."""
    if not mean.topic.dimension.startswith("count"):
        return True
    return mean.topic.words[-1:] in ((), ("average",), total.topic.words[-1:])


MOST_ZEROS = 9
"""By no more noughts does an order of magnitude slip (thousand for trillion)."""


def is_meant(made: Sum, most: Decimal) -> bool:
    """Whether a total is meant as that product: it is about as large, or would be right with its point elsewhere."""
    product, told = made.result().high, made.told.quantity.stated[-1]
    if product is None:
        return False
    made_of = made.reckon([sums.meant(term.quantity) for term in made.terms])
    whole = sums.meant(made.told.quantity)
    shifted = (whole.scaled(Decimal(10) ** zeros) for zeros in range(-MOST_ZEROS, MOST_ZEROS + 1))
    return told / most <= product <= told * most or any(made_of.overlaps(other) for other in shifted)


def _each(mean: Claim, means: Means) -> str | None:
    """The unit that a figure is for each of."""
    start = mean.figure.span.start
    before = re.split(r"[，,、；;\d]", mean.article.text[max(mean.figure.sentence.start, start - BEFORE) : start])[-1]
    for word, unit in means.each.items():
        if word in before:
            return unit
    for word in means.every:
        _, found, unit = before.rpartition(word)
        if found and 0 < len(unit) <= 2:
            return unit
    return None


def _hits(row: Sequence[Claim], mean: Claim, unit: str, means: Means) -> Iterator[Hit]:
    counts = [claim for claim in row if claim is not mean and _counts(claim, unit)]
    totals = [claim for claim in row if claim is not mean and _kind(claim) == _kind(mean)]
    if len(counts) != 1 or len(totals) != 1 or not sums.positive(counts[0], mean, totals[0]):
        return
    made = Sum((counts[0], mean), totals[0], _product(counts[0]), said("product", count=counts[0], mean=mean))
    told, product = totals[0].quantity.stated[-1], made.result().high
    if made.fails() and product is not None and told / means.most <= product <= told * means.most:
        yield made.hit()


def _kind(claim: Claim) -> str:
    """The dimension; people and their visits (2000人, 73万人次) go together."""
    return PEOPLE if claim.topic.dimension in (PEOPLE, "count:visit") else claim.topic.dimension


def _counts(claim: Claim, unit: str) -> bool:
    """Whether a figure counts in the unit: 30个班 for 每班, 104.8亩 for 亩产."""
    behind = claim.article.text[claim.figure.span.end : claim.figure.span.end + len(unit)]
    return claim.quantity.unit.name == unit or behind == unit


def _product(count: Claim) -> sums.Reckon:
    """How many there are, in the unit as told, times what each is."""
    factor = count.quantity.unit.factor
    return lambda terms: terms[0].scaled(1 / factor) * terms[1]


KIND = Kind("mean", Means, check, Over.STORY, sums.PLACEHOLDERS)
