"""decade: a decade told by its century (19世纪30年代) among years of the century after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.check.days import named, said
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Tie, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """Nothing to choose."""


def check(dated: Dated, _: Parameters) -> Iterator[Hit]:
    """A hit where the same decade a century later lies between the years told before and behind it."""
    if dated.tie is not Tie.DECADE:
        return
    before, decade, behind = (moment.year or 0 for moment in dated.moments)
    meant = decade + 100
    if meant // 100 == before // 100 and before <= meant + 9 and meant <= behind <= meant + 9:
        values = {
            "decade": said("decade", first=decade, last=decade + 9),
            "meant": said("decade", first=meant, last=meant + 9),
            "century": said("century", number=meant // 100 + 1),
            "before": named(dated.moments[0]),
            "behind": named(dated.moments[2]),
        }
        yield Hit(dated.claims, Verdict.ARITHMETIC, cause="century-slip", values=values)


KIND = Kind("decade", Parameters, check, Over.DATES, ("decade", "meant", "century", "before", "behind"))
