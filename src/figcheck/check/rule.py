"""What the stage works with: kinds of check, the rules made of them, and the hits that they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from figcheck.check.select import Select
from figcheck.model import Claim, Dated, Group, Pair, Severity, Text, Translation, Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """Claims that cannot all stand as they are, in the order of their places.

    `values` fill the placeholders of the kind's own in the message: name → words in each language. However grave the
    rule, a hit is no worse than `at_most`. `weighed` says that what is unsure was weighed in this already.
    """

    claims: tuple[Claim, ...]
    verdict: Verdict
    confidence: float = 1.0
    unsure: tuple[str, ...] = ()
    cause: str | None = None
    values: Mapping[str, Text] = field(default_factory=dict)
    at_most: Severity = Severity.ERROR
    weighed: bool = False

    @classmethod
    def of(cls, pair: Pair, verdict: Verdict, **more: Any) -> Hit:
        """The two claims of a pair, no worse than it is sure that they answer one question."""
        told = {"claims": (pair.a, pair.b), "confidence": pair.score, "unsure": pair.unsure, "at_most": pair.worst}
        return cls(verdict=verdict, weighed=True, **{**told, **more})


class Over(StrEnum):
    """What a kind looks at."""

    GROUP = "group"  # tellings of one question, in pairs
    STORY = "story"  # the claims of one story, for what they make together
    DATES = "dates"  # dates that a text ties together
    APPROVED = "approved"  # tellings of one question, in pairs with an approved wording
    TRANSLATION = "translation"  # a text held against its original
    CORPUS = "corpus"  # the claims of all articles, for what these ask of each other


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to check that rules can use.

    `parameters` is a frozen dataclass: what a rule may write under `with`, with its defaults. `check` is given a group,
    the claims of a story or a corpus, as `over` says, and the parameters. `placeholders` are what messages
    may name besides those that every kind offers. A `general` kind is silent where another finds the same.
    """

    name: str
    parameters: type
    check: Callable[[Any, Any], Iterator[Hit]]
    over: Over = Over.GROUP
    placeholders: tuple[str, ...] = ()
    general: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The level `after` grew as `told` says, so that an earlier level is asked for.

    `near` are those that its own story tells for that time; `key` names those of other stories, None where they are
    not asked.
    """

    after: Claim
    told: Claim
    near: Sequence[Claim] = ()
    key: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Claims of several articles, by their places, with what these articles ask of each other."""

    claims: tuple[Claim, ...] = ()
    asked: tuple[Asked, ...] = ()


Material = Group | Dated | Corpus | Translation | Sequence[Claim]
"""What a kind is given: see `Over`."""


class Expect(StrEnum):
    """What a rule's example is there to show."""

    FLAG = "flag"  # must be reported, at exactly the marked figures
    OK = "ok"  # must stay silent, under every rule
    TODO = "todo"  # a known miss: expected to fail, loud when it begins to pass


@dataclass(frozen=True, slots=True)
class Example:
    """Texts that show what a rule means; figures between `<<` and `>>` are those that it must tie together."""

    expect: Expect
    texts: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A judgement: what is looked for, how bad it is, what the editor is told. `check` names a kind.

    `own` rules are a desk's: of several for the same claims they speak before those that come with figcheck.
    """

    id: str
    title: Text
    severity: Severity
    check: str
    parameters: Any
    select: Select
    message: Text
    why: Text
    examples: tuple[Example, ...]
    path: str
    own: bool = False
