"""converted: one amount told in two units. 1200亩（合60公顷） is 80公顷; what 300美元 are in yuan, 500 must be too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby, pairwise

from figcheck.check import sums
from figcheck.check.family import between
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Measure, Verdict

PHYSICAL = ("length", "area", "mass", "volume", "speed")
"""What is told in two units: 26 miles (42 miles) says one thing twice, and not alike."""

LONGEST = 24
"""How many characters may stand between an amount and the same in another unit."""


@dataclass(frozen=True, slots=True)
class Same:
    """Parameters: `same` are words between two amounts that are one (合, 折合); `leeway` is by how many percent an
    amount converted may miss, `rates` by how many percent the rates of exchange of one article may differ; `exchange`
    holds, for two currencies (`USD/CNY`), the lowest and the highest rate that there has been in living memory;
    `several` are units of which there is more than one (ton, gallon), and by how many percent they differ."""

    same: tuple[str, ...] = ()
    leeway: Decimal = Decimal(2)
    rates: Decimal = Decimal(5)
    exchange: Mapping[str, tuple[Decimal, ...]] = field(default_factory=dict)
    several: Mapping[str, Decimal] = field(default_factory=dict)


def check(claims: Sequence[Claim], same: Same) -> Iterator[Hit]:
    """A hit for every amount that is another one in its second unit, and for two rates of exchange in one text."""
    yield from _degrees(claims)
    yield from _restated(claims)
    pairs = [(a, b) for a, b in pairwise(claims) if _are_one(a, b, same)]
    for a, b in pairs:
        if a.topic.dimension == b.topic.dimension:
            yield from _misses(a, b, same)
    priced = [_turned(a, b) for a, b in pairs if _are_money(a, b)]
    for pair in priced:
        yield from _never_was(pair, same)
    for _, rows in groupby(sorted(priced, key=_currencies), key=_currencies):
        first, *others = rows
        yield from (_two_rates(first, other) for other in others if _apart(first, other, same.rates))


def _are_one(a: Claim, b: Claim, same: Same) -> bool:
    gap = between(a, b)
    bare = gap.strip("（(，, 约")
    behind = b.article.text[b.figure.span.end : b.figure.span.end + 1]
    bracketed = gap.strip()[:1] in ("（", "(") and not bare and behind in ("）", ")")
    told = len(gap) <= LONGEST and (bare in same.same or bracketed)
    units = a.quantity.unit.name != b.quantity.unit.name or (bracketed and a.topic.dimension in PHYSICAL)
    units = units and not _is_for_each(b)
    counted = a.topic.dimension.startswith("count")
    return told and units and not counted and a.figure.sentence == b.figure.sentence and sums.positive(a, b)


def _restated(claims: Sequence[Claim]) -> Iterator[Hit]:
    """One in five drivers, or 25 percent: a part in words, and the same as a percentage."""
    for a, b in pairwise(claims):
        gap = between(a, b).lower()
        shares = a.topic.dimension == b.topic.dimension == "ratio" and a.figure.sentence == b.figure.sentence
        restated = gap.endswith(" (") or gap.strip().endswith((", or", ", or about", ", or some"))
        told = restated and len(gap) <= RESTATED
        if shares and told and not _has_percent(a) and _has_percent(b) and a.topic.measure is not Measure.CHANGE:
            made = Sum((a,), b, lambda terms: terms[0], said("converted", a=a))
            if made.fails():
                yield made.hit()


RESTATED = 30
"""How many characters may stand between a part in words and its percentage."""


def _has_percent(claim: Claim) -> bool:
    text = claim.figure.span.text.lower()
    return any(sign in text for sign in ("%", "percent", "per cent", "％"))


CELSIUS, FAHRENHEIT = "temperature", "temperature:F"


def _degrees(claims: Sequence[Claim]) -> Iterator[Hit]:
    """40C (140F): degrees of one scale in brackets behind those of the other, two of which may be lost in rounding."""
    for a, b in pairwise(claims):
        if {a.topic.dimension, b.topic.dimension} != {CELSIUS, FAHRENHEIT} or between(a, b).strip() not in (
            "(",
            "/",
            ", or",
        ):
            continue
        if a.topic.measure is Measure.CHANGE or b.topic.measure is Measure.CHANGE:
            continue
        made = Sum((a,), b, _to_fahrenheit if b.topic.dimension == FAHRENHEIT else _to_celsius, said("converted", a=a))
        if made.fails():
            yield made.hit()


def _to_fahrenheit(terms: Sequence[Interval]) -> Interval:
    return _around(terms[0].scaled(Decimal("1.8")) + Interval.exactly(32), Decimal(2))


def _to_celsius(terms: Sequence[Interval]) -> Interval:
    return _around((terms[0] - Interval.exactly(32)).scaled(1 / Decimal("1.8")), Decimal(1))


def _around(interval: Interval, degrees: Decimal) -> Interval:
    return interval + Interval(-degrees, degrees, False, False)


def _is_for_each(claim: Claim) -> bool:
    """Whether an amount is for each of many: $2.5 million, or 25 cents a share."""
    end = claim.figure.span.end
    return claim.article.text[end : end + 8].lower().startswith((" a ", " an ", " per ", " each", " apiece"))


def _misses(a: Claim, b: Claim, same: Same) -> Iterator[Hit]:
    leeway = max(same.leeway, *(same.several.get(claim.quantity.unit.name, same.leeway) for claim in (a, b)))
    made = Sum((a,), b, lambda terms: _loose(terms[0], leeway), said("converted", a=a))
    if made.fails():
        exact = Sum((a,), b, lambda terms: terms[0], made.lead)
        yield made.hit({"sum": exact.words()})


def _loose(interval: Interval, percent: Decimal) -> Interval:
    low = None if interval.low is None else interval.low * (1 - percent / 100)
    high = None if interval.high is None else interval.high * (1 + percent / 100)
    return Interval(low, high, interval.low_open, interval.high_open)


def _are_money(a: Claim, b: Claim) -> bool:
    dimensions = (a.topic.dimension, b.topic.dimension)
    return all(dimension.startswith("money:") for dimension in dimensions) and dimensions[0] != dimensions[1]


def _turned(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two amounts in the order of their currencies: a text may go to and fro."""
    return (a, b) if a.topic.dimension > b.topic.dimension else (b, a)


def _never_was(pair: tuple[Claim, Claim], same: Same) -> Iterator[Hit]:
    """A hit for a rate of exchange that no year has seen: a point or a 万 slipped."""
    a, b = (claim.topic.dimension.removeprefix("money:") for claim in pair)
    rate = _rate(pair)
    for limits, told in (
        (same.exchange.get(f"{a}/{b}"), rate),
        (same.exchange.get(f"{b}/{a}"), Interval.exactly(1) / rate),
    ):
        if limits is not None and not told.overlaps(Interval(min(limits), max(limits), False, False)):
            shown = pair[1].quantity.value / pair[0].quantity.value
            words = said("no-such-rate", a=pair[0], b=pair[1], rate=shown)
            yield Hit(pair, Verdict.ARITHMETIC, cause="unit-slip", values={"sum": words, "slip": sums.NO_SLIP})


def _currencies(pair: tuple[Claim, Claim]) -> tuple[str, str]:
    return pair[0].topic.dimension, pair[1].topic.dimension


def _rate(pair: tuple[Claim, Claim]) -> Interval:
    one, other = (_exactly(claim) for claim in pair)
    return other / one


def _exactly(claim: Claim) -> Interval:
    """An amount; one of a currency, of which a rate is told, is one and no more or less."""
    quantity = claim.quantity
    return Interval.exactly(quantity.value) if quantity.stated == (Decimal(1),) else quantity.base


def _apart(one: tuple[Claim, Claim], other: tuple[Claim, Claim], percent: Decimal) -> bool:
    return not _loose(_rate(one), percent).overlaps(_rate(other))


def _two_rates(one: tuple[Claim, Claim], other: tuple[Claim, Claim]) -> Hit:
    rates = [pair[1].quantity.value / pair[0].quantity.value for pair in (one, other)]
    words = said("two-rates", a=one[0], b=one[1], first=rates[0], c=other[0], d=other[1], second=rates[1])
    return Hit((*one, *other), Verdict.ARITHMETIC, values={"sum": words, "slip": sums.NO_SLIP})


KIND = Kind("converted", Same, check, Over.STORY, sums.PLACEHOLDERS)
