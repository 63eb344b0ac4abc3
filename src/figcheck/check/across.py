"""across: this year's level, an earlier year's level told elsewhere, and the growth told between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from figcheck.check import sums
from figcheck.check.change import between_levels
from figcheck.check.ends import Ends, comparable, year_of
from figcheck.check.growths import MOST_LEVELS, level_key
from figcheck.check.multiple import between_multiples
from figcheck.check.real import Prices, price_change
from figcheck.check.rule import Asked, Corpus, Hit, Kind, Over
from figcheck.check.sums import Sum
from figcheck.model import Claim, Severity

YEAR = 366


@dataclass(frozen=True, slots=True)
class Growth(Prices):
    """Parameters: those of `Prices`; amounts of money of earlier years are revised, so that a difference of up to
    `revised` percent a year is a note, and beyond that a warning. `doubled_within` is as in `multiple`."""

    revised: Decimal = Decimal(2)
    doubled_within: Decimal = Decimal("0.15")


def check(corpus: Corpus, growth: Growth) -> Iterator[Hit]:
    """A hit for every growth that a level and an earlier one do not make."""
    levels = _levels(corpus.claims)
    for ask in corpus.asked:
        failed = _failed((Ends(before, ask.after, ask.told) for before in _before(ask, levels)), growth)
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


def _before(ask: Asked, levels: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """The levels that it grew from: of the same thing, at the time that the growth is told since.

    增长15% without a basis is more than last year, as the same story has it: no other story is asked.
    """
    elsewhere = levels.get(ask.key, ()) if ask.key is not None else ()
    return [claim for claim in ask.near or elsewhere if _same(claim, ask.after)]


def _same(before: Claim, after: Claim) -> bool:
    one, other = before.topic, after.topic
    keys = {one.subject_key, other.subject_key} - {None}
    return comparable(before, after) and one.scope == other.scope and len(keys) < 2 and before is not after


def _levels(claims: Sequence[Claim]) -> Mapping[str, Sequence[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (key := level_key(claim)) is not None and len(found[key]) < MOST_LEVELS:
            found[key].append(claim)
    return found


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
