"""When, whose, on what footing: what a sentence says around a figure besides its indicator."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from figcheck.lang.en import cues
from figcheck.lang.en.distances import toward
from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.ties import refers_back
from figcheck.model import Footing, Measure, Mention


def told_periods(line: Line, draft: Draft) -> tuple[Mention | None, Mention | None, Mention | None]:
    """The period told for a figure, the one that opens the sentence, and the one it is held against."""
    tokens, number = line.tokens, draft.number
    here, behind = tokens.starts[number.first], tokens.ends[number.last - 1]
    following = min((tokens.starts[n.first] for n in line.numbers if n.first >= number.last), default=line.end)
    told = [m for m in line.mentions if not m.basis]
    trailing = [m for m in told if behind <= m.start < following and not _cut(line, behind, m.start)]
    opening = next((m for m in told if opens_sentence(line, m)), None)
    against = next((m for m in line.mentions if m.basis and m.start > here - 60), None)
    if draft.link_end is Footing.BEFORE:
        return (trailing[0] if trailing else None), opening, against
    first, last = _stretch(line, draft.clause)
    near = trailing or [m for m in told if first <= m.start < here] or [m for m in told if here < m.start < last]
    return (near[-1] if near and not trailing else near[0] if near else opening), opening, against


def _stretch(line: Line, clause: range) -> tuple[int, int]:
    return line.tokens.starts[clause.start], line.tokens.ends[clause.stop - 1]


def _cut(line: Line, start: int, end: int) -> bool:
    """Whether a mark that ends a clause stands between two places of the text."""
    return any(mark in ";:.—" for mark in line.article.text[start:end])


def opens_sentence(line: Line, mention: Mention) -> bool:
    """Whether a period opens the sentence (In 2020, …), and so holds for what follows."""
    before = re.sub(r"[^a-z ]", "", line.article.text[line.start : mention.start].lower()).split()
    return len(before) <= 2 and all(word in _OPENERS for word in before)


_OPENERS = (
    "in",
    "on",
    "by",
    "during",
    "as",
    "of",
    "for",
    "the",
    "and",
    "but",
    "over",
    "at",
    "since",
    "through",
    "from",
    "late",
    "early",
)


def basis_of(line: Line, draft: Draft) -> str | None:
    """What a change is held against: a year before, a month before, another thing."""
    if draft.measure not in (Measure.CHANGE, Measure.MULTIPLE):
        return None
    region = f" {line.article.text[line.start : line.end].lower()} "
    said = (basis for basis in cues.raw()["basis"] if any(f" {words}" in region for words in cues.said("basis", basis)))
    told = next(said, None)
    if draft.over_change and told != "yearly-mean":
        return "over-change"
    return str(told) if told else f"versus:{draft.versus}" if draft.versus else None


def footing_of(line: Line, draft: Draft) -> Footing | None:
    """Whether words before a figure in its clause make it a target or a forecast."""
    words = range(draft.clause.start, draft.number.first)
    region = f" {line.article.text[line.start : line.tokens.starts[draft.number.first]].lower()} "
    if any(f" {cue} " in region for cue in cues.raw()["footing"]["before"]):
        return Footing.BEFORE
    if _says(line, words, "target"):
        return Footing.TARGET
    if _says(line, words, "forecast"):
        return Footing.FORECAST
    return Footing.FORECAST if any(line.tokens.low[i] in cues.raw()["footing"]["future"] for i in words) else None


def _says(line: Line, words: range, key: str) -> bool:
    single = {cue for cue in cues.raw()["footing"][key] if " " not in cue}
    tokens = line.tokens
    if any((tokens.lemmas[i] in single or tokens.low[i] in single) and not line.during(i) for i in words):
        return True
    region = " ".join(tokens.low[i] for i in words)
    return any(cue in region for cue in cues.raw()["footing"][key] if " " in cue)


def speaker_of(line: Line) -> str | None:
    """Who says it: police said, according to the ministry."""
    match = _speaker().search(line.text[:400])
    said = (match["person"] or match["source"]).strip().lower() if match else ""
    return said if said and not any(map(str.isdigit, said)) else None


@cache
def _speaker() -> re.Pattern[str]:
    sources = "|".join(cues.raw()["sources"])
    return re.compile(
        rf"\b(?:{sources}) (?:the |a |an )?(?P<source>[^,.;:()]{{2,50}})"
        rf"|(?:^|[,\"”] ?)(?:the |The |a |A )?(?P<person>[A-Za-z][^,.;:()\"“”]{{1,40}}?)"
        rf" (?:said|says|reported|announced|told)\b"
    )


def cue_words(line: Line, draft: Draft) -> tuple[str, ...]:
    """What later stages ask for, by the names that all languages share: 累计 (a running total), 合计, 其中."""
    begin, end = line.tokens.starts[draft.clause.start], line.tokens.ends[draft.number.last - 1]
    region = f" {_plain(line.article.text[begin:end])} "
    sentence = f" {_plain(line.text)} "
    found = [
        name
        for key, name in (("total", "合计"), ("part", "其中"))
        if any(f" {cue} " in region for cue in cues.raw()[key])
    ]
    found += ["累计"] if any(f" {cue} " in sentence for cue in cues.raw()["running"]) else []
    found += ["分别"] if "respectively" in sentence else []
    found += (
        ["of-total"]
        if len(draft.words) == 1
        and draft.words[0] in cues.listed("wholes")
        and draft.measure is Measure.SHARE
        and refers_back(line)
        else []
    )
    found += ["reached"] if draft.reached else []
    way = toward(line, draft.number) if draft.number.quantity.unit.dimension == "length" else None
    return (*found, way) if way else tuple(found)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """A text in small letters without the marks between its words."""
    return re.sub(r"[,.;:()\s]+", " ", text.lower())
