"""From a document to an article: its lines joined, its tables told in sentences, its stories and its date found."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from figcheck import remarks
from figcheck.model import Article, Problem, Spot
from figcheck.read import headline, metadata, tables
from figcheck.read.cleaning import with_plain_spaces
from figcheck.read.document import Document
from figcheck.read.layout import Paragraph, paragraphs
from figcheck.read.lines import lines
from figcheck.read.stories import stories
from figcheck.read.turns import turned

Told = Sequence[tuple[Mapping[str, Any], str]]
"""What stands beside the document about it (title, date, place, source), and the names of the places that tell it."""


def article(document: Document, path: str, told: Told, problems: list[Problem]) -> Article:
    """The article in a document; `path` is what reports call it, faults on the way are added to `problems`."""
    document = with_plain_spaces(document)
    front, lines_of, begin = metadata.front_matter(document, path, problems)
    found = turned(list(_paragraphs(document, begin)))
    about = metadata.Metadata(lines_of)
    for mapping, origin in ((front, metadata.FRONT), *told, (document.about, "document")):
        about.add(mapping, origin)
    about.settle_trust(path, problems)
    about.settle_date(path, found, problems)
    lang = _language("\n".join(paragraph.text for paragraph in found))
    found = headline.by_looks(found, document)
    title, origin = about.told.get("title", ("", ""))
    if origin not in ("front matter", "sidecar") or (origin == "sidecar" and document.name):
        title = document.headline
    found, document = headline.with_title(found, document, title, begin if origin == "front matter" else 0)
    found = headline.in_clauses(found, document.text)
    text, offsets, starts = _joined(found)
    return Article(
        path=path,
        original=document.text,
        text=text,
        offsets=offsets,
        lang=lang,
        stories=stories(found, starts, about.published),
        published=about.published,
        published_from=about.published_from,
        title=about.word("title") or next((p.text for p in found if p.level), None),
        place=about.word("place"),
        source=about.word("source"),
        trust=about.word("trust"),
        translation_of=about.word("translation_of"),
        origins=about.origins,
        encoding=document.encoding,
        spots=_spots(document, found),
    )


def _paragraphs(document: Document, begin: int) -> Iterator[Paragraph]:
    """Those of the running text without figcheck's comments, and those of the tables where these stand in it."""
    text = remarks.hidden(document.read)
    for table in document.tables:
        yield from paragraphs(list(lines(text, begin, table.start, document.marks)))
        begin = table.end
        yield from tables.told(table, document)
    yield from paragraphs(list(lines(text, begin, len(document.text), document.marks)))


def _joined(found: Sequence[Paragraph]) -> tuple[str, array[int], list[int]]:
    """The text, where each of its characters stood, where the paragraphs begin; a break stands where its line ended."""
    offsets = array("I")
    starts = []
    for paragraph in found:
        if offsets:
            offsets.append(offsets[-1])
        starts.append(len(offsets))
        offsets.extend(paragraph.offsets)
    return "\n".join(p.text for p in found), offsets, starts


def _spots(document: Document, found: Sequence[Paragraph]) -> Sequence[tuple[int, Spot]]:
    """Where the text stands; the paragraphs of a page are counted in each of its columns."""
    starts = sorted(paragraph.offsets[0] for paragraph in found if paragraph.offsets)
    seen: dict[tuple[int | None, int | None], dict[int, int]] = {}
    spots = []
    for mark in document.marks:
        spot = mark.spot
        if spot is not None and spot.paragraph is None and spot.page is not None:
            counted = seen.setdefault((spot.page, spot.column), {})
            paragraph = bisect_right(starts, _first(document.text, mark.start))
            spot = replace(spot, paragraph=counted.setdefault(paragraph, len(counted) + 1))
        if spot is not None:
            spots.append((mark.start, spot))
    return tuple(spots)


def _first(text: str, start: int) -> int:
    """The first character from `start` on that is not blank."""
    return start + len(text[start : start + 200]) - len(text[start : start + 200].lstrip())


def _language(text: str) -> str:
    """zh where at least one in twenty characters of a sample is Chinese."""
    sample = text[:4000]
    return "zh" if sum("\u4e00" <= char <= "\u9fff" for char in sample) * 20 >= len(sample) else "en"
