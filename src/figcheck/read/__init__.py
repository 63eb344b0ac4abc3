"""Which files, what do they contain, what text did the layout break, published when, where does a story end?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from figcheck.barrier import attempt
from figcheck.errors import UserError
from figcheck.model import Article, Problem
from figcheck.read import assemble, chinese, files, metadata
from figcheck.read.document import NO_ARTICLE, Document
from figcheck.read.files import Found, Source
from figcheck.read.formats import FORMATS, documents
from figcheck.read.inputs import Inputs
from figcheck.read.job import Job
from figcheck.read.metadata import sidecars

__all__ = [
    "FORMATS",
    "NO_ARTICLE",
    "Found",
    "Inputs",
    "Job",
    "Source",
    "all_under",
    "article_from_text",
    "find",
    "load",
    "sidecars",
]

AS_GIVEN = Inputs()


def all_under(paths: Sequence[str], inputs: Inputs = AS_GIVEN) -> tuple[list[Article], list[Problem], list[Problem]]:
    """The articles under the paths, what could not be read, and what was left out of folders."""
    found = find(paths, inputs)
    articles: list[Article] = []
    for source in found.sources:
        try:
            read, faults = load(source, inputs)
            articles.extend(read)
            found.problems.extend(faults)
        except UserError as error:
            quiet = source.walked and error.what == NO_ARTICLE
            (found.skipped if quiet else found.problems).append(error.problem())
    return articles, found.problems, found.skipped


def find(paths: Sequence[str], inputs: Inputs = AS_GIVEN) -> Found:
    """The files under the paths, and a problem for each path that gives none."""
    return files.find(paths, tuple(FORMATS), inputs)


def load(source: Source, inputs: Inputs = AS_GIVEN) -> tuple[list[Article], list[Problem]]:
    """The articles of one file, and what is wrong with any of them. Raises UserError where there is no text at all."""
    job = Job(source.path, inputs.encoding, inputs.limits)
    found = documents(source.data(job), job, source.suffix(inputs))
    problems: list[Problem] = []
    return list(_articles(found, job, inputs, problems)), problems


def article_from_text(text: str, path: str) -> Article:
    """An article from text in memory; faults in its front matter are passed over.

    >>> article_from_text("---\\ndate: 2025-10-31\\n---\\n连续3\\n\\n年获奖，全市共有奖项５个。", "a.txt").published
    datetime.date(2025, 10, 31)
    """
    return assemble.article(chinese.in_simplified(Document(text), path), path, (), [])


def _articles(found: Sequence[Document], job: Job, inputs: Inputs, problems: list[Problem]) -> Iterator[Article]:
    """Each document as an article; those without text are problems."""
    told = list(metadata.beside(job.where, inputs, problems))
    for document in found:
        name = job.where + document.name
        fault = _fault(document, job.at(name))
        if fault is None:
            job.in_time()
            made = attempt(partial(_article, document, name, told, problems), problems, name, "reading it", None)
            yield from () if made is None else (made,)
        else:
            problems.extend(document.problems or [fault])


def _article(document: Document, name: str, told: assemble.Told, problems: list[Problem]) -> Article:
    read = chinese.in_simplified(document, name)
    problems.extend(read.problems)
    return assemble.article(read, name, told, problems)


def _fault(document: Document, job: Job) -> Problem | None:
    if not document.read.replace("\0", "").strip():
        return Problem(job.where, "is empty", "nothing was checked in it")
    try:
        job.within("characters", len(document.text))
    except UserError as error:
        return error.problem()
    return None
