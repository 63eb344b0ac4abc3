"""A whole and the parts that a sentence divides it into: 中小学120所，其中小学90所、初中20所、高中15所."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from figcheck.lang import pack
from figcheck.model import Claim, Measure

FARTHEST = 60
"""How many characters may stand between two figures of one enumeration."""

BEHIND = 24
"""How many characters behind a figure may say that it is a sum (29 medals in all)."""

NAME_WORDS = 6
"""Words between two numbers of an enumeration, in languages that write them apart."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that tell a whole from its parts, as a rule gives them.

    `opening` lead from a whole to its parts (其中), `excluding` to what is none of them (不包括), `leading` to a whole
    whose parts follow (Of the 500 seats, …),
    `closing` from parts to their sum (合计), `totals` name a whole (总数), `joining` stand between the parts of an
    enumeration, `last` before the last of them (和), `more` say that there are others (等). `complete` lists sets of
    names that divide a thing without a rest.
    """

    opening: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    complete: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """A whole and its parts. `listed` where the parts are one enumeration, `closed` where it ends with an “and”."""

    whole: Claim
    parts: tuple[Claim, ...]
    listed: bool = False
    closed: bool = False
    claims: tuple[Claim, ...] = field(default=(), repr=False)


def families(claims: Sequence[Claim], words: Words) -> Iterator[Family]:
    """Every whole with the parts that follow it in its sentence."""
    for _, sentence in groupby(claims, key=lambda claim: claim.sentence):
        yield from _in_sentence(list(sentence), words)


def sums_up(claims: Sequence[Claim], words: Words) -> Iterator[Family]:
    """Every figure that is told as the sum of those before it in its sentence (…，合计30人)."""
    for _, paragraph in groupby(claims, key=lambda claim: claim.block):
        row = [claim for claim in paragraph if _is_level(claim)]
        for at, (before, told) in enumerate(pairwise(row), start=1):
            if before.sentence == told.sentence and _closes(before, told, words):
                first = bisect_left(row, told.sentence - 1, hi=at, key=lambda claim: claim.sentence)
                parts = _summed(row[first:at], told)
                if len(parts) > 1:
                    yield Family(told, tuple(parts), True, True)


def _closes(before: Claim, told: Claim, words: Words) -> bool:
    """Whether words before a figure make it a sum (合计30人), or, where words stand apart, behind it (29 in all)."""
    if _says(between(before, told), words.closing):
        return True
    end = told.figure.span.end
    behind = re.split(r"[,;:.]", told.article.text[end : min(told.figure.sentence.end, end + BEHIND)])[0]
    return is_spaced(told) and any(behind.strip().endswith(word) for word in words.closing)


def _summed(before: Sequence[Claim], told: Claim) -> list[Claim]:
    """The figures of the sentence that a sum closes; where that has one alone, of the sentence before too, by name."""
    own = [claim for claim in before if claim.sentence == told.sentence and of_one_kind(claim, told)]
    near = [claim for claim in before if told.sentence - claim.sentence == 1 and of_one_kind(claim, told)]
    named = [claim for claim in near if claim.topic.canonical == told.topic.canonical and claim.topic.canonical]
    return own if len(own) > 1 else [*named, *own]


def between(a: Claim, b: Claim) -> str:
    """The text between two figures of an article."""
    return a.article.text[a.figure.span.end : b.figure.span.start]


def of_one_kind(a: Claim, b: Claim) -> bool:
    """Whether two levels count in one unit, so that they can be added up: 个 may count anything; ages have no sum."""
    if a.topic.dimension in NEVER_ADDED:
        return False
    counted = a.topic.dimension == "count" and a.quantity.unit.name != b.quantity.unit.name
    alike = a.topic.dimension == b.topic.dimension or (
        is_spaced(a) and {a.topic.dimension, b.topic.dimension} <= COUNTS
    )
    return alike and b.topic.measure is a.topic.measure and not counted


NEVER_ADDED = {"age", "temperature", "angle"}
"""What has no sum."""

COUNTS = {"count", "count:person"}
"""Where numbers count without a word for it, the jury of 12 and its seven women are numbers of one kind."""


def is_spaced(claim: Claim) -> bool:
    """Whether the language of a claim writes words apart."""
    return pack(claim.article.lang).spaced


def _in_sentence(sentence: Sequence[Claim], words: Words) -> Iterator[Family]:
    for at, whole in enumerate(sentence):
        behind = sentence[at + 1 :]
        if not _is_level(whole) or not behind:
            continue
        opened = (_opens(between(whole, behind[0]), words) and _is_largest(whole, sentence[:at])) or _leads(
            whole, behind[0], words
        )
        opened = opened or _of_them(behind[0]) or _completed(whole, behind, words)
        if opened or whole.topic.indicator.endswith(words.totals):
            yield from _family(whole, behind, words, opened)


def _leads(whole: Claim, first: Claim, words: Words) -> bool:
    """Whether a sentence or clause begins with a whole (Of the 500 seats, …), and goes on with its parts."""
    before = whole.article.text[whole.figure.sentence.start : whole.figure.span.start].rsplit(", ", 1)[-1]
    return before.strip().lower() in words.leading and between(whole, first).rstrip().endswith(",")


def _of_them(first: Claim) -> bool:
    """Whether words behind a figure make it a part of the one before: 800 people, 200 of them over 60."""
    end = first.figure.span.end
    return first.article.text[end : end + 9].lower().startswith((" of them", " of whom", " of those", " of these"))


def _completed(whole: Claim, behind: Sequence[Claim], words: Words) -> bool:
    """Whether a complete set follows a whole right behind a comma: 750 people, 450 men and 300 women."""
    gap = between(whole, behind[0])
    if len(gap) >= BEHIND or not gap.endswith(", ") or len(gap) < 3 or not is_spaced(whole):
        return False
    row = [claim for claim in behind if of_one_kind(whole, claim)]
    return any(are_complete(row[: len(names)], words) for names in words.complete)


def are_complete(parts: Sequence[Claim], words: Words) -> bool:
    """Whether parts go by the names of a set that divides a thing without a rest."""
    names = [part.topic.indicator for part in parts]
    return any(
        len(names) == len(complete) and all(any(word in name for name in names) for word in complete)
        for complete in words.complete
    )


def _family(whole: Claim, behind: Sequence[Claim], words: Words, opened: bool) -> Iterator[Family]:
    parts: list[Claim] = []
    for last, claim in pairwise([whole, *behind]):
        gap = between(last, claim)
        ends = parts and (_says(gap, words.opening) or _says(gap, words.closing))
        if ends or len(gap) > FARTHEST or any(stop in gap for stop in "；;。"):
            break
        if _is_level(claim) and of_one_kind(whole, claim):
            parts.append(claim)
        elif _is_level(claim) and parts:
            break
    gaps = [between(a, b) for a, b in pairwise(parts)]
    listed = len(parts) > 1 and (all(_joins(gap, words) for gap in gaps) or _in_a_row(parts, gaps))
    if is_spaced(whole) and _says(whole.article.text[whole.figure.span.end : whole.figure.sentence.end], words.more):
        return  # 320 play football, 190 chess and 80 both
    if parts and (opened or listed):
        yield Family(whole, tuple(parts), listed, listed and _is_closed(parts, gaps, words))


def _is_largest(whole: Claim, before: Sequence[Claim]) -> bool:
    """Whether what 其中 opens can be parts of this figure alone: 68名乘客和4名机组，其中15名… are of both."""
    return all(one.quantity.value <= whole.quantity.value for one in before if of_one_kind(one, whole))


def _opens(gap: str, words: Words) -> bool:
    """Whether parts follow: 其中, but not one that ends its clause (参与其中，) or that a bracket closes again, nor
    “215 of them”, nor where what follows is left out (不包括)."""
    ends = [gap.rfind(word) + len(word) for word in words.opening if word in gap and not gap.startswith(f" {word}")]
    behind = gap[max(ends, default=len(gap)) :]
    closed = behind.startswith(("，", ",", "。", "；")) or any(bracket in behind for bracket in "）)")
    return bool(ends) and not closed and not _says(gap, words.excluding) and not _says(behind, words.closing)


def _joins(gap: str, words: Words) -> bool:
    return _says(gap, (*words.joining, *words.last)) and not any(stop in gap for stop in "，；。,;")


def _in_a_row(parts: Sequence[Claim], gaps: Sequence[str]) -> bool:
    """Whether parts stand in a row with nothing but their names between them: three, or two of one kind of name."""
    if parts and is_spaced(parts[0]):  # there names stand behind their numbers
        return all(_is_short(gap) for gap in gaps) and (len(parts) > 2 or gaps[-1].endswith(" and "))
    named = all(_is_name(gap, part) for gap, part in zip(gaps, parts[1:], strict=True))
    ends = {part.topic.indicator[-1:] for part in parts}
    return named and (len(parts) > 2 or (len(ends) == 1 and "" not in ends))


def _is_short(gap: str) -> bool:
    """Whether a gap holds no more than the name of a part: 7 women and | 5 men; 320 went to the left and | 180."""
    return 0 < len(gap.strip(" ,").split()) <= NAME_WORDS and ";" not in gap


def _is_name(gap: str, part: Claim) -> bool:
    """Whether a gap holds a part's name and no more (，山区村)."""
    bare = gap.strip("，,、 ")
    name = (part.topic.action or "") + part.topic.indicator
    return bool(bare) and len(bare) <= len(name) + 1 and (bare in name or part.topic.indicator in bare)


def _is_closed(parts: Sequence[Claim], gaps: Sequence[str], words: Words) -> bool:
    text, end = parts[-1].article.text, parts[-1].figure.span.end
    sentence_end = parts[-1].figure.sentence.end
    behind = text[end : min(sentence_end, end + 16)]
    last = gaps[-1].strip("，,、 ")
    anded = last.startswith(words.last) or last.endswith(words.last) or gaps[-1].endswith(words.last)
    return anded and not _says(behind, words.more)


def _says(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _is_level(claim: Claim) -> bool:
    return claim.topic.measure is Measure.LEVEL and claim.topic.dimension not in ("ratio", "points", "times")
