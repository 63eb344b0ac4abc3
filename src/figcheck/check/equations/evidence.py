"""What speaks for a tuple: where its figures stand, what they are called, which words stand beside them.

Never how near they come to satisfying it: closeness makes no relation, and far-offness unmakes none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from figcheck.check.equations.relation import alike, earlier, has
from figcheck.check.equations.search import Tuple
from figcheck.check.equations.terms import Term

CHANGES = ("each", "growth", "fall", "before", "difference", "change")
"""Those that a part of a sum has no need of."""

Features = dict[str, float]


def features(tried: Tuple, terms: Sequence[Term]) -> Features:
    """The evidence for a tuple, by name; each is 1 where it is there, or a share."""
    found: Features = {"bias": 1.0}
    demand, roles = tried.demand, tried.relation.roles
    found[f"read as {demand.measure}"] = 1
    found["fall"] = float(demand.direction < 0)
    found.update((f"demand {cue}", 1.0) for cue in demand.cues)
    cued = [name for name, played in tried.cast.items() if any(has(t, cue) for t in played for cue in roles[name].cue)]
    for name in cued:
        found[f"{name} cued"] = 1
    found[f"cued {len(cued)}"] = 1
    found["own"] = float(any(role.indicator for role in roles.values()))
    others = {name: played for name, played in tried.cast.items() if name != tried.formula.told}
    for name, played in others.items():
        near = min(played, key=lambda term: abs(term.at - demand.at))
        found[f"{name} {gap(near, demand)}"] = found[f"any {gap(near, demand)}"] = 1
        found[f"{name} behind {_between(near, demand, terms)}"] = 1
        found[f"{name} first"] = float(near.at < demand.at)
        found[f"{name} words"] = _common(near, demand)
        found[f"{name} read as {near.measure}"] = 1
        found.update((f"{name} {cue}", 1.0) for cue in near.cues)
        if len(played) > 1 or tried.formula.many == name:
            found.update(_row(name, played, demand, terms))
    if "count" in others:
        found["named" if demand.per else "not named"] = 1
    if demand.of and "whole" in others:
        whole, part = others["whole"][0], others["part"][0]
        named = len(demand.of & whole.words) / len(demand.of)
        found["whole named"], found["whole not named"] = named, float(named < 0.3)
        found["part named"] = len(demand.of & part.words) / len(demand.of)
    if "before" in others:
        before, after = others["before"][0], others["after"][0]
        told = earlier(before, after)
        found["before told"], found["before not told"] = float(told), float(not told)
    for (first, (a, *_)), (second, (b, *_)) in combinations(others.items(), 2):
        pair = f"{first}-{second}"
        found[f"{pair} {gap(a, b)}"] = 1
        found[f"{pair} behind {_between(a, b, terms)}"] = 1
        found[f"{pair} words"] = _common(a, b)
        found[f"{pair} order"] = float(a.at < b.at)
        found[f"{pair} unit"] = float(a.unit == b.unit)
        found[f"{pair} {_times(a, b)}"] = 1
        found[f"{pair} linked"] = float(a.claim.figure.link is not None and a.claim.figure.link == b.claim.figure.link)
        found[f"{pair} one each"] = float(("each" in a.cues) is not ("each" in b.cues))
        found[f"{pair} footing"] = float(a.claim.topic.footing is not b.claim.topic.footing)
    if len(others) == 2:
        found.update(_shape([played[0] for played in others.values()], demand, terms))
        found[f"tight cued {len(cued)}"] = found.get("tight", 0.0)
        found[f"alone cued {len(cued)}"] = found.get("alone", 0.0)
        names = frozenset[str]().union(*(played[0].words for played in others.values()))
        found["nameless"], found["strange"] = float(not demand.own), float(bool(demand.own) and not demand.own & names)
        found["tight nameless"] = found["nameless"] * found.get("tight", 0.0)
    return found


def _shape(others: Sequence[Term], demand: Term, terms: Sequence[Term]) -> Features:
    """How surely the figures are the only ones that may be meant: alone in their sentence, or next to each other."""
    places = (*(term.at for term in others), demand.at)
    order = "".join(str(sorted(places).index(at)) for at in places)
    within = [term for term in terms if min(places) <= term.at <= max(places) and term.at not in places]
    sentences = {term.sentence for term in others} | {demand.sentence}
    kinds = {other.kind for other in others}
    beside = [term for term in terms if term.sentence in sentences and term.kind in kinds and term.at not in places]
    rivals = sum(any(alike(term, other) for other in others) for term in beside)
    found: Features = {f"order {order}": 1, f"rivals {min(rivals, 4)}": 1}
    if len(sentences) == 1 and not any(alike(term, other) for term in within for other in others):
        found["tight"] = found[f"tight {order}"] = 1
        found["alone"] = float(not rivals)
    if len(sentences) == 2 and not rivals:
        found["alone in two"] = 1
    found["nothing within"] = float(not within)
    return found


def gap(a: Term, b: Term) -> str:
    """How far apart two figures stand."""
    if a.heading != b.heading:
        return "headline"
    if a.clause == b.clause:
        return "clause"
    if a.sentence == b.sentence:
        return "sentence"
    if abs(a.sentence - b.sentence) == 1:
        return "next sentence"
    return "paragraph" if a.block == b.block else "far"


def _between(a: Term, b: Term, terms: Sequence[Term]) -> str:
    first, last = sorted((a.at, b.at))
    return str(min(3, sum(first < term.at < last and term.kind == a.kind and alike(term, a) for term in terms)))


def _common(a: Term, b: Term) -> float:
    return len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))


def _times(a: Term, b: Term) -> str:
    """How the times of two figures stand to each other, as told."""
    if a.period is None or b.period is None:
        return "no times" if a.period is b.period else "one time"
    if a.period == b.period:
        return "one time for both"
    return "earlier" if (a.period[1] or a.period[0] or 0) > (b.period[1] or b.period[0] or 0) else "later"  # type: ignore[operator]


def _row(name: str, played: Sequence[Term], demand: Term, terms: Sequence[Term]) -> Features:
    """The shape of figures that are added up: one list, closed at its end, next to their sum."""
    first, last = played[0], played[-1]
    parts = {term.at for term in played}
    row = [term for term in terms if term.at in parts or (term.at != demand.at and alike(term, first))]
    at = {term.at: n for n, term in enumerate(row)}
    start, end = at[first.at], at[last.at]
    after = row[end + 1] if end + 1 < len(row) else None
    before = row[start - 1] if start else None
    found: Features = {
        f"{name} many {min(len(played), 5)}": 1,
        f"{name} spread {gap(first, last)}": 1,
        f"{name} closes sentence": float(after is None or after.sentence != last.sentence),
        f"{name} closes paragraph": float(after is None or after.block != last.block),
        f"{name} opens sentence": float(before is None or before.sentence != first.sentence),
        f"{name} unit": float(all(term.unit == demand.unit for term in played)),
        f"{name} one measure": float(len({term.measure for term in played}) == 1),
        f"{name} last rest": float("rest" in last.cues),
        f"{name} last last": float("last" in last.cues),
        f"{name} first part": float("part" in first.cues),
        f"{name} other cues": float(any(has(term, cue) for term in played for cue in CHANGES)),
        f"{name} loose": float(any("loose" in term.cues for term in played)),
        f"{name} one time": float(len({term.period for term in (*played, demand)}) == 1),
        f"{name} above total": float(any(term.value > demand.value for term in played)),
        f"{name} others between": float(any(a.at + 1 < b.at for a, b in pairwise(played))),
    }
    listed = first.at == demand.at + 1 and first.sentence == demand.sentence
    counts = [term for term in terms if term.kind == "count" and abs(term.sentence - first.sentence) <= 1]
    found[f"{name} listed"] = float(listed)
    found[f"{name} listed to the end"] = float(listed) * found[f"{name} closes sentence"]
    found[f"{name} listed and closed"] = float(listed and bool({"rest", "last"} & last.cues))
    found[f"{name} counted"] = float(any(term.value == len(played) > 1 and term.at not in parts for term in counts))
    found[f"{name} marked whole"] = float(bool({"total", "listing", "whole"} & demand.cues))
    found[f"{name} summed up"] = float(last.at == demand.at - 1 and last.sentence == demand.sentence)
    found[f"{name} summed up in total"] = found[f"{name} summed up"] * float("total" in demand.cues)
    return found
