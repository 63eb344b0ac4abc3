"""Which claims answer one question: candidates are compared, and joined best pair first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from figcheck.limits import Allowance, in_time
from figcheck.links import Links
from figcheck.match import links as linked
from figcheck.match.blocking import candidates, keys
from figcheck.match.comparisons import KNOWN, Both
from figcheck.match.exclusions import TIMES, exclusion, over_time
from figcheck.match.score import said, scored, unsure
from figcheck.match.sides import Side
from figcheck.match.values import Relation, agree, relate
from figcheck.match.weights import Weights, probability
from figcheck.model import Claim, Group, Pair, Severity, Topic
from figcheck.naming import NONE, Naming
from figcheck.partition import keyset

TOGETHER = 0.5
"""Claims that agree are together from this probability on; those that differ, from the least of a warning."""

_BETTER = 2.0
"""A figure that agrees with another telling of a story is held against a third only where that fits better by so
much, in log-odds."""


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
    return sorted(groups, key=lambda one: _place(one.claims[0]))


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
    ordered = sorted(claims, key=_place)
    sides = [Side(claim) for claim in ordered]
    tied = [list(_tied(claim, naming, links)) for claim in ordered]
    found = _compared(sides, weights, naming, in_time(candidates(sides, tied), allowance))
    pairs = linked.with_links(found.joined, ordered, links)
    numbers = {id(claim): number for number, claim in enumerate(ordered)}
    return _joined(ordered, numbers, pairs, found)


def _tied(claim: Claim, naming: Naming, links: Links | None) -> Iterator[str]:
    kind = claim.topic.dimension
    yield from (f"{kind}\x1fmust-link\x1f{number}" for number in naming.keys(claim))
    yield from linked.link_keys(claim, links)


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.article.path, claim.figure.span.start, claim.figure.span.end


# ------------------------------------------------------------------------------- what comes of the candidates


def _compared(sides: Sequence[Side], weights: Weights, naming: Naming, numbers: Iterable[tuple[int, int]]) -> _Sorted:
    found = _Sorted()
    open_pairs: list[_Open] = []
    desk = bool(naming.must or naming.cannot)
    for one, other in numbers:
        both = Both(sides[one], sides[other])
        told = said(both, naming) if desk else None
        if told is not None:
            if told.same_question:
                found.joined.append(told)
            else:
                found.excluded.add((one, other))
            continue
        apart = exclusion(both)
        if apart is None:
            levels = weights.levels(both)
            open_pairs.append(_Open(one, other, weights.odds(levels), relate(both.a.claim, both.b.claim), levels))
            continue
        found.excluded.add((one, other))
        if apart.name in TIMES and over_time(both):
            later = scored(both, weights)
            if later.match >= TOGETHER:
                found.across.append(later)
    explained = _explained(open_pairs, sides)
    for pair in open_pairs:
        a, b = sides[pair.one].claim, sides[pair.other].claim
        match, score = probability(pair.odds), probability(pair.odds + weights.value(a, b, pair.relation))
        worst = weights.worst(pair.relation, match, score)
        if score < TOGETHER if agree(pair.relation) else worst is Severity.INFO:
            continue
        if agree(pair.relation) or not _is_explained(pair, sides, explained):
            found.joined.append(Pair(a, b, round(score, 4), (), unsure(pair.levels), round(match, 4), worst))
    return found


class _Open(NamedTuple):
    """A pair that nothing excludes: numbers of its claims, log-odds with the numbers hidden, and what these are."""

    one: int
    other: int
    odds: float
    relation: Relation
    levels: tuple[str, ...]


_Explained = dict[tuple[int, str, int], float]


def _story(side: Side) -> tuple[str, int]:
    return side.claim.article.path, side.claim.story


def _explained(pairs: Sequence[_Open], sides: Sequence[Side]) -> _Explained:
    """For each claim and story, how well the claim fits the best telling there that agrees with it."""
    best: _Explained = {}
    for pair in pairs:
        if pair.relation in (Relation.EQUAL, Relation.BOUND):
            for claim, telling in ((pair.one, pair.other), (pair.other, pair.one)):
                key = (claim, *_story(sides[telling]))
                best[key] = max(best.get(key, pair.odds), pair.odds)
    return best


def _is_explained(pair: _Open, sides: Sequence[Side], explained: _Explained) -> bool:
    """Whether one of two claims that differ agrees with another telling of the other's story that fits as well."""
    one_story = _story(sides[pair.one]) == _story(sides[pair.other])
    least = pair.odds if one_story else pair.odds - _BETTER
    ways = ((pair.one, pair.other), (pair.other, pair.one))
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
    return replace(max((claim.topic for claim in claims), key=_tells))


def _tells(topic: Topic) -> tuple[bool, bool, bool]:
    return bool(topic.words), topic.period is not None and topic.period.how in KNOWN, topic.subject_told
