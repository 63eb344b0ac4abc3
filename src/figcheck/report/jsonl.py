"""One JSON object a line, for programs that read a stream: findings, problems, and last the summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from figcheck import __version__
from figcheck.model import Outcome
from figcheck.report.json import SCHEMA, dumped, summary, told, unread
from figcheck.report.view import View, shown


def write(outcome: Outcome, view: View) -> str:
    """Every line says in `kind` what it is; a finding is told as in the JSON report."""
    return "".join(dumped(line, view, indent=None) for line in _lines(outcome, view))


def _lines(outcome: Outcome, view: View) -> Iterator[dict[str, Any]]:
    for finding in shown(outcome, view):
        yield {"kind": "finding"} | told(finding, view.lang)
    for problem in outcome.problems:
        yield {"kind": "problem"} | unread(problem)
    yield {"kind": "summary", "schema": SCHEMA, "figcheck": __version__} | summary(outcome)
