"""Commands of GitHub Actions, which put findings beside the lines of a pull request.

GitHub shows ten annotations of a kind for a step and drops the others without a word; so no more are written, and what
is left out is listed in the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import ui
from figcheck.model import Finding, Outcome, Severity
from figcheck.report import coverage
from figcheck.report.card import card
from figcheck.report.plain import body, heading
from figcheck.report.safe import visible
from figcheck.report.spot import below
from figcheck.report.view import View, shown

SHOWN = 10
"""Annotations of a kind that GitHub shows for a step."""

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(outcome: Outcome, view: View) -> str:
    """An annotation for each finding, worst first, as far as there is room; then the rest, and what was looked at."""
    chosen, left = _chosen(shown(outcome, view))
    lines = [_annotation(finding, outcome, view) for finding in chosen]
    lines += _left_out(left, outcome, view)
    lines += map(_harmless, [*coverage.verdict(outcome, view), coverage.looked_at(outcome, view.lang)])
    return "\n".join(lines) + "\n"


def _chosen(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What there is room for, and the rest; one notice is kept back to tell of the rest."""
    room = dict.fromkeys(Severity, SHOWN)
    if any(sum(f.severity is severity for f in findings) > SHOWN for severity in Severity):
        room[Severity.INFO] -= 1
    chosen: list[Finding] = []
    left: list[Finding] = []
    for finding in findings:
        (chosen if room[finding.severity] > 0 else left).append(finding)
        room[finding.severity] -= 1
    return chosen, left


def _annotation(finding: Finding, outcome: Outcome, view: View) -> str:
    told, span = card(finding, outcome, view), finding.claims[0].figure.span
    (line, column), (end_line, end_column) = span.position, span.end_position
    where: dict[str, object] = {"file": visible(below(span.article.path)), "line": line, "endLine": end_line}
    if line == end_line:
        where |= {"col": column, "endColumn": end_column}
    return _command(_KINDS[finding.severity], "\n".join(body(told, view)), **where, title=f"{told.title} ({told.rule})")


def _left_out(left: Sequence[Finding], outcome: Outcome, view: View) -> Iterator[str]:
    if not left:
        return
    yield _command("notice", ui.say("left-out.github", view.lang, n=len(left)), title="figcheck")
    for finding in left:
        told = card(finding, outcome, view)
        yield _harmless(f"  {heading(told)} " + " | ".join(quote.place for quote in told.quotes))


def _command(name: str, message: str, **properties: object) -> str:
    """A command with its properties; no text in it can end it or begin another."""
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    r"""Text of a command, in its own escapes.

    >>> _data("5%\n::error::x")
    '5%25%0A::error::x'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """A line of the log: the older form of commands may begin anywhere in a line, the newer one only at its start."""
    return line.replace("##[", "##\\[")
