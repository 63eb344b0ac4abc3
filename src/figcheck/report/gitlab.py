"""GitLab's code quality report: findings beside the lines of a merge request."""

from __future__ import annotations

from typing import Any

from figcheck.model import Finding, Outcome, Severity
from figcheck.report.card import card
from figcheck.report.json import dumped
from figcheck.report.plain import body
from figcheck.report.safe import visible
from figcheck.report.spot import below
from figcheck.report.view import View, shown

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(outcome: Outcome, view: View) -> str:
    """A list of issues. GitLab shows the description only, in one line: it names the other places too."""
    return dumped([_issue(finding, outcome, view) for finding in shown(outcome, view)], view)


def _issue(finding: Finding, outcome: Outcome, view: View) -> dict[str, Any]:
    told, span = card(finding, outcome, view), finding.claims[0].figure.span
    others = "".join(f" | {quote.place}" for quote in told.quotes[1:])
    line, _ = span.position
    end_line, _ = span.end_position
    return {
        "description": f"{told.title}: {told.message}{others}",
        "check_name": told.rule,
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": visible(below(span.article.path)), "lines": {"begin": line, "end": end_line}},
        "content": {"body": "\n".join(body(told, view.spelled_out))},
    }
