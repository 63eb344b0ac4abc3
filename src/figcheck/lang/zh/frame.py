"""When, whose, on what footing: what a sentence says around a figure besides its indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from figcheck.lang.zh.kinds import VERSUS, is_threshold
from figcheck.lang.zh.line import CLAUSE, NOUN, Draft, Line, covered
from figcheck.lang.zh.number import Kind, Number
from figcheck.lang.zh.subjects import names_place
from figcheck.lang.zh.units import NUMBER, units
from figcheck.lang.zh.words import cues, listed
from figcheck.model import Footing, Measure, Mention, Quantity, Unit


def with_domain(line: Line, number: Number) -> Quantity:
    """A rank is one among others: 全省第一 and 全国第一 are two dimensions."""
    quantity = number.quantity
    assert quantity is not None
    if number.kind not in (Kind.RANK, Kind.FIRST):
        return quantity
    before = line.article.text[max(line.start, number.start - 10) : number.start]
    domain = max(((before.rfind(word), word) for word in cues()["rank_domains"] if word in before), default=(-1, ""))[1]
    kind = "first" if number.kind is Kind.FIRST else "rank"
    return replace(quantity, unit=Unit(quantity.unit.name, f"{kind}:{domain}"))


def counted(quantity: Quantity, words: Sequence[str]) -> Quantity:
    """A bare number in the unit that its name counts in: 报名人数31.2万 is of persons."""
    counts = cues()["counts_in"]
    name = words[-1] if words and quantity.unit.dimension == NUMBER.dimension else ""
    unit = next((unit for ending, unit in counts.items() if name.endswith(ending)), None)
    return replace(quantity, unit=units()[unit]) if unit is not None else quantity


def arrived(region: str) -> bool:
    """Whether the words before a figure make it a level that was arrived at."""
    return region.endswith(tuple(cues()["arriving"]))


def cue_words(line: Line, clause: tuple[int, int], draft: Draft) -> tuple[str, ...]:
    """Words before a figure that later stages ask for, and what they say: `reached` of a level that was arrived at,
    `comparable` of growth at constant prices or in comparable scope, `held-against` of a level to compare with.
    """
    region = line.article.text[clause[0] : draft.number.start]
    found = [word for word in ("累计", "其中", "分别", "合计", "总计", "共") if word in region]
    if draft.reached or arrived(region):
        found.append("reached")
    text, end = line.article.text, draft.number.end
    compared = any(word in region for word in cues()["held_against"]) and not CLAUSE.match(text, end)
    if compared or (any(word in region for word in cues()["multiple_of"]) and _TIMES.match(text, end)):
        found.append("held-against")
    if any(word in line.article.text[line.start : draft.number.start] for word in cues()["comparable"]):
        found.append("comparable")
    return tuple(found)


_TIMES = re.compile(r"的(?:近|约|逾|超过)?[\d.一二两三四五六七八九十百]{1,6}[多余]?倍")


def told_periods(
    line: Line, clause: tuple[int, int], number: Number, draft: Draft
) -> tuple[Mention | None, Mention | None, Mention | None]:
    """The period told for this figure, the one that opens the sentence, and the one it is held against."""
    told = [m for m in line.mentions if not m.basis and m.start < number.start]
    previous = max((n.behind for n in line.numbers if n.behind <= number.start), default=line.start)
    begin = max(clause[0], previous) if draft.link_end is Footing.AFTER else clause[0]
    near = [m for m in told if m.start >= begin]
    earlier = [m for m in told if m.start < clause[0] and _leads_clause(line, m)] if draft.link is None else []
    against = next((m for m in reversed(line.mentions) if m.basis and clause[0] <= m.start < number.start), None)
    if draft.since is not None:
        return near[-1] if near and near[-1].start > draft.since.start else None, None, draft.since
    period = near[-1] if near else earlier[-1] if earlier else None
    opening = next((m for m in told if opens_sentence(line, m)), None)
    return period, opening, against


def _leads_clause(line: Line, mention: Mention) -> bool:
    """Whether a period stands first in its clause (2020年，全市…), not inside one (实施“十二五”规划)."""
    text, at = line.article.text, mention.start
    while at > line.start and text[at - 1] in "“‘ 　在于从自（(":
        at -= 1
    if at <= line.start + 1 or text[at - 1] in "，,：:；;。" or text[line.start : at].strip() in listed("opening"):
        return True
    begin = max((text.rfind(mark, line.start, at) + 1 for mark in "，,：:；;。"), default=line.start)
    return text[max(begin, line.start) : at] in listed("before_time")  # 争取到“十四五”末，


def opens_sentence(line: Line, mention: Mention) -> bool:
    """Whether a period opens the sentence (2020年，…; 刚刚过去的2020年，…), and so holds for what follows."""
    before = line.article.text[line.start : mention.start].strip("　 “*#—-•·（(")
    before = re.sub(r"^(?:各位代表|同志们|朋友们)[，,！!：:]", "", before)
    return len(before) <= 1 or before in listed("opening")


def basis_of(line: Line, clause: tuple[int, int], draft: Draft) -> str | None:
    if draft.measure not in (Measure.CHANGE, Measure.MULTIPLE):
        return None
    region = line.article.text[clause[0] : draft.number.end]
    versus = VERSUS.search(line.article.text[clause[0] : draft.number.start])
    if versus is not None:
        return f"versus:{versus[0]}"
    said = next((str(basis) for basis, words in cues()["basis"].items() if any(w in region for w in words)), None)
    over_change = draft.since is None and draft.over_change and said in (None, "cumulative")
    return "over-change" if over_change else said


def footing_of(line: Line, clause: tuple[int, int], number: Number) -> Footing | None:
    """Whether words before a figure make it a target or a forecast: strong ones in its sentence, weak in its clause."""
    text = line.article.text
    sentence, own = text[line.start : number.start], text[clause[0] : number.start]
    if any(word in sentence for word in cues()["footing"]["target"]):
        return Footing.TARGET
    if any(_is_word(word, own) for word in cues()["footing"]["target_in_clause"]):
        return Footing.TARGET
    return Footing.FORECAST if any(word in sentence[-60:] for word in cues()["footing"]["forecast"]) else None


def _is_word(word: str, clause: str) -> bool:
    """将 and 要 are also parts of other words, and 将 before its object is no future (将清关时间压缩至7天)."""
    at = clause.rfind(word)
    if at < 0:
        return False
    before, behind = clause[at - 1 : at] if at else "", clause[at + len(word) : at + len(word) + 1]
    never_before, only_behind = cues()["footing_guards"].get(word, ["", ""])
    return not (before and before in never_before) and (not only_behind or (bool(behind) and behind in only_behind))


def speaker_of(line: Line) -> str | None:
    match = _speaker_pattern().search(line.text[:48])
    return (match["source"] or match["person"]).strip() if match else None


@cache
def _speaker_pattern() -> re.Pattern[str]:
    reports = "|".join(cues()["speaker_reports"])
    verbs = "|".join(cues()["speaker_verbs"])
    return re.compile(
        rf"据(?P<source>[^，。；：“”]{{2,14}}?)(?:{reports})|(?P<person>[^，。；：“”]{{2,24}}?)(?:{verbs})[，,：:]"
    )


def scope_of(line: Line, number: Number) -> tuple[str, ...]:
    """Thresholds that narrow what is counted: 2亿元以上, 亿元以上, 过亿元."""
    text = line.article.text
    end = min((n.start for n in line.numbers if n.start >= number.end), default=line.end)
    begin = max(
        (n.behind for n in line.numbers if n.behind <= number.start and not is_threshold(line, n, number)),
        default=line.start,
    )
    found = [
        text[n.start : n.end] for n in line.numbers if begin <= n.start < number.start and is_threshold(line, n, number)
    ]
    aspect = _ASPECT.match(text[line.start : number.start])
    bare = _BARE_THRESHOLD.findall(text, begin, min(end, number.end + 12))
    return tuple(dict.fromkeys([*found, *bare, *([aspect[1]] if aspect else [])]))


_ASPECT = re.compile(r"\W*([^，。：；]{2,10})(?:方面|领域)[，,：:]")


_BARE_THRESHOLD = re.compile(
    r"(?<![\d.十百千万亿])([过超逾]?[十百千万亿]+(?:元|元以上|级|亩以上|吨以上|人以上))(?=[^美欧港日/，。])"
)


def _first_number(line: Line) -> int:
    """Where the opening of the full sentence ends: at its first figure, or after some twenty characters."""
    if line.opening == line.start:
        return line.numbers[0].start
    stop = CLAUSE.search(line.article.text, line.opening, line.start)
    return min(stop.start() if stop else line.start, line.opening + 24)


def _behind_source(line: Line) -> int:
    """Where the opening begins behind the source: 据现场指挥部消息， and 院长说， say nothing of the topic."""
    match = _speaker_pattern().match(line.article.text, line.opening, line.opening + 48)
    match = match or _speaker_pattern().match(line.article.text, line.opening + 1, line.opening + 48)
    return match.end() if match else line.opening


def opening_words(line: Line) -> tuple[str, ...]:
    """The content words before the first figure of the sentence."""
    tokens = line.tokens
    return tuple(
        tokens.words[i]
        for i in tokens.between(_behind_source(line), _first_number(line))
        if (tokens.tags[i] in NOUN or tokens.words[i].startswith("第"))
        and not covered(line, i)
        and len(tokens.words[i]) > 1
        and not tokens.words[i].startswith("该")
        and tokens.words[i] not in listed("transparent")
        and not names_place(tokens.words[i], tokens.tags[i])
    )
