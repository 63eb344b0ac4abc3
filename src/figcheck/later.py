"""What is made when it is first asked for: most of what a run could load again is never looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar, overload

Item = TypeVar("Item")


class Later(Sequence[Item]):
    """A sequence whose items are made when they are first asked for; its length may be known before.

    >>> Later(lambda: [1, 2, 3])[1], len(Later(lambda: print("never"), 7))
    (2, 7)
    """

    def __init__(self, make: Callable[[], Sequence[Item]], size: int | None = None) -> None:
        self._make, self._size = make, size

    @cached_property
    def _items(self) -> Sequence[Item]:
        return self._make()

    def __len__(self) -> int:
        return len(self._items) if self._size is None else self._size

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._items[index]
