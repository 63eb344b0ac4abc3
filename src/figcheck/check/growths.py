"""Every growth that is told with the level that grew: what it must have grown from, in its story or elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from figcheck.check import finding
from figcheck.check.ends import CHANGES, SINCE, YEAR_ON_YEAR, alike, linked
from figcheck.check.rule import Asked, Corpus
from figcheck.model import Claim, Footing, How, Measure, Period
from figcheck.partition import keyset

DEFINITE = (How.TOLD, How.CARRIED, How.PUBLISHED)

Levels = Mapping[str, Sequence[Claim]]

MOST_LEVELS = 1000
"""Of one time in one story; what has more is no story, and each growth would be held against all of them."""
Numbers = tuple[int, int, list[int], str | None]
"""What is asked, with numbers for its claims."""


def whole(claims: Sequence[Claim]) -> Corpus:
    """The claims of any number of articles, with all that they ask of each other."""
    ordered = sorted(claims, key=finding.place)
    articles = [list(own) for _, own in groupby(ordered, key=lambda claim: claim.article.path)]
    return Corpus(tuple(ordered), tuple(one for own in articles for one in asked(own)))


def corpus(claims: Sequence[Claim], asks: Sequence[Asked]) -> Corpus:
    """A part of all claims that shares no key with the rest, and what is asked in it."""
    return Corpus(
        tuple(sorted(claims, key=finding.place)), tuple(sorted(asks, key=lambda ask: finding.place(ask.told)))
    )


def numbered(claims: Sequence[Claim]) -> tuple[list[str], list[Numbers]]:
    """The keys of each claim of an article, and what it asks, by the numbers of the claims."""
    numbers = {id(claim): number for number, claim in enumerate(claims)}
    met = [list(keys(claim)) for claim in claims]
    asks: list[Numbers] = []
    for ask in asked(sorted(claims, key=finding.place)):
        after, told, *near = (numbers[id(claim)] for claim in (ask.after, ask.told, *ask.near))
        for number in (after, told, *near):
            met[number].append(f"{ask.after.article.path} {len(asks)}")
        met[after] += [ask.key] if ask.key is not None else []
        asks.append((after, told, near, ask.key))
    return [keyset(one) for one in met], asks


def asked(claims: Sequence[Claim]) -> Iterator[Asked]:
    """Every growth of one article that needs an earlier level. `claims` are all of the article, in text order."""
    told_between = {id(ends.told) for ends in linked(claims)}
    levels: Levels | None = None
    for after, told in _told(claims):
        start = _start(after.topic.period, told.topic.basis)
        if id(told) in told_between or start is None:
            continue
        levels = levels or _in_story(claims)
        near = [claim for claim in levels.get(f"{after.story} {start}", ()) if alike(claim, after)]
        yield Asked(after, told, near, None if told.topic.basis is None else _named(after, start))


def keys(claim: Claim) -> Iterator[str]:
    """By what claims of different articles may come into one finding: what they say, and as what level they count."""
    yield repr(finding.says(claim))
    level = level_key(claim)
    if level is not None:
        yield level


def level_key(claim: Claim) -> str | None:
    """The name of a level of a known time, by which growths of other articles look for it."""
    label = _label(claim)
    return None if label is None else _named(claim, label)


def _named(claim: Claim, label: str) -> str:
    topic = claim.topic
    return "\x1f".join((topic.canonical, topic.subject_key or topic.home or "", topic.dimension, label))


def _in_story(claims: Sequence[Claim]) -> Levels:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (label := _label(claim)) is not None and len(found[f"{claim.story} {label}"]) < MOST_LEVELS:
            found[f"{claim.story} {label}"].append(claim)
    return found


def _label(claim: Claim) -> str | None:
    topic = claim.topic
    if topic.measure is not Measure.LEVEL or topic.footing is not Footing.FACT or not topic.indicator:
        return None
    return topic.period.label if topic.period is not None and _definite(topic.period) else None


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
        and told.sentence == level.sentence
        and bool(level.topic.indicator and told.topic.indicator)
        and alike(level, told)
        and (told.topic.basis is not None or told.topic.dimension == "ratio")
        and level.figure.link is None
        and level.topic.footing is told.topic.footing
        and _definite(level.topic.period)
    )


def _start(period: Period | None, basis: str | None) -> str | None:
    if period is None:
        return None
    if basis is not None and basis.startswith(SINCE):
        return basis.removeprefix(SINCE)
    if basis not in (YEAR_ON_YEAR, None) or period.start is None or period.end is None or period.start.year == 1:
        return None
    if 29 in (period.start.day, period.end.day):  # of February, it may be
        return None
    year_before = replace(
        period, start=period.start.replace(year=period.start.year - 1), end=period.end.replace(year=period.end.year - 1)
    )
    return year_before.label


def _definite(period: Period | None) -> bool:
    return period is not None and period.how in DEFINITE
