"""The end of a report: what was found, what was looked at. A silent pass must not look like a verified one."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck import ui
from figcheck.model import Outcome
from figcheck.report.view import View, counts, shown


def verdict(outcome: Outcome, view: View) -> list[str]:
    """What was found, or what not finding anything is worth: a sentence or several."""
    found = [ui.say(f"section.{severity}", view.lang, n=count) for severity, count in counts(outcome).items() if count]
    if found:
        first = ui.say("verdict.found", view.lang, what=ui.say("list-comma", view.lang).join(found))
    else:
        first = _nothing_found(outcome, view.lang)
    return [first, *_reserves(outcome, view)]


def _nothing_found(outcome: Outcome, lang: str) -> str:
    if not outcome.figures:
        return ui.say("verdict.no-figures", lang)
    if not outcome.compared:
        return ui.say("verdict.nothing-compared", lang)
    return ui.say("verdict.clean", lang, n=outcome.compared)


def _reserves(outcome: Outcome, view: View) -> Iterable[str]:
    if outcome.changed is not None:
        yield ui.say("verdict.changed", view.lang, n=outcome.changed)
    if outcome.suppressed:
        yield ui.say("verdict.suppressed", view.lang, n=len(outcome.suppressed))
    hidden = len(outcome.findings) - len(shown(outcome, view))
    if hidden:
        yield ui.say("verdict.hidden", view.lang, n=hidden)
    if outcome.problems:
        yield ui.say("verdict.unread", view.lang, n=len(outcome.problems))


def looked_at(outcome: Outcome, lang: str) -> str:
    """The coverage line: articles and characters, and what became of every figure."""
    alone = len(outcome.claims) - outcome.compared
    read = [("articles", len(outcome.articles)), ("characters", outcome.characters), ("figures", outcome.figures)]
    became = [("compared", outcome.compared), ("alone", alone), ("not-understood", len(outcome.not_understood))]
    return ui.say("coverage.line", lang, read=_listed(read, lang), became=_listed(became, lang))


def _listed(parts: Iterable[tuple[str, int]], lang: str) -> str:
    said = (ui.say(f"coverage.{name}", lang, n=count) for name, count in parts)
    return ui.say("list-comma", lang).join(said)
