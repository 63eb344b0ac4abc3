"""A claim made ready to be held against many others: its words with their rarity, its names, its times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from figcheck.lang import pack
from figcheck.match.frames import WINDOWS, unpacked
from figcheck.match.values import Written
from figcheck.match.words import rarities
from figcheck.model import Bound, Claim, Role


@dataclass(eq=False)
class Side:
    """One claim of a comparison. What is reckoned for it is reckoned once, when it is first asked for."""

    claim: Claim

    @cached_property
    def words(self) -> dict[str, int]:
        """Each word of the frame and the windows it stands in."""
        return unpacked(self.claim.frame)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """For each window, the rarity of its words added up."""
        totals, rarity = [0.0] * WINDOWS, rarities()
        for word, windows in self.words.items():
            rare = rarity[word]
            for window in range(WINDOWS):
                if windows >> window & 1:
                    totals[window] += rare
        return tuple(totals)

    @cached_property
    def number(self) -> Written:
        """The figure itself."""
        return Written.of(self.claim)

    @cached_property
    def story(self) -> dict[str, float]:
        """The words that say what the story is about, with their rarity."""
        return _story(self.claim.frame.story)

    @cached_property
    def name(self) -> str:
        """The indicator's own words, joined as the language writes them."""
        return pack(self.claim.article.lang).joined(self.claim.topic.words)

    @cached_property
    def named_among(self) -> dict[int, str]:
        """Of words that exclude each other (进口, 出口), the longest of each group that the name has."""
        return _exclusive(self.claim.article.lang, (self.claim.topic.action or "") + self.name)

    @cached_property
    def said_among(self) -> dict[int, str]:
        """The same of all that the clause says of the figure."""
        topic = self.claim.topic
        return _exclusive(
            self.claim.article.lang, " ".join((topic.action or "", self.name, *topic.scope, *self.claim.context))
        )

    @cached_property
    def day(self) -> int | None:
        """The day of publication, as a number."""
        article, number = self.claim.article, self.claim.story
        story = article.stories[number].published if number < len(article.stories) else None
        day = story or article.published
        return day.toordinal() if day else None

    @cached_property
    def place(self) -> str | None:
        """The key of the place that the subject is, None where it is none."""
        subject = self.claim.topic.subject
        return pack(self.claim.article.lang).place(subject) if subject else None

    @cached_property
    def running(self) -> bool:
        """Whether a count goes on: it is told with 累计, as of an hour, as a landmark that it passed, or in words
        that say so."""
        period = self.claim.topic.period
        by_hour = period is not None and period.clock is not None
        landmark = self.claim.quantity.bound is Bound.MILESTONE
        return "累计" in self.claim.figure.cues or by_hour or landmark or self.claim.frame.running

    @cached_property
    def headline(self) -> bool:
        return self.claim.figure.role is Role.HEADLINE

    @cached_property
    def rarest(self) -> list[str]:
        """The words, the rarest first."""
        return list(self.words)


def place(claim: Claim) -> tuple[str, int, int]:
    """Where a claim stands: claims are taken in this order."""
    return claim.article.path, claim.figure.span.start, claim.figure.span.end


@lru_cache(maxsize=65536)
def _exclusive(lang: str, text: str) -> dict[int, str]:
    return {
        number: max(found, key=len)
        for number, words in enumerate(pack(lang).exclusive())
        if (found := [word for word in words if word in text])
    }


@lru_cache(maxsize=4096)
def _story(words: str) -> dict[str, float]:
    return {word: rarities()[word] for word in words.split(" ")} if words else {}
