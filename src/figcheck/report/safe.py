"""Article text and file names are hostile: nothing in them may steer a terminal or turn the order of its letters."""

from __future__ import annotations

import codecs
import unicodedata

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Controls (also C1), formats (also bidi and tags), lone surrogates, separators of lines and paragraphs."""


class _Visible(dict[int, str]):
    """A table for `str.translate` that is made as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _escape(code) if unicodedata.category(char) in _STEERING else char
        return self[code]


def _escape(code: int) -> str:
    if code > 0xFFFF:
        return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code - 0x10000 & 0x3FF):04x}"
    return f"\\u{code:04x}"


_LINE = _Visible({ord(char): " " for char in "\t\n\r\x0b\x0c\x85\u2028\u2029"})
_DOCUMENT = _Visible({ord("\n"): "\n"})


def visible(text: str) -> str:
    r"""One line of text that can be shown anywhere: blanks for line breaks, other controls spelled out.

    >>> visible("80%\n\x1b[31m")
    '80% \\u001b[31m'
    """
    return text.translate(_LINE)


def escaped(document: str) -> str:
    r"""A JSON document with the controls that JSON itself lets through spelled out.

    >>> escaped('{"sentence": "\x9b31m"}\n')
    '{"sentence": "\\u009b31m"}\n'
    """
    return document.translate(_DOCUMENT)


def referenced(markup: str, encoding: str) -> str:
    """XML, HTML or Markdown with character references for all but ASCII, where the output is not UTF-8.

    >>> referenced("<b>80%以上</b>", "ascii"), referenced("80%以上", "utf-8")
    ('<b>80%&#20197;&#19978;</b>', '80%以上')
    """
    if codecs.lookup(encoding).name == "utf-8":
        return markup
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii")
