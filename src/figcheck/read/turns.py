"""Stories that turn to another page: what stands behind 上接1版 belongs behind what stands before 下转3版."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figcheck.model import Role
from figcheck.read.layout import Paragraph, unfinished

_ON = re.compile(r"^\W{0,6}(?:下转|转)[^，。]{0,12}版")
_FROM = re.compile(r"^\W{0,6}(?:上接|紧接)[^，。]{0,12}版")


def turned(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs in the order in which they are to be read.

    Only where one story turns: which of several goes on where, the words do not say.
    """
    leaves, arrives = _at(found, _ON), _at(found, _FROM)
    if len(leaves) != 1 or len(arrives) != 1 or leaves[0] > arrives[0]:
        return list(found)
    on, back = leaves[0], arrives[0]
    end = next((i for i in range(back + 1, len(found)) if _begins_another(found[i])), len(found))
    rest = list(found[back + 1 : end])
    before = list(found[:on])
    if before and rest and unfinished(before[-1]) and not before[-1].level:
        rest[0] = _joined(before.pop(), rest[0])
    return [*before, *rest, *found[on : back + 1], *found[end:]]


def _at(found: Sequence[Paragraph], pattern: re.Pattern[str]) -> list[int]:
    return [i for i, paragraph in enumerate(found) if len(paragraph.text) <= 20 and pattern.match(paragraph.text)]


def _begins_another(paragraph: Paragraph) -> bool:
    return paragraph.dateline or paragraph.role in (Role.HEADLINE, Role.BYLINE)


def _joined(above: Paragraph, below: Paragraph) -> Paragraph:
    text, offsets = above.text + below.text, above.offsets + below.offsets
    return Paragraph(text, offsets, Role.BODY, 0, above.dateline, below.last, above.count + below.count)
