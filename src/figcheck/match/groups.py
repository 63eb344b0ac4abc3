"""Which claims answer one question: candidates are compared, and joined best pair first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from figcheck.limits import Allowance, in_time
from figcheck.links import Links
from figcheck.match import links as linked
from figcheck.match.blocking import APART, candidates, keys
from figcheck.match.comparisons import KNOWN, Both
from figcheck.match.exclusions import TIMES, exclusion, over_time
from figcheck.match.score import said, scored, seen, weighed
from figcheck.match.sides import Side, place
from figcheck.match.values import Relation, agree
from figcheck.match.weights import Weights
from figcheck.model import Claim, Group, Pair, Severity, Topic
from figcheck.naming import NONE, Naming
from figcheck.partition import keyset

TOGETHER = 0.5
"""Claims that agree are together from this probability on; those that differ, from the least of a warning."""

ACROSS = 0.4
"""The same for two tellings of one thing at two times, of which only a note, or a total that fell, is told."""

_BETTER = 2.0
"""A figure that agrees with another article's telling is held against a third of that only where it fits better by so
much, in log-odds."""

_MUCH = 1.0
"""Told twice in its own story, it is held against a third there unless the two fit better by so much: of three like
tellings the odd one is wrong."""


@dataclass(slots=True)
class _Sorted:
    """Candidates by what came of them."""

    joined: list[Pair] = field(default_factory=list)
    across: list[Pair] = field(default_factory=list)
    excluded: set[tuple[int, int]] = field(default_factory=set)


def key_words(claim: Claim, naming: Naming = NONE, links: Links | None = None) -> str:
    """The keys of a claim as one word. Claims can meet only in a part that shares them: see `partition`."""
    return keyset((*(key for key, _ in keys(Side(claim))), *_tied(claim, naming, links)))


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Groups in the order of their first claim."""
    return sorted(groups, key=lambda one: place(one.claims[0]))


def group(
    claims: Sequence[Claim],
    weights: Weights,
    naming: Naming = NONE,
    links: Links | None = None,
    allowance: Allowance | None = None,
) -> list[Group]:
    """Groups of claims that answer one question, in the order of their first claim. Input order does not matter.

    `naming` is what a desk has said of its own names, `links` what an editor has said of single questions. Where
    the time of the `allowance` is up, no more candidates are compared.
    """
    ordered = sorted(claims, key=place)
    sides = [Side(claim) for claim in ordered]
    tied = [list(_tied(claim, naming, links)) for claim in ordered]
    found = _compared(sides, weights, naming, in_time(candidates(sides, tied), allowance))
    pairs = linked.with_links(found.joined, ordered, links)
    numbers = {id(claim): number for number, claim in enumerate(ordered)}
    return _joined(ordered, numbers, pairs, found)


def _tied(claim: Claim, naming: Naming, links: Links | None) -> Iterator[str]:
    kind = claim.topic.dimension
    yield from (f"{kind}\x1fmust-link\x1f{number}" for number in naming.keys(claim))
    if claim.topic.canonical in naming.names.values():
        yield f"{kind}\x1fname\x1f{claim.topic.canonical}"
    yield from linked.link_keys(claim, links)


# ------------------------------------------------------------------------------- what comes of the candidates


def _compared(
    sides: Sequence[Side], weights: Weights, naming: Naming, numbers: Iterable[tuple[int, int, float]]
) -> _Sorted:
    found = _Sorted()
    fits: list[_Fit] = []
    explained: _Explained = {}
    desk = bool(naming.must or naming.cannot)
    for one, other, common in numbers:
        both = Both(sides[one], sides[other])
        told = said(both, naming) if desk else None
        if told is not None:
            if told.same_question:
                found.joined.append(told)
            else:
                found.excluded.add((one, other))
            continue
        relation = both.relation
        far = relation is Relation.FAR or (relation is Relation.APART and common < APART)
        if far and not over_time(both):
            continue
        apart = exclusion(both)
        if apart is not None:
            found.excluded.add((one, other))
            if apart.name in TIMES and over_time(both):
                later = scored(both, weights, at_any_time=True)
                if later.match >= ACROSS:
                    found.across.append(later)
            continue
        if far:
            continue
        levels = weights.levels(both)
        odds = weights.odds(levels)
        if relation in (Relation.EQUAL, Relation.BOUND):
            _explain(explained, one, other, odds, sides)
        pair = weighed(both, weights, levels, odds)
        if seen(both, weights, odds) >= TOGETHER if agree(relation) else pair.worst is not Severity.INFO:
            fits.append(_Fit(one, other, odds, relation, pair))
    mates = _mates(sides) if fits else {}
    for fit in fits:
        if not agree(fit.relation) and _is_explained(fit, sides, explained):
            continue
        if not _fits_better(fit, sides, mates, weights):
            found.joined.append(fit.pair)
    return found


class _Fit(NamedTuple):
    """A pair that nothing excludes: numbers of its claims, log-odds with the numbers hidden, what these are."""

    one: int
    other: int
    odds: float
    relation: Relation
    pair: Pair


def _mates(sides: Sequence[Side]) -> dict[tuple[str, int, str], list[int]]:
    """The figures of each sentence and dimension."""
    found: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for number, side in enumerate(sides):
        found[_sentence(side)].append(number)
    return found


def _sentence(side: Side) -> tuple[str, int, str]:
    return side.claim.article.path, side.claim.figure.sentence.start, side.claim.topic.dimension


def _fits_better(
    fit: _Fit, sides: Sequence[Side], mates: Mapping[tuple[str, int, str], list[int]], weights: Weights
) -> bool:
    """Whether one of two figures fits another figure of the other's sentence better: 2人死亡, 11人受伤 beside 7人死亡,
    19人受伤 are two pairs, not four."""
    for claim, partner in ((fit.one, fit.other), (fit.other, fit.one)):
        for mate in mates[_sentence(sides[partner])]:
            if mate != partner and mate != claim:
                both = Both(sides[min(claim, mate)], sides[max(claim, mate)])
                if exclusion(both) is None and weights.odds(weights.levels(both)) > fit.odds:
                    return True
    return False


_Explained = dict[tuple[int, str, int], float]


def _story(side: Side) -> tuple[str, int]:
    return side.claim.article.path, side.claim.story


def _explain(explained: _Explained, one: int, other: int, odds: float, sides: Sequence[Side]) -> None:
    """Keep, for each claim and story, how well the claim fits the best telling there that agrees with it."""
    for claim, telling in ((one, other), (other, one)):
        key = (claim, *_story(sides[telling]))
        explained[key] = max(explained.get(key, odds), odds)


def _is_explained(fit: _Fit, sides: Sequence[Side], explained: _Explained) -> bool:
    """Whether one of two claims that differ agrees with another telling of the other's story that fits well enough."""
    one_story = _story(sides[fit.one]) == _story(sides[fit.other])
    least = fit.odds + _MUCH if one_story else fit.odds - _BETTER
    ways = ((fit.one, fit.other), (fit.other, fit.one))
    return any(explained.get((claim, *_story(sides[telling])), least - 1) >= least for claim, telling in ways)


# ------------------------------------------------------------------------------- groups


def _joined(ordered: Sequence[Claim], numbers: dict[int, int], pairs: Sequence[Pair], found: _Sorted) -> list[Group]:
    parent = list(range(len(ordered)))
    members: dict[int, list[int]] = {number: [number] for number in parent}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    apart: dict[int, set[int]] = defaultdict(set)
    for one, other in found.excluded:
        apart[one].add(other)
        apart[other].add(one)
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.score, -pair.match, numbers[id(pair.a)], numbers[id(pair.b)])):
        one, other = root(numbers[id(pair.a)]), root(numbers[id(pair.b)])
        if one != other:
            small, large = sorted((one, other), key=lambda number: (len(members[number]), number))
            if pair.score < 1.0 and any(not apart[number].isdisjoint(members[large]) for number in members[small]):
                continue
            parent[small] = large
            members[large] += members.pop(small)
        kept.append(pair)
    for pair in found.across:
        one, other = root(numbers[id(pair.a)]), root(numbers[id(pair.b)])
        if one != other:
            parent[one] = other
            members[other] += members.pop(one)
    inside, across = (_by_group(some, numbers, root) for some in (kept, found.across))
    return in_order(
        Group(
            _topic([ordered[number] for number in some]),
            tuple(ordered[number] for number in sorted(some)),
            tuple(inside[key]),
            tuple(across[key]),
        )
        for key, some in members.items()
    )


def _by_group(pairs: Sequence[Pair], numbers: dict[int, int], root: object) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: (numbers[id(pair.a)], numbers[id(pair.b)])):
        found[root(numbers[id(pair.a)])].append(pair)  # type: ignore[operator]
    return found


def _topic(claims: Sequence[Claim]) -> Topic:
    """The topic of a group: of the claim that says most of it, the period where one is told."""
    return max((claim.topic for claim in claims), key=_tells)


def _tells(topic: Topic) -> tuple[bool, bool, bool]:
    return bool(topic.words), topic.period is not None and topic.period.how in KNOWN, topic.subject_told
