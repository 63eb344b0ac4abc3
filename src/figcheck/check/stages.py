"""stages: what was counted in the parts of a time makes what was counted in all of it (一季度 and 二季度: 上半年)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from figcheck import ui
from figcheck.check import sums
from figcheck.check.parts import added
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.sums import Sum
from figcheck.model import Claim, How, Measure, Text
from figcheck.spoken import amount

DAY = timedelta(days=1)
SURE = (How.TOLD, How.CARRIED, How.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Stages:
    """Parameters: `adds_up` are beginnings of dimensions of which amounts of times add up; `stocks` are ends of names
    of what is there at a time and does not add up (余额, 人口); `slack` is by what share of the whole the sum may miss
    and be a revision."""

    adds_up: tuple[str, ...] = ()
    stocks: tuple[str, ...] = ()
    slack: Decimal = Decimal("0.01")


def check(claims: Sequence[Claim], stages: Stages) -> Iterator[Hit]:
    """A hit for every amount of a time whose parts are told, too, and make another amount."""
    for row in _questions(claims, stages).values():
        first = list({_ends(claim): claim for claim in reversed(row)}.values())  # the first telling of each time
        for whole in row:
            parts = _parts(whole, first)
            if len(parts) > 1:
                yield from _hits(whole, parts, stages.slack)


def _questions(claims: Sequence[Claim], stages: Stages) -> Mapping[object, list[Claim]]:
    """The flows of a story, by what they are of."""
    rows: dict[object, list[Claim]] = {}
    for claim in claims:
        if _flows(claim, stages):
            topic = claim.topic
            key = (topic.canonical, topic.action, topic.subject_key, topic.scope, topic.footing, topic.basis)
            rows.setdefault((*key, topic.dimension, claim.quantity.unit.name), []).append(claim)
    return rows


def _flows(claim: Claim, stages: Stages) -> bool:
    """Whether a figure tells how much there was in a time with a beginning and an end."""
    topic, period = claim.topic, claim.topic.period
    timed = period is not None and period.start is not None and not period.as_of and period.how in SURE
    adds_up = (
        topic.measure is Measure.LEVEL and topic.dimension.startswith(stages.adds_up) and "/" not in topic.dimension
    )
    return timed and adds_up and bool(topic.canonical) and not topic.canonical.endswith(stages.stocks)


def _parts(whole: Claim, row: Sequence[Claim]) -> list[Claim]:
    """Figures of times that follow each other through all the time of the whole; none where one is missing."""
    begin, end = _ends(whole)
    within = [claim for claim in row if _ends(claim) != (begin, end) and _ends(claim)[1] <= end]
    chain: list[Claim] = []
    while begin <= end:
        next_ones = [claim for claim in within if _ends(claim)[0] == begin]
        if not next_ones:
            return []
        chain.append(min(next_ones, key=lambda claim: _ends(claim)[1]))
        begin = _ends(chain[-1])[1] + DAY
    return chain


def _ends(claim: Claim) -> tuple[date, date]:
    period = claim.topic.period
    assert period is not None
    assert period.start is not None
    return period.start, period.end or period.start


def _hits(whole: Claim, parts: Sequence[Claim], slack: Decimal) -> Iterator[Hit]:
    lead: Text = {
        lang: ui.say("sum.parts", lang, parts=" + ".join(amount(part.quantity, lang) for part in parts))
        for lang in ui.LANGS
    }
    made = Sum(tuple(parts), whole, added, lead)
    result, told = made.result().high, whole.quantity.stated[-1]
    if made.fails() and sums.positive(whole, *parts) and result is not None and abs(result - told) > slack * told:
        yield made.hit()


KIND = Kind("stages", Stages, check, Over.STORY, sums.PLACEHOLDERS)
