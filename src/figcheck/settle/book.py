"""decisions.yaml and baseline.yaml: lists of keys with what was decided, read and written whole, sorted for git."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from figcheck import form, project, yamlio
from figcheck.errors import UserError
from figcheck.form import Form
from figcheck.settle.key import Key


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding that was settled, and why. `day` and `until` are days (ISO); `files` only help whoever reads it."""

    rule: str
    topic: str
    values: tuple[str, ...]
    reason: str = ""
    by: str = ""
    day: str = ""
    until: str = ""
    files: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return Key(self.rule, self.topic, tuple(sorted(self.values)))

    def expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return bool(self.until) and date.fromisoformat(self.until) < today


@dataclass(frozen=True, slots=True)
class Book:
    """The decisions of a file, and the lines on which they begin."""

    path: Path
    decisions: tuple[Decision, ...] = ()
    lines: tuple[int, ...] = ()

    def where(self, index: int) -> str:
        """File and line of a decision."""
        return f"{self.path.as_posix()}:{self.lines[index]}"

    def with_only(self, decisions: Iterable[Decision]) -> Book:
        """The same file with these decisions instead: to be written."""
        kept = {decision.key: decision for decision in decisions}
        return replace(self, decisions=tuple(kept[key] for key in sorted(kept)), lines=())


def load(path: Path, reason_needed: bool) -> Book:
    """The file, or an empty book where there is none. Raises UserError for the first thing in it that is wrong."""
    if not path.exists():
        return Book(path)
    whole = form.document(yamlio.read_text(path), path.as_posix())
    entries = [] if whole.value is None else whole.items()
    return Book(path, tuple(_decision(e, reason_needed) for e in entries), tuple(e.line for e in entries))


def _decision(given: Form, reason_needed: bool) -> Decision:
    made = form.filled(Decision, given)
    if reason_needed and not made.reason.strip():
        raise given.error("the decision has no reason", "add `reason: …`, for who reads it in a year")
    for name in ("day", "until"):
        if getattr(made, name):
            _day(given.child(name, ""))
    return made


def _day(given: Form) -> date:
    try:
        return date.fromisoformat(given.text())
    except ValueError:
        raise given.error(f"{given.name} is not a day: {given.value!r}", "write it as 2026-01-31") from None


def save(book: Book, head: str) -> None:
    """Write the book under a comment that says what it is. Raises UserError where it cannot be written."""
    lines = [f"# {line}\n" for line in head.splitlines()]
    project.write(book.path, "".join([*lines, *_blocks(book.decisions)]))


def _blocks(decisions: Sequence[Decision]) -> Iterable[str]:
    """One a decision, with a blank line between, so that git can merge what two people add."""
    return ("\n" + yamlio.written([_plain(decision)]) for decision in decisions)


def _plain(decision: Decision) -> dict[str, Any]:
    told = {name: getattr(decision, name) for name in form.named(Decision)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items() if value}


def last_day(written: str | None, today: date) -> str:
    """A day given on the command line, which must lie ahead, as it is kept. Raises UserError."""
    if not written:
        return ""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise UserError("--until", f"{written!r} is not a day", "write it as 2026-01-31") from None
    if day < today:
        raise UserError("--until", f"{day} is over", "give a day that lies ahead")
    return day.isoformat()
