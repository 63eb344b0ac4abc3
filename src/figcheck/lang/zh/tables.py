"""Tables: each cell says a sentence, made of the labels of its row and column, that is read like any other.

A table is a run of lines whose cells stand between `|` or tabs; its first line, or all above `|---|`, are its header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.zh import periods
from figcheck.lang.zh.places import code
from figcheck.lang.zh.words import cues
from figcheck.model import Article, Block, Role, Span, Statement, Story

MOST_CELLS = 4000
"""A larger table is a data set; what is beyond is passed over."""


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("tables.yaml"))


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
    return line.lstrip("（( ").startswith(tuple(words()["unit"]))


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
_NUMBER = re.compile(r"[+]?\d[\d,]{0,18}(?:\.\d{1,12})?(?P<unit>[^\d\s，。；]{0,8})")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _cells(article: Article, story: int, title: str, rows: Sequence[_Row]) -> Iterator[Cell]:
    """The cells of one table. The title is the paragraph above where that is no sentence."""
    text = article.text
    body = [row for row in rows if not _RULE.fullmatch(text[row.block.start : row.block.end])]
    if len(body) < 2 or len(body[0].cells) < 2:
        return
    header = [text[start:end] for start, end in body[0].cells]
    named = title if len(title) <= 60 and not title.endswith(("。", "！", "？")) else ""
    for row in body[1:]:
        label = text[slice(*row.cells[0])]
        for column, (start, end) in list(zip(header, row.cells, strict=False))[1:]:
            said = sentence(named, column, label, text[start:end])
            if said is not None:
                line = Span(article, row.block.start, row.block.end)
                yield Cell(Span(article, start, end), line, story, row.number, *said)


# ------------------------------------------------------------------------------- what a cell says


def sentence(title: str, column: str, row: str, cell: str) -> tuple[str, int] | None:
    """What a cell says, and where its number stands in that; None where it holds no number or has no label.

    >>> sentence("", "出口额（亿元）", "临江县", "12.6")
    ('临江县出口额12.6亿元。', 6)
    """
    written = _NUMBER.fullmatch(cell)
    head, of_column = _labelled(column)
    name, of_row = _labelled(_row_name(row))
    heading, of_title = _titled(title)
    if written is None or head in words()["numbering"] or not (name or head):
        return None
    unit = "" if written["unit"] else of_column or of_row or of_title
    when, what = _when(head, name, heading)
    before = (f"{when}，" if when else "") + what
    return f"{before}{cell.lstrip('+')}{unit}。", len(before)


_UNIT = re.compile(r"[（(]([^（）()]{1,16})[）)]$|(?<=.)[/／]([^/／\d]{1,6})$")


def _labelled(label: str) -> tuple[str, str]:
    """A label and the unit that stands behind it in brackets."""
    label = label.strip()
    match = _UNIT.search(label)
    if match is None:
        return _as_year(label), ""
    unit = (match[1] or match[2]).lstrip("（( ")
    for mark in words()["unit"]:
        unit = unit.removeprefix(mark)
    return _as_year(label[: match.start()].strip()), unit


def _as_year(label: str) -> str:
    return f"{label}年" if _YEAR.fullmatch(label) else label


def _row_name(label: str) -> str:
    for mark in words()["before_row"]:
        label = label.strip().removeprefix(mark)
    return re.sub(r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))", "", label)


def _titled(title: str) -> tuple[str, str]:
    """What a table is about, without its number and the word for a table."""
    about, unit = _labelled(
        re.sub(r"^#*\s*(?:附?[表图]\s*[\d一二三四五六七八九十]{0,3}[-\d]{0,4}[:：、\s]?)?", "", title)
    )
    for mark in words()["unit"]:
        about, _, told = about.partition(mark)
        unit = unit or told.strip(" ）)")
    ending = next((end for end in words()["title_ends"] if about.endswith(end)), "")
    return about.strip(" （(").removesuffix(ending), unit


_EACH = re.compile(r"^[^各分]{0,4}(?:各|分)(?:县市区|市县区|县区|地区|市县|市州|区县|地|县|市|区|州|省)")


def _is_place(label: str) -> bool:
    return code(label) is not None or (2 <= len(label) <= 6 and label[-1] in cues()["place_endings"])


def _when(head: str, name: str, heading: str) -> tuple[str, str]:
    """The period that the labels or the title tell, and the rest: whose, then what."""
    (first, column), (second, row), (third, about) = map(_without_period, (head, name, heading))
    column = "" if column in words()["plain"] else column
    if not column and (not row or _is_place(row)):
        column = _EACH.sub("", about)
    places = [label for label in (row, column) if _is_place(label)]
    rest = [label for label in (row, column) if label not in places]
    return first or second or third, "".join(dict.fromkeys((*places, *rest)))


def _without_period(label: str) -> tuple[str, str]:
    """The first period in a label, and the label without it."""
    mention = next((m for m in periods.find(label) if not m.vague), None)
    if mention is None:
        return "", label
    return label[mention.start : mention.end], (label[: mention.start] + label[mention.end :]).strip()


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
        if figure.span.start - sum(len(other.says) + 1 for other in cells[: statement.block - 1]) < cell.at:
            continue
        figure = replace(figure, span=cell.span, sentence=cell.row, role=Role.TABLE, link=None, link_end=None)
        yield replace(statement, figure=figure, story=cell.story, block=cell.block, full_stop=-cell.block)
