"""Anniversaries, and the beginning that they are reckoned from: in the same sentence, or elsewhere of the same name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from figcheck.lang.zh.dates import Mark, What
from figcheck.lang.zh.datewords import words
from figcheck.lang.zh.lives import EVENTS, MOST_EVENTS, STOPS, Event, events, lives
from figcheck.lang.zh.passage import PUBLICATION, Passage, says
from figcheck.model import Dating, Moment, Tie

NAME_LENGTH = 2
"""Characters of a name that have to be the same."""


def anniversaries(passages: Sequence[Passage]) -> Iterator[Dating]:
    """The anniversaries told in the paragraphs of one story."""
    known = list(islice((event for passage in passages for event in _events(passage)), MOST_EVENTS))
    for passage in passages:
        for mark in passage.of(What.YEARS):
            event = _event(passage, mark, known)
            if event is not None:
                told = says("周年", mark.start, mark.end, mark.number)
                when, cue = _when(passage, mark, event)
                yield passage.dating(Tie.ANNIVERSARY, [event.moment, when], told, cue)


def _events(passage: Passage) -> Iterator[Event]:
    yield from (event for event in events(passage) if event.moment.year is not None)
    for birth, death in lives(passage):
        yield birth
        yield death


def _event(passage: Passage, mark: Mark, known: Sequence[Event]) -> Event | None:
    """What the anniversary is of: the one beginning of the sentence that fits, else the one of the same name."""
    start, end = passage.sentence(mark.start)
    word = _word(passage, mark)
    name = _name(passage, word or mark, start)
    fitting = [event for event in known if _fits(word, event.word) and (name is None or name in event.names)]
    inside = [event for event in fitting if start <= event.at < end]
    if len(inside) == 1:
        alone = len(passage.within(start, end, What.YEARS)) == 1
        return inside[0] if alone or word is not None else None
    once = len({event.moment.year for event in fitting}) == 1
    return fitting[0] if not inside and word is not None and name is not None and once else None


def _name(passage: Passage, mark: Mark, start: int) -> str | None:
    """The end of the name right before what is kept; None where it is not said there."""
    before = passage.text[start : mark.start]
    dated = any(date.end == mark.start for date in passage.within(start, mark.start, What.DATE))
    if dated or not before or before[-1] in STOPS or before.endswith(tuple(words()["keeping"])):
        return None
    return before[-NAME_LENGTH:]


def _word(passage: Passage, mark: Mark) -> Mark | None:
    """The word right before the number: 成立90周年."""
    before = [m for m in passage.within(mark.start - 6, mark.start, *EVENTS) if mark.start - m.end <= 1]
    return before[-1] if before else None


def _fits(word: Mark | None, event: str) -> bool:
    """Whether an anniversary with that word may be of such an event."""
    if word is None:
        return event not in words()["died"]
    return word.word == event or any(word.word in group and event in group for group in words()["founded"])


def _when(passage: Passage, mark: Mark, event: Event) -> tuple[Moment, str]:
    """When it was kept: the year told in its sentence, else about publication; and whether that is sure."""
    start, end = passage.sentence(mark.start)
    sentence = passage.text[start:end]
    coming = "coming" if any(word in sentence for word in words()["coming"]) else ""
    dates = [m.moments[0] for m in passage.within(start, mark.start, What.DATE)]
    told = [m for m in dates if m is not event.moment and (m.year is not None or m.offset is not None)]
    if told:
        return told[-1], coming
    today = any(word in sentence for word in words()["now"])
    return PUBLICATION, coming or ("" if today else "past")
