"""age: a birth, a later time, and how old somebody then was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck.check import years
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Tie


@dataclass(frozen=True, slots=True)
class Parameters:
    """By how many years an age may be less than the years between (before the birthday), or more (虚岁)."""

    younger: Decimal = Decimal(1)
    older: Decimal = Decimal(1)


def check(dated: Dated, parameters: Parameters) -> Iterator[Hit]:
    """A hit where nobody born then can be that old; a year that the text does not tell makes it unsure."""
    if dated.tie is Tie.AGE:
        unsure = ("year",) if dated.guessed else ()
        found = years.hit(dated, parameters.younger, parameters.older, unsure)
        if found is not None:
            yield found


KIND = Kind("age", Parameters, check, Over.DATES, years.PLACEHOLDERS)
