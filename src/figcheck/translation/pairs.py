"""Which articles are translations of which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from os.path import normpath
from pathlib import Path, PurePath

from figcheck.lang import PACKS
from figcheck.model import Article, Problem

Asked = tuple[str, str]
"""The paths of an original and of its translation."""

Pair = tuple[int, int]
"""An original and its translation, by their numbers among the articles."""


def pairs(articles: Sequence[Article], asked: Sequence[Asked] = ()) -> tuple[list[Pair], list[Problem]]:
    """Originals with their translations, each once, and a problem for each original that was not given.

    Pairs are those asked for, those whose front matter says `translation_of`, and files called alike but for their
    language (name.zh.md, name.en.md).
    """
    by_path = {_same(article.path): number for number, article in enumerate(articles)}
    wanted = dict.fromkeys([*((_same(a), _same(b)) for a, b in asked), *_stated(articles), *_named(list(by_path))])
    told = {_same(article.path): article for article in articles if article.translation_of}
    found: list[Pair] = []
    problems: list[Problem] = []
    seen: set[frozenset[str]] = set()
    for original, translation in wanted:
        if original in by_path and translation in by_path:
            if original != translation and frozenset((original, translation)) not in seen:
                found.append((by_path[original], by_path[translation]))
            seen.add(frozenset((original, translation)))
        elif translation in told:
            problems.append(_not_given(told[translation], original))
    return found, problems


def _same(path: str) -> str:
    return normpath(path)


def _stated(articles: Sequence[Article]) -> Iterator[Asked]:
    """What front matter says; the path counts from the folder of the article."""
    for article in articles:
        if article.translation_of:
            yield _same(str(Path(article.path).parent / article.translation_of)), _same(article.path)


_LANGUAGE = re.compile(rf"(.+)\.({'|'.join(PACKS)})\.[^.]+", re.IGNORECASE)


def _named(paths: Sequence[str]) -> Iterator[Asked]:
    """Files called alike but for their language: that in the first of our languages is taken for the original."""
    named: dict[str, dict[str, str]] = {}
    for path in sorted(paths):
        match = _LANGUAGE.fullmatch(PurePath(path).name)
        if match:
            stem = str(PurePath(path).with_name(match[1]))
            named.setdefault(stem, {}).setdefault(match[2].lower(), path)
    for found in named.values():
        first, *others = [found[lang] for lang in PACKS if lang in found]
        yield from ((first, other) for other in others)


def _not_given(article: Article, original: str) -> Problem:
    what = f"says that it translates {original}, which is not among the articles"
    return Problem(article.path, what, "give both, or use --pair ORIGINAL TRANSLATION")
