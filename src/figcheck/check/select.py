"""Which claims a rule is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from figcheck.model import Claim, Footing, Measure, Role


@dataclass(frozen=True, slots=True)
class Select:
    """What a rule is limited to: each line lists what is taken, a line that is absent takes all.

    Names may end or begin with `*`: `money:*` takes every currency.
    """

    measure: tuple[Measure, ...] = ()
    dimension: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    footing: tuple[Footing, ...] = ()
    basis: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    role: tuple[Role, ...] = ()

    def takes(self, claim: Claim) -> bool:
        """Whether the rule is about this claim."""
        return all(
            any(named(word, name) for word in wanted for name in _NAMES[entry.name](claim))
            for entry in fields(self)
            if (wanted := getattr(self, entry.name))
        )


# What each line of a selection looks at; a claim may go by several names.
_NAMES: dict[str, Callable[[Claim], tuple[str | None, ...]]] = {
    "measure": lambda claim: (claim.topic.measure,),
    "dimension": lambda claim: (claim.topic.dimension,),
    "indicator": lambda claim: (claim.topic.indicator, claim.topic.canonical),
    "subject": lambda claim: (claim.topic.subject, claim.topic.subject_key),
    "footing": lambda claim: (claim.topic.footing,),
    "basis": lambda claim: (claim.topic.basis,),
    "unit": lambda claim: (claim.quantity.unit.name,),
    "role": lambda claim: (claim.figure.role,),
}


def named(pattern: str, name: str | None) -> bool:
    """Whether a name is the one written, where `*` at either end stands for any characters.

    >>> named("money:*", "money:CNY"), named("*收入", "人均可支配收入"), named("money", "money:CNY"), named("*", None)
    (True, True, False, False)
    """
    if name is None:
        return False
    core = pattern.strip("*")
    starts, ends = pattern.startswith("*"), pattern.endswith("*")
    if starts and ends:
        return core in name
    return name.endswith(core) if starts else name.startswith(core) if ends else name == core
