"""Whose figure it is: the places and bodies that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.lang.en import places
from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.phrases import is_name
from figcheck.lang.en.tokens import Tag


def subjects_of(line: Line, draft: Draft, known: frozenset[str]) -> tuple[str, ...]:
    """The place or body whose figure it is: named in its clause (in Texas), or the subject of the sentence."""
    near = [row for row in line.placed if row[0] in draft.clause and _owns(line, row[0], row[2])]
    if near:
        nearest = min(near, key=lambda row: abs(row[2] - draft.number.first))
        return (places.name(nearest[1]),)
    return _where(line, draft) or leading_name(line, known)


def _where(line: Line, draft: Draft) -> tuple[str, ...]:
    """Where a count is told of, by a name behind it: 10 houses were damaged in | Takengon."""
    tokens = line.tokens
    if not draft.number.counts:
        return ()
    for at in range(draft.number.behind, draft.clause.stop - 1):
        if tokens.low[at] == "in" and tokens.written(at + 1)[:1].isupper() and not line.during(at + 1):
            run = _capitals(line, noun_run(tokens, at + 1))
            return (" ".join(tokens.written(i) for i in run),) if run else ()
    return ()


def _owns(line: Line, first: int, behind: int) -> bool:
    """Whether a place is that whose figure it is (in Texas, Houston's), not an end of something (from Texas)."""
    before = line.tokens.word(first - 2 if line.tokens.word(first - 1) == "the" else first - 1)
    return before in ("in", "of", "across", "for", "throughout", "within", "inside") or line.tokens.word(behind) == "'s"


def leading_name(line: Line, known: frozenset[str]) -> tuple[str, ...]:
    """The name that a sentence begins with: Stephen Hesford claimed …; Liberia, the worst hit, …"""
    tokens, words = line.tokens, line.words
    begin = next((i for i in words if not line.during(i)), words.stop)
    while begin < words.stop and (tokens.tags[begin] in _AHEAD or tokens.low[begin] in _QUOTES):
        begin += 1
    place = places.at(tokens, begin)
    if place is not None:
        return (places.name(place[0]),)
    run = _capitals(line, noun_run(tokens, begin))
    if not run or not is_name(line, run) or (len(run) == 1 and tokens.low[run[0]] not in known):
        return ()
    return (" ".join(tokens.written(i) for i in run),)


_AHEAD = (Tag.DETERMINER, Tag.PREPOSITION)
_QUOTES = ('"', "“", "'")


def _capitals(line: Line, run: Sequence[int]) -> list[int]:
    kept = []
    for index in run:
        if not line.tokens.written(index)[:1].isupper():
            break
        kept.append(index)
    return kept
