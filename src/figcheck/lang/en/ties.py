"""What a sentence ties together: both ends of a change, and figures that go on from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.number import Kind
from figcheck.lang.links import Links
from figcheck.model import Bound, Footing, Measure

_LEVELS = (Measure.LEVEL, Measure.SHARE)
NEXT = 2
"""Words between the two ends of a change that stand together: from 9% to 7%."""

_HELD_AGAINST = ("from", "against", "than", "with", "to")


def tie_changes(line: Line, drafts: Sequence[Draft], links: Links) -> None:
    """from A to B; to B from A; B, against A in 2009: both ends get one link and one indicator."""
    levels = [d for d in drafts if d.measure in _LEVELS and d.number.kind in (Kind.QUANTITY, Kind.OF)]
    for first, second, third in zip_longest(levels, levels[1:], levels[2:]):
        if second is None or first.link is not None or (third is not None and _begins_another(second, third)):
            continue
        before = _first_end(line, first, second)
        if before is None or not _comparable(line, first, second, any_unit=True):
            continue
        after = second if before is first else first
        first.link = second.link = links.new()
        before.link_end, after.link_end = Footing.BEFORE, Footing.AFTER
        _share_between(first, second)


def _begins_another(second: Draft, third: Draft) -> bool:
    """Whether a level is the first end of the change behind it: rates stand at 17%, inflation fell from 9 to 7%."""
    return second.lead == "from" and third.lead == "to" and third.number.first - second.number.behind <= NEXT


def _first_end(line: Line, first: Draft, second: Draft) -> Draft | None:
    """Which of two levels is the one that a change began with; None where they are no two ends."""
    if second.number.first - first.number.behind > 24:
        return None
    between = [line.tokens.low[i] for i in range(first.number.last, second.number.first)]
    if any(mark in between for mark in (";", ".", "and", ":", "but", "while", "although", "though", "whereas")):
        return None
    if first.lead == "from" and second.lead == "to":
        return first
    if second.lead == "from" and (
        first.lead in ("to", "at", "is", "was", "of") or first.direction or first.reached or "," in between
    ):
        return second
    if second.lead == "against" or between[-2:] in (["compared", "with"], ["compared", "to"]):
        return second
    return None


def _comparable(line: Line, first: Draft, second: Draft, any_unit: bool = False) -> bool:
    """Whether two levels are in one dimension; the end without a unit takes that of the other."""
    a, b = first.number.quantity, second.number.quantity
    if a.unit.dimension == b.unit.dimension:
        return True
    for bare, full in ((first, second), (second, first)):
        if (
            bare.number.counts
            and not bare.words
            and (any_unit or not full.number.currency)
            and line.tokens.word(bare.number.behind) not in ("of", "or")
            and bare.number.quantity.bound is not Bound.ROUGH
        ) and (any_unit or full.number.quantity.unit.dimension.startswith(("count", "ratio", "time", "workdays"))):
            quantity = replace(bare.number.quantity, unit=full.number.quantity.unit)
            bare.number = replace(bare.number, quantity=quantity)
            return True
    return False


def _share_between(first: Draft, second: Draft) -> None:
    words = max((first.words, second.words), key=lambda w: (len(w) > 0, w is first.words))
    first.words = second.words = words
    action = first.action or second.action
    first.action = second.action = action
    first.direction = second.direction = first.direction or second.direction
    measure = first.measure if first.words else second.measure
    first.measure = second.measure = measure
    for draft in (first, second):
        draft.reached = draft.reached or draft.link_end is Footing.AFTER


def tie_compared(line: Line, drafts: Sequence[Draft], before: Sequence[Draft], links: Links) -> None:
    """(That is) 50% lower than the 300,000: what it is held against stands behind, what it is said of before."""
    for told, base in pairwise(drafts):
        between = [line.tokens.low[i] for i in range(told.number.behind, base.number.first)]
        if told.link is not None or base.measure not in _LEVELS or not _leads_to_base(told, between):
            continue
        own = drafts[: list(drafts).index(told)]
        said = [d for d in (own or (before if refers_back(line) else ())) if d.measure in _LEVELS and d.link is None]
        after = next((d for d in reversed(said) if _comparable(line, d, base, told.measure is Measure.MULTIPLE)), None)
        if after is not None:
            _may_be_more(told, between)
            base.words = after.words
            told.words, told.link = after.words, links.new()
            after.link = base.link = told.link
            base.link_end, after.link_end = Footing.BEFORE, Footing.AFTER


def _may_be_more(told: Draft, between: Sequence[str]) -> None:
    """Three times more than 30 is 90 for most writers, and 120 for some."""
    if told.measure is Measure.MULTIPLE and "than" in between[:4]:
        quantity = told.number.quantity
        high = quantity.interval.high
        if high is not None:
            around = replace(quantity.interval, high=high + 1)
            told.number = replace(told.number, quantity=replace(quantity, interval=around, bound=Bound.ABOUT))


NEAR = 6
"""Words between a multiple and what it is of: twice as many people as the 300."""


def _leads_to_base(told: Draft, between: Sequence[str]) -> bool:
    """Whether words lead from a change or multiple to what it is held against: than, as many as; four times the."""
    if told.measure is Measure.MULTIPLE:
        if "," in between or len(between) > NEAR:  # half as much as five years ago, and the aim is …
            return False
        return between[:1] == ["as"] or "than" in between[:4] or between in (["the"], ["its"], ["their"])
    against = _than(between) or between[:1] in (["above"], ["below"], ["over"], ["under"])
    return told.versus is not None and against


def _than(between: Sequence[str]) -> bool:
    """Whether what stands behind is held against what stands before, in one breath."""
    return "than" in between and "," not in between[between.index("than") :]


def refers_back(line: Line) -> bool:
    """Whether a sentence speaks of what the one before said: That is …, It puts …, Together they …"""
    return any(line.tokens.low[i] in _BACK for i in line.words[:2])


_BACK = ("that", "this", "it", "they", "these", "those", "such")


def go_on(drafts: Sequence[Draft], before: Sequence[Draft] = ()) -> None:
    """A figure whose clause names nothing (, up 5%; of which 7) speaks of the figure before it, or of the one behind.

    `before` are the drafts of the sentence before, where this one refers back to it.
    """
    for index, draft in enumerate(drafts):
        if draft.words and not (draft.measure is Measure.CHANGE and set(draft.words) <= _OF_MEANS):
            continue
        changed = draft.measure in (Measure.CHANGE, Measure.MULTIPLE)
        earlier = [d for d in (*reversed(drafts[:index]), *reversed(before)) if d.words]
        ends = draft.link_end is not None
        moved = (Measure.CHANGE, Measure.MULTIPLE)
        source = next((d for d in earlier if changed or _alike(d, draft) or (ends and d.measure in moved)), None)
        if source is None and draft.partial:  # 800 people, 200 of them over 60
            source = next((d for d in earlier if d.number.counts), None)
        if source is None and changed:
            source = next((d for d in drafts[index + 1 :] if d.words and d.link is not None), None)
        if source is None and draft.action and not draft.number.counts:
            draft.words = (draft.action,)
        if source is not None:
            draft.words, draft.action = source.words, source.action
            if draft.partial and source.number.counts and draft.number.counts:
                same = replace(draft.number.quantity, unit=source.number.quantity.unit)
                draft.number = replace(draft.number, quantity=same)
            draft.over_change = changed and source.link is not None and draft.versus is None
            if draft.over_change:
                draft.link = source.link
            draft.partial = draft.partial or (draft.number.counts and draft.link is None and source in drafts)
    for draft in drafts:
        _told_of(draft, drafts)


_OF_MEANS = {"average", "annual", "mean", "yearly"}
"""Words that do not name what grew: an average annual increase of 8 percent."""


def say_again(line: Line, drafts: Sequence[Draft]) -> None:
    """up $5 million, or 15 percent: what follows an “or” in another unit says the same of the same."""
    for first, second in pairwise(drafts):
        between = [line.tokens.low[i] for i in range(first.number.behind, second.number.first)]
        ratio = second.number.quantity.unit.dimension == "ratio" and second.measure in _LEVELS
        if not ratio or between not in (["or"], [",", "or"], ["("]):
            continue
        if first.measure is Measure.CHANGE:
            second.measure, second.direction, second.words = first.measure, first.direction, first.words
            second.versus = first.versus
        elif first.link is not None and line.tokens.word(second.number.behind) != "of":
            second.measure, second.words, second.link = Measure.CHANGE, first.words, first.link
            second.direction, second.over_change = first.direction, True
        elif first.number.quantity.unit.dimension != "ratio":
            second.measure, second.words = Measure.SHARE, second.words or first.words


def _told_of(draft: Draft, drafts: Sequence[Draft]) -> None:
    """rose 15% to 46, from 40: the change bears the link of its levels."""
    if draft.measure not in (Measure.CHANGE, Measure.MULTIPLE) or draft.link is not None or draft.versus:
        return
    source = next((d for d in drafts if d.link is not None and d.link_end and d.words == draft.words), None)
    if source is not None and source.clause.start <= draft.number.first + 40:
        draft.link, draft.over_change = source.link, True


def _alike(a: Draft, b: Draft) -> bool:
    return a.number.quantity.unit.dimension == b.number.quantity.unit.dimension
