"""Which files, what do they contain, what text did the layout break, published when, where does a story end?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.errors import UserError
from figcheck.model import Article, Problem
from figcheck.read import assemble, chinese, files, metadata
from figcheck.read.document import NO_ARTICLE, Document
from figcheck.read.files import Found, Source
from figcheck.read.formats import FORMATS, documents
from figcheck.read.inputs import Inputs
from figcheck.read.metadata import sidecars

__all__ = [
    "FORMATS",
    "NO_ARTICLE",
    "Found",
    "Inputs",
    "Source",
    "all_under",
    "article_from_text",
    "find",
    "load",
    "sidecars",
]

MAX_CHARACTERS = 2_000_000
"""A longer text is no newspaper page; it is refused rather than read for minutes."""

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
    found = documents(source.data(), source.path, source.suffix(inputs), inputs.encoding)
    problems: list[Problem] = []
    return list(_articles(found, source.path, inputs, problems)), problems


def article_from_text(text: str, path: str) -> Article:
    """An article from text in memory; faults in its front matter are passed over.

    >>> article_from_text("---\\ndate: 2025-10-31\\n---\\n连续3\\n\\n年获奖，全市共有奖项５个。", "a.txt").published
    datetime.date(2025, 10, 31)
    """
    return assemble.article(Document(text), path, (), [])


def _articles(found: Sequence[Document], path: str, inputs: Inputs, problems: list[Problem]) -> Iterator[Article]:
    """Each document as an article; those without text are problems."""
    told = list(metadata.beside(path, inputs, problems))
    for document in found:
        name = path + document.name
        fault = _fault(document)
        if fault is None:
            read = chinese.in_simplified(document, name)
            problems.extend(read.problems)
            yield assemble.article(read, name, told, problems)
        else:
            problems.extend(document.problems or [Problem(name, *fault)])


def _fault(document: Document) -> tuple[str, str] | None:
    if len(document.text) > MAX_CHARACTERS:
        return f"is longer than {MAX_CHARACTERS:,} characters", "give the pages one by one"
    if not document.read.replace("\0", "").strip():
        return "is empty", "nothing was checked in it"
    return None
