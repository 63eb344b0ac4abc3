"""Figures of one sentence that changed places: each is told, at the words of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from figcheck.model import Article
from figcheck.translation import tables
from figcheck.translation.assignment import Match
from figcheck.translation.bounds import Shift, shift
from figcheck.translation.comparison import Likeness
from figcheck.translation.expression import Expression, Kind
from figcheck.translation.sentences import read_as

BEFORE, BEHIND = 24, 8
"""So many characters before and behind a number its role is looked for."""

SMALL = 10
"""Numbers up to this are everywhere: that two of them changed places says little."""


def exchanged(matches: Sequence[Match], articles: tuple[Article, Article]) -> Iterator[tuple[Match, Match, bool]]:
    """Pairs of matches of one sentence whose numbers changed places, each match once, and whether that is sure."""
    by_sentence: dict[tuple[int, int], list[Match]] = {}
    for match in matches:
        told = match.likeness >= Likeness.EQUAL or (match.same and match.a.told.end_of and match.b.told.end_of)
        if told and match.a.bead == match.b.bead:
            by_sentence.setdefault((match.a.sentence, match.b.sentence), []).append(match)
    for found in by_sentence.values():
        used: set[int] = set()
        for (x, one), (y, other) in combinations(enumerate(sorted(found, key=lambda match: match.a.index)), 2):
            if used & {x, y} or not _alike(one, other):
                continue
            sure = _sure(one, other, articles)
            if sure is not None:
                used |= {x, y}
                yield one, other, sure


def _alike(one: Match, other: Match) -> bool:
    """Whether either figure could stand in the place of the other."""
    told = one.a.told, other.a.told, one.b.told, other.b.told
    amounts = all(one.kind in (Kind.AMOUNT, Kind.SCORE) and not one.light and one.reach is None for one in told)
    return amounts and _one_unit(told[0], told[1]) and _one_unit(told[2], told[3]) and told[0].value != told[1].value


_REORDERS = {"from", "whole", "each"}
"""Roles that stand before what belongs to them in one language and behind it in the other."""


def _one_unit(x: Expression, y: Expression) -> bool:
    bare = {"", "count"}
    return {x.dimension, y.dimension} <= bare or (x.dimension == y.dimension and x.unit.factor == y.unit.factor)


def _sure(one: Match, other: Match, articles: tuple[Article, Article]) -> bool | None:
    """Whether the two changed places: surely, perhaps (False), or not at all (None)."""
    crossed = (one.a.index < other.a.index) is not (one.b.index < other.b.index)
    ends = [
        x.told.end_of is not None and x.told.end_of == y.told.end_of for x, y in ((one.a, other.a), (one.b, other.b))
    ]
    if ends[0]:
        return True if crossed else None
    a = [_role(match.a.told, articles[0]) for match in (one, other)]
    b = [_role(match.b.told, articles[1]) for match in (one, other)]
    if None not in a and a[0] != a[1] and a == b[::-1]:
        return True
    if not crossed:
        return None
    explained = {*a, *b} & _REORDERS or (a[0] != a[1] and a == b)
    if explained:
        return None
    counted = [{match.a.told.written_unit, match.b.told.written_unit} for match in (one, other)]
    if counted[0] != counted[1]:
        return None
    shifts = [shift(match.a.told.bound, match.b.told.bound) for match in (one, other)]
    if Shift.REVERSED in shifts:  # up to 96 and more than 125: the words stayed, the numbers went
        return True
    if shifts != [Shift.SAME, Shift.SAME]:
        return None
    measured = one.a.told.dimension not in ("", "count")
    return measured or max(match.a.told.number[0] for match in (one, other)) > SMALL


_DATED = re.compile(r"(?:\d{4}\s?年(?:\d{1,2}月)?|[\d一二三四五六七八九十]+个?[年月周天]前)(?:的|时的)?$")


def _without(before: str, filler: Sequence[str]) -> str:
    """The words before a number without those that say nothing: compared with just six."""
    last = before.rpartition(" ")[2]
    return before.removesuffix(last).rstrip() if last in filler and " " in before else before


def _role(told: Expression, article: Article) -> str | None:
    """What the words around a number make of it: the beginning of a change, a whole, what others are reckoned for."""
    lang = read_as(article.lang)
    text = article.text
    before = text[max(0, told.start - BEFORE) : told.start].lower().rstrip()
    if dated := _DATED.search(before):  # 从2015年的2300元
        before = before[: dated.start()]
    bare = _without(before, tables.data(lang, "bounds")["filler"])
    behind = text[told.end : told.end + BEHIND]
    for role, words in tables.words(lang, "roles").items():
        ends = tuple(words["before"]) if lang == "zh" else tuple(f" {word}" for word in words["before"])
        if f" {before}".endswith(ends) or f" {bare}".endswith(ends):
            return str(role)
        if any(word in behind.partition("，")[0] for word in words["behind"]):
            return str(role)
    return None
