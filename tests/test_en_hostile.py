"""Hostile English text: work that grows with its length, never with the square of it; and sentences that are cut."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from figcheck.extract import extract
from figcheck.lang.en import line, periods, scan, words
from figcheck.lang.en.tokens import Tokens
from figcheck.model import Article, Reading
from figcheck.read import article_from_text

HEAD = "The firm said that it had sold cars to the people of the town.\n\n"
REPEATED = [
    "1 ", "a 1 ", "$1 ", "1, ", "5% ", "1-", "1,000,", "\n1", "rose ", "people ", "in ", "and ", "of the ", '"', ". ",
    "a-", "A", "9", "May ", "mid-", "twice ", "one hundred ", "one million ", "rose 5% to 6 ", "Hong Kong ",
    "born in 1950 ", "aged 50 ", "May 5, 2020 to ", "40 years ago ",
    "its 50th anniversary ", "(1950-1990) ", "at least ",
]  # fmt: skip


def english(text: str) -> Article:
    return article_from_text(HEAD + text, "a.txt")


def read(text: str) -> Reading:
    return extract(english(text))


def work(text: str) -> int:
    """How many functions are called, steps of generators too, to read a text."""
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event == "call"

    article = english(text)
    sys.setprofile(count)
    try:
        extract(article)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_with_the_length(piece: str) -> None:
    times = 2000 // len(piece)
    read(piece)  # word lists are read once
    assert work(piece * 3 * times) < 4 * work(piece * times)


@pytest.mark.parametrize("piece", ["1 ", "a 1 ", "$1 ", "1, ", "5% ", "rose 5% to 6 ", "5 cars and "])
def test_no_sentence_has_more_figures_or_letters_than_can_be_meant(piece: str) -> None:
    article = english(piece * 2000)
    tokens: Tokens = words.tokens(article.text)
    numbers, mentions = list(scan.find(tokens)), list(periods.find(article.text))
    lines = list(line.lines_of(article, tokens, numbers, mentions))
    assert max(len(found.numbers) for found in lines) <= line.MOST_FIGURES
    assert max(found.end - found.start for found in lines) <= line.LONGEST
    assert sum(len(found.numbers) for found in lines) == len(numbers)  # none is lost


@pytest.mark.parametrize("words", ["one hundred " * 3000, "one million " * 3000, "two thousand and " * 3000])
def test_numerals_without_end_are_read_one_by_one(words: str) -> None:
    assert all(len(said.figure.span.text) < 60 for said in read(words).statements)
