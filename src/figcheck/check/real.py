"""Real growth beside nominal levels: what a statistic tells at constant prices cannot be reckoned from its amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from figcheck.check.select import named
from figcheck.check.sums import Sum
from figcheck.model import Claim, Severity

USUAL_YEARS = 5
"""The span of a plan or a term of office: what is assumed where a text does not say over how many years."""

COMPARABLE = "comparable"
"""The cue of 同口径, 可比价 and the like: the sentence itself says that the rate is not of the amounts."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Parameters of kinds that reckon growth.

    `constant_prices` are the indicators, by name or pattern (`*增加值`), whose growth is told at constant prices or in
    comparable scope. Where prices that change by no more than `price_change` percent a year can explain a difference,
    it is a note; beyond that a warning.
    """

    constant_prices: tuple[str, ...] = ()
    price_change: Decimal = Decimal(6)

    def lowered(self, made: Sum, years: int | None = None) -> Mapping[str, Any]:
        """The fields of a hit that say how loud it may be; `years` is how long the change took."""
        if not self._is_real(made.told):
            return {}
        explained = abs(price_change(made, years or USUAL_YEARS)) <= self.price_change
        return {"unsure": ("real-growth",), "at_most": Severity.INFO if explained else Severity.WARNING}

    def _is_real(self, told: Claim) -> bool:
        if told.topic.dimension not in ("ratio", "times"):
            return False
        names = (told.topic.canonical, told.topic.indicator)
        listed = any(named(pattern, name) for pattern in self.constant_prices for name in names)
        return listed or COMPARABLE in told.figure.cues


def price_change(made: Sum, years: int) -> Decimal:
    """By how many percent a year prices must have changed for both the levels and the rate to be true."""
    result = made.result().low
    reckoned, told = _factor(made.told, result or Decimal(0)), _factor(made.told, made.told.quantity.stated[-1])
    if reckoned <= 0 or told <= 0:
        return Decimal("Infinity")
    return ((reckoned / told) ** (Decimal(1) / years) - 1) * 100


def _factor(told: Claim, change: Decimal) -> Decimal:
    """What a change makes of 1."""
    hundredths = change * told.quantity.unit.factor * (100 if told.topic.dimension == "times" else 1)
    return 1 + (-hundredths if told.figure.direction < 0 else hundredths) / 100
