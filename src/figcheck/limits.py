"""What one file may take, so that it neither holds up nor brings down the check of all the others."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take at most; a file that needs more is one line, and the others are checked.

    `megabytes` is the size of a file, `unpacked` that of all that is packed in it (.zip, .docx), also in megabytes;
    `files` are those in an archive, `articles` those in a feed; `pages` are those of a PDF; `characters` are those of
    one article, `figures` the numbers in it: what stands behind the last of these is left out. `cells` are those of a
    sheet; `depth` is how deeply the elements of a web page may stand within each other. `seconds` are those that a file
    may take to read, and again each article in it to understand, and to check. Memory follows from the sizes: reading
    takes less than 2 GB at these.
    """

    megabytes: int = 32
    unpacked: int = 200
    files: int = 5_000
    articles: int = 10_000
    pages: int = 1_000
    characters: int = 2_000_000
    figures: int = 20_000
    cells: int = 20_000
    depth: int = 1_500
    seconds: int = 120


@dataclass(slots=True)
class Allowance:
    """What work on articles may take; `reached` names the limit by which it was cut short.

    `articles` are those that are worked on together: each has its seconds.
    """

    limits: Limits = Limits()
    articles: int = 1
    begun: float = field(default_factory=lambda: time.monotonic())
    reached: str | None = None

    def figures(self, found: Iterable[Item]) -> list[Item]:
        """As many of these figures as an article may hold.

        >>> allowance = Allowance(Limits(figures=2))
        >>> allowance.figures([30, 40, 50]), allowance.reached
        ([30, 40], 'figures')
        """
        taken = list(islice(found, self.limits.figures + 1))
        if len(taken) > self.limits.figures:
            self.reached = self.reached or "figures"
        return taken[: self.limits.figures]

    def renew(self) -> None:
        """Give the next stage as much time as the one before had; what was cut short stays so."""
        self.begun = time.monotonic()

    def is_late(self) -> bool:
        """Whether the time is up."""
        late = time.monotonic() - self.begun > self.limits.seconds * self.articles
        if late:
            self.reached = "seconds"
        return late


def in_time(items: Iterable[Item], allowance: Allowance | None) -> Iterator[Item]:
    """As many of these as there is time for; all where nothing is limited.

    >>> list(in_time("abc", None)), list(in_time("abc", Allowance(Limits(seconds=0), begun=0.0)))
    (['a', 'b', 'c'], [])
    """
    for item in items:
        if allowance is not None and allowance.is_late():
            return
        yield item
