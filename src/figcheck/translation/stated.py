"""The claims that stand for the expressions of a text: those that were read of it, or new ones that only say where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from figcheck.model import Article, Claim, Figure, Interval, Measure, Quantity, Role, Span, Topic, Unit
from figcheck.translation.expression import Expression, Kind
from figcheck.translation.sentences import Sentence


class Stated:
    """An article's expressions as claims, each made once."""

    def __init__(self, article: Article, own: Sequence[Claim], found: Sequence[Sentence]) -> None:
        self._article = article
        self._own = sorted(own, key=lambda claim: (claim.figure.span.start, claim.figure.span.end))
        self._starts = [claim.figure.span.start for claim in self._own]
        self._sentences = {one.core: sentence for sentence in found for one in sentence.expressions}
        self._made: dict[tuple[int, int], Claim] = {}

    def known(self, told: Expression) -> Claim | None:
        """The claim that was read where the expression stands; None where there is none."""
        if told.kind in (Kind.DATE, Kind.CLOCK):
            return None
        at = bisect_right(self._starts, told.core) - 1
        while at >= 0 and told.core - self._starts[at] < 40:
            span = self._own[at].figure.span
            if span.start <= told.core < span.end:
                return self._own[at]
            at -= 1
        return None

    def claim(self, told: Expression) -> Claim:
        """The claim for an expression."""
        return self.known(told) or self._new(told)

    def _new(self, told: Expression) -> Claim:
        place = told.start, told.end
        if place not in self._made:
            sentence = self._sentences[told.core]
            span, around = Span(self._article, *place), Span(self._article, sentence.start, sentence.end)
            number = told.number[0]
            for part in told.number[1:]:
                number = number * 100 + part
            unit = Unit(told.unit.name, told.dimension or told.kind.value, told.unit.factor)
            quantity = Quantity(
                (number,), (told.reach and Interval(*told.reach)) or Interval.exactly(Decimal(number)), unit, told.bound
            )
            figure = Figure(span, around, quantity, Measure.NONE, role=self._role(told.start))
            topic = Topic(span.text, told.kind.value, (), Measure.NONE, unit.dimension)
            self._made[place] = Claim(topic, figure, story=self._story(told.start), block=sentence.block)
        return self._made[place]

    def _role(self, at: int) -> Role:
        blocks = (block for story in self._article.stories for block in story.blocks)
        return next((block.role for block in blocks if block.start <= at < block.end), Role.BODY)

    def _story(self, at: int) -> int:
        return next((n for n, story in enumerate(self._article.stories) if story.start <= at < story.end), 0)
