"""What one article says, and the same packed up: a small head that every run loads, a body of which it loads little."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from figcheck import kept, packed
from figcheck.cache import key
from figcheck.kept import Body, Home
from figcheck.later import Later
from figcheck.model import Article, Claim, Dated, Problem
from figcheck.naming import Naming

Packed = tuple[bytes, bytes]
"""Head and body of a file's articles."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What one article says: its claims, those whose question it does not tell, what was wrong with it.

    Without an article it is what was wrong with a file. `skipped` says why a file of a folder was left out.
    `commented` says that the article holds comments to figcheck, `hurried` that time ran out before it was read to its
    end. `name` is the same for the same content.
    """

    article: Article | None
    claims: tuple[Claim, ...] = ()
    nameless: tuple[Claim, ...] = ()
    dates: Sequence[Dated] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Problem, ...] = ()
    commented: bool = False
    hurried: bool = False
    name: bytes = b""
    dating: tuple[Claim, ...] = ()  # what the dates are told by, where they are not loaded yet

    @property
    def own(self) -> tuple[Claim, ...]:
        """All that it says of figures."""
        return (*self.claims, *self.nameless)


def packed_up(made: Sequence[Understood]) -> Packed:
    """What the articles of one file say, as bytes."""
    heads, bodies = [], []
    for one in made:
        dating = [claim for dates in one.dates for claim in dates.claims]
        sizes = len(one.claims), len(one.nameless), len(one.dates), len(dating)
        article = kept.light(one.article) if one.article is not None else None
        heads.append((article, sizes, one.problems, one.skipped, one.commented, one.hurried))
        bodies.append(kept.body(one.article, (*one.own, *dating), one.dates) if one.article is not None else None)
    return packed.packed(heads), marshal.dumps(bodies)


def opened(head: bytes, body: Callable[[], bytes], name: str, naming: Naming) -> list[Understood]:
    """The same again, under a desk's own names of indicators; `body` is asked for when it is needed."""
    bodies = cache(lambda: marshal.loads(body()))  # noqa: S302  (bytes of ours; the cache has checked them)
    called = repr(sorted(naming.names.items()))

    def one(number: int) -> Callable[[], Body]:
        return lambda: bodies()[number]

    return [
        _opened(row, one(number), bytes.fromhex(key(name, str(number), called, str(row[1]))), naming)
        for number, row in enumerate(packed.unpacked(head))
    ]


def _opened(row: tuple[Any, ...], body: Callable[[], Body], name: bytes, naming: Naming) -> Understood:
    light, (claims, nameless, dates, dating), problems, skipped, commented, hurried = row
    if light is None:
        return Understood(None, problems=problems, skipped=skipped)
    home = Home(light, claims + nameless + dating, name, body, naming)
    own, rest = home.claims[: claims + nameless], home.claims[claims + nameless :]
    return Understood(
        home.article, tuple(own[:claims]), tuple(own[claims:]), Later(home.dates, dates), problems, skipped,
        commented, hurried, name, tuple(rest),
    )  # fmt: skip
