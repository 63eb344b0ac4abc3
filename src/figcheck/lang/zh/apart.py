"""What tells one thing from another of its kind in the words before a figure: 一号车间 from 二号车间, A小区 from B."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.zh import numerals

CLOCK, OTHER, SEVERAL, EDITION = "clock", "other", "several", "edition"
_NUMERAL = r"[\d]{1,4}|[一二三四五六七八九十]{1,3}"


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("apart.yaml"))


@lru_cache(maxsize=4096)
def labels(told: str) -> Mapping[str, str]:
    """What the words before a figure say of which thing it is, by kind of label; the last of a kind holds.

    >>> labels("二号车间有工人"), labels("我市首座电站"), labels("相邻的B小区")
    ({'号': '2'}, {'座': '1'}, {'other': '相邻', 'letter': 'B'})
    """
    found = dict(_label(match) for match in _pattern().finditer(told))
    return {kind: label for kind, label in found.items() if label}


def _label(match: re.Match[str]) -> tuple[str, str]:
    for kind in ("letter", "person", CLOCK, OTHER):
        if match[kind]:
            return kind, match[kind]
    if match["events"]:
        return SEVERAL, "" if _value(match["events"]) == "1" else match["events"]
    if match["side"]:
        return _sides()[match["side"]], match["side"]
    unit = match["unit"] or match["counted"]
    kind = EDITION if unit in words()["editions"] else unit
    return kind, _value(match["first"] or match["number"] or match["ordinal"])


def _value(written: str) -> str:
    """A number as it is compared: 第二 is 第2."""
    if written in words()["firsts"]:
        return str(words()["firsts"][written])
    value = None if written.isdigit() else numerals.chinese(written)
    return str(int(written)) if written.isdigit() else str(int(value)) if value is not None else written


@cache
def _sides() -> dict[str, str]:
    return {word: side[0] for side in words()["sides"] for word in side}


@cache
def _pattern() -> re.Pattern[str]:
    w = words()
    bare = [unit for unit in w["numbered"] if unit not in w["counted"]]

    def one_of(items: Any) -> str:
        return "|".join(sorted(map(re.escape, items), key=len, reverse=True))

    return re.compile(
        rf"(?P<letter>(?<![A-Za-z\d])[A-Z](?=[\u4e00-\u9fff])|[{w['lettered']}](?=[班组队方公村市地]))"
        rf"|(?P<side>{one_of(_sides())})|(?P<other>{one_of(w['others'])})"
        rf"|(?P<person>[{w['surnames']}](?:{one_of(w['people'])}))"
        rf"|(?P<clock>\d{{1,2}})[时点:：]"
        rf"|(?P<events>\d{{1,4}}|[二两三四五六七八九十]{{1,3}})(?:{one_of(w['events'])})"
        rf"|(?:(?P<first>[{''.join(w['firsts'])}])|第(?P<ordinal>{_NUMERAL}))(?P<counted>{one_of(w['numbered'])})"
        rf"|(?<![月\d])(?P<number>{_NUMERAL})(?P<unit>{one_of(bare)})(?![{w['not_numbers']}]|$)"
    )
