"""Articles and claims that were kept: each is of its type, and fills itself when it is first asked for something.

Who holds one need not know. A run in which little has changed asks for little, and loads no more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any

from figcheck import packed
from figcheck.model import Article, Claim, Dated, Spot, Story
from figcheck.naming import Naming, renamed

HEAVY = ("original", "text", "offsets", "stories", "spots")
"""What an article is loaded for; the rest of it is known from the beginning."""

Body = tuple[bytes, list[bytes], list[bytes]]
"""An article's heavy fields, its claims, and the dates that it ties together: packed, each by itself."""


class Home:
    """One article as it was kept, with its claims by their numbers. `name` is the same for the same content."""

    def __init__(
        self, light: Mapping[str, Any], size: int, name: bytes, body: Callable[[], Body], naming: Naming
    ) -> None:
        self.name, self._body, self._naming = name, body, naming
        self.article = KeptArticle.__new__(KeptArticle)
        self.article.__dict__.update(light, home=self)
        self.claims = [_claim(self, number) for number in range(size)]

    def heavy(self) -> Mapping[str, Any]:
        """The fields of the article that are loaded when they are asked for."""
        return dict(zip(HEAVY, packed.unpacked(self._body()[0]), strict=True))

    def fill(self, claim: KeptClaim) -> None:
        """Load the claim, and call its indicator as the desk does."""
        values = packed.unpacked(self._body()[1][claim.number], (self.article,))
        for name, value in zip(Claim.__slots__, values, strict=True):
            object.__setattr__(claim, name, value)
        if self._naming.names:
            (better,) = renamed([claim], self._naming)
            object.__setattr__(claim, "topic", better.topic)

    def dates(self) -> Sequence[Dated]:
        """The dates that the article ties together."""
        return [packed.unpacked(data, (self.article, *self.claims)) for data in self._body()[2]]


class KeptClaim(Claim):
    """A claim that is loaded when it is first asked for something."""

    __slots__ = ("home", "number")
    home: Home
    number: int

    def __getattr__(self, name: str) -> Any:
        if name not in Claim.__slots__:
            raise AttributeError(name)
        self.home.fill(self)
        return object.__getattribute__(self, name)

    @property
    def article(self) -> Article:
        return self.home.article if hasattr(self, "home") else self.figure.span.article


class KeptArticle(Article):
    """An article whose text is loaded when it is first asked for."""

    home: Home

    @cached_property
    def original(self) -> str:
        found: str = self._filled("original")
        return found

    @cached_property
    def text(self) -> str:
        found: str = self._filled("text")
        return found

    @cached_property
    def offsets(self) -> Sequence[int]:
        found: Sequence[int] = self._filled("offsets")
        return found

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        found: tuple[Story, ...] = self._filled("stories")
        return found

    @cached_property
    def spots(self) -> Sequence[tuple[int, Spot]]:
        found: Sequence[tuple[int, Spot]] = self._filled("spots")
        return found

    def _filled(self, name: str) -> Any:
        self.__dict__.update(self.home.heavy())
        return self.__dict__[name]


def _claim(home: Home, number: int) -> KeptClaim:
    made = KeptClaim.__new__(KeptClaim)
    object.__setattr__(made, "home", home)
    object.__setattr__(made, "number", number)
    return made


def light(article: Article) -> dict[str, Any]:
    """The fields of an article that are no burden, and its length."""
    told = {name: value for name, value in vars(article).items() if name in Article.__dataclass_fields__}
    return {name: value for name, value in told.items() if name not in HEAVY} | {"characters": article.characters}


def body(article: Article, claims: Sequence[Claim], dates: Sequence[Dated]) -> Body:
    """The rest of the article, and what it says, each packed by itself."""
    inside = (article, *claims)
    heavy = packed.packed([getattr(article, name) for name in HEAVY])
    fields = [packed.packed([getattr(claim, name) for name in Claim.__slots__], (article,)) for claim in claims]
    return heavy, fields, [packed.packed(one, inside) for one in dates]


def release(claims: Iterable[Claim]) -> None:
    """Let go of what kept claims hold, once a piece of work is done: they fill themselves again for whoever asks."""
    for claim in claims:
        if isinstance(claim, KeptClaim) and hasattr(claim, "home"):
            for name in Claim.__slots__:
                with suppress(AttributeError):
                    object.__delattr__(claim, name)


def are_named(claims: Sequence[Claim]) -> bool:
    """Whether all of the claims are kept ones."""
    return all(isinstance(claim, KeptClaim) and hasattr(claim, "home") for claim in claims)


def names(claims: Sequence[Claim]) -> bytes:
    """What kept claims say, as a name: the same bytes for the same claims of the same articles."""
    told = [claim for claim in claims if isinstance(claim, KeptClaim)]
    assert len(told) == len(claims), "only claims that are kept have names"
    return b"".join([claim.home.name + claim.number.to_bytes(4, "big") for claim in told])
