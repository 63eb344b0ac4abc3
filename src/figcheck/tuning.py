"""The rules as a desk wants them: switched off, graver or milder, with other parameters, about other claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from figcheck import form
from figcheck.check.rule import Rule
from figcheck.config import Config
from figcheck.entries import OFF, Change
from figcheck.errors import UserError
from figcheck.model import Problem, Severity


@dataclass(frozen=True, slots=True)
class Tuned:
    """A rule as it is used. `off` is true where it is not; `by` is the file and line that say so, or change it."""

    rule: Rule
    off: bool = False
    by: str = ""
    was: Severity | None = None


def tuned(rules: Sequence[Rule], config: Config) -> tuple[list[Tuned], list[Problem]]:
    """Every rule as the settings want it, and a problem for each change that cannot be made."""
    made: list[Tuned] = []
    problems = [error.problem() for error in _unknown(rules, config.changes)]
    for rule in rules:
        lenient = replace(rule, parameters=_tolerant(rule.parameters, config.tolerances))
        try:
            made.append(_changed(lenient, config.changes.get(rule.id)))
        except UserError as error:
            problems.append(error.problem())
            made.append(Tuned(lenient))
    return made, problems


def in_use(rules: Sequence[Tuned]) -> list[Rule]:
    """Those that are not switched off."""
    return [one.rule for one in rules if not one.off]


def _unknown(rules: Sequence[Rule], changes: Mapping[str, Change]) -> list[UserError]:
    ids = [rule.id for rule in rules]
    return [
        change.entry.error(f"there is no rule {form.quoted(name)}", form.suggestion(name, ids))
        for name, change in changes.items()
        if name not in ids
    ]


def _changed(rule: Rule, change: Change | None) -> Tuned:
    if change is None:
        return Tuned(rule)
    parameters = form.changed(rule.parameters, change.settings) if change.settings else rule.parameters
    parameters = form.extended(parameters, change.more) if change.more else parameters
    select = form.changed(rule.select, change.select) if change.select else rule.select
    off = change.severity == OFF
    severity = rule.severity if off or change.severity is None else Severity[change.severity.upper()]
    return Tuned(
        replace(rule, severity=severity, parameters=parameters, select=select),
        off,
        f"{change.entry.where}:{change.entry.line}",
        rule.severity if severity is not rule.severity else None,
    )


def _tolerant(parameters: Any, tolerances: Mapping[str, Decimal]) -> Any:
    """The parameters with what a desk tolerates, where the kind of check has a place for it."""
    if not tolerances or "tolerances" not in {entry.name for entry in fields(parameters)}:
        return parameters
    return replace(parameters, tolerances={**parameters.tolerances, **tolerances})
