"""Errors as English newspapers print them, and the same texts put right: found, and left in peace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from figcheck import pipeline, rulebook, yamlio
from figcheck.model import Severity

PAIRS = yamlio.read(Path(__file__).with_name("pairs.en.yaml"))
RULES, _ = rulebook.load([rulebook.shipped_rules()])


def rows(key: str) -> list[Any]:
    return [
        pytest.param(row, id=f"{kind}-{row['wrong'][0][:40]}") for kind, found in PAIRS[key].items() for row in found
    ]


def loud(texts: list[str]) -> list[str]:
    """The rules that report an error or a warning."""
    outcome = pipeline.check_texts([f"---\ndate: 2021-03-01\n---\n{text}" for text in texts], RULES)
    return [finding.rule for finding in outcome.findings if finding.severity > Severity.INFO]


@pytest.mark.parametrize("row", rows("found"))
def test_the_error_is_found(row: Any) -> None:
    assert row["rule"] in loud(row["wrong"])


def right_texts() -> list[Any]:
    """All of them; `alarms` says of one why it is not left in peace yet."""
    return [
        pytest.param(*row.values, id=row.id, marks=pytest.mark.xfail(reason=why, strict=True)) if why else row
        for row in (*rows("found"), *rows("todo"))
        for why in [row.values[0].get("alarms")]
    ]


@pytest.mark.parametrize("row", right_texts())
def test_the_text_put_right_is_left_in_peace(row: Any) -> None:
    assert loud(row["right"]) == []


@pytest.mark.xfail(reason="a known miss", strict=True)
@pytest.mark.parametrize("row", rows("todo"))
def test_the_error_should_be_found(row: Any) -> None:
    assert loud(row["wrong"])


@pytest.mark.parametrize("text", PAIRS["quiet"])
def test_clean_prose_is_left_in_peace(text: str) -> None:
    assert loud([text]) == []


@pytest.mark.parametrize("text", PAIRS["mixed"])
def test_two_languages_in_one_paragraph_draw_nothing(text: str) -> None:
    assert loud([text]) == []
