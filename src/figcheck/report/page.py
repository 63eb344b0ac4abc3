"""All that the HTML page shows, in words ready to be laid out; the template decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck import ui
from figcheck.model import Claim, Figure, Finding, Severity
from figcheck.report import wording
from figcheck.report.card import Card, card, place
from figcheck.report.numbered import Numbered
from figcheck.report.safe import visible
from figcheck.spoken import amount


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding: its card, the numbers of the figures named as related, and a question to who wrote it."""

    finding: Finding
    card: Card
    related: tuple[tuple[int, str], ...]
    question: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of claims. `state` is a word of `page.state`; `size` sorts amounts."""

    number: int
    place: str
    text: str
    amount: str
    kind: str
    indicator: str
    subject: str
    period: str
    footing: str
    state: str
    clash: int | None
    size: str


def findings(made: Numbered) -> Iterator[Shown]:
    """The findings, worst first."""
    for finding in made.findings:
        told = card(finding, made.outcome, made.view)
        others = [made.number(claim.figure.span) for claim in finding.claims[finding.primary :]]
        related = tuple(zip(others, told.related, strict=True))
        yield Shown(finding, told, related, _question(told, made.view.lang))


def sections(made: Numbered) -> list[tuple[Severity, list[tuple[int, Shown]]]]:
    """The findings with their numbers, by severity."""
    told = list(enumerate(findings(made)))
    by_severity = [(severity, [(n, s) for n, s in told if s.finding.severity is severity]) for severity in Severity]
    return [section for section in reversed(by_severity) if section[1]]


def title(rule: str, made: Numbered) -> str:
    """What a rule is called."""
    return visible(ui.in_lang(made.outcome.titles.get(rule, {}), made.view.lang) or rule)


def _question(told: Card, lang: str) -> str:
    quotes = "\n".join(ui.say("page.ask-quote", lang, place=q.place, sentence=q.text("【", "】")) for q in told.quotes)
    return ui.say("page.ask", lang, quotes=quotes, message=told.message)


def lines(made: Numbered) -> Iterator[Line]:
    """Every figure that was read."""
    return (_line(number, figure, claim, made) for number, (figure, claim) in enumerate(made.rows))


def _line(number: int, figure: Figure, claim: Claim | None, made: Numbered) -> Line:
    lang = made.view.lang
    return Line(
        number=number,
        place=place(figure.span, lang),
        text=visible(figure.span.text[:60]),
        amount=visible(amount(figure.quantity, lang)[:60]),
        kind=ui.word("measure", figure.measure.value, lang),
        state=_state(figure, claim, made),
        clash=next(iter(made.clashes(figure.span)), None),
        size=f"{float(figure.quantity.value):.17g}",
        **_understood(claim, lang),
    )


def _understood(claim: Claim | None, lang: str) -> dict[str, str]:
    if claim is None:
        return dict.fromkeys(("indicator", "subject", "period", "footing"), "")
    topic = claim.topic
    return {
        "indicator": visible(wording.indicator(topic, lang)),
        "subject": visible(topic.subject or ""),
        "period": visible(wording.period(topic.period, lang)),
        "footing": ui.word("footing", topic.footing.value, lang),
    }


def _state(figure: Figure, claim: Claim | None, made: Numbered) -> str:
    """What became of a figure."""
    if claim is None:
        return "not-understood"
    if made.differs(figure.span):
        return "differs"
    return "agrees" if made.is_compared(figure.span) else "alone"
