"""Tables beside an article: .csv and .tsv, in which every cell keeps its line and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import accumulate

from figcheck.errors import UserError
from figcheck.model import Role, Spot
from figcheck.read.document import Cell, Document, Mark, Table
from figcheck.read.job import Job

SAMPLE = 8192
"""So many characters show how cells are divided."""


def read(text: str, encoding: str, job: Job) -> Document:
    """The table in a file. Raises UserError where rows cannot be told apart."""
    try:
        rows = list(_rows(text, _divider(text)))
    except csv.Error as error:
        raise UserError(job.where, f"is no table that can be read: {error}", "export it again as CSV") from None
    job.within("cells", sum(map(len, rows)))
    marks = [mark for number, row in enumerate(rows, start=1) for mark in _marks(row, number)]
    return Document(text, encoding, marks=marks, tables=(Table(0, len(text), tuple(map(tuple, rows))),))


def _divider(text: str) -> str:
    """A tab where there is one, else what is there more often."""
    head = text[:SAMPLE]
    return "\t" if "\t" in head else max(",;", key=head.count)


def _rows(text: str, divider: str) -> Iterator[list[Cell]]:
    """Where the cells stand: between two of them is nothing but dividers, quotes and line breaks."""
    lines = text.splitlines(keepends=True)
    ends = list(accumulate(map(len, lines), initial=0))
    reader, at = csv.reader(lines, delimiter=divider), 0
    for row in reader:
        cells, end = [], ends[reader.line_num]
        for written in row:
            found = text.find(written, at, end) if written else at
            start = found if found >= 0 else at  # a quote within quotes is written twice
            at = start + len(written) if found >= 0 else at
            cells.append((start, at))
        at = end
        yield cells


def _marks(row: Sequence[Cell], number: int) -> Iterator[Mark]:
    for cell, (start, _) in enumerate(row, start=1):
        yield Mark(start, Spot(row=number, cell=cell), Role.TABLE)
