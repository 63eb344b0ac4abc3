"""When, where and by whom an article was published, and which of the places that say so was believed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.errors import UserError
from figcheck.model import TRUST, Problem
from figcheck.read.document import Document
from figcheck.read.inputs import Inputs
from figcheck.read.layout import Paragraph
from figcheck.read.lines import dateline
from figcheck.read.walk import Patterns
from figcheck.yamlio import Lines

_KEYS = ("title", "date", "place", "source", "trust", "translation_of")

MOST_BYTES = 65_536
"""Of a file that says something of an article."""


@dataclass(slots=True)
class Metadata:
    """What is known of an article, each with the name of the place that told it; the first to tell is believed.

    `lines` are those of the keys in front matter.
    """

    lines: Lines = field(default_factory=Lines)
    told: dict[str, tuple[str, str]] = field(default_factory=dict)
    published: date | None = None
    published_from: str | None = None

    def word(self, key: str) -> str | None:
        """The title, place or source."""
        return self.told[key][0] if key in self.told else None

    @property
    def origins(self) -> dict[str, str]:
        """What was told, but for the date → where."""
        return {key: origin for key, (_, origin) in self.told.items() if key != "date"}

    def add(self, found: Mapping[str, Any], origin: str) -> None:
        """Take what was not told before."""
        for key in _KEYS:
            value = found.get(key)
            if isinstance(value, str) and value.strip():
                self.told.setdefault(key, (value.strip(), origin))

    def settle_trust(self, path: str, problems: list[Problem]) -> None:
        """Leave out a trust that is none."""
        word, _ = self.told.get("trust", (TRUST[0], ""))
        if word not in TRUST:
            problems.append(
                Problem(
                    self._place(path, "trust"), f"the trust {word[:40]!r} is not known", f"one of: {', '.join(TRUST)}"
                )
            )
            del self.told["trust"]

    def settle_date(self, path: str, found: Sequence[Paragraph], problems: list[Problem]) -> None:
        """The date of publication, from what was told, the file's name or the head of the page."""
        written, origin = self.told.get("date", ("", ""))
        named, head = day_in(written), day_in(Path(path).stem)
        if written and named is None:
            what = f"the date {written[:40]!r} is not one that there is"
            problems.append(Problem(self._place(path, "date"), what, "write it as 2025-10-31"))
        candidates = ((named, origin), (head, "file name"), (_head_day(found), "text"))
        told = next(((day, origin) for day, origin in candidates if day is not None), (None, None))
        self.published, self.published_from = told

    def _place(self, path: str, key: str) -> str:
        """The article, with the line of what its front matter says."""
        return f"{path}:{self.lines.at(key)}" if self.told[key][1] == FRONT else path


FRONT = "front matter"
"""The name of that place."""

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.S | re.M)


def front_end(text: str) -> int:
    """Where a text goes on behind its front matter; 0 where it has none."""
    match = _FRONT.match(text[:20000])
    return match.end() if match else 0


def front_matter(document: Document, path: str, problems: list[Problem]) -> tuple[Mapping[str, Any], Lines, int]:
    """The YAML between `---` that a text begins with, the lines of its keys, and where the text goes on behind it."""
    match = _FRONT.match(document.read[:20000])
    if match is None:
        return {}, Lines(), 0
    within = "\n" + match[1].replace("\r", "")  # the first line is the one of the dashes
    return *_parsed(within, path, FRONT, problems), match.end()


def _parsed(text: str, path: str, what: str, problems: list[Problem]) -> tuple[Mapping[str, Any], Lines]:
    """A mapping in YAML with the lines of its keys; what is none is a problem and counts as empty."""
    try:
        found, lines = yamlio.parse_with_lines(text, path)
    except UserError as error:
        problems.append(error.problem())
        return {}, Lines()
    if found is None or isinstance(found, dict):
        return found or {}, lines
    problems.append(Problem(path, f"{what} is not a list of `key: value`", "write title, date, place, source"))
    return {}, Lines()


def beside(path: str, inputs: Inputs, problems: list[Problem]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """What is said of an article outside of it, and where: in a file of its name, and by its desk."""
    for file in _beside(path):
        yield _sidecar(file, problems), "sidecar"
    yield of_desk(path, inputs), "settings"


def sidecars(path: str) -> Iterator[bytes]:
    """The bytes of the files that say something of an article from beside it; none where one cannot be read."""
    for file in _beside(path):
        try:
            with file.open("rb") as stream:
                yield stream.read(MOST_BYTES)
        except OSError:
            yield b""


def _beside(path: str) -> Iterator[Path]:
    for name in dict.fromkeys((str(Path(path).with_suffix(".yaml")), f"{path}.yaml")):
        if Path(name).is_file() and name != path:
            yield Path(name)


def _sidecar(file: Path, problems: list[Problem]) -> Mapping[str, Any]:
    try:
        with file.open("rb") as stream:
            text = stream.read(MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(str(file), f"cannot be read: {error}", "write it in UTF-8"))
        return {}
    return _parsed(text, str(file), "it", problems)[0]


def of_desk(path: str, inputs: Inputs) -> Mapping[str, Any]:
    """What the settings say of an article: the last glob that names it and says something is believed.

    >>> of_desk("2021/a.txt", Inputs(articles={"*.txt": {"place": "郴州", "trust": "1"}, "2021/": {"trust": "2"}}))
    {'place': '郴州', 'trust': '2'}
    """
    within = os.path.relpath(path, inputs.articles_dir or ".").replace(os.sep, "/")
    said: dict[str, Any] = {}
    for glob, about in inputs.articles.items():
        if Patterns((glob,)).match(within):
            said.update(about)
    return said


# ------------------------------------------------------------------------------- dates


_DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})[日号]")
_ISO = re.compile(r"((?:19|20)\d\d)[-./_](\d{1,2})[-./_](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def day_in(text: str) -> date | None:
    """The first full date that is written in a text.

    >>> day_in("2025-10-31T08:00:00+08:00"), day_in("A01_20251031"), day_in("10月31日")
    (datetime.date(2025, 10, 31), datetime.date(2025, 10, 31), None)
    """
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


def _head_day(found: Sequence[Paragraph]) -> date | None:
    """A full date in the first lines, where it stands by itself or dates a dateline; not one inside a story."""
    for paragraph in found[:6]:
        match = _DAY.search(paragraph.text[:40])
        alone = len(paragraph.text) <= 60 and paragraph.text[-1] not in "。！？"
        if match and (alone or dateline(paragraph.text)):
            return _valid(match)
    return None
