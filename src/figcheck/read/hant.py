"""Traditional Chinese as simplified, one character for one, so that every position stays where it was.

The only module that knows OpenCC, and it is loaded when the first such text is read.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

_QUOTES = str.maketrans("「」『』", "“”‘’")
_CLAUSES = re.compile(r"[^，。；\n]+|[，。；\n]+")


def simplified(text: str) -> str:
    """The text with simplified characters, of the same length.

    >>> simplified("佔全省的九成，達150億元")
    '占全省的九成，达150亿元'
    """
    return "".join(_clause(clause) for clause in _CLAUSES.findall(text))


def _clause(text: str) -> str:
    """Words decide what a character becomes (著名, 着火); where that changes the length, each goes by itself."""
    made = _converter().convert(text).translate(_QUOTES)
    return made if len(made) == len(text) else "".join(map(_simple, text))


@cache
def _simple(char: str) -> str:
    """One for one: what becomes two characters is left as it is."""
    made = _converter().convert(char)
    return made if len(made) == 1 else char


@cache
def _converter() -> OpenCC:
    return OpenCC("tw2s")
