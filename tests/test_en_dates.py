"""Dates with their day of the week in English text: the examples of dates.yaml, held against the calendar."""

from __future__ import annotations

import pytest

from figcheck.check.weekday import Parameters, check
from figcheck.dated import dated
from figcheck.extract import extract
from figcheck.lang.en.dates import words
from figcheck.read import article_from_text


def misses(text: str) -> list[bool]:
    """For every date with a day of the week: whether it is another day."""
    found = dated(extract(article_from_text(f"The fair opened {text}, at noon.", "a.txt")))
    return [bool(list(check(one, Parameters()))) for one in found]


@pytest.mark.parametrize("text", words()["examples"]["right"])
def test_a_date_with_its_own_day(text: str) -> None:
    assert misses(text) == [False]


@pytest.mark.parametrize("text", words()["examples"]["wrong"])
def test_a_date_with_another_day(text: str) -> None:
    assert misses(text) == [True]


@pytest.mark.parametrize("text", words()["none"])
def test_what_is_no_date_with_a_day(text: str) -> None:
    assert misses(text) == []


def test_another_date_of_the_story_stands_as_a_witness() -> None:
    text = "It closed on Friday, October 8, 2005. It opens again on Tuesday, October 11."
    wrong, right = dated(extract(article_from_text(text, "a.txt")))
    assert [claim.figure.span.text for claim in wrong.claims] == ["October 8, 2005", "October 11", "Friday"]
    assert [bool(list(check(one, Parameters()))) for one in (wrong, right)] == [True, False]
