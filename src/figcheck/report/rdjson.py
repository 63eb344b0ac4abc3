"""Reviewdog's diagnostic format, which takes findings to whatever shows reviews."""

from __future__ import annotations

from typing import Any

from figcheck.model import Finding, Outcome, Severity, Span
from figcheck.report.card import card
from figcheck.report.json import dumped
from figcheck.report.plain import body
from figcheck.report.safe import visible
from figcheck.report.spot import below, in_bytes
from figcheck.report.view import View, shown

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(outcome: Outcome, view: View) -> str:
    """A diagnostic for each finding; columns are counted in bytes, as reviewdog does."""
    found = [_diagnostic(finding, outcome, view) for finding in shown(outcome, view)]
    return dumped({"source": {"name": "figcheck"}, "diagnostics": found}, view)


def _diagnostic(finding: Finding, outcome: Outcome, view: View) -> dict[str, Any]:
    told, (first, *others) = card(finding, outcome, view), finding.claims
    return {
        "message": "\n".join([told.title, *body(told, view.spelled_out)]),
        "location": _location(first.figure.span),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": told.rule},
        "related_locations": [
            {"message": visible(other.figure.span.text), "location": _location(other.figure.span)} for other in others
        ],
    }


def _location(span: Span) -> dict[str, Any]:
    (line, column), (end_line, end_column) = in_bytes(span)
    start, end = {"line": line, "column": column}, {"line": end_line, "column": end_column}
    return {"path": visible(below(span.article.path)), "range": {"start": start, "end": end}}
