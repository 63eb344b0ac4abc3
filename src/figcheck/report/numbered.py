"""Every figure and finding of an outcome by its number, so that the parts of a page can point at each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figcheck.model import Claim, Figure, Finding, Outcome, Span
from figcheck.report.claims import figures
from figcheck.report.view import View, shown

Key = tuple[str, int, int]
"""A span, told from all others of the outcome."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """`rows` are all figures, in order; `findings` those that are shown. Their numbers are their places there."""

    outcome: Outcome
    view: View
    findings: Sequence[Finding]
    rows: Sequence[tuple[Figure, Claim | None]]
    places: Mapping[Key, int]
    clashing: Mapping[Key, Sequence[int]]
    compared: frozenset[Key]
    differing: frozenset[Key]

    def number(self, span: Span) -> int:
        """The number of the figure that stands there."""
        return self.places[_key(span)]

    def clashes(self, span: Span) -> Sequence[int]:
        """The numbers of the findings in which this figure clashes with another, worst first."""
        return self.clashing.get(_key(span), ())

    def is_compared(self, span: Span) -> bool:
        """Whether the figure met at least one other."""
        return _key(span) in self.compared

    def differs(self, span: Span) -> bool:
        """Whether the figure clashes with another, in a finding that is shown or not."""
        return _key(span) in self.differing


def numbered(outcome: Outcome, view: View) -> Numbered:
    """Number what there is to be pointed at."""
    findings, rows = shown(outcome, view), figures(outcome)
    clashing = defaultdict(list)
    for number, finding in enumerate(findings):
        for claim in finding.claims[: finding.primary]:
            clashing[_key(claim.figure.span)].append(number)
    met = (claim for group in outcome.groups if len(group.claims) > 1 for claim in group.claims)
    return Numbered(
        outcome=outcome,
        view=view,
        findings=findings,
        rows=rows,
        places={_key(figure.span): number for number, (figure, _) in enumerate(rows)},
        clashing=clashing,
        compared=frozenset(_key(claim.figure.span) for claim in met),
        differing=frozenset(_key(c.figure.span) for f in outcome.findings for c in f.claims[: f.primary]),
    )


def _key(span: Span) -> Key:
    return span.article.path, span.start, span.end
