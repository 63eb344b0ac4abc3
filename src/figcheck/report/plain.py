"""The report for pipes and files: every line by itself, no colours, no boxes, the same whatever the screen."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import ui
from figcheck.model import Finding, Outcome
from figcheck.report import coverage
from figcheck.report.card import Card, card
from figcheck.report.pieces import each
from figcheck.report.view import View, marks


def write(outcome: Outcome, view: View) -> str:
    """All findings, worst first, and what was looked at."""

    def tell(finding: Finding) -> str:
        return "\n".join(_card(card(finding, outcome, view), view))

    lines = [line for told in each("plain", outcome, view, tell) for line in (told, "")]
    lines += coverage.verdict(outcome, view)
    lines.append(coverage.looked_at(outcome, view.lang))
    return "\n".join(lines) + "\n"


def _card(shown: Card, view: View) -> Iterator[str]:
    yield heading(shown)
    yield from (f"  {line}" for line in body(shown, view))


def heading(shown: Card) -> str:
    """Severity, title, rule and confidence in one line."""
    return f"[{shown.badge}] {shown.title} ({shown.rule}, {shown.confidence})"


def body(shown: Card, view: View) -> Iterator[str]:
    """What is below the heading: the message, every sentence with its place, notes and related places."""
    colon = ui.say("colon", view.lang)
    yield shown.message
    for quote in shown.quotes:
        yield quote.place
        yield f"  {quote.text(*marks(view))}"
        yield from (f"  = {line}" for line in quote.says)
    for label, note in shown.notes:
        yield f"{label}{colon}{note}"
    for line in shown.related:
        yield f"{ui.say('label.related', view.lang)}{colon}{line}"
