"""A text as sentences, each with what it says in numbers and by what it may be known again in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from types import ModuleType

from figcheck.model import Article
from figcheck.translation import chinese, english
from figcheck.translation.expression import Expression, Kind, Slot

READERS: dict[str, ModuleType] = {"zh": chinese, "en": english}
"""By the language of the article."""

_STOP = {
    "zh": re.compile(r"[。！？!?]+[”’」』）)\"']*|\n"),
    "en": re.compile(
        r"(?<![.\s(][A-Z])(?<!\b(?:Mr|Dr|St|Mt|No|Jr|Sr|vs))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Sgt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Inc|Ltd|Co[r]))[.!?]+[”\"')]*(?=\s+[\"“'(]?[A-Z\d])|\n"
    ),
}
LONGEST = 1200
"""No sentence has more characters."""

IN_ENGLISH = 3.8
"""So many characters of English stand for one of Chinese."""

_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]+")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of an article: its place, the paragraph it stands in, its expressions in order.

    `size` is its length in characters of English; `names` are its Latin words in small letters, `anchors` its values.
    """

    start: int
    end: int
    block: int
    expressions: tuple[Expression, ...]
    size: float
    names: frozenset[str]
    anchors: frozenset[str]


def read_as(lang: str) -> str:
    """The language by whose words an article is read: an unknown one shares its digits with English.

    >>> read_as("zh"), read_as("fr")
    ('zh', 'en')
    """
    return lang if lang in READERS else "en"


def sentences(article: Article) -> list[Sentence]:
    """The sentences of an article in order."""
    lang = read_as(article.lang)
    reader = READERS[lang]
    text = reader.plain(article.text)
    published = article.published
    found = []
    blocks = [block for story in article.stories for block in story.blocks]
    for number, block in enumerate(blocks):
        for start, end in _split(text, block.start, block.end, lang):
            read = _merged(list(reader.read(text, start, end)), text)
            told = tuple(map(partial(_dated, published=published), read))
            names = frozenset(word.lower() for word in _LATIN.findall(text, start, end))
            size = (end - start) * (IN_ENGLISH if lang == "zh" else 1.0)
            found.append(Sentence(start, end, number, told, size, names, frozenset(_anchors(told))))
    return found


def _split(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    at = start
    for match in _STOP[lang].finditer(text, start, end):
        if match.end() - at > 2:
            yield from _bounded(at, match.end())
            at = match.end()
    if text[at:end].strip():
        yield from _bounded(at, end)


def _bounded(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        yield start, start + LONGEST
        start += LONGEST
    yield start, end


def _anchors(told: Sequence[Expression]) -> Iterator[str]:
    """What equal numbers have in common in any language."""
    for one in told:
        if one.kind is Kind.DATE:
            yield from (f"{slot}{value}" for slot, value in one.parts.items())
        elif not one.light:
            yield f"{one.number[0].normalize():f}"


_BETWEEN = frozenset(("", " ", " and ", ", ", ", and ", "零", "又"))


def _merged(told: list[Expression], text: str) -> list[Expression]:
    """The expressions with lengths of time of several units as one: 9年6个月, two hours and 15 minutes."""
    found: list[Expression] = []
    for one in told:
        last = found[-1] if found else None
        if (
            last is not None
            and _is_length(last)
            and _is_length(one)
            and last.end_of is None
            and last.unit.factor > one.unit.factor
        ) and text[last.end : one.start] in _BETWEEN:
            number = last.number[0] + one.value / last.unit.factor
            step = one.base_step / last.unit.factor
            found[-1] = replace(last, end=one.end, number=(number,), step=step, end_of=one.end_of)
            continue
        found.append(one)
    return found


def _is_length(one: Expression) -> bool:
    return one.kind is Kind.AMOUNT and one.dimension == "time"


# ------------------------------------------------------------------------------- dates by the day of publication


def _dated(one: Expression, published: date | None) -> Expression:
    """The expression with what the date of publication adds to it: 昨日 is the ninth, the tenth a Friday."""
    if one.kind is not Kind.DATE or published is None:
        return one
    derived = _derived(dict(one.parts), published)
    return replace(one, derived=derived) if derived else one


def _derived(parts: dict[Slot, int], published: date) -> dict[Slot, int]:
    if Slot.DAY_OFFSET in parts:
        return _parts_of(published + timedelta(days=parts[Slot.DAY_OFFSET]))
    found: dict[Slot, int] = {}
    if Slot.YEAR_OFFSET in parts:
        found[Slot.YEAR] = published.year + parts[Slot.YEAR_OFFSET]
    if Slot.MONTH_OFFSET in parts:
        months = published.year * 12 + published.month - 1 + parts[Slot.MONTH_OFFSET]
        found |= {Slot.YEAR: months // 12, Slot.MONTH: months % 12 + 1}
    if Slot.DAY in parts:
        day = _nearest(parts | found, published)
        return found if day is None else {slot: value for slot, value in _parts_of(day).items() if slot not in parts}
    if Slot.YEAR in parts:
        found[Slot.YEAR_OFFSET] = parts[Slot.YEAR] - published.year
    return found


def _parts_of(day: date) -> dict[Slot, int]:
    return {Slot.YEAR: day.year, Slot.MONTH: day.month, Slot.DAY: day.day, Slot.WEEKDAY: day.isoweekday()}


def _nearest(parts: dict[Slot, int], published: date) -> date | None:
    """The day of that number that is nearest to publication, in the month and year told."""
    years = [parts[Slot.YEAR]] if Slot.YEAR in parts else [published.year - 1, published.year, published.year + 1]
    months = [parts[Slot.MONTH]] if Slot.MONTH in parts else range(1, 13)
    days = []
    for year in years:
        for month in months:
            try:
                days.append(date(year, month, parts[Slot.DAY]))
            except ValueError:
                continue
    return min(days, key=lambda day: (abs((day - published).days), day), default=None)
