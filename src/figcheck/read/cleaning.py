"""The characters of a line: full-width ones folded, what nobody reads taken out, each one traced."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace

from figcheck.read.document import Document

# Full-width digits, letters and signs to ASCII, one to one. Chinese punctuation stays: it means something.
_FOLD = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i) not in "!(),:;?"}

_CJK = "\u4e00-\u9fff\u3400-\u4dbf\u3001-\u3003\u3008-\u3011\uff08\uff09\uff0c\uff1a\uff1b\uff01\uff1f“”‘’…—·"

_SPACES = str.maketrans(dict.fromkeys(["\xa0", "\u1680", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f"], " "))
"""Spaces of any width, and those at which no line breaks, are spaces. An ideographic one indents or divides."""

_HALF = str.maketrans(",;:?!", "，；：？！")

_HALF_WIDTH = re.compile(  # no separator of thousands
    rf"(?<=[{_CJK}])[,;:?!]|[,;:?!](?=[{_CJK}])|(?<=[\d%‰)]),(?=\d)(?!\d{{3}}(?!\d))"
)
"""Punctuation of Chinese text that was typed in half width."""

IDEOGRAPH = re.compile("[\u4e00-\u9fff]")

# What scanning makes of a digit inside a number: l.9倍, 2O15年.
_MISREAD = re.compile(r"(?<![A-Za-z])[lI](?=\.\d)|(?<=\d)[lIO](?=\d)")

_DIGIT = {"l": "1", "I": "1", "O": "0"}

_DIRT = re.compile(
    r"\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|[@-Z\\-_])?"  # terminal escapes
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"  # control, direction
    rf"|(?<=[{_CJK}\w%％‰])(?:\[\d{{1,3}}\]|[①-⑳](?=[\d{_CJK}]))(?<![，。；：、]..)"  # footnote marks glued to a word
    rf"|(?<=[{_CJK}%％‰])(?<!米)[¹²³⁰⁴-⁹]{{1,3}}|(?<=[{_CJK}%％‰])[*†‡※]{{1,3}}(?=[，。；、）]|$)"  # 126所¹, 5.2%*
    rf"|(?<=[{_CJK}\d０-９％%])[ \t\u3000\xa0]+(?=[{_CJK}])"  # spaces beside Chinese
    rf"|(?<=[{_CJK}])[ \t\u3000\xa0]+(?=[\d０-９(（\-+])"
    r"|(?<=\d[.．])[ \t](?=\d)|(?<=[\d０-９])[ \t]+(?=[%％‰])"  # 40. 8 %
)


def width_of(text: str) -> float:
    """How much room a text takes on paper: Latin letters and digits are half as wide."""
    return len(text) - sum(char < "\x80" or char in "“”‘’" for char in text) / 2


def _traced(original: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    match = _DIRT.search(original, start, end)
    if match is None:
        return original[start:end], range(start, end)
    pieces: list[str] = []
    offsets = array("I")
    at = start
    while match is not None:
        pieces.append(original[at : match.start()])
        offsets.extend(range(at, match.start()))
        at = max(match.end(), at + 1) if match.end() > match.start() else match.end() + 1
        match = _DIRT.search(original, at, end)
    pieces.append(original[at:end])
    offsets.extend(range(at, end))
    return "".join(pieces), offsets


def cleaned(original: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The characters from `start` to `end` as they are read, and where each of them stood."""
    text, offsets = _traced(original, start, end)
    text = text.translate(_FOLD) if not text.isascii() else text
    if IDEOGRAPH.search(text):
        text = _HALF_WIDTH.sub(lambda match: match[0].translate(_HALF), text)
    return _MISREAD.sub(lambda match: _DIGIT[match[0]], text), offsets


def with_plain_spaces(document: Document) -> Document:
    """The document as it is to be read, with one kind of space in it, in the same places."""
    plain = document.read.translate(_SPACES)
    return document if plain == document.read else replace(document, reading=plain)
