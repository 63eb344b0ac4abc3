"""The formats that are read: one row each, and one module each that is loaded when such a file is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from figcheck.errors import UserError
from figcheck.read.document import NO_ARTICLE, Document
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


def _markdown(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import markdown

    return [markdown.read(*decode(data, where, encoding))]


def _sheet(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import sheet

    text, found = decode(data, where, encoding)
    return [sheet.read(text, found, where)]


def _feed(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import feed

    text, _ = decode(data, where, encoding)
    return feed.read(text, where, _page(where))


def _page(where: str) -> Callable[[str], Document]:
    """A reader of pages for formats that may hold some."""

    def read(text: str) -> Document:
        return documents(text.encode(), where, ".html", "utf-8")[0]

    return read


def _zip(data: bytes, where: str, encoding: str | None) -> Documents:
    from figcheck.read import archive

    found: Documents = []
    for name, content in archive.members(data, where):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in FORMATS and suffix != ".zip":
            found += [replace(one, name=f"/{name}{one.name}") for one in _member(content, where, name, encoding)]
    if not found:
        raise UserError(where, NO_ARTICLE, f"articles end in {', '.join(FORMATS)}")
    return found


def _member(content: bytes, where: str, name: str, encoding: str | None) -> Documents:
    """One file of an archive; what is wrong with it does not end the others."""
    try:
        return documents(content, f"{where}/{name}", PurePosixPath(name).suffix.lower(), encoding)
    except UserError as error:
        return [Document("", problems=(error.problem(),))]


FORMATS: Mapping[str, Format] = {
    ".txt": Format(_text),
    ".md": Format(_markdown),
    ".markdown": Format(_markdown),
    ".docx": Format(_docx, "docx"),
    ".html": Format(_html, "html"),
    ".htm": Format(_html, "html"),
    ".pdf": Format(_pdf, "pdf"),
    ".csv": Format(_sheet),
    ".tsv": Format(_sheet),
    ".json": Format(_feed),
    ".jsonl": Format(_feed),
    ".ndjson": Format(_feed),
    ".zip": Format(_zip),
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
