"""`figcheck test`: the examples of the shipped rules by themselves, those of a desk's own under all that it has set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from figcheck import pipeline, rulebook, ruletest
from figcheck.check.rule import Rule
from figcheck.model import Finding, Outcome
from figcheck.ruletest import ExampleResult
from figcheck.setup import Setup


def examined(desk: Setup, folder: Path | None = None) -> list[ExampleResult]:
    """The results of all examples, or of those of the rules in a folder.

    Shipped rules are tried as they were shipped: what a desk has changed of them is not a fault of their examples.
    """
    shipped, _ = rulebook.load([rulebook.shipped_rules()])
    own = [one.rule for one in desk.tuned if one.rule.own]
    used = [one.rule for one in desk.tuned if one.rule.own or not one.off]

    def plain(texts: Sequence[str]) -> Sequence[Finding]:
        return _sound(pipeline.check_texts(texts, shipped))

    def as_set(texts: Sequence[str]) -> Sequence[Finding]:
        return _sound(pipeline.check_texts(texts, used, desk.config.naming))

    return [
        *ruletest.run_examples(_asked(shipped, folder), plain),
        *ruletest.run_examples(_asked(own, folder), as_set),
    ]


def _sound(outcome: Outcome) -> Sequence[Finding]:
    """What was found, where nothing failed: an example that breaks figcheck proves nothing."""
    failed = next((problem for problem in outcome.problems if problem.trace), None)
    if failed is not None:
        raise RuntimeError(f"{failed.problem}\n{failed.trace}")
    return outcome.findings


def _asked(rules: Sequence[Rule], folder: Path | None) -> list[Rule]:
    return [rule for rule in rules if folder is None or _stands_in(rule, folder)]


def _stands_in(rule: Rule, folder: Path) -> bool:
    return Path(rule.path).parent.resolve() == folder.resolve()
