"""Which claims are held side by side at all: those that share keys which say enough, so that work grows with figures.

The keys of a claim depend on the claim alone, and pairs are cut by what their common keys say, never by rank: an
unrelated article changes nothing. An archive can store the same keys.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from figcheck.match.comparisons import known_names
from figcheck.match.frames import CLAUSE, NEAR
from figcheck.match.sides import Side
from figcheck.match.words import rarity
from figcheck.model import Claim

ENOUGH = 8.0
"""What the common keys of a pair must say together, in the logarithm of rarity."""

CROWD = 48
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
"""Keys that say enough by themselves: known names, what a desk has tied, a headline over its story."""

Key = tuple[str, float]
"""A key, and what it says when two claims have it in common."""


def keys(side: Side) -> list[Key]:
    """The keys of a claim, each with what it says."""
    claim = side.claim
    kind = claim.topic.dimension
    own = [word for word in side.rarest if side.words[word] & CLAUSE][:_WORDS]
    words = dict.fromkeys((*own, *side.rarest[:_WORDS]))
    found = [(f"{kind}\x1f{word}", rare) for word in words if (rare := rarity(word)) >= _RARE]
    found += [(f"{kind}\x1f={figure}", _FIGURE) for figure in claim.frame.beside]
    about = claim.frame.story.split(" ")[:_OF_STORY] if claim.frame.story else []
    near = [word for word in side.rarest if side.words[word] & NEAR][:_OF_FIGURE]
    found += [
        (f"{kind}\x1f{one}\x1f{other}", rarity(one) + rarity(other)) for one in about for other in near if one != other
    ]
    if claim.topic.canonical in known_names(claim.article.lang):
        found.append((f"{kind}\x1f#{claim.topic.canonical}", _SURE))
    found.append((_of_story(claim), 0.0))
    return found


def _of_story(claim: Claim) -> str:
    """The key of all claims of a story: a headline meets what stands below it, whatever its words."""
    return f"{claim.topic.dimension}\x1f@{claim.article.path}\x1f{claim.story}"


def candidates(sides: Sequence[Side], tied: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of claims that could answer one question, each once, in their order. `tied` are further keys of
    each claim, by what a desk has said of its names."""
    blocks: dict[str, list[int]] = defaultdict(list)
    weight: dict[str, float] = {}
    for number, side in enumerate(sides):
        own = keys(side)
        weight.update(own)
        weight.update(dict.fromkeys(tied[number], _SURE))
        for key in dict.fromkeys((*(key for key, _ in own), *tied[number])):
            blocks[key].append(number)
    stories = [_of_story(side.claim) for side in sides]
    reach = {story: _reach(len(blocks[story])) for story in set(stories)}
    said: dict[tuple[int, int], float] = defaultdict(float)
    for key, members in blocks.items():
        if len(members) < 2:
            continue
        if weight[key] == 0.0:
            pairs = _headlines(members, sides, reach[key])
        else:
            pairs = _neighbours(members, sides, stories, reach)
        for pair in pairs:
            said[pair] += weight[key] or _SURE
    yield from sorted(pair for pair, total in said.items() if total >= ENOUGH)


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


def _neighbours(
    members: list[int], sides: Sequence[Side], stories: Sequence[str], reach: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Each with the next ones in time, and of its own story with as many as are within reach."""
    ordered = sorted(members, key=lambda number: (sides[number].day or 0, number))
    end = len(ordered)
    for at, one in reversed(list(enumerate(ordered))):
        if end > at + 1 and stories[one] != stories[ordered[at + 1]]:
            end = at + 1  # where its story ends
        own = ordered[at + 1 : min(at + 1 + reach[stories[one]], end)]
        for other in (*own, *ordered[end : at + 1 + CROWD]):
            yield (one, other) if one < other else (other, one)


def _headlines(members: list[int], sides: Sequence[Side], reach: int) -> Iterator[tuple[int, int]]:
    """The figures of a headline with those of its story."""
    above = [number for number in members if sides[number].headline]
    for one in above[: min(reach, CROWD)]:
        for other in members:
            if not sides[other].headline:
                yield (one, other) if one < other else (other, one)
