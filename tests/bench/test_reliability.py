"""Whether a probability is what it says: of candidate pairs, their numbers hidden, the share whose numbers agree.

    FIGCHECK_ARCHIVE=稿件/ pytest tests/bench/test_reliability.py -s

prints a table by tenths for an archive; without one, for a small archive of our own. Pairs of one article, and of
articles within ten days, are counted; those of figures with fewer than three digits agree by accident and are not.
"""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import archive
import pytest

from figcheck import pipeline
from figcheck.match.learn import SPECIFIC, Pairs, pairs_of
from figcheck.match.values import agree
from figcheck.match.weights import Weights, probability

TENTHS = 10


def table(pairs: Pairs, weights: Weights) -> dict[int, tuple[int, float, float]]:
    """For each tenth of probability: how many pairs there are, how probable they are on the whole, how many agree."""
    rows: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for levels, relation, digits in zip(pairs.levels, pairs.relations, pairs.digits, strict=True):
        if digits >= SPECIFIC:
            named = tuple(weights.level(slot, level) for slot, level in zip(weights.single, levels, strict=True))
            sure = probability(weights.odds(named))
            rows[min(int(sure * TENTHS), TENTHS - 1)].append((sure, agree(relation)))
    return {
        tenth: (len(row), sum(sure for sure, _ in row) / len(row), sum(same for _, same in row) / len(row))
        for tenth, row in sorted(rows.items())
    }


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Given:
    """The archive that is named, or our own."""
    named = os.environ.get("FIGCHECK_ARCHIVE")
    folder = Path(named) if named else archive.written(tmp_path_factory.mktemp("archive"))
    return pipeline.given([str(folder)], pipeline.Settings())


def test_reliability(told: pipeline.Given, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = pairs_of([claim for one in told.understood for claim in one.own])
    found = table(pairs, told.desk.weights)
    with capsys.disabled():
        print("\nprobability  pairs   mean  agree")
        for tenth, (count, mean, share) in found.items():
            print(f"{tenth / TENTHS:.1f} to {(tenth + 1) / TENTHS:.1f} {count:7} {mean:6.2f} {share:6.2f}")
    low, high = found[min(found)], found[max(found)]
    assert low[2] < high[2]  # what is surer agrees more often
