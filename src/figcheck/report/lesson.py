"""What was learned from an archive, in words: how much was in it, what the weights reach, what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from figcheck import ui
from figcheck.learning import Lesson, Tried
from figcheck.model import Finding
from figcheck.report.card import pieces, place
from figcheck.report.cells import padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View, marks


def write(lesson: Lesson, path: Path, view: View) -> str:
    """The report on a lesson, whose weights are in the file at the path."""
    return "".join(f"{line}\n" for line in _lines(lesson, path, view))


def _lines(lesson: Lesson, path: Path, view: View) -> Iterator[str]:
    lang = view.lang
    counts = {"articles": lesson.articles, "characters": lesson.characters, "facts": lesson.facts}
    yield ui.say("learn.archive", lang, **counts)
    yield ui.say("learn.held-out", lang, characters=lesson.characters_held_out, facts=lesson.held_out)
    yield from _table(lesson, lang)
    weights = lesson.weights
    yield ui.say("learn.thresholds", lang, error=f"{weights.error:.2f}", warning=f"{weights.warning:.2f}")
    for name, least in zip(("error", "warning"), lesson.least, strict=True):
        if lesson.characters_held_out < least:
            told = ui.say(f"severity.{name}", lang)
            yield ui.say("learn.too-little", lang, name=told, n=lesson.characters_held_out, least=least)
    yield visible(ui.say("learn.written", lang, path=path))
    if lesson.loudest:
        yield ""
        yield ui.say("learn.loudest", lang)
    for finding in lesson.loudest:
        yield from _alarm(finding, view)


def _table(lesson: Lesson, lang: str) -> Iterator[str]:
    names = [ui.say(f"learn.{name}", lang) for name in ("recall", "errors", "alarms")]
    heads = ["", *(ui.say(f"learn.{when}", lang) for when in ("before", "after"))]
    rows = zip(names, _told(lesson.before, lang), _told(lesson.after, lang), strict=True)
    wide = max(map(width, names))
    for name, *cells in (heads, *rows):
        yield "  ".join([f"  {padded(name, wide)}", *(padded(cell, 8) for cell in cells)]).rstrip()


def _told(tried: Tried, lang: str) -> tuple[str, str, str]:
    recall = ui.say("learn.unknown", lang) if tried.recall is None else f"{tried.recall * 100:.0f}%"
    return recall, f"{tried.errors:.2f}", f"{tried.alarms:.2f}"


def _alarm(finding: Finding, view: View) -> Iterator[str]:
    before, after = marks(view)
    severity = ui.say(f"severity.{finding.severity}", view.lang)
    sure = ui.say("confidence", view.lang, percent=round(finding.confidence * 100))
    yield visible(f"[{severity}] {finding.rule}, {sure}")
    for claim in finding.claims[: finding.primary]:
        span = claim.figure.span
        told = pieces(claim.figure.sentence, [span])
        sentence = "".join(f"{before}{piece.text}{after}" if piece.marked else piece.text for piece in told)
        yield f"  {place(span, view.lang)}"
        yield f"    {sentence}"
