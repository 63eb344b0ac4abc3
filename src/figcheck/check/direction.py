"""direction: what rose cannot end lower than it began, what fell no higher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figcheck.check.ends import both_ends
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import said
from figcheck.model import Claim, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """None: up is up."""


def check(claims: Sequence[Claim], parameters: Parameters) -> Iterator[Hit]:
    """A hit for every two levels of a change that lie the other way round than the verb says."""
    for before, after in both_ends(claims).values():
        direction = after.figure.direction or before.figure.direction
        if before.topic.dimension == after.topic.dimension and _against(before, after, direction):
            first, last = sorted((before, after), key=lambda claim: claim.figure.span.start)
            key = "not-risen" if direction > 0 else "not-fallen"
            yield Hit((first, last), Verdict.ARITHMETIC, values={"sum": said(key, a=before, b=after)})


def _against(before: Claim, after: Claim, direction: int) -> bool:
    a, b = before.quantity.base, after.quantity.base
    return b.below(a) if direction > 0 else a.below(b) if direction < 0 else False


KIND = Kind("direction", Parameters, check, Over.STORY, ("sum",))
