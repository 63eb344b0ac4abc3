"""Stretches of time, and how long they are told to be; how long ago something was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from figcheck.lang.en.dates import Mark, What
from figcheck.lang.en.datewords import any_of, said, words
from figcheck.lang.en.events import MOST_EVENTS, Event, events
from figcheck.lang.en.passage import PUBLICATION, Count, Passage, counted
from figcheck.model import Dating, Moment, Tie

LEAD = 60
"""Characters of a clause between a length and its stretch: a 10-day festival in the park runs from …"""


def stretches(passage: Passage) -> Iterator[Dating]:
    """What a paragraph says of how long something lasted, from when to when."""
    for first, last in _ends(passage):
        mark = _length(passage, first, last)
        told = counted(passage, mark) if mark else None
        if told is not None:
            yield passage.dating(Tie.LENGTH, [first.moments[0], last.moments[-1]], told)


def _ends(passage: Passage) -> Iterator[tuple[Mark, Mark]]:
    """The two ends of each stretch: from May 1 to May 10; 1931-1959; opens on May 1 and closes on May 10."""
    marks = [mark for mark in passage.marks if mark.what in (What.DATE, What.SPAN)]
    for mark, behind in zip(marks, [*marks[1:], None], strict=False):
        if mark.what is What.SPAN:
            yield mark, mark
        elif behind is not None and behind.what is What.DATE and _joined(passage, mark, behind):
            yield mark, behind


def _joined(passage: Passage, first: Mark, last: Mark) -> bool:
    gap = re.sub(r"\b(?:the|in|on|of|end)\b ?", "", passage.gap(first, last).lower())
    before = passage.text[max(passage.block.start, first.start - 12) : first.start].lower()
    if gap == " and ":
        return "between " in before
    return gap in words()["to"] or gap.strip(" ,") in words()["ends"]


def _length(passage: Passage, first: Mark, last: Mark) -> Mark | None:
    """The one length that the sentence tells of a stretch: right behind it, or before it in its clause."""
    start, end = passage.sentence(first.start)
    lengths = passage.within(start, end, What.LENGTH)
    if len(lengths) != 1 or len(passage.within(start, end, What.DATE, What.SPAN)) > 2:
        return None
    mark = lengths[0]
    if mark.start > last.start:
        gap = passage.text[last.end : mark.start].lower().strip(" ,()-–—")
        return mark if _plain(gap) in map(_plain, words()["length_behind"]) else None
    gap = passage.text[mark.end : first.start]
    return (
        mark if len(gap) <= LEAD and not re.search(r"[;:.]|, (?!from|between|\w+ing)", gap) and _leads_to(gap) else None
    )


def _plain(gap: str) -> str:
    """Words between a stretch and its length without those that do not matter."""
    return re.sub(rf"\b(?:{_LOOSE})\b ?|\b(?:a|an|the|it|he|she|they|and) ", "", gap + " ").strip()


_LOOSE = "more than|less than|nearly|almost|about|some|over|just|exactly|fully|only|around|roughly"


def _leads_to(gap: str) -> bool:
    """Whether nothing else is told between a length and its stretch: for 18 years, from …; the 10-day fair runs …"""
    return not re.search(r"\b(?:after|before|later|ago|earlier|since|than|old|who|which|when|while|but)\b", gap.lower())


# ------------------------------------------------------------------------------- how long ago


def long_ago(passages: Sequence[Passage]) -> Iterator[Dating]:
    """How many years ago something was, or how many years after another thing."""
    known = list(islice((event for passage in passages for event in events(passage)), MOST_EVENTS))
    for passage in passages:
        for mark in passage.of(What.LENGTH):
            told = counted(passage, mark)
            behind = passage.text[mark.end : mark.end + 24].lower()
            if told is None or mark.word != "year" or mark.number < 2:
                continue
            if behind.startswith(" ago") and (day := _beside(passage, mark, " ago")) is not None:
                yield _since(passage, day, told)
            elif behind.startswith(" later"):
                yield from _later(passage, mark, told)
            elif behind.startswith(" after"):
                yield from _after(passage, mark, told, known)


def _since(passage: Passage, day: Moment, told: Count) -> Dating:
    """A day tells to the day how long ago it was; a year or a month only about."""
    return passage.dating(Tie.LENGTH if day.day and day.year else Tie.ELAPSED, [day, PUBLICATION], told)


def _beside(passage: Passage, mark: Mark, word: str) -> Moment | None:
    """The date right behind or before: 40 years ago, in 1978; in 1978, 40 years ago."""
    for date in passage.beside(mark, What.DATE):
        gap = passage.text[mark.end : date.start] if date.start > mark.start else passage.text[date.end : mark.start]
        gap = gap.lower().removeprefix(word) if date.start > mark.start else gap.lower()
        plain = re.sub(rf"\b(?:{_LOOSE}|in|on|back|the|of|this|day|week|month)\b", "", gap)
        if not plain.strip(" ,(—–-") and date.moments[0].year is not None:
            return date.moments[0]
    return None


def _later(passage: Passage, mark: Mark, told: Count) -> Iterator[Dating]:
    """In 1978 he left; 20 years later, in 1998, he came back."""
    end = _beside(passage, mark, " later")
    before = passage.within(passage.block.start, mark.start, What.DATE)
    first = next((m.moments[0] for m in reversed(before) if m.moments[0].year is not None), None)
    if end is not None and first is not None and first is not end and first.year and end.year and first.year < end.year:
        yield passage.dating(Tie.LENGTH, [first, end], told)


def _after(passage: Passage, mark: Mark, told: Count, known: Sequence[Event]) -> Iterator[Dating]:
    """63 years after he died, with the one death that the story dates."""
    words_behind = rf" after (?:(?:the |his |her |its )?[\w' ]{{0,30}}?)\b(?P<word>{_words()})\b"
    found = re.match(words_behind, passage.text[mark.end : mark.end + 60].lower())
    if found is None:
        return
    what = next(w for w in (What.DIED, What.BORN, What.FOUNDED) if found["word"] in said(w.value))
    events_of = {event.moment for event in known if event.what is what and event.moment.year is not None}
    start, end = passage.sentence(mark.start)
    if len(events_of) == 1:
        (day,) = events_of
        own = [m.moments[0] for m in passage.within(start, end, What.DATE) if m.moments[0] is not day]
        dated = [moment for moment in own if moment.year is not None or moment.offset is not None]
        if dated:
            yield passage.dating(Tie.LENGTH, [day, dated[0]], told)
        elif not own:
            yield _since(passage, day, told)


def _words() -> str:
    return any_of([*said("born"), *said("died"), *said("founded")])
