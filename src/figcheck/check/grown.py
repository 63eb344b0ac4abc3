"""grown: what no child does (a degree, a wedding), and how old somebody then was by the dates and ages told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck import ui
from figcheck.check import years
from figcheck.check.days import named, said
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Dated, Text, Tie, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`least`: nobody younger, in years, does what grown-ups do."""

    least: Decimal = Decimal(14)


def check(dated: Dated, parameters: Parameters) -> Iterator[Hit]:
    """A hit where somebody was too young for it, or not yet born."""
    passed = years.between(dated) if dated.tie is Tie.GROWN else None
    if passed is None:
        return
    age = Decimal(passed) if dated.told is None else dated.told.value - passed + 1
    if age < parameters.least:
        done = dated.moments[1 if dated.told is None else 0]
        values: dict[str, Text] = {"when": named(done), "age": dict.fromkeys(ui.LANGS, str(age))}
        values["reason"] = said("not-born" if age < 0 else "at-age", age=age)
        yield Hit(dated.claims, Verdict.ARITHMETIC, unsure=("year",) if dated.guessed else (), values=values)


KIND = Kind("grown", Parameters, check, Over.DATES, ("when", "age", "reason"))
"""`when` is the year of what was done, `age` how old somebody then was at the most, `reason` the same in words."""
