"""What the figures of a story owe each other: formulas, the words that tell roles, the search, and the judgement."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from figcheck import approvals, pipeline, yamlio
from figcheck.check.equations import engine
from figcheck.check.equations.formula import Formula
from figcheck.check.equations.relation import Relation
from figcheck.check.equations.terms import Term, terms
from figcheck.check.finding import place
from figcheck.lang import relations
from figcheck.model import Finding, Interval, Problem
from figcheck.rulebook import Rule, load, shipped_rules
from figcheck.ruletest import run_example
from figcheck.understand import understand

RULES, _ = load([shipped_rules()])
RELATIONS: dict[str, Relation] = {rule.id: rule.parameters for rule in RULES if rule.check == "equation"}


def story(text: str) -> list[Term]:
    """The terms of a text that is one story."""
    made = understand(approvals.example(text, "1.txt"))
    own = sorted((*made.claims, *made.nameless), key=place)
    (first, *others) = [list(rows) for _, rows in groupby(own, key=lambda claim: claim.story)]
    assert not others
    return terms(first)


def findings(text: str) -> list[Finding]:
    """What the equations find in a text."""
    return list(pipeline.check_texts([text], [rule for rule in RULES if rule.check == "equation"]).findings)


# ------------------------------------------------------------------------------- formulas


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("part / whole", "one role on the right"),
        ("part / whole = 3", "one role on the right"),
        ("part / = share", "no sum of roles"),
        ("part ** 2 = share", "can stand in a relation"),
        ("sum(part) + sum(other) = total", "can stand in a relation"),
        ("open('x') = total", "can stand in a relation"),
    ],
)
def test_what_is_no_formula_is_refused(written: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        Formula(written)


def test_a_formula_carries_rounding_through() -> None:
    share = Formula("part / whole = share")
    made = share.value({"part": [Interval.rounded("30")], "whole": [Interval.rounded("120")]}, Interval.exactly)
    assert made.within(Interval(Decimal("0.24"), Decimal("0.26")))
    assert Interval.exactly(1).scaled(Decimal("0.25")).within(made)


def test_a_formula_is_shown_with_its_brackets() -> None:
    gained = Formula("gain / (after - gain) = growth")
    assert gained.words({"gain": "5", "after": "105"}) == "5 ÷ (105 − 5)"


# ------------------------------------------------------------------------------- words beside figures


def examples() -> list[object]:
    rows = []
    for lang in ("zh", "en"):
        for name, patterns in yamlio.read(relations.HERE / lang / "relations.yaml").items():
            if name != relations.ALSO:
                rows += [
                    pytest.param(lang, name, example, id=f"{lang}:{name}:{example}") for example in patterns.values()
                ]
    return rows


@pytest.mark.parametrize(("lang", "name", "example"), examples())
def test_every_pattern_has_an_example_that_it_knows(lang: str, name: str, example: str) -> None:
    before, _, rest = example.partition("<<")
    behind = rest.partition(">>")[2]
    assert name in relations.classes(lang, before, behind)[0]


# ------------------------------------------------------------------------------- terms


def test_a_bare_number_may_borrow_the_unit_beside_it() -> None:
    made, whole, _ = story("The turbines made 20.7 tonnes out of 57.5, or 36 percent.")
    assert (made.bare, whole.bare) == (False, True)
    assert whole.borrowing(made).kind == "mass"
    assert whole.borrowing(made).span.low == pytest.approx(57450)


def test_a_rate_knows_what_it_is_for_each_of() -> None:
    assert [term.per for term in story("全校有30个班，平均每班51人。")] == ["", "班"]
    assert [term.per for term in story("Growers sold 400 tonnes at £190 a tonne.")] == ["", "tonne"]


# ------------------------------------------------------------------------------- judgement


def test_what_holds_explains_its_figures() -> None:
    """With the right total beside it, a share that another pair would miss is no error."""
    assert not findings("全校学生1500人，其中住校300人，走读1200人，走读生占80%。教师120人，其中女教师90人，占75%。")


def test_a_finding_shows_the_formula_and_what_would_fit() -> None:
    (found,) = findings("合作社350户社员共分红910万元，户均2.9万元。")
    assert "910万元 ÷ 350户" in found.message["zh"]
    assert "2.6万元" in found.message["zh"]


@pytest.mark.parametrize("factor", [2, 3, 10, 100, 10000])
def test_a_big_slip_is_found_like_a_small_one(factor: int) -> None:
    assert findings(f"Enrolment climbed to {1200 * factor:,} from 1,000 a year ago, a rise of 20 percent.")
    assert findings(f"合作社{350 * factor}户社员共分红910万元，户均2.6万元。")
    assert findings(f"新泵站每小时排水{24000 * factor}立方米，是旧泵站3000立方米的八倍。")


def test_no_relation_looks_further_than_its_story_or_takes_longer_than_the_text() -> None:
    text = "".join(f"第{n}组登记{1000 + 37 * n}户，其中{400 + 13 * n}户参加，占{20 + n % 50}%。" for n in range(1, 100))
    made = story(text)
    assert len(made) > 290
    tries = sum(len(group) for group in engine.tried(made, RELATIONS))
    assert tries < 400 * len(made)


OWN = """\
id: box-office
title: {zh: 票房, en: Box office}
severity: error
check: equation
with:
  relation: price * visits = takings
  roles:
    price: {indicator: [票价], like: takings}
    visits: {indicator: [人次, 观众], counted: true}
    takings: {indicator: [票房]}
message: {zh: "{sum}", en: "{sum}"}
why: {zh: 票价乘人次, en: The price times the visits}
examples:
  flag: [["观众<<3000人次>>，平均票价<<40元>>，票房<<21万元>>。"]]
  ok: [["观众3000人次，平均票价40元，票房12万元。"]]
"""


def own(folder: Path, text: str) -> tuple[list[Rule], list[Problem]]:
    """A newsroom's rule in a folder, as it is loaded beside the others."""
    (folder / "box-office.yaml").write_text(text, encoding="utf-8")
    loaded, problems = load([folder])
    return [*RULES, *loaded], problems


def test_a_newsroom_writes_its_own_relation(tmp_path: Path) -> None:
    rules, problems = own(tmp_path, OWN)
    assert not problems
    for example in rules[-1].examples:
        assert run_example(rules[-1], example, lambda texts: pipeline.check_texts(texts, rules).findings).fault == ""


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("price * visits", "price ** visits", "can stand in a relation"),
        ("price * visits", "price * guests", "`roles` has no guests"),
        ("like: takings", "like: taking", "`roles` has no taking"),
    ],
)
def test_a_relation_that_cannot_be_reckoned_is_refused(tmp_path: Path, wrong: str, right: str, told: str) -> None:
    _, (problem,) = own(tmp_path, OWN.replace(wrong, right))
    assert told in problem.problem
    assert problem.path.endswith("box-office.yaml:5")


def test_the_weights_are_felt() -> None:
    table = engine.weights()
    assert {"verdict", *(Formula(relation.relation).told for relation in RELATIONS.values())} <= set(table)
