"""figcheck.yaml and the folder figcheck/ of a newsroom, read entry by entry.

A mistake in one entry is one problem; everything else still holds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from figcheck import entries, form, project, yamlio
from figcheck.entries import Approval, Change
from figcheck.errors import UserError
from figcheck.form import Form
from figcheck.limits import Limits
from figcheck.model import Problem
from figcheck.naming import Naming

T = TypeVar("T")

SECTIONS = ("rules", "names", "must-link", "cannot-link", "articles", "tolerances", "approved", "limits", "weights")


@dataclass(frozen=True, slots=True)
class Config:
    """All that a desk has set. `file` is where, for messages; None where nothing was found."""

    file: str | None = None
    naming: Naming = field(default_factory=Naming)
    changes: Mapping[str, Change] = field(default_factory=dict)
    tolerances: Mapping[str, Decimal] = field(default_factory=dict)
    approved: tuple[Approval, ...] = ()
    articles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rules_dirs: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    weights: Path | None = None


def load(place: Path | None) -> tuple[Config, list[Problem]]:
    """The settings in a folder, or in a file that is named; all that is wrong with them is told."""
    problems: list[Problem] = []
    if place is None:
        return Config(), problems
    folder = place if os.path.isdir(place) else place.parent  # noqa: PTH112
    file = place / project.FILE if folder is place else place
    if folder is place and not os.path.isfile(file):  # noqa: PTH113
        return Config(rules_dirs=_rules_dirs(folder)), problems
    shown = _shown(file)
    text = _told(problems, yamlio.read_text, file) or ""
    whole = _told(problems, form.document, text, shown)
    sections = _sections(whole, problems) if whole is not None and whole.value is not None else {}
    made = _config(sections, shown, folder, problems)
    return replace(made, approved=tuple(replace(one, source=text) for one in made.approved)), problems


def _rules_dirs(folder: Path) -> tuple[Path, ...]:
    own = folder / project.FOLDER / "rules"
    return (Path(_shown(own)),) if os.path.isdir(own) and not project.is_package(folder) else ()  # noqa: PTH112


def _shown(file: Path) -> str:
    """The path as short as it can be written from here."""
    whole, here = file.absolute(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else file)


# ------------------------------------------------------------------------------- its sections


def _told(problems: list[Problem], make: Callable[..., T], *given: Any) -> T | None:
    """What is made of these, or None and a problem more."""
    try:
        return make(*given)
    except UserError as error:
        problems.append(error.problem())
        return None


def _sections(whole: Form, problems: list[Problem]) -> dict[str, Form]:
    sections = _told(problems, whole.keys) or {}
    for name, section in sections.items():
        if name not in SECTIONS:
            problems.append(
                section.error(f"unknown key {form.quoted(name)}", form.suggestion(name, SECTIONS)).problem()
            )
    return {name: section for name, section in sections.items() if section.value != ""}


def _config(sections: Mapping[str, Form], shown: str, folder: Path, problems: list[Problem]) -> Config:
    def keyed(name: str, make: Callable[[str, Form], T]) -> Iterator[T]:
        found = _told(problems, sections[name].keys) if name in sections else None
        yield from _made(list((found or {}).items()), make, problems)

    def items(name: str, make: Callable[[str, Form], T]) -> Iterator[T]:
        listed = sections[name].items() if name in sections else []
        yield from _made([(name, item) for item in listed], make, problems)

    names: dict[str, str] = {}
    for found in keyed("names", lambda main, others: entries.names(main, others, names)):
        names.update(found)
    return Config(
        file=shown,
        naming=Naming(names, tuple(items("must-link", entries.link)), tuple(items("cannot-link", entries.link))),
        changes=dict(keyed("rules", entries.change)),
        tolerances=dict(keyed("tolerances", entries.tolerance)),
        approved=tuple(items("approved", entries.approval)),
        articles=dict(keyed("articles", entries.article)),
        rules_dirs=_rules_dirs(folder),
        limits=Limits(**dict(keyed("limits", entries.limit))),
        weights=_told(problems, entries.weights, sections["weights"], folder) if "weights" in sections else None,
    )


def _made(given: Sequence[tuple[str, Form]], make: Callable[[str, Form], T], problems: list[Problem]) -> Iterator[T]:
    for name, entry in given:
        made = _told(problems, make, name, entry)
        if made is not None:
            yield made
