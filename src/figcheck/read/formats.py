"""The formats that are read: one row each, and one module each that is loaded when such a file is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from figcheck.barrier import attempt
from figcheck.errors import UserError
from figcheck.model import Problem
from figcheck.read.document import NO_ARTICLE, Document
from figcheck.read.encoding import declared, decode
from figcheck.read.job import Job

Documents = list[Document]
Reader = Callable[[bytes, Job], Documents]
"""Bytes, and how they are to be read, to the articles they hold."""


@dataclass(frozen=True, slots=True)
class Format:
    """How files with a suffix are read; `extra` is what `pip install figcheck[…]` must have brought."""

    read: Reader
    extra: str | None = None


def _text(data: bytes, job: Job) -> Documents:
    text, found = decode(data, job.where, job.encoding)
    return [Document(text, found)]


def _docx(data: bytes, job: Job) -> Documents:
    from figcheck.read import archive, bilingual, docx

    archive.guard(data, job)
    return bilingual.split(docx.read(data, job.where), job)


def _html(data: bytes, job: Job) -> Documents:
    from figcheck.read import html

    text, found = decode(data, job.where, job.encoding or declared(data))
    return [html.read(text, job, found)]


def _pdf(data: bytes, job: Job) -> Documents:
    from figcheck.read import pdf

    return [pdf.read(data, job)]


def _markdown(data: bytes, job: Job) -> Documents:
    from figcheck.read import markdown

    return [markdown.read(*decode(data, job.where, job.encoding))]


def _sheet(data: bytes, job: Job) -> Documents:
    from figcheck.read import bilingual, sheet

    text, found = decode(data, job.where, job.encoding)
    return bilingual.split(sheet.read(text, found, job), job)


def _tmx(data: bytes, job: Job) -> Documents:
    from figcheck.read import bilingual

    return bilingual.tmx(data, job)


def _xliff(data: bytes, job: Job) -> Documents:
    from figcheck.read import bilingual

    return bilingual.xliff(data, job)


def _feed(data: bytes, job: Job) -> Documents:
    from figcheck.read import feed

    text, _ = decode(data, job.where, job.encoding)
    return feed.read(text, job, _page(job))


def _page(job: Job) -> Callable[[str], Document]:
    """A reader of pages for formats that may hold some."""

    def read(text: str) -> Document:
        return documents(text.encode(), replace(job, encoding="utf-8"), ".html")[0]

    return read


def _zip(data: bytes, job: Job) -> Documents:
    from figcheck.read import archive

    found: Documents = []
    for name, content in archive.members(data, job):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix == ".zip":
            fault = Problem(f"{job.where}/{name}", "is an archive within an archive", "unpack it first")
            found.append(Document("", name=f"/{name}", problems=(fault,)))
        elif suffix in FORMATS:
            made = _member(content, job.at(f"{job.where}/{name}"), suffix)
            found += [replace(one, name=f"/{name}{one.name}") for one in made]
    if not found:
        raise UserError(job.where, NO_ARTICLE, f"articles end in {', '.join(FORMATS)}")
    return found


def _member(content: bytes, job: Job, suffix: str) -> Documents:
    """One file of an archive; what is wrong with it does not end the others."""
    job.in_time()
    problems: list[Problem] = []
    try:
        found = attempt(partial(documents, content, job, suffix), problems, job.where, "reading it", ())
    except UserError as error:
        problems.append(error.problem())
        found = []
    return found or [Document("", problems=tuple(problems))]


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
    ".tmx": Format(_tmx),
    ".xlf": Format(_xliff),
    ".xliff": Format(_xliff),
    ".sdlxliff": Format(_xliff),
    ".json": Format(_feed),
    ".jsonl": Format(_feed),
    ".ndjson": Format(_feed),
    ".zip": Format(_zip),
}
"""By the end of the file's name."""


def documents(data: bytes, job: Job, suffix: str) -> Documents:
    """The articles in these bytes. Raises UserError where there are none, or a library is missing."""
    form = FORMATS.get(suffix, FORMATS[".txt"])
    try:
        return form.read(data, job)
    except ModuleNotFoundError as error:
        if form.extra is None or (error.name or "").startswith("figcheck"):
            raise
        hint = f"pip install 'figcheck[{form.extra}]'"
        raise UserError(job.where, f"reading {suffix} needs the package {error.name}", hint) from None
