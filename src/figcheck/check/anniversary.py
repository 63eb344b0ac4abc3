"""anniversary: a beginning, a later time, and the number of years that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck.check import years
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Tie


@dataclass(frozen=True, slots=True)
class Parameters:
    """`ahead`: so many years before it an anniversary may be spoken of as coming."""

    ahead: Decimal = Decimal(1)


def check(dated: Dated, parameters: Parameters) -> Iterator[Hit]:
    """A hit where the years between are not those kept.

    Where the text does not say when, it may speak of an earlier anniversary, or prepare the next: only one that is
    still further ahead is a hit, and one that counts a year 0.
    """
    if dated.tie is not Tie.ANNIVERSARY:
        return
    begin = dated.moments[0].year
    counts_zero = begin is not None and begin < 1 and dated.told is not None and _is_over_by_one(dated)
    found = None
    if dated.cue == "past":
        found = years.hit(dated, _ANY, Decimal(0) if counts_zero else parameters.ahead, ("year",) * (not counts_zero))
    else:
        found = years.hit(dated, Decimal(0), parameters.ahead if dated.cue == "coming" else Decimal(0))
    if found is not None:
        yield found


_ANY = Decimal(10**6)
"""More years than there are in any text."""


def _is_over_by_one(dated: Dated) -> bool:
    passed = years.between(dated)
    return passed is not None and dated.told is not None and dated.told.value == passed + 1


KIND = Kind("anniversary", Parameters, check, Over.DATES, years.PLACEHOLDERS)
