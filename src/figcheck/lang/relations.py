"""What the words beside a figure say of the part it plays among others: the classes of `relations.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from figcheck import yamlio

HERE = Path(__file__).parent
PLACE = "…"
ALSO = "also"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of a class: what stands before a figure, what behind it; None where that does not matter."""

    name: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


@cache
def cues(lang: str) -> tuple[Cue, ...]:
    """All cues of a language; an unknown one is read as Chinese."""
    return tuple(_cue(name, pattern) for name, rows in _read(lang).items() if name != ALSO for pattern in rows)


@cache
def also(lang: str, name: str) -> tuple[str, ...]:
    """The units that count what a rate is for each of: 人均 is for each 人, 名 or 位."""
    return tuple(_read(lang)[ALSO].get(name, ()))


@cache
def _read(lang: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    folder = HERE / lang if (HERE / lang / "relations.yaml").is_file() else HERE / "zh"
    read: Mapping[str, Mapping[str, Sequence[str]]] = yamlio.read(folder / "relations.yaml")
    return read


def _cue(name: str, pattern: str) -> Cue:
    before, _, behind = pattern.partition(PLACE)
    return Cue(
        name,
        re.compile(f"(?:{before})$", re.IGNORECASE) if before else None,
        re.compile(behind, re.IGNORECASE) if behind else None,
    )


def classes(lang: str, before: str, behind: str) -> tuple[Mapping[str, str], str]:
    """The classes of a figure between these words, and what stands before those of them that lead to it.

    Each class has what it names: what a rate is for each of, what a share is of (else an empty string).

    >>> classes("zh", "平均每班", "，")
    ({'each': '班'}, '')
    >>> classes("zh", "，护士增长", "。")
    ({'growth': ''}, '，护士')
    """
    found: dict[str, str] = {}
    start = len(before)
    for cue in cues(lang):
        if found.get(cue.name):
            continue
        first = cue.before.search(before) if cue.before else None
        second = cue.behind.match(behind) if cue.behind else None
        if (cue.before is None or first) and (cue.behind is None or second):
            groups = {**(first.groupdict() if first else {}), **(second.groupdict() if second else {})}
            found[cue.name] = groups.get("per") or groups.get("of") or ""
            start = min(start, first.start() if first else start)
    return found, before[:start]
