"""From bytes to text. Only this module knows the library that guesses encodings, and asks it only where it must."""

from __future__ import annotations

import codecs
import re

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
        return _strictly(data, encoding, where).removeprefix("\ufeff"), encoding
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name, where), name.removesuffix("-sig")
    if b"\0" in data[:SAMPLE]:
        raise UserError(where, "is not text", "give text files; pictures, archives and programs cannot be read")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data, where)


_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,20})""", re.I)
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""Encodings that pages name although they write in the larger one."""


def declared(data: bytes) -> str | None:
    """The encoding that a web page says it is in, where it is one that is known and the page fits it.

    >>> declared('<meta charset="gb2312"><p>清关'.encode("gb18030"))
    'gb18030'
    """
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    try:
        name = _LARGER.get(name, name)
        data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
    return name


def _strictly(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UserError(where, f"is broken as {name} at byte {error.start}", "save the file again as UTF-8") from None


def _guess(data: bytes, where: str) -> tuple[str, str]:
    """GB18030 where it fits without a fault, as nearly all Chinese text that is not UTF-8; else the library's guess."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _plausible(text):
        return text, "gb18030"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding), best.encoding
        except (UnicodeDecodeError, LookupError):
            pass
    raise UserError(where, "decodes as no text encoding", "save the file as UTF-8")


def _plausible(text: str) -> bool:
    """Whether most characters beyond ASCII are Chinese, and none is a control character or private."""
    sample = text[:SAMPLE]
    beyond = [char for char in sample if char > "\x7f"]
    chinese = sum(
        "\u4e00" <= char <= "\u9fff" or "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" for char in beyond
    )
    control = any(char < " " and char not in "\t\n\r\f" for char in sample)
    return bool(beyond) and not control and chinese >= 0.8 * len(beyond)
