"""Births, deaths, foundings and what else is told with its date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.lang.en.dates import EVENTS, Mark, What
from figcheck.lang.en.passage import Passage
from figcheck.model import Moment

EVENT_GAP = 64
"""Characters that may stand between a word for an event and its date."""

MOST_EVENTS = 300
"""No story that is meant to be read tells of more births or foundings."""


@dataclass(frozen=True, slots=True)
class Event:
    """A birth, death or founding: the word for it, when it was."""

    word: str
    what: What
    moment: Moment
    at: int


def events(passage: Passage) -> Iterator[Event]:
    """Each word for an event with its date: born in Ohio on May 5, 1950; in 1921 the club was founded; (1950-2010)."""
    for span in passage.of(What.SPAN):
        if passage.text[span.start - 1 : span.start] == "(" and passage.text[span.end : span.end + 1] in (")", ","):
            yield Event("born", What.BORN, span.moments[0], span.start)
            yield Event("died", What.DIED, span.moments[1], span.start)
    marks, taken = [mark for mark in passage.marks if mark.what in (*EVENTS, What.DATE)], set[int]()
    for before, mark, behind in zip([None, *marks], marks, [*marks[1:], None], strict=False):
        if mark.what not in EVENTS:
            continue
        if behind is not None and behind.what is What.DATE and _leads(passage.gap(mark, behind)):
            taken.add(behind.start)
            yield Event(mark.word, mark.what, behind.moments[0], mark.start)
        elif _is_ahead(passage, before, mark) and before is not None and before.start not in taken:
            yield Event(mark.word, mark.what, before.moments[0], mark.start)


def _is_ahead(passage: Passage, date: Mark | None, mark: Mark) -> bool:
    """Whether a date stands before a word for an event as its own: in 1921 the club was founded."""
    return date is not None and date.what is What.DATE and _leads(passage.gap(date, mark))


def _leads(gap: str) -> bool:
    return len(gap) <= EVENT_GAP and not any(mark in gap for mark in (". ", ";", ":", "(", ")", "\n"))
