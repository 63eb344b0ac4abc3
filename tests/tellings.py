"""Tellings of one figure, made by hand: claims, the groups they form, and rules to hold them against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

from figcheck.check import KINDS
from figcheck.check.select import Select
from figcheck.lang.zh.number import Kind
from figcheck.lang.zh.scan import find
from figcheck.model import (
    Article,
    Block,
    Claim,
    Figure,
    Finding,
    Group,
    How,
    Measure,
    Pair,
    Period,
    Quantity,
    Role,
    Severity,
    Span,
    Story,
    Topic,
)
from figcheck.rulebook import Rule

_MEASURES = {Kind.RANK: Measure.RANK, Kind.STREAK: Measure.STREAK}


def year(number: int) -> Period:
    """A whole year, told in the sentence."""
    return Period(date(number, 1, 1), date(number, 12, 31), How.TOLD)


Y2021 = year(2021)
ALL = Select()


def quantity(written: str) -> Quantity:
    """The figure that stands in a piece of text."""
    found = next(number.quantity for number in find(written) if number.quantity is not None)
    assert found is not None
    return found


def telling(
    written: str,
    path: str = "a.txt",
    indicator: str = "外省游客",
    *,
    canonical: str | None = None,
    subject: str | None = "郴州市",
    period: Period | None = Y2021,
    measure: Measure | None = None,
    role: Role = Role.BODY,
    published: date | None = None,
) -> Claim:
    """A claim that the article of this path makes of the indicator, in a sentence of its own."""
    number = next(number for number in find(written) if number.quantity is not None)
    assert number.quantity is not None
    text = f"{indicator}{written}。"
    story = Story(0, len(text), (Block(0, len(text), role),), published=published)
    article = Article(path, text, text, range(len(text)), "zh", (story,), published)
    span = Span(article, len(indicator) + number.start, len(indicator) + number.end)
    made = measure or _MEASURES.get(number.kind, Measure.LEVEL)
    figure = Figure(span, Span(article, 0, len(text)), number.quantity, made, role=role)
    topic = Topic(
        indicator, canonical or indicator, (indicator,), made, number.quantity.unit.dimension, subject,
        period=period, subject_key=subject,
    )  # fmt: skip
    return Claim(topic, figure)


def group(*claims: Claim, score: float = 0.9, unsure: Sequence[str] = (), worst: Severity = Severity.ERROR) -> Group:
    """All of the claims, each held beside each other, sure enough for findings as bad as this."""
    pairs = tuple(Pair(a, b, score, unsure=tuple(unsure), worst=worst) for a, b in combinations(claims, 2))
    return Group(claims[0].topic, claims, pairs)


def rule(
    check: str,
    severity: Severity = Severity.ERROR,
    *,
    name: str | None = None,
    select: Select = ALL,
    message: str = "{a} {b}",
    **parameters: Any,
) -> Rule:
    """A rule of this kind, without the words for editors."""
    said = {"zh": message, "en": message}
    made = KINDS[check].parameters(**parameters)
    return Rule(name or check, said, severity, check, made, select, said, said, (), "rules/made.yaml")


def figures(finding: Finding) -> list[str]:
    """What a finding points at, as written."""
    return [claim.figure.span.text for claim in finding.claims]
