"""A relation as a rule writes it: a formula, and what its roles ask of the figures that play them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from figcheck.check.equations.formula import formula
from figcheck.check.equations.terms import FRACTIONS, Term
from figcheck.model import Footing, Measure

UNCOUNTED = ("times", "rank", "number", "age", "part", "magnitude")
"""The kinds that are not amounts of anything."""
ANY = "amount"
"""The kind of a role that takes whatever is counted or measured."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a role asks of a figure.

    `kind` is ratio, points, times, amount (whatever is counted or measured) or a dimension; `like` names another role
    whose figures it must be of one kind with, `unlike` one of which it must not be. `cue` are classes of words that
    speak for it, `must` those of which it needs one, `barred` those that it cannot have (`change` and `share`: also as
    it was read). `before` names a role than whose figure it must be told to be earlier; of the kinds under `same_unit`
    only figures of one unit go together. `indicator` are names of a newsroom's own. `counted` takes the number as it is
    written, in its own unit (so many for each of 12 months). Where many play it they are at `least` so many.
    """

    kind: str = ANY
    like: str = ""
    unlike: str = ""
    cue: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    before: str = ""
    same_unit: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    counted: bool = False
    least: int = 2

    def takes(self, term: Term) -> bool:
        """Whether a figure may play this role, whatever plays the others."""
        kind = term.kind not in (*FRACTIONS, *UNCOUNTED) if self.kind == ANY else term.kind == self.kind
        kind = kind and not (self.counted and term.kind.startswith("money"))
        kind = kind and not any(has(term, name) for name in self.barred)
        return kind and (not self.must or any(has(term, name) for name in self.must)) and self._named(term)

    def _named(self, term: Term) -> bool:
        return not self.indicator or any(name in term.claim.topic.indicator for name in self.indicator)


def has(term: Term, cue: str) -> bool:
    """Whether a class of words stands beside a figure; `change` and `share` are also what it was read as."""
    read = {"change": Measure.CHANGE, "share": Measure.SHARE}.get(cue)
    return cue in term.cues or term.measure is read


def alike(a: Term, b: Term) -> bool:
    """Whether two figures count or measure one kind of thing, so that they can be added up."""
    if a.kind != b.kind:
        return False
    first, second = a.claim.topic.dimension, b.claim.topic.dimension
    return a.kind != "count" or first == second or "count" in (first, second)


def earlier(a: Term, b: Term) -> bool:
    """Whether the text tells that a figure is older than another: by words beside it, its time, or “from … to …”."""
    if "before" in a.cues or a.claim.figure.link_end is Footing.BEFORE:
        return True
    ends = [term.period and (term.period[1] or term.period[0]) for term in (a, b)]
    if ends[0] and ends[1] and ends[0] < ends[1]:
        return True
    return a.clause == b.clause and a.at < b.at and "after" in b.cues and "after" not in a.cues


@dataclass(frozen=True, slots=True)
class Relation:
    """Parameters: `relation` is the formula, `falling` the one that holds where its right side is told as a fall;
    `roles` are what its names stand for. Where there are `marked`, a text asks for it only with a word of these classes
    beside the figure on the right side or the last that is added up; it may hold without. A list that begins with a
    class of `opening` (其中) may leave some out: it is asked for only where it ends with one of `closing`.
    """

    relation: str = ""
    falling: str = ""
    marked: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    roles: Mapping[str, Role] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raises ValueError for formulas that cannot be reckoned, and for roles that are not there."""
        for written in (self.relation, *((self.falling,) if self.falling else ())):
            made = formula(written)
            needed = {*made.roles, made.told}
            needed |= {name for role in self.roles.values() for name in (role.like, role.unlike, role.before) if name}
            if missing := sorted(needed - set(self.roles)):
                raise ValueError(f"`roles` has no {', '.join(missing)}")
