"""parts: what the parts of a whole make together, and no part larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from figcheck import ui
from figcheck.check import sums
from figcheck.check.family import Family, Words, are_complete, between, families, of_one_kind, sums_up
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum, said
from figcheck.model import Claim, Interval, Severity, Verdict
from figcheck.spoken import amount

MENDABLE = 30
"""A sum of more parts fits too easily with one digit changed."""

NEAR = 12
"""How many characters before a figure may say what it is of."""


@dataclass(frozen=True, slots=True)
class Total(Words):
    """Parameters: the words of `Words`; `missing` is what share of the whole an enumeration may lack and still be taken
    for all of it."""

    missing: Decimal = Decimal("0.15")


def check_total(claims: Sequence[Claim], words: Total) -> Iterator[Hit]:
    """A hit for every whole that its parts do not make: parts that make more, or all parts and less."""
    for family in families(claims, words):
        made = total(family)
        if len(family.parts) > 1 and made.fails():
            limit = _may_be(family, made, words)
            if limit is not None:
                yield made.hit(at_most=limit)
    for family in sums_up(claims, words):
        if _is_near(family, words) and all(total(one).fails() for one in _runs(family)):
            yield total(family).hit()


@dataclass(frozen=True, slots=True)
class Within(Words):
    """Parameters: the words of `Words`; `within` lists pairs of words, of which what the first is told of cannot be
    more than what the second is told of (实到, 应到); `of_whole` stand between a part and its whole (12 of the 40)."""

    within: tuple[tuple[str, ...], ...] = ()
    of_whole: tuple[str, ...] = ()


def check_exceeds(claims: Sequence[Claim], words: Within) -> Iterator[Hit]:
    """A hit for every part (其中…) that is larger than its whole."""
    for part, whole in pairwise(claims):  # 30 of the 24 passengers
        parted = between(part, whole).lower().strip() in words.of_whole and of_one_kind(part, whole)
        if parted and part.sentence == whole.sentence and sums.meant(whole.quantity).below(sums.meant(part.quantity)):
            yield Hit((part, whole), Verdict.ARITHMETIC, values={"sum": said("exceeds", part=part, whole=whole)})
    for whole, part in pairwise(claims):
        if _is_within(whole, part, words) and sums.meant(whole.quantity).below(sums.meant(part.quantity)):
            yield Hit((whole, part), Verdict.ARITHMETIC, values={"sum": said("exceeds", part=part, whole=whole)})
    for family in families(claims, words):
        for part in family.parts if family.listed else family.parts[:1]:
            whole = family.whole
            if sums.meant(whole.quantity).below(sums.meant(part.quantity)) and part.topic.basis == whole.topic.basis:
                yield Hit((whole, part), Verdict.ARITHMETIC, values={"sum": said("exceeds", part=part, whole=whole)})


def _is_within(whole: Claim, part: Claim, words: Within) -> bool:
    if whole.sentence != part.sentence or not of_one_kind(whole, part):
        return False
    start, end = whole.figure.sentence.start, whole.figure.span.start
    text, behind = whole.article.text, part.figure.span.end
    told = text[max(start, end - NEAR) : end], between(whole, part) + text[behind : behind + NEAR]
    return any(outer in told[0] and inner in told[1] for inner, outer in words.within)


def total(family: Family) -> Sum:
    """The sum of the parts, held against the whole. In many parts one digit proves little."""
    return Sum(family.parts, family.whole, added, _Lead(family.parts), mendable=len(family.parts) <= MENDABLE)


class _Lead(dict[str, str]):
    """The parts in words, in each language, put into words where a sum fails."""

    def __init__(self, parts: Sequence[Claim]) -> None:
        self._parts = parts

    def __missing__(self, lang: str) -> str:
        parts = " + ".join(amount(part.quantity, lang) for part in self._parts)
        return self.setdefault(lang, ui.say("sum.parts", lang, parts=parts))


def added(terms: Sequence[Interval]) -> Interval:
    """The sum of intervals."""
    made = Interval.exactly(0)
    for term in terms:
        made = made + term
    return made


def _may_be(family: Family, made: Sum, words: Total) -> Severity | None:
    """How bad it may be that the parts do not make the whole; None where there may be parts that are not told."""
    if _are_complete(family, words):
        return Severity.ERROR
    if sums.meant(family.whole.quantity).below(made.reckon([sums.meant(part.quantity) for part in family.parts])):
        return Severity.ERROR if family.listed else None
    return Severity.WARNING if family.closed and _is_near(family, words) else None


def _is_near(family: Family, words: Total) -> bool:
    """Whether the parts make nearly the whole: far from it, they are not its parts."""
    told, whole = sum(part.quantity.value for part in family.parts), family.whole.quantity.value
    return whole * (1 - words.missing) <= told <= whole * (1 + words.missing)


def _are_complete(family: Family, words: Total) -> bool:
    return are_complete(family.parts, words)


def _runs(family: Family) -> Iterator[Family]:
    """The sum may be of the last of the figures before it."""
    for first in range(len(family.parts) - 1):
        yield Family(family.whole, family.parts[first:], True, True)


TOTAL = Kind("parts", Total, check_total, Over.STORY, sums.PLACEHOLDERS)
EXCEEDS = Kind("part-of", Within, check_exceeds, Over.STORY, ("sum",))
