"""Numbers for the links between the figures of one change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Links:
    """Numbers for linked changes, unique in the article.

    >>> links = Links()
    >>> links.new(), links.new()
    (1, 2)
    """

    last: int = 0

    def new(self) -> int:
        """The next number."""
        self.last += 1
        return self.last
