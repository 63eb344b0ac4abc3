"""The two ends of a change (由A增至B) and what the same sentence says of the change: the terms of a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from figcheck.lang import pack
from figcheck.model import Claim, Footing, How, Measure, Period

CHANGES = (Measure.CHANGE, Measure.MULTIPLE)
LEVELS = (Measure.LEVEL, Measure.SHARE)
OVER_CHANGE = "over-change"
YEAR_ON_YEAR = "year-on-year"
YEARLY_MEAN = "yearly-mean"
SINCE = "since:"
HELD_AGAINST = "held-against"
"""The cue of a level that another one is compared with (比去年同期的68个增长25%)."""


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """A change from one level to another, and a figure that tells how large it is."""

    before: Claim
    after: Claim
    told: Claim

    @property
    def years_told(self) -> int | None:
        """How many years lie between the two levels; None where the text does not name both."""
        first, last = self.before.topic.period, self.after.topic.period
        if first is None or last is None or not {first.how, last.how} <= {How.TOLD, How.CARRIED}:
            return None
        return _apart(year_of(first), year_of(last))

    @property
    def span(self) -> int | None:
        """How many years the passage spans that both levels are told in (2016年至2020年，…由…增加到…): 5."""
        first, last = self.before.topic.period, self.after.topic.period
        if first is None or last is None or first != last or first.start is None or first.end is None:
            return None
        years = first.end.year - first.start.year + 1
        return years if years > 1 and first.how in (How.TOLD, How.CARRIED) else None

    @property
    def years(self) -> int | None:
        """The same; where the text does not name the second year, up to the last one that was over at publication."""
        first, last = self.before.topic.period, self.after.topic.period
        if first is None or first.how not in (How.TOLD, How.CARRIED) or last is None or last.end is None:
            return None
        over = last.end.year if last.how is How.TOLD or last.end.month == 12 else last.end.year - 1
        return _apart(year_of(first), over)

    @property
    def falls(self) -> bool:
        """Whether the text says that it went down."""
        return self.told.figure.direction < 0


def linked(claims: Sequence[Claim]) -> Iterator[Ends]:
    """Every figure that tells of a change between two levels: one with their link, wherever it stands, else right
    behind them. `claims` are a story's, in text order."""
    yield from _tied(claims)
    first: Claim | None = None
    pair: tuple[Claim, Claim] | None = None
    for claim in claims:
        if claim.topic.measure in CHANGES and claim.figure.link is not None:
            continue
        if pair is not None and _tells_of(claim, pair):
            yield Ends(*pair, claim)
            continue
        if claim.topic.measure not in CHANGES:
            pair = _pair(first, claim) if first is not None else None
            first = claim


def _tied(claims: Sequence[Claim]) -> Iterator[Ends]:
    """Changes that bear the link of their levels (rose 15% to 46, from 40)."""
    levels = both_ends(claims)
    for claim in claims:
        if claim.topic.measure in CHANGES and _link(claim) in levels:
            yield Ends(*levels[_link(claim)], claim)


Link = tuple[str, int | None]
"""An article and the number of a link in it."""


def both_ends(claims: Sequence[Claim]) -> dict[Link, tuple[Claim, Claim]]:
    """The level before and the level after of every link that has both."""
    ends: dict[Footing | None, dict[Link, Claim]] = {Footing.BEFORE: {}, Footing.AFTER: {}}
    for claim in claims:
        if claim.figure.link is not None and claim.figure.link_end in ends:
            ends[claim.figure.link_end][_link(claim)] = claim
    before, after = ends[Footing.BEFORE], ends[Footing.AFTER]
    return {link: (before[link], after[link]) for link in before if link in after}


def _link(claim: Claim) -> Link:
    return claim.article.path, claim.figure.link


def _pair(first: Claim, claim: Claim) -> tuple[Claim, Claim] | None:
    """Two levels that follow each other as the ends of one change, the earlier first; None where they are not."""
    if first.article is not claim.article:
        return None
    if claim.figure.link is not None or first.figure.link is not None:
        one = claim.figure.link == first.figure.link and claim.figure.link_end is Footing.AFTER
        return (first, claim) if one else None
    if _sentence(first) != _sentence(claim) or not alike(first, claim) or not comparable(first, claim):
        return None
    if HELD_AGAINST in claim.figure.cues:
        return claim, first
    arrived = claim.figure.direction and "reached" in claim.figure.cues
    return (first, claim) if arrived or _years_on(first, claim) else None


def _years_on(first: Claim, claim: Claim) -> bool:
    """Whether the second of two levels is told for a later year than the first (去年18亿元，今年27亿元)."""
    one, other = first.topic, claim.topic
    years = (year_of(one.period), year_of(other.period))
    both = one.measure is other.measure is Measure.LEVEL and one.scope == other.scope
    return both and years[0] is not None and years[1] is not None and years[0] < years[1]


def _tells_of(claim: Claim, pair: tuple[Claim, Claim]) -> bool:
    before, after = pair
    return (
        claim.topic.measure in CHANGES
        and any(end.topic.indicator for end in (*pair, claim))
        and _sentence(claim) == _sentence(after)
        and alike(after, claim)
        and _fits(claim.topic.basis, before.topic.period, after.topic.period)
    )


def _fits(basis: str | None, first: Period | None, last: Period | None) -> bool:
    """Whether a change told on this basis is the change between levels of these periods."""
    start, end = year_of(first), year_of(last)
    if basis is None or basis in (OVER_CHANGE, YEARLY_MEAN):
        return True
    if basis.startswith(SINCE):
        return start is None or basis == f"{SINCE}{start}"
    if basis != YEAR_ON_YEAR:
        return False
    told = start is not None and end is not None and start != end
    return end == start + 1 if told and start is not None else not _spans_years(first, last)


def _spans_years(first: Period | None, last: Period | None) -> bool:
    """Whether a sentence about two levels tells years that lie apart, or one of them alone."""
    tells = [period for period in (first, last) if period is not None and period.how is How.TOLD]
    return len(tells) == 1 or any(
        p.start is not None and p.end is not None and p.start.year != p.end.year for p in tells
    )


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.article.path, claim.sentence


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims of one passage name one indicator: 特种钢年产量 is 产量 when it comes again."""
    first, second = sorted((a.topic.canonical, b.topic.canonical), key=len)
    return _ends_alike(first, second, a.article.lang)


@lru_cache(maxsize=65_536)
def _ends_alike(first: str, second: str, lang: str) -> bool:
    if not second.endswith(first):
        return False
    more = second[: len(second) - len(first)] if first else ""
    return not any(word in more for words in pack(lang).exclusive() for word in words)


def comparable(a: Claim, b: Claim) -> bool:
    """Whether two figures are in one dimension."""
    return a.topic.dimension == b.topic.dimension


def _apart(first: int | None, last: int | None) -> int | None:
    return last - first if first is not None and last is not None and last > first else None


def year_of(period: Period | None) -> int | None:
    """The year in which a period ends."""
    return period.end.year if period is not None and period.end is not None else None
