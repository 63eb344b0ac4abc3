"""Where one story ends and the next begins: at datelines and bylines, with the headlines before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from figcheck.model import Block, Role, Story
from figcheck.read.layout import Paragraph
from figcheck.read.lines import dateline


def stories(found: Sequence[Paragraph], starts: Sequence[int], published: date | None) -> tuple[Story, ...]:
    """The paragraphs as stories; `starts` are where they begin in the text. Nothing is carried across stories."""
    cuts = sorted({0, *_cuts(found)})
    pieces = [range(a, b) for a, b in zip(cuts, [*cuts[1:], len(found)], strict=True) if b > a]
    return tuple(_story(found, starts, piece, published) for piece in pieces)


def _cuts(found: Sequence[Paragraph]) -> list[int]:
    cuts = []
    for index, paragraph in enumerate(found):
        if paragraph.dateline or paragraph.role is Role.BYLINE:
            first = _first_headline(found, index)
            if first == index and paragraph.role is Role.BYLINE:
                cuts.append(index + 1)  # a byline that signs what stands above it
            else:
                cuts.append(first)
    return cuts


def _first_headline(found: Sequence[Paragraph], index: int) -> int:
    """Where the headlines directly above a dateline or byline begin; `index` itself where there are none."""
    first = index
    while first > 0 and found[first - 1].role in (Role.HEADLINE, Role.BYLINE):
        first -= 1
    while first < index and found[first].role is Role.BYLINE:
        first += 1
    return first


def _story(found: Sequence[Paragraph], starts: Sequence[int], piece: range, published: date | None) -> Story:
    blocks = []
    lead = True
    for index in piece:
        paragraph = found[index]
        role = paragraph.role
        if role is Role.BODY and lead:
            role, lead = Role.LEAD, False
        blocks.append(Block(starts[index], starts[index] + len(paragraph.text), role))
    heads = sorted((i for i in piece if found[i].role is Role.HEADLINE), key=lambda i: found[i].beside)
    title = found[heads[0]].text if heads else None
    return Story(blocks[0].start, blocks[-1].end, tuple(blocks), title, None, _filed(found, piece, published))


def _filed(found: Sequence[Paragraph], piece: range, published: date | None) -> date | None:
    """The day of a story's own dateline, in the year of the page."""
    for index in piece:
        match = dateline(found[index].text) if found[index].dateline else None
        if match and match["month"] and published is not None:
            try:
                return date(published.year, int(match["month"]), int(match["day"]))
            except ValueError:
                return published
    return published
