"""Which figure of a translation stands for which of its original: by order, number, dimension and name.

First the heaviest chain of equal numbers that runs through both texts in order; then equal numbers that the translator
moved; then, between two links of the chain, figures that differ but seem to be one. What is left is missing or added.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from figcheck.again import Told, converted, unread
from figcheck.alike import alike, dimension
from figcheck.chain import Link, heaviest
from figcheck.leftover import Leftovers, Likely
from figcheck.likeness import distinct, likeness
from figcheck.model import Claim, Lost, Measure, Rendering, Translation

BAND = 60
"""By so many figures the texts may drift apart before an equal number counts as another one."""

MOST = 2000
"""So many figures of a text are aligned; a page holds fewer."""


def aligned(original: Sequence[Claim], translation: Sequence[Claim]) -> Translation:
    """A translation held against its original. Both sides come in any order; at most MOST of each are looked at."""
    a, b = _figures(original), _figures(translation)
    chain = heaviest(_equal(a, b))
    links = {link.a: link.b for link in chain}
    links |= _moved(a, b, links)
    again = _again(a, set(links)), _again(b, set(links.values()))
    left = Leftovers.beside(a, b, chain, links, again)
    unlike = list(left.likely())
    missing = _untold(a, left.a, {one.a for one in unlike}, b)
    added = _untold(b, left.b, {one.b for one in unlike}, a)
    alone = dict(left.alone(added))
    return Translation(
        tuple(_renderings(a, b, links, unlike)),
        tuple(Lost(a[i], alone[i]) for i in missing),
        tuple(b[j] for j in added),
        tuple(b[j] for j in left.b if j not in {*added, *(one.b for one in unlike)}),
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
                misread = 0.0 if dimension(claim.quantity) == dimension(b[j].quantity) else 0.5
                yield Link(i, j, distinct(claim) + likeness(claim, b[j]) / 4 - astray - misread)


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


def _again(claims: Sequence[Claim], linked: set[int]) -> set[int]:
    """Those without an equal that only give again, in another unit or currency, what stands before them."""
    return {j for _, j in converted(claims) if j not in linked}


def _renderings(
    a: Sequence[Claim], b: Sequence[Claim], links: dict[int, int], unlike: Sequence[Likely]
) -> Iterator[Rendering]:
    made = [Rendering(a[i], b[j], True) for i, j in links.items()]
    made += [Rendering(a[one.a], b[one.b], one.same, one.sure) for one in unlike]
    yield from sorted(made, key=lambda one: (one.original.figure.span.start, one.original.figure.span.end))


def _untold(claims: Sequence[Claim], left: Sequence[int], used: set[int], others: Sequence[Claim]) -> list[int]:
    """Those left whose number the other text tells nowhere, not even where it was not understood."""
    digits, told = unread(others), Told(others)
    free = (index for index in left if index not in used)
    return [i for i in free if not told.holds(claims[i]) and not digits.holds(claims[i])]
