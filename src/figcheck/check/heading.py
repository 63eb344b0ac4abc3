"""heading: one distance from one place, told in two directions: 55 kilometres south of the town, and west of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Claim, Group, Verdict

TOWARD = "toward:"
"""What the cue of a direction begins with."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """No parameters: the compass is what it is."""


def check(group: Group, _: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair of one distance in directions of which none is part of the other (southwest)."""
    for pair in group.pairs:
        one, other = _direction(pair.a), _direction(pair.b)
        apart = bool(one and other) and one not in other and other not in one
        if apart and relate(pair.a.quantity, pair.b.quantity) is not Relation.APART:
            yield Hit.of(pair, Verdict.CONTRADICTION)


def _direction(claim: Claim) -> str:
    return next((cue.removeprefix(TOWARD) for cue in claim.figure.cues if cue.startswith(TOWARD)), "")


KIND = Kind("heading", Parameters, check)
