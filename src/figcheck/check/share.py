"""share: amounts and the shares they are said to be. 41万公里 as 35% of the world leaves no room for 9万公里 as 6%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby, pairwise

from figcheck import ui
from figcheck.check import sums
from figcheck.check.family import between, of_one_kind
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Measure, Verdict

HUNDRED = Decimal(100)
FARTHEST = 24
"""How many characters may stand between an amount and its share."""


@dataclass(frozen=True, slots=True)
class Wholes:
    """Parameters: `of` are words that lead to the whole of a share (占), `opening` those that lead from a whole to a
    part (其中), `same_whole` words for the whole that was told before (总数), `fillers` what may stand between the
    whole and its share (的), `totals` words that make a whole one by itself (总人口); `leeway` is by how many percent
    two wholes may differ that are worked out of shares. Where words are written apart, `parts` stand between a part and
    its whole (60 of the 300), `restated` before the share of it (, or 20 percent), `of_it` behind a share of the larger
    amount before it (of its value)."""

    of: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    same_whole: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    restated: tuple[str, ...] = ()
    of_it: tuple[str, ...] = ()
    leeway: Decimal = Decimal(5)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """An amount with the share that it is, and what the share is of, in the words of the text."""

    amount: Claim
    share: Claim
    whole: str


def check_implied(claims: Sequence[Claim], wholes: Wholes) -> Iterator[Hit]:
    """A hit for two amounts of a paragraph whose shares of one whole make two different wholes."""
    told = [row for row in _told(claims, wholes) if row.whole]
    for _, rows in groupby(told, key=lambda row: row.amount.block):
        for a, b in combinations(list(rows)[:12], 2):
            if _of_one_whole(a, b, wholes) and _apart(_implied(a), _implied(b), wholes.leeway):
                yield _implied_hit(a, b)


def check_share(claims: Sequence[Claim], wholes: Wholes) -> Iterator[Hit]:
    """A hit for a part and a whole of one sentence that do not make the share told (1200户中396户购车，占33%)."""
    for whole, part, share in zip(claims, claims[1:], claims[2:], strict=False):
        row = _row(part, share, wholes)
        if row is None or row.whole not in ("", *wholes.same_whole) or not _is_whole(whole, part, wholes):
            continue
        made = Sum((part, whole), share, _percent, said("share-of", part=part, whole=whole))
        if made.fails() and whole.quantity.value >= part.quantity.value:
            yield made.hit()
    yield from _of_counts(claims, wholes)
    for first, second, share in zip(claims, claims[1:], claims[2:], strict=False):
        if POINTS_BACK in share.figure.cues and _are_part_and_whole(first, second, share):
            part, whole = sorted((first, second), key=lambda claim: claim.quantity.value)
            made = Sum((part, whole), share, _percent, said("share-of", part=part, whole=whole))
            if made.fails():
                yield made.hit()


def _of_counts(claims: Sequence[Claim], wholes: Wholes) -> Iterator[Hit]:
    """60 of the 300 students, or 30 percent; the tax on a $250,000 house is $5,000, or 5 percent of its value."""
    for first, second, share in zip(claims, claims[1:], claims[2:], strict=False):
        gaps = between(first, second).lower(), between(second, share).lower()
        restated = gaps[1].strip(" ,").endswith(wholes.restated) and len(gaps[1]) <= FARTHEST
        if not restated or share.topic.dimension != "ratio" or not _are_levels(first, second):
            continue
        behind = share.article.text[share.figure.span.end : share.figure.span.end + FARTHEST].lower()
        if gaps[0].strip() in wholes.parts:
            part, whole = first, second
        elif behind.lstrip().startswith(wholes.of_it) and first.quantity.value > second.quantity.value:
            part, whole = second, first
        else:
            continue
        made = Sum((part, whole), share, _percent, said("share-of", part=part, whole=whole))
        if made.fails():
            yield made.hit()


def _are_levels(first: Claim, second: Claim) -> bool:
    levels = first.topic.measure is second.topic.measure is Measure.LEVEL
    return levels and first.sentence == second.sentence and of_one_kind(first, second) and sums.positive(first, second)


POINTS_BACK = "of-total"
"""The cue of a share in a sentence that points back to two amounts: That is 2 percent of the total."""


def _are_part_and_whole(first: Claim, second: Claim, share: Claim) -> bool:
    return (
        first.sentence == second.sentence == share.sentence - 1
        and first.topic.dimension == second.topic.dimension
        and first.topic.measure is second.topic.measure is Measure.LEVEL
        and sums.positive(first, second)
    )


def _told(claims: Sequence[Claim], wholes: Wholes) -> Iterator[Told]:
    for amount, share in pairwise(claims):
        row = _row(amount, share, wholes)
        if row is not None:
            yield row


def _row(amount: Claim, share: Claim, wholes: Wholes) -> Told | None:
    gap = between(amount, share)
    word = next((word for word in wholes.of if word in gap), None)
    if word is None or len(gap) > FARTHEST or amount.sentence != share.sentence or not _fit(amount, share):
        return None
    whole = gap.rpartition(word)[2]
    for filler in wholes.fillers:
        whole = whole.removesuffix(filler)
    return Told(amount, share, whole.strip("“” "))


def _fit(amount: Claim, share: Claim) -> bool:
    return (
        amount.topic.measure is Measure.LEVEL
        and share.topic.measure is Measure.SHARE
        and share.topic.dimension == "ratio"
        and amount.topic.dimension not in ("ratio", "points", "times")
        and amount.topic.footing is share.topic.footing
        and sums.positive(amount, share)
    )


# ------------------------------------------------------------------------------- two shares of one whole


def _of_one_whole(a: Told, b: Told, wholes: Wholes) -> bool:
    return (
        a.amount.topic.dimension == b.amount.topic.dimension
        and a.amount is not b.amount
        and (
            (a.whole == b.whole and any(word in a.whole for word in wholes.totals))
            or (_noun(a.amount) == _noun(b.amount) and (a.whole.startswith(b.whole) or b.whole.startswith(a.whole)))
        )
        and _year(a.amount) == _year(b.amount)
    )


def _noun(claim: Claim) -> str:
    return claim.topic.words[-1] if claim.topic.words else ""


def _year(claim: Claim) -> str | None:
    return claim.topic.period.label if claim.topic.period is not None else None


def _implied(row: Told) -> Interval:
    return (row.amount.quantity.base / row.share.quantity.base).scaled(HUNDRED)


def _apart(a: Interval, b: Interval, leeway: Decimal) -> bool:
    for low, high in ((a, b), (b, a)):
        if low.high is not None and high.low is not None and low.high * (1 + leeway / HUNDRED) < high.low:
            return True
    return False


def _implied_hit(a: Told, b: Told) -> Hit:
    terms = {}
    for name, row in (("a", a), ("b", b)):
        total = row.amount.quantity.value / row.share.quantity.value * HUNDRED / row.amount.quantity.unit.factor
        of = row.amount.quantity.unit
        terms[f"total_{name}"] = {lang: sums.worked(Interval.exactly(total), of, lang, Decimal(1)) for lang in ui.LANGS}
    said_both = said("implied", a=a.amount, share_a=a.share, b=b.amount, share_b=b.share, **terms)
    return Hit((a.amount, a.share, b.amount, b.share), Verdict.ARITHMETIC, values={"sum": said_both})


# ------------------------------------------------------------------------------- a share of what was told


def _percent(terms: Sequence[Interval]) -> Interval:
    return (terms[0] / terms[1]).scaled(HUNDRED)


def _is_whole(whole: Claim, part: Claim, wholes: Wholes) -> bool:
    """Whether an amount is what a part was opened from, in the same sentence."""
    return (
        whole.sentence == part.sentence
        and whole.topic.measure is Measure.LEVEL
        and whole.topic.dimension == part.topic.dimension
        and whole.quantity.unit.name == part.quantity.unit.name
        and sums.positive(whole)
        and any(word in between(whole, part) for word in wholes.opening)
    )


IMPLIED = Kind("implied", Wholes, check_implied, Over.STORY, ("sum",))
SHARE = Kind("share-of", Wholes, check_share, Over.STORY, sums.PLACEHOLDERS)
