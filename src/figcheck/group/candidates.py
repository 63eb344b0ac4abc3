"""Which claims are held side by side at all: those that share a key and whose periods are near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from figcheck.group.parts import BY_PREDICATE, stem
from figcheck.group.subjects import Whose, surely_apart, whose
from figcheck.lang import pack
from figcheck.model import Claim
from figcheck.naming import NONE, Naming

CROWD = 48
"""So many claims under one key are held side by side at the most with their next neighbours in time."""


def candidates(claims: Sequence[Claim], naming: Naming = NONE) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that could answer one question, each once."""
    subjects, apart = _subjects(claims)
    tied = bool(naming.must)  # they may tie subjects that are apart
    seen: set[tuple[int, int]] = set()
    for members in _blocks(claims, naming):
        for position, a in enumerate(members):
            other_than = apart[subjects[a]]
            for b in members[position + 1 : position + 1 + CROWD]:
                pair = (a, b) if a < b else (b, a)
                if (tied or not other_than[subjects[b]]) and pair not in seen:
                    seen.add(pair)
                    yield claims[pair[0]], claims[pair[1]]


def _blocks(claims: Sequence[Claim], naming: Naming) -> Iterator[list[int]]:
    """Numbers of the claims that share a key; many of them in the order of their years."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in meets(claim, naming):
            blocks[key].append(index)
    for members in blocks.values():
        if len(members) > CROWD:
            members.sort(key=lambda i: (_year(claims[i]), i))
        yield members


def _subjects(claims: Sequence[Claim]) -> tuple[list[int], list[_Apart]]:
    """The number of each claim's subject, and for each of these what it is apart from."""
    numbers: dict[Whose, int] = {}
    of_claims = [numbers.setdefault(whose(claim), len(numbers)) for claim in claims]
    known = list(numbers)
    return of_claims, [_Apart(one, known) for one in known]


class _Apart(dict[int, bool]):
    """Whether a subject is surely apart from those with these numbers: reckoned once for every two, when asked."""

    def __init__(self, subject: Whose, subjects: Sequence[Whose]) -> None:
        super().__init__()
        self._subject, self._subjects = subject, subjects

    def __missing__(self, number: int) -> bool:
        found = self[number] = surely_apart(self._subject, self._subjects[number])
        return found


def meets(claim: Claim, naming: Naming) -> Iterator[str]:
    """The keys by which a claim meets others."""
    kind = f"{claim.topic.measure}\x1f{claim.topic.dimension}\x1f"
    yield from (kind + key for key in dict.fromkeys((*_keys(claim), *_tied(claim, naming))))


def _keys(claim: Claim) -> Iterator[str]:
    topic = claim.topic
    yield topic.canonical
    if pack(claim.article.lang).spaced:
        yield from topic.words
        return
    yield "".join(topic.words)[-2:]
    yield stem("".join(topic.words), pack(claim.article.lang).empty_ends())[-2:]
    yield "\x1f".join(sorted(topic.words))
    if topic.action is not None:  # 收购 | 秋粮, 秋粮收购
        yield "\x1f".join(sorted([*topic.words, topic.action]))
    if topic.measure in BY_PREDICATE:
        yield from (word for word in topic.words if len(word) > 1)


def _tied(claim: Claim, naming: Naming) -> Iterator[str]:
    return (f"must-link\x1f{number}" for number in naming.keys(claim))


def _year(claim: Claim) -> int:
    period = claim.topic.period
    return period.end.year if period and period.end else 0
