"""A table for spreadsheets: a row for every figure of every finding."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from figcheck import ui
from figcheck.model import Claim, Finding, Outcome
from figcheck.report import spots, wording
from figcheck.report.card import card
from figcheck.report.safe import visible
from figcheck.report.view import View, shown

COLUMNS = (
    "finding", "severity", "rule", "title", "confidence", "message", "cause", "unsure", "role",
    "path", "line", "column", "place", "text", "reads", "sentence",
)  # fmt: skip

_FORMULA = re.compile(r"[=+\-@]")
_NUMBER = re.compile(r"[+-][0-9.,]{1,40}[%‰]?")


def write(outcome: Outcome, view: View) -> str:
    """The table. Where nothing was found it has a head only: the other reports tell what that is worth."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in shown(outcome, view):
        writer.writerows(_rows(finding, outcome, view))
    return table.getvalue()


def _rows(finding: Finding, outcome: Outcome, view: View) -> Iterator[list[str]]:
    told = card(finding, outcome, view)
    stop = ui.say("list-stop", view.lang)
    unsure = stop.join(ui.word("unsure", reason, view.lang) for reason in finding.unsure)
    cause = ui.word("cause", finding.cause, view.lang) if finding.cause else ""
    shared = [finding.id, str(finding.severity), told.rule, told.title, f"{finding.confidence:.3g}"]
    for number, claim in enumerate(finding.claims):
        role = "primary" if number < finding.primary else "related"
        yield [_cell(text) for text in (*shared, told.message, cause, unsure, role, *_figure(claim, view.lang))]


def _figure(claim: Claim, lang: str) -> list[str]:
    span = claim.figure.span
    line, column = span.position
    place = spots.told(span.spot, lang) if span.spot else ""
    told = [span.text, wording.says(claim, lang), claim.figure.sentence.text]
    return [span.article.path, str(line), str(column), place, *told]


def _cell(text: str) -> str:
    """One line; what a spreadsheet would take for a formula stands behind an apostrophe, numbers excepted.

    >>> _cell("=1+1"), _cell("-3.5%")
    ("'=1+1", '-3.5%')
    """
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown
