"""Which findings were settled before? By a comment in an article, a decision on file, or the baseline.

What no longer settles anything is told, so that nothing is passed over in silence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from figcheck import links, project
from figcheck.errors import UserError
from figcheck.links import Links
from figcheck.model import Article, By, Finding, Outcome, Problem, Suppressed
from figcheck.settle import book, comments
from figcheck.settle.book import Book, Decision
from figcheck.settle.comments import Comment
from figcheck.settle.key import Key, key

DECISIONS, BASELINE = "decisions.yaml", "baseline.yaml"


@dataclass(frozen=True)
class Memory:
    """What a project remembers: `base` is its root, `today` the day on which decisions hold or have expired."""

    base: Path
    decisions: Book
    baseline: Book
    links: Links
    today: date
    problems: tuple[Problem, ...] = ()

    @cached_property
    def index(self) -> dict[Key, list[tuple[By, Book, int]]]:
        """Where each key stands: decisions before the baseline."""
        found: dict[Key, list[tuple[By, Book, int]]] = defaultdict(list)
        for by, kept in ((By.DECISION, self.decisions), (By.BASELINE, self.baseline)):
            for number, decision in enumerate(kept.decisions):
                found[decision.key].append((by, kept, number))
        return dict(found)


def remember(base: Path | None = None, today: date | None = None) -> Memory:
    """The memory of the project that this folder is in; a file in it that is broken is a problem, not an end."""
    base = base or project.root()
    problems: list[Problem] = []
    decisions = _book(project.file(DECISIONS, base), True, problems)
    baseline = _book(project.file(BASELINE, base), False, problems)
    told = _links(base, problems)
    return Memory(base, decisions, baseline, told, today or datetime.now().astimezone().date(), tuple(problems))


def _book(path: Path, reason_needed: bool, problems: list[Problem]) -> Book:
    try:
        return book.load(path, reason_needed)
    except UserError as error:
        problems.append(error.problem())
        return Book(path)


def _links(base: Path, problems: list[Problem]) -> Links:
    try:
        return links.load(base)
    except UserError as error:
        problems.append(error.problem())
        return Links(project.file(links.FILE, base))


def settle(outcome: Outcome, memory: Memory, commented: Sequence[Article] | None = None) -> Outcome:
    """The outcome with settled findings set apart, and notes on what settles nothing any more.

    `commented` are the articles that hold comments to figcheck, where that is known: others need not be looked at.
    """
    found, faults = comments.read(outcome.articles if commented is None else commented, outcome.titles)
    settled = {id(f): made for f in outcome.findings if (made := _settled(f, found, memory)) is not None}
    return replace(
        outcome,
        findings=tuple(finding for finding in outcome.findings if id(finding) not in settled),
        suppressed=(*outcome.suppressed, *settled.values()),
        problems=(*outcome.problems, *memory.problems, *faults),
        notes=(*outcome.notes, *_unused(found, outcome.findings), *_notes(outcome, memory)),
    )


def _settled(finding: Finding, found: Sequence[Comment], memory: Memory) -> Suppressed | None:
    comment = next((comment for comment in found if comment.settles(finding)), None)
    if comment is not None:
        return Suppressed(finding, By.COMMENT, comment.where, comment.reason)
    return _decided(finding, key(finding), memory) if memory.index else None


def _decided(finding: Finding, known: Key, memory: Memory) -> Suppressed | None:
    for by, kept, index in memory.index.get(known, ()):
        decision = kept.decisions[index]
        if not decision.expired(memory.today):
            return Suppressed(finding, by, kept.where(index), decision.reason, decision.by, decision.until)
    return None


# ------------------------------------------------------------------------------- what settles nothing any more


def _unused(found: Sequence[Comment], findings: Sequence[Finding]) -> Iterator[Problem]:
    for comment in found:
        if not any(map(comment.settles, findings)):
            yield Problem(comment.where, f"this comment on {comment.rule} settles nothing here", "take it out")


def _notes(outcome: Outcome, memory: Memory) -> Iterator[Problem]:
    """Decisions that have expired, and those whose figures are all here without the finding."""
    known = {key(finding) for finding in outcome.findings} if memory.index else set()
    for kept in (memory.decisions, memory.baseline):
        for index, decision in enumerate(kept.decisions):
            if decision.expired(memory.today):
                yield Problem(kept.where(index), f"expired on {decision.until}: {_named(decision)}", "decide again")
            elif decision.key not in known and is_stale(decision, outcome, memory.base):
                yield Problem(kept.where(index), *_stale(decision, known))


class State(StrEnum):
    """What a decision is worth now."""

    HOLDS = "holds"
    EXPIRED = "expired"
    STALE = "stale"  # its figures are all here without the finding
    ABSENT = "absent"  # not all of its articles were checked


def states(outcome: Outcome, memory: Memory) -> list[tuple[Decision, State]]:
    """Every decision on file with what it is worth."""
    known = {key(f) for f in outcome.findings} | {key(settled.finding) for settled in outcome.suppressed}
    return [(decision, _state(decision, outcome, memory, known)) for decision in memory.decisions.decisions]


def _state(decision: Decision, outcome: Outcome, memory: Memory, known: Container[Key]) -> State:
    if decision.expired(memory.today):
        return State.EXPIRED
    if decision.key in known:
        return State.HOLDS
    return State.STALE if is_stale(decision, outcome, memory.base) else State.ABSENT


def is_stale(decision: Decision, outcome: Outcome, base: Path) -> bool:
    """Whether every file that the decision was made on was checked, or is gone: it was not merely left out."""
    checked = set(relative((article.path for article in outcome.articles), base))
    return bool(checked) and all(file in checked or not (base / file).exists() for file in decision.files)


def relative(paths: Iterable[str], base: Path) -> list[str]:
    """Paths as they are kept: from the project's root, with slashes; each once, sorted."""
    whole = (Path(path).absolute() for path in paths)
    return sorted({p.relative_to(base).as_posix() if p.is_relative_to(base) else p.as_posix() for p in whole})


def _stale(decision: Decision, known: Iterable[Key]) -> tuple[str, str]:
    for now in known:
        if (now.rule, now.topic) == (decision.rule, decision.topic):
            return f"open again, as a value has changed: {_named(decision)}", f"it is now {' | '.join(now.values)}"
    return f"settles nothing any more: {_named(decision)}", "take it out"


def _named(decision: Decision) -> str:
    return f"{decision.rule}, {decision.topic}, {' | '.join(decision.values)}"
