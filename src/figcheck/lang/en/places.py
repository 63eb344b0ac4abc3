"""Places by their English names, and which lies in which. Places of China have the codes of all languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from figcheck import yamlio
from figcheck.lang.en.tokens import Tokens
from figcheck.lang.en.words import HERE

WORLD = "world"
COUNTRY = "000000"
"""The division code of China."""

MOST_WORDS = 9
"""Of the name of a place, hyphens counted."""


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """Name in small letters → key, and the keys it lies in, nearest first."""
    raw = yamlio.read(HERE / "places.yaml")
    found = dict(_of_china())
    for region, told in yamlio.read(HERE.parent / "regions.yaml").items():
        found.update(dict.fromkeys(told["en"], (region, COUNTRY, WORLD)))
    for key, names in raw["countries"].items():
        found.update(dict.fromkeys(names, (key, WORLD)))
    for outer, names in raw["within"].items():
        around = found.get(outer) or ((outer, WORLD) if outer != WORLD else (WORLD,))
        for name in names:
            found[name] = (name, *around)
    return found


def _of_china() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names of places of China, by division codes: two digits for the province, two for the city."""
    for code, names in yamlio.read(HERE / "china.yaml").items():
        province = code[:2] + "0000"
        row = tuple(dict.fromkeys((code, province, COUNTRY, WORLD))) if code != COUNTRY else (COUNTRY, WORLD)
        for name in [names] if isinstance(names, str) else names:
            yield name, row


@cache
def _around() -> Mapping[str, tuple[str, ...]]:
    return {row[0]: row for row in _table().values()}


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, row in _table().items():
        found.setdefault(row[0], name)
    return found


def code(name: str) -> str | None:
    """The key of a place by any of its names; None for what is no place.

    >>> code("Britain"), code("the U.S."), code("Chenzhou"), code("Mordor")
    ('gb', 'us', '431000', None)
    """
    low = name.lower().removeprefix("the ")
    return _table()[low][0] if low in _table() and name != "us" else None


def within(inner: str, outer: str) -> bool:
    """Whether one place lies in the other, by their keys (a place lies in itself).

    >>> within("houston", "us"), within("us", "texas"), within("431000", "430000")
    (True, False, True)
    """
    return inner == outer or outer in _around().get(inner, ())


def name(place: str) -> str:
    """The name of a place by its key.

    >>> name("gb")
    'United Kingdom'
    """
    return _names().get(place, place).title()


def at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The key of the place whose name begins with the word at `index`, and the word behind it."""
    if index >= len(tokens) or not tokens.written(index)[:1].isupper() or not _begins(tokens.low[index]):
        return None
    for length in range(MOST_WORDS, 0, -1):
        row = _table().get(" ".join(tokens.low[index : index + length]).replace(" - ", "-"))
        if row is not None and index + length <= len(tokens):
            return row[0], index + length
    return None


@cache
def _firsts() -> frozenset[str]:
    return frozenset(name.split()[0].split("-")[0] for name in _table())


def _begins(word: str) -> bool:
    return word in _firsts()


def covers(tokens: Tokens, index: int) -> bool:
    """Whether a word belongs to the name of a place."""
    for first in range(index, max(-1, index - MOST_WORDS), -1):
        found = at(tokens, first)
        if found is not None and found[1] > index:
            return True
    return False
