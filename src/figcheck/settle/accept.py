"""Settling findings: one with a reason, or all that are there as the baseline to start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from figcheck import lock, settle, where
from figcheck.errors import UserError
from figcheck.model import Finding, Outcome
from figcheck.settle import Memory, book, relative
from figcheck.settle.book import Book, Decision
from figcheck.settle.key import key

DECISIONS_HEAD = """Findings that were looked at and accepted, each with its reason. `figcheck accept` adds to it.
A decision holds as long as its rule, topic and values stay what they are, wherever they stand."""
BASELINE_HEAD = """Findings that were there when figcheck was introduced. `figcheck baseline` keeps this file."""

SHORTEST = 4
"""Fewer characters of an id could mean any finding."""


def chosen(written: str, outcome: Outcome) -> Finding:
    """The finding with this id, its beginning, or a figure at `FILE:LINE[:COLUMN]`. Raises UserError unless it is one.

    Those that were settled before can be chosen too: to give them another reason or day.
    """
    findings = [*outcome.findings, *(settled.finding for settled in outcome.suppressed)]
    if ":" in written:
        place = where.parse(written)
        found = [f for f in findings if any(where.stands_at(c.figure.span, place) for c in f.claims[: f.primary])]
    else:
        found = [f for f in findings if len(written) >= SHORTEST and f.id.startswith(written)]
    if len({key(finding) for finding in found}) == 1:
        return found[0]
    if found:
        raise UserError(written, f"{len(found)} findings are meant", f"give the id of one: {_listed(found)}")
    raise UserError(written, "no finding has this id or place", f"there are: {_listed(findings) or 'none'}")


def _listed(findings: Sequence[Finding]) -> str:
    told = [f"{finding.id} ({finding.rule}, {finding.claims[0].figure.span.text})" for finding in findings]
    return ", ".join(told[:8]) + (", …" if len(told) > 8 else "")


def accept(finding: Finding, memory: Memory, reason: str, by: str, until: str = "") -> Path:
    """Keep that a finding was accepted; the file that was written. Raises UserError."""
    if not reason.strip():
        raise UserError("--reason", "is empty", "say why the finding can stand, for who reads it in a year")
    made = replace(_decision(finding, memory.base), reason=reason, by=by, day=memory.today.isoformat(), until=until)
    with _decisions_now(memory) as kept:
        book.save(kept.with_only((*kept.decisions, made)), DECISIONS_HEAD)
    return kept.path


def baseline(outcome: Outcome, memory: Memory, add: bool, prune: bool) -> tuple[int, int, int]:
    """Add what is open, drop what is not found any more; how many there are, are new, are gone. Raises UserError."""
    found = {key(f) for f in outcome.findings} | {key(settled.finding) for settled in outcome.suppressed}
    new = [_decision(finding, memory.base) for finding in outcome.findings] if add else []
    with lock.alone(memory.baseline.path):
        kept = book.load(memory.baseline.path, reason_needed=False)
        stale = (d for d in kept.decisions if d.key not in found and settle.is_stale(d, outcome, memory.base))
        gone = list(stale) if prune else []
        after = kept.with_only((*(d for d in kept.decisions if d not in gone), *new))
        book.save(after, BASELINE_HEAD)
    return len(after.decisions), len(after.decisions) - len(kept.decisions) + len(gone), len(gone)


def prune(memory: Memory, gone: Sequence[Decision]) -> int:
    """Take these out of the decisions; how many. Raises UserError."""
    with _decisions_now(memory) as kept:
        if gone:
            book.save(kept.with_only(decision for decision in kept.decisions if decision not in gone), DECISIONS_HEAD)
    return len(gone)


@contextmanager
def _decisions_now(memory: Memory) -> Iterator[Book]:
    """The decisions as they are by now, for nobody else to write meanwhile. What cannot be read is not written over."""
    with lock.alone(memory.decisions.path):
        yield book.load(memory.decisions.path, reason_needed=True)


def _decision(finding: Finding, base: Path) -> Decision:
    known = key(finding)
    return Decision(known.rule, known.topic, known.values, files=tuple(_files(finding, base)))


def _files(finding: Finding, base: Path) -> Iterable[str]:
    return relative((claim.article.path for claim in finding.claims), base)
