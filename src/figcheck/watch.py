"""Checking again at every save: what appeared, what is settled. The only module that knows watchfiles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from figcheck.errors import UserError
from figcheck.model import Finding, Outcome

PAUSE = 300
"""Milliseconds in which saves count as one."""

PATIENCE = 200
"""Milliseconds after which a wait for saves begins anew."""


@dataclass(frozen=True, slots=True)
class Round:
    """One look at all articles, and what is different from the look before: everything, at the first."""

    outcome: Outcome
    gone: tuple[Finding, ...] = ()
    first: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.first or self.gone or self.outcome.findings or self.outcome.problems)


def rounds(check: Callable[[], Outcome], saves: Iterable[object]) -> Iterator[Round]:
    """The findings at first, then after every save only those that appeared, and those that are gone.

    `saves` has been watching when it yields for the first time, so that no save is missed while all is checked.
    """
    watched = iter(saves)
    next(watched, None)
    before = check()
    yield Round(before, first=True)
    for _ in watched:
        now = check()
        known, left = _ids(before), _ids(now)
        appeared = tuple(finding for finding in now.findings if finding.id not in known)
        gone = tuple(finding for finding in before.findings if finding.id not in left)
        yield Round(replace(now, findings=appeared), gone)
        before = now


def _ids(outcome: Outcome) -> set[str]:
    return {finding.id for finding in outcome.findings}


def saves(paths: Sequence[str], memory: Path) -> Iterator[object]:
    """Something as soon as it watches, then whenever a file under the paths, or a decision, was saved, until Ctrl-C.

    Raises UserError where the package for it is missing.
    """
    try:
        import watchfiles
    except ImportError:
        raise UserError("watch", "needs the package watchfiles", "pip install 'figcheck[watch]'") from None
    named = [Path(path).resolve() for path in paths]
    folders = {path if path.is_dir() else path.parent for path in named}

    def wanted(_: object, changed: str) -> bool:
        path = Path(changed)
        if path.name.startswith((".", "~")):
            return False
        return memory in path.parents or any(path == one or one in path.parents for one in named)

    if memory.is_dir():
        folders.add(memory)
    watched = watchfiles.watch(
        *sorted(folders),
        watch_filter=wanted,
        debounce=PAUSE,
        raise_interrupt=False,
        rust_timeout=PATIENCE,
        yield_on_timeout=True,
    )
    yield next(watched, None)  # nothing yet: the time is over, or something was saved meanwhile
    yield from filter(None, watched)
