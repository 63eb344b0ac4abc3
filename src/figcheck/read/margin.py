"""Where Chinese text was broken into lines by a program that counts: at so many characters, or at so many columns.

Such lines break anywhere. Those of English break between words: `layout` knows them by the room that was left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from figcheck.read.cleaning import IDEOGRAPH, width_of

SHORTEST = 20
"""Shorter lines are those of a newspaper's columns, or verses."""

LONGER = 0.05
"""So many lines may run over the margin: addresses of web sites, rows of tables."""

LEAST, SHARE = 3, 0.2
"""So many lines, and so many of all, end at the margin of a text that was broken: where nobody counted, hardly any."""

ROOM = 0.5
"""How much room is left before the margin of columns where the next character takes two of them."""


def margin(original: str, begin: int, end: int) -> Callable[[str], bool] | None:
    """Whether a line runs to the margin, and so goes on in the next; None for a text that was not broken.

    >>> full = margin("一" * 30 + "\\n" + "二" * 30 + "\\n" + "三" * 30 + "\\n四。", 0, 95)
    >>> full is not None and (full("一" * 30), full("四。"))
    (True, False)
    """
    lines = [line for line in original[begin:end].split("\n") if IDEOGRAPH.search(line)]
    for measure, room in ((len, 0.0), (width_of, ROOM)):
        told = sorted(map(measure, lines))
        edge = told[-1 - int(LONGER * len(told))] - room if told else 0.0
        if edge >= SHORTEST and len(told) - bisect_left(told, edge) >= max(LEAST, SHARE * len(told)):
            return partial(_runs_out, measure, edge, edge + room)
    return None


def _runs_out(measure: Callable[[str], float], least: float, most: float, line: str) -> bool:
    return least <= measure(line) <= most and IDEOGRAPH.search(line) is not None
