"""What dates, times of day and the words around them look like in English text: one pattern, made of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from figcheck import yamlio
from figcheck.lang.en import numerals, periods
from figcheck.lang.en.words import HERE


@cache
def words() -> Mapping[str, Any]:
    """The words, and examples."""
    found: Mapping[str, Any] = yamlio.read(HERE / "dates.yaml")
    return found


@cache
def said(key: str) -> frozenset[str]:
    """A list of `dates.yaml` as a set; of groups, the words of all."""
    listed = words()[key]
    return frozenset(word for group in listed for word in ([group] if isinstance(group, str) else group))


@cache
def months() -> Mapping[str, int]:
    """The names of the months, short ones too, with a capital letter."""
    return {name.capitalize(): int(number) for name, number in periods.words()["months"].items()}


def any_of(items: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, items), key=len, reverse=True))


_Y = r"(?:1[5-9]|20)\d\d"
YEAR = rf"{_Y}(?![\d%]|[.,]\d|-\w)"


@cache
def pattern() -> re.Pattern[str]:
    """Every sign that has to do with dates; the names of its groups tell which it is."""
    w = words()
    month = rf"(?:{any_of(months())})"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
    weekday = any_of(name.capitalize() for name in w["weekdays"])
    number = rf"(?:\d{{1,4}}|(?i:(?:[a-z]{{3,7}}-)?(?:{any_of(numerals.ones())})))"
    jubilee = any_of(w["jubilees"])
    aged = rf"(?i:at (?:the )?age(?: of)?|age|aged|at)|{any_of(w['turns'])}|is|was|who was"
    return re.compile(
        rf"(?<![\w$£€.,-])(?:(?P<m1>{month})\.? (?P<d1>{day})(?:,? (?P<y1>{YEAR}))?"
        rf"|(?P<d2>{day})(?: of)? (?P<m2>{month})\b\.?(?:,? (?P<y2>{YEAR}))?"
        rf"|(?P<m3>{month})\b\.?,? (?:of )?(?P<y3>{YEAR})"
        rf"|(?P<iy>{_Y})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d)"
        rf"|(?<!: )(?P<h>\d{{1,2}})(?:(?:: ?|\.)(?P<mi>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
        rf"|(?P<ya>{_Y})\s?[-–—]\s?(?P<yb>{YEAR}|\d\d(?![\d%]|[.,]\d))"
        rf"|(?P<y>{YEAR})"
        rf"|(?P<length>{number})[ -](?P<unit>day|week|month|year)s?\b(?P<old>[- ]old)?"
        rf"|(?P<weekday>{weekday})\b\.?"
        rf"|(?P<anni>\d{{1,3}}(?:st|nd|rd|th)|{any_of(w['ordinals'])})(?:[ -](?:birth|wedding|year))? anniversary"
        rf"|(?P<jubilee>(?:{jubilee}))\b"
        rf"|(?P<aged>{aged}) (?P<age>\d{{1,3}})(?![\w%:$£-]|[.,]\d| (?:year|month|week|day)s?\b)"
        rf"|(?<=[a-z], )(?P<comma>\d{{1,3}})(?=, )"
        rf"|(?P<word>(?i:{any_of([*said('born'), *said('died'), *said('founded'), *w['grown']])}))\b"
        rf"|(?P<rel>(?i:{any_of(w['relative_years'])}))\b)"
    )
