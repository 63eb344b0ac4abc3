"""Which claims are held side by side at all: those that share a key and whose periods are near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from figcheck.group.parts import BY_PREDICATE, stem
from figcheck.lang import pack
from figcheck.model import Claim
from figcheck.naming import NONE, Naming

CROWD = 48
"""So many claims under one key are held side by side at the most with their next neighbours in time."""


def candidates(claims: Sequence[Claim], naming: Naming = NONE) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that could answer one question, each once."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in {*_keys(claim), *_tied(claim, naming)}:
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > CROWD:
            members.sort(key=lambda i: (_year(claims[i]), i))
        for position, a in enumerate(members):
            for b in members[position + 1 : position + 1 + CROWD]:
                pair = (a, b) if a < b else (b, a)
                if pair not in seen:
                    seen.add(pair)
                    yield claims[pair[0]], claims[pair[1]]


def _keys(claim: Claim) -> Iterator[object]:
    topic = claim.topic
    kind = (topic.measure, topic.dimension)
    yield (*kind, topic.canonical)
    if pack(claim.article.lang).spaced:
        yield from ((*kind, word) for word in topic.words)
        return
    yield (*kind, "".join(topic.words)[-2:])
    yield (*kind, stem("".join(topic.words))[-2:])
    yield (*kind, *sorted(topic.words))
    if topic.measure in BY_PREDICATE:
        for word in topic.words:
            if len(word) > 1:
                yield (*kind, word)


def _tied(claim: Claim, naming: Naming) -> Iterator[object]:
    return ((claim.topic.measure, claim.topic.dimension, "must-link", number) for number in naming.keys(claim))


def _year(claim: Claim) -> int:
    period = claim.topic.period
    return period.end.year if period and period.end else 0
