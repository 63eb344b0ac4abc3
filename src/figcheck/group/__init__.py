"""Which claims answer the same question? Vetoes, then names, then abbreviation, then fuzzy likeness (claims.md §3).

Only claims that could meet are held side by side: they share a measure, a dimension and the head of the indicator
(its last two characters), and their periods are near. Claims that say the very same are held once, with witnesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from figcheck.group.candidates import candidates, meets
from figcheck.group.compare import compare, compare_over_time
from figcheck.group.linked import link_keys, with_links
from figcheck.group.parts import BY_PREDICATE
from figcheck.group.periods import DEFINITE
from figcheck.group.times import told_over_time
from figcheck.limits import Allowance, in_time
from figcheck.links import Links
from figcheck.model import Claim, Group, Pair, Topic
from figcheck.naming import NONE, Naming
from figcheck.partition import keyset


def keys(claim: Claim, naming: Naming = NONE, links: Links | None = None) -> str:
    """The keys of a claim. Claims can meet only in a part that shares them: see `partition`."""
    return keyset((*meets(claim, naming), *link_keys(claim, links)))


def in_order(groups: Iterable[Group]) -> list[Group]:
    """Groups in the order of their first claim."""
    return sorted(groups, key=lambda one: _place(one.claims[0]))


def group(
    claims: Sequence[Claim], naming: Naming = NONE, links: Links | None = None, allowance: Allowance | None = None
) -> list[Group]:
    """Groups of claims that answer one question, in the order of their first claim. Input order does not matter.

    `naming` is what a desk has said of its own names, `links` what an editor has said of single questions. Where
    the time of the `allowance` is up, no more candidates are compared.
    """
    ordered = sorted(claims, key=_place)
    distinct, witnesses = _once(ordered)
    pairs: list[Pair] = []
    across: list[Pair] = []
    for a, b in in_time(candidates(distinct, naming), allowance):
        pair = compare(a, b, naming)
        if pair.same_question:
            pairs.append(pair)
        elif _of_two_times(pair) and (later := compare_over_time(a, b, naming)).same_question:
            across.append(later)
    return _joined(ordered, with_links(pairs, distinct, links), across, witnesses)


def _of_two_times(pair: Pair) -> bool:
    """Whether only the time keeps two claims apart that may be tellings of one thing as it goes on."""
    vetoed = bool(pair.parts) and pair.parts[-1].name in ("period", "moment", "years-apart")
    return vetoed and told_over_time(pair.a, pair.b)


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.article.path, claim.figure.span.start, claim.figure.span.end


def _once(ordered: Sequence[Claim]) -> tuple[list[Claim], dict[int, list[Claim]]]:
    """One claim for each thing said, and the others that say the very same."""
    first: dict[object, Claim] = {}
    witnesses: dict[int, list[Claim]] = defaultdict(list)
    for claim in ordered:
        key = _said(claim)
        if key in first:
            witnesses[id(first[key])].append(claim)
        else:
            first[key] = claim
    return list(first.values()), witnesses


def _said(claim: Claim) -> object:
    topic, quantity = claim.topic, claim.quantity
    return (
        topic.canonical, topic.measure, topic.dimension, topic.subject_key, topic.basis, topic.scope, topic.footing,
        topic.action, topic.period,
        quantity.stated, quantity.unit.name, quantity.bound, claim.figure.direction,
        claim.article.approved,
        claim.context if topic.measure in BY_PREDICATE else None,
        tuple(cue for cue in claim.figure.cues if ":" in cue),  # toward:south
    )  # fmt: skip


def _joined(
    ordered: Sequence[Claim], pairs: Sequence[Pair], across: Sequence[Pair], witnesses: dict[int, list[Claim]]
) -> list[Group]:
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for pair in (*pairs, *across):
        parent[root(id(pair.a))] = root(id(pair.b))
    for first, others in witnesses.items():
        for other in others:
            parent[root(id(other))] = root(first)
    members: dict[int, list[Claim]] = defaultdict(list)
    for claim in ordered:
        members[root(id(claim))].append(claim)
    inside, between = (_by_group(some, root) for some in (pairs, across))
    return in_order(
        Group(_topic(group), tuple(group), tuple(inside[key]), tuple(between[key])) for key, group in members.items()
    )


def _by_group(pairs: Sequence[Pair], root: Callable[[int], int]) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[root(id(pair.a))].append(pair)
    return found


def _topic(claims: Sequence[Claim]) -> Topic:
    """The topic of a group: of the claim that says most of it, the period where one is told."""
    best = max(
        claims, key=lambda c: (c.topic.period is not None and c.topic.period.how in DEFINITE, c.topic.subject_told)
    )
    return replace(best.topic)
