"""What was made of some claims the last time, while nothing of it changed: the part of the line behind single articles.

All that one run made stands in one entry of the cache, under the paths it was given; the next run takes from it what is
still the same and leaves its own. What is kept refers to claims by their number among those it was made of.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from figcheck import kept, packed
from figcheck.cache import Cache, key
from figcheck.later import Later
from figcheck.model import Claim, Finding, Group, Problem

Plain = TypeVar("Plain")
"""Numbers and words, in lists and tuples."""

Order = tuple[Any, ...]
"""By what findings are sorted."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is found in some claims: the groups, the findings with their order, the claims that met another.

    `problems` are what failed; what was made so is not kept for the next run.
    """

    groups: Sequence[Group] = ()
    found: Sequence[tuple[Order, Finding]] = ()
    met: Sequence[Claim] = ()
    problems: Sequence[Problem] = ()


class Memo:
    """What the last run left, and what this one leaves. Without a cache everything is worked out."""

    def __init__(self, cache: Cache | None = None, entry: str = "") -> None:
        self._cache, self._entry = cache, entry
        self._before = _read(cache.get(entry)) if cache is not None else {}
        self._now: dict[bytes, Any] = {}

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._cache is not None

    def of(self, work: str, claims: Sequence[Claim], make: Callable[[], Made]) -> Made:
        """What `make` makes of these claims, which must depend on them and the name of the work alone."""
        if self._cache is None:
            return make()
        asked = _asked(work, kept.names(claims))
        if asked not in self._before:
            made = make()
            if made.problems:
                return made
            self._now[asked] = _packed_up(made, claims)
        else:
            self._now[asked] = self._before[asked]
        return _opened(self._now[asked], claims)

    def plain(self, work: str, name: bytes, make: Callable[[], Plain]) -> Plain:
        """What `make` makes of something with a name that is the same for the same content."""
        if self._cache is None:
            return make()
        asked = _asked(work, name)
        made: Plain = self._before[asked] if asked in self._before else make()
        self._now[asked] = made
        return made

    def save(self) -> None:
        """Leave what this run has made for the next one."""
        if self._cache is not None and self._now.keys() != self._before.keys():
            self._cache.put(self._entry, marshal.dumps(self._now))


def _asked(work: str, name: bytes) -> bytes:
    return sha256(work.encode("utf-8", "surrogatepass") + b"\0" + name).digest()


def remembered(cache: Cache | None, about: str, paths: Iterable[str]) -> Memo:
    """What the last run over these paths has left about something."""
    return Memo(cache, key("memo", about, str(Path.cwd()), *paths) if cache is not None else "")


def _packed_up(made: Made, claims: Sequence[Claim]) -> tuple[bytes, bytes, list[int]]:
    numbers = {id(claim): number for number, claim in enumerate(claims)}
    groups, found = (packed.packed(list(part), claims) for part in (made.groups, made.found))
    return groups, found, [numbers[id(claim)] for claim in made.met if id(claim) in numbers]


def _opened(data: tuple[bytes, bytes, list[int]], claims: Sequence[Claim]) -> Made:
    groups, found, met = data
    return Made(
        Later(lambda: packed.unpacked(groups, claims)), packed.unpacked(found, claims), [claims[at] for at in met]
    )


def _read(data: bytes | None) -> dict[bytes, Any]:
    try:
        found = marshal.loads(data) if data else {}  # noqa: S302  (numbers and bytes; the cache has checked them)
    except (ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}
