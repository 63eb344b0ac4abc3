"""The formats that are read: one row each, and one module each that is loaded when such a file is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from figcheck.errors import UserError
from figcheck.read.document import Document
from figcheck.read.encoding import declared, decode

Documents = list[Document]
Reader = Callable[[bytes, str, str | None], Documents]
"""Bytes, the path for messages, and the encoding asked for, to the articles they hold."""


@dataclass(frozen=True, slots=True)
class Format:
    """How files with a suffix are read; `extra` is what `pip install figcheck[…]` must have brought."""

    read: Reader
    extra: str | None = None


def _text(data: bytes, where: str, encoding: str | None) -> Documents:
    text, found = decode(data, where, encoding)
    return [Document(text, found)]


def _docx(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import archive, docx

    archive.guard(data, where)
    return [docx.read(data, where)]


def _html(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import html

    text, found = decode(data, where, encoding or declared(data))
    return [html.read(text, where, found)]


def _pdf(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import pdf

    return [pdf.read(data, where)]


FORMATS: Mapping[str, Format] = {
    ".txt": Format(_text),
    ".md": Format(_text),
    ".markdown": Format(_text),
    ".docx": Format(_docx, "docx"),
    ".html": Format(_html, "html"),
    ".htm": Format(_html, "html"),
    ".pdf": Format(_pdf, "pdf"),
}
"""By the end of the file's name."""


def documents(data: bytes, where: str, suffix: str, encoding: str | None = None) -> Documents:
    """The articles in these bytes. Raises UserError where there are none, or a library is missing."""
    form = FORMATS.get(suffix, FORMATS[".txt"])
    try:
        return form.read(data, where, encoding)
    except ModuleNotFoundError as error:
        if form.extra is None or (error.name or "").startswith("figcheck"):
            raise
        hint = f"pip install 'figcheck[{form.extra}]'"
        raise UserError(where, f"reading {suffix} needs the package {error.name}", hint) from None
