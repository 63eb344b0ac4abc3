"""What was understood of every figure: a table for people; the JSON form stands in `json.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from figcheck import ui
from figcheck.model import Claim, Figure, Measure, Outcome
from figcheck.report import coverage, spots, wording
from figcheck.report.cells import clipped, padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View

Row = tuple[Figure, Claim | None]
"""A figure with what was understood of it."""

WIDEST = 36
"""Cells of a column at the most."""


def figures(outcome: Outcome, everything: bool = False) -> list[Row]:
    """Every figure of an outcome, in the order of the articles; what only looks like one on demand."""
    rows: list[Row] = [(claim.figure, claim) for claim in outcome.claims]
    rows += [(figure, None) for figure in outcome.not_understood]
    order = {id(article): number for number, article in enumerate(outcome.articles)}
    wanted = [row for row in rows if everything or row[0].measure is not Measure.NONE]
    return sorted(wanted, key=lambda row: (order[id(row[0].span.article)], row[0].span.start, row[0].span.end))


def write(rows: Sequence[Row], outcome: Outcome, view: View) -> str:
    """A table for each article, and what was looked at."""
    cells = [_cells(row, view.lang) for row in rows]
    widths = [min(max(map(width, column)), WIDEST) for column in zip(*cells, strict=True)]
    lines: list[str] = []
    paired = zip(rows, cells, strict=True)
    for path, together in groupby(paired, key=lambda pair: pair[0][0].span.article.path):
        lines += [visible(path), *(_line(line, widths) for _, line in together), ""]
    return "\n".join([*lines, coverage.looked_at(outcome, view.lang)]) + "\n"


def _cells(row: Row, lang: str) -> list[str]:
    figure, claim = row
    line, column = figure.span.position
    kind = ui.word("measure", figure.measure.value, lang)
    spot = f" {spots.told(figure.span.spot, lang)}" if figure.span.spot is not None else ""
    return [f"{line}:{column}{visible(spot)}", visible(figure.span.text), kind, *map(visible, _understood(claim, lang))]


def _understood(claim: Claim | None, lang: str) -> Iterable[str]:
    """Indicator, subject, period, footing."""
    if claim is None:
        return ui.say("not-understood", lang), "", "", ""
    topic = claim.topic
    footing = ui.word("footing", topic.footing.value, lang)
    indicator = wording.indicator(topic, lang)
    return indicator, topic.subject or ui.say("no-subject", lang), wording.period(topic.period, lang), footing


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  " + "  ".join(padded(clipped(cell, w), w) for cell, w in zip(cells, widths, strict=True)).rstrip()
