"""name: the same value under another name. Either one thing has two names, or one number was copied to two things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.check.relation import Relation, relate
from figcheck.check.rule import Hit, Kind
from figcheck.model import Group, Quantity, Topic, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`digits`: a number with fewer significant digits is too common to mean that two names are one thing."""

    digits: int = 2


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A drift for every pair that gives the same specific number to names that differ."""
    for pair in group.pairs:
        a, b = pair.a, pair.b
        if _equal(a.quantity, b.quantity, parameters.digits) and names_differ(a.topic, b.topic):
            yield Hit.of(pair, Verdict.DRIFT)


def _equal(a: Quantity, b: Quantity, digits: int) -> bool:
    told = len(a.stated[-1].normalize().as_tuple().digits)
    return a.value == b.value and told >= digits and relate(a, b) is Relation.SAME


def names_differ(a: Topic, b: Topic) -> bool:
    """Whether two indicators go by names of which neither is known as, or an abbreviation of, the other."""
    first, second = "".join(a.words) or a.indicator, "".join(b.words) or b.indicator
    return a.canonical != b.canonical and not _abbreviates(first, second) and not _abbreviates(second, first)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in their order: an abbreviation deletes, it does not replace.

    >>> _abbreviates("社零总额", "社会消费品零售总额"), _abbreviates("物流成本", "运输成本")
    (True, False)
    """
    rest = iter(long)
    return all(char in rest for char in short)


KIND = Kind("name", Parameters, check)
