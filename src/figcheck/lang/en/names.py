"""Names of indicators, and words that exclude each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from figcheck import yamlio
from figcheck.lang.en.words import HERE


@cache
def raw() -> Mapping[str, Any]:
    """The names by id, and the groups and examples under keys with @."""
    found: Mapping[str, Any] = yamlio.read(HERE / "names.yaml")
    return found


@cache
def known_names() -> Mapping[str, str]:
    """Every known name of an indicator → the id that all languages share."""
    return {name: main for main, names in raw().items() if not main.startswith("@") for name in names}


@cache
def exclusive() -> tuple[tuple[str, ...], ...]:
    """Groups of words that exclude each other (import, export)."""
    return tuple(tuple(group) for group in raw()["@exclusive"])
