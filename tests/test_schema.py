"""The schemas that editors complete by accept what figcheck accepts, and refuse what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from test_config import MISTAKES

from figcheck import rulebook, schema, yamlio
from figcheck.cli import status

RULES = sorted(rulebook.shipped_rules().glob("*.yaml"))


def mistakes(what: str, value: Any) -> list[str]:
    made = json.loads(schema.written(what))
    Draft202012Validator.check_schema(made)
    return [error.message for error in Draft202012Validator(made).iter_errors(value)]


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_the_shipped_rules_are_as_the_schema_wants_them(path: Path) -> None:
    assert mistakes("rules", yamlio.read(path)) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sevrity", "error"),
        ("severity", "bad"),
        ("check", "agreee"),
        ("with", {"slak": "0"}),
        ("with", {"slack": "lots"}),
        ("select", {"rule": "body"}),
        ("select", {"measure": "levels"}),
        ("why", {"zh": "因为"}),
        ("examples", {"flag": ["<<5家>>"]}),
    ],
)
def test_a_rule_with_a_mistake_is_not(key: str, value: Any) -> None:
    rule = yamlio.read(rulebook.shipped_rules() / "same-figure.yaml")
    assert mistakes("rules", {**rule, key: value})


GOOD = """
rules:
  name-drift: off
  same-figure: {severity: info, with: {slack: 0.01}, select: {role: [headline]}}
  change-from-to: {extend: {constant_prices: [发电量]}}
  our-own: {severity: warning, with: {anything: 1}}
names: {社区书屋: [街头阅读亭], 空白: 单个}
must-link: [[甲, 乙], [{indicator: 甲, subject: 丙}, 乙]]
tolerances: {甲: 0.5%}
approved:
  - 全市共有景区35家。
  - {says: 全市共有景区35家。, until: 2026-01-01}
  - {indicator: 景区, value: 35家, note: 文旅局}
"""


def test_settings_are_as_the_schema_wants_them() -> None:
    assert mistakes("config", yamlio.parse(GOOD, "figcheck.yaml")) == []
    assert mistakes("config", {"rules": None, "names": None, "approved": None}) == []
    assert mistakes("config", {"rules": {"name-drift": False}}) == []  # what other readers make of `off`


NOT_OF_FORM = (
    "names:\n  甲: [乙]",
    "- {indicator: 甲}",
    "until: soon",
    "same-figur: off",
    "extend: {slack",
    "a: b",
    "*x",
)
"""What a form cannot tell: names that stand in two lists, rules that are not there, what is not YAML."""


@pytest.mark.parametrize("wrong", [wrong for wrong, _ in MISTAKES if not any(part in wrong for part in NOT_OF_FORM)])
def test_settings_with_a_mistake_are_not(wrong: str) -> None:
    assert mistakes("config", yamlio.parse(wrong, "figcheck.yaml"))


@pytest.mark.parametrize("what", ["rules", "config"])
def test_the_schemas_are_printed(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["schema", what]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")
