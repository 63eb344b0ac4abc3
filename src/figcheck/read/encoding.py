"""From bytes to text. Only this module knows the library that guesses encodings, and asks it only where it must."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from figcheck.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

SAMPLE = 65536
"""So many bytes are enough to guess from."""

EVERYDAY = 0.8
"""In what is Chinese, at least so many of the characters are everyday ones."""

LATIN = 0.9
"""In what is written in Latin letters, at least so many of the characters are ASCII: the rest are quotes and dashes."""

_SIMPLIFIED, _TRADITIONAL = ("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)
"""Where everyday characters stand in these standards: by the first byte of their codes."""

_CHINESE = {
    "gb18030": (_SIMPLIFIED, _TRADITIONAL),
    "big5hkscs": (_TRADITIONAL,),
    "utf-16-le": (_SIMPLIFIED, _TRADITIONAL),
    "utf-16-be": (_SIMPLIFIED, _TRADITIONAL),
}
"""The encodings of Chinese without a mark, and whose everyday characters are written in them."""


def decode(data: bytes, where: str, encoding: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was read in: the one asked for, else the one found.

    A byte order mark is no part of the text.

    Raises UserError for what is no text: control bytes as pictures and programs have them, or nothing that decodes.

    >>> decode("清关15天".encode("gb18030"), "a.txt")
    ('清关15天', 'gb18030')
    >>> decode("清关".encode(), "a.txt")
    ('清关', 'utf-8')
    """
    if encoding is not None:
        return _strictly(data, encoding, where).removeprefix("\ufeff"), codecs.lookup(encoding).name
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name, where), name.removesuffix("-sig")
    if b"\0" in data[:SAMPLE]:
        return _wide(data, where)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data, where)


_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,20})""", re.I)
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""Encodings that pages name although they write in the larger one."""


_NO_PAGE = ("punycode", "idna", "unicode", "raw", "undefined")
"""What Python calls encodings and no page is written in; some take for ever."""


def declared(data: bytes) -> str | None:
    """The encoding that a web page says it is in, where it is one that is known and the page fits it.

    >>> declared('<meta charset="gb2312"><p>清关'.encode("gb18030"))
    'gb18030'
    """
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    try:
        name = codecs.lookup(_LARGER.get(name, name)).name
        if name.startswith(_NO_PAGE):
            return None
        data.decode(name)
    except (UnicodeError, LookupError):
        return None
    return name


def _strictly(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UserError(where, f"is broken as {name} at byte {error.start}", "save the file again as UTF-8") from None


def _wide(data: bytes, where: str) -> tuple[str, str]:
    """UTF-16 without a mark has NULs, beside every Latin letter; other files that have some are no text."""
    for score, text, name in _candidates(data):
        if name.startswith("utf-16") and (score >= EVERYDAY or _is_latin(text[:SAMPLE])):
            return text, name
    raise UserError(where, "is not text", "give text files; pictures, archives and programs cannot be read")


def _is_latin(text: str) -> bool:
    """Whether letters without accents are most of a text, which holds no controls: in the other order none would be."""
    return not _has_controls(text) and sum(char < "\x7f" for char in text) >= LATIN * len(text)


def _guess(data: bytes, where: str) -> tuple[str, str]:
    """The Chinese encoding in which most characters are everyday ones; else what the library takes it for."""
    found = max(_candidates(data), key=lambda candidate: candidate[0], default=(0.0, "", ""))
    if found[0] >= EVERYDAY:
        return found[1], found[2]
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding), best.encoding
        except (UnicodeDecodeError, LookupError):
            pass
    raise UserError(where, "decodes as no text encoding", "save the file as UTF-8, or name it with --encoding")


def _candidates(data: bytes) -> Iterator[tuple[float, str, str]]:
    """How likely an encoding is, the text in it, and its name."""
    for name, commons in _CHINESE.items():
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        yield max(_everyday(text[:SAMPLE], common) for common in commons), text, name


def _everyday(text: str, common: tuple[str, int, int]) -> float:
    """The share of characters beyond ASCII that are everyday Chinese; none where controls are among them."""
    if _has_controls(text):
        return 0.0
    beyond = [char for char in text if char > "\x7f"]
    codec, first, last = common
    return sum(_is_everyday(char, codec, first, last) for char in beyond) / max(len(beyond), 1)


def _has_controls(text: str) -> bool:
    return any(char < " " and char not in "\t\n\r\f" for char in text)


_SIGNS = (("\u2010", "\u203f"), ("\u2103", "\u22ff"), ("\u2460", "\u24ff"), ("\u3000", "\u303f"), ("\uff00", "\uffef"))
"""Signs of Chinese text: dashes and quotes, ℃ and ∶, ①, 。 and the full-width ones."""


def _is_everyday(char: str, codec: str, first: int, last: int) -> bool:
    if not "\u4e00" <= char <= "\u9fff":
        return any(first <= char <= last for first, last in _SIGNS)
    code = char.encode(codec, errors="ignore")
    return len(code) == 2 and first <= code[0] <= last
