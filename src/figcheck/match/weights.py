"""The weights of all levels: numbers in a file, fitted from figures that agree (`match.learn`), never typed by hand."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from figcheck.errors import UserError
from figcheck.match.comparisons import SLOTS, TOGETHER, Both, Level
from figcheck.match.values import Relation, agree, bounds, digits
from figcheck.model import Claim, Severity

SHIPPED = Path(__file__).with_name("weights.json")
FORMAT = 1
_BETWEEN = "|"
_BY_DEFINITION = 4.5
"""Two claims that state the same indicator, subject and time, of one kind and basis, answer one question by what a
question is: their log-odds are no less. (Of 98 such pairs in news and reports whose figures of three digits and more
were not of another order, all agreed.)"""

_STEP = [str(number) for number in range(64)]
_COARSE = {step: f"{int(step) // 3}+" for step in _STEP}
_NUMBER = {slot: number for number, slot in enumerate(SLOTS)}
_JOINT = [(_NUMBER[one], _NUMBER[other]) for one, other in TOGETHER]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each level weighs, in natural log-odds.

    `prior` is the log-odds of any two candidates. `steps` cut the numbers of a slot into levels: level n lies below
    `steps[slot][n]`. `single` are slot → level → weight, `joint` are pairs of slots → both levels → weight; slots stand
    in the order of `SLOTS` and `TOGETHER`. `values` are relation → log-odds by the digits of the poorer figure,
    `bounds` those of the same limit, or another, about numbers that differ. Of figures that differ, `error` and
    `warning` are the least score for a finding of this severity; of figures that agree but for their limits,
    `tension` is the least probability of one question.
    """

    prior: float
    steps: Mapping[str, tuple[float, ...]]
    single: Mapping[str, Mapping[str, float]]
    joint: Mapping[tuple[str, str], Mapping[tuple[str, str], float]]
    values: Mapping[str, tuple[float, ...]]
    bounds: Mapping[str, float]
    error: float
    warning: float
    tension: float

    def level(self, slot: str, value: Level) -> str:
        """The level by its name: that of a number is the number of its step. It is rounded, as sums of the same words
        in another order differ far behind the point."""
        return value if isinstance(value, str) else _STEP[bisect_right(self.steps.get(slot, ()), round(value, 6))]

    def levels(self, both: Both) -> tuple[str, ...]:
        """The level of every slot, in their order."""
        level = self.level
        return tuple([level(slot, compare(both)) for slot, compare in SLOTS.items()])

    def odds(self, levels: tuple[str, ...]) -> float:
        """The log-odds that two claims with these levels answer one question, their numbers hidden."""
        total = self.weighed(levels)
        if levels[_NUMBER["question"]] == "what-2" and levels[_NUMBER["measure"]] != "differs":
            return max(total, _BY_DEFINITION)
        return total

    def weighed(self, levels: tuple[str, ...]) -> float:
        """What all slots weigh together."""
        total, rough = self.prior, [_COARSE.get(level, level) for level in levels]
        for level, table in zip(levels, self.single.values(), strict=True):
            total += table.get(level, 0.0)
        for (one, other), joint in zip(_JOINT, self.joint.values(), strict=True):
            total += joint.get((rough[one], rough[other]), 0.0)
        return total

    def worst(self, relation: Relation, match: float, score: float) -> Severity:
        """How bad a finding two claims are sure enough for, by their probabilities with numbers hidden and seen."""
        if agree(relation):
            return Severity.WARNING if match >= self.tension else Severity.INFO
        return Severity.ERROR if score >= self.error else Severity.WARNING if score >= self.warning else Severity.INFO

    def value(self, a: Claim, b: Claim, relation: Relation) -> float:
        """What the numbers add, once they are seen."""
        seen = self.values[relation][digits(a, b)]
        return seen if agree(relation) else seen + self.bounds[bounds(a, b)]


def coarse(level: str) -> str:
    """The level as it counts beside another slot: three steps of a number are one.

    >>> coarse("7"), coarse("same-day")
    ('2+', 'same-day')
    """
    return _COARSE.get(level, level)


def probability(odds: float) -> float:
    """Log-odds as a probability.

    >>> probability(0.0), round(probability(3.0), 2)
    (0.5, 0.95)
    """
    return 1 / (1 + exp(-odds)) if odds > -500 else 0.0


@cache
def shipped() -> Weights:
    """The weights that come with figcheck."""
    return load(SHIPPED)


def load(path: Path) -> Weights:
    """Weights from a file that `figcheck learn` wrote. Raises UserError where it is none."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return _read(told)
    except OSError as error:
        raise UserError(str(path), f"cannot be read: {error.strerror}", "write one with `figcheck learn`") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UserError(str(path), "is no file of weights", "write one with `figcheck learn`") from None


def _read(told: Any) -> Weights:
    if told["format"] != FORMAT:
        raise ValueError(told["format"])
    return Weights(
        float(told["prior"]),
        {slot: tuple(map(float, steps)) for slot, steps in told["steps"].items()},
        {slot: {level: float(weight) for level, weight in told["single"][slot].items()} for slot in SLOTS},
        {pair: _joint(told["joint"][" × ".join(pair)]) for pair in TOGETHER},
        {relation.value: tuple(map(float, told["values"][relation.value])) for relation in Relation},
        {limit: float(weight) for limit, weight in told["bounds"].items()},
        float(told["error"]),
        float(told["warning"]),
        float(told["tension"]),
    )


def _joint(told: Mapping[str, Any]) -> dict[tuple[str, str], float]:
    found = {}
    for both, weight in told.items():
        one, _, other = both.partition(_BETWEEN)
        found[one, other] = float(weight)
    return found


def written(weights: Weights, about: Mapping[str, Any]) -> str:
    """The file of these weights, a line a level; `about` says from what they were fitted and what they reach."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "about": dict(about),
        "prior": weights.prior,
        "error": weights.error,
        "warning": weights.warning,
        "tension": weights.tension,
        "values": {relation: list(row) for relation, row in weights.values.items()},
        "bounds": dict(weights.bounds),
        "steps": {slot: list(steps) for slot, steps in weights.steps.items()},
        "single": {slot: dict(sorted(table.items())) for slot, table in weights.single.items()},
        "joint": {
            " × ".join(pair): {_BETWEEN.join(both): weight for both, weight in sorted(table.items())}
            for pair, table in weights.joint.items()
        },
    }
    return _lines(told) + "\n"


def _lines(value: Any, indent: int = 0) -> str:
    """JSON with lists on one line and every key on a line of its own."""
    if not isinstance(value, dict) or not value:
        return json.dumps(value, ensure_ascii=False)
    pad = " " * (indent + 1)
    rows = (f"{pad}{json.dumps(key, ensure_ascii=False)}: {_lines(item, indent + 1)}" for key, item in value.items())
    return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
