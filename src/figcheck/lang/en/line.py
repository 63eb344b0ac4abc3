"""One sentence at work: where it begins and ends, its clauses, its words, and the drafts of what it says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from figcheck.lang.en import places
from figcheck.lang.en.number import Number
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.model import Article, Block, Footing, Measure, Mention, Role

LONGEST = 900
"""No sentence that is meant to be read has more characters."""
MOST_FIGURES = 40
"""Nor more figures: the work on a sentence grows with their square."""

_STOP = re.compile(r"[.!?;][\"'”’)\]]{0,3}(?=\s)|[;](?=\s)")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon|Jr|Sr|No|Nos|vs|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mass|Calif|Fla|approx|est|etc|al|cf|Vol|p|pp|Fig|Mt)|\b[A-Za-z])\.$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence at work, `words` of its article, with the numbers and periods that stand in it."""

    article: Article
    tokens: Tokens
    start: int
    end: int
    numbers: tuple[Number, ...]
    mentions: tuple[Mention, ...]
    role: Role
    story: int
    block: int
    full_stop: int
    opening: int
    timed: frozenset[int]  # words of periods
    numbered: frozenset[int]  # words of numbers
    placed: tuple[tuple[int, str, int], ...]  # places: the first word, the key, the word behind

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def words(self) -> range:
        return self.tokens.between(self.start, self.end)

    def during(self, index: int) -> bool:
        """Whether a word belongs to a period."""
        return index in self.timed


@dataclass(slots=True)
class Draft:
    """A statement in the making, before the sentence is seen whole. `words` name the indicator, its head last."""

    number: Number
    clause: range
    measure: Measure = Measure.LEVEL
    direction: int = 0
    words: tuple[str, ...] = ()
    action: str | None = None
    lead: str = ""  # the little word before it: from, to, by, of …
    reached: bool = False
    link: int | None = None
    link_end: Footing | None = None
    over_change: bool = False
    versus: str | None = None
    partial: bool = False
    places: tuple[str, ...] = field(default=())


def sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, to a full stop or a semicolon; what runs on longer than any is cut at a comma."""
    at = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        if _goes_on(text, match, block.end):
            continue
        yield from _bounded(text, at, match.end())
        at = match.end()
    if at < block.end:
        yield from _bounded(text, at, block.end)


def _goes_on(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a dot only shortens a word, or the next word goes on in small letters."""
    if text[match.start()] == ";":
        return False
    following = text[match.end() : min(match.end() + 3, end)].lstrip(" \"'“‘(")
    if following[:1].islower():
        return True
    shortened = text[match.start()] == "." and match.end() == match.start() + 1
    return shortened and _SHORT.search(text[max(0, match.start() - 8) : match.start() + 1]) is not None


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        comma = text.rfind(", ", start + LONGEST // 2, start + LONGEST)
        cut = comma + 1 if comma >= 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def lines_of(
    article: Article, tokens: Tokens, numbers: Sequence[Number], mentions: Sequence[Mention]
) -> Iterator[Line]:
    """The sentences of an article, each with its numbers and periods."""
    told = _Cursor([m.start for m in mentions])
    found = _Cursor([tokens.starts[n.first] for n in numbers])
    block_index = full_stop = 0
    for story_index, story in enumerate(article.stories):
        for block in story.blocks:
            block_index, full_stop, opening = block_index + 1, full_stop + 1, block.start
            for start, end in _readable(sentences(article.text, block), found):
                if start > block.start and article.text[start - 1] != ";":
                    opening, full_stop = start, full_stop + 1
                inside = tuple(numbers[i] for i in found.between(start, end))
                during = tuple(mentions[i] for i in told.between(start, end))
                timed = frozenset(i for m in during for i in tokens.between(m.start, m.end))
                numbered = frozenset(i for n in inside for i in range(n.core, n.behind))
                yield Line(
                    article, tokens, start, end, inside, during,
                    block.role, story_index, block_index, full_stop, opening, timed, numbered,
                    tuple((i, *place) for i in tokens.between(start, end) if (place := places.at(tokens, i))),
                )  # fmt: skip


def _readable(bounds: Iterable[tuple[int, int]], figures: _Cursor) -> Iterator[tuple[int, int]]:
    """The sentences; one with more figures than any is cut before the next."""
    for start, end in bounds:
        for index in range(figures.ahead(start) + MOST_FIGURES, figures.ahead(end), MOST_FIGURES):
            yield start, figures.starts[index]
            start = figures.starts[index]
        yield start, end


class _Cursor:
    """Walks once through places that stand in order, and hands out the indexes of those within a stretch."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = starts
        self.at = 0

    def between(self, start: int, end: int) -> range:
        while self.at < len(self.starts) and self.starts[self.at] < start:
            self.at += 1
        first = self.at
        while self.at < len(self.starts) and self.starts[self.at] < end:
            self.at += 1
        return range(first, self.at)

    def ahead(self, at: int) -> int:
        """How many begin before a place."""
        return bisect_left(self.starts, at)


_ENDS = frozenset('\n,;:()[]—–!?.|"“”')


def clauses_of(line: Line) -> list[range]:
    """The clauses of a sentence, as ranges of words: from mark to mark, and at a conjunction before a new subject."""
    tokens, found, begin = line.tokens, [], line.words.start
    inside = {i for n in line.numbers for i in range(n.first, n.core)} | line.numbered
    for index in line.words:
        dash = tokens.low[index] == "-" and tokens.tags[index] is not Tag.HYPHEN
        if index not in inside and (tokens.low[index] in _ENDS or dash or _new_subject(line, begin, index)):
            found.append(range(begin, index))
            begin = index + 1
    found.append(range(begin, line.words.stop))
    return [clause for clause in found if len(clause)]


def _new_subject(line: Line, begin: int, index: int) -> bool:
    """Whether a conjunction joins two sentences: … rose 5% and | imports fell."""
    tokens = line.tokens
    if tokens.low[index] not in ("and", "but", "while", "whereas"):
        return False
    before = any(tokens.tags[i] in (Tag.VERB, Tag.AUXILIARY) for i in range(begin, index))
    ahead = range(index + 1, min(index + 7, line.words.stop))
    verb = next((i for i in ahead if tokens.tags[i] in (Tag.VERB, Tag.AUXILIARY)), None)
    return (
        before and verb is not None and verb > index + 1 and not any(tokens.low[i] in _ENDS for i in range(index, verb))
    )


def clause_of(clauses: Sequence[range], index: int) -> range:
    """The clause in which a word stands."""
    return next((c for c in clauses if c.start <= index < c.stop), clauses[-1])
