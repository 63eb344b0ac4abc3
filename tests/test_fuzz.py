"""A moment of what `tests/fuzz/run.py` does for minutes: files changed at random, and texts of a grammar."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from fuzz.run import Fuzz
from fuzz.seeds import seeds
from fuzz.sentences import article, grammar


@pytest.mark.parametrize("suffix", sorted(seeds()))
def test_a_file_that_was_changed_anywhere_is_read_or_refused(tmp_path: Path, suffix: str) -> None:
    fuzz = Fuzz(suffix, tmp_path)
    for number in range(25):
        fuzz.one(number)
    assert fuzz.counts["broken"] == 0
    assert fuzz.counts.total() == 25


@pytest.mark.parametrize(("kind", "many"), [("sentences", 600), ("pairs", 120)])
def test_a_text_of_any_figures_is_checked(tmp_path: Path, kind: str, many: int) -> None:
    fuzz = Fuzz(kind, tmp_path)
    for number in range(many):
        fuzz.one(number)
    assert fuzz.counts == {"articles": many}


def test_a_number_makes_one_text() -> None:
    assert [article(Random(7)), article(Random(7), "en")] == [article(Random(7)), article(Random(7), "en")]
    assert len({article(Random(number)) for number in range(50)}) > 45


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_grammar_names_no_rule_that_it_does_not_have(lang: str) -> None:
    for name in grammar(lang):
        for number in range(20):
            article(Random(number), lang, name)
