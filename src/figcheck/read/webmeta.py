"""What a web page says of itself: title, date of publication, place, source. Trees are those of `html.py`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio

_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')
_SITE = re.compile(
    r"(?P<title>.*\S)(?:\s?[|｜丨]|\s[-–—]|(?<=[\u4e00-\u9fff])[-–—](?=[\u4e00-\u9fff]))\s?(?P<name>[^|｜丨]{1,40}?)"
)
_NUMBER = re.compile(r"\d")
LONGEST = 200
"""No title is longer, in characters."""

_BLANKS = re.compile(r"[ \t\r\n\f]+")


@cache
def names() -> Any:
    """What pages call their parts."""
    return yamlio.read(Path(__file__).parent.parent / "lang" / "web.yaml")


def plain(words: str) -> str:
    """Words as a page shows them: line breaks in the file are blanks."""
    return _BLANKS.sub(" ", words)


def inner(node: Any) -> str:
    """All the words within an element."""
    return plain(node.text(separator=" ")).strip()


def about(tree: Any) -> dict[str, str]:
    """Title, date, place and source from `<meta>`, JSON-LD, `<time>` and `<title>`, in this order."""
    told = _meta(tree)
    found = {key: next((told[name] for name in listed if name in told), "") for key, listed in _wanted().items()}
    found["date"] = found["date"] or _linked_date(tree) or _time(tree)
    heads = [*tree.css("h1")[:1], *tree.css("title")[:1]]
    found["title"] = found["title"] or next((inner(node) for node in heads if inner(node)), "")
    return {key: word for key, word in found.items() if word}


def headline(tree: Any) -> str:
    """The title that a page gives to what lists or shares it, without the names of sites behind it (…_某日报)."""
    told = _meta(tree)
    titles = (*(told.get(name, "") for name in _wanted()["title"]), *(inner(node) for node in tree.css("title")[:1]))
    title = " ".join(next(filter(None, titles), "").split())
    return _without_sites(title, told.get("og:site_name", "")) if len(title) <= LONGEST else ""


def _without_sites(title: str, site: str) -> str:
    """A title up to the first _, or without the pieces at its end that hold no number or are the name of the site.

    >>> _without_sites("融资3亿元_新闻_36氪", ""), _without_sites("A storm | 34 dead | Post", "Post")
    ('融资3亿元', 'A storm | 34 dead')
    """
    title = title.partition("_")[0].strip() or title
    while (cut := _SITE.fullmatch(title)) and (cut["name"] == site or not _NUMBER.search(cut["name"])):
        title = cut["title"]
    return title


def _wanted() -> dict[str, list[str]]:
    return {key: [name.lower() for name in listed] for key, listed in names()["meta"].items()}


def _meta(tree: Any) -> dict[str, str]:
    told: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        given = node.attributes
        for name in (given.get("property"), given.get("name"), given.get("itemprop")):
            told.setdefault((name or "").lower(), (given.get("content") or "").strip())
    return told


def _linked_date(tree: Any) -> str:
    for node in tree.css('script[type="application/ld+json"]'):
        match = _PUBLISHED.search(node.text() or "")
        if match:
            return match[1]
    return ""


def _time(tree: Any) -> str:
    """The only time on a page, or the one marked as that of publication."""
    found = tree.css("time[datetime]")
    marked = [node for node in found if "pubdate" in node.attributes or node.attributes.get("itemprop")]
    chosen = marked[:1] or (found if len(found) == 1 else [])
    return next(((node.attributes.get("datetime") or "") for node in chosen), "")
