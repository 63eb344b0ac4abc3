"""Which claims are held side by side at all: those that share keys which say enough, so that work grows with figures.

The keys of a claim depend on the claim alone, and pairs are cut by what their common keys say, never by rank: an
unrelated article changes nothing. An archive can store the same keys.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from figcheck.lang import known_indicators
from figcheck.match.frames import CLAUSE, NEAR
from figcheck.match.sides import Side
from figcheck.match.words import rarities
from figcheck.model import Claim

ENOUGH = 8.0
"""What the common keys of a pair must say together, in the logarithm of rarity; among many figures of a kind, twice the
logarithm of how many pairs both stories could make, where that is more."""

APART = 40.0
"""The same for two figures that are far from each other, where it takes a very sure match to make a finding."""

CROWD = 12
"""So many claims under one key are held side by side at the most with their next neighbours in time."""

LONG = 500
"""From so many figures of a dimension on, a story is a list whose lines have their words in common: of its own figures
each is held side by side with fewer of the next under a key; with n times as many, one n²th of a crowd."""

_RARE = 3.0
"""A word in more than one article of twenty is no key by itself."""

_WORDS = 6
"""So many of the rarest words of the clause are keys, and so many of all around."""

_OF_STORY, _OF_FIGURE = 3, 4
_FIGURE = 6.0
"""What it says that both sentences tell one more figure of two digits or more."""

_SURE = 100.0
"""Keys that say enough by themselves: what a desk has tied, a headline over its story."""

_KNOWN = 32.0
"""A known name (GDP): enough for all but figures far apart, which must share more."""

Key = tuple[str, float]
"""A key, and what it says when two claims have it in common."""


def keys(side: Side) -> list[Key]:
    """The keys of a claim, each with what it says."""
    claim = side.claim
    kind = claim.topic.dimension
    own = [word for word in side.rarest if side.words[word] & CLAUSE][:_WORDS]
    words = dict.fromkeys((*own, *side.rarest[:_WORDS]))
    rarity = rarities()
    found = [(f"{kind}\x1f{word}", rare) for word in words if (rare := rarity[word]) >= _RARE]
    found += [(f"{kind}\x1f={figure}", _FIGURE) for figure in claim.frame.beside]
    about = claim.frame.story.split(" ")[:_OF_STORY] if claim.frame.story else []
    near = [word for word in side.rarest if side.words[word] & NEAR][:_OF_FIGURE]
    found += [
        (f"{kind}\x1f{one}\x1f{other}", rarity[one] + rarity[other]) for one in about for other in near if one != other
    ]
    if claim.topic.canonical in known_indicators():
        found.append((f"{kind}\x1f#{claim.topic.canonical}", _KNOWN))
    found.append((_of_story(claim), 0.0))
    return found


def _of_story(claim: Claim) -> str:
    """The key of all claims of a story: a headline meets what stands below it, whatever its words."""
    return f"{claim.topic.dimension}\x1f@{claim.article.path}\x1f{claim.story}"


def candidates(sides: Sequence[Side], tied: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, float]]:
    """Pairs of numbers of claims that could answer one question, each once, the lesser first, with what their common
    keys say. `tied` are further keys of each claim, by what a desk has said of its names."""
    order = sorted(range(len(sides)), key=lambda number: (sides[number].day or 0, number))
    blocks: dict[str, list[int]] = defaultdict(list)
    weight: dict[str, float] = {}
    own: list[tuple[str, ...]] = []
    for number in order:
        told = dict(keys(sides[number])) | dict.fromkeys(tied[number], _SURE)
        weight |= told
        own.append(tuple(told))
        for key in own[-1]:
            blocks[key].append(number)
    stories = [_of_story(side.claim) for side in sides]
    headlines = {story: _headlines(blocks[story], sides) for story in set(stories)}
    places = dict.fromkeys(blocks, 0)
    crowds = [2 * log(side.claim.frame.crowd) for side in sides]
    for at, number in enumerate(order):
        said: dict[int, float] = defaultdict(float)
        above = headlines[stories[number]]
        reach = _reach(len(blocks[stories[number]]))
        for key in own[at]:
            places[key] += 1
            if weight[key]:
                for other in _nearest(blocks[key], places[key], stories, stories[number], reach):
                    said[other] += weight[key]
            elif above:
                for other in blocks[key][places[key] :]:
                    if (number in above) != (other in above):
                        said[other] += _SURE
        for other, total in sorted(said.items()):
            if total >= ENOUGH and total >= crowds[number] + crowds[other]:
                yield min(number, other), max(number, other), total


def common(a: Side, b: Side) -> list[Key]:
    """What two claims have in common of what brings claims together, in plain words, the most telling first."""
    ours, theirs = dict(keys(a)), dict(keys(b))
    found = [(key.partition("\x1f")[2], said) for key, said in ours.items() if key in theirs and said]
    if _of_story(a.claim) == _of_story(b.claim) and a.headline != b.headline:
        found.append(("@", _SURE))
    return sorted(((key.replace("\x1f", " + "), said) for key, said in found), key=lambda row: (-row[1], row[0]))


def _reach(figures: int) -> int:
    """Of how many next ones of its own story a figure is held side by side with, by how many there are."""
    return max(1, CROWD * LONG**2 // max(figures, LONG) ** 2)


def _nearest(block: Sequence[int], place: int, stories: Sequence[str], story: str, reach: int) -> Sequence[int]:
    """The next ones in time, and of its own story as many as are within reach."""
    near = block[place : place + CROWD]
    return [other for at, other in enumerate(near) if at < reach or stories[other] != story] if reach < CROWD else near


def _headlines(members: Sequence[int], sides: Sequence[Side]) -> frozenset[int]:
    """The figures of a story's headline, as many as its story lets be held against all others."""
    above = [number for number in members if sides[number].headline]
    return frozenset(above[: min(_reach(len(members)), CROWD)])
