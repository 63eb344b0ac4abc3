"""Bounds that are told by other words than those right at a number: the oldest is 78, hit 20 million, in three days."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figcheck.model import Article, Bound
from figcheck.translation import bounds, tables
from figcheck.translation.assignment import Match, Spot
from figcheck.translation.expression import Expression, Kind
from figcheck.translation.sentences import Sentence, read_as

_COMMA = re.compile(r"[，,；;](?!\d)")
_AGAIN = re.compile(r"[^（(，。,.]{0,4}[（(][^（()）]*[)）]")
"""What is given again in brackets."""


class Words:
    """The words around the numbers of both texts."""

    def __init__(
        self, articles: tuple[Article, Article], sentences: tuple[Sequence[Sentence], Sequence[Sentence]]
    ) -> None:
        self._articles, self._sentences = articles, sentences

    def say(self, match: Match) -> bool:
        """Whether the bound that one side lacks is told there by other words around the number."""
        sides = bounds.SIDES[match.a.told.bound], bounds.SIDES[match.b.told.bound]
        for side, spot, number in ((sides[0], match.b, 1), (sides[1], match.a, 0)):
            if side in (bounds.ABOVE, bounds.BELOW, bounds.AROUND) and self._hinted(spot, number, side):
                return True
            other = match.a if spot is match.b else match.b
            if other.told.bound is Bound.ALMOST and self._hinted(spot, number, bounds.AROUND):
                return True
            if other.told.bound is Bound.MILESTONE and self._landmark(spot, number):
                return True
            if other.told.bound is Bound.AT_MOST and self._frames(spot, number):
                return True
            if other.told.bound in (Bound.GREATEST, Bound.LEAST) and self._superlative(spot, number):
                return True
        return False

    def _hinted(self, spot: Spot, number: int, side: str) -> bool:
        """Whether the clause around an expression holds a word for this side that is not another figure's own."""
        text, lang = self._articles[number].text, self._articles[number].lang
        start, end = self._clause(spot.told, number)
        words = tables.bounds(read_as(lang))
        own = spot.told.core if spot.told.bound is Bound.EXACT else spot.told.start  # 多达6000 only stresses
        before, behind = text[start:own].lower(), text[spot.told.end : end].lower()
        if lang == "zh":
            beside = f"{before[-4:]}|{behind[:4]}"
            return any(word in f"{before}|{behind}" for word in words.hints[side]) or any(
                word in beside for word in words.beside[side]
            )
        before, behind = (re.sub(r"[^a-z0-9+]+", " ", part) for part in (f" {before} ", f" {behind} "))
        beside = f"{' '.join(before.split()[-3:])} | {' '.join(behind.split()[:3])}"
        return any(f" {word} " in f" {before} | {behind} " for word in words.hints[side]) or any(
            f" {word} " in f" {beside} " for word in words.beside[side]
        )

    def _frames(self, spot: Spot, number: int) -> bool:
        """Whether a length of time is told as the frame of something: for three days, over three days."""
        article = self._articles[number]
        words = tables.data(read_as(article.lang), "bounds")["told_otherwise"]["frames"]
        before = article.text[max(0, spot.told.start - 18) : spot.told.core].lower().rstrip()
        told = before.endswith(tuple(words)) if article.lang == "zh" else set(before.split()[-2:]) & set(words)
        return spot.told.dimension == "time" and bool(told)

    def _landmark(self, spot: Spot, number: int) -> bool:
        """Whether the number is told as a mark that was reached: hit 20 million."""
        article = self._articles[number]
        words = tables.data(read_as(article.lang), "bounds")["told_otherwise"]["landmarks"]
        before = article.text[max(0, spot.told.start - 12) : spot.told.core].lower()
        return any(word in before for word in words)

    def _superlative(self, spot: Spot, number: int) -> bool:
        """Whether the sentence says of something that it is the most: the oldest is 78."""
        article = self._articles[number]
        lang = read_as(article.lang)
        sentence = self._sentence(spot.told, number)
        text = article.text[sentence.start : sentence.end].lower()
        told = text if lang == "zh" else re.findall(r"[a-z]+", text)
        return any(word in told for word in tables.data(lang, "bounds")["told_otherwise"]["extremes"])

    def _sentence(self, told: Expression, number: int) -> Sentence:
        return next(one for one in self._sentences[number] if one.start <= told.core < one.end)

    def _clause(self, told: Expression, number: int) -> tuple[int, int]:
        """From the expression before, or the start of the sentence, to the one behind."""
        sentence = self._sentence(told, number)
        before = [one.end for one in sentence.expressions if one.end <= told.start and one.kind is not Kind.DATE]
        again = _AGAIN.match(self._articles[number].text, told.end)
        last = again.end() if again else told.end
        behind = [one.start for one in sentence.expressions if one.start >= last]
        start, end = max([sentence.start, *before]), min([sentence.end, *behind])
        text = self._articles[number].text
        commas = [match.end() for match in _COMMA.finditer(text, start, end)]
        return max([start, *(at for at in commas if at <= told.start)]), min([end, *(at for at in commas if at > last)])
