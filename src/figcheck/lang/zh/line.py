"""One sentence at work: where it begins and ends, its clauses, its words, and the drafts of what it says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from figcheck.lang.zh.number import Number
from figcheck.lang.zh.tables import in_grid
from figcheck.lang.zh.words import Tokens, listed
from figcheck.model import Article, Block, Footing, Measure, Mention, Role

_Item = TypeVar("_Item", Number, Mention)

NOUN = frozenset(
    (
        "n",
        "nr",
        "ns",
        "nt",
        "nz",
        "ng",
        "vn",
        "an",
        "j",
        "l",
        "b",
        "eng",
        "s",
        "nrt",
        "nrfg",
        "k",
        "i",
        "h",
        "g",
        "vg",
        "ag",
    )
)


PERCENT = "ratio"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence at work: the article's words, the numbers and periods that stand in it."""

    article: Article
    tokens: Tokens
    start: int
    end: int
    numbers: tuple[Number, ...]
    mentions: tuple[Mention, ...]
    role: Role
    story: int
    block: int
    full_stop: int = 0
    opening: int = 0
    title: tuple[int, int] | None = None  # of the box that a row stands in

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]


class Phrase(NamedTuple):
    """A run of nouns, and the verb before it where that says something."""

    words: tuple[str, ...]
    action: str | None = None
    start: int = 0
    verb: str | None = None  # the last word, where it is a verb

    def done(self) -> str | None:
        """What is done to the things counted to the right: the verb that ends this side (已建成 | 251个…)."""
        verb = self.verb or self.action
        return verb if verb not in listed("light") else None


@dataclass(slots=True)
class Draft:
    """A statement in the making, before the sentence is seen whole."""

    number: Number
    measure: Measure
    direction: int
    phrase: Phrase
    context: tuple[str, ...]
    items: tuple[Phrase, ...] = ()
    turned: bool = False
    reached: bool = False
    link: int | None = None
    link_end: Footing | None = None
    partial: bool = False
    since: Mention | None = None
    over_change: bool = False


def lines_of(
    article: Article, tokens: Tokens, numbers: Sequence[Number], mentions: Sequence[Mention]
) -> Iterator[Line]:
    """The sentences of an article that hold a number, each with its numbers and periods."""
    numbered, told = _Cursor(numbers), _Cursor(mentions)
    block_index = full_stop = 0
    for story_index, story in enumerate(article.stories):
        title: Block | None = None
        for block in story.blocks:
            block_index, full_stop, opening = block_index + 1, full_stop + 1, block.start
            if in_grid(article.text, block):
                continue
            inside: Sequence[Number] = ()
            for start, end in _readable(sentences(article.text, block), numbers):
                if start > block.start and article.text[start - 1] not in "；;":
                    opening, full_stop = start, full_stop + 1
                inside, during = numbered.between(start, end), told.between(start, end)
                boxed = (title.start, title.end) if title is not None and block.role is Role.TABLE else None
                if inside:
                    at = (article, tokens, start, end, inside, during, block.role)
                    yield Line(*at, story_index, block_index, full_stop, opening, boxed)
            title = title if inside and block.role is Role.TABLE else block if block.role is Role.TABLE else None


MOST_FIGURES = 100
"""Nor has it more figures: the work on one grows with their square."""


def _readable(bounds: Iterable[tuple[int, int]], numbers: Sequence[Number]) -> Iterator[tuple[int, int]]:
    """The sentences; one with more figures than any is cut before the next."""
    for start, end in bounds:
        first = bisect_left(numbers, start, key=lambda number: number.start)
        while first + MOST_FIGURES < len(numbers) and numbers[first + MOST_FIGURES].start < end:
            first += MOST_FIGURES
            yield start, numbers[first].start
            start = numbers[first].start
        yield start, end


class _Cursor(Generic[_Item]):
    """Walks once through things that stand in order, and hands out those within a stretch."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self.items: Sequence[_Item] = items
        self.at = 0

    def between(self, start: int, end: int) -> tuple[_Item, ...]:
        while self.at < len(self.items) and self.items[self.at].start < start:
            self.at += 1
        first = self.at
        while self.at < len(self.items) and self.items[self.at].start < end:
            self.at += 1
        return tuple(self.items[first : self.at])


_STOP = re.compile(r"[。！？!?；;]+[”’」』）)]*")


def sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, to 。 or ；. What runs on longer than any sentence is cut at a comma, or anywhere."""
    at = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        yield from _bounded(text, at, match.end())
        at = match.end()
    if at < block.end:
        yield from _bounded(text, at, block.end)


LONGEST = 800
"""No sentence that is meant to be read has more characters: the work on one grows with the square of its figures."""


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        comma = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "，,、 ")
        cut = comma + 1 if comma >= 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


CLAUSE = re.compile(r"[，,：:。；;！？!?\u3000\n](?!\d{3}(?!\d))|—+")


def clauses_of(line: Line) -> list[tuple[int, int]]:
    bounds, at = [], line.start
    for match in CLAUSE.finditer(line.article.text, line.start, line.end):
        if any(n.start < match.start() < n.behind for n in line.numbers):
            continue
        bounds.append((at, match.start()))
        at = match.end()
    bounds.append((at, line.end))
    return bounds


def clause_of(clauses: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    return next((c for c in clauses if c[0] <= at < c[1]), clauses[-1])


def covered(line: Line, index: int) -> bool:
    if not line.mentions:
        return False
    start = line.tokens.starts[index]
    return any(m.start <= start < m.end for m in line.mentions)
