"""Articles as data: .json and .jsonl, in the IPTC's ninjs or in a plain form, one or many in a file.

The plain form is an object with `body` (or `text`, `content`), and where known `title`, `date`, `place`, `source`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from figcheck.errors import UserError
from figcheck.model import Problem, Spot
from figcheck.read.document import NO_ARTICLE, Document, Writer
from figcheck.read.job import Job

_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can hold and no text can."""

_ALL_OF = ("articles", "items", "data", "results")
_KEYS = {
    "title": ("title", "headline", "headlines"),
    "date": ("date", "published", "publish_date", "pubdate", "firstcreated", "versioncreated", "contentcreated"),
    "place": ("place", "located", "places"),
    "source": ("source", "provider", "infosources", "byline"),
}
_BODIES = ("body", "body_text", "text", "content", "bodies", "body_xhtml", "body_html")

Page = Callable[[str], Document]
"""Reads a web page: bodies may be HTML."""


def read(text: str, job: Job, page: Page) -> list[Document]:
    """The articles of a file, one a line or all in one. Raises UserError for what is no JSON, or holds no article."""
    found = list(_lines(text, job.where) if _is_lines(text) else _listed(_parsed(text, job.where)))
    job.within("articles", len(found))
    if not any(isinstance(item, Mapping) and _body(item) for item in found):
        hint = "give objects with title, date, body; or ninjs"
        raise UserError(job.where, NO_ARTICLE, hint)
    documents = [_document(item, job.at(f"{job.where}#{number}"), page) for number, item in enumerate(found, start=1)]
    if len(documents) == 1:
        return documents
    return [replace(document, name=f"#{number}") for number, document in enumerate(documents, start=1)]


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise UserError(where, "is nested too deeply", "give the articles in a flat list") from None
    except ValueError as error:
        place = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UserError(f"{where}{place}", "is no JSON", "export it again") from None


def _is_lines(text: str) -> bool:
    """Whether each line is an object by itself."""
    first, _, rest = text.strip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")


def _lines(text: str, where: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _parsed(line, f"{where}:{number}")


def _listed(found: Any) -> list[Any]:
    """The articles in a list, in an object around it, or the one article that there is."""
    if isinstance(found, list):
        return found
    if isinstance(found, Mapping) and not _body(found):
        return next((found[key] for key in _ALL_OF if isinstance(found.get(key), list)), [found])
    return [found]


def _document(item: Any, job: Job, page: Page) -> Document:
    job.in_time()
    words = _body(item) if isinstance(item, Mapping) else ""
    if not words:
        return Document("", problems=(Problem(job.where, "holds no text of an article", "give it as `body`"),))
    about = {key: word for key, names in _KEYS.items() if (word := _first(item, names))}
    if _is_html(words):
        document = page(words)
        return replace(document, about={**document.about, **about}, headline=about.get("title", ""))
    writer = Writer()
    writer.line(about.get("title", ""), Spot(part="headline"), level=1)
    for number, line in enumerate(filter(str.strip, words.split("\n")), start=1):
        writer.line(line, Spot(paragraph=number))
    return writer.document(about)


def _body(item: Mapping[str, Any]) -> str:
    return _first(item, _BODIES)


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((word for name in names if (word := _word(item.get(name)))), "")


def _word(value: Any, depth: int = 0) -> str:
    """The text in a value: itself, the main one of a list, or the `value` or `name` of an object."""
    if depth > 3:
        return ""
    if isinstance(value, list):
        main = [one for one in value if isinstance(one, Mapping) and one.get("role") in ("main", "body")]
        return next((word for one in [*main, *value] if (word := _word(one, depth + 1))), "")
    if isinstance(value, Mapping):
        return next((word for key in ("value", "name", "literal") if (word := _word(value.get(key), depth + 1))), "")
    return _HALF.sub("\ufffd", value).strip() if isinstance(value, str) else ""


def _is_html(words: str) -> bool:
    return words.startswith("<") or "</p>" in words or "<br" in words
