"""Originals with their translations in one file, as translators keep them: TMX, XLIFF, tables of two columns.

Each language becomes an article of its own, `memory.tmx#zh` and `memory.tmx#en`, a segment a line; the second says
that it translates the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from xml.etree import ElementTree

from figcheck.errors import UserError
from figcheck.model import Role, Spot
from figcheck.read.document import NO_ARTICLE, Cell, Document, Mark, Table, Writer, without
from figcheck.read.job import Job

Segment = Mapping[str, str]
"""What one unit says in each language, by its code."""

_CODES = frozenset(("bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec", "cp"))
"""Elements within a segment that stand for formatting: what they hold is no text."""

_ENTITY = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T\0I\0T\0Y\0|\0<\0!\0E\0N\0T\0I\0T\0Y")


def tmx(data: bytes, job: Job) -> list[Document]:
    """The articles of a translation memory (TMX 1.4). Raises UserError where it holds no two languages."""
    root = _parsed(data, job)
    header = next((one for one in root if _name(one) == "header"), None)
    first = _language(header.get("srclang", "") if header is not None else "")
    units = [unit for unit in root.iter() if _name(unit) == "tu"]
    return _articles([dict(_variants(unit, job)) for unit in units], first, job)


def _variants(unit: ElementTree.Element, job: Job) -> Iterator[tuple[str, str]]:
    for variant in unit:
        lang = _language(variant.get(_LANG) or variant.get("lang") or "")
        for segment in variant:
            if _name(segment) == "seg" and lang:
                yield lang, _text(segment, job)


def xliff(data: bytes, job: Job) -> list[Document]:
    """The articles of an XLIFF file (1.2, 2.0 and those of CAT tools). Raises UserError where nothing is translated."""
    root = _parsed(data, job)
    found: list[Segment] = []
    source, target = root.get("srcLang", ""), root.get("trgLang", "")
    for element in root.iter():
        job.in_time()
        if _name(element) == "file":
            source = element.get("source-language", source)
            target = element.get("target-language", target)
        if _name(element) in ("trans-unit", "segment"):
            parts = {_name(child): _text(child, job) for child in element if _name(child) in ("source", "target")}
            langs = {"source": _language(source) or "source", "target": _language(target) or "target"}
            found.append({langs[name]: text for name, text in parts.items()})
    return _articles(found, _language(source), job)


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _parsed(data: bytes, job: Job) -> ElementTree.Element:
    """The root of a file. Entities of its own, by which a small file grows without end, are refused."""
    if _ENTITY.search(data):
        raise UserError(job.where, "defines entities of its own", "export it again without a DTD of its own")
    try:
        return ElementTree.fromstring(data)  # noqa: S314  (entities are refused)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UserError(job.where, f"is no XML that can be read: {error}", "export it again") from None


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _language(code: str) -> str:
    """The language of a code, without its region.

    >>> _language("zh-Hans-CN"), _language("EN_us"), _language("*all*")
    ('zh', 'en', '')
    """
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", code)
    return found[0].lower() if found else ""


def _text(element: ElementTree.Element, job: Job) -> str:
    """What a segment says, without the codes of its formatting."""
    pieces: list[str] = []
    open_elements: list[Iterator[ElementTree.Element]] = [iter((element,))]
    parents: list[ElementTree.Element] = []
    while open_elements:
        job.within("depth", len(open_elements))
        child = next(open_elements[-1], None)
        if child is None:
            open_elements.pop()
            if parents:
                closed = parents.pop()
                pieces.append((closed.tail or "") if closed is not element else "")
        elif _name(child) in _CODES:
            pieces.append(child.tail or "")
        else:
            pieces.append(child.text or "")
            parents.append(child)
            open_elements.append(iter(child))
    return " ".join("".join(pieces).split())


def _articles(segments: Sequence[Segment], first: str, job: Job) -> list[Document]:
    """One article for each of two languages: the source, then the first of the others."""
    langs = list(dict.fromkeys(lang for segment in segments for lang in segment))
    langs.sort(key=lambda lang: lang != first)
    if len(langs) < 2:
        raise UserError(job.where, NO_ARTICLE, "a translation file holds segments in two languages")
    made = []
    for lang in langs[:2]:
        writer = Writer()
        for number, segment in enumerate(segments, start=1):
            writer.line(segment.get(lang, ""), Spot(paragraph=number), Role.BODY)
        made.append(replace(writer.document(_about(lang, langs[0], job)), name=f"#{lang}"))
    return made


def _about(lang: str, first: str, job: Job) -> dict[str, str]:
    return {} if lang == first else {"translation_of": f"{PurePath(job.where).name}#{first}"}


# ------------------------------------------------------------------------------- tables of two columns


MOST = 0.8
"""In this share of the rows of a table of two languages one cell is Chinese and one is not."""

FEWEST_WORDS = 3
"""So many words of a language that writes them apart make a segment; less are a name in a table."""


def split(document: Document, job: Job) -> list[Document]:
    """A document whose tables are of two languages as an article for each; any other document as it is."""
    columns = [found for table in document.tables if (found := _columns(document, table)) is not None]
    if not columns or len(columns) != len(document.tables):
        return [document]
    (one, other), *rest = columns
    if any(found != (one, other) for found in rest):
        return [document]
    zh_first = _is_chinese(document, document.tables[0].rows[-1][one])
    names = ("zh", "en") if zh_first else ("en", "zh")
    return [_column(document, column, name, names[0], job) for column, name in zip((one, other), names, strict=True)]


def _columns(document: Document, table: Table) -> tuple[int, int] | None:
    """The columns of the two languages, in their order; None for any other table."""
    width = min(map(len, table.rows), default=0)
    for one in range(width):
        for other in range(one + 1, width):
            told = [row for row in table.rows if _segment(document, row[one]) and _segment(document, row[other])]
            mixed = [row for row in told if _is_chinese(document, row[one]) is not _is_chinese(document, row[other])]
            if len(mixed) >= max(2, MOST * (len(table.rows) - 1)):
                return one, other
    return None


def _segment(document: Document, cell: Cell) -> bool:
    """Whether a cell holds a sentence, or a heading."""
    text = document.text[slice(*cell)]
    return _is_chinese(document, cell) or len(re.findall(r"[A-Za-z]{2,}", text)) >= FEWEST_WORDS


def _is_chinese(document: Document, cell: Cell) -> bool:
    text = document.text[slice(*cell)]
    return sum("\u4e00" <= char <= "\u9fff" for char in text) * 5 >= max(1, len(text))


def _column(document: Document, column: int, lang: str, first: str, job: Job) -> Document:
    """The article of one column: all else of its tables is masked, and each cell is a line of its own.

    The names of the columns are left out where they are no sentences.
    """
    marks = [mark for mark in document.marks if not _inside(mark, document.tables)]
    masked: list[Cell] = []
    for table in document.tables:
        at = table.start
        for number, row in enumerate(table.rows, start=1):
            start, end = row[column] if number > 1 or _mixed(document, row) else (row[column][0], row[column][0])
            masked += _lines(document.text, at, start)
            marks.append(Mark(document.text.rfind("\n", 0, start) + 1, Spot(row=number, cell=column + 1), Role.BODY))
            at = end
        masked += _lines(document.text, at, table.end)
    marks.sort(key=lambda mark: mark.start)
    about = {**document.about, **_about(lang, first, job)}
    reading = without(document.text, masked)
    return replace(document, about=about, marks=marks, tables=(), reading=reading, name=f"#{lang}")


def _mixed(document: Document, row: Sequence[Cell]) -> bool:
    """Whether a row holds sentences of both languages."""
    return len({_is_chinese(document, cell) for cell in row if _segment(document, cell)}) == 2


def _inside(mark: Mark, tables: Sequence[Table]) -> bool:
    return any(table.start <= mark.start < table.end for table in tables)


def _lines(text: str, start: int, end: int) -> Iterator[Cell]:
    """The stretches of a part that hold no line break: the lines of a file stay what they are."""
    for match in re.finditer("[^\n]+", text[start:end]):
        yield start + match.start(), start + match.end()
