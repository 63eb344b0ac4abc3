"""Web pages: the text of the article, its headings, tables and captions, without what stands around it.

The only module that knows selectolax. Which parts of a page are no article, `lang/web.yaml` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from figcheck.model import Role, Spot
from figcheck.read.document import Document, Writer
from figcheck.read.job import Job
from figcheck.read.webmeta import about, headline, inner, names, plain

LONG_CELL = 120
"""A table with a longer cell lays out a page; it holds no figures in rows."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_LEFT_OPEN = frozenset(
    re.findall("[a-z]+", "p li td th tr dd dt option br hr img input meta link col source wbr area base")
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SENTENCE = re.compile("[。！？；]")
_WORDS = re.compile(r"[\s_-]+")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(names()[key])


def read(text: str, job: Job, encoding: str) -> Document:
    """The article on a page. Raises UserError for a page nested too deeply to be read in time."""
    _guard(text, job)
    tree = LexborHTMLParser(text)
    told = about(tree)
    reader = _Reader(told.get("title", ""))
    for node in _article(tree):
        reader.walk(node)
    return replace(reader.writer.document(told, encoding), headline=headline(tree))


def _guard(text: str, job: Job) -> None:
    """The time to parse a page grows with the square of its depth."""
    depth = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _LEFT_OPEN:
            depth += -1 if match[1] else 1
            job.within("depth", depth)
            depth = max(depth, 0)


def _article(tree: LexborHTMLParser) -> list[LexborNode]:
    """The headline and the element that holds the article, or the whole body."""
    for selector in names()["article"]:
        found = tree.css(selector)
        if len(found) == 1:
            heads = [node for node in tree.css("h1")[:1] if not found[0].css("h1")]
            return [*heads, found[0]]
    return [tree.body] if tree.body is not None else []


class _Reader:
    """Walks a page; a line is written where a block begins or ends."""

    def __init__(self, title: str) -> None:
        self.writer = Writer()
        self.paragraphs = self.tables = 0
        self.pieces: list[str] = []
        self.blocks: list[str] = []  # the tags of the blocks that are open
        self.links = self.linked = 0  # links that are open; characters of the line within links
        self.last = title

    def walk(self, root: LexborNode) -> None:
        stack = [(root, True)]
        while stack:
            node, entering = stack.pop()
            if not entering:
                self.leave(node.tag or "")
            elif node.tag == "-text":
                self.text(node.text_content or "")
            elif node.tag == "table" and not _lays_out(node):
                self.table(node)
            elif not _left_out(node):
                self.enter(node)
                stack.append((node, False))
                stack.extend((child, True) for child in reversed(list(_children(node))))
        self.flush()

    def text(self, words: str) -> None:
        self.pieces.append(plain(words))
        self.linked += len(words.strip()) if self.links else 0

    def enter(self, node: LexborNode) -> None:
        if node.tag in _listed("blocks"):
            self.flush()
            self.blocks.append(node.tag or "")
        elif node.tag == "br":
            self.pieces.append("\n")
        elif node.tag == "img":
            self.picture((node.attributes.get("alt") or "").strip())
        elif node.tag == "a":
            self.links += 1

    def leave(self, tag: str) -> None:
        if tag in _listed("blocks"):
            self.flush()
            self.blocks.pop()
        elif tag == "a":
            self.links -= 1

    def flush(self) -> None:
        """Write the line that ends here, but not a list of links."""
        text, linked = "".join(self.pieces).strip(" "), self.linked
        self.pieces, self.linked = [], 0
        tag = self.blocks[-1] if self.blocks else ""
        if text and (2 * linked < len(text) or _SENTENCE.search(text)):
            part = "caption" if "figcaption" in self.blocks else None
            self.write(text, Role.CAPTION if part else None, _HEADINGS.get(tag, 0), part)

    def write(self, text: str, role: Role | None, level: int, part: str | None) -> None:
        self.paragraphs += 1
        self.writer.line(text, Spot(paragraph=self.paragraphs, part=part), role, level)
        self.last = text

    def picture(self, words: str) -> None:
        """What a picture says to those who cannot see it, where that is not told beside it."""
        if len(words) > 5 and words not in self.last:
            self.flush()
            self.write(words, Role.CAPTION, 0, "image")

    def table(self, node: LexborNode) -> None:
        self.flush()
        self.tables += 1
        self.paragraphs += 1
        spot = Spot(paragraph=self.paragraphs, table=self.tables)
        caption = node.css_first("caption")
        if caption is not None:
            self.writer.line(inner(caption), spot, Role.HEADLINE)
        self.writer.table(_grid(node), spot)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _left_out(node: LexborNode) -> bool:
    """Whether an element is no part of an article: by its tag, because it is hidden, by what its page calls it."""
    if node.tag in _listed("skipped") or not (node.tag or "-")[0].isalpha():
        return True
    given = node.attributes
    style = (given.get("style") or "").replace(" ", "").lower()
    if "hidden" in given or given.get("aria-hidden") == "true" or "display:none" in style:
        return True
    called = f"{given.get('class') or ''} {given.get('id') or ''}".lower()
    return node.tag not in ("body", "article", "main") and not _listed("furniture").isdisjoint(_WORDS.split(called))


def _lays_out(table: LexborNode) -> bool:
    """Whether a table is there for the looks of the page: tables within it, running text in its cells."""
    return len(table.css("table")) > 1 or any(len(inner(cell)) > LONG_CELL for cell in table.css("td"))


def _grid(table: LexborNode) -> list[list[str]]:
    """The rows of a table; where a cell spans others, these are empty."""
    grid: list[list[str]] = []
    below: dict[int, int] = {}  # column → rows in which a cell from above still stands there
    for row in table.css("tr"):
        cells: list[str] = []
        for cell in row.css("td, th"):
            _pass_over(below, cells)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            below.update((len(cells) + index, high - 1) for index in range(wide) if high > 1)
            cells += [inner(cell), *[""] * (wide - 1)]
        grid.append(cells)
    return grid


def _pass_over(below: dict[int, int], cells: list[str]) -> None:
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _span(cell: LexborNode, name: str) -> int:
    written = cell.attributes.get(name) or ""
    return int(written) if written.isascii() and written.isdigit() and 0 < int(written[:3]) < 100 else 1
