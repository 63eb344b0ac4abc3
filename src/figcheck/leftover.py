"""The figures of two texts that found no equal: which of them may be one, which are told all the same."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from figcheck.alike import alike, dimension
from figcheck.chain import Link
from figcheck.likeness import comparable, digits, likeness, mixed_up, same_number, slipped
from figcheck.model import Bound, Claim

AROUND = 12
"""Of those left over in the other text so many are looked at, on both sides."""

ASTRAY = 2
"""So many links of the chain may stand between figures that one slip explains."""

BESIDE = 30
"""Within so many characters behind an amount a translator gives it again in another currency."""


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The numbers of the figures without an equal, in order, and the chain that they stand between."""

    claims: tuple[Sequence[Claim], Sequence[Claim]]
    a: list[int]
    b: list[int]
    chain: Sequence[Link]

    @classmethod
    def beside(cls, a: Sequence[Claim], b: Sequence[Claim], chain: Sequence[Link], moved: Mapping[int, int]) -> Self:
        """What neither the chain nor the moved numbers hold."""
        used_a = {link.a for link in chain} | set(moved)
        used_b = {link.b for link in chain} | set(moved.values())
        left = [i for i in range(len(a)) if i not in used_a], [j for j in range(len(b)) if j not in used_b]
        return cls((a, b), *left, chain)

    def pairs(self) -> Iterator[tuple[float, int, int]]:
        """Figures that may be one, with how likely that is: those left over at about the same place."""
        places_a, places_b = [link.a for link in self.chain], [link.b for link in self.chain]
        gaps_b = [bisect_left(places_b, j) for j in self.b]
        for i in self.a:
            gap = bisect_left(places_a, i)
            at = bisect_left(gaps_b, gap)
            for k in range(max(0, at - AROUND), min(len(self.b), at + AROUND)):
                yield self._score(i, self.b[k], abs(gaps_b[k] - gap)), i, self.b[k]

    def same(self, i: int, j: int) -> bool:
        """Whether two that are taken for one name the same number after all, in a dimension that was misread."""
        a, b = self.claims[0][i].quantity, self.claims[1][j].quantity
        return dimension(a) != dimension(b) and same_number(a, b) and not mixed_up(a, b)

    def _score(self, i: int, j: int, astray: int) -> float:
        a, b = self.claims[0][i], self.claims[1][j]
        farthest = ASTRAY if dimension(a.quantity) == dimension(b.quantity) else 0
        rough = Bound.ROUGH in (a.quantity.bound, b.quantity.bound)
        if rough or astray > farthest or not comparable(a.quantity, b.quantity):
            return 0.0
        return likeness(a, b) + slipped(a.quantity, b.quantity) + (2.0 if astray == 0 else 0.5 - astray)


def converted(claims: Sequence[Claim], added: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Amounts that are given again, close behind, in another currency: 7 million yuan ($1 million)."""
    alone = {id(claim) for claim in added}
    for before, claim in pairwise(claims):
        kinds = {dimension(before.quantity), dimension(claim.quantity)}
        money = len(kinds) == 2 and all(kind.startswith("money:") for kind in kinds)
        beside = claim.figure.span.start - before.figure.span.end <= BESIDE
        if id(claim) in alone and id(before) not in alone and money and beside:
            yield before, claim


def repeated(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the other text tells the number somewhere: a figure told twice may be translated once."""
    return any(alike(claim.quantity, other.quantity) or alike(other.quantity, claim.quantity) for other in others)


@dataclass(frozen=True, slots=True)
class Unread:
    """The digits that stand in a text outside of the figures that were read: nothing is missed that is only misread."""

    found: frozenset[str]

    def holds(self, claim: Claim) -> bool:
        """Whether the number may be one of them."""
        return digits(claim.quantity) in self.found


_NUMBER = re.compile(r"\d[\d,]{0,30}(?:\.\d{1,20})?")


def unread(claims: Sequence[Claim]) -> Unread:
    """The numbers that stand in the article of these figures and belong to none of them."""
    if not claims:
        return Unread(frozenset())
    text = claims[0].article.text
    covered = {at for claim in claims for at in range(claim.figure.span.start, claim.figure.span.end)}
    found = (match for match in _NUMBER.finditer(text) if match.start() not in covered)
    return Unread(frozenset(match[0].replace(",", "").replace(".", "").strip("0") for match in found))
