"""Periods in English text, reckoned for an article of 31 October 2025: the examples of periods.yaml."""

from __future__ import annotations

from datetime import date

import pytest

from figcheck.lang.en import periods
from figcheck.when import reckon

PUBLISHED = date(2025, 10, 31)


def labels(text: str) -> list[str | None]:
    found = [reckon(mention, PUBLISHED) for mention in periods.find(text)]
    return [period.label for period in found if period is not None]


@pytest.mark.parametrize(("text", "expected"), periods.words()["examples"].items())
def test_periods_as_written(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("text", periods.words()["none"])
def test_what_is_no_period(text: str) -> None:
    assert list(periods.find(text)) == []


@pytest.mark.parametrize(
    "text", ["up from 4 percent a year earlier", "since 2019", "more than in 2010", "as high as in 2010"]
)
def test_what_a_figure_is_held_against(text: str) -> None:
    assert [mention.basis for mention in periods.find(text)] == [True]
