"""Sentences made of a grammar: numerals in every form, bounds, units, dates that are and are not, cut off anywhere.

A rule of the grammar is a list of wordings, in which `{name}` stands for one more rule; `{0-99}` is a whole number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

from figcheck import yamlio

Grammar = Mapping[str, Sequence[str]]


@cache
def grammar(lang: str) -> Grammar:
    """The wordings of a language, by the names of their rules."""
    found: Grammar = yamlio.read(Path(__file__).with_name(f"{lang}.yaml"))
    return found


DEEPEST = 12
"""A wording that goes on for longer is cut."""

_SLOT = re.compile(r"\{(?:(?P<low>\d+)-(?P<high>\d+)|(?P<name>\w+))\}")


def made(lang: str, random: Random, name: str = "text", depth: int = 0) -> str:
    """A wording of a rule, with everything in it chosen at random."""

    def fill(slot: re.Match[str]) -> str:
        if slot["low"] is not None:
            return str(random.randint(int(slot["low"]), int(slot["high"]))).zfill(len(slot["low"]))
        return made(lang, random, slot["name"], depth + 1)

    return "" if depth > DEEPEST else _SLOT.sub(fill, random.choice(grammar(lang)[name]))


DATES = ("2024-06-30", "2024-02-30", "2024-13-01", "9999-12-31", "0001-01-01", "3732-01-01", "2025年3月1日")
"""Days of publication, some of which there are."""


def article(random: Random, lang: str | None = None, name: str = "text") -> str:
    """A short text in one language or both, with or without a date, cut off anywhere now and then."""
    lang = lang or random.choice(("zh", "zh", "en", "en", "mixed"))
    langs = ("zh", "en") if lang == "mixed" else (lang,)
    paragraphs = [made(random.choice(langs), random, name) for _ in range(random.choice((1, 1, 2, 4)))]
    text = random.choice(("\n\n", "\n", "")).join(paragraphs)
    if random.random() < 0.3:
        text = text[: random.randint(0, len(text))]
    if random.random() < 0.4:
        text = f"---\ndate: {random.choice(DATES)}\n---\n{text}"
    return text if text.strip() else "0"
