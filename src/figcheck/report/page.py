"""All that the HTML page shows, in words ready to be laid out; the template decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from figcheck import ui
from figcheck.model import Claim, Figure, Finding, Severity, Suppressed
from figcheck.report import wording
from figcheck.report.card import Card, card, place
from figcheck.report.numbered import Numbered
from figcheck.report.safe import visible
from figcheck.spoken import amount


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding: its card, the numbers of the figures named as related, and a question to who wrote it.

    `settled` says how it was settled before, where it was: by what, why, by whom, until when.
    """

    finding: Finding
    card: Card
    related: tuple[tuple[int | None, str], ...]
    question: str
    settled: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of claims. `state` is a word of `page`; `clash` is where its clash is told; `size` sorts."""

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
    clash: str | None
    size: str


def findings(made: Numbered) -> Iterator[Shown]:
    """The findings, worst first."""
    return (_shown(finding, made) for finding in made.findings)


def settled(made: Numbered) -> list[Shown]:
    """What was settled before, with how and why."""
    return [replace(_shown(one.finding, made), settled=tuple(_how(one, made.view.lang))) for one in made.settled]


def _how(one: Suppressed, lang: str) -> Iterator[tuple[str, str]]:
    by = ui.word("settled-by", one.by.value, lang)
    for key, told in (
        ("reason", one.reason),
        ("by", by),
        ("name", one.name),
        ("until", one.until),
        ("where", one.where),
    ):
        if told:
            yield ui.say(f"page.settled-{key}", lang), visible(told)


def _shown(finding: Finding, made: Numbered) -> Shown:
    told = card(finding, made.outcome, made.view)
    others = [made.number(claim.figure.span) for claim in finding.claims[finding.primary :]]
    return Shown(finding, told, tuple(zip(others, told.related, strict=True)), _question(told, made.view.lang))


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
        state="not-understood" if claim is None else made.state(figure.span),
        clash=made.clash(figure.span),
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
