"""Which script a text is in; Traditional Chinese is read as if it were written in Simplified."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from figcheck.model import Problem
from figcheck.read.document import Document

SAMPLE = 5_000

SHARE = 0.03
"""A text in which more characters than these are of Traditional Chinese only is written in it."""


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
    >>> is_traditional("作家陶喆说，“臺北”是旧写法。")
    False
    """
    sample = text[:SAMPLE]
    traditional, simplified = (sum(map(only.__contains__, sample)) for only in _only())
    share = traditional / max(sum("\u4e00" <= char <= "\u9fff" for char in sample), 1)
    return share > SHARE and traditional > simplified


@cache
def _only() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Traditional Chinese is written with, and those of Simplified Chinese alone: by the
    standard character sets of both."""
    traditional, simplified = (_characters(name) for name in ("big5", "gb2312"))
    return traditional - simplified, simplified - traditional


def _characters(charset: str) -> frozenset[str]:
    """The Chinese characters of a set of two bytes each."""
    codes = (bytes([first, second]) for first in range(0xA1, 0xFA) for second in range(0x40, 0xFF))
    decoded = (code.decode(charset, errors="ignore") for code in codes)
    return frozenset(char for char in decoded if len(char) == 1 and "\u4e00" <= char <= "\u9fff")
