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
    """Up is up, but for units whose lower number is often the better one: water of class 2, the first tier."""

    grades: tuple[str, ...] = ()


def check(claims: Sequence[Claim], parameters: Parameters) -> Iterator[Hit]:
    """A hit for every two levels of a change that lie the other way round than the verb says."""
    for before, after in both_ends(claims).values():
        direction = after.figure.direction or before.figure.direction
        if _is_grade(after, parameters.grades):
            continue
        if before.topic.dimension == after.topic.dimension and _against(before, after, direction):
            first, last = sorted((before, after), key=lambda claim: claim.figure.span.start)
            key = "not-risen" if direction > 0 else "not-fallen"
            yield Hit((first, last), Verdict.ARITHMETIC, values={"sum": said(key, a=before, b=after)})


def _against(before: Claim, after: Claim, direction: int) -> bool:
    a, b = before.quantity.base, after.quantity.base
    return b.below(a) if direction > 0 else a.below(b) if direction < 0 else False


def _is_grade(claim: Claim, grades: Sequence[str]) -> bool:
    unit = claim.quantity.unit
    return unit.dimension.startswith("grade") or unit.name in grades


KIND = Kind("direction", Parameters, check, Over.STORY, ("sum",))
