"""moments: a count that runs on (a toll, the rescued, 累计) is told again and again; which tellings fit each other?

Of two moments the later count replaces the earlier one; what is only added to cannot fall; at one moment there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from figcheck import spoken, ui
from figcheck.check import agree
from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.check.select import named
from figcheck.check.streak import as_of
from figcheck.model import Claim, Group, How, Pair, Severity, Text, Verdict

Moment = tuple[date, int]
"""A day and the minute up to which it is told: its last one where no hour is told."""

MIDNIGHT = 24 * 60


class Finds(StrEnum):
    """What is looked for."""

    REPLACED = "replaced"  # 截至12时2人, 截至20时5人
    FELL = "fell"  # 截至3月累计5万人, 截至6月累计4万人
    AT_ONCE = "at-once"  # 截至12时2人, 截至12时5人


@dataclass(frozen=True, slots=True)
class Parameters:
    """`finds`: which of the three. `days`: tellings that are farther apart are not held together.

    `only_rise`: for `fell`, indicators that cannot fall, besides those that are told as running totals (累计).
    `tolerances`: numbers of these indicators may differ by so much of the larger one (0.01 is 1%).
    """

    finds: Finds
    days: int = 30
    only_rise: tuple[str, ...] = ()
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """The pairs of tellings that stand to each other as `finds` says, the earlier one first."""
    for pair in group.pairs if parameters.finds is Finds.AT_ONCE else group.across:
        first, last = moment(pair.a), moment(pair.b)
        if first is None or last is None or not _apart(pair, parameters):
            continue
        if parameters.finds is Finds.FELL and pair.worst is Severity.INFO:
            continue
        ordered = (pair.a, pair.b) if first <= last else (pair.b, pair.a)
        if _FINDS[parameters.finds](ordered, parameters):
            yield _hit(pair, ordered, parameters.finds)


def _apart(pair: Pair, parameters: Parameters) -> bool:
    a, b = pair.a.quantity, pair.b.quantity
    allowed = agree.Parameters(tolerances=parameters.tolerances).allowed(pair.a)
    return relate(a, b) is Relation.APART and not agree.within(a, b, allowed)


def moment(claim: Claim) -> Moment | None:
    """When a count was taken: as it says itself, else when it was published."""
    day, clock = as_of(claim), _clock(claim)
    return (day, MIDNIGHT if clock is None else clock) if day else None


def _clock(claim: Claim) -> int | None:
    return claim.topic.period.clock if claim.topic.period else None


# ------------------------------------------------------------------------------- what the later is to the earlier

_Ordered = tuple[Claim, Claim]


def _replaced(told: _Ordered, parameters: Parameters) -> bool:
    revised = any(claim.frame.revised for claim in told)
    return (revised or _grew(told)) and _near(told, parameters.days)


def _fell(told: _Ordered, parameters: Parameters) -> bool:
    return (
        told[0].quantity.value > told[1].quantity.value
        and _near(told, parameters.days)
        and _one_start(told)
        and _adds_up(told, parameters)
    )


def _at_once(told: _Ordered, parameters: Parameters) -> bool:
    return all(_clock(claim) is not None for claim in told)


_FINDS: dict[Finds, Callable[[_Ordered, Parameters], bool]] = {
    Finds.REPLACED: _replaced,
    Finds.FELL: _fell,
    Finds.AT_ONCE: _at_once,
}


def _grew(told: _Ordered) -> bool:
    return told[0].quantity.value < told[1].quantity.value


def _near(told: _Ordered, days: int) -> bool:
    """Whether one surely came first, and not too long before the other: a day without its hour has no place in it."""
    first, last = as_of(told[0]), as_of(told[1])
    if first is None or last is None or (first == last and None in map(_clock, told)):
        return False
    return moment(told[0]) != moment(told[1]) and (last - first).days <= days


def _one_start(told: _Ordered) -> bool:
    """Whether both run from the same day: 今年累计 begins anew each year."""
    return len({_start(claim) for claim in told}) == 1


def _start(claim: Claim) -> date | None:
    period = claim.topic.period
    return period.start if period is not None and period.start != period.end else None


def _adds_up(told: _Ordered, parameters: Parameters) -> bool:
    if all("累计" in claim.figure.cues for claim in told):
        return True
    names = {name for claim in told for name in (claim.topic.canonical, claim.topic.indicator)}
    return any(named(pattern, name) for pattern in parameters.only_rise for name in sorted(names))


# ------------------------------------------------------------------------------- what is told of it


def _hit(pair: Pair, told: _Ordered, finds: Finds) -> Hit:
    loose = finds is Finds.FELL and any(map(_vague, told))
    unsure = tuple(dict.fromkeys((*pair.unsure, *(("period",) if loose else ()))))
    verdict = Verdict.DRIFT if finds is Finds.REPLACED else Verdict.CONTRADICTION
    values = {"a_when": _when(told[0]), "b_when": _when(told[1])}
    sure = pair.score if finds is Finds.AT_ONCE else pair.match
    return Hit.of(pair, verdict, claims=told, confidence=sure, unsure=unsure, values=values)


def _vague(claim: Claim) -> bool:
    return claim.topic.period is None or claim.topic.period.how in (How.VAGUE, How.UNKNOWN)


def _when(claim: Claim) -> Text:
    day = as_of(claim)
    return {lang: spoken.moment(day, _clock(claim), lang) if day else ui.say("period.none", lang) for lang in ui.LANGS}


KIND = Kind("moments", Parameters, check, placeholders=("a_when", "b_when"))
