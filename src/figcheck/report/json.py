"""The JSON report: one object, in the form that `report.schema.json` fixes."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from figcheck import __version__, ui
from figcheck.model import Claim, Figure, Finding, Outcome, Problem, Quantity, Suppressed, Topic
from figcheck.report import spots
from figcheck.report.pieces import each
from figcheck.report.safe import escaped
from figcheck.report.view import View, counts

SCHEMA = 1


def write(outcome: Outcome, view: View) -> str:
    """What `run` found."""

    def tell(finding: Finding) -> str:
        return dumped(told(finding, view.lang), view).rstrip()

    report = {
        "schema": dumped(SCHEMA, view),
        "figcheck": dumped(__version__, view),
        "summary": dumped(summary(outcome), view),
        "findings": _listed(each("json", outcome, view, tell)),
        "suppressed": _listed(dumped(_suppressed(settled, view.lang), view) for settled in outcome.suppressed),
        "notes": dumped([unread(note) for note in outcome.notes], view),
        "problems": dumped([unread(problem) for problem in outcome.problems], view),
    }
    return "{\n" + ",\n".join(f'  "{key}": {_inner(text)}' for key, text in report.items()) + "\n}\n"


def _listed(pieces: Iterable[str]) -> str:
    """JSON documents as one list."""
    inner = ",\n  ".join(map(_inner, pieces))
    return f"[\n  {inner}\n]" if inner else "[]"


def _inner(text: str) -> str:
    """A JSON document inside another; no text in JSON holds a line break."""
    return text.rstrip().replace("\n", "\n  ")


def unread(problem: Problem) -> dict[str, str]:
    """An input or a rule that could not be read."""
    return {"path": problem.path, "problem": problem.problem, "hint": problem.hint}


def write_claims(figures: Sequence[tuple[Figure, Claim | None]], view: View) -> str:
    """Every figure with what was understood of it, for `figcheck claims`."""
    rows = [_figure(figure, claim) | {"kind": figure.measure.value} for figure, claim in figures]
    return dumped({"schema": SCHEMA, "claims": rows}, view)


def number(value: Decimal) -> str:
    """A decimal number in plain digits.

    >>> number(Decimal("2E+8")), number(Decimal("37.50")), number(Decimal("-0.0"))
    ('200000000', '37.5', '0')
    """
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def dumped(report: Any, view: View, indent: int | None = 2) -> str:
    """A JSON document: ASCII where the output is not UTF-8, so that it is the same JSON under every encoding."""
    plain = codecs.lookup(view.encoding).name != "utf-8"
    return escaped(json.dumps(report, ensure_ascii=plain, indent=indent)) + "\n"


def summary(outcome: Outcome) -> dict[str, Any]:
    """How much was read and compared, and how many findings of each severity there are, shown or not."""
    placed = len(outcome.claims)
    return {
        "articles": len(outcome.articles),
        "characters": outcome.characters,
        "figures": outcome.figures,
        "placed": placed,
        "compared": outcome.compared,
        "alone": placed - outcome.compared,
        "not_understood": len(outcome.not_understood),
        "findings": {str(severity): count for severity, count in counts(outcome).items()},
        "suppressed": len(outcome.suppressed),
    }


def _suppressed(settled: Suppressed, lang: str) -> dict[str, Any]:
    """A finding that was settled, with how and why."""
    by = {"by": settled.by.value, "where": settled.where, "reason": settled.reason}
    return told(settled.finding, lang) | {"suppression": by | {"name": settled.name, "until": settled.until}}


def told(finding: Finding, lang: str) -> dict[str, Any]:
    """A finding with all of its claims."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "severity": str(finding.severity),
        "confidence": round(finding.confidence, 3),
        "message": ui.in_lang(finding.message, lang),
        "cause": finding.cause,
        "unsure": list(finding.unsure),
        "topic": _topic(finding.topic),
        "claims": [
            _figure(claim.figure, claim) | {"role": "primary" if index < finding.primary else "related"}
            for index, claim in enumerate(finding.claims)
        ],
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "indicator": topic.indicator,
        "subject": topic.subject,
        "measure": topic.measure.value,
        "basis": topic.basis,
        "scope": list(topic.scope),
        "period": topic.period.label if topic.period else None,
        "footing": topic.footing.value,
    }


def _figure(figure: Figure, claim: Claim | None) -> dict[str, Any]:
    span = figure.span
    (line, column), (end_line, end_column) = span.position, span.end_position
    period = claim.topic.period if claim else None
    spot = {"place": spots.fields(span.spot)} if span.spot is not None else {}
    return {
        "path": span.article.path,
        "start": span.source_start,
        "end": span.source_end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": span.quote,
        "sentence": figure.sentence.text,
        "indicator": claim.topic.indicator if claim else None,
        "subject": claim.topic.subject if claim else None,
        "period": period.label if period else None,
        "speaker": claim.speaker if claim else None,
        "quantity": _quantity(figure.quantity),
        **spot,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    interval = quantity.interval
    return {
        "stated": [number(value) for value in quantity.stated],
        "low": None if interval.low is None else number(interval.low),
        "high": None if interval.high is None else number(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
        "unit": quantity.unit.name,
        "dimension": quantity.unit.dimension,
        "bound": quantity.bound.value,
    }
