"""How fast the stages are; twice the articles take about twice the time: `pytest tests/bench --benchmark-only`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from figcheck import read, rulebook
from figcheck.model import Outcome
from figcheck.pipeline import check_articles

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").rglob("*.*"))


def articles(times: int) -> list[str]:
    """The samples so many times over, each copy in another city and with other digits, as other pages would be."""
    cities = ("郴州", "苏州", "台州", "赣州", "泉州", "徐州", "兰州", "柳州")
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    return [text.replace("郴州", cities[n % 8]).replace("7", str(n % 10)) for n in range(times) for text in texts]


def checked(texts: list[str]) -> Outcome:
    rules, _ = rulebook.load([rulebook.shipped_rules()])
    return check_articles([read.article_from_text(text, f"{n}.txt") for n, text in enumerate(texts)], rules)


@pytest.mark.parametrize("times", [1, 2, 4, 8])
def test_throughput(benchmark: Callable[..., Any], times: int) -> None:
    texts = articles(times)
    checked(texts[:1])  # words and tagger are loaded once
    outcome = benchmark(checked, texts)
    assert outcome.characters == sum(map(len, texts))
