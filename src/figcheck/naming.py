"""What a desk knows of its own names: other names of an indicator, names that are one thing, names that never are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile

from figcheck.lang import pack
from figcheck.model import Claim
from figcheck.patterns import matches


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a link: an indicator by any of its names, and whose, where that is told. `*` stands for anything."""

    indicator: str
    subject: str | None = None

    def takes(self, claim: Claim, names: Mapping[str, str]) -> bool:
        """Whether a claim is on this side; `names` are a desk's own."""
        topic = claim.topic
        whole = names.get(self.indicator) or pack(claim.article.lang).known_names().get(self.indicator)
        if whole != topic.canonical and not any(matches(self.indicator, name) for name in _called(claim)):
            return False
        return self.subject is None or any(matches(self.subject, s) for s in (topic.subject, topic.subject_key))


@dataclass(frozen=True, slots=True)
class Link:
    """Two sides that are, or are not, one question."""

    a: Side
    b: Side

    @property
    def names_subjects(self) -> bool:
        return self.a.subject is not None and self.b.subject is not None


@dataclass(frozen=True, slots=True)
class Naming:
    """`names` maps each other name of an indicator to the one it goes by; `must` are one question, `cannot` never."""

    names: Mapping[str, str] = field(default_factory=dict)
    must: tuple[Link, ...] = ()
    cannot: tuple[Link, ...] = ()

    def tie(self, a: Claim, b: Claim) -> Link | None:
        """The link by which two claims are one question, whatever they are called."""
        return next((link for link in self.must if self._joins(link, a, b)), None)

    def parting(self, a: Claim, b: Claim) -> Link | None:
        """The link by which two claims never are one question."""
        return next((link for link in self.cannot if self._joins(link, a, b)), None)

    def keys(self, claim: Claim) -> Iterator[int]:
        """A number for each link by which a claim may be one question with another."""
        for number, link in enumerate(self.must):
            if link.a.takes(claim, self.names) or link.b.takes(claim, self.names):
                yield number

    def _joins(self, link: Link, a: Claim, b: Claim) -> bool:
        return any(link.a.takes(one, self.names) and link.b.takes(other, self.names) for one, other in ((a, b), (b, a)))


NONE = Naming()
"""Nothing of a desk's own."""


def renamed(claims: Sequence[Claim], naming: Naming) -> list[Claim]:
    """The claims, each under the name that the desk's own list gives its indicator."""
    return [_renamed(claim, naming.names) for claim in claims] if naming.names else list(claims)


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    name = next((name for name in _called(claim) if name in names), None) or _written(claim, names)
    whole = names.get(name) if name is not None else None
    return claim if whole is None else replace(claim, topic=replace(claim.topic, indicator=whole, canonical=whole))


def _written(claim: Claim, names: Mapping[str, str]) -> str | None:
    """The longest name that ends as the indicator does and stands before the figure, where less of it was read."""
    sentence, figure = claim.figure.sentence, claim.figure.span
    said = claim.article.text[sentence.start : figure.start]
    end = "".join(claim.topic.words)
    found = [name for name in names if end and name.endswith(end) and name in said]
    return max(found, key=lambda name: (len(name), name), default=None)


def _called(claim: Claim) -> Iterator[str]:
    """What a claim's indicator may be called: with what is done to it (关停企业), by itself, without 建成, 新增."""
    topic = claim.topic
    yield (topic.action or "") + topic.indicator
    yield topic.indicator + (topic.action or "")
    yield topic.indicator
    yield topic.canonical
    yield "".join(topic.words)
    standing = pack(claim.article.lang).standing()
    yield "".join(dropwhile(standing.__contains__, topic.words))
