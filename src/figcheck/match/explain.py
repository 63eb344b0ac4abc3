"""The whole reckoning of two claims, for people to follow: what was compared in every slot, and what it weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from figcheck.match.blocking import ENOUGH, common
from figcheck.match.comparisons import SAME_STORY, SLOTS, TOGETHER, Both, Level
from figcheck.match.exclusions import exclusion
from figcheck.match.frames import AFTER, BEFORE, CLAUSE, CLOSE, NEAR, SENTENCE
from figcheck.match.groups import TOGETHER as AGREEING
from figcheck.match.score import said, scored
from figcheck.match.sides import Side
from figcheck.match.values import agree, bounds
from figcheck.match.weights import Weights, coarse
from figcheck.match.words import rarity
from figcheck.model import Claim, Pair, Part, Reckoning
from figcheck.naming import NONE, Naming

MOST_WORDS = 5
"""Of the words that both have, so many of the rarest are told."""


def reckoned(a: Side, b: Side, weights: Weights, naming: Naming = NONE) -> Reckoning:
    """Two claims held side by side, with every part of the sum. What a desk has said of its names goes before all."""
    both = Both(a, b)
    if (told := said(both, naming)) is not None:
        return Reckoning(told)
    apart = exclusion(both)
    if apart is not None:
        return Reckoning(Pair(a.claim, b.claim, 0.0, (apart,)))
    pair = scored(both, weights)
    whole = Pair(pair.a, pair.b, pair.score, tuple(_parts(both, weights)), pair.unsure, pair.match, pair.worst)
    least = AGREEING if agree(both.relation) else weights.warning
    return Reckoning(whole, tuple(common(a, b)), ENOUGH, least)


def _parts(both: Both, weights: Weights) -> Iterator[Part]:
    yield Part("prior", weights.prior)
    raw = {slot: compare(both) for slot, compare in SLOTS.items()}
    names = {slot: weights.level(slot, level) for slot, level in raw.items()}
    for slot, level in names.items():
        a, b = (_SIDES[slot](side) for side in (both.a, both.b)) if slot in _SIDES else ("", "")
        shared = _words(both, slot)
        yield Part(slot, weights.single[slot].get(level, 0.0), False, a, b, _told(slot, raw[slot]), shared)
    for one, other in TOGETHER:
        weight = weights.joint[one, other].get((coarse(names[one]), coarse(names[other])), 0.0)
        yield Part(f"{one} × {other}", weight, level=f"{_told(one, raw[one])} × {_told(other, raw[other])}")
    levels = tuple(names.values())
    yield Part("definition", weights.odds(levels) - weights.weighed(levels))
    x, y = both.a.claim, both.b.claim
    relation = both.relation
    limit = 0.0 if agree(relation) else weights.bounds[bounds(x, y)]
    yield Part("value", weights.value(x, y, relation) - limit, False, _figure(x), _figure(y), relation.value)
    yield Part("bound", limit, level=bounds(x, y))


def _told(slot: str, level: Level) -> str:
    if isinstance(level, str):
        return level
    return "empty" if level < 0 else "same-story" if (slot, level) == ("stories", SAME_STORY) else f"{level:.2f}"


def _figure(claim: Claim) -> str:
    return claim.figure.span.text


# ------------------------------------------------------------------------------- what is told of a slot

_WINDOWS: Mapping[str, int] = {
    "close": CLOSE,
    "near": NEAR,
    "after": AFTER,
    "clause": CLAUSE,
    "contained": CLAUSE,
    "clause-words": CLAUSE,
    "sentence": SENTENCE,
    "sentence-words": SENTENCE,
    "sentence-contained": SENTENCE,
    "before": BEFORE,
    "rarest": CLAUSE,
}


def _words(both: Both, slot: str) -> tuple[tuple[str, float], ...]:
    """The rarest words that both have where this slot looks."""
    a, b = both.a.words, both.b.words
    if slot == "stories":
        found = [] if both.same_story else [word for word in both.a.story if word in both.b.story]
    elif slot in ("found", "found-once"):
        found = [word for word in a if word in b and (a[word] | b[word]) & NEAR]
    elif slot in _WINDOWS:
        found = [word for word in a if a[word] & b.get(word, 0) & _WINDOWS[slot]]
    else:
        return ()
    most = 1 if slot == "rarest" else MOST_WORDS
    return tuple((word, rarity(word)) for word in sorted(found, key=lambda word: (-rarity(word), word))[:most])


_SIDES: Mapping[str, Callable[[Side], str]] = {
    "unit": lambda side: side.claim.quantity.unit.name,
    "measure": lambda side: side.claim.topic.measure.value,
    "direction": lambda side: ("", "up", "down")[side.claim.figure.direction],
    "basis": lambda side: side.claim.topic.basis or "",
    "footing": lambda side: side.claim.topic.footing.value,
    "period": lambda side: side.claim.topic.period.label or "" if side.claim.topic.period else "",
    "subject": lambda side: side.claim.topic.subject or "",
    "days": lambda side: "" if side.claim.article.published is None else side.claim.article.published.isoformat(),
    "page": lambda side: side.claim.figure.role.value,
    "name": lambda side: side.claim.topic.indicator,
    "scope": lambda side: " ".join(side.claim.topic.scope),
    "action": lambda side: side.claim.topic.action or "",
    "speaker": lambda side: side.claim.speaker or "",
    "contrast": lambda side: " ".join(side.said_among.values()),
    "label": lambda side: " ".join(word for _, word in side.claim.frame.labels),
    "beside": lambda side: " ".join(told.partition(" ")[0] for told in side.claim.frame.beside),
}
