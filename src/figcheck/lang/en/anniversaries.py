"""Anniversaries, and the beginning that they are reckoned from: in their sentence, else the one of their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.lang.en.dates import Mark, What
from figcheck.lang.en.datewords import said, words
from figcheck.lang.en.events import Event, events
from figcheck.lang.en.passage import PUBLICATION, Passage, says
from figcheck.model import Dating, Moment, Tie


def anniversaries(passage: Passage) -> Iterator[Dating]:
    """The anniversaries told in a paragraph."""
    known = [event for event in events(passage) if event.moment.year is not None and event.what is not What.GROWN]
    marks = list(passage.of(What.YEARS))
    for mark in marks:
        begin = _of(passage, mark) or (_event(passage, mark, known) if len(marks) == 1 else None)
        if begin is not None:
            when, cue = _when(passage, mark, begin)
            if when is not None:
                yield passage.dating(Tie.ANNIVERSARY, [begin, when], says("年", mark), cue)


def _of(passage: Passage, mark: Mark) -> Moment | None:
    """The year of what it is the anniversary of: the 50th anniversary of the 1964 flood, of the founding in 1964."""
    behind = passage.text[mark.end : mark.end + 90]
    found = re.match(r" of [^,.;:()\n]{0,60}?(?=(?:1[5-9]|20)\d\d\b)", behind)
    dates = passage.within(mark.end, mark.end + len(found[0]) + 1, What.DATE) if found else []
    return dates[0].moments[0] if dates else None


def _event(passage: Passage, mark: Mark, known: Sequence[Event]) -> Moment | None:
    """The one beginning that the sentence dates, else the paragraph."""
    start, end = passage.sentence(mark.start)
    fitting = [event for event in known if _fits(passage, mark, event)]
    inside = [event for event in fitting if start <= event.at < end]
    found = {event.moment for event in (inside or fitting)}
    goes_on = (
        bool(inside) or re.match(r"\W*(?:It|Its|The|This|He|She|They)\b", passage.text[start : start + 8]) is not None
    )
    return found.pop() if len(found) == 1 and goes_on else None


def _fits(passage: Passage, mark: Mark, event: Event) -> bool:
    """Whether an anniversary may be of such an event: one of a birth says so, and so does one of a death."""
    named = passage.text[mark.start : mark.end + 40].lower()
    groups = [set(group) for group in words()["founded"]]
    said_of = [
        group for group in groups if any(re.search(rf" of [^.,;]*\b{re.escape(word)}\b", named) for word in group)
    ]
    if said_of:
        return any(event.word in group for group in said_of)
    return ("birth" in named) == (event.what is What.BORN) and event.what is not What.DIED


def _when(passage: Passage, mark: Mark, begin: Moment) -> tuple[Moment | None, str]:
    """When it was kept: the year told in its sentence, else about publication; and whether that is sure."""
    start, end = passage.sentence(mark.start)
    sentence = passage.text[start:end].lower()
    coming = "coming" if any(re.search(rf"\b{word}\b", sentence) for word in said("coming")) else ""
    dates = [m.moments[0] for m in passage.within(start, end, What.DATE)]
    told = [m for m in dates if m is not begin and (m.year is not None or m.offset is not None)]
    if told:
        return (told[0], coming) if len(told) == 1 else (None, "")
    today = any(re.search(rf"\b{re.escape(word)}\b", sentence) for word in said("now"))
    return PUBLICATION, coming or ("" if today else "past")
