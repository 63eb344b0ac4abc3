"""Which figure of a translation stands for which of its original: by order, number, dimension and name.

First the heaviest chain of equal numbers that runs through both texts in order; then equal numbers that the translator
moved; then, between two links of the chain, figures that differ but seem to be one. What is left is missing or added.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from figcheck.alike import alike
from figcheck.chain import Link, heaviest
from figcheck.leftover import Leftovers, converted, repeated, unread
from figcheck.likeness import distinct, likeness
from figcheck.model import Claim, Measure, Rendering, Translation

BAND = 60
"""By so many figures the texts may drift apart before an equal number counts as another one."""

MOST = 4000
"""So many figures of a text are aligned; a page holds fewer."""

ENOUGH = 3.0
"""From this likeness on, figures that differ are taken for one."""

CERTAIN = 6.0
"""The likeness beyond which there is no doubt."""


def aligned(original: Sequence[Claim], translation: Sequence[Claim]) -> Translation:
    """A translation held against its original. Both sides come in any order; at most MOST of each are looked at."""
    a, b = _figures(original), _figures(translation)
    chain = heaviest(_equal(a, b))
    links = {link.a: link.b for link in chain}
    moved = _moved(a, b, links)
    left = Leftovers.beside(a, b, chain, moved)
    unlike = dict(_unlike(left))
    made = [Rendering(a[i], b[j], True) for i, j in sorted({**links, **moved}.items())]
    made += [Rendering(a[i], b[j], same, sure) for i, (j, same, sure) in sorted(unlike.items())]
    missing = [a[i] for i in left.a if i not in unlike]
    taken = {j for j, _, _ in unlike.values()}
    added = [b[j] for j in left.b if j not in taken]
    conversions = tuple(converted(b, added))
    given_again = {id(claim) for _, claim in conversions}
    return Translation(
        tuple(sorted(made, key=lambda one: one.original.figure.span.start)),
        tuple(_lost(missing, b)),
        tuple(claim for claim in _lost(added, a) if id(claim) not in given_again),
        conversions,
    )


def _figures(claims: Sequence[Claim]) -> list[Claim]:
    """What can be held against a translation, in text order."""
    told = [claim for claim in claims if claim.topic.measure is not Measure.NONE]
    return sorted(told, key=lambda claim: (claim.figure.span.start, claim.figure.span.end))[:MOST]


def _equal(a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Link]:
    """Pairs of equal numbers that stand at about the same place, the more telling ones heavier."""
    for i, claim in enumerate(a):
        middle = i * len(b) // len(a)
        for j in range(max(0, middle - BAND), min(len(b), middle + BAND + 1)):
            if alike(claim.quantity, b[j].quantity):
                astray = abs(middle - j) / (BAND * 4)
                yield Link(i, j, distinct(claim) + likeness(claim, b[j]) / 4 - astray)


def _moved(a: Sequence[Claim], b: Sequence[Claim], links: dict[int, int]) -> dict[int, int]:
    """Equal numbers that stand in another order: the nearest that is free."""
    free = sorted(set(range(len(b))) - set(links.values()))
    moved: dict[int, int] = {}
    for i in range(len(a)):
        if i not in links:
            at = bisect_left(free, i * len(b) // len(a))
            near = sorted(free[max(0, at - BAND) : at + BAND], key=lambda j: (abs(j - i * len(b) // len(a)), j))
            found = next((j for j in near if alike(a[i].quantity, b[j].quantity)), None)
            if found is not None:
                moved[i] = found
                free.remove(found)
    return moved


def _unlike(left: Leftovers) -> Iterator[tuple[int, tuple[int, bool, float]]]:
    """Figures that differ and yet seem to be one, the likeliest first; each is used once."""
    used: set[tuple[str, int]] = set()
    for score, i, j in sorted(left.pairs(), key=lambda row: (-row[0], row[1], row[2])):
        if score >= ENOUGH and ("a", i) not in used and ("b", j) not in used:
            used |= {("a", i), ("b", j)}
            yield i, (j, left.same(i, j), min(score / CERTAIN, 1.0))


def _lost(claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """Those whose number the other text tells nowhere, not even where it was not understood."""
    digits = unread(others)
    for claim in claims:
        if not repeated(claim, others) and not digits.holds(claim):
            yield claim
