"""spread: one telling gives a spread (15至45天), the other only its extreme or a limit (最长45天, 45天内)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Group, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """None: an extreme that is not an end of the spread is a contradiction, which `agree` finds."""


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A tension for every spread beside its own end, beside a limit, or beside a spread with other ends."""
    for pair in group.pairs:
        if relate(pair.a.quantity, pair.b.quantity) is Relation.SPREAD:
            yield Hit.of(pair, Verdict.TENSION)


KIND = Kind("spread", Parameters, check)
