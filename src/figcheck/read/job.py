"""One file to read, and whether it keeps within its limits."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, fields, replace

from figcheck.errors import UserError
from figcheck.limits import Limits

MB = 1_000_000

_TOLD = {
    "megabytes": ("is larger than {} MB", "give the articles one by one"),
    "unpacked": ("unpacks to more than {} MB", "give the articles one by one"),
    "files": ("holds more than {} files", "give the articles one by one"),
    "articles": ("holds more than {} articles", "divide it"),
    "pages": ("has more than {} pages", "give the pages that matter"),
    "characters": ("is longer than {} characters", "give the pages one by one"),
    "figures": ("holds more than {} figures", "divide it"),
    "cells": ("holds more than {} cells", "give the rows that the articles are about"),
    "depth": ("is nested deeper than {} elements", "save the page as text"),
    "seconds": ("takes longer than {} seconds to read", "save it again in a simpler form"),
}
"""What is said of a file that needs more, and what to do."""
assert set(_TOLD) == {entry.name for entry in fields(Limits)}


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: its name for messages, the encoding asked for, and what it may take."""

    where: str
    encoding: str | None = None
    limits: Limits = field(default_factory=Limits)
    begun: float = field(default_factory=lambda: time.monotonic())

    def at(self, where: str) -> Job:
        """The same for a part of the file; its time is running."""
        return replace(self, where=where)

    def within(self, limit: str, taken: float) -> None:
        """Raise UserError where so much is more than a limit allows."""
        if taken > getattr(self.limits, limit):
            raise self.beyond(limit)

    def beyond(self, limit: str) -> UserError:
        """What is said where a limit is reached."""
        what, hint = _TOLD[limit]
        most = f"{getattr(self.limits, limit):,}"
        return UserError(self.where, what.format(most), f"{hint}; more is allowed by `limits: {limit}:`")

    def in_time(self) -> None:
        """Raise UserError where the time is up; readers ask now and then."""
        self.within("seconds", time.monotonic() - self.begun)
