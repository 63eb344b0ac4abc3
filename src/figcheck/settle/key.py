"""By what a finding is known again: its rule, its topic and its values. Not by its place, nor by the file's name."""

from __future__ import annotations

from dataclasses import dataclass

from figcheck.model import Bound, Claim, Finding
from figcheck.question import asked


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a decision is about, in words that an editor can read and change.

    It survives edits elsewhere and files that move; another value, indicator, place or told time is another key.
    """

    rule: str
    topic: str
    values: tuple[str, ...]


def key(finding: Finding) -> Key:
    """The key of a finding; the order of its claims and where they stand do not matter.

    Values are those of all its claims, each once: one more article that says the same settles nothing anew, one that
    says something else must not hide behind what was settled.
    """
    values = {_value(claim) for claim in finding.claims}
    return Key(finding.rule, asked(finding.claims[: finding.primary]), tuple(sorted(values)))


def _value(claim: Claim) -> str:
    quantity = claim.quantity
    number = "-".join(format(stated.normalize(), "f") for stated in quantity.stated)
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    turn = {1: "+", -1: "-"}.get(claim.figure.direction, "")
    return f"{bound}{turn}{number}{quantity.unit.name}"
