"""Tables: each cell says a sentence, made of the labels of its row and column, that is read like any other.

A table is a run of lines whose cells stand between `|` or tabs; its first line, or all above `|---|`, are its header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from figcheck.lang.zh import labels
from figcheck.lang.zh.wording import sentence
from figcheck.model import Article, Block, Role, Span, Statement, Story

MOST_CELLS = 4000
"""A larger table is a data set; what is beyond is passed over."""


def in_grid(text: str, block: Block) -> bool:
    """Whether a block is a row of cells."""
    if block.role is not Role.TABLE:
        return False
    return text.startswith("|", block.start) or text.find("\t", block.start, block.end) >= 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table, the sentence that it says, and where its number begins in that sentence."""

    span: Span
    row: Span
    story: int
    block: int
    says: str
    at: int
    name: str = ""  # of the row
    part: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    block: Block
    number: int
    cells: tuple[tuple[int, int], ...]


def cells_of(article: Article) -> list[Cell]:
    """Every cell of the article's tables that holds a number and has a label."""
    found: list[Cell] = []
    number = 0
    for index, story in enumerate(article.stories):
        rows: list[_Row] = []
        title = ""
        for block in story.blocks:
            number += 1
            if in_grid(article.text, block):
                rows.append(_Row(block, number, tuple(_split(article.text, block))))
                continue
            found.extend(_cells(article, index, title, rows))
            above = article.text[block.start : block.end]
            rows, title = [], f"{title}（{above}）" if _only_unit(above) else above
        found.extend(_cells(article, index, title, rows))
    return found[:MOST_CELLS]


def _only_unit(line: str) -> bool:
    """Whether a line between title and table says no more than 单位：亿元."""
    return line.lstrip("（( ").startswith(tuple(labels.words()["unit"]))


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    mark = "|" if text.startswith("|", block.start) else "\t"
    ends = [block.start - 1] if mark == "\t" else []
    ends += [at for at in range(block.start, block.end) if text[at] == mark]
    if ends[-1] < block.end - 1:
        ends.append(block.end)
    for before, after in pairwise(ends):
        start, end = before + 1, after
        while start < end and text[start] in " \u3000*":
            start += 1
        while end > start and text[end - 1] in " \u3000*":
            end -= 1
        yield start, end


_RULE = re.compile(r"[\s|:\-—+=]+")


def _cells(article: Article, story: int, title: str, rows: Sequence[_Row]) -> Iterator[Cell]:
    """The cells of one table. The title is the paragraph above where that is no sentence."""
    text = article.text
    body = [row for row in rows if not _RULE.fullmatch(text[row.block.start : row.block.end])]
    if len(body) < 2 or len(body[0].cells) < 2:
        return
    header = [text[start:end].replace("<br>", "") for start, end in body[0].cells]
    header = labels.headed(header)
    header = [column if header.count(column) == 1 else "" for column in header]  # twice the same: of what, is not told
    named = title if len(title) <= 60 and not title.endswith(("。", "！", "？")) else ""
    measured = next((at for at, column in enumerate(header) if column in labels.words()["unit_column"]), None)
    part = False
    first = int(len(header) > 2 and text[slice(*body[0].cells[0])] in labels.words()["index"])
    for row in body[1:]:
        label = text[slice(*row.cells[first])] if first < len(row.cells) else ""
        if not label:  # the row above holds for this one too, or nothing does
            continue
        part = part or label.lstrip().startswith(tuple(labels.words()["parts"]))
        unit = text[slice(*row.cells[measured])] if measured is not None and measured < len(row.cells) else ""
        line = Span(article, row.block.start, row.block.end)
        for column, (start, end) in list(zip(header, row.cells, strict=False))[first + 1 :]:
            said = column and sentence(named, column, label, text[start:end], unit)
            if said:
                yield Cell(Span(article, start, end), line, story, row.number, *said, labels.split(label)[0], part)


# ------------------------------------------------------------------------------- reading what the cells say


def spoken(article: Article, cells: Sequence[Cell]) -> Article:
    """An article of the sentences that the cells say, a paragraph each, to be read like any other."""
    starts, at = [], 0
    for cell in cells:
        starts.append(at)
        at += len(cell.says) + 1
    text = "\n".join(cell.says for cell in cells)
    blocks = tuple(Block(a, a + len(cell.says), Role.BODY) for a, cell in zip(starts, cells, strict=True))
    stories = (Story(0, len(text), blocks, published=article.published),)
    return replace(article, original=text, text=text, offsets=range(len(text)), stories=stories)


def placed(statements: Sequence[Statement], cells: Sequence[Cell]) -> Iterator[Statement]:
    """The statements read from the cells' sentences, put back to where the numbers stand."""
    for statement in statements:
        cell = cells[statement.block - 1]
        figure = statement.figure
        if figure.span.start - figure.sentence.start < cell.at:
            continue
        if not labels.names(cell.name, (*statement.words, *statement.subjects, statement.generic_subject or "")):
            continue
        figure = replace(figure, span=cell.span, sentence=cell.row, role=Role.TABLE, link=None, link_end=None)
        partial = statement.partial or cell.part
        told = replace(statement, figure=figure, story=cell.story, block=cell.block, full_stop=-cell.block)
        yield replace(told, partial=partial)
