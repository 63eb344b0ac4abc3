"""Every example of every shipped rule is a test: what must be flagged, what must stay silent, known misses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from figcheck import pipeline
from figcheck.model import Finding
from figcheck.rulebook import Example, Expect, Rule, load, shipped_rules
from figcheck.ruletest import run_example

RULES, _ = load([shipped_rules()])


def check_texts(texts: Sequence[str]) -> Sequence[Finding]:
    return pipeline.check_texts(texts, RULES).findings


def cases() -> Iterator[object]:
    for rule in RULES:
        for example in rule.examples:
            marks = [pytest.mark.xfail(reason="known miss")] if example.expect is Expect.TODO else []
            yield pytest.param(rule, example, id=f"{rule.id}:{example.line}", marks=marks)


@pytest.mark.parametrize(("rule", "example"), list(cases()))
def test_example(rule: Rule, example: Example) -> None:
    assert run_example(rule, example, check_texts).fault == ""
