"""What tells one thing from another of its kind before a figure: Plant A from Plant B, the first hearing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from figcheck import yamlio


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("apart.yaml"))


@lru_cache(maxsize=4096)
def labels(told: str) -> Mapping[str, str]:
    """What the words before a figure say of which thing it is, by kind of label; the last of a kind holds.

    >>> labels("Plant B employs"), labels("A second hearing drew"), labels("Another school has")
    ({'plant': 'b'}, {'hearing': '2'}, {'other': 'another'})
    """
    return dict(_label(match) for match in _pattern().finditer(told.lower()))


def _label(match: re.Match[str]) -> tuple[str, str]:
    if match["other"]:
        return "other", match["other"]
    if match["side"]:
        return _sides()[match["side"]], match["side"]
    if match["named"]:
        return match["named"], _value(match["letter"])
    return match["thing"] or match["counted"], _value(match["ordinal"] or match["number"])


def _value(written: str) -> str:
    """A number as it is compared: two is 2."""
    known: Mapping[str, Any] = {**words()["ordinals"], **words()["numbers"]}
    return str(known.get(written, written))


@cache
def _sides() -> dict[str, str]:
    return {word: side[0] for side in words()["sides"] for word in side}


@cache
def _pattern() -> re.Pattern[str]:
    w = words()

    def one_of(items: Iterable[str]) -> str:
        return "|".join(sorted(map(re.escape, items), key=len, reverse=True))

    number = rf"{one_of(w['numbers'])}|\d{{1,3}}"
    return re.compile(
        rf"\b(?:(?P<other>{one_of(w['others'])})|(?P<side>{one_of(_sides())})"
        rf"|(?P<named>{one_of(w['named'])}) (?P<letter>{number}|[a-z])"
        rf"|(?P<ordinal>{one_of(w['ordinals'])}) (?!(?:{one_of(w['not_numbered'])})\b)(?P<thing>[a-z]{{3,20}})"
        rf"|(?P<number>{number}) (?P<counted>{one_of(w['counted'])})s?)\b"
    )
