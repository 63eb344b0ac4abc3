"""Work shared out to processes: results in the order of the items, whatever the number of processes.

A process that dies (killed, out of memory) costs the items it had a second try, each by itself; then they are lost.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 8
"""So many items go to a process at a time."""


class Lost:
    """Instead of the result of an item at which its process died twice."""


def cores() -> int:
    """How many processes can really run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def shared(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int
) -> Generator[tuple[int, Result | Lost], None, None]:
    """The number of each item with its result, as they are done; an exception of the work is raised here."""
    if jobs <= 1 or len(items) <= 1:
        yield from ((number, work(item)) for number, item in enumerate(items))
        return
    team = _Team(work, items, jobs)
    left: list[int] = []
    yield from team.first_try(left)
    yield from team.second_try(left)


class _Team(Generic[Item, Result]):
    """The processes that do one kind of work on one list of items."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> None:
        self._work, self._items, self._jobs = work, items, jobs

    def first_try(self, left: list[int]) -> Iterator[tuple[int, Result]]:
        """All items in chunks; those of chunks whose process died are put into `left`."""
        chunks = [range(at, min(at + CHUNK, len(self._items))) for at in range(0, len(self._items), CHUNK)]
        with _Pool(min(self._jobs, len(chunks))) as pool:
            futures = dict(self._given_out(pool, chunks, left))
            for future in as_completed(futures):
                chunk = futures[future]
                try:
                    yield from zip(chunk, future.result(), strict=True)
                except BrokenProcessPool:
                    left.extend(chunk)

    def _given_out(
        self, pool: _Pool, chunks: Sequence[range], left: list[int]
    ) -> Iterator[tuple[Future[list[Result]], range]]:
        """Each chunk with the promise of its results; a process may die while others still begin."""
        for chunk in chunks:
            try:
                yield pool.submit(_each, self._work, [self._items[n] for n in chunk]), chunk
            except BrokenProcessPool:
                left.extend(chunk)

    def second_try(self, left: Sequence[int]) -> Iterator[tuple[int, Result | Lost]]:
        """One item after the other, so that the one which kills its process takes no other with it."""
        waiting = sorted(left)
        while waiting:
            with _Pool(1) as pool:
                while waiting:
                    number = waiting.pop(0)
                    try:
                        yield number, pool.submit(self._work, self._items[number]).result()
                    except BrokenProcessPool:
                        yield number, Lost()
                        break


def _each(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [work(item) for item in items]


class _Pool:
    """Processes that leave Ctrl-C to the one that started them, and end with it."""

    def __init__(self, jobs: int) -> None:
        self._pool = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)

    def __enter__(self) -> _Pool:
        return self

    def submit(self, *call: object) -> Future:  # type: ignore[type-arg]
        """Give out work. Processes begin here: half begun, they must not hear Ctrl-C either."""
        with _uninterrupted():
            return self._pool.submit(*call)  # type: ignore[arg-type]

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            for process in list((self._pool._processes or {}).values()):
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C has to wait; processes that begin meanwhile never hear it. Where there are no masks, nothing is done."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
