"""Which dates of a paragraph a text ties together, and with what number: a day and its day of the week, a stretch and
its length. Stretches, lives and anniversaries have modules of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from figcheck.lang.zh.ago import long_ago
from figcheck.lang.zh.anniversaries import anniversaries
from figcheck.lang.zh.dates import Mark, What
from figcheck.lang.zh.datewords import words
from figcheck.lang.zh.lives import ages, ages_then
from figcheck.lang.zh.passage import Passage, passages, says
from figcheck.lang.zh.stretches import stretches
from figcheck.model import Article, Dating, Moment, Tie


def datings(article: Article) -> Iterator[Dating]:
    """All dates of an article that can be held against the calendar, each other, or a number."""
    whole = list(passages(article))
    for passage in whole:
        for read in (_calendar, _clocks, _weekdays, stretches, long_ago, ages_then):
            yield from read(passage)
    for _, story in groupby(whole, key=lambda passage: passage.story):
        together = list(story)
        yield from ages(together)
        yield from anniversaries(together)


def _calendar(passage: Passage) -> Iterator[Dating]:
    """Each day and month told, unless it is said that there is no such day."""
    for mark in passage.of(What.DATE):
        (moment,) = mark.moments
        whole = moment.month is not None and (moment.day is not None or _names_year(moment))
        before = passage.text[max(0, mark.start - 5) : mark.start]
        if whole and not before.endswith(tuple(words()["denied"])):
            yield passage.dating(Tie.CALENDAR, [moment])


def _names_year(moment: Moment) -> bool:
    return moment.year is not None or moment.offset is not None


# ------------------------------------------------------------------------------- times of day


def _clocks(passage: Passage) -> Iterator[Dating]:
    """Each time of day: a word for the part of the day or a date says that it is one, and so does 时 with minutes."""
    for index, mark in enumerate(passage.marks):
        if mark.what is not What.CLOCK:
            continue
        part, separator = mark.word[:-1], mark.word[-1]
        before = passage.marks[index - 1] if index else None
        dated = before is not None and before.what is What.DATE and before.end == mark.start and _is_day(before)
        told_at = passage.text.endswith(tuple(words()["clock_at"]), passage.block.start, mark.start)
        dated = dated or (told_at and separator == "时")
        timed = separator == "时" and mark.moments[0].minute is not None
        if part or (dated and separator in "时点") or timed:
            yield passage.dating(Tie.CLOCK, mark.moments, cue="" if part or dated else "length")


def _is_day(mark: Mark) -> bool:
    return mark.moments[0].day is not None


# ------------------------------------------------------------------------------- days of the week


def _weekdays(passage: Passage) -> Iterator[Dating]:
    """Days with the day of the week behind them (3月5日（星期二）) or before (星期二（3月5日）)."""
    runs = list(_runs(passage))
    for first, second in pairwise(runs):
        if not _stand_together(passage, first[-1], second[0]):
            continue
        if first[0].what is What.DATE and second[0].what is What.WEEKDAY:
            yield from _paired(passage, first, second)
        elif first[0].what is What.WEEKDAY and passage.gap(first[-1], second[0]) in ("（", "("):
            yield from _paired(passage, second, first)


def _stand_together(passage: Passage, first: Mark, second: Mark) -> bool:
    kinds = {first.what, second.what} == {What.DATE, What.WEEKDAY}
    return kinds and passage.gap(first, second) in words()["weekday_gap"]


def _runs(passage: Passage) -> Iterator[list[Mark]]:
    """Marks of one kind that are joined: 3月2日、3日; 周六、周日; any other stands by itself."""
    joints = (*words()["to"], *words()["list"])
    run: list[Mark] = []
    for mark in passage.marks:
        if run and run[-1].what is mark.what and passage.gap(run[-1], mark) in joints:
            run.append(mark)
            continue
        if run:
            yield run
        run = [mark]
    yield run


def _paired(passage: Passage, days: Sequence[Mark], weekdays: Sequence[Mark]) -> Iterator[Dating]:
    """One day of the week is that of the last day; as many as days are theirs in order."""
    if len(weekdays) not in (1, len(days)):
        return
    for day, weekday in zip(days[-len(weekdays) :], weekdays, strict=True):
        if _is_day(day):
            yield passage.dating(Tie.WEEKDAY, day.moments, says("weekday", weekday.start, weekday.end, weekday.number))
