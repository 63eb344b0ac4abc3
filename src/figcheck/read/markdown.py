"""Markdown: markup, code and addresses are not read, tables are tables; positions stay those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.read.document import Cell, Document, Table, without
from figcheck.read.metadata import front_end

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_MARKUP = re.compile(
    r"`[^`\n]{0,400}`"  # code
    r"|!?\[(?=[^\[\]\n]{1,400}\]\()|\]\([^()\s]{0,800}(?:[ ]\"[^\"\n]{0,200}\")?\)"  # [words](address)
    r"|\*{2,3}|(?<!\d)\*(?=[^\s\d])|(?<=[^\s\d*])\*|~~[^~\n]{0,400}~~|<!--.{0,500}?-->|<https?:[^<>\s]{0,800}>|\[\^\w{1,20}\]:?",
    re.S,
)


def read(text: str, encoding: str) -> Document:
    """The text of a Markdown file."""
    lines = list(_lines(text))
    fenced = list(_fenced(text, lines))
    tables = [table for table in _tables(text, lines) if not any(a <= table.start < b for a, b in fenced)]
    markup = [match.span() for match in _MARKUP.finditer(text, front_end(text))]
    return Document(text, encoding, tables=tuple(tables), reading=without(text, [*fenced, *markup]))


def _lines(text: str) -> Iterator[Cell]:
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield at, end
        at = end


def _fenced(text: str, lines: list[Cell]) -> Iterator[Cell]:
    """Code between ``` and ```, which may lack its end; the line breaks around it stay."""
    begun, mark = -1, ""
    for start, end in lines:
        match = _FENCE.match(text, start, end)
        if match and begun < 0:
            begun, mark = start, match[1]
        elif match and match[1].startswith(mark):
            yield begun, end - 1
            begun = -1
    if begun >= 0:
        yield begun, len(text)


def _tables(text: str, lines: list[Cell]) -> Iterator[Table]:
    """A header, a row of dashes, and the rows behind them up to a line without a bar."""
    index = 1
    while index < len(lines):
        start, end = lines[index]
        above = lines[index - 1]
        if "|" in text[slice(*above)] and _is_rule(text[start:end]):
            rows, last = [tuple(_cells(text, *above))], index
            while last + 1 < len(lines) and "|" in text[slice(*lines[last + 1])]:
                last += 1
                rows.append(tuple(_cells(text, *lines[last])))
            yield Table(above[0], lines[last][1], tuple(rows))
            index = last
        index += 1


def _is_rule(line: str) -> bool:
    """Whether a line divides the header of a table from its rows."""
    return "|" in line and "-" in line and set(line) <= set("|-: \t\r\n")


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    line = text[start:end].strip()
    start += text[start:end].find(line)
    end = start + len(line)
    start, end = start + line.startswith("|"), end - (line.endswith("|") and len(line) > 1)
    for match in re.finditer(r"(?:\\.|[^|\\])*", text[start:end]):
        if match.end() > match.start() or match.start() == 0 or text[start + match.start() - 1] == "|":
            yield start + match.start(), start + match.end()
