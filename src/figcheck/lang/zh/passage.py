"""A paragraph with the dates in it, as those who tie them together need it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from figcheck.lang.zh import dates, scan
from figcheck.lang.zh.dates import Mark, What
from figcheck.lang.zh.datewords import words
from figcheck.lang.zh.line import sentences
from figcheck.lang.zh.units import units
from figcheck.model import Article, Block, Dating, Interval, Moment, Quantity, Tie, Unit

NUMBER_AT_MOST = 16
"""Characters of a number with its unit and the words that loosen it."""

MOST_MARKS = 300
"""What holds more is no paragraph meant to be read: the work on one grows with the square of them."""

PUBLICATION = Moment(0, 0, offset=0)
"""Stands for the date of publication."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its unit, at `text[start:end]`."""

    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True)
class Passage:
    """A paragraph of a story, with the marks that stand in it."""

    article: Article
    story: int
    block: Block
    marks: Sequence[Mark]

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        return list(sentences(self.text, self.block))

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        return self.sentences[max(bisect_right(self.sentences, (at, self.block.end)) - 1, 0)]

    def gap(self, a: Mark, b: Mark) -> str:
        """What stands between two marks."""
        return self.text[a.end : b.start]

    def of(self, *kinds: What) -> Iterator[Mark]:
        """The marks of these kinds."""
        return (mark for mark in self.marks if mark.what in kinds)

    def within(self, start: int, end: int, *kinds: What) -> list[Mark]:
        """The marks of these kinds in a stretch of it."""
        return [mark for mark in self.of(*kinds) if start <= mark.start < end]

    def dating(self, tie: Tie, moments: Sequence[Moment], told: Count | None = None, cue: str = "") -> Dating:
        """Dates tied together, with the number held against them."""
        at = told.start if told else moments[0].start
        about = (self.sentence(at), self.story, self.block.role)
        beside = self._beside(moments)
        if told is None:
            return Dating(tie, tuple(moments), *about, cue=cue, beside=beside)
        return Dating(tie, tuple(moments), *about, told.quantity, told.start, told.end, cue, beside)

    def _beside(self, moments: Sequence[Moment]) -> Moment | None:
        """The last date before those without a year that tells its own."""
        bare = min((m.start for m in moments if m.year is None and m.offset is None), default=0)
        named = [m for mark in self.of(What.DATE) for m in mark.moments if m.start < bare and m not in moments]
        return next((m for m in reversed(named) if m.year is not None or m.offset is not None), None)


def spans(passage: Passage) -> Iterator[tuple[Moment, Moment]]:
    """The two ends of each stretch that stands in brackets: （1881—1936）, （1937年7月—1945年8月）."""
    for mark, behind in zip(passage.marks, [*passage.marks[1:], None], strict=True):
        ends = mark.moments if mark.what is What.LIFE else ()
        if mark.what is What.DATE and behind is not None and behind.what is What.DATE:
            ends = (*mark.moments, *behind.moments) if passage.gap(mark, behind) in words()["to"] else ()
        if len(ends) == 2 and passage.text[mark.start - 1 : mark.start] in ("（", "("):
            yield ends[0], ends[1]


def count(text: str, at: int) -> Count | None:
    """The number with its unit that begins right at a place."""
    number = next(scan.find(text[at : at + NUMBER_AT_MOST]), None)
    if number is None or number.start or number.quantity is None:
        return None
    return Count(at, at + number.end, number.quantity)


def says(unit: str, start: int, end: int, number: int) -> Count:
    """A count of a unit that the marks tell themselves."""
    stated = Decimal(number)
    return Count(start, end, Quantity((stated,), Interval.rounded(stated), _unit(unit)))


@cache
def _unit(name: str) -> Unit:
    return units().get(name) or Unit(name, name)


def passages(article: Article) -> Iterator[Passage]:
    """The paragraphs of an article that hold a mark."""
    marks, at = list(dates.find(article.text)), 0
    for index, story in enumerate(article.stories):
        for block in story.blocks:
            while at < len(marks) and marks[at].start < block.start:
                at += 1
            first = at
            while at < len(marks) and marks[at].end <= block.end:
                at += 1
            if at > first:
                yield Passage(article, index, block, marks[first : min(at, first + MOST_MARKS)])
