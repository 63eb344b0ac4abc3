"""Which dates of a paragraph a text ties together, and with what number: a day and its day of the week, a stretch and
its length. Lives, stretches and anniversaries have modules of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from figcheck.lang.en.anniversaries import anniversaries
from figcheck.lang.en.dates import Mark, What
from figcheck.lang.en.datewords import said, words
from figcheck.lang.en.lives import ages
from figcheck.lang.en.passage import Passage, passages, says
from figcheck.lang.en.stretches import long_ago, stretches
from figcheck.model import Article, Dating, Tie


def datings(article: Article) -> Iterator[Dating]:
    """All dates of an article that can be held against the calendar, each other, or a number."""
    whole = list(passages(article))
    for passage in whole:
        for read in (_calendar, _clocks, stretches, anniversaries):
            yield from read(passage)
    for _, story in groupby(whole, key=lambda passage: passage.story):
        together = list(story)
        yield from _witnessed([dating for passage in together for dating in _weekdays(passage)])
        yield from ages(together)
        yield from long_ago(together)


def _calendar(passage: Passage) -> Iterator[Dating]:
    """Each day told that no month has; unless it counts something (in June 31 homes), or is said not to be."""
    for mark in passage.of(What.DATE):
        (moment,) = mark.moments
        before = passage.text[max(passage.block.start, mark.start - 9) : mark.start].lower().split()
        counts = moment.year is None and before[-1:] in (["in"], ["since"], ["this"], ["last"], ["by"])
        unlikely = moment.day is not None and not 1 <= moment.day <= 28 and moment.day < 40
        no_month = moment.day is not None and moment.month is not None and not 1 <= moment.month <= 12
        if (unlikely or no_month) and not counts and not said("denied") & set(before):
            yield passage.dating(Tie.CALENDAR, [moment])


def _clocks(passage: Passage) -> Iterator[Dating]:
    for mark in passage.of(What.CLOCK):
        yield passage.dating(Tie.CLOCK, mark.moments)


def _weekdays(passage: Passage) -> Iterator[Dating]:
    """Days with the day of the week before them (Friday, October 7) or behind (October 7, a Friday)."""
    for first, second in pairwise(passage.of(What.DATE, What.WEEKDAY)):
        if {first.what, second.what} != {What.DATE, What.WEEKDAY} or not _stand_together(passage, first, second):
            continue
        day, weekday = (first, second) if first.what is What.DATE else (second, first)
        if day.moments[0].day is not None:
            yield passage.dating(Tie.WEEKDAY, day.moments, says("weekday", weekday))


def _stand_together(passage: Passage, first: Mark, second: Mark) -> bool:
    gap = passage.gap(first, second).rstrip(" ").removesuffix(".")
    if first.what is What.WEEKDAY:
        return gap in ("", ",", ", the", " the", " (", ",on")
    return gap in words()["weekday_gap"][3:]


def _witnessed(found: Sequence[Dating]) -> Iterator[Dating]:
    """Each with another day of the story beside it: two days and their names hold each other, whatever the year."""
    dated = next((dating.moments[0] for dating in found if dating.moments[0].year is not None), None)
    for at, dating in enumerate(found):
        others = [other.moments[0] for other in (*found[at + 1 :], *found[:at])]
        yield replace(dating, moments=(*dating.moments, *others[:1]), beside=dated)
