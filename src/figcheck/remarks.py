"""Comments to figcheck in an article: `<!-- figcheck: ok same-figure reason -->`, a line `[figcheck: …]`, front matter.

A comment is no text of the article: `hidden` blanks it before anything is read, and `find` gives it to who settles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from figcheck import yamlio
from figcheck.errors import UserError

NAME = "figcheck"
_BRACKETS = {"[": "]", "【": "】"}
_LONGEST = 2000
"""No comment to figcheck is longer."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says behind `figcheck:`; it stands at `original[start:end]`, and `whole` is for the whole article.

    `name` is the word before the colon as written, which may be misspelt.
    """

    said: str
    start: int
    end: int
    whole: bool = False
    name: str = NAME


def find(original: str) -> list[Remark]:
    """The comments to figcheck in an article, in order.

    >>> [remark.said for remark in find("增长5%。<!-- figcheck: ok same-figure 初步核算数 -->")]
    ['ok same-figure 初步核算数']
    """
    if "fig" not in original.casefold():
        return []
    return sorted((*_front(original), *_html(original), *_lines(original)), key=lambda remark: remark.start)


def hidden(original: str) -> str:
    """The text with the comments to figcheck blanked out; every other character keeps its place.

    >>> hidden("增长5%。<!-- figcheck: ok x y -->完")
    '增长5%。                         完'
    """
    pieces, at = [], 0
    for remark in find(original):
        if not remark.whole and remark.start >= at:
            blank = "".join(char if char == "\n" else " " for char in original[remark.start : remark.end])
            pieces += [original[at : remark.start], blank]
            at = remark.end
    return "".join([*pieces, original[at:]])


def _html(original: str) -> Iterator[Remark]:
    start = original.find("<!--")
    while start >= 0:
        end = original.find("-->", start + 4)
        if end < 0:
            return
        made = _remark(original[start + 4 : min(end, start + _LONGEST)], start, end + 3)
        if made is not None:
            yield made
        start = original.find("<!--", end)


def _lines(original: str) -> Iterator[Remark]:
    for mark, close in _BRACKETS.items():
        at = original.find(mark)
        while at >= 0:
            begin = original.rfind("\n", 0, at) + 1
            end = original.find("\n", at)
            end = len(original) if end < 0 else end
            line = original[at:end].rstrip()
            if not original[begin:at].strip() and line.endswith(close) and len(line) <= _LONGEST:
                made = _remark(line[1:-1], at, at + len(line))
                if made is not None:
                    yield made
            at = original.find(mark, end)


def _remark(inside: str, start: int, end: int) -> Remark | None:
    """The comment that stands between the marks, if it is one to figcheck."""
    name, colon, said = inside.replace("：", ":", 1).partition(":")
    return Remark(" ".join(said.split()), start, end, name=name.strip()) if colon and _is_name(name) else None


def _is_name(word: str) -> bool:
    """Whether this is our name, be it slightly misspelt."""
    word = word.strip().casefold()
    return len(word) < 12 and bool(get_close_matches(word, [NAME], 1, 0.75))


def _front(original: str) -> Iterator[Remark]:
    """Under the key `figcheck` of the front matter: one comment or a list of them."""
    head = original[:20000].removeprefix("\ufeff")
    close = head.find("\n---", 3)
    if not head.startswith(("---\n", "---\r\n")) or close < 0:
        return
    try:
        front: Any = yamlio.parse(head[4:close].replace("\r", ""), "")
    except UserError:
        return  # told when the article is read
    for key, told in front.items() if isinstance(front, dict) else ():
        at = original.find(f"\n{key}") + 1
        for said in (told if isinstance(told, list) else [told]) if _is_name(key) else ():
            yield Remark(" ".join(str(said).split()), at, at + len(key), True, key)
