"""What was made of some claims the last time, while nothing of it changed: the part of the line behind single articles.

All that one run made stands in one entry of the cache, under the paths it was given; the next run takes from it what is
still the same and leaves its own. What is kept refers to claims by their number among those it was made of.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from figcheck import packed
from figcheck.cache import Cache, key
from figcheck.model import Claim
from figcheck.understand import Understood, Working

Made = TypeVar("Made")


class Memo:
    """`names` says what each claim is: the same bytes for the same claim of the same article."""

    def __init__(self, cache: Cache | None, entry: str, names: Mapping[int, bytes]) -> None:
        self._cache, self._entry, self._names = cache, entry, names
        self._before = _read(cache.get(entry)) if cache is not None else {}
        self._now: dict[bytes, bytes] = {}

    def of(self, work: str, claims: Sequence[Claim], make: Callable[[], Made]) -> Made:
        """What `make` makes of these claims, which must depend on them and the name of the work alone."""
        if self._cache is None:
            return make()
        name = sha256(work.encode() + b"".join([self._names[id(claim)] for claim in claims])).digest()
        kept = self._before.get(name)
        if kept is None:
            made = make()
            self._now[name] = packed.packed(made, claims)
            return made
        self._now[name] = kept
        found: Made = packed.unpacked(kept, claims)
        return found

    def save(self) -> None:
        """Leave what this run has made for the next one."""
        if self._cache is not None and self._now.keys() != self._before.keys():
            self._cache.put(self._entry, marshal.dumps(self._now))


NO_MEMO = Memo(None, "", {})
"""Works out everything."""


def remembered(understood: Sequence[Understood], working: Working, paths: Sequence[str]) -> Memo:
    """What the last run over these paths has left."""
    if working.cache is None:
        return NO_MEMO
    names = {
        id(claim): bytes.fromhex(one.name) + number.to_bytes(4, "big")
        for one in understood
        for number, claim in enumerate((*one.claims, *one.nameless))
    }
    return Memo(working.cache, key("memo", str(Path.cwd()), *paths), names)


def _read(data: bytes | None) -> dict[bytes, bytes]:
    try:
        found = marshal.loads(data) if data else {}  # noqa: S302  (bytes of bytes; the cache has checked them)
    except (ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}
