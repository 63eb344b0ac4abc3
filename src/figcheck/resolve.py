"""What do the sentences leave unsaid? Subject and period carried over, words → indicator, 去年 → 2024.

One walk through the article, statement by statement, with what the story has set so far. Nothing crosses a story.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from figcheck.lang import Pack, pack
from figcheck.model import (
    Claim,
    Footing,
    How,
    Marker,
    Measure,
    Period,
    Reading,
    Sign,
    Statement,
    Topic,
)
from figcheck.when import NOWHEN, is_nominal, reckon, undated, vague


@dataclass(slots=True)
class _State:
    """What has been set at a place in a story: for its paragraph, and for what follows until it is set anew."""

    published: date | None
    place: str | None
    block: int = -1
    paragraph: Period | None = None
    section: Period | None = None
    subject: str | None = None
    section_subject: str | None = None
    ahead: bool = False
    report: bool = False  # a report that looks back and ahead under headings, where a section's period lasts
    once: Period | None = None  # holds for the sentence at hand
    window: bool = False  # the paragraph opened with a span of years
    ends: tuple[Period, Period] | None = None  # the years of the last change told with both (由2010年…到2015年)
    ends_block: int = -1
    told: tuple[int, Period] | None = None  # the last period told, and the full sentence it was told in


def resolve(reading: Reading) -> tuple[list[Claim], list[Claim]]:
    """The claims of an article, and those whose indicator it does not tell: good for sums, not for comparisons."""
    claims: list[Claim] = []
    nameless: list[Claim] = []
    states = [_state(reading, index) for index in range(len(reading.article.stories))]
    words = pack(reading.article.lang)
    markers = list(reading.markers)
    at = 0
    for statement in reading.statements:
        while at < len(markers) and markers[at].start <= statement.figure.sentence.start:
            states[markers[at].story].once = None
            _set(states[markers[at].story], markers[at], words)
            at += 1
        if at == 0 or markers[at - 1].start < statement.figure.sentence.start - 2:
            states[statement.story].once = None
        state = states[statement.story]
        _enter(state, statement.block)
        (claims if statement.words else nameless).append(_claim(statement, state, words))
    return claims, nameless


def _state(reading: Reading, index: int) -> _State:
    article, story = reading.article, reading.article.stories[index]
    named = reading.places[index] if index < len(reading.places) else {}
    words = pack(article.lang)
    place = next((words.place(p) for p in (story.place, article.place) if p and words.place(p)), None)
    titles = [article.title, story.title] if len(article.stories) == 1 else [story.title]
    titles = [] if words.spaced else titles  # there `named` has them
    titled = place or next((found for title in titles if title and (found := _titled(title, words))), None)
    return _State(story.published or article.published, titled or _dominant(named, words))


def _titled(title: str, words: Pack) -> str | None:
    """The place that a title begins with or names: 常德市政府工作报告."""
    found = None
    for start in range(len(title)):
        for length in range(min(12, len(title) - start), 1, -1):
            place = words.place(title[start : start + length])
            if place is not None:
                found = place if found is None or words.within(place, found) else found
                break
        if found is not None and start > 12:
            break
    return found


def _dominant(named: Mapping[str, int], words: Pack) -> str | None:
    """The place a story is about: named most often; a place within it counts for it by half."""
    if not named:
        return None
    weight = {p: n + sum(m for q, m in named.items() if q != p and words.within(q, p)) / 2 for p, n in named.items()}
    direct = max(named.items(), key=lambda row: (row[1], row[0]))
    return max(sorted(named), key=lambda p: (named[p] if named[p] * 3 >= direct[1] else 0, weight[p], p))


def _enter(state: _State, block: int) -> None:
    if block != state.block:
        state.block, state.paragraph, state.subject, state.window = block, None, None, False


def _set(state: _State, marker: Marker, words: Pack) -> None:
    _enter(state, marker.block)
    if marker.sign is Sign.AHEAD or marker.sign is Sign.BACK:
        state.ahead = marker.sign is Sign.AHEAD
        state.report = state.report or marker.sign is Sign.BACK
        state.section = None
    elif marker.sign is Sign.PERIOD and marker.mention is not None:
        period = reckon(marker.mention, state.published or NOWHEN, state.paragraph or state.section)
        if period is None or period.how in (How.VAGUE, How.UNKNOWN):
            return
        _frame(state, marker, replace(period, how=How.CARRIED))
    elif marker.subject is not None:
        state.subject = marker.subject
        if marker.lasting:
            state.section_subject = marker.subject
            place = words.place(marker.subject)
            if place is not None:
                state.place = place


def _frame(state: _State, marker: Marker, period: Period) -> None:
    """Let a period hold for what follows; a year in a paragraph about several years holds for its sentence alone."""
    if state.window and not marker.lasting and state.paragraph is not None:
        state.once = period
        return
    state.paragraph = period
    state.window = period.start is not None and period.end is not None and (period.end - period.start).days > 400
    if marker.lasting and (state.report or marker.heading):
        state.section = period


# ------------------------------------------------------------------------------- one claim


def _claim(statement: Statement, state: _State, words: Pack) -> Claim:
    figure = statement.figure
    period, footing = _period(statement, state)
    footing = _footing(statement, state, period, footing)
    period = undated(period)
    subject, key, told = _subject(statement, state, words)
    indicator, canonical = _indicator(statement, words)
    topic = Topic(
        indicator=indicator,
        canonical=canonical,
        words=statement.words,
        measure=figure.measure,
        dimension=figure.quantity.unit.dimension,
        subject=subject,
        basis=_basis(statement, state),
        scope=(*statement.scope, *(("part",) if statement.partial else ())),
        period=period,
        footing=footing,
        action=statement.action,
        subject_key=key,
        subject_told=told,
        home=state.place,
    )
    return Claim(
        topic,
        figure,
        statement.context,
        statement.speaker,
        statement.story,
        statement.opener,
        sentence=statement.full_stop,
        block=statement.block,
    )


def _period(statement: Statement, state: _State) -> tuple[Period, Footing | None]:
    """When a claim holds, and whether the two ends of a change are facts of their own years."""
    frame = state.once or state.paragraph or state.section
    if state.told is not None and state.told[0] == statement.full_stop and statement.figure.link is None:
        frame = state.told[1]
    told = reckon(statement.period, state.published or NOWHEN, frame) if statement.period is not None else None
    if told is not None and told.how is How.VAGUE:
        told = vague(state.published)
    if told is not None and statement.period is not None and (statement.period.names_year or told.how is How.PUBLISHED):
        state.told = statement.full_stop, replace(told, how=How.CARRIED) if told.end is not None else told
    figure = statement.figure
    if figure.link_end is None:
        return _at_its_end(statement, told or frame or vague(state.published)), None
    if figure.link_end is Footing.BEFORE:
        return _first_end(statement, state, told, frame)
    return _second_end(state, told, frame)


def _at_its_end(statement: Statement, period: Period) -> Period:
    """A level reached in a span of years (五年来，…达到835亿元) holds at its end, unless it is a running total."""
    cues = statement.figure.cues
    if statement.figure.measure is not Measure.LEVEL or "reached" not in cues or "累计" in cues:
        return period
    if period.start is None or period.end is None or (period.end - period.start).days <= 400:
        return period
    return Period(None, period.end, How.CARRIED, as_of=True)


def _first_end(
    statement: Statement, state: _State, told: Period | None, frame: Period | None
) -> tuple[Period, Footing | None]:
    own = statement.period is not None and statement.figure.span.start - statement.period.end <= 4
    if told is not None and own and told.how is not How.VAGUE:
        state.ends, state.ends_block = (told, told), state.block
        return told, Footing.FACT
    if state.ends is not None and state.ends_block == state.block and statement.period is None:
        return replace(state.ends[0], how=How.CARRIED), Footing.FACT
    state.ends = None
    period = told or frame or vague(state.published)
    counted = statement.figure.quantity.unit.dimension.startswith(("count", "money"))
    if counted and period.start is not None and period.end is not None and (period.end - period.start).days > 400:
        return Period(None, period.start - timedelta(days=1), How.CARRIED, as_of=True), Footing.BEFORE
    return period, Footing.BEFORE


def _second_end(state: _State, told: Period | None, frame: Period | None) -> tuple[Period, Footing | None]:
    if state.ends is not None and state.ends_block == state.block:
        if told is not None and told.label != state.ends[0].label and told.how is not How.VAGUE:
            state.ends = (state.ends[0], told)
            return told, Footing.FACT
        if state.ends[1] is not state.ends[0]:
            return replace(state.ends[1], how=How.CARRIED), Footing.FACT
        state.ends = None
    return told or frame or vague(state.published), Footing.AFTER


def _footing(statement: Statement, state: _State, period: Period, linked: Footing | None) -> Footing:
    stated = statement.footing
    if stated is Footing.BEFORE:
        return Footing.BEFORE
    today = NOWHEN if is_nominal(period) else state.published
    over = period.end is not None and today is not None and period.end <= today
    ahead = period.start is not None and today is not None and period.start > today
    if stated is Footing.TARGET and not (over and period.how is How.TOLD):
        return Footing.TARGET
    if stated is Footing.FORECAST:
        return Footing.ESTIMATE if over or _nearly_over(period, state.published) else Footing.FORECAST
    if ahead or (
        state.ahead and not (over and period.how is not How.VAGUE and linked is None and period.how is How.TOLD)
    ):
        return Footing.TARGET if linked is not Footing.FACT or ahead else Footing.FACT
    return linked or Footing.FACT


def _nearly_over(period: Period, published: date | None) -> bool:
    """预计 in the last weeks of the year that it speaks of."""
    return period.end is not None and published is not None and period.end - published < timedelta(days=45)


def _subject(statement: Statement, state: _State, words: Pack) -> tuple[str | None, str | None, bool]:
    """Whose figure it is, a key that is the same for all names of it, and whether the sentence says so."""
    if statement.subjects:
        name = statement.subjects[-1]
        return name, words.place(name) or name, True
    if statement.generic_subject is not None:
        return _own(statement.generic_subject, state, words)
    if state.subject is not None:
        return state.subject, words.place(state.subject) or state.subject, False
    if state.place is not None:
        return words.place_name(state.place), state.place, False
    return None, None, False


def _own(word: str, state: _State, words: Pack) -> tuple[str | None, str | None, bool]:
    level = words.own(word)
    if level == "own" and state.subject is not None:
        return state.subject, words.place(state.subject) or state.subject, True
    if level == "country":
        place = words.place(word) or words.place("全国")
        return (words.place_name(place), place, True) if place else (word, word, True)
    if level == "world":
        return word, level, True
    enclosing = words.enclosing(state.place, level) if state.place and level and level != "own" else state.place
    if enclosing is None:
        return word, None, False
    return words.place_name(enclosing), enclosing, level != "own"


_SAID = ("yearly-mean", "year-on-year", "month-on-month", "quarter-on-quarter")
"""Bases that a sentence names in words (同比): they hold whatever years stand beside them."""


def _basis(statement: Statement, state: _State) -> str | None:
    if statement.against is not None and statement.against.names_year and statement.basis not in _SAID:
        period = reckon(statement.against, state.published)
        if period is not None and period.label is not None and statement.against.offset != -1:
            return f"since:{period.label[:4]}"
    return statement.basis


def _indicator(statement: Statement, words: Pack) -> tuple[str, str]:
    """The name shown and the one compared: a known name where the words are one, the words themselves otherwise."""
    joined = words.joined(statement.words)
    known = words.known_names()
    if words.spaced:
        return joined, known.get(joined, joined)
    acted = (statement.action or "") + joined
    for name in (acted, joined, f"实际{acted}", f"{joined}{statement.action or ''}"):
        if name in known:
            return known[name], known[name]
    return joined, joined
