"""Translations held against their originals, sentence by sentence: every figure, date and bound, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from figcheck import check
from figcheck.memo import Made
from figcheck.model import Problem, Translation
from figcheck.together import Judge
from figcheck.translation.differences import UnalignedError, hold
from figcheck.translation.echoes import quieted
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
    articles = [one.article for one in checked if one.article is not None]
    understood = [one for one in checked if one.article is not None]
    paired, problems = pairs(articles, asked)
    if not paired:
        return found, [], problems
    translated: list[Translation] = []
    for a, b in paired:
        try:
            translated.append(hold(articles[a], understood[a].own, articles[b], understood[b].own))
        except UnalignedError:
            problems.append(_strangers(articles[a].path, articles[b].path))
    rows = list(quieted(found.found, translated))
    for translation in translated:
        rows += [(check.order(finding), finding) for finding in check.translated(translation, judge.rules)]
    met = [claim for one in translated for told in one.renderings for claim in (told.original, told.translation)]
    return replace(found, found=sorted(rows, key=lambda row: row[0]), met=[*found.met, *met]), translated, problems


def _strangers(original: str, translation: str) -> Problem:
    what = f"has next to no figure in common with {original}, of which it was taken for a translation"
    return Problem(translation, what, "check which file belongs to which")
