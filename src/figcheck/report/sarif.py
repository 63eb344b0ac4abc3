"""SARIF 2.1.0, for GitHub code scanning, editors and whatever else collects the results of checkers."""

from __future__ import annotations

from typing import Any

from figcheck import __version__, ui
from figcheck.model import By, Claim, Finding, Outcome, Problem, Severity, Span, Suppressed
from figcheck.report import wording
from figcheck.report.card import card
from figcheck.report.json import dumped, summary
from figcheck.report.plain import body
from figcheck.report.safe import visible
from figcheck.report.spot import uri
from figcheck.report.view import View, shown

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(outcome: Outcome, view: View) -> str:
    """One run with a result for each finding; the first figure is its location, all others are related locations.

    What was settled before is a result that is suppressed, with the reason.
    """
    driver = {"name": "figcheck", "version": __version__, "rules": _rules(outcome, view.lang)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome)],
        "results": [
            *(_result(finding, outcome, view) for finding in shown(outcome, view)),
            *(_result(one.finding, outcome, view) | _suppressions(one) for one in outcome.suppressed),
        ],
        "properties": {"summary": summary(outcome)},
    }
    return dumped({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}, view)


def _rules(outcome: Outcome, lang: str) -> list[dict[str, Any]]:
    known = dict(outcome.titles) | {f.rule: {} for f in _told(outcome) if f.rule not in outcome.titles}
    return [
        {"id": rule, "name": rule, "shortDescription": {"text": visible(ui.in_lang(title, lang)) or rule}}
        for rule, title in sorted(known.items())
    ]


def _told(outcome: Outcome) -> list[Finding]:
    return [*outcome.findings, *(one.finding for one in outcome.suppressed)]


def _invocation(outcome: Outcome) -> dict[str, Any]:
    """Whether everything could be read: a check that is not complete must not look like one that is."""
    notes = [_notification(problem) for problem in outcome.problems]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _notification(problem: Problem) -> dict[str, Any]:
    told = visible(f"{problem.path}: {problem.problem}" + (f" ({problem.hint})" if problem.hint else ""))
    return {"level": "error", "message": {"text": _plain(told)}}


def _result(finding: Finding, outcome: Outcome, view: View) -> dict[str, Any]:
    told = card(finding, outcome, view)
    first, *others = finding.claims
    cause = visible(finding.cause) if finding.cause else None
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain("\n".join([told.title, *body(told, view.spelled_out)]))},
        "locations": [_location(first, view.lang)],
        "relatedLocations": [_location(c, view.lang) | {"id": n} for n, c in enumerate(others, start=1)],
        "partialFingerprints": {"figcheck/v1": finding.id, "primaryLocationLineHash": f"{finding.id}:1"},
        "rank": round(finding.confidence * 100, 1),
        "properties": {
            "verdict": finding.verdict.value,
            "cause": cause,
            "unsure": [visible(reason) for reason in finding.unsure],
        },
    }


def _suppressions(settled: Suppressed) -> dict[str, Any]:
    """By a comment in the article itself, or in a file that is kept beside the articles."""
    kind = "inSource" if settled.by is By.COMMENT else "external"
    told = {"by": settled.by.value, "where": settled.where, "name": settled.name, "until": settled.until}
    properties = {key: visible(word) for key, word in told.items() if word}
    made = {"kind": kind, "status": "accepted", "properties": properties}
    return {"suppressions": [made | ({"justification": visible(settled.reason)} if settled.reason else {})]}


def _location(claim: Claim, lang: str) -> dict[str, Any]:
    span = claim.figure.span
    place = {"artifactLocation": {"uri": uri(span.article.path)}, "region": _region(span)}
    return {"physicalLocation": place, "message": {"text": _plain(visible(wording.says(claim, lang)))}}


def _region(span: Span) -> dict[str, Any]:
    (line, column), (end_line, end_column) = span.position, span.end_position
    at = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return at | {"charOffset": span.source_start, "charLength": len(span.quote), "snippet": {"text": span.quote}}


def _plain(text: str) -> str:
    r"""Text in which brackets are no links.

    >>> _plain("see [this](http://x)")
    'see \\[this\\](http://x)'
    """
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
