"""Translations held against their originals, sentence by sentence: every figure, date and bound, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from figcheck import check
from figcheck.barrier import attempt
from figcheck.memo import Made
from figcheck.model import Problem, Translation
from figcheck.together import Judge
from figcheck.translation.pairs import Asked, pairs
from figcheck.understood import Understood

__all__ = ["Asked", "held"]


def held(
    found: Made, checked: Sequence[Understood], judge: Judge, asked: Sequence[Asked] = ()
) -> tuple[Made, list[Translation], list[Problem]]:
    """What is found, with what differs between originals and translations; all that were held; what is wrong with them.

    What else was found between the two tellings of a pair gives way. Two texts that are no original and translation
    are one problem; the other pairs are checked all the same.
    """
    understood = [one for one in checked if one.article is not None]
    articles = [one.article for one in understood if one.article is not None]
    failed: list[Problem] = []
    paired, missing = attempt(partial(pairs, articles, asked), failed, "--pair", "finding translations", ((), ()))
    problems = [*missing, *failed]
    if not paired:
        return found, [], problems
    from figcheck.translation import echoes  # with the words of both languages: only where there is a pair

    translated: list[Translation] = []
    for a, b in paired:
        place = f"{articles[a].path}, {articles[b].path}"
        translated += attempt(partial(_held, understood[a], understood[b], problems), problems, place, _HOLDING, [])
    unquieted = list(found.found)
    rows = attempt(lambda: list(echoes.quieted(unquieted, translated)), problems, "--pair", _HOLDING, unquieted)
    for one in translated:
        rows = [*rows, *((check.order(told), told) for told in check.translated(one, judge.rules, problems))]
    met = [claim for one in translated for told in one.renderings for claim in (told.original, told.translation)]
    return replace(found, found=sorted(rows, key=lambda row: row[0]), met=[*found.met, *met]), translated, problems


_HOLDING = "holding the translation against its original"


def _held(original: Understood, translation: Understood, problems: list[Problem]) -> list[Translation]:
    """The one held against the other; nothing, and a problem, where they are strangers."""
    from figcheck.translation import differences

    a, b = original.article, translation.article
    assert a is not None
    assert b is not None
    try:
        return [differences.hold(a, original.own, b, translation.own)]
    except differences.UnalignedError:
        problems.append(_strangers(a.path, b.path))
        return []


def _strangers(original: str, translation: str) -> Problem:
    what = f"has next to no figure in common with {original}, of which it was taken for a translation"
    return Problem(translation, what, "check which file belongs to which")
