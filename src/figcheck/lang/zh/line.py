"""One sentence at work: where it begins and ends, its clauses, its words, and the drafts of what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from figcheck.lang.zh.scan import Number
from figcheck.lang.zh.words import Tokens, listed
from figcheck.model import Article, Block, Footing, Measure, Mention, Role

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
    at_number = at_mention = 0
    block_index = full_stop = 0
    for story_index, story in enumerate(article.stories):
        for block in story.blocks:
            block_index += 1
            opening = block.start
            full_stop += 1
            for start, end in sentences(article.text, block):
                if start > block.start and article.text[start - 1] not in "；;":
                    opening, full_stop = start, full_stop + 1
                first_number = at_number
                while at_number < len(numbers) and numbers[at_number].start < end:
                    at_number += 1
                first_mention = at_mention
                while at_mention < len(mentions) and mentions[at_mention].start < end:
                    at_mention += 1
                if at_number > first_number:
                    inside = tuple(n for n in numbers[first_number:at_number] if n.start >= start)
                    told = tuple(m for m in mentions[first_mention:at_mention] if m.start >= start)
                    yield Line(
                        article,
                        tokens,
                        start,
                        end,
                        inside,
                        told,
                        block.role,
                        story_index,
                        block_index,
                        full_stop,
                        opening,
                    )


_STOP = re.compile(r"[。！？!?；;]+[”’」』）)]*")


def sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    at = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        yield at, match.end()
        at = match.end()
    if at < block.end:
        yield at, block.end


CLAUSE = re.compile(r"[，,：:。；;！？!?\n](?!\d{3}(?!\d))|—+")


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
    start = line.tokens.starts[index]
    return any(m.start <= start < m.end for m in line.mentions)
