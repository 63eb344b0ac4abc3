"""Which files, what do they contain, what text did the layout break, published when, where does a story end?"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from figcheck import remarks, yamlio
from figcheck.errors import UserError
from figcheck.model import Article, Problem
from figcheck.read import files
from figcheck.read.encoding import decode
from figcheck.read.files import Source
from figcheck.read.layout import Paragraph, dateline, lines, paragraphs
from figcheck.read.stories import stories

__all__ = ["FORMATS", "Source", "article_from_text", "find", "load"]

MAX_CHARACTERS = 2_000_000
"""A longer file is no newspaper page; it is refused rather than read for minutes."""


def _plain(data: bytes, where: str) -> tuple[str, str]:
    return decode(data, where)


FORMATS: Mapping[str, Callable[[bytes, str], tuple[str, str]]] = {".txt": _plain, ".md": _plain, ".markdown": _plain}
"""The formats that are read, by the end of the file's name: bytes and path to text and encoding."""


def find(paths: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """The files under the paths, and a problem for each path that gives none."""
    return files.find(paths, tuple(FORMATS))


def load(source: Source) -> tuple[Article, list[Problem]]:
    """Read one file. Raises UserError where there is no text; a fault in its front matter is only a problem."""
    data = source.data()
    text, encoding = FORMATS.get(source.suffix, _plain)(data, source.path)
    if not text.strip():
        raise UserError(source.path, "is empty", "nothing was checked in it")
    if len(text) > MAX_CHARACTERS:
        raise UserError(source.path, f"is longer than {MAX_CHARACTERS:,} characters", "give the pages one by one")
    problems: list[Problem] = []
    return _article(text, source.path, encoding, problems), problems


def article_from_text(text: str, path: str) -> Article:
    """An article from text in memory; faults in its front matter are passed over.

    >>> article_from_text("---\\ndate: 2025-10-31\\n---\\n连续3\\n\\n年获奖，全市共有奖项５个。", "a.txt").published
    datetime.date(2025, 10, 31)
    """
    return _article(text, path, "utf-8", [])


def _article(original: str, path: str, encoding: str, problems: list[Problem]) -> Article:
    front, begin = _front_matter(original, path, problems)
    found = paragraphs(list(lines(remarks.hidden(original), begin)))
    text, offsets, starts = _joined(found)
    published, source = _published(front, found, path, problems)
    return Article(
        path=path,
        original=original,
        text=text,
        offsets=offsets,
        lang=_language(text),
        stories=stories(found, starts, published),
        published=published,
        published_from=source,
        title=_word(front, "title") or next((p.text for p in found if p.level), None),
        place=_word(front, "place"),
        source=_word(front, "source"),
        encoding=encoding,
    )


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


# ------------------------------------------------------------------------------- what an article says of itself


_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.S | re.M)


def _front_matter(original: str, path: str, problems: list[Problem]) -> tuple[Mapping[str, Any], int]:
    match = _FRONT.match(original[:20000])
    if match is None:
        return {}, 0
    try:
        found = yamlio.parse(match[1].replace("\r", ""), path)
    except UserError as error:
        problems.append(error.problem())
        return {}, match.end()
    if found is None or isinstance(found, dict):
        return found or {}, match.end()
    problems.append(Problem(path, "front matter is not a list of `key: value`", "write title, date, place, source"))
    return {}, match.end()


def _word(front: Mapping[str, Any], key: str) -> str | None:
    value = front.get(key)
    return value.strip() or None if isinstance(value, str) else None


_DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})[日号]")
_ISO = re.compile(r"((?:19|20)\d\d)[-./_](\d{1,2})[-./_](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def _published(
    front: Mapping[str, Any], found: Sequence[Paragraph], path: str, problems: list[Problem]
) -> tuple[date | None, str | None]:
    """The date of publication and where it came from. Unknown is allowed; a date somewhere in the text is not taken."""
    written = _word(front, "date")
    if written is not None:
        day = _day(written)
        if day is not None:
            return day, "front matter"
        problems.append(Problem(path, f"the date {written[:40]!r} is not understood", "write it as 2025-10-31"))
    named = _day(Path(path).stem)
    head = _head_day(found)
    if named is not None:
        return named, "file name"
    return (head, "text") if head is not None else (None, None)


def _head_day(found: Sequence[Paragraph]) -> date | None:
    """A full date in the first lines, where it stands by itself or dates a dateline; not one inside a story."""
    for paragraph in found[:6]:
        match = _DAY.search(paragraph.text[:40])
        alone = len(paragraph.text) <= 60 and paragraph.text[-1] not in "。！？"
        if match and (alone or dateline(paragraph.text)):
            return _valid(match)
    return None


def _day(text: str) -> date | None:
    for pattern in (_DAY, _ISO, _COMPACT):
        match = pattern.search(text)
        if match and (day := _valid(match)) is not None:
            return day
    return None


def _valid(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _language(text: str) -> str:
    """zh where at least one in twenty characters of a sample is Chinese."""
    sample = text[:4000]
    return "zh" if sum("\u4e00" <= char <= "\u9fff" for char in sample) * 20 >= len(sample) else "en"
