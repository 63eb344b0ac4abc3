"""The heaviest chain of links that runs through two texts in order: dynamic programming, in n log n."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Link(NamedTuple):
    """The figure number `a` of one text with number `b` of the other, and how much it is worth to tie them."""

    a: int
    b: int
    weight: float


def heaviest(links: Iterable[Link]) -> list[Link]:
    """The links that rise in both texts and together weigh most, in order.

    >>> [tuple(link) for link in heaviest([Link(0, 1, 1), Link(1, 0, 1), Link(1, 2, 1), Link(2, 3, 1)])]
    [(0, 1, 1), (1, 2, 1), (2, 3, 1)]
    """
    ordered = sorted(links, key=lambda link: (link.a, -link.b))
    before: list[int] = []
    best = _Best(max((link.b for link in ordered), default=0) + 1)
    for number, link in enumerate(ordered):
        total, last = best.below(link.b)
        before.append(last)
        best.put(link.b, (total + link.weight, number))
    return _walked(ordered, before, best.below(best.size)[1])


def _walked(ordered: list[Link], before: list[int], last: int) -> list[Link]:
    chain = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


class _Best:
    """The heaviest chain that ends below a place: a Fenwick tree of (weight, number of its last link)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        found = (0.0, -1)
        while place > 0:
            found = max(found, self._tree[place], key=lambda one: one[0])
            place -= place & -place
        return found

    def put(self, place: int, chain: tuple[float, int]) -> None:
        place += 1
        while place <= self.size:
            self._tree[place] = max(self._tree[place], chain, key=lambda one: one[0])
            place += place & -place
