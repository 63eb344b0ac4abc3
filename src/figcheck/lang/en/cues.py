"""The cue words of `cues.yaml`, and the questions that are asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from figcheck import yamlio
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.lang.en.words import HERE


@cache
def raw() -> Mapping[str, Any]:
    """All cues, by key."""
    found: Mapping[str, Any] = yamlio.read(HERE / "cues.yaml")
    return found


@cache
def listed(key: str) -> frozenset[str]:
    """A list of `cues.yaml` as a set."""
    return frozenset(raw()[key])


@cache
def said(key: str, group: str) -> tuple[str, ...]:
    """The phrases of a group, longest first."""
    return tuple(sorted(raw()[key][group], key=len, reverse=True))


def moves(tokens: Tokens, index: int) -> int:
    """The direction of the verb of change at `index`: +1, -1; 2 where it only goes from one to the other; else 0."""
    lemma = tokens.lemmas[index]
    if tokens.tag(index) is not Tag.VERB and tokens.word(index) not in ("up", "down"):
        return 0
    if tokens.word(index) in ("up", "down"):
        with_verb = tokens.tag(index - 1) is Tag.VERB and not moves(tokens, index - 1)  # make up, set up
        return 0 if with_verb else 1 if tokens.word(index) == "up" else -1
    return (
        1 if lemma in listed("up") else -1 if lemma in listed("down") else 2 if lemma in listed("other_change") else 0
    )


def noun_moves(tokens: Tokens, index: int) -> int:
    """The direction of a noun of change: a 15% rise."""
    lemma = tokens.lemmas[index] if 0 <= index < len(tokens) else ""
    return 1 if lemma in listed("up_nouns") else -1 if lemma in listed("down_nouns") else 0


@cache
def casualties() -> Mapping[str, str]:
    """Every word for a casualty → the indicator it counts (killed → 死亡人数)."""
    return {word: main for main, words in raw()["casualty"].items() for word in words}
