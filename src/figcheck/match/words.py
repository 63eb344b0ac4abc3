"""Words as evidence: what a text is cut into, and how rare each piece is in the language.

Runs of Han characters are cut into pairs of neighbours, which need no dictionary and let 养老床位 meet 养老机构床位;
other scripts into words without their endings. Rarity comes from `rarity.txt` alone, never from the articles at hand,
so that an article more changes nothing.
"""

from __future__ import annotations

import re
from functools import cache
from math import log
from pathlib import Path
from sys import intern

HERE = Path(__file__).parent

_PIECE = re.compile(r"[㐀-鿿]+|[^\W\d_](?:[^\W\d_㐀-鿿]|['’-](?=[^\W\d_㐀-鿿]))*")
_HAN = "㐀"
_ENDINGS = (("ies", "y", 5), ("ing", "", 6), ("ed", "", 5), ("s", "", 4))
"""What English words lose, what takes its place, and how long a word must be to lose it."""


def pieces(text: str) -> list[str]:
    """The pieces of a text, in order.

    >>> pieces("养老床位达3120张"), pieces("The council's 1,200 new homes")
    (['养老', '老床', '床位', '位达', '张'], ['the', 'council', 'new', 'home'])
    """
    found: list[str] = []
    for match in _PIECE.finditer(text):
        run = match[0]
        if run[0] < _HAN:
            found.append(_stem(run))
        elif len(run) == 1:
            found.append(run)
        else:
            found += [intern(run[at : at + 2]) for at in range(len(run) - 1)]
    return found


@cache
def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, instead, least in _ENDINGS:
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    return intern(word[:-1] if len(word) > 4 and word.endswith("e") else word)


def rarity(piece: str) -> float:
    """How much it says that two texts share a piece: the logarithm of 1 / the share of articles that have it.

    >>> rarity("发展") < rarity("床位"), rarity("the") < rarity("council")
    (True, True)
    """
    return rarities()[piece]


class Rarities(dict[str, float]):
    """Piece → rarity; the empty piece stands for all that are not listed."""

    def __missing__(self, piece: str) -> float:
        return self[""]


@cache
def rarities() -> Rarities:
    """The rarity of all pieces."""
    return Rarities(parse((HERE / "rarity.txt").read_text(encoding="utf-8")))


def parse(text: str) -> dict[str, float]:
    """The table that `written` has made."""
    table: dict[str, float] = {}
    for line in text.splitlines():
        value, _, row = line.partition("\t")
        table.update(dict.fromkeys(map(intern, row.split(" ")), float(value)))
    return table


def written(articles_with: dict[str, int], articles: int, least: int) -> str:
    """A table of rarities from the number of articles that have each piece, for pieces of `least` articles and more.

    The empty piece at the end is for all others: they stand in fewer articles, a fifth as many on the whole.

    >>> written({"的": 90, "床位": 9, "苕溪": 1}, 100, 5).split("\\n")
    ['0.1\\t的', '2.4\\t床位', '4.2']
    """
    rows: dict[float, list[str]] = {}
    for piece, count in sorted(articles_with.items()):
        if count >= least:
            rows.setdefault(_rarity(count, articles), []).append(piece)
    rows.setdefault(_rarity(least // 5, articles), []).append("")
    return "\n".join(f"{value}\t{' '.join(row)}".rstrip() for value, row in sorted(rows.items()))


def _rarity(count: int, articles: int) -> float:
    return round(log((articles + 1) / (count + 0.5)), 1)
