"""The figures of two texts that found no equal: which of them stand for each other all the same, and how surely."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from figcheck.alike import dimension, mixed_up, same_number
from figcheck.chain import Link
from figcheck.likeness import comparable, kind, likeness, slipped
from figcheck.model import Bound, Claim
from figcheck.partners import Partners

AROUND = 12
"""Of those left over in the other text so many are looked at, on both sides."""

ASTRAY = 2
"""So many links of the chain may stand between figures that one slip explains."""

FARTHEST = 12
"""So many, where the slip is a clear one: the translator has moved the sentence."""

CLEAR = 3.0
"""The points of a slip among three digits or more."""

HERE = 1.5
"""What it is worth to stand between the same links; to be the only ones there; to touch them on both sides."""

ENOUGH = 4.5
"""From so many points on, figures that differ are taken for one."""

CERTAIN = 7.0
"""The points beyond which there is no doubt."""

SMALL = 10
"""Counts below are everywhere: it takes a slip to make two of them one."""

_PARTS = ("ratio", "points", "times")
"""What may be told as a count."""

_TOLD_OTHERWISE = ("times", "rank", "first", "ordinal", "streak")
"""What translators put in other words: nothing but a slip of its digits makes two of these one."""


class Likely(NamedTuple):
    """The figure number `a` of one text is number `b` of the other; `same` where both name one number after all."""

    a: int
    b: int
    same: bool
    sure: float


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The numbers of the figures without an equal, in order, and the places between links where each stands."""

    claims: tuple[Sequence[Claim], Sequence[Claim]]
    a: list[int]
    b: list[int]
    gaps_a: list[int]
    gaps_b: list[int]
    partners: Partners

    @classmethod
    def beside(
        cls,
        a: Sequence[Claim],
        b: Sequence[Claim],
        chain: Sequence[Link],
        links: Mapping[int, int],
        again: tuple[set[int], set[int]],
    ) -> Self:
        """What is neither linked nor told `again` on either side."""
        taken = set(links) | again[0], set(links.values()) | again[1]
        left_a, left_b = (
            [i for i in range(len(a)) if i not in taken[0]],
            [j for j in range(len(b)) if j not in taken[1]],
        )
        places_a, places_b = [link.a for link in chain], [link.b for link in chain]
        gaps_a, gaps_b = [bisect_left(places_a, i) for i in left_a], [bisect_left(places_b, j) for j in left_b]
        return cls((a, b), left_a, left_b, gaps_a, gaps_b, Partners.of(a, b, links))

    def likely(self) -> Iterator[Likely]:
        """Figures that differ and yet seem to be one, the likeliest first; each is used once."""
        used: set[tuple[str, int]] = set()
        for score, i, j in sorted(self._pairs(), key=lambda row: (-row[0], row[1], row[2])):
            if score >= ENOUGH and not used & {("a", i), ("b", j)}:
                used |= {("a", i), ("b", j)}
                yield Likely(i, j, self._same(i, j), self._sure(i, j, score))

    def alone(self, others: Collection[int]) -> Iterator[tuple[int, bool]]:
        """Those of the first text, and whether none of these others of the second may tell it at its place."""
        filled = {(gap, self._way(1, j)) for j, gap in zip(self.b, self.gaps_b, strict=True) if j in others}
        yield from ((i, (gap, self._way(0, i)) not in filled) for i, gap in zip(self.a, self.gaps_a, strict=True))

    def _pairs(self) -> Iterator[tuple[float, int, int]]:
        crowds = self._crowds()
        for i, gap in zip(self.a, self.gaps_a, strict=True):
            at = bisect_left(self.gaps_b, gap)
            for k in range(max(0, at - AROUND), min(len(self.b), at + AROUND)):
                j, astray = self.b[k], abs(self.gaps_b[k] - gap)
                rivals = max(crowds[0][gap, self._kind(0, i)], crowds[1][gap, self._kind(1, j)])
                yield self._score(i, j, astray) + (HERE if astray == 0 and rivals == 1 else 0.0), i, j

    def _crowds(self) -> tuple[Mapping[tuple[int, str], int], Mapping[tuple[int, str], int]]:
        """How many of a dimension are left over between two links, in each text."""
        one = Counter((gap, self._kind(0, i)) for i, gap in zip(self.a, self.gaps_a, strict=True))
        return one, Counter((gap, self._kind(1, j)) for j, gap in zip(self.b, self.gaps_b, strict=True))

    def _kind(self, side: int, index: int) -> str:
        return dimension(self.claims[side][index].quantity)

    def _way(self, side: int, index: int) -> str:
        """How it may be told: nine of 36 as a quarter, but nothing in years."""
        kind = self._kind(side, index)
        return "count" if kind in _PARTS else kind

    def _same(self, i: int, j: int) -> bool:
        """Whether two that are taken for one name the same number after all, in a dimension that was misread."""
        a, b = self.claims[0][i].quantity, self.claims[1][j].quantity
        return dimension(a) != dimension(b) and same_number(a, b) and not mixed_up(a, b)

    def _sure(self, i: int, j: int, score: float) -> float:
        """Two counts at one place, with nothing in common but that, may well count different things."""
        a, b = self.claims[0][i], self.claims[1][j]
        doubtful = dimension(a.quantity) == "count" and not slipped(a.quantity, b.quantity)
        return min(score / CERTAIN, 0.6 if doubtful else 1.0)

    def _score(self, i: int, j: int, astray: int) -> float:
        a, b = self.claims[0][i], self.claims[1][j]
        slip = slipped(a.quantity, b.quantity)
        rough = Bound.ROUGH in (a.quantity.bound, b.quantity.bound)
        free = not slip and dimension(a.quantity) in _TOLD_OTHERWISE
        one_kind = dimension(a.quantity) == dimension(b.quantity)
        far = astray > ((ASTRAY, FARTHEST)[slip >= CLEAR] if slip and one_kind else 0)
        least = min(a.quantity.stated[-1], b.quantity.stated[-1])
        small = not slip and dimension(a.quantity) == "count" and least < SMALL
        if rough or free or far or small or not comparable(a.quantity, b.quantity):
            return 0.0
        away = max(0.0, 1 - astray / 2) + self.partners.company(a, b)
        near = HERE * (1 + self._touches(i, j)) if astray == 0 else away
        return likeness(a, b) + kind(a.quantity, b.quantity) + slip + near + self.partners.mates(i, j)

    def _touches(self, i: int, j: int) -> bool:
        """Whether the figures next to both have found each other: nothing but these two stands there."""
        return self._free(0, i) and self._free(1, j)

    def _free(self, side: int, index: int) -> bool:
        left = (self.a, self.b)[side]
        at = bisect_left(left, index)
        return left[at - 1 : at] != [index - 1] and left[at + 1 : at + 2] != [index + 1]
