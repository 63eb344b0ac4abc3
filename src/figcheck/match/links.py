"""What an editor has said of two questions goes before all that is reckoned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from figcheck.links import Are, Links
from figcheck.model import Claim, Pair, Part, Severity
from figcheck.question import asked


def by_hand(pair: Pair, links: Links | None) -> Pair:
    """The pair as an editor has said it to be, or as it is."""
    are = links.between(pair.a, pair.b) if links is not None and links.told else None
    if are is None or not _comparable(pair.a, pair.b):
        return pair
    score = 1.0 if are is Are.SAME else 0.0
    part = Part("link", veto=are is Are.DIFFERENT, a=are.value, b=are.value)
    return Pair(pair.a, pair.b, score, (part,), (), score, Severity.ERROR)


def link_keys(claim: Claim, links: Links | None) -> Iterator[str]:
    """A key for each link that speaks of the claim's question: it may tie claims that share no other."""
    told = links.told if links is not None else ()
    question = asked([claim]) if told else ""
    return (f"link\x1f{number}" for number, link in enumerate(told) if question in link.ends)


def with_links(pairs: Iterable[Pair], claims: Sequence[Claim], links: Links | None) -> list[Pair]:
    """The pairs that answer one question, without those said to be different, with those said to be the same."""
    if links is None or not links.told:
        return list(pairs)
    kept = {(id(p.a), id(p.b)): p for pair in pairs if (p := by_hand(pair, links)).same_question}
    for a, b in _said_same(claims, links):
        if (id(a), id(b)) not in kept and (id(b), id(a)) not in kept:
            kept[id(a), id(b)] = by_hand(Pair(a, b, 0.0), links)
    return list(kept.values())


def _said_same(claims: Sequence[Claim], links: Links) -> Iterator[tuple[Claim, Claim]]:
    answers: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        answers[asked([claim])].append(claim)
    for link in links.told:
        if link.are is Are.SAME:
            yield from ((a, b) for a in answers[link.a] for b in answers[link.b] if _comparable(a, b))


def _comparable(a: Claim, b: Claim) -> bool:
    """Nobody can say that metres are per cent."""
    return a is not b and (a.topic.measure, a.topic.dimension) == (b.topic.measure, b.topic.dimension)
