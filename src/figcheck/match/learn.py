"""Weights fitted from an archive without labels: a rare figure that stands in two articles of one week, or twice in
one, is one fact told twice, and its contexts show how one thing is worded; candidates whose numbers differ show what
strangers share. The numbers are hidden while the slots are weighed (Fellegi and Sunter 1969), and what the weights say
is then made a probability (Platt 1999). To let the weights guess which of the other candidates are facts told twice, as
expectation maximisation does, was tried: they come to believe in themselves, and three times as many alarms are wrong.

Only this module needs numpy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from figcheck.errors import UserError
from figcheck.match.blocking import candidates
from figcheck.match.comparisons import SLOTS, TOGETHER, UNKNOWN, Both, Level
from figcheck.match.exclusions import exclusion
from figcheck.match.sides import Side, place
from figcheck.match.values import MOST_DIGITS, Relation, agree, bounds, digits
from figcheck.match.weights import Weights, coarse
from figcheck.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WINDOW = 10
"""Days between two articles that may tell one fact: what agrees farther apart may be a habit, not a telling."""

SPECIFIC = 3
"""A figure of so many digits that say something agrees by accident hardly ever; a percentage needs one more."""

ERROR_RATE = 1 / 50
"""How often a figure that is told twice is told with another number once: of pairs that are surely one question, and
have figures of three digits and more, about as many differ."""

READ = 2.0
"""What reading adds to the log-odds of two figures that differ. By slips alone, one finding in ten would be right that
is given 0.1; of 49 that were read one by one, of months that nothing was fitted on, 23 were right or rightly asked,
most of them given less than 0.3: what is worded alike and differs was mostly updated, or told otherwise by somebody."""

SLIPS = {
    Relation.DIGIT: 0.50,
    Relation.SWAP: 0.15,
    Relation.POWER: 0.20,
    Relation.OPPOSITE: 0.02,
    Relation.NEAR: 0.05,
    Relation.APART: 0.05,
    Relation.FAR: 0.03,
}
"""How a figure goes wrong: a wrong digit, two digits swapped, a slipped point or 万 for 亿; rarely otherwise."""

_SWEEPS = 24
_RIDGE = 12.0
"""The weight of a level is drawn to nothing as by so many pairs that speak neither way."""

_JOINT_RIDGE = 100.0
"""The same for the levels of two slots together, which are many, and rare."""

_LEAST_PAIRS = 200
_LEAST_PLACES = 20
_STEPS = 11
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidates of an archive: their claims, the raw level of every slot, and what their numbers are to each other."""

    sides: Sequence[Side]
    numbers: Sequence[tuple[int, int]]
    levels: Sequence[tuple[Level, ...]]
    relations: Sequence[Relation]
    digits: Sequence[int]

    def places(self) -> list[int]:
        """The numbers of those pairs in which a rare figure agrees: facts told twice."""
        told = (Relation.EQUAL, Relation.BOUND)
        return [at for at, relation in enumerate(self.relations) if relation in told and self._is_rare(at)]

    def _is_rare(self, at: int) -> bool:
        one, other = (self.sides[number].claim for number in self.numbers[at])
        return self.is_specific(at) and (one.article is not other.article or one.block != other.block)

    def is_specific(self, at: int) -> bool:
        """Whether the poorer of two figures agrees with another one by accident hardly ever."""
        ratio = self.sides[self.numbers[at][0]].claim.topic.dimension == "ratio"
        return self.digits[at] >= SPECIFIC + ratio


def numpy() -> Any:
    """The package, where it is there. Raises UserError where it is not."""
    try:
        import numpy as np
    except ModuleNotFoundError:
        raise UserError("learn", "needs numpy", "pip install 'figcheck[learn]'") from None
    return np


def pairs_of(claims: Sequence[Claim], progress: Callable[[int, int], None] | None = None) -> Pairs:
    """All candidates of an archive from which something can be learned, in the order of their places."""
    ordered = sorted(claims, key=place)
    sides = [Side(claim) for claim in ordered]
    numbers, levels, relations, poorer = [], [], [], []
    proposed = list(candidates(sides, [()] * len(sides)))
    for at, (one, other, _) in enumerate(proposed):
        both = Both(sides[one], sides[other])
        if not _is_near(both) or exclusion(both) is not None:
            continue
        if not agree(both.relation) and _goes_on(both):
            continue
        numbers.append((one, other))
        levels.append(tuple(compare(both) for compare in SLOTS.values()))
        relations.append(both.relation)
        poorer.append(digits(both.a.claim, both.b.claim))
        if progress and at % 4096 == 0:
            progress(at, len(proposed))
    return Pairs(sides, numbers, levels, relations, poorer)


def _is_near(both: Both) -> bool:
    if both.same_article or both.a.day is None or both.b.day is None:
        return True
    return abs(both.a.day - both.b.day) <= WINDOW


def _goes_on(both: Both) -> bool:
    """Whether two counts of a running total differ because time went by: they would teach that a toll is no toll."""
    return not both.same_article and both.a.running and both.b.running


def fit(pairs: Pairs, thresholds: tuple[float, float, float] = (0.5, 0.15, 0.9)) -> Weights:
    """The weights that tell, with the numbers hidden, which candidates agree.

    Raises UserError where the archive holds too few facts told twice to learn from.
    """
    np = numpy()
    places = pairs.places()
    if len(places) < _LEAST_PLACES or len(pairs.numbers) < _LEAST_PAIRS:
        raise UserError(
            "learn",
            f"{len(places)} facts told twice, among {len(pairs.numbers)} pairs of figures, are too few to learn from",
            f"{_LEAST_PLACES} and {_LEAST_PAIRS} are the least, in two thirds of the archive",
        )
    steps = _steps(np, pairs)
    columns, names = _columns(np, pairs, steps)
    known = np.full(len(pairs.numbers), np.nan)
    for at, relation in enumerate(pairs.relations):
        if not agree(relation):
            known[at] = 0.0
    known[places] = 1.0
    certain = ~np.isnan(known) & (np.array(pairs.digits) > 0)
    tables, prior = _fitted(np, columns, names, np.nan_to_num(known), certain)
    odds = prior + sum(table[column] for table, column in zip(tables, columns, strict=True))
    scale, shift = _calibrated(np, pairs, odds)
    tables, prior = [scale * table for table in tables], scale * prior + shift
    belief = 1 / (1 + np.exp(-np.clip(scale * odds + shift, -30, 30)))
    values = _values(np, pairs, np.where(known == 1, 1.0, belief))
    slots = list(SLOTS)
    rounded = [
        {name: weight for name, weight in zip(row, map(_rounded, table), strict=True) if weight}
        for row, table in zip(names, tables, strict=True)
    ]
    return Weights(
        prior=_rounded(prior),
        steps=steps,
        single=dict(zip(slots, rounded, strict=False)),
        joint={
            pair: {_both(name): weight for name, weight in table.items()}
            for pair, table in zip(TOGETHER, rounded[len(slots) :], strict=True)
        },
        values={relation: tuple(map(_rounded, row)) for relation, row in values.items()},
        bounds=_bounds(np, pairs, belief),
        error=thresholds[0],
        warning=thresholds[1],
        tension=thresholds[2],
    )


def _both(name: str) -> tuple[str, str]:
    one, _, other = name.partition(_BETWEEN)
    return one, other


def _rounded(value: float) -> float:
    return round(float(value), 2) + 0.0


def _steps(np: Any, pairs: Pairs) -> dict[str, tuple[float, ...]]:
    """Where the numbers of a slot are cut: equal shares of all pairs, half of them those that agree."""
    places = pairs.places()
    found = {}
    for slot, name in enumerate(SLOTS):
        if isinstance(pairs.levels[0][slot], str):
            continue
        every = np.array([row[slot] for row in pairs.levels], dtype=float)
        told = every[places]
        shares = np.linspace(0, 1, _STEPS + 2)[1:-1]
        cuts = {round(float(cut), 2) for some in (every, told) for cut in np.quantile(some, shares)}
        found[name] = tuple(sorted(cuts))
    return found


def _columns(
    np: Any, pairs: Pairs, steps: dict[str, tuple[float, ...]]
) -> tuple[list[NDArray[np.int64]], list[list[str]]]:
    """For every slot and pair of slots, the number of each pair's level, and the names of the levels."""
    slots = list(SLOTS)
    single: list[list[str]] = []
    empty = Weights(0.0, steps, {}, {}, {}, {}, 1.0, 1.0, 1.0)
    for slot, name in enumerate(slots):
        single.append([empty.level(name, row[slot]) for row in pairs.levels])
    joint = [
        [
            f"{coarse(x)}{_BETWEEN}{coarse(y)}"
            for x, y in zip(single[slots.index(one)], single[slots.index(other)], strict=True)
        ]
        for one, other in TOGETHER
    ]
    columns, names = [], []
    for told in (*single, *joint):
        known, column = np.unique(np.array(told), return_inverse=True)
        columns.append(column)
        names.append([str(name) for name in known])
    return columns, names


def _fitted(
    np: Any, columns: Sequence[Any], names: Sequence[Sequence[str]], belief: Any, use: Any
) -> tuple[list[Any], float]:
    """Weights of all levels by logistic regression with a ridge: Newton steps, one slot after another."""
    y = belief[use]
    cut = [column[use] for column in columns]
    tables = [np.zeros(len(row)) for row in names]
    rises = [_order(np, at, row) for at, row in enumerate(names)]
    known = [np.array([float(not _is_unknown(at, name)) for name in row]) for at, row in enumerate(names)]
    share = min(max(float(y.mean()), 1e-4), 1 - 1e-4)
    prior = float(np.log(share / (1 - share)))
    odds = np.full(len(y), prior)
    for _ in range(_SWEEPS):
        for at, column in enumerate(cut):
            p = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
            size = len(tables[at])
            ridge = 0.25 * (_RIDGE if at < len(SLOTS) else _JOINT_RIDGE)
            slope = np.bincount(column, y - p, size) - ridge * tables[at]
            bend = np.bincount(column, p * (1 - p), size) + ridge
            after = tables[at] + np.clip(slope / bend, -2, 2) * 0.7 * known[at]
            if rises[at] is not None:
                after[rises[at]] = _rising(after[rises[at]], bend[rises[at]])
            odds += (after - tables[at])[column]
            tables[at] = after
        p = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        step = float((y - p).sum() / (p * (1 - p)).sum())
        prior += step
        odds += step
    return tables, prior


def _calibrated(np: Any, pairs: Pairs, odds: Any) -> tuple[float, float]:
    """The line through the log-odds that makes them those of all candidates (Platt 1999).

    The weights are fitted on what is certain, rare figures that agree and all that differ, which are fewer of the one
    and more of the other than there are. Among rare figures alone both are as frequent as they are.
    """
    rare = np.array([pairs.is_specific(at) for at in range(len(pairs.numbers))])
    x, y = odds[rare], np.array([agree(relation) for relation in pairs.relations], float)[rare]
    scale, shift = 1.0, 0.0
    for _ in range(_SWEEPS):
        p = 1 / (1 + np.exp(-np.clip(scale * x + shift, -30, 30)))
        bend, slope = p * (1 - p), y - p
        curve = np.array([[(bend * x * x).sum(), (bend * x).sum()], [(bend * x).sum(), bend.sum()]])
        step = np.linalg.solve(curve + np.eye(2) * 1e-6, np.array([(slope * x).sum(), slope.sum()]))
        scale, shift = scale + float(step[0]), shift + float(step[1])
    return scale, shift


def _order(np: Any, at: int, names: Sequence[str]) -> Any:
    """The places of the steps of a number, from the least on; None for a slot of levels, and for pairs of slots."""
    if at >= len(SLOTS) or not all(name.isdigit() for name in names):
        return None
    return np.array(sorted(range(len(names)), key=lambda place: int(names[place])))


def _rising(weights: Sequence[float], counts: Sequence[float]) -> list[float]:
    """The nearest weights that never fall (pool adjacent violators): more in common never speaks against two claims.

    >>> _rising([1.0, 3.0, 2.0, 4.0], [1.0, 1.0, 1.0, 1.0])
    [1.0, 2.5, 2.5, 4.0]
    """
    pools: list[tuple[float, float, int]] = []
    for weight, count in zip(weights, counts, strict=True):
        pool = (float(weight), float(count), 1)
        while pools and pools[-1][0] > pool[0]:
            mean, size, number = pools.pop()
            total = size + pool[1]
            pool = ((mean * size + pool[0] * pool[1]) / total, total, number + pool[2])
        pools.append(pool)
    return [weight for weight, _, number in pools for _ in range(number)]


def _is_unknown(at: int, name: str) -> bool:
    """Whether a level says nothing: of a slot, or of one of a pair of slots."""
    slots = list(SLOTS)
    if at < len(slots):
        return UNKNOWN.get(slots[at]) == name
    return any(UNKNOWN.get(slot) == level for slot, level in zip(TOGETHER[at - len(slots)], _both(name), strict=True))


def _values(np: Any, pairs: Pairs, belief: Any) -> dict[Relation, list[float]]:
    """The log-odds of each relation of two numbers, by digits: how often one question has it, over how often strangers
    do. Of one question what agrees is counted, what differs comes from the model of slips."""
    strangers: dict[tuple[Relation, int], float] = defaultdict(float)
    told: dict[Relation, float] = defaultdict(float)
    for relation, d, p in zip(pairs.relations, pairs.digits, belief, strict=True):
        strangers[relation, d] += 1 - float(p)
        if agree(relation) and d >= SPECIFIC:
            told[relation] += float(p)
    agreed = sum(told.values()) + 1.0
    found: dict[Relation, list[float]] = {}
    for relation in Relation:
        row = []
        for d in range(MOST_DIGITS + 1):
            every = sum(strangers[other, d] for other in Relation) + 10.0
            chance = (strangers[relation, d] + 0.5) / every
            if agree(relation) and d == 0:
                share = chance
            elif agree(relation):
                share = (1 - ERROR_RATE) * (told[relation] + 0.5) / agreed
            else:
                share = ERROR_RATE * SLIPS[relation]
            row.append(float(np.log(share / chance)) + (0.0 if agree(relation) else READ))
        found[relation] = row
    return found


def _bounds(np: Any, pairs: Pairs, belief: Any) -> dict[str, float]:
    """The log-odds of the same limit, and of another, about two numbers that differ: one question keeps it as often as
    figures that agree do."""
    same = np.array([bounds(*(pairs.sides[n].claim for n in numbers)) == "same" for numbers in pairs.numbers], float)
    told = zip(pairs.relations, pairs.digits, strict=True)
    agreed = np.array([agree(relation) and d >= SPECIFIC for relation, d in told])
    kept = float((same * belief * agreed).sum() + 1) / float((belief * agreed).sum() + 2)
    differ = ~np.array([agree(relation) for relation in pairs.relations])
    chance = float((same * (1 - belief) * differ).sum() + 1) / float(((1 - belief) * differ).sum() + 2)
    return {"same": _rounded(np.log(kept / chance)), "other": _rounded(np.log((1 - kept) / (1 - chance)))}
