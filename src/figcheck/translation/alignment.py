"""Which sentences of a translation stand for which of its original: by order, length and the values they share.

The best way through both texts, by dynamic programming over sentences, one to one, one to many and left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

from figcheck.translation.sentences import Sentence

SHAPES = {(1, 1): 0.0, (1, 2): 1.8, (2, 1): 1.8, (1, 3): 2.6, (3, 1): 2.6, (2, 2): 2.4, (1, 0): 1.9, (0, 1): 1.9}
"""What each way to go on costs: so many sentences of the original, so many of the translation."""

BAND, WIDEST = 30, 100
"""By so many sentences, or a quarter of the text up to so many, the two may drift apart."""

SHARED, APART = 1.6, 0.45
"""What a value that both tell is worth, and what one costs that only one tells."""

LENGTH = 1.0
"""What a stretch costs whose length is as unusual as one in three."""

WORDY = 1.3
"""No translation is by more than this longer or shorter than usual; where it is, something was left out."""

BREAK = 0.4
"""What it is worth that a paragraph ends in both texts."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that stand for each other: `a` of the original, `b` of the translation, by their numbers."""

    a: range
    b: range


def align(original: Sequence[Sentence], translation: Sequence[Sentence]) -> list[Bead]:
    """The texts as a row of beads, in order."""
    n, m = len(original), len(translation)
    if not n or not m:
        return [
            *(Bead(range(i, i + 1), range(0)) for i in range(n)),
            *(Bead(range(0), range(j, j + 1)) for j in range(m)),
        ]
    ratio = sum(one.size for one in translation) / max(1.0, sum(one.size for one in original))
    ratio = min(max(ratio, 1 / WORDY), WORDY)
    shared = _all(one.anchors for one in original) & _all(one.anchors for one in translation)
    cells = _Cells(original, translation, ratio, shared)
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(n + 1)]
    best[0][0] = 0.0, (0, 0)
    band = max(BAND, min(max(n, m) // 4, WIDEST)) + abs(n - m)
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - band), min(m, middle + band) + 1):
            if (i, j) == (0, 0):
                continue
            ways = []
            for (di, dj), cost in SHAPES.items():
                before = best[i - di].get(j - dj) if i >= di and j >= dj else None
                if before is not None:
                    ways.append((before[0] - cost + cells.worth(i - di, i, j - dj, j), (-di, -dj)))
            if ways:
                worth, (di, dj) = max(ways)
                best[i][j] = worth, (-di, -dj)
    beads, i, j = [], n, m
    while (i, j) != (0, 0) and j in best[i]:
        di, dj = best[i][j][1]
        beads.append(Bead(range(i - di, i), range(j - dj, j)))
        i, j = i - di, j - dj
    return beads[::-1]


class _Cells:
    """What stretches of both texts are worth beside each other."""

    def __init__(self, a: Sequence[Sentence], b: Sequence[Sentence], ratio: float, shared: frozenset[str]) -> None:
        self.texts, self.ratio = (a, b), ratio
        words = _all(one.names for one in a) & _all(one.names for one in b)
        self.names = frozenset(word for word in words if len(word) > 2)
        self.shared = shared
        self.sizes = [list(accumulate((one.size for one in side), initial=0.0)) for side in self.texts]
        self.unions: dict[tuple[int, int, int], tuple[frozenset[str], frozenset[str]]] = {}

    def worth(self, i: int, i_end: int, j: int, j_end: int) -> float:
        if i == i_end or j == j_end:
            return 0.0
        size_a = (self.sizes[0][i_end] - self.sizes[0][i]) * self.ratio
        size_b = self.sizes[1][j_end] - self.sizes[1][j]
        apart = abs(size_a - size_b) / sqrt(5 * (size_a + size_b) + 100)
        found = -LENGTH * min(apart * apart / 3, 6.0)
        one, mine = self.told(0, i, i_end)
        other, theirs = self.told(1, j, j_end)
        found += SHARED * len(one & other) - APART * len(one ^ other)
        if mine and theirs:
            found += min(3.0, 0.8 * len(mine & theirs))
        ends = self.ends(0, i_end - 1), self.ends(1, j_end - 1)
        return found + (BREAK if all(ends) else -BREAK if any(ends) else 0.0)

    def told(self, side: int, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
        """The values and names of a stretch that the other text has too."""
        key = side, start, end
        if key not in self.unions:
            part = self.texts[side][start:end]
            self.unions[key] = (
                _all(one.anchors for one in part) & self.shared,
                _all(one.names for one in part) & self.names,
            )
        return self.unions[key]

    def ends(self, side: int, at: int) -> bool:
        """Whether a paragraph ends behind a sentence."""
        text = self.texts[side]
        return at + 1 >= len(text) or text[at].block != text[at + 1].block


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
