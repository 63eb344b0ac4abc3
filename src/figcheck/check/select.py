"""Which claims a rule is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from figcheck.model import Claim, Footing, Measure, Role
from figcheck.patterns import matches

named = matches
"""How names are matched, also for kinds of check that list some among their parameters."""

UNTOLD = "none"
"""What a line may take besides names: claims of which the text tells no subject, basis, scope or period."""


@dataclass(frozen=True, slots=True)
class Select:
    """What a rule is limited to: each line lists what is taken, a line that is absent takes all.

    In names `*` stands for any characters: `money:*` takes every currency, `2024*` every period of that year; `none`
    takes what the text does not tell. `unit` is the unit without its order: 元 for 亿元. `role` is where in the article
    a figure stands: headline, lead, body, caption, table.
    """

    indicator: tuple[str, ...] = ()
    measure: tuple[Measure, ...] = ()
    basis: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    dimension: tuple[str, ...] = ()
    footing: tuple[Footing, ...] = ()
    role: tuple[Role, ...] = ()

    def takes(self, claim: Claim) -> bool:
        """Whether the rule is about this claim."""
        return all(
            _is_one(wanted, _NAMES[entry.name](claim))
            for entry in fields(self)
            if (wanted := getattr(self, entry.name))
        )


def _is_one(wanted: Iterable[str], names: Iterable[str | None]) -> bool:
    told = [name for name in names if name is not None] or [UNTOLD]
    return any(matches(pattern, name) for pattern in wanted for name in told)


# What each line of a selection looks at; a claim may go by several names.
_NAMES: dict[str, Callable[[Claim], tuple[str | None, ...]]] = {
    "indicator": lambda claim: (claim.topic.indicator, claim.topic.canonical),
    "measure": lambda claim: (claim.topic.measure,),
    "basis": lambda claim: (claim.topic.basis,),
    "subject": lambda claim: (claim.topic.subject, claim.topic.subject_key),
    "scope": lambda claim: claim.topic.scope,
    "period": lambda claim: (claim.topic.period.label if claim.topic.period else None,),
    "unit": lambda claim: (claim.quantity.unit.name,),
    "dimension": lambda claim: (claim.topic.dimension,),
    "footing": lambda claim: (claim.topic.footing,),
    "role": lambda claim: (claim.figure.role,),
}
