"""Names of indicators, and words that exclude each other."""

from __future__ import annotations

from functools import cache

from figcheck import yamlio
from figcheck.lang.zh import words


@cache
def _raw_names() -> dict[str, list[str]]:
    raw: dict[str, list[str]] = yamlio.read(words.HERE / "names.yaml")
    return raw


@cache
def exclusive() -> tuple[tuple[str, ...], ...]:
    """Groups of words that exclude each other (进口, 出口)."""
    return tuple(tuple(group) for group in _raw_names()["@exclusive"])


@cache
def known_names() -> dict[str, str]:
    """Every known name of an indicator → the name it goes by."""
    table: dict[str, str] = {}
    for main, others in _raw_names().items():
        if main.startswith("@"):
            continue
        for name in (main, *others):
            table.setdefault(name, main)
    return table
