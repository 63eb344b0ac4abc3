"""How old somebody was: now, at death, or when something else happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from figcheck.lang.en.dates import Mark, What
from figcheck.lang.en.datewords import said
from figcheck.lang.en.events import EVENT_GAP, MOST_EVENTS, Event, events
from figcheck.lang.en.passage import PUBLICATION, Count, Passage, says
from figcheck.lang.en.tokens import Tag
from figcheck.lang.en.words import tag_of
from figcheck.model import Dating, Moment, Tie

THEN_GAP = 48
"""Characters that may stand between an age and the date at which it was reached."""


def ages(passages: Sequence[Passage]) -> Iterator[Dating]:
    """Ages told in a story of the one person whose birth it tells, and what that one did as a child."""
    found = list(islice((event for passage in passages for event in events(passage)), MOST_EVENTS))
    births = [event for event in found if event.what is What.BORN and event.moment.year is not None]
    deaths = [event for event in found if event.what is What.DIED]
    told = [
        (passage, mark) for passage in passages for mark in passage.of(What.AGE, What.OLD) if _is_age(passage, mark)
    ]
    for passage, mark in told:
        birth = _birth(passage, mark, births, len(told))
        at = _when(passage, mark, deaths, birth)
        if birth is not None and at is not None and not _of_kin(passage, mark, birth):
            yield passage.dating(Tie.AGE, [birth.moment, at], _count(passage, mark))
    yield from _as_children(passages, births, deaths, told)


def _is_age(passage: Passage, mark: Mark) -> bool:
    """Whether a number tells an age: years behind it, words for age before, or a death (died at 81)."""
    if mark.what is What.OLD:
        return mark.word == "year"
    following = re.match(r" ([a-z]+)", passage.text[mark.end : mark.end + 20])
    if not 0 < mark.number < 120 or (following and tag_of(following[1]) is Tag.NOUN):
        return False
    if "age" in mark.word or mark.word in (",", *said("turns")):
        return True
    if mark.word == "at":
        start = passage.sentence(mark.start)[0]
        return bool(passage.within(max(start, mark.start - EVENT_GAP), mark.start, What.DIED))
    if passage.beside(mark, What.BORN) and passage.text[mark.end : mark.end + 1] in (",", ".", ";"):
        return True
    before = passage.text[max(passage.block.start, mark.start - 12) : mark.start].lower()
    return re.search(r"\b(?:who|he|she) $", before) is not None


def _birth(passage: Passage, mark: Mark, births: Sequence[Event], ages: int) -> Event | None:
    """The one birth of the sentence, else of the story where no other age is told in it."""
    start, end = passage.sentence(mark.start)
    inside = [birth for birth in births if start <= birth.at < end]
    alone = len([m for m in passage.beside(mark, What.AGE, What.OLD) if _is_age(passage, m)]) == 0
    if inside:
        return inside[0] if len(inside) == 1 and alone else None
    return births[0] if len(births) == 1 and ages == 1 else None


def _when(passage: Passage, mark: Mark, deaths: Sequence[Event], birth: Event | None) -> Moment | None:
    """When somebody was so old: at death, at what else is told with its date, now; None where that is not sure."""
    start, end = passage.sentence(mark.start)
    if passage.within(start, end, What.DIED):
        inside = [death.moment for death in deaths if start <= death.at < end]
        return inside[0] if inside else deaths[0].moment if deaths and len(deaths) == 1 else PUBLICATION
    others = [m for m in passage.beside(mark, What.DATE) if birth is None or m.moments[0] is not birth.moment]
    near = [m for m in others if _together(passage, mark, m)]
    if near:
        return near[0].moments[0]
    now = mark.what is What.OLD or mark.word in (",", "is", "aged", "turns", "age")
    past = re.search(r"\b(?:was|were|had|when|then|who|at the age)\b", passage.text[start : mark.end].lower())
    return PUBLICATION if now and not others and past is None else None


def _together(passage: Passage, mark: Mark, date: Mark) -> bool:
    """Whether a date with its year stands in the clause of an age: In 1956, aged 20, she …; at 20 in 1956."""
    first, second = (mark, date) if mark.start < date.start else (date, mark)
    gap = passage.text[first.end : second.start]
    moment = date.moments[0]
    return (
        (moment.year is not None or moment.offset is not None) and len(gap) <= THEN_GAP and not set(gap) & set(".;:()")
    )


def _of_kin(passage: Passage, mark: Mark, birth: Event) -> bool:
    """Whether the age or the birth is told of somebody else: his wife, her son."""
    start, end = passage.sentence(mark.start)
    first = min(start, birth.at) if start <= birth.at < end else start
    return bool(said("kin") & set(re.findall(r"[a-z]+", passage.text[first:end].lower())))


def _count(passage: Passage, mark: Mark) -> Count:
    digits = re.search(r"\d+\D*$", passage.text[mark.start : mark.end])
    start = mark.end - len(digits[0]) if digits and mark.what is What.AGE else mark.start
    return says("岁", Mark(start, mark.end, mark.what, number=mark.number))


# ------------------------------------------------------------------------------- what no child does


def _as_children(
    passages: Sequence[Passage], births: Sequence[Event], deaths: Sequence[Event], told: Sequence[tuple[Passage, Mark]]
) -> Iterator[Dating]:
    """What somebody did in a year (took a degree, married), against the birth, or the one age told of the story."""
    for passage in passages:
        for event in events(passage):
            start, end = passage.sentence(event.at)
            if event.word not in said("grown") or event.moment.year is None or _speaks_of_kin(passage, start, end):
                continue
            if len(births) == 1 and births[0].moment is not event.moment:
                yield passage.dating(Tie.GROWN, [births[0].moment, event.moment])
            elif not births and len(told) == 1 and told[0][0].block.start <= event.at and _goes_on(passage, start):
                at = _when(*told[0], deaths, None)
                if at is not None:
                    yield passage.dating(Tie.GROWN, [event.moment, at], _count(*told[0]))


def _goes_on(passage: Passage, start: int) -> bool:
    """Whether a sentence speaks of the one before it: She took her degree …"""
    first = re.match(r"\W*([A-Za-z]+)", passage.text[start : start + 20])
    return first is not None and first[1].lower() in said("pronouns")


def _speaks_of_kin(passage: Passage, start: int, end: int) -> bool:
    return bool(said("kin") & set(re.findall(r"[a-z]+", passage.text[start:end].lower())))
