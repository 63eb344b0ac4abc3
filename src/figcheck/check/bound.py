"""bound: two figures for one question that can both be true, but are told with different limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from figcheck.check.relation import HEADROOM, Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Group, Verdict


class Finds(StrEnum):
    """What is looked for."""

    OTHER_BOUND = "other-bound"  # 80%以上 and 超过70%
    QUALIFIER_DROPPED = "qualifier-dropped"  # 90%以上 and 90%


@dataclass(frozen=True, slots=True)
class Parameters:
    """`finds`: which of the two. `headroom`: a landmark may stand for exact values up to so many times itself."""

    finds: Finds = Finds.OTHER_BOUND
    headroom: Decimal = HEADROOM


_RELATIONS = {Finds.OTHER_BOUND: Relation.BOUND, Finds.QUALIFIER_DROPPED: Relation.QUALIFIER}


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A tension for every pair that is told with different limits, or once with a limit and once without."""
    wanted = _RELATIONS[parameters.finds]
    for pair in group.pairs:
        if relate(pair.a.quantity, pair.b.quantity, parameters.headroom) is wanted:
            yield Hit.of(pair, Verdict.TENSION)


KIND = Kind("bound", Parameters, check, general=True)
