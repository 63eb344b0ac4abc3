"""Which files, what do they contain, what text did the layout break, published when, where does a story end?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.model import Article, Problem
from figcheck.read import assemble, files
from figcheck.read.document import Document
from figcheck.read.files import Source
from figcheck.read.formats import FORMATS, documents

__all__ = ["FORMATS", "Source", "article_from_text", "find", "load"]

MAX_CHARACTERS = 2_000_000
"""A longer text is no newspaper page; it is refused rather than read for minutes."""


def find(paths: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """The files under the paths, and a problem for each path that gives none."""
    return files.find(paths, tuple(FORMATS))


def load(source: Source) -> tuple[list[Article], list[Problem]]:
    """The articles of one file, and what is wrong with any of them. Raises UserError where there is no text at all."""
    found = documents(source.data(), source.path, source.suffix)
    problems: list[Problem] = []
    return list(_articles(found, source.path, problems)), problems


def article_from_text(text: str, path: str) -> Article:
    """An article from text in memory; faults in its front matter are passed over.

    >>> article_from_text("---\\ndate: 2025-10-31\\n---\\n连续3\\n\\n年获奖，全市共有奖项５个。", "a.txt").published
    datetime.date(2025, 10, 31)
    """
    return assemble.article(Document(text), path, (), [])


def _articles(found: Sequence[Document], path: str, problems: list[Problem]) -> Iterator[Article]:
    """Each document as an article; those without text are problems."""
    for document in found:
        name = path + document.name
        problems.extend(document.problems)
        fault = _fault(document)
        if fault is None:
            yield assemble.article(document, name, (), problems)
        elif not document.problems:
            problems.append(Problem(name, *fault))


def _fault(document: Document) -> tuple[str, str] | None:
    if len(document.text) > MAX_CHARACTERS:
        return f"is longer than {MAX_CHARACTERS:,} characters", "give the pages one by one"
    if not document.read.replace("\0", "").strip():
        return "is empty", "nothing was checked in it"
    return None
