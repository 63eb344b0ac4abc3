"""A finding as an editor reads it, in words ready to be laid out: sentences, marks, places, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from figcheck import ui
from figcheck.model import Claim, Finding, Outcome, Severity, Span
from figcheck.report import spots, wording
from figcheck.report.safe import visible
from figcheck.report.view import View

AROUND = 160
"""So many characters of a long sentence are shown on each side of a figure."""

LONGEST = 60
"""A figure longer than that is shown by its beginning."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a sentence, and the figure that they are, if they are one to be marked."""

    text: str
    figure: Span | None = None

    @property
    def marked(self) -> bool:
        return self.figure is not None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its figures marked; `says` has a line for each of them."""

    place: str
    pieces: tuple[Piece, ...]
    says: tuple[str, ...]

    def text(self, before: str, after: str) -> str:
        """The sentence with the figures between these marks."""
        return "".join(f"{before}{p.text}{after}" if p.marked else p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Card:
    """All that is shown of a finding; `notes` are lines with their labels: likely slip, what is unsure."""

    id: str
    severity: Severity
    badge: str
    title: str
    rule: str
    confidence: str
    message: str
    quotes: tuple[Quote, ...]
    notes: tuple[tuple[str, str], ...]
    related: tuple[str, ...]


def card(finding: Finding, outcome: Outcome, view: View) -> Card:
    """The finding in words of the view's language. Nothing of it can steer a terminal."""
    lang = view.lang
    return Card(
        id=visible(finding.id),
        severity=finding.severity,
        badge=ui.say(f"severity.{finding.severity}", lang),
        title=visible(ui.in_lang(outcome.titles.get(finding.rule, {}), lang) or finding.rule),
        rule=visible(finding.rule),
        confidence=ui.say("confidence", lang, percent=round(finding.confidence * 100)),
        message=visible(ui.in_lang(finding.message, lang)),
        quotes=tuple(_quotes(finding.claims[: finding.primary], lang)),
        notes=tuple(_notes(finding, lang)),
        related=tuple(_related(claim, lang) for claim in finding.claims[finding.primary :]),
    )


def place(span: Span, lang: str) -> str:
    """Where a span stands: `path:line:column`, as editors jump to it; in a document also the page or paragraph."""
    line, column = span.position
    spot = f" {spots.told(span.spot, lang)}" if span.spot is not None else ""
    return f"{visible(span.article.path)}:{line}:{column}{visible(spot)}"


def _quotes(claims: Sequence[Claim], lang: str) -> Iterable[Quote]:
    """One for each sentence: figures of the same sentence are marked in it together."""
    sentences: dict[tuple[int, int, int], list[Claim]] = {}
    for claim in claims:
        sentence = claim.figure.sentence
        sentences.setdefault((id(sentence.article), sentence.start, sentence.end), []).append(claim)
    for together in sentences.values():
        yield _quote(together, lang)


def _quote(claims: Sequence[Claim], lang: str) -> Quote:
    figures = [claim.figure.span for claim in claims]
    says = tuple(visible(wording.says(claim, lang)) for claim in claims)
    return Quote(place(figures[0], lang), tuple(pieces(claims[0].figure.sentence, figures)), says)


def pieces(sentence: Span, figures: Sequence[Span]) -> Iterable[Piece]:
    """The sentence with its figures marked; what stands far from them is left out."""
    text, at, room = sentence.article.text, sentence.start, (0, AROUND)
    for span in sorted(figures, key=lambda span: (span.start, span.end)):
        start, end = max(span.start, at), max(span.end, at)
        yield Piece(_elided(text[at:start], *room))
        yield Piece(_shortened(visible(text[start:end])), span)
        at, room = end, (AROUND, AROUND)
    yield Piece(_elided(text[at : sentence.end], AROUND, 0))


def _elided(text: str, first: int, last: int) -> str:
    """The first and the last characters of it, with an ellipsis for the rest."""
    if len(text) <= first + last:
        return visible(text)
    return f"{visible(text[:first])}…{visible(text[len(text) - last :])}"


def _shortened(text: str) -> str:
    return text[:LONGEST] + "…" if len(text) > LONGEST else text


def _notes(finding: Finding, lang: str) -> Iterable[tuple[str, str]]:
    if finding.cause:
        yield ui.say("label.cause", lang), visible(ui.word("cause", finding.cause, lang))
    if finding.unsure:
        reasons = [visible(ui.word("unsure", reason, lang)) for reason in finding.unsure]
        yield ui.say("label.unsure", lang), ui.say("list-stop", lang).join(reasons)


def _related(claim: Claim, lang: str) -> str:
    span = claim.figure.span
    return f"{place(span, lang)}  {_shortened(visible(span.text))}  {visible(wording.period(claim.topic.period, lang))}"
