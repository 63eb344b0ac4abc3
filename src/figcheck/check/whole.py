"""whole: shares of one thing that do not make it whole. 12.3∶44.0∶44.7 is 101 of 100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from figcheck import ui
from figcheck.check import sums
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum
from figcheck.model import Claim, Interval, Measure, Text
from figcheck.spoken import number

HUNDRED = Decimal(100)
OPENING = 30
"""How many characters at the head of a sentence may announce a structure."""

COLONS = frozenset("::：∶/ ")
"""What stands between the parts of a structure."""


_CLAUSE = re.compile("[，。；,.;、！？!?]")


@dataclass(frozen=True, slots=True)
class Parts:
    """Parameters: `complete` lists sets of names that divide a thing, so that shares that go by them make 100%;
    `structure` are words that announce all shares of a thing (能源消费结构中，…); `rest` are answers that are left when
    all others were given (不确定), `against` what turns an answer into its opposite (不满意): with one of them a row of
    answers is all there are; `near` is how far from 100 a
    structure may come out and still be one of hundredths (3∶2∶1 is not)."""

    complete: tuple[tuple[str, ...], ...] = ()
    structure: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    against: str = ""
    near: Decimal = Decimal(10)


def check(claims: Sequence[Claim], parts: Parts) -> Iterator[Hit]:
    """A hit for every structure and every complete set of shares that is not 100% in all."""
    rows = (*_structures(claims), *_complete(claims, parts), *_announced(claims, parts), *_answers(claims, parts))
    for shares in _once(rows):
        made = _sum(shares)
        off = abs(sum(share.quantity.stated[-1] for share in shares) - HUNDRED)
        if made.fails() and off <= parts.near:
            yield made.hit({"sum": _words(shares)})


def _once(rows: Sequence[list[Claim]]) -> Iterator[list[Claim]]:
    """Each row of shares once, however it was found."""
    seen: set[tuple[int, ...]] = set()
    for row in rows:
        key = tuple(id(claim) for claim in row)
        if key not in seen:
            seen.add(key)
            yield row


def _sum(shares: Sequence[Claim]) -> Sum:
    *others, last = shares
    return Sum(tuple(others), last, _rest, dict.fromkeys(ui.LANGS, ""))


def _rest(others: Sequence[Interval]) -> Interval:
    rest = Interval.exactly(HUNDRED)
    for other in others:
        rest = rest - other
    return rest


def _words(shares: Sequence[Claim]) -> Text:
    stated = [share.quantity.stated[-1] for share in shares]
    return {
        lang: ui.say(
            "sum.whole",
            lang,
            parts=" + ".join(number(n, lang) for n in stated),
            total=number(sum(stated, Decimal(0)), lang),
        )
        for lang in ui.LANGS
    }


# ------------------------------------------------------------------------------- which shares


def _structures(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """12.3∶44.0∶44.7: shares with nothing but colons between them."""
    run: list[Claim] = []
    for claim in claims:
        if run and not _goes_on(run[-1], claim):
            yield from [run] if len(run) > 1 else []
            run = []
        if claim.topic.measure is Measure.SHARE:
            run.append(claim)
    yield from [run] if len(run) > 1 else []


def _goes_on(last: Claim, claim: Claim) -> bool:
    if claim.topic.measure is not Measure.SHARE or claim.topic.dimension != "part":
        return False
    between = claim.article.text[last.figure.span.end : claim.figure.span.start]
    return 0 < len(between) <= 4 and set(between) <= COLONS


def _complete(claims: Sequence[Claim], parts: Parts) -> Iterator[list[Claim]]:
    """第一产业占…，第二产业占…，第三产业占…: shares of one sentence that go by the names of a complete set."""
    shares = [claim for claim in claims if claim.topic.measure is Measure.SHARE and claim.topic.dimension == "ratio"]
    for names in parts.complete:
        for at in range(len(shares) - len(names) + 1):
            row = shares[at : at + len(names)]
            if row[0].sentence == row[-1].sentence and _go_by(row, names) and _parallel(row):
                yield row


def _go_by(row: Sequence[Claim], names: Sequence[str]) -> bool:
    """Whether each share has one of the names, in any order."""
    found = [next((name for name in names if name in share.topic.indicator), None) for share in row]
    return None not in found and len(set(found)) == len(names)


def _parallel(row: Sequence[Claim]) -> bool:
    """Whether the shares are of one thing: the later ones say nothing of what they are of, or the same."""
    first, *others = (share.topic.indicator for share in row)
    return all(len(other) <= len(first) + 2 for other in others)


def _announced(claims: Sequence[Claim], parts: Parts) -> Iterator[list[Claim]]:
    """能源消费结构中，煤炭占…，石油占…: three shares or more in a sentence that opens with a structure."""
    shares = [claim for claim in claims if claim.topic.measure is Measure.SHARE and claim.topic.dimension == "ratio"]
    for _, sentence in groupby(shares, key=lambda share: share.sentence):
        row = list(sentence)
        start, first = row[0].figure.sentence.start, row[0].figure.span.start
        opening = row[0].article.text[start : min(first, start + OPENING)]
        whole = sum(share.quantity.stated[-1] for share in row)
        if len(row) > 2 and any(word in opening for word in parts.structure) and whole > HUNDRED - parts.near:
            yield row


# ------------------------------------------------------------------------------- answers


def _answers(claims: Sequence[Claim], parts: Parts) -> Iterator[list[Claim]]:
    """52%的受访者支持，31%反对，17%不确定: the answers to a question, one of which leaves no other."""
    ratios = [
        claim for claim in claims if claim.topic.dimension == "ratio" and claim.topic.measure is not Measure.CHANGE
    ]
    for _, sentence in groupby(ratios, key=lambda claim: claim.sentence):
        row = list(sentence)
        answers = [_answer(claim, behind) for claim, behind in zip(row, [*row[1:], None], strict=True)]
        left = any(answer.endswith(parts.rest) for answer in answers[1:]) if parts.rest else False
        if len(row) > 2 and (left or _opposed(answers, parts.against)):
            yield row


def _answer(claim: Claim, behind: Claim | None) -> str:
    """What so many say: the words between a share and the next, up to the end of the clause."""
    end = min(behind.figure.span.start if behind else claim.figure.sentence.end, claim.figure.span.end + OPENING)
    return _CLAUSE.split(claim.article.text[claim.figure.span.end : end], maxsplit=1)[0]


def _opposed(answers: Sequence[str], against: str) -> bool:
    """Whether one answer is the opposite of another: 满意, 不满意."""
    turned = [answer.partition(against)[2] for answer in answers] if against else []
    return any(word and other.endswith(word) and against not in other for word in turned for other in answers)


KIND = Kind("whole", Parts, check, Over.STORY, sums.PLACEHOLDERS)
