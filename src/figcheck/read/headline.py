"""The headline of an article: the title told in its front matter or in a file beside it, or its first line.

A title is a claim as any other text is, so it is read where it stands: its paragraph comes first, and its characters
point into the front matter. One that a file beside the article tells stands in no line of it: it is put behind the
text that was read. A title that the page repeats is read once, on the page.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from figcheck.model import Role, Spot
from figcheck.read.chinese import in_simplified
from figcheck.read.cleaning import cleaned, width_of
from figcheck.read.document import Document, Mark
from figcheck.read.layout import Paragraph

LONGEST = 60
"""A line that takes more room than 60 Chinese characters, or 120 Latin letters, is no headline by its looks."""

SURPLUS = 12
"""So much may stand around a headline in the title that repeats it: the name of a column (图解：), of a paper."""

SHORTEST = 4
"""The clauses of a headline have so many characters at the least, on average."""

_CLAUSES = re.compile("[\u4e00-\u9fff%％”》）][\u4e00-\u9fff“《（]|[\u4e00-\u9fff%％”》）]\\d")
"""What stands on both sides of a space between two clauses."""

_BLANKS = re.compile(r"[ \t\u3000\xa0]+")
_APART = re.compile(r"[\u4e00-\u9fff][ \u3000]\d[\d.,]{0,20}[ \u3000]")
"""A number with a space before and behind it: so it looks better, and does not begin a clause."""

_TOLD = re.compile(r"(?:\A|\n)[\"']?title[\"']?[ \t]*:")
_NO_WORD = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.%]|_")
_NUMERALS = re.compile(r"[\d〇二两三四五六七八九十百千万亿半双几成]")
_SENTENCE_END = re.compile("[。！？；!?]")


def with_title(
    found: Sequence[Paragraph], document: Document, title: str, front: int
) -> tuple[list[Paragraph], Document]:
    """The paragraphs with the title before them, unless they repeat it, and the document that they point into.

    `front` is where the front matter that tells the title ends; 0 for a title that is told elsewhere.
    """
    title = " ".join(title.split())
    text, offsets = cleaned(title, 0, len(title))
    if not text.strip() or _is_repeated(title, found):
        return list(found), document
    if found and found[0].role is Role.BODY and _plain(found[0].text) == _plain(title):
        return [replace(found[0], role=Role.HEADLINE), *found[1:]], document
    if front:
        places: Sequence[int] = _places(title, document.read[:front])
    else:
        document, begin = _behind(document, title)
        places = range(begin, begin + len(title))
        text, offsets = cleaned(document.read[begin:], 0, len(title))
    stood = array("I", [places[offset] for offset in offsets])
    return [Paragraph(text, stood, Role.HEADLINE, level=1, beside=True), *found], document


def by_looks(found: Sequence[Paragraph], document: Document) -> list[Paragraph]:
    """The paragraphs with the first line as a headline where it looks like one, and told once.

    A first line is a headline if it is short, has no end of a sentence but ? or ! at its own end, and more follows.
    Where a page begins with a broken column it is rather the rest of a sentence.
    """
    found = _once(found)
    if len(found) < 2 or any(mark.spot is not None and mark.spot.page is not None for mark in document.marks[:1]):
        return found
    first = found[0]
    bare = first.text.rstrip("？！?!”’\"' ")
    if first.role is not Role.BODY or first.dateline or first.count > 2 or width_of(first.text) > LONGEST:
        return found
    if _SENTENCE_END.search(bare) or bare.endswith((".", "…", ":", "：", ",", "，", "、")) or ". " in bare:
        return found
    return [replace(first, role=Role.HEADLINE), *found[1:]]


def in_clauses(found: Sequence[Paragraph], text: str) -> list[Paragraph]:
    """The paragraphs, the clauses of Chinese headlines with a wide space between them where a space stood in the text.

    In running text such a space means nothing, and it is not read; headlines have it for a comma. Where each character
    stands apart (经 济 总 量), or each number, it is a matter of looks.
    """
    return [_in_clauses(one, text) if one.role is Role.HEADLINE else one for one in found]


def _in_clauses(headline: Paragraph, text: str) -> Paragraph:
    offsets, words = headline.offsets, headline.text
    gaps = [
        at
        for at in range(1, len(words))
        if offsets[at] > offsets[at - 1] + 1
        and _BLANKS.fullmatch(text, offsets[at - 1] + 1, offsets[at])
        and _CLAUSES.fullmatch(words, at - 1, at + 1)
    ]
    apart = len(words) < SHORTEST * (len(gaps) + 1) or _APART.search(text[offsets[0] : offsets[-1] + 1])
    if not gaps or apart:
        return headline
    pieces: list[str] = []
    stood = array("I")
    for start, end in zip([0, *gaps], [*gaps, len(words)], strict=True):
        if start:
            stood.append(offsets[start - 1] + 1)
        pieces.append(words[start:end])
        stood.extend(offsets[start:end])
    return replace(headline, text="\u3000".join(pieces), offsets=stood)


def repeats(title: str, line: str) -> bool:
    """Whether a line tells the title again, be it with a little around one of them.

    >>> repeats("一图读懂 | 转移3.2万人", "转移3.2万人"), repeats("转移3.2万人", "转移32万人")
    (True, False)
    """
    ours, theirs = _plain(title), _plain(line)
    if not theirs or ours in theirs:
        return bool(theirs)
    rest = ours.replace(theirs, "", 1)
    return theirs in ours and len(rest) <= SURPLUS and not _NUMERALS.search(rest)


def _plain(text: str) -> str:
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def _is_repeated(title: str, found: Sequence[Paragraph]) -> bool:
    """Whether the head of the page tells it: one of its headlines, or all of them in a row."""
    heads = list(_heads(found))
    return any(repeats(title, line) for line in (*heads, "".join(heads)))


def _heads(found: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in found:
        if paragraph.role is not Role.HEADLINE:
            return
        yield paragraph.text


def _once(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without a headline that the next one, the first of the body, tells again."""
    if len(found) < 2 or found[0].role is not Role.HEADLINE or _plain(found[0].text) != _plain(found[1].text):
        return list(found)
    return [found[0], *found[2:]]


def _places(title: str, front: str) -> list[int]:
    """Where the characters of a title stand in the front matter; at its beginning if it is written in escapes."""
    told = _TOLD.search(front)
    at = begin = told.end() if told else 0
    places = []
    for char in title:
        found = at if char.isspace() else front.find(char, at)
        if found < 0:
            return [begin + len(front[begin:]) - len(front[begin:].lstrip())] * len(title)
        places.append(found)
        at = found + (not char.isspace())
    return places


def _behind(document: Document, title: str) -> tuple[Document, int]:
    """The document with a title behind its text, and where that begins."""
    told = in_simplified(Document(title), "")
    gap = "" if document.text.endswith("\n") else "\n"
    begin = len(document.text) + len(gap)
    mark = Mark(begin, Spot(part="headline"), Role.HEADLINE, 1)
    text, reading = document.text + gap + title, document.read + gap + told.read
    return replace(document, text=text, reading=reading, marks=(*document.marks, mark)), begin
