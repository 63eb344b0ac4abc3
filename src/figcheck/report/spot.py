"""Where a figure stands, as programs of others ask for it: paths below the folder they run in, columns they count."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from figcheck.model import Span


def below(path: str) -> str:
    """The path from the current folder, where it lies in there, with forward slashes; else as it is given.

    >>> below("./pages/a.txt"), below("/no/such/a.txt")
    ('pages/a.txt', '/no/such/a.txt')
    """
    given = PurePath(path)
    here = Path.cwd()
    return (given.relative_to(here) if given.is_relative_to(here) else given).as_posix()


def uri(path: str) -> str:
    """The same as a reference in a URI: whatever is not plain is percent-encoded.

    >>> uri("稿件/a b.txt"), uri("/no/such/a.txt")
    ('%E7%A8%BF%E4%BB%B6/a%20b.txt', 'file:///no/such/a.txt')
    """
    shown = below(path)
    encoded = quote(os.fsencode(shown), safe="/")
    return f"file://{encoded}" if shown.startswith("/") else encoded


def in_bytes(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last position as line and column, both from 1, the columns counted in bytes of UTF-8."""
    return _in_bytes(span, span.position), _in_bytes(span, span.end_position)


def _in_bytes(span: Span, position: tuple[int, int]) -> tuple[int, int]:
    line, column = position
    start = span.article.line_starts[line - 1]
    before = span.article.original[start : start + column - 1]
    return line, len(before.encode("utf-8", "surrogatepass")) + 1
