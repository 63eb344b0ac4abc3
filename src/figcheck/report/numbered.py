"""Every figure and finding of an outcome by its number, so that the parts of a page can point at each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figcheck.model import Claim, Figure, Finding, Outcome, Severity, Span, Suppressed
from figcheck.report.claims import figures
from figcheck.report.view import View, shown

Key = tuple[str, int, int]
"""A span, told from all others of the outcome."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """`rows` are all figures, in order; `findings` those that are shown, `settled` those that were settled before.

    Their numbers are their places there. `beside` are what findings point at besides, dates that is: they are numbered
    behind the rows.
    """

    outcome: Outcome
    view: View
    findings: Sequence[Finding]
    settled: Sequence[Suppressed]
    rows: Sequence[tuple[Figure, Claim | None]]
    beside: Sequence[Span]
    places: Mapping[Key, int]
    clashing: Mapping[Key, str]
    worst: Mapping[Key, Severity]
    compared: frozenset[Key]
    differing: frozenset[Key]

    def number(self, span: Span) -> int | None:
        """The number of what stands there; None where the page does not hold its article, as an approved wording's."""
        return self.places.get(_key(span))

    def clash(self, span: Span) -> str | None:
        """Where on the page it is told that this clashes with another: the worst finding, else one that is settled."""
        return self.clashing.get(_key(span))

    def severity(self, span: Span) -> Severity | None:
        """How bad the worst finding is in which this clashes with another."""
        return self.worst.get(_key(span))

    def state(self, span: Span) -> str:
        """What became of a figure: a word of `page`."""
        key = _key(span)
        if key in self.differing:
            return "differs"
        if key in self.clashing:
            return "settled"
        return "agrees" if key in self.compared else "alone"


def numbered(outcome: Outcome, view: View) -> Numbered:
    """Number what there is to be pointed at."""
    findings, settled, rows = shown(outcome, view), outcome.suppressed, figures(outcome)
    spans = [figure.span for figure, _ in rows]
    beside = _beside(outcome, spans, [*findings, *(one.finding for one in settled)])
    met = (claim for group in outcome.groups if len(group.claims) > 1 for claim in group.claims)
    return Numbered(
        outcome=outcome,
        view=view,
        findings=findings,
        settled=settled,
        rows=rows,
        beside=beside,
        places={_key(span): number for number, span in enumerate((*spans, *beside))},
        clashing=_told_at("s-", [one.finding for one in settled]) | _told_at("f-", findings),
        worst={key: finding.severity for finding in reversed(findings) for key in _clashing(finding)},
        compared=frozenset(_key(claim.figure.span) for claim in met),
        differing=frozenset(key for finding in outcome.findings for key in _clashing(finding)),
    )


def _beside(outcome: Outcome, rows: Sequence[Span], findings: Sequence[Finding]) -> list[Span]:
    """What findings point at in the articles and is no figure of them."""
    known, here = set(map(_key, rows)), {article.path for article in outcome.articles}
    told = {_key(claim.figure.span): claim.figure.span for finding in findings for claim in finding.claims}
    return [span for key, span in sorted(told.items(), key=lambda row: row[0]) if key not in known and key[0] in here]


def _told_at(mark: str, findings: Sequence[Finding]) -> dict[Key, str]:
    """For what clashes, the place of the first finding that tells so."""
    numbers = range(len(findings) - 1, -1, -1)
    return {key: f"{mark}{number}" for number in numbers for key in _clashing(findings[number])}


def _clashing(finding: Finding) -> list[Key]:
    return [_key(claim.figure.span) for claim in finding.claims[: finding.primary]]


def _key(span: Span) -> Key:
    return span.article.path, span.start, span.end
