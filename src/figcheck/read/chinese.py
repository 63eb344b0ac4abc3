"""Which script a text is in; Traditional Chinese is read as if it were written in Simplified."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from figcheck.model import Problem
from figcheck.read.document import Document
from figcheck.read.lines import words

SAMPLE = 5_000

SHARE = 0.03
"""A text in which so many characters are everyday ones of Traditional Chinese only is written in it."""


def in_simplified(document: Document, path: str) -> Document:
    """The document as it is to be understood; a problem beside it where that needs what is not installed."""
    if not is_traditional(document.read):
        return document
    try:
        from figcheck.read.hant import simplified
    except ModuleNotFoundError:
        missing = Problem(path, "Traditional Chinese is understood in part only", "pip install 'figcheck[hant]'")
        return replace(document, problems=(*document.problems, missing))
    about = {key: simplified(word) for key, word in document.about.items()}
    headline = simplified(document.headline)
    return replace(document, reading=simplified(document.read), about=about, headline=headline)


def is_traditional(text: str) -> bool:
    """Whether a text is written in Traditional Chinese, rather than quoting some.

    >>> is_traditional("全市有學校126所，佔全省的三成。"), is_traditional("全市有学校126所，占全省的三成。")
    (True, False)
    """
    sample = text[:SAMPLE]
    found = sum(map(_everyday().__contains__, sample))
    return found > 0 and found > SHARE * sum("\u4e00" <= char <= "\u9fff" for char in sample)


@cache
def _everyday() -> frozenset[str]:
    return frozenset("".join(words()["traditional"].split()))
