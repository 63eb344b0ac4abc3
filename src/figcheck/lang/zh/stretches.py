"""Stretches of time, and how long they are told to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from figcheck.lang.zh.dates import Mark, What
from figcheck.lang.zh.datewords import behind_day, joint, words
from figcheck.lang.zh.passage import NUMBER_AT_MOST, Passage, count, spans
from figcheck.model import Dating, Moment, Tie

WORDS_AT_MOST = 6
"""Words that may stand between a stretch and its length."""

_YEARS = re.compile(r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})年[（(]$")

DURATIONS = ("天", "日", "周", "星期", "个星期", "礼拜", "个月", "年", "个年头", "载")


def stretches(passage: Passage) -> Iterator[Dating]:
    """What a paragraph says of how long something lasted, from when to when."""
    for first, last in pairwise(passage.of(What.DATE)):
        if _is_stretch(passage, first, last):
            ends = first.moments[0], last.moments[-1]
            yield from _length_behind(passage, ends, last.end)
            yield from _length_before(passage, ends)
        elif _begins_and_ends(passage, first, last):
            ends = first.moments[0], last.moments[-1]
            at = behind_day(passage.text, last.end) + len(_verb(passage, last, "ends"))
            yield from _length_behind(passage, ends, at)
    yield from _bracketed(passage)


def _is_stretch(passage: Passage, first: Mark, last: Mark) -> bool:
    return joint(passage.text, first.end, last.start) in words()["to"]


def _begins_and_ends(passage: Passage, first: Mark, last: Mark) -> bool:
    """2018年3月开工，2020年9月竣工: what begins on one date ends on the next."""
    begins = _verb(passage, first, "begins")
    between = passage.text[behind_day(passage.text, first.end) + len(begins) : last.start]
    return bool(begins and _verb(passage, last, "ends")) and between.strip("，,、于至到在 ") == ""


def _verb(passage: Passage, mark: Mark, key: str) -> str:
    """The word of a list that stands right behind a date; empty where none does."""
    at = behind_day(passage.text, mark.end)
    return max((word for word in words()[key] if passage.text.startswith(word, at)), key=len, default="")


# ------------------------------------------------------------------------------- how long it lasted


@cache
def _between() -> tuple[str, ...]:
    return tuple(sorted({*words()["length_gap"], *words()["length_cues"]}, key=len, reverse=True))


def _length_behind(passage: Passage, ends: tuple[Moment, Moment], at: int) -> Iterator[Dating]:
    """The length told right behind a stretch: 从3月1日至10日，历时10天; 2003年到2013年的10年间."""
    text, cued = passage.text, False
    at = behind_day(text, at)
    for _ in range(WORDS_AT_MOST):
        told = count(text, at)
        if told is not None and told.quantity.unit.name in DURATIONS:
            if cued or text.startswith(tuple(words()["length_behind"]), told.end):
                yield passage.dating(Tie.LENGTH, ends, told)
            return
        word = next((word for word in _between() if text.startswith(word, at)), None)
        if word is None:
            return
        cued, at = cued or word in words()["length_cues"], at + len(word)


def _length_before(passage: Passage, ends: tuple[Moment, Moment]) -> Iterator[Dating]:
    """为期5天的书展将于5月1日至5日举行: the one length of days told so before the stretch, in its sentence."""
    start, _ = passage.sentence(ends[0].start)
    begun, word = passage.text[start : ends[0].start], words()["length_before"]
    if begun.count(word) == 1 and not passage.within(start, ends[0].start, What.DATE):
        told = count(passage.text, start + begun.index(word) + len(word))
        if told is not None and told.quantity.unit.name in DURATIONS and told.end <= ends[0].start:
            yield passage.dating(Tie.LENGTH, ends, told)


def _bracketed(passage: Passage) -> Iterator[Dating]:
    """在位61年（1661—1722）: years with the two of them in brackets right behind."""
    for first, last in spans(passage):
        before = _YEARS.search(passage.text[max(passage.block.start, first.start - NUMBER_AT_MOST) : first.start])
        if before is not None:
            at = first.start - len(before[0])
            told = count(passage.text, at)
            if told is not None and told.quantity.unit.name == "年":
                yield passage.dating(Tie.LENGTH, [first, last], told)
