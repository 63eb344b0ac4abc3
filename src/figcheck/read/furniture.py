"""What stands on a printed page beside its articles: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from figcheck.read.page import Row

MARGIN = 0.1
"""The part of a page, at its top and bottom, in which heads, feet and page numbers stand."""

SMALL = 0.87
"""A line in the margin that is set so much smaller than the text belongs to the page, also where it stands once."""

_NUMBER = re.compile(r"[-—–·•\s第]{0,4}\d{1,4}(?:\s?[/／]\s?\d{1,4})?[-—–·•\s页版]{0,4}|[A-Z]\d{2}")
_SENTENCE = re.compile("[。！？；]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its lines in reading order; `drawn` says whether there is anything on it at all."""

    number: int
    rows: Sequence[Row]
    height: float
    drawn: bool = True

    def blocks(self) -> Iterator[list[Row]]:
        """Lines that stand under each other without anything between."""
        for _, block in groupby(self.rows, key=lambda row: row.block):
            yield list(block)

    def in_margin(self, row: Row) -> bool:
        """Whether a line stands where heads and feet do, and not in a table."""
        return row.cell is None and (row.top > self.height * (1 - MARGIN) or row.bottom < self.height * MARGIN)


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Row]]:
    """The pages with what belongs to their articles, and what was left out."""
    repeated = _repeated(pages)
    kept: list[Page] = []
    left_out: list[Row] = []
    for page in pages:
        size = median([row.size for row in page.rows for _ in row.text]) if page.rows else 0.0
        out = [row for row in page.rows if page.in_margin(row) and _belongs_to_page(row, size, repeated)]
        gone = set(map(id, out))
        kept.append(replace(page, rows=[row for row in page.rows if id(row) not in gone]))
        left_out += out
    return kept, left_out


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """What stands in the margins of at least half of the pages, whatever numbers it carries."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_plain(row) for row in page.rows if page.in_margin(row)})
    return frozenset(text for text, times in seen.items() if times > 1 and 2 * times >= len(pages))


def _belongs_to_page(row: Row, size: float, repeated: frozenset[str]) -> bool:
    if _plain(row) in repeated or _NUMBER.fullmatch(row.text):
        return True
    return row.size < SMALL * size and not _SENTENCE.search(row.text)


def _plain(row: Row) -> str:
    return re.sub(r"[\d\s]+", "#", row.text)
