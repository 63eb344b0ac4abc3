"""Two claims side by side: every part of the reckoning, the first veto ends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from figcheck.group.labelled import compare_labels
from figcheck.group.names import compare_words, enumerated, other_topic
from figcheck.group.parts import published, veto
from figcheck.group.periods import A_MONTH, DEFINITE, compare_periods
from figcheck.group.subjects import compare_subjects
from figcheck.model import Claim, Footing, Measure, Pair, Part, Role
from figcheck.naming import NONE, Link, Naming

ENOUGH = 0.5
"""A pair whose score is lower answers two questions."""


_PAST = (Footing.FACT, Footing.AFTER, Footing.ESTIMATE)


Step = Callable[[Claim, Claim, list[str]], list[Part]]


def compare(a: Claim, b: Claim, naming: Naming = NONE) -> Pair:
    """Two claims held side by side, with every part of the reckoning. The first veto ends it.

    What a desk has said of its own names goes before what the words say.
    """
    return _compared(a, b, _steps(naming.parting(a, b), naming.tie(a, b)))


def compare_over_time(a: Claim, b: Claim, naming: Naming = NONE) -> Pair:
    """The same for tellings of two times, each of which says when."""
    steps = _steps(naming.parting(a, b), naming.tie(a, b))
    return _compared(a, b, [step for step in steps if step is not compare_periods])


def _compared(a: Claim, b: Claim, steps: Sequence[Step]) -> Pair:
    parts: list[Part] = []
    unsure: list[str] = []
    for step in steps:
        part = step(a, b, unsure)
        parts.extend(part)
        if any(p.veto for p in part):
            return Pair(a, b, 0.0, tuple(parts), tuple(unsure))
    score = min((1 + p.weight for p in parts), default=1.0)
    if a.speaker and b.speaker and a.speaker != b.speaker:
        unsure.append("speaker")
    return Pair(a, b, round(max(score, 0.0), 3) if score >= ENOUGH else 0.0, tuple(parts), tuple(dict.fromkeys(unsure)))


def _steps(parting: Link | None, tie: Link | None) -> list[Step]:
    if parting is not None:
        return [lambda a, b, unsure: veto("cannot-link", a.topic.indicator, b.topic.indicator)]
    if tie is None:
        return [_kinds, _footings, compare_periods, compare_subjects, _bases, compare_words, compare_labels]
    subjects = [] if tie.names_subjects else [compare_subjects]
    return [_kinds, _footings, compare_periods, *subjects, _bases, _tied]


def _tied(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    return [Part("must-link", 0.0, False, a.topic.indicator, b.topic.indicator)]


def _kinds(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ta, tb = a.topic, b.topic
    if ta.measure is not tb.measure:
        return veto("measure", ta.measure.value, tb.measure.value)
    if ta.dimension != tb.dimension:
        return veto("dimension", ta.dimension, tb.dimension)
    if a.article is b.article and a.figure.sentence == b.figure.sentence:
        return veto("sentence", a.figure.span.text, b.figure.span.text)
    if a.article is b.article and a.figure.role is b.figure.role is Role.TABLE:
        return veto("table", a.figure.span.text, b.figure.span.text)
    if ta.measure is Measure.CHANGE and a.figure.direction != b.figure.direction:
        return veto("direction", a.figure.direction, b.figure.direction)
    if a.article is b.article and other_topic(a, b):
        return veto("opener", " ".join(a.opener), " ".join(b.opener))
    if a.article is b.article and enumerated(a, b):
        return veto("enumeration", " ".join(n for n, _ in a.beside), " ".join(n for n, _ in b.beside))
    return [Part("measure", 0.0, False, ta.measure.value, tb.measure.value)]


def _footings(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    fa, fb = a.topic.footing, b.topic.footing
    if Footing.BEFORE in (fa, fb) and fa is not fb and not _of_one_day(a, b):
        return veto("footing", fa.value, fb.value)
    if _stands(a) and _stands(b):
        if Footing.ESTIMATE in (fa, fb) and fa is not fb:
            unsure.append("estimate")
        return [Part("footing", 0.0, False, fa.value, fb.value)]
    if fa is not fb:
        return veto("footing", fa.value, fb.value)
    if fa in (Footing.TARGET, Footing.FORECAST) and not _of_one_plan(a, b):
        return veto("footing", fa.value, fb.value)
    return [Part("footing", 0.0, False, fa.value, fb.value)]


def _of_one_day(a: Claim, b: Claim) -> bool:
    pa, pb = a.topic.period, b.topic.period
    return pa is not None and pb is not None and pa.end is not None and pa.end == pb.end


def _stands(claim: Claim) -> bool:
    """Whether a figure is told as having been so; the first end of a change too, where its years are told."""
    period = claim.topic.period
    dated = claim.topic.footing is Footing.BEFORE and period is not None and period.as_of
    return claim.topic.footing in _PAST or dated


def _of_one_plan(a: Claim, b: Claim) -> bool:
    """Targets are compared for one told period, or where they were published together."""
    pa, pb = a.topic.period, b.topic.period
    if pa and pb and pa.how in DEFINITE and pb.how in DEFINITE:
        return True
    first, second = published(a), published(b)
    return a.article is b.article or (first is not None and second is not None and abs(first - second) <= A_MONTH)


def _bases(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ba, bb = a.topic.basis, b.topic.basis
    if ba == bb:
        return []
    if {ba, bb} == {None, "year-on-year"}:
        return [Part("basis", -0.05, False, ba or "", bb or "")]
    return veto("basis", ba, bb)
