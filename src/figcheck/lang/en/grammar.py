"""What an English sentence says of each of its figures: the words of the indicator, the kind of statement, when, whose.

What a figure is about stands behind it where it counts or measures something (463,000 ballots, $22 million in aid), and
before it otherwise: the noun that leads to it, or the subject of its verb.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from figcheck.lang.en import periods, places, scan, words
from figcheck.lang.en.datings import datings
from figcheck.lang.en.frame import (
    basis_of,
    cue_words,
    footing_of,
    opens_sentence,
    speaker_of,
    told_periods,
)
from figcheck.lang.en.kinds import draft_of
from figcheck.lang.en.line import Draft, Line, clause_of, clauses_of, lines_of
from figcheck.lang.en.phrases import content
from figcheck.lang.en.ties import go_on, refers_back, say_again, tie_changes, tie_compared
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.lang.en.whose import leading_name, subjects_of
from figcheck.lang.links import Links
from figcheck.limits import Allowance
from figcheck.model import Article, Figure, Marker, Measure, Reading, Role, Sign, Span, Statement


def read(article: Article, allowance: Allowance) -> Reading:
    """All that an English article's sentences say by themselves."""
    tokens = words.tokens(article.text)
    mentions = list(periods.find(article.text))
    numbers = allowance.figures(scan.find(tokens, [(m.start, m.end) for m in mentions]))
    unread = tokens.ends[numbers[-1].last - 1] if allowance.reached else None
    known, links = _names(tokens), Links()
    lines: list[tuple[Line, Sequence[Draft]]] = []
    markers: list[Marker] = []
    block, before = -1, list[Draft]()
    for line in lines_of(article, tokens, numbers, mentions):
        if allowance.is_late():
            unread = line.start
            break
        markers.extend(_markers(line, known))
        before = before if line.block == block else []
        block, before = line.block, _drafts(line, links, before)
        lines.append((line, before))
    said = tuple(statement for line, drafts in lines for statement in _statements(line, drafts, known))
    places_named = tuple(_places(article, tokens))
    return Reading(article, said, tuple(markers), places_named, tuple(datings(article)), unread)


def _names(tokens: Tokens) -> frozenset[str]:
    """Words that have a capital letter inside sentences, and so are names where they begin one."""
    return frozenset(
        tokens.low[i]
        for i in range(1, len(tokens))
        if tokens.tags[i] is Tag.NOUN and tokens.written(i)[:1].isupper() and tokens.tags[i - 1] is not Tag.MARK
    )


def _places(article: Article, tokens: Tokens) -> Iterator[Counter[str]]:
    """How often each place is named in each story; in a headline it counts for more."""
    for story in article.stories:
        named: Counter[str] = Counter()
        for block in story.blocks:
            for index in tokens.between(block.start, block.end):
                found = places.at(tokens, index)
                if found is not None and found[0] != places.WORLD:
                    named[found[0]] += 4 if block.role is Role.HEADLINE else 1
        yield Counter({place: count for place, count in named.items() if count >= OFTEN})


OFTEN = 3
"""A place that a story names so often, or names in its headline, may be what it is about."""


def _markers(line: Line, known: frozenset[str]) -> Iterator[Marker]:
    """The periods and subjects that sentences open with: they hold for what follows in the paragraph."""
    opening = next((m for m in line.mentions if not m.basis), None)
    if opening is not None and opens_sentence(line, opening):
        yield Marker(line.start, Sign.PERIOD, line.story, line.block, mention=opening)
    lead = leading_name(line, known)
    if lead and line.role is not Role.HEADLINE:
        yield Marker(line.start, Sign.SUBJECT, line.story, line.block, subject=lead[0])


def _drafts(line: Line, links: Links, before: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence; `before` are those of the sentence before it in its paragraph."""
    clauses = clauses_of(line)
    drafts: list[Draft] = []
    for index, number in enumerate(line.numbers):
        clause = clause_of(clauses, number.core)
        begin = max(clause.start, line.numbers[index - 1].behind if index else 0)
        drafts.append(draft_of(line, clause, index, begin))
    tie_changes(line, drafts, links)
    tie_compared(line, drafts, before, links)
    say_again(line, drafts)
    go_on(drafts, before if refers_back(line) else ())
    return drafts


def _statements(line: Line, drafts: Sequence[Draft], known: frozenset[str]) -> Iterator[Statement]:
    """What a sentence says of its figures. What they share is looked at once: sentences may hold many."""
    if not drafts:
        return
    opener = content(line, range(line.words.start, line.numbers[0].first))
    around = {clause: content(line, clause) for clause in {draft.clause for draft in drafts}}
    speaker = speaker_of(line)
    for draft in drafts:
        yield _finish(line, draft, known, around[draft.clause], opener, speaker)


def _finish(
    line: Line,
    draft: Draft,
    known: frozenset[str],
    context: tuple[str, ...],
    opener: tuple[str, ...],
    speaker: str | None,
) -> Statement:
    period, frame, against = told_periods(line, draft)
    subjects = subjects_of(line, draft, known)
    return Statement(
        figure=_figure(line, draft),
        words=draft.words,
        context=context,
        action=draft.action,
        subjects=subjects,
        period=period,
        frame=frame,
        against=against,
        basis=basis_of(line, draft),
        footing=footing_of(line, draft),
        speaker=speaker,
        story=line.story,
        block=line.block,
        partial=draft.partial,
        opener=opener,
        full_stop=line.full_stop,
    )


def _figure(line: Line, draft: Draft) -> Figure:
    tokens, number = line.tokens, draft.number
    return Figure(
        span=Span(line.article, tokens.starts[number.first], tokens.ends[number.last - 1]),
        sentence=_sentence_span(line),
        quantity=number.quantity,
        measure=draft.measure,
        direction=draft.direction if draft.measure in _MOVING or draft.link is not None else 0,
        link=draft.link,
        link_end=draft.link_end,
        role=line.role,
        cues=cue_words(line, draft),
    )


_MOVING = (Measure.CHANGE, Measure.MULTIPLE)


def _sentence_span(line: Line) -> Span:
    text = line.text
    start = line.start + len(text) - len(text.lstrip())
    return Span(line.article, start, start + len(text.strip()))
