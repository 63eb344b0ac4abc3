"""What a claim says, in words for a reader: its value, its period, and all of it in one line."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import ui
from figcheck.model import Claim, Figure, Footing, How, Measure, Period, Topic
from figcheck.spoken import amount, hour

BETWEEN = " · "
"""Stands between the parts of what a claim says."""


def value(figure: Figure, lang: str) -> str:
    """What a figure says by itself: `增37.5%`, `占比80%及以上`, `第3位`, `连续9年`."""
    kind: str = figure.measure.value
    if figure.measure is Measure.CHANGE and figure.direction:
        kind = "up" if figure.direction > 0 else "down"
    elif figure.quantity.unit.dimension.startswith("first"):
        kind = "first"
    return ui.say(f"value.{kind}", lang, n=amount(figure.quantity, lang))


def period(period: Period | None, lang: str) -> str:
    """When a claim holds, and how that is known: `2021年（按发稿日推算）`."""
    if period is None or period.label is None:
        return ui.say("period.undated" if period and period.how is How.RELATIVE else "period.none", lang)
    spoken = _span(period, lang)
    if period.as_of:
        spoken = ui.say("period.as-of", lang, period=spoken)
    return ui.say(f"how.{How(period.how).value}", lang, period=spoken)


_SHAPES = {
    (False, 0): "year",
    (False, 1): "month",
    (False, 2): "day",
    (True, 0): "years",
    (True, 2): "months",
    (True, 4): "days",
}
"""By what the label looks like: whether it names two ends, and how many hyphens it has."""


def _span(period: Period, lang: str) -> str:
    label = (period.label or "").partition("T")[0]
    first, last = period.start or period.end, period.end or period.start
    assert first is not None and last is not None, "a period without ends has no label"  # noqa: PT018
    shape = _SHAPES[".." in label, label.count("-")]
    if shape == "months" and first.year != last.year:
        shape = "months-apart"
    ends = {"last_year": last.year, "last_month": last.month, "first": first, "last": last}
    return ui.say(f"period.{shape}", lang, year=first.year, month=first.month, day=first.day, **ends) + hour(
        period.clock, lang
    )


def indicator(topic: Topic, lang: str) -> str:
    """What a claim is about, behind the words that make it narrower: `规上 工业增加值`, `其中 换乘站`."""
    return " ".join((*(ui.word("scope", word, lang) for word in topic.scope), topic.indicator))


def says(claim: Claim, lang: str) -> str:
    """All that a claim says, in one line: subject, indicator, value, period, footing, speaker."""
    parts = _of_date(claim, lang) if claim.topic.measure is Measure.NONE else _parts(claim, lang)
    return BETWEEN.join(part for part in parts if part)


def _of_date(claim: Claim, lang: str) -> Iterator[str]:
    """A date, or a number held against dates: as written, and when that is."""
    yield claim.figure.span.text
    yield period(claim.topic.period, lang) if claim.topic.period else ""


def _parts(claim: Claim, lang: str) -> Iterator[str]:
    topic = claim.topic
    yield topic.subject or ui.say("no-subject", lang)
    yield indicator(topic, lang)
    yield _basis(topic.basis, lang) + value(claim.figure, lang)
    yield period(topic.period, lang)
    yield "" if topic.footing is Footing.FACT else ui.word("footing", topic.footing.value, lang)
    yield ui.say("speaker", lang, name=claim.speaker) if claim.speaker else ""


def _basis(basis: str | None, lang: str) -> str:
    """What a change or a total is held against, before the value: `同比`, `自2021年以来：`."""
    kind, told, what = (basis or "").partition(":")
    if not told:
        return ui.word("basis", kind, lang) + ui.say("unit-gap", lang) if kind else ""
    named = "since-year" if kind == "since" and what.isdecimal() else kind
    return ui.say(f"basis.{named}", lang, what=what) + ui.say("colon", lang)
