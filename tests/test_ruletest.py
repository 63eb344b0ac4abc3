"""How the examples of a rule are judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tellings import group, rule, telling

from figcheck import check
from figcheck.check.rule import Example, Expect
from figcheck.model import Claim, Finding
from figcheck.ruletest import ExampleResult, run_example, run_examples

RULE = rule("agree", name="same-figure")
INDICATOR = "外省游客"
BOTH = "same-figure (121人 / 102人)"
TEXTS = ("外省游客<<121人>>。", "外省游客<<102人>>。", "外省游客121人。")


def claims() -> list[Claim]:
    return [telling(figure, f"{n}.txt", INDICATOR) for n, figure in enumerate(["121人", "102人", "121人"], start=1)]


def result(expect: Expect, texts: Sequence[str], claims: Sequence[Claim], name: str = "same-figure") -> ExampleResult:
    """What becomes of an example where the findings are those of these claims."""

    def check_texts(bare: Sequence[str]) -> list[Finding]:
        assert not any("<<" in text or ">>" in text for text in bare)
        found = check.run([group(*claims)] if claims else [], claims, [RULE])
        return [replace(finding, rule=name) for finding in found]

    return run_example(RULE, Example(expect, tuple(texts), 7), check_texts)


@pytest.mark.parametrize(
    ("expect", "texts", "tellings", "complaint"),
    [
        (Expect.FLAG, TEXTS[:2], 2, ""),
        (Expect.FLAG, TEXTS[:2], 0, "not reported by same-figure"),
        (Expect.FLAG, TEXTS, 3, "not exactly the marked figures: same-figure (121人 / 102人 / 121人)"),
        (Expect.FLAG, ("外省<<游客>>121人。", TEXTS[1]), 2, f"not exactly the marked figures: {BOTH}"),
        (Expect.OK, ("外省游客121人。", "外省游客102人。"), 0, ""),
        (Expect.OK, ("外省游客121人。", "外省游客102人。"), 2, f"reported, but it must stay silent: {BOTH}"),
        (Expect.TODO, TEXTS[:2], 0, ""),
        (Expect.TODO, TEXTS[:2], 2, "a `todo` example holds now: move it to `flag` or `ok`"),
        (Expect.TODO, ("外省游客121人。", "外省游客102人。"), 2, ""),
    ],
)  # fmt: skip
def test_an_example_is_as_expected_or_says_how_it_is_not(
    expect: Expect, texts: tuple[str, ...], tellings: int, complaint: str
) -> None:
    judged = result(expect, texts, claims()[:tellings])
    assert judged.complaint == complaint
    assert judged.passed is (complaint == "")


def test_what_another_rule_reports_does_not_count_but_is_told() -> None:
    judged = result(Expect.FLAG, TEXTS[:2], claims()[:2], name="bound-drift")
    assert judged.complaint == "not reported by same-figure; reported: bound-drift (121人 / 102人)"


def test_a_result_names_the_place_of_its_example() -> None:
    assert result(Expect.FLAG, TEXTS[:2], []).where == "rules/made.yaml:7"


def test_all_examples_of_all_rules_are_run_in_their_order() -> None:
    first = replace(RULE, examples=(Example(Expect.OK, ("一",), 1), Example(Expect.FLAG, ("<<二>>",), 2)))
    results = run_examples([first, replace(first, id="z")], lambda texts: [])
    assert [(r.rule.id, r.example.line, r.passed) for r in results] == [
        ("same-figure", 1, True),
        ("same-figure", 2, False),
        ("z", 1, True),
        ("z", 2, False),
    ]
