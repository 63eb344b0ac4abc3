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


ANY = Decimal(10**6)
"""More years than there are in any text."""


def check(dated: Dated, parameters: Parameters) -> Iterator[Hit]:
    """A hit where the years between are not those kept.

    Where the text does not say when, it may speak of an earlier anniversary, or prepare the next: only one that is
    still further ahead is a hit, and one that counts a year 0.
    """
    if dated.tie is Tie.ANNIVERSARY:
        found = _counts_zero(dated) or _other(dated, parameters.ahead)
        if found is not None:
            yield found


def _counts_zero(dated: Dated) -> Hit | None:
    """A hit where the years before and after our era are but added up."""
    begin, passed = dated.moments[0].year, years.between(dated)
    if begin is None or passed is None or dated.told is None or begin > 0 or dated.told.value != passed + 1:
        return None
    return years.hit(dated, Decimal(0), Decimal(0), cause="no-year-zero")


def _other(dated: Dated, ahead: Decimal) -> Hit | None:
    if dated.cue == "past":
        return years.hit(dated, ANY, ahead, ("year",))
    return years.hit(dated, Decimal(0), ahead if dated.cue == "coming" else Decimal(0))


KIND = Kind("anniversary", Parameters, check, Over.DATES, years.PLACEHOLDERS)
