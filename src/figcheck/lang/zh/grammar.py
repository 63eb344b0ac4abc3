"""What a Chinese sentence says of each of its figures: the words of the indicator, the kind of statement, when, whose.

The boundaries of an indicator come from the parts of speech around the number, not from a list of indicators: to the
left, the last run of nouns (with the verbs and adjectives between them) before the verb that links it to the number;
to the right, where a count stands before what is counted (251个生产基地), the first such run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from figcheck.lang.links import Links
from figcheck.lang.zh import periods, scan, tables, words
from figcheck.lang.zh.datings import datings
from figcheck.lang.zh.frame import (
    basis_of,
    counted,
    cue_words,
    footing_of,
    opening_words,
    scope_of,
    speaker_of,
    told_periods,
    with_domain,
)
from figcheck.lang.zh.kinds import counts_what_follows, is_threshold, kind_of, turns
from figcheck.lang.zh.line import Draft, Line, Phrase, clause_of, clauses_of, lines_of
from figcheck.lang.zh.number import Kind, Number
from figcheck.lang.zh.passages import markers, places_named
from figcheck.lang.zh.phrases import (
    announced,
    base_before,
    context_words,
    dealt_items,
    left_phrase,
    predicate_phrase,
    right_end,
    right_phrase,
    what_happened,
)
from figcheck.lang.zh.subjects import Led, led_by, subjects_of
from figcheck.lang.zh.ties import deal_out, go_on, tie_changes
from figcheck.limits import Allowance
from figcheck.model import Article, Figure, Measure, Mention, Reading, Span, Statement


def read(article: Article, allowance: Allowance) -> Reading:
    """All that a Chinese article's sentences say by themselves, and the cells of its tables."""
    own = _read(article, allowance)
    cells = tables.cells_of(article)
    if not cells or allowance.reached:
        return own
    said = tables.placed(_read(tables.spoken(article, cells), allowance).statements, cells)
    return replace(own, statements=tuple(sorted([*own.statements, *said], key=lambda told: told.figure.span.start)))


def _read(article: Article, allowance: Allowance) -> Reading:
    text = article.text
    mentions = list(periods.find(text))
    told = (n for n in scan.find(text, [(m.start, m.end) for m in mentions]) if n.kind is not Kind.LABEL)
    numbers = allowance.figures(told)
    unread = numbers[-1].behind if allowance.reached else None
    tokens = words.tokens(text[:unread], _breaks(text, mentions, numbers))
    links = Links()
    found: list[Statement] = []
    for line in lines_of(article, tokens, numbers, mentions):
        if allowance.is_late():
            unread = line.start
            break
        found.extend(_statements(line, links))
    signs = tuple(markers(article, tokens, mentions))
    places = tuple(places_named(article, tokens))
    return Reading(article, tuple(found), signs, places, tuple(datings(article)), unread)


_LESS_BY = re.compile(r"[多少]了(?=[近约超\d])")


def _breaks(text: str, mentions: Sequence[Mention], numbers: Sequence[Number]) -> Iterator[int]:
    """Where a word cannot run on: behind a unit (5000套|公租房), at both ends of a period, and before what it is
    compared by (产量|比上年)."""
    for number in numbers:
        yield number.behind
    for mention in mentions:
        yield mention.end
        yield mention.start
        if text[max(0, mention.start - 1) : mention.start] in ("比", "较", "与"):
            yield mention.start - 1
    for match in _LESS_BY.finditer(text):
        yield match.start()


def _statements(line: Line, links: Links) -> Iterator[Statement]:
    clauses = clauses_of(line)
    around = cache(partial(context_words, line))
    drafts: list[Draft] = []
    for index, number in enumerate(line.numbers):
        threshold = is_threshold(line, number, line.numbers[index + 1] if index + 1 < len(line.numbers) else None)
        if threshold:
            continue
        clause = clause_of(clauses, number.start)
        drafts.append(_draft(line, clause, number, drafts, around(clause)))
    tie_changes(line, drafts, links)
    deal_out(line, drafts)
    go_on(line, drafts)
    whole = _Whole(_sentence_span(line), led_by(line, clauses), speaker_of(line), opening_words(line))
    for draft in drafts:
        yield _finish(line, clauses, draft, whole)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is the same for all figures of a sentence."""

    span: Span
    leads: Sequence[Led]
    speaker: str | None
    opener: tuple[str, ...]


def _draft(
    line: Line, clause: tuple[int, int], number: Number, earlier: Sequence[Draft], context: tuple[str, ...]
) -> Draft:
    begin = max(clause[0], *(d.number.behind for d in earlier if d.number.behind <= number.start), 0)
    region = line.article.text[begin : number.start]
    before = left_phrase(line, begin, number.start, number.kind in (Kind.RANK, Kind.FIRST))
    measure, direction, reached, before = kind_of(line, number, region, before)
    phrase = _name(line, clause, number, measure, before)
    if measure is Measure.LEVEL and phrase.words and line.article.text.startswith("的", number.end):
        owner = right_phrase(line, number.end + 1, clause[1])
        phrase = phrase._replace(words=(*owner.words[-4:], *phrase.words))
    if measure is Measure.SHARE and region.lstrip("，,、 约").startswith("占"):
        phrase = _share_of_whole(phrase, earlier)
    if phrase.verb and _is_money(number):
        phrase = _purpose(line, clause, number, phrase)
    items = dealt_items(line, begin, number.start) if "分别" in region else ()
    return Draft(number, measure, direction, phrase, context, items, turns(region), reached)


def _name(line: Line, clause: tuple[int, int], number: Number, measure: Measure, before: Phrase) -> Phrase:
    """The phrase that names what a figure is about: before it, behind it, or in the clause before."""
    end = right_end(line, clause, number)
    phrase = before
    if counts_what_follows(number, line, measure):
        counted = right_phrase(line, number.end, end)
        if counted.words:
            phrase = Phrase(counted.words, before.done(), number.end)
        elif happened := what_happened(line, number, end):
            phrase = Phrase(happened, None, number.end)
    if not phrase.words and measure is Measure.LEVEL:
        phrase = announced(line, number)
    if not phrase.words and line.title is not None:
        return left_phrase(line, *line.title)
    if measure is Measure.SHARE and not phrase.words:
        phrase = base_before(line, clause, number)
    if measure is Measure.STREAK or number.kind in (Kind.FIRST, Kind.ORDINAL):
        phrase = predicate_phrase(line, number, clause[1], phrase)
    return phrase


def _share_of_whole(phrase: Phrase, earlier: Sequence[Draft]) -> Phrase:
    """产值12亿元，占全市30%: the share is of the figure before."""
    told = (Measure.LEVEL, Measure.CHANGE)
    whole = next((d.phrase for d in reversed(earlier) if d.phrase.words and d.measure in told), None)
    if whole is None:
        return phrase
    of = phrase.words[1:] if phrase.words[:1] == ("占",) else phrase.words
    return Phrase((*whole.words, "占", *of), whole.action, phrase.start)


def _is_money(number: Number) -> bool:
    return number.quantity is not None and number.quantity.unit.dimension.startswith("money")


def _purpose(line: Line, clause: tuple[int, int], number: Number, phrase: Phrase) -> Phrase:
    """安排2亿元专项资金: money that is only spent is known by what it is spent on."""
    purpose = right_phrase(line, number.end, clause[1])
    if not purpose.words and len(phrase.words) > 1:
        return phrase
    return Phrase(purpose.words[:4], phrase.verb, phrase.start)


def _finish(line: Line, clauses: Sequence[tuple[int, int]], draft: Draft, whole: _Whole) -> Statement:
    number = draft.number
    clause = clause_of(clauses, number.start)
    subjects, generic, kept = subjects_of(draft, whole.leads)
    period, frame, against = told_periods(line, clause, number, draft)
    assert number.quantity is not None
    figure = Figure(
        span=Span(line.article, number.start, number.end),
        sentence=whole.span,
        quantity=counted(with_domain(line, number), draft.phrase.words),
        measure=draft.measure,
        direction=draft.direction,
        link=draft.link,
        link_end=draft.link_end,
        role=line.role,
        cues=cue_words(line, clause, draft),
    )
    return Statement(
        figure=figure,
        words=kept,
        context=draft.context,
        action=draft.phrase.action,
        subjects=subjects,
        generic_subject=generic,
        scope=scope_of(line, number),
        period=period,
        frame=frame,
        against=against,
        basis=basis_of(line, clause, draft),
        footing=footing_of(line, clause, number),
        speaker=whole.speaker,
        opener=whole.opener,
        full_stop=line.full_stop,
        story=line.story,
        block=line.block,
        partial=draft.partial or "其中" in line.article.text[line.start : number.start],
    )


def _sentence_span(line: Line) -> Span:
    text, start, end = line.article.text, line.start, line.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(line.article, start, end)
