"""Which articles are translations of which, and what the rules over translations find in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from os.path import normpath
from pathlib import Path, PurePath

from figcheck import align, check, echoes, kept
from figcheck.barrier import attempt
from figcheck.lang import PACKS
from figcheck.memo import Made, Memo
from figcheck.model import Article, Claim, Problem, Translation
from figcheck.numbered import numbered, told_by
from figcheck.together import Judge
from figcheck.understood import Understood

Asked = tuple[str, str]
"""The paths of an original and of its translation."""

Pair = tuple[Understood, Understood]


def held(
    found: Made, checked: Sequence[Understood], judge: Judge, asked: Sequence[Asked] = ()
) -> tuple[Made, list[Problem]]:
    """What is found, with what differs between originals and their translations; and what is wrong with the pairs.

    Pairs are those asked for, those whose front matter says `translation_of`, and files called alike but for their
    language (name.zh.md, name.en.md). What else was found between the two tellings of a pair gives way.
    """
    failed: list[Problem] = []
    articles = [one for one in checked if one.article is not None]
    pairs, missing = attempt(partial(_pairs, articles, asked), failed, "--pair", "finding translations", ((), ()))
    problems = [*missing, *failed]
    if not pairs:
        return found, problems
    translated = [attempt(partial(_held, pair, judge.memo), problems, _place(pair), HOLDING, NOTHING) for pair in pairs]
    unquieted = list(found.found)
    rows = attempt(lambda: list(echoes.quieted(unquieted, translated)), problems, "--pair", HOLDING, unquieted)
    for pair, translation in zip(pairs, translated, strict=True):
        make = partial(judge.memo.of, f"translated {judge.name}", _own(pair), partial(_found, translation, judge))
        made = attempt(make, problems, _place(pair), HOLDING, Made())
        rows = [*rows, *made.found]
        problems += made.problems
    met = [claim for one in translated for told in one.renderings for claim in (told.original, told.translation)]
    return replace(found, found=sorted(rows, key=lambda row: row[0]), met=[*found.met, *met]), problems


HOLDING = "holding the translation against its original"
NOTHING = Translation()


def _place(pair: Pair) -> str:
    """Both articles."""
    return ", ".join(one.article.path for one in pair if one.article is not None)


def _held(pair: Pair, memo: Memo) -> Translation:
    """The translation held against its original; which figure stands for which is worked out once."""
    claims, (original, translation) = _own(pair), pair
    name = kept.names(claims)
    told = memo.plain("aligned", name, lambda: numbered(align.aligned(original.own, translation.own), claims))
    return told_by(told, claims)


def _own(pair: Pair) -> list[Claim]:
    return [claim for one in pair for claim in one.own]


def _found(translation: Translation, judge: Judge) -> Made:
    problems: list[Problem] = []
    found = check.translated(translation, judge.rules, problems)
    return Made((), [(check.order(finding), finding) for finding in found], problems=problems)


# ------------------------------------------------------------------------------- which belong together


def _pairs(understood: Sequence[Understood], asked: Sequence[Asked]) -> tuple[list[Pair], list[Problem]]:
    """Originals with their translations, each once, and a problem for each original that was not given."""
    articles = [one.article for one in understood if one.article is not None]
    by_path = {_same(article.path): one for one, article in zip(understood, articles, strict=True)}
    wanted = dict.fromkeys([*((_same(a), _same(b)) for a, b in asked), *_told(articles), *_named(list(by_path))])
    told = {_same(article.path): article for article in articles if article.translation_of}
    pairs, problems, seen = [], [], set()
    for original, translation in wanted:
        if original in by_path and translation in by_path:
            if original != translation and frozenset((original, translation)) not in seen:
                pairs.append((by_path[original], by_path[translation]))
            seen.add(frozenset((original, translation)))
        elif translation in told:
            problems.append(_not_given(told[translation], original))
    return pairs, problems


def _same(path: str) -> str:
    return normpath(path)


def _told(articles: Sequence[Article]) -> Iterator[Asked]:
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
