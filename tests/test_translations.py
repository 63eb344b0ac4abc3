"""A translation held against its original: what differs is found, what a good translator does is left in peace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from figcheck import pipeline, read, rulebook, yamlio
from figcheck.model import Finding, Severity

PAIRS = Path(__file__).parent / "translations"
PLANTED, FREE = sorted((PAIRS / "planted").glob("*.yaml")), sorted((PAIRS / "free").glob("*.yaml"))
RULES = rulebook.load([rulebook.shipped_rules()])[0]


def named(path: Path) -> str:
    return path.stem


def found(original: str, translation: str) -> list[Finding]:
    """What figcheck finds in a pair."""
    first = read.article_from_text(original, "original.txt")
    second = replace(read.article_from_text(translation, "translation.txt"), translation_of="original.txt")
    return list(pipeline.check_articles([first, second], RULES).findings)


def loud(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """The rules and figures of warnings and errors."""
    return [
        (finding.rule, tuple(claim.figure.span.text for claim in finding.claims[: finding.primary]))
        for finding in findings
        if finding.severity >= Severity.WARNING
    ]


# ------------------------------------------------------------------------------- pairs of our own


@dataclass(frozen=True)
class Slip:
    """One mistake of a translator: `wrong` in the place of `right`, the rule that has to find it, the cause."""

    pair: str
    original: str
    translation: str
    rule: str
    cause: str | None

    def caught(self) -> bool:
        """Whether the right rule warns, and no other does."""
        findings = found(self.original, self.translation)
        named = [one for one in findings if one.rule == self.rule and one.severity >= Severity.WARNING]
        told = self.cause is None or any(one.cause == self.cause for one in named)
        return bool(named) and told and {rule for rule, _ in loud(findings)} == {self.rule}


def pair(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = yamlio.read(path)
    return made


def slips() -> Iterator[Slip]:
    for path in PLANTED:
        made = pair(path)
        for slip in made["slips"]:
            assert slip["right"] in made["translation"], f"{path.name}: {slip['right']}"
            changed = made["translation"].replace(slip["right"], slip["wrong"], 1)
            yield Slip(path.stem, made["original"], changed, slip["rule"], slip.get("cause"))


@pytest.mark.parametrize("path", PLANTED, ids=named)
def test_a_faithful_translation_is_left_in_peace(path: Path) -> None:
    assert loud(found(pair(path)["original"], pair(path)["translation"])) == []


@pytest.mark.parametrize("path", FREE, ids=named)
def test_a_free_translation_is_left_in_peace(path: Path) -> None:
    assert loud(found(pair(path)["original"], pair(path)["translation"])) == []


def test_nine_planted_slips_of_ten_are_found_by_the_right_rule() -> None:
    planted = list(slips())
    missed = [(slip.pair, slip.rule) for slip in planted if not slip.caught()]
    assert len(PLANTED) >= 12
    assert len(missed) <= len(planted) / 10, missed


@pytest.mark.parametrize("rule", ["translation-figure", "translation-bound", "translation-missing"])
def test_of_every_kind_of_slip_nine_of_ten_are_found(rule: str) -> None:
    planted = [slip for slip in slips() if slip.rule == rule]
    assert sum(slip.caught() for slip in planted) >= 0.9 * len(planted) >= 9
