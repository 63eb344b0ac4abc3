"""across: this year's level, an earlier year's level told elsewhere, and the growth told between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from figcheck.check import sums
from figcheck.check.change import between_levels
from figcheck.check.ends import CHANGES, SINCE, YEAR_ON_YEAR, Ends, alike, comparable, linked, year_of
from figcheck.check.multiple import between_multiples
from figcheck.check.real import Prices, price_change
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum
from figcheck.model import Claim, Footing, How, Measure, Period, Severity

YEAR = 366
DEFINITE = (How.TOLD, How.CARRIED, How.PUBLISHED)

Key = tuple[str, ...]
Levels = Mapping[Key, Sequence[Claim]]

MOST_LEVELS = 1000
"""Of one time in one story; what has more is no story, and each growth would be held against all of them."""


@dataclass(frozen=True, slots=True)
class Growth(Prices):
    """Parameters: those of `Prices`; amounts of money of earlier years are revised, so that a difference of up to
    `revised` percent a year is a note, and beyond that a warning. `doubled_within` is as in `multiple`."""

    revised: Decimal = Decimal(2)
    doubled_within: Decimal = Decimal("0.15")


def check(claims: Sequence[Claim], growth: Growth) -> Iterator[Hit]:
    """A hit for every growth that a level and an earlier one do not make. `claims` are of all articles, in order."""
    levels = _levels(claims)
    told_between = {id(ends.told) for ends in linked(claims)}
    for after, told in _told(claims):
        if id(told) in told_between:
            continue
        failed = _failed((Ends(before, after, told) for before in _before(after, told, levels)), growth)
        if failed is not None:
            yield failed.hit(**_limits(failed, growth))


def _failed(each: Iterable[Ends], growth: Growth) -> Sum | None:
    """The first of the sums, where none of them comes out."""
    failed: Sum | None = None
    for ends in each:
        made = _sum(ends, growth)
        if made is not None and not made.fails():
            return None
        failed = failed or made
    return failed


# ------------------------------------------------------------------------------- the three figures


def _told(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every growth with the level of its sentence that grew."""
    level: Claim | None = None
    for claim in claims:
        if claim.topic.measure is Measure.LEVEL and claim.topic.dimension not in ("ratio", "points", "times"):
            level = claim
        elif level is not None and _grew(level, claim):
            yield level, claim


def _grew(level: Claim, told: Claim) -> bool:
    return (
        told.topic.measure in CHANGES
        and (told.sentence, told.article.path) == (level.sentence, level.article.path)
        and bool(level.topic.indicator and told.topic.indicator)
        and alike(level, told)
        and (told.topic.basis is not None or told.topic.dimension == "ratio")
        and level.figure.link is None
        and level.topic.footing is told.topic.footing
        and _definite(level.topic.period)
    )


def _before(after: Claim, told: Claim, levels: Levels) -> list[Claim]:
    """The levels that it grew from: of the same thing, at the time that the growth is told since."""
    start = _start(after.topic.period, told.topic.basis)
    if start is None:
        return []
    near = [claim for claim in levels.get(_in_story(after, start), ()) if alike(claim, after)]
    if told.topic.basis is None:  # 增长15%: than last year, as the same story has it
        return [claim for claim in near if _same(claim, after)]
    return [claim for claim in near or levels.get(_anywhere(after, start), ()) if _same(claim, after)]


def _start(period: Period | None, basis: str | None) -> str | None:
    if period is None:
        return None
    if basis is not None and basis.startswith(SINCE):
        return basis.removeprefix(SINCE)
    if basis not in (YEAR_ON_YEAR, None) or period.start is None or period.end is None or period.end.day == 29:
        return None
    year_before = replace(
        period, start=period.start.replace(year=period.start.year - 1), end=period.end.replace(year=period.end.year - 1)
    )
    return year_before.label


def _same(before: Claim, after: Claim) -> bool:
    one, other = before.topic, after.topic
    keys = {one.subject_key, other.subject_key} - {None}
    return comparable(before, after) and one.scope == other.scope and len(keys) < 2 and before is not after


def _levels(claims: Sequence[Claim]) -> Levels:
    found: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        topic = claim.topic
        if topic.measure is not Measure.LEVEL or topic.footing is not Footing.FACT or not _definite(topic.period):
            continue
        label = topic.period.label if topic.period is not None else None
        if label is not None and topic.indicator:
            for key in (_in_story(claim, label), _anywhere(claim, label)):
                if len(found[key]) < MOST_LEVELS:
                    found[key].append(claim)
    return found


def _in_story(claim: Claim, label: str) -> Key:
    return claim.article.path, str(claim.story), label


def _anywhere(claim: Claim, label: str) -> Key:
    return claim.topic.canonical, claim.topic.subject_key or claim.topic.home or "", claim.topic.dimension, label


def _definite(period: Period | None) -> bool:
    return period is not None and period.how in DEFINITE


# ------------------------------------------------------------------------------- the sum


def _sum(ends: Ends, growth: Growth) -> Sum | None:
    if ends.told.topic.dimension == "times":
        return between_multiples(ends, growth.doubled_within)
    return between_levels(ends)


def _limits(made: Sum, growth: Growth) -> Mapping[str, Any]:
    before, after = made.terms
    years = (year_of(after.topic.period) or 0) - (year_of(before.topic.period) or 0)
    if _long_between(before, after):
        return {"unsure": ("revision",), "at_most": Severity.INFO}
    lowered = growth.lowered(made, max(years, 1))
    if lowered:
        return lowered
    if before.topic.dimension.startswith("money") and made.told.topic.dimension == "ratio":
        small = abs(price_change(made, max(years, 1))) <= growth.revised
        return {"unsure": ("revision",), "at_most": Severity.INFO if small else Severity.WARNING}
    one_story = (before.article, before.story) == (after.article, after.story) and made.told.topic.basis is not None
    return {"at_most": Severity.ERROR if one_story else Severity.WARNING}


def _long_between(a: Claim, b: Claim) -> bool:
    """Whether two articles are more than a year apart: amounts are revised in between, and told anew."""
    first, last = (claim.article.stories[claim.story].published or claim.article.published for claim in (a, b))
    return first is not None and last is not None and abs((last - first).days) > YEAR


KIND = Kind("across", Growth, check, Over.CORPUS, sums.PLACEHOLDERS)
