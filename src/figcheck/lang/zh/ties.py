"""What a sentence ties together: both ends of a change, what 分别 deals out, figures that go on from the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from figcheck.lang.links import Links
from figcheck.lang.zh import places
from figcheck.lang.zh.frame import arrived
from figcheck.lang.zh.line import PERCENT, Draft, Line, Phrase
from figcheck.lang.zh.number import Kind, Number
from figcheck.lang.zh.words import cues, ending, listed
from figcheck.model import Footing, Measure, Mention


def tie_changes(line: Line, drafts: Sequence[Draft], links: Links) -> None:
    """由A增至B: both ends get one link; the second takes the indicator of the first."""
    for first, second in pairwise(drafts):
        if first.link is not None or not second.reached or second.number.kind is not Kind.QUANTITY:
            continue
        if first.number.kind is not Kind.QUANTITY or second.number.start - first.number.behind > 24:
            continue
        between = line.article.text[first.number.behind : second.number.start]
        if not first.turned and (second.phrase.words or "，" in between):
            continue
        second.number = _same_unit(first.number, second.number)
        if not _comparable(first.number, second.number):
            continue
        first.link = second.link = links.new()
        first.link_end, second.link_end = Footing.BEFORE, Footing.AFTER
        first.direction = second.direction
        if first.phrase.words:
            second.phrase = first.phrase
        elif second.phrase.words:
            first.phrase = second.phrase
        measure = first.measure if first.measure is not Measure.CHANGE else second.measure
        first.measure = second.measure = measure if measure is not Measure.CHANGE else Measure.LEVEL
        _measure_change(drafts, first, second)


def _measure_change(drafts: Sequence[Draft], first: Draft, second: Draft) -> None:
    """水价由每立方米2.8元调整为3.2元，上涨0.4元: the change is for each cubic metre, too."""
    behind = next((draft for draft in drafts if draft.number.start > second.number.start), None)
    rates = "/" in (first.number.quantity.unit.name if first.number.quantity else "")
    for draft in drafts[drafts.index(behind) :] if behind is not None and rates else ():
        if draft.measure is Measure.CHANGE and draft.number.kind is Kind.QUANTITY:
            draft.number = _same_unit(first.number, draft.number)


def _same_unit(first: Number, second: Number) -> Number:
    """从45个工作日压缩到15个: the short unit of the second end means the first's."""
    a, b = first.quantity, second.quantity
    assert a is not None
    assert b is not None
    if a.unit.dimension != b.unit.dimension and a.unit.name.startswith(b.unit.name) and b.unit.name:
        return replace(second, quantity=replace(b, unit=a.unit))
    return second


def _comparable(first: Number, second: Number) -> bool:
    return (
        first.quantity is not None
        and second.quantity is not None
        and first.quantity.unit.dimension == second.quantity.unit.dimension
    )


def deal_out(line: Line, drafts: Sequence[Draft]) -> None:
    """分别: the numbers that follow belong in order to the things named before, or to the figures before them."""
    at = 0
    while at < len(drafts):
        head = drafts[at]
        begin = max(line.start, head.number.start - 40)
        region = line.article.text[begin : head.number.start]
        cut = region.rfind("分别")
        clause_cut = max(region.rfind(mark) for mark in "，。；：")
        if cut < 0 or cut < clause_cut:
            at += 1
            continue
        row = _row(line, drafts, at)
        _deal(drafts, at, row, head)
        at += max(len(row), 1)


def _row(line: Line, drafts: Sequence[Draft], at: int) -> list[Draft]:
    """The numbers of one 分别: joined by 、 or 和 alone."""
    row = [drafts[at]]
    for draft in drafts[at + 1 :]:
        between = line.article.text[row[-1].number.end : draft.number.core or draft.number.start]
        if not re.fullmatch(r"[、和与及，,]?(?:和|及)?", between.strip()) or between.startswith("，"):
            break
        row.append(draft)
    return row


def _deal(drafts: Sequence[Draft], at: int, row: Sequence[Draft], head: Draft) -> None:
    if len(head.items) == len(row) and len(row) > 1:
        for draft, phrase in zip(row, _with_shared_head(head.items, row), strict=True):
            draft.phrase, draft.measure, draft.direction = phrase, head.measure, head.direction
    elif not head.phrase.words or len(row) > 1:
        sources = [d for d in drafts[:at] if d.phrase.words and d.link_end is not Footing.BEFORE][-len(row) :]
        for draft, source in zip(row, sources if len(sources) == len(row) else (), strict=False):
            draft.phrase = source.phrase
        for draft in row:
            draft.measure, draft.direction = head.measure, head.direction


def _with_shared_head(items: Sequence[Phrase], row: Sequence[Draft]) -> list[Phrase]:
    """城镇、农村居民人均可支配收入分别…: an item that is only a modifier borrows what the last has behind its own."""
    last = items[-1]
    quantity = row[0].number.quantity
    ratio = quantity is not None and quantity.unit.dimension == PERCENT and row[0].measure is not Measure.CHANGE
    return [*(_completed(item, last, ratio) for item in items[:-1]), last]


def _completed(item: Phrase, last: Phrase, ratio: bool) -> Phrase:
    own, whole = "".join(item.words), "".join(last.words)
    modifiers = listed("modifiers")
    if own in modifiers and whole[: len(own)] in modifiers:
        return item._replace(words=(own, whole[len(own) :]))
    if len(last.words) < 2:
        return item
    rates = ("率", "比", "比重", "比例", "占比")
    lacks_rate = ratio and last.words[-1].endswith(rates) and not item.words[-1].endswith(rates)
    amount = last.words[-1] in listed("amounts") and len(item.words) == 1 and own not in listed("amounts")
    place = len(item.words) == 1 and places.code(own) is not None
    return item._replace(words=(*item.words, *last.words[1:])) if lacks_rate or amount or place else item


def go_on(line: Line, drafts: Sequence[Draft]) -> None:
    """A figure whose clause names nothing (，增长5.2%；其中7项) speaks of the figure before it."""
    for index, draft in enumerate(drafts):
        _share_verb(line, drafts, index)
        if index and _is_converted(line, drafts[index - 1], draft):
            draft.phrase = drafts[index - 1].phrase
            continue
        source = next((d for d in reversed(drafts[:index]) if d.phrase.words), None)
        if source is None:
            continue
        if not draft.phrase.words and draft.measure in (Measure.CHANGE, Measure.MULTIPLE, Measure.RANK, Measure.STREAK):
            draft.phrase = source.phrase
            draft.since = _begin_of_change(line, drafts[:index], source)
            draft.over_change = source.link is not None
        elif not draft.phrase.words and _comparable(source.number, draft.number):
            draft.phrase, draft.partial = source.phrase, not (draft.reached or _arrives(line, draft))
        else:
            draft.phrase = _same_thing(draft, source)


def _arrives(line: Line, draft: Draft) -> bool:
    """Whether a level is told as reached (…，达到321天): the same thing again, no part of it."""
    return arrived(line.article.text[line.start : draft.number.start])


def _is_converted(line: Line, told: Draft, draft: Draft) -> bool:
    """Whether a figure is the one before it in another unit (26259元，按平均汇率约合3780美元)."""
    gap = line.article.text[told.number.behind : draft.number.start]
    return len(gap) <= 16 and gap.rstrip("约").endswith(tuple(listed("converted")))


def _is_count(number: Number) -> bool:
    return number.quantity is not None and number.quantity.unit.dimension.startswith("count")


def _share_verb(line: Line, drafts: Sequence[Draft], index: int) -> None:
    """新增家庭农场197家、合作社523家: what stands in one row is done with one verb."""
    if index == 0:
        return
    draft, before = drafts[index], drafts[index - 1]
    between = line.article.text[before.number.behind : draft.number.start]
    counts = [
        d.number.quantity is not None and d.number.quantity.unit.dimension.startswith("count") for d in (draft, before)
    ]
    if (
        all(counts)
        and draft.phrase.action is None
        and before.phrase.action
        and draft.phrase.words
        and between[:1] == "、"
    ):
        draft.phrase = draft.phrase._replace(action=before.phrase.action)


def _begin_of_change(line: Line, earlier: Sequence[Draft], source: Draft) -> Mention | None:
    """由2015年的A增至B，增长p%: what the growth is held against."""
    first = next((d for d in earlier if d.link is not None and d.link == source.link), None)
    if first is None:
        return None
    return next((m for m in reversed(line.mentions) if m.end <= first.number.start and m.names_year), None)


def _same_thing(draft: Draft, source: Draft) -> Phrase:
    """总数达到284家 counts what was just counted; 总投资198亿元 is a side of it."""
    phrase = draft.phrase
    joined = "".join(phrase.words)
    said = cues()["same_thing"].get(joined) or (
        "of-counted" if len(joined) <= 6 and joined.endswith(ending("sides")) else None
    )
    if said is None or phrase is source.phrase:
        return phrase
    if said == "same":
        told_of_it = draft.measure in (Measure.RANK, Measure.CHANGE, Measure.MULTIPLE)
        return source.phrase if told_of_it or _comparable(source.number, draft.number) else phrase
    quantity = source.number.quantity
    counted = quantity is not None and quantity.unit.dimension.startswith("count")
    if said == "of-counted" and not counted:
        return phrase
    own = (phrase.action, *phrase.words) if phrase.action else phrase.words
    return Phrase((*source.phrase.words, *own), source.phrase.action, phrase.start)
