"""Births, deaths and foundings, and what is told of them later: how old somebody was, which anniversary it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from figcheck.lang.zh.dates import Mark, What
from figcheck.lang.zh.datewords import words
from figcheck.lang.zh.passage import PUBLICATION, Count, Passage, count, spans
from figcheck.model import Dating, Moment, Tie

EVENT_GAP = 18
"""Characters that may stand between a date and what then happened (1950年3月在湖南出生)."""

THEN_GAP = 5
"""Characters that may stand between a death and an age told of it (牺牲时年仅25岁)."""

MOST_EVENTS = 300
"""No story that is meant to be read tells of more births or foundings."""

STOPS = frozenset("，。；：！？、,;:!?（）()")
EVENTS = (What.BORN, What.DIED, What.FOUNDED)


@dataclass(frozen=True, slots=True)
class Event:
    """A birth, death or founding: the word for it, when it was, what stands before it."""

    word: str
    moment: Moment
    at: int
    names: tuple[str, ...] = ()


def ages(passages: Sequence[Passage]) -> Iterator[Dating]:
    """Ages told in a story with 今年, 享年 and the like, of the one person whose birth is told near them."""
    births = list(islice((event for passage in passages for event in _births(passage)), MOST_EVENTS))
    deaths = list(islice((event for passage in passages for event in _deaths(passage)), MOST_EVENTS))
    alone = sum(1 for passage in passages for _ in passage.of(What.AGE)) == 1
    for passage in passages:
        for cue in passage.of(What.AGE):
            birth, age = _whose(passage, cue, births, alone), count(passage.text, cue.end)
            if birth is None or age is None or _is_of_another(passage, birth, cue, age):
                continue
            at = PUBLICATION if cue.word in words()["age_now"] else _death(passage, cue, deaths, alone)
            if at is not None:
                yield passage.dating(Tie.AGE, [birth.moment, at], age)


def ages_then(passage: Passage) -> Iterator[Dating]:
    """1956年，20岁的他: an age with its year right before it, in a paragraph that tells of one birth."""
    births = list(_births(passage))
    for before, cue in pairwise(passage.marks):
        dated = before.what is What.DATE and before.moments[0].year is not None
        if cue.what is not What.AGE_THEN or not dated or len(births) != 1 or births[0].at > before.start:
            continue
        gap, age = passage.gap(before, cue), count(passage.text, cue.start)
        if gap in words()["then_gap"] and age is not None:
            yield passage.dating(Tie.AGE, [births[0].moment, before.moments[0]], age)


def _whose(passage: Passage, cue: Mark, events: Sequence[Event], alone: bool) -> Event | None:
    """The one event of the sentence, else of the paragraph, else of the story, where no other age is told in it."""
    around = (passage.sentence(cue.start), (passage.block.start, passage.block.end), (0, len(passage.text)))
    for (start, end), enough in zip(around, (True, len(passage.within(*around[1], What.AGE)) == 1, alone), strict=True):
        inside = [event for event in events if start <= event.at < end]
        if inside or not enough:
            return inside[0] if len(inside) == 1 and enough else None
    return None


def _is_of_another(passage: Passage, birth: Event, cue: Mark, age: Count) -> bool:
    """Whether the age is told of somebody else: 今年85岁的老人, or words for kin stand before it."""
    start = max(passage.sentence(cue.start)[0], birth.at) if birth.at < cue.start else passage.sentence(cue.start)[0]
    kin = any(word in passage.text[start : cue.start] for word in words()["kin"])
    return kin or (passage.text.startswith("的", age.end) and birth.at < cue.start)


def _death(passage: Passage, cue: Mark, deaths: Sequence[Event], alone: bool) -> Moment | None:
    """When somebody died: 年仅25岁 is an age at death right behind the word for it only."""
    if cue.word in words()["age_then"] and not passage.within(cue.start - THEN_GAP, cue.start, What.DIED):
        return None
    death = _whose(passage, cue, deaths, alone)
    return death.moment if death is not None else None


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
    for first, last in spans(passage):
        name = (passage.text[max(0, first.start - 3) : first.start - 1],)
        yield Event("出生", first, first.start, name), Event("逝世", last, first.start, name)


def events(passage: Passage) -> Iterator[Event]:
    """Each word for a birth, death or founding that has its date beside it: 生于1950年, 1950年3月出生."""
    marks = [mark for mark in passage.marks if mark.what not in (What.CLOCK, What.WEEKDAY)]
    for before, mark, behind in zip([None, *marks], marks, [*marks[1:], None], strict=False):
        if mark.what not in EVENTS:
            continue
        if behind is not None and behind.what is What.DATE and passage.gap(mark, behind) in words()["event_at"]:
            yield Event(mark.word, behind.moments[0], mark.start, (_tail(passage, mark.start),))
        elif before is not None and before.what is What.DATE and _leads(passage.gap(before, mark)):
            names = _tail(passage, mark.start), _tail(passage, before.start)
            if not _is_anniversary(mark, behind):
                yield Event(mark.word, before.moments[0], mark.start, names)


def _leads(gap: str) -> bool:
    return len(gap) <= EVENT_GAP and not STOPS & set(gap)


def _is_anniversary(mark: Mark, behind: Mark | None) -> bool:
    """Whether a word stands before the number of an anniversary: what then happened is not told."""
    return behind is not None and behind.what is What.YEARS and behind.start - mark.end <= 1


def _tail(passage: Passage, at: int) -> str:
    return passage.text[max(passage.block.start, at - 2) : at]
