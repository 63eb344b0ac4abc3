"""One JSON object a line, for programs that read a stream: findings, problems, and last the summary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figcheck import __version__
from figcheck.model import Finding, Outcome
from figcheck.report.json import SCHEMA, dumped, summary, told, unread
from figcheck.report.pieces import each
from figcheck.report.view import View


def write(outcome: Outcome, view: View) -> str:
    """Every line says in `kind` what it is; a finding is told as in the JSON report."""

    def tell(finding: Finding) -> str:
        return _line("finding", told(finding, view.lang), view)

    problems = "".join(_line("problem", unread(problem), view) for problem in outcome.problems)
    last = _line("summary", {"schema": SCHEMA, "figcheck": __version__} | summary(outcome), view)
    return "".join(each("jsonl", outcome, view, tell)) + problems + last


def _line(kind: str, line: Mapping[str, Any], view: View) -> str:
    return dumped({"kind": kind, **line}, view, indent=None)
