"""Births, deaths and foundings, and what is told of them later: how old somebody was, which anniversary it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figcheck.lang.zh.dates import Mark, What, words
from figcheck.lang.zh.passage import PUBLICATION, Passage, count
from figcheck.model import Dating, Moment, Tie

EVENT_GAP = 12
"""Characters that may stand between a date and what then happened (1950年3月在湖南出生)."""

STOPS = frozenset("，。；：！？、,;:!?（）()")
EVENTS = (What.BORN, What.DIED, What.FOUNDED)


@dataclass(frozen=True, slots=True)
class Event:
    """A birth, death or founding: the word for it, when it was, what stands before it."""

    word: str
    moment: Moment
    at: int
    names: tuple[str, ...] = ()


def ages(passage: Passage) -> Iterator[Dating]:
    """Ages told with 今年, 享年 and the like, of the one person whose birth the sentence or the paragraph tells."""
    cues = list(passage.of(What.AGE))
    births, deaths = list(_births(passage)), list(_deaths(passage))
    for cue in cues:
        birth = _whose(passage, cue, births, len(cues))
        age = count(passage.text, cue.end)
        if birth is None or age is None or birth.at > cue.start:
            continue
        if cue.word in words()["age_at_death"]:
            death = _whose(passage, cue, deaths, len(cues))
            if death is not None:
                yield passage.dating(Tie.AGE, [birth.moment, death.moment], age)
        else:
            yield passage.dating(Tie.AGE, [birth.moment, PUBLICATION], age)


def _whose(passage: Passage, cue: Mark, events: Sequence[Event], cues: int) -> Event | None:
    """The one event of the sentence; else that of the paragraph, where it tells of one person."""
    start, end = passage.sentence(cue.start)
    inside = [event for event in events if start <= event.at < end]
    if len(inside) == 1:
        return inside[0]
    return events[0] if not inside and len(events) == 1 and cues == 1 else None


def _births(passage: Passage) -> Iterator[Event]:
    for first, _ in lives(passage):
        yield first
    yield from (e for e in events(passage) if e.word in words()["born"] and e.moment.year is not None)


def _deaths(passage: Passage) -> Iterator[Event]:
    spans = [last for _, last in lives(passage)]
    yield from spans
    if not spans:
        yield from (event for event in events(passage) if event.word in words()["died"])


def lives(passage: Passage) -> Iterator[tuple[Event, Event]]:
    """Birth and death told as （1881—1936）, with years or whole dates."""
    text = passage.text
    for index, mark in enumerate(passage.marks):
        ends = mark.moments if mark.what is What.LIFE else ()
        behind = passage.marks[index + 1] if index + 1 < len(passage.marks) else None
        if mark.what is What.DATE and behind is not None and behind.what is What.DATE:
            ends = (*mark.moments, *behind.moments) if passage.gap(mark, behind) in words()["to"] else ()
        if len(ends) == 2 and text[mark.start - 1 : mark.start] in ("（", "("):
            name = (text[max(0, mark.start - 3) : mark.start - 1],)
            yield Event("出生", ends[0], mark.start, name), Event("逝世", ends[1], mark.start, name)


def events(passage: Passage) -> Iterator[Event]:
    """Each word for a birth, death or founding that has its date beside it: 生于1950年, 1950年3月出生."""
    for index, mark in enumerate(passage.marks):
        if mark.what not in EVENTS:
            continue
        behind = passage.marks[index + 1] if index + 1 < len(passage.marks) else None
        before = passage.marks[index - 1] if index else None
        if behind is not None and behind.what is What.DATE and passage.gap(mark, behind) in words()["event_at"]:
            yield Event(mark.word, behind.moments[0], mark.start, (_tail(passage, mark.start),))
        elif before is not None and before.what is What.DATE and _leads(passage.gap(before, mark)):
            names = _tail(passage, mark.start), _tail(passage, before.start)
            if not _is_anniversary(passage, index):
                yield Event(mark.word, before.moments[0], mark.start, names)


def _leads(gap: str) -> bool:
    return len(gap) <= EVENT_GAP and not STOPS & set(gap)


def _is_anniversary(passage: Passage, index: int) -> bool:
    """Whether a word stands before the number of an anniversary: what then happened is not told."""
    behind = passage.marks[index + 1] if index + 1 < len(passage.marks) else None
    return behind is not None and behind.what is What.YEARS and behind.start - passage.marks[index].end <= 1


def _tail(passage: Passage, at: int) -> str:
    return passage.text[max(passage.block.start, at - 2) : at]
