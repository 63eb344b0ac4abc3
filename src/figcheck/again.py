"""What a text tells more than once: amounts given again in another unit or currency, numbers told elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from figcheck.alike import HEADROOM, alike, other_money, same_amount
from figcheck.likeness import digits
from figcheck.model import Claim

BESIDE = 30
"""Within so many characters behind an amount a translator gives it again."""


def converted(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The numbers of amounts and of the same, close behind: 7 million yuan ($1 million), 30 mu (2 hectares)."""
    for (i, before), (j, claim) in pairwise(enumerate(claims)):
        beside = claim.figure.span.start - before.figure.span.end <= BESIDE
        units = before.quantity.unit.name != claim.quantity.unit.name
        one = other_money(before.quantity, claim.quantity) or same_amount(before.quantity, claim.quantity)
        if beside and units and one and before.figure.sentence == claim.figure.sentence:
            yield i, j


class Told:
    """The numbers that a text tells, by their size."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._rows = sorted((size, at) for at, claim in enumerate(claims) for size in _sizes(claim))
        self._claims = claims

    def holds(self, claim: Claim) -> bool:
        """Whether the number is told somewhere: a figure told twice may be translated once."""
        near = {at for size in _sizes(claim) for at in self._about(size)}
        own = claim.quantity
        others = (self._claims[at].quantity for at in sorted(near))
        return any(alike(own, other) or alike(other, own) for other in others)

    def _about(self, size: float) -> Iterator[int]:
        reach = float(HEADROOM) * 1.01
        for row in range(bisect_left(self._rows, (size / reach, -1)), bisect_left(self._rows, (size * reach, -1))):
            yield self._rows[row][1]


def _sizes(claim: Claim) -> set[float]:
    """The numbers stated, as they are and in the base unit."""
    quantity = claim.quantity
    return {abs(float(value * factor)) for value in quantity.stated for factor in (1, quantity.unit.factor)}


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
