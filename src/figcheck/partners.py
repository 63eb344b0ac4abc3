"""What equal figures say of those around them: the other end of a change, what else a sentence tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from figcheck.model import Claim

MATES = 3.0
"""What it is worth to be the other ends of one change: rose to 34 million yuan from 19 million."""

COMPANY = 1.0
"""What it is worth to stand in sentences that share an equal figure."""


@dataclass(frozen=True, slots=True)
class Partners:
    """Figures, by their numbers, that are the other ends of one change; and sentences, by theirs, that are one."""

    ends: frozenset[tuple[int, int]]
    sentences: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, a: Sequence[Claim], b: Sequence[Claim], links: Mapping[int, int]) -> Self:
        """What the links between two texts make of the figures without one."""
        return cls(frozenset(_mates(a, b, links)), frozenset((a[i].sentence, b[j].sentence) for i, j in links.items()))

    def mates(self, i: int, j: int) -> float:
        """Points for two ends of one change."""
        return MATES if (i, j) in self.ends else 0.0

    def company(self, a: Claim, b: Claim) -> float:
        """Points for what else their sentences tell."""
        return COMPANY if (a.sentence, b.sentence) in self.sentences else 0.0


def _mates(a: Sequence[Claim], b: Sequence[Claim], links: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    ends_a, ends_b = _ends(a), _ends(b)
    for i, j in links.items():
        one, other = ends_a.get(a[i].figure.link), ends_b.get(b[j].figure.link)
        if one and other and a[i].figure.link_end is b[j].figure.link_end:
            yield from ((x, y) for x in one for y in other if x != i and y != j)


def _ends(claims: Sequence[Claim]) -> Mapping[int | None, list[int]]:
    """The two ends of each change, by its number."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if claim.figure.link is not None and claim.figure.link_end is not None:
            found[claim.figure.link].append(index)
    return {link: ends for link, ends in found.items() if len(ends) == 2}
