"""A paragraph with the dates in it, as those who tie them together need it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from figcheck.lang.en import dates, scan
from figcheck.lang.en import words as texts
from figcheck.lang.en.dates import Mark, What
from figcheck.lang.en.datewords import words
from figcheck.lang.en.line import sentences
from figcheck.model import Article, Block, Dating, Interval, Moment, Quantity, Tie, Unit

MOST_MARKS = 300
"""What holds more is no paragraph meant to be read: the work on one grows with the square of them."""

LOOSENED_WITHIN = 24
"""Characters before a number that may loosen it (in excess of)."""

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
        first = bisect_left(self.marks, start, key=lambda mark: mark.start)
        last = bisect_left(self.marks, end, key=lambda mark: mark.start)
        return [mark for mark in self.marks[first:last] if mark.what in kinds]

    def beside(self, mark: Mark, *kinds: What) -> list[Mark]:
        """The other marks of these kinds in the sentence of a mark."""
        return [other for other in self.within(*self.sentence(mark.start), *kinds) if other is not mark]

    def dating(self, tie: Tie, moments: Sequence[Moment], told: Count | None = None, cue: str = "") -> Dating:
        """Dates tied together, with the number held against them."""
        at = told.start if told else moments[0].start
        about = (self.sentence(at), self.story, self.block.role)
        if told is None:
            return Dating(tie, tuple(moments), *about, cue=cue, beside=self._beside(moments))
        return Dating(tie, tuple(moments), *about, told.quantity, told.start, told.end, cue, self._beside(moments))

    def _beside(self, moments: Sequence[Moment]) -> Moment | None:
        """The last date before those without a year that tells its own."""
        bare = min((m.start for m in moments if m.year is None and m.offset is None and m.end), default=0)
        named = [m for mark in self.of(What.DATE) for m in mark.moments if m.start < bare and m not in moments]
        return next((m for m in reversed(named) if m.year is not None), None)


def counted(passage: Passage, mark: Mark) -> Count | None:
    """A length with the words that loosen it (more than 60 years), in units that all languages share."""
    begin = max(passage.sentence(mark.start)[0], mark.start - LOOSENED_WITHIN)
    tokens = texts.tokens(passage.text[begin : mark.end])
    numbers = [n for n in scan.find(tokens) if n.quantity.unit.dimension in ("time", "age")]
    if not numbers or begin + tokens.ends[numbers[-1].last - 1] != mark.end:
        return None
    start = begin + tokens.starts[numbers[-1].first]
    return Count(start, mark.end, replace(numbers[-1].quantity, unit=Unit(words()["spans"][mark.word], "span")))


def says(unit: str, mark: Mark) -> Count:
    """A count of a unit that a mark tells itself."""
    stated = Decimal(mark.number)
    return Count(mark.start, mark.end, Quantity((stated,), Interval.rounded(stated), Unit(unit, unit)))


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
