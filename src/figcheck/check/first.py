"""first: a thing happens for the first time once. Who claims 首次 for it in one year cannot claim it in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck.check.rule import Hit, Kind
from figcheck.check.streak import as_of, when
from figcheck.model import Claim, Group, How, Pair, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`occasions`: units of what happens: 第一次 is a first, 第一个百年 counts the members of a row.

    `unless`: with one of these words in its sentence a first is one of a time (今年以来首次), not of all times.

    `alike`: how much alike the words must be, from 0 to 1.
    """

    occasions: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    alike: Decimal = Decimal("0.9")


def check(group: Group, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every pair of firsts of two years."""
    for pair in group.across:
        firsts = all(_is_first(claim, parameters) for claim in (pair.a, pair.b))
        if firsts and _of_two_years(pair) and _one_thing(pair, parameters):
            values = {"a_when": when(pair.a), "b_when": when(pair.b)}
            loose = ("period",) if _vague(pair.a) or _vague(pair.b) else ()
            unsure = tuple(dict.fromkeys((*pair.unsure, *loose)))
            yield Hit.of(pair, Verdict.CONTRADICTION, unsure=unsure, values=values)


def _is_first(claim: Claim, parameters: Parameters) -> bool:
    told = claim.topic.dimension.partition(":")[0]
    return not _ranks(claim) and (
        told == "first" or (told == "ordinal" and claim.quantity.unit.name in parameters.occasions)
    )


def _ranks(claim: Claim) -> bool:
    """Whether nothing follows in the clause: 居全省首位 is a rank, 首位女院士 a first."""
    end = claim.figure.span.end
    return not claim.article.text[end : end + 1].isalnum()


def _of_two_years(pair: Pair) -> bool:
    """Whether the times told have no year in common: 2019年 lies within “十三五”."""
    first, last = _years(pair.a), _years(pair.b)
    return bool(first and last) and (first[-1] < last[0] or last[-1] < first[0])


def _years(claim: Claim) -> range:
    """The years in which a first can have been; none where it is not known when it was told."""
    last, period = as_of(claim), claim.topic.period
    begin = period.start if period is not None and period.start is not None else last
    return range(begin.year, last.year + 1) if begin is not None and last is not None else range(0)


def _one_thing(pair: Pair, parameters: Parameters) -> bool:
    told = [claim.figure.sentence.text for claim in (pair.a, pair.b)]
    if pair.score < parameters.alike or any(word in sentence for word in parameters.unless for sentence in told):
        return False
    return _numbers(pair.a) == _numbers(pair.b) and _goes_on(set(pair.a.context), set(pair.b.context))


def _goes_on(a: set[str], b: set[str]) -> bool:
    """Whether one clause says all that the other says: 获批全国首个中心 and 建成全国首个中心 are two steps of one."""
    return a <= b or b <= a


def _numbers(claim: Claim) -> frozenset[str]:
    """The numbers in what was done: 首次突破1000亿元 and 首次突破2000亿元 are two firsts."""
    return frozenset(word for word in claim.topic.words if any(map(str.isdigit, word)))


def _vague(claim: Claim) -> bool:
    return claim.topic.period is None or claim.topic.period.how in (How.VAGUE, How.UNKNOWN)


KIND = Kind("first", Parameters, check, placeholders=("a_when", "b_when"))
