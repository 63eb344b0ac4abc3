"""Which articles are translations of which, and what the rules over translations find in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from os.path import normpath
from pathlib import Path, PurePath

from figcheck import align, check, echoes
from figcheck.check.rule import Rule
from figcheck.lang import PACKS
from figcheck.model import Article, Claim, Figure, Outcome, Problem, Topic, Translation

Asked = tuple[str, str]
"""The paths of an original and of its translation."""


def held(outcome: Outcome, rules: Sequence[Rule], asked: Sequence[Asked] = ()) -> Outcome:
    """The outcome with what differs between originals and their translations.

    Pairs are those asked for, those whose front matter says `translation_of`, and files called alike but for their
    language (name.zh.md, name.en.md). What else was found between the two tellings of a pair gives way.
    """
    pairs, problems = _pairs(outcome.articles, asked)
    if not pairs and not problems:
        return outcome
    held = [_held(pair, outcome) for pair in pairs]
    found = [finding for translation in held for finding in check.translated(translation, rules)]
    kept = echoes.quieted(outcome.findings, held)
    return replace(
        outcome,
        findings=tuple(check.in_order([*kept, *found])),
        problems=(*outcome.problems, *problems),
        renderings=tuple(told for translation in held for told in translation.renderings),
    )


def _held(pair: tuple[Article, Article], outcome: Outcome) -> Translation:
    original, translation = (_claims(article, outcome) for article in pair)
    return align.aligned(original, translation)


def _claims(article: Article, outcome: Outcome) -> list[Claim]:
    placed = [claim for claim in outcome.claims if claim.article is article]
    nameless = [_bare(figure) for figure in outcome.not_understood if figure.span.article is article]
    return placed + nameless


def _bare(figure: Figure) -> Claim:
    """A figure of which is not known what it measures: it can be held against another all the same."""
    return Claim(Topic("", "", (), figure.measure, figure.quantity.unit.dimension), figure)


# ------------------------------------------------------------------------------- which belong together


def _pairs(articles: Sequence[Article], asked: Sequence[Asked]) -> tuple[list[tuple[Article, Article]], list[Problem]]:
    """Originals with their translations, each once, and a problem for each original that was not given."""
    by_path = {_same(article.path): article for article in articles}
    wanted = dict.fromkeys([*((_same(a), _same(b)) for a, b in asked), *_told(articles), *_named(by_path)])
    pairs, problems, seen = [], [], set()
    for original, translation in wanted:
        if original in by_path and translation in by_path:
            if original != translation and frozenset((original, translation)) not in seen:
                pairs.append((by_path[original], by_path[translation]))
            seen.add(frozenset((original, translation)))
        elif translation in by_path and by_path[translation].translation_of:
            problems.append(_not_given(by_path[translation], original))
    return pairs, problems


def _same(path: str) -> str:
    return normpath(path)


def _told(articles: Sequence[Article]) -> Iterator[Asked]:
    """What front matter says; the path counts from the folder of the article."""
    for article in articles:
        if article.translation_of:
            yield _same(str(Path(article.path).parent / article.translation_of)), _same(article.path)


_LANGUAGE = re.compile(rf"(.+)\.({'|'.join(PACKS)})\.[^.]+", re.IGNORECASE)


def _named(paths: Sequence[str] | dict[str, Article]) -> Iterator[Asked]:
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
