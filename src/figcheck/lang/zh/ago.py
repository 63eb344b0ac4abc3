"""How long ago something was, up to publication, and decades told by their century."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from figcheck.lang.zh.dates import Mark, What
from figcheck.lang.zh.datewords import words
from figcheck.lang.zh.lives import STOPS
from figcheck.lang.zh.passage import PUBLICATION, Count, Passage, count, says
from figcheck.model import Dating, Moment, Tie

ELAPSED_WITHIN = 12
"""Characters that may stand between a date and the word for “up to now”."""

LONGEST_DATE = 12


def long_ago(passage: Passage) -> Iterator[Dating]:
    """What a paragraph says of how many years ago something was, and of the decade it was in."""
    yield from _ago(passage)
    yield from _since(passage)
    yield from _history(passage)
    yield from _later(passage)
    yield from _decades(passage)


def _ago(passage: Passage) -> Iterator[Dating]:
    """40年前的1978年; 72年前的今天, with the day told somewhere in the paragraph."""
    for index, mark in enumerate(passage.marks):
        if mark.what is not What.AGO or _looks_back_from(passage, mark):
            continue
        told = says("年", mark.start, mark.end, mark.number)
        behind = passage.marks[index + 1] if index + 1 < len(passage.marks) else None
        if passage.text.startswith(tuple(words()["this_day"]), mark.end):
            day = next((m.moments[0] for m in passage.marks[index:] if _is_full(m)), None)
            if day is not None:
                yield passage.dating(Tie.ELAPSED, [day, PUBLICATION], told, "this-day")
        elif behind is not None and _names_year(behind) and passage.gap(mark, behind) in words()["ago_gap"]:
            yield passage.dating(Tie.ELAPSED, [behind.moments[0], PUBLICATION], told)


def _names_year(mark: Mark) -> bool:
    return mark.what is What.DATE and mark.moments[0].year is not None


def _looks_back_from(passage: Passage, mark: Mark) -> bool:
    """Whether its sentence names a year first: then it is so long before that year."""
    return _year(passage.within(passage.sentence(mark.start)[0], mark.start, What.DATE)) is not None


def _is_full(mark: Mark) -> bool:
    return mark.what is What.DATE and mark.moments[0].year is not None and mark.moments[0].day is not None


def _since(passage: Passage) -> Iterator[Dating]:
    """始建于1906年，距今已有120年: the year right before, with nothing of another year in between."""
    for before, mark in pairwise(passage.marks):
        if mark.what is not What.ELAPSED:
            continue
        day = _last_date(passage, before, mark)
        told = _told(passage, mark.end)
        if day is not None and told is not None and told.quantity.unit.name == "年":
            yield passage.dating(Tie.ELAPSED, [day, PUBLICATION], told)


def _last_date(passage: Passage, before: Mark, mark: Mark) -> Moment | None:
    """The date that ends near before a mark; a word for a founding may stand in between."""
    near = passage.within(mark.start - ELAPSED_WITHIN - LONGEST_DATE, mark.start, What.DATE)
    if not near or before.what not in (What.DATE, What.FOUNDED, What.BORN):
        return None
    gap = passage.text[near[-1].end : mark.start]
    fits = len(gap) <= ELAPSED_WITHIN and not any(char in "。；;！？" or char.isdigit() for char in gap)
    return near[-1].moments[0] if fits and near[-1].moments[0].year is not None else None


def _told(passage: Passage, at: int) -> Count | None:
    for word in ("已经有", "已有", "有", "已经", "已", ""):
        if passage.text.startswith(word, at) and (told := count(passage.text, at + len(word))) is not None:
            return told
    return None


def _history(passage: Passage) -> Iterator[Dating]:
    """创办于1906年，有120年历史; 有120年历史的小学创办于1906年."""
    for index, mark in enumerate(passage.marks):
        told = _loosened(passage, mark.start) if mark.what is What.HISTORY else None
        if told is None:
            continue
        before = passage.marks[index - 1] if index else None
        begun = _begun(passage, mark, passage.marks[index + 1 : index + 3])
        if begun is None and before is not None and before.what is not What.ELAPSED:
            begun = _last_date(passage, before, mark)
        if begun is not None and begun.year is not None:
            yield passage.dating(Tie.ELAPSED, [begun, PUBLICATION], told)


def _loosened(passage: Passage, at: int) -> Count | None:
    """The number at a place, with a word right before it that loosens it (近120年)."""
    wider = count(passage.text, at - 1) if at > passage.block.start else None
    return wider or count(passage.text, at)


def _begun(passage: Passage, mark: Mark, behind: Sequence[Mark]) -> Moment | None:
    """When it was founded, told right behind in the same clause."""
    if [other.what for other in behind] != [What.FOUNDED, What.DATE]:
        return None
    founded, date = behind
    told = passage.gap(founded, date) in words()["event_at"] and not STOPS & set(passage.gap(mark, founded))
    return date.moments[0] if told else None


def _later(passage: Passage) -> Iterator[Dating]:
    """1978年他离开家乡，20年后的1998年回来: from the last year told in the sentence."""
    for index, mark in enumerate(passage.marks[:-1]):
        behind = passage.marks[index + 1]
        if (
            mark.what is not What.LATER
            or not _names_year(behind)
            or passage.gap(mark, behind) not in words()["ago_gap"]
        ):
            continue
        first = _year(reversed(passage.within(passage.sentence(mark.start)[0], mark.start, What.DATE)))
        if first is not None:
            years = says("年", mark.start, mark.end - 1, mark.number)
            yield passage.dating(Tie.LENGTH, [first, behind.moments[0]], years)


# ------------------------------------------------------------------------------- decades


def _decades(passage: Passage) -> Iterator[Dating]:
    """A decade told by its century between a year before it and the next year behind it."""
    for index, mark in enumerate(passage.marks):
        if mark.what is What.DECADE:
            before = _year(reversed(passage.marks[:index]))
            behind = _year(passage.marks[index + 1 :])
            if before is not None and behind is not None:
                yield passage.dating(Tie.DECADE, [before, mark.moments[0], behind])


def _year(marks: Iterator[Mark] | Sequence[Mark]) -> Moment | None:
    dates = (mark.moments[0] for mark in marks if mark.what in (What.DATE, What.LIFE))
    return next((moment for moment in dates if moment.year is not None), None)
