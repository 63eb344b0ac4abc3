"""Whose figure it is: the places and bodies that a sentence names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from figcheck.lang.zh import places
from figcheck.lang.zh.line import NOUN, Draft, Line, covered
from figcheck.lang.zh.words import Tokens, cues, ending, listed


@dataclass(frozen=True, slots=True)
class Led:
    """Whose figures stand from `start` on, as the clauses of a sentence open: names, or a word like 全市."""

    start: int
    named: Sequence[str] = ()
    generic: str | None = None


def led_by(line: Line, clauses: Sequence[tuple[int, int]]) -> list[Led]:
    """Whose the figures of a sentence are, by the clauses that lead to them, in order."""
    leads = [Led(line.start)]
    for clause in clauses:
        if clause[0] > line.numbers[-1].start:
            break
        lead, kind = leading_subject(line, clause)
        if lead:
            leads.append(Led(clause[0], lead) if kind == "named" else Led(clause[0], (), lead[0]))
    return leads


def subjects_of(draft: Draft, leads: Sequence[Led]) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    """The places and bodies whose figure it is, a word like 全市, and the indicator's words without them."""
    led = leads[bisect_right(leads, draft.number.start, key=lambda led: led.start) - 1]
    named, generic = list(led.named), led.generic
    kept = list(draft.phrase.words)
    while len(kept) > 1 and (
        _names_whole_place(kept[0]) or kept[0] in cues()["generic_subjects"] or kept[0] in listed("transparent")
    ):
        word = kept.pop(0)
        if names_place(word, "") and word not in cues()["generic_subjects"]:
            named = [word]
        elif word in cues()["generic_subjects"] and not named:
            generic = word
    kept = _without_lead(kept, named)
    if len(kept) > 1 and kept[0] in listed("speaker_verbs"):  # 公司称 | 营收
        kept.pop(0)
    joined = "".join(kept)
    if joined.startswith(ending("transparent")):
        kept = _without_lead(kept, [filler for filler in ending("transparent") if joined.startswith(filler)])
    return tuple(named), generic, tuple(kept)


def _without_lead(kept: list[str], named: Sequence[str]) -> list[str]:
    """The indicator without the body that leads it: 自贸区郴州片区 | 改革试点任务."""
    for subject in named:
        led = 0
        for index, word in enumerate(kept[:-1], start=1):
            led += len(word)
            if led == len(subject) and "".join(kept).startswith(subject):  # 大 | 项目, not 大棚 | 西瓜
                return kept[index:]
    return kept


def leading_subject(line: Line, clause: tuple[int, int]) -> tuple[list[str], str]:
    """The place or body that opens a clause, or a word that stands for the story's own.

    What somebody is quoted for opens anew: 局长说全市共有128家 is of the city.
    """
    quoted = _behind_speech(line, clause)
    lead = _leading(line, (quoted, clause[1])) if quoted is not None else ([], "")
    return lead if lead[0] else _leading(line, clause)


SPEECH = 8
"""Words of a clause among which who speaks and that he does are looked for."""


def _behind_speech(line: Line, clause: tuple[int, int]) -> int | None:
    """Where what is told begins, behind a word for telling."""
    tokens, told = line.tokens, _telling()
    for index in tokens.between(*clause)[:SPEECH]:
        word = tokens.words[index]
        if word in told or word.endswith("了解"):
            return tokens.end(index) if tokens.end(index) < clause[1] else None
    return None


@cache
def _telling() -> frozenset[str]:
    return listed("speaker_verbs") | listed("speaker_reports")


def _leading(line: Line, clause: tuple[int, int]) -> tuple[list[str], str]:
    tokens = line.tokens
    lead: list[str] = []
    body = False
    for index in tokens.between(*clause):
        word, tag = tokens.words[index], tokens.tags[index]
        if covered(line, index) or word in '“”‘’"*#—　 ，':
            continue
        following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
        if not lead and word + following in cues()["generic_subjects"]:
            return [word + following], "generic"
        if not lead and word in cues()["generic_subjects"]:
            whole_body = tokens.end(index) < clause[1] and following.endswith(ending("bodies"))
            return ([word + following], "named") if whole_body else ([word], "generic")
        if word in ("、", "和", "与") and lead:
            lead.append(word)
            continue
        if tag in NOUN and any(n.start <= tokens.starts[index] < n.end for n in line.numbers):
            break
        if names_place(word, tag):
            if is_part_of_name(tokens, index):
                break
            lead.append(word)
            continue
        if tag in NOUN and word.endswith(ending("bodies")):
            lead.append(word)
            body = True
            continue
        if body:
            break
        if tag not in ("nr", "nz", "j", "n", "b", "eng", "nrt") or lead:
            break
        ahead = _body_ahead(line, index, clause)
        if ahead:
            return [ahead], "named"
        break
    while lead and lead[-1] in ("、", "和", "与"):
        lead.pop()
    if not lead:
        return [], ""
    if body:
        return ["".join(lead)], "named"
    return ["".join(lead)] if "、" in lead or "和" in lead else [
        lead[-1] if places.key(lead[-1]) else "".join(lead)
    ], "named"


def _names_whole_place(word: str) -> bool:
    """A place that may lead an indicator: a county only by its full name."""
    place = places.code(word) if names_place(word, "") else None
    return word in places.regions() or (
        place is not None and (places.level(place) != "county" or word.endswith(places.SUFFIXES))
    )


def is_part_of_name(tokens: Tokens, index: int) -> bool:
    """Whether the short name of a county only begins another name: 芙蓉学校, 新华书店."""
    place = places.code(tokens.words[index])
    if place is None or places.level(place) != "county" or tokens.words[index].endswith(places.SUFFIXES):
        return False
    following = index + 1 < len(tokens.words) and tokens.starts[index + 1] == tokens.end(index)
    return following and tokens.tags[index + 1] in NOUN and not tokens.words[index + 1].endswith(ending("bodies"))


def names_place(word: str, tag: str) -> bool:
    if word in listed("not_places"):
        return False
    return places.key(word) is not None or (
        tag in ("ns", "nt") and len(word) > 1 and word[-1] in cues()["place_endings"]
    )


def _body_ahead(line: Line, index: int, clause: tuple[int, int]) -> str | None:
    """A run of nouns that ends as the names of bodies do: 凯盛鞋业, 湖南湘晨通用航空有限公司."""
    tokens, run = line.tokens, []
    for i in range(index, min(index + 8, len(tokens.words))):
        if tokens.starts[i] >= clause[1] or (tokens.tags[i] not in NOUN and tokens.tags[i] not in ("a", "v", "vn")):
            break
        run.append(tokens.words[i])
        if tokens.words[i].endswith(ending("bodies")):
            name = "".join(run)
            return name if len(name) >= 4 else None
    return None
