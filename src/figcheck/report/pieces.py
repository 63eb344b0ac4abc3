"""Findings told one by one: what was told of one before is taken again while nothing of it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from figcheck import kept, ui
from figcheck.model import Finding, Outcome
from figcheck.report.view import View, shown


def each(form: str, outcome: Outcome, view: View, tell: Callable[[Finding], str]) -> Iterator[str]:
    """What `tell` says of every finding that is shown, worst first."""
    for finding in shown(outcome, view):
        yield one(form, finding, outcome, view, tell)


def one(form: str, finding: Finding, outcome: Outcome, view: View, tell: Callable[[Finding], str]) -> str:
    """What `tell` says of a finding; it may depend on the finding, its title and the view alone."""
    if view.memo is None or not view.memo.keeps or not kept.are_named(finding.claims):
        return tell(finding)
    title = ui.in_lang(outcome.titles.get(finding.rule, {}), view.lang)
    how = (form, view.lang, view.width, view.color, view.encoding, title)
    what = (finding.id, finding.rule, finding.verdict, finding.severity, finding.confidence, finding.message)
    more = (finding.cause, finding.unsure, finding.primary)
    return view.memo.plain(repr((how, what, more)), kept.names(finding.claims), partial(tell, finding))
