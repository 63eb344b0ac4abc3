"""Periods in English text: found once, with their places, and reckoned from the story's date when they are relative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.en.tokens import Tag
from figcheck.lang.en.words import tag_of
from figcheck.model import Mention


@cache
def words() -> Mapping[str, Any]:
    """The words and examples of periods."""
    found: Mapping[str, Any] = yamlio.read(Path(__file__).with_name("periods.yaml"))
    return found


def _any(key: str) -> str:
    return "|".join(sorted((re.escape(word) for word in words()[key]), key=len, reverse=True))


_Y = r"(?:1[6-9]|20)\d\d"
_NOT_YEAR = r"(?![\d,.]\d|\s?%|-\w|(?:st|nd|rd|th)\b)"


@cache
def pattern() -> re.Pattern[str]:
    """Every way to write a period, the longest first. One pass over the text finds them all."""
    month = rf"(?:{_any('months')})\b\.?"
    relative = rf"(?P<rel>{_any('relative_years')})"
    n = rf"(?:\d{{1,2}}|{_any('numbers')})"
    spans, before_year = _any("spans"), _any("before_year")
    of_year = (
        rf"(?:,? (?:of |in )?(?:(?:the )?(?:fiscal )?(?:year )?(?P<{{0}}y>{_Y}){_NOT_YEAR}"
        rf"|(?P<{{0}}r>{_any('relative_years')})))?"
    )
    return re.compile(
        rf"\b(?:(?P<basis>{_any('basis_before')}|{_any('since')})\s+(?:the\s+)?)?"
        rf"(?P<asof>(?:{_any('as_of')})\s+)?(?P<ends>(?:the\s+)?end\s+of\s+)?"
        rf"(?:(?:between\s+|from\s+)?(?P<ya>{_Y})\s?(?:and|to|through|until|–|-)\s?(?P<yb>{_Y}|\d\d(?=\b)){_NOT_YEAR}"
        rf"|(?:the )?(?:(?P<q>{_any('ordinals')})[- ]quarter|Q(?P<qn>[1-4])){of_year.format('q')}"
        rf"|(?:the )?(?P<half>first|second)[- ]half(?: of the year)?(?! of (?:the|all|its)\b)(?!-)"
        rf"{of_year.format('h')}"
        rf"|the first (?P<fm>{n}) (?P<fu>months|quarters)(?: of the year)?{of_year.format('f')}"
        rf"|(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)(?P<m1>{month})(?:,? (?P<y1>{_Y}){_NOT_YEAR})?"
        rf"|(?P<m2>{month}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![\d,.]\d| (?:million|billion|percent|people))"
        rf"(?:,? (?P<y2>{_Y}){_NOT_YEAR})?"
        rf"|(?:last |this |next )?(?P<m3>{month}){of_year.format('m')}"
        rf"|(?P<before>{_any('year_before')})"
        rf"|{relative}|(?P<mrel>{_any('relative_months')})"
        rf"|(?:in |over |during |for |within )?the (?:past|last|previous) (?P<wn>{n}) (?P<wu>{spans})"
        rf"|(?:in |over |during |for |within )?the (?:next|coming|following) (?P<wan>{n}) (?P<wau>{spans})"
        rf"|(?P<ago>(?:{n}|a|several|few|a few|\d{{1,4}}) (?:{spans}) (?:ago|earlier))"
        rf"|(?:(?:{before_year}) |mid-|FY){{1,5}}"
        rf"(?P<y>{_Y}){_NOT_YEAR}(?P<decade>s)?(?: fiscal year)?"
        rf"|(?P<vague>{_any('vague')})\b)",
        re.IGNORECASE,
    )


def find(text: str) -> Iterator[Mention]:
    """Every period in the text, in order.

    >>> [text[m.start:m.end] for text in ["Last year it rose; by the end of June, it fell."] for m in find(text)]
    ['Last year', 'by the end of June']
    """
    for match in pattern().finditer(text):
        mention = _read(match)
        if mention is not None and not _narrows(match):
            yield mention


def _narrows(match: re.Match[str]) -> bool:
    """Whether a year only tells which of its kind something is: the 2004 tsunami."""
    following = re.match(r" ([a-z]+)", match.string[match.end() : match.end() + 24])
    if not match["y"] or following is None or tag_of(following[1]) is not Tag.NOUN:
        return False
    before = match.string[: match.start("y")].rstrip(" -").rpartition(" ")[2].lower()
    return before in ("the", "by", "to", "of", "and", "for", "from")


def _read(match: re.Match[str]) -> Mention | None:
    group = match.groupdict()
    start, end = match.span()
    basis = group["basis"] is not None
    if group["vague"] or group["ago"]:
        return Mention(start, end, vague=True, basis=bool(group["ago"]) or basis)
    if group["before"]:
        return Mention(start, end, offset=-1, basis=True)
    if group["mrel"]:
        return Mention(start, end, month_offset=int(words()["relative_months"][group["mrel"].lower()]), basis=basis)
    if group["wn"] or group["wan"]:
        return _window(start, end, group)
    point = "end of" in match[0].lower()
    if group["ya"]:
        last = group["yb"] if len(group["yb"]) == 4 else group["ya"][:2] + group["yb"]
        return (
            Mention(start, end, year=int(group["ya"]), until=int(last), basis=basis)
            if int(last) > int(group["ya"])
            else None
        )
    if group["y"]:
        year = int(group["y"])
        until = year + 9 if group["decade"] else None
        since = "since" in match[0].lower()
        return Mention(start, end, year=year, until=until, basis=basis or since, point=point)
    if group["rel"]:
        return Mention(start, end, offset=_offset(group["rel"]), basis=basis, point=point)
    return _dated(match, group, basis, point or _day_as_of(group))


def _day_as_of(group: Mapping[str, str | None]) -> bool:
    return group["asof"] is not None and (group["d1"] or group["d2"]) is not None


def _offset(written: str | None) -> int | None:
    return int(words()["relative_years"][written.lower()]) if written else None


def _number(written: str) -> int:
    return int(words()["numbers"].get(written.lower(), 0) or written)


def _window(start: int, end: int, group: Mapping[str, str | None]) -> Mention:
    years = group["wu"] in ("years", "decades") or group["wau"] == "years"
    if not years:
        return Mention(start, end, vague=True)
    count = _number(group["wn"] or group["wan"] or "1") * (10 if group["wu"] == "decades" else 1)
    return Mention(start, end, window=count if group["wan"] else -count)


def _dated(match: re.Match[str], group: Mapping[str, str | None], basis: bool, point: bool) -> Mention | None:
    start, end = match.span()
    first, last, day, key = _months(group)
    if first is None or not _is_month(match, group, day):
        return None
    year = next((group[k] for k in (f"{key}y", f"y{key}") if group.get(k)), None)
    offset = _offset(group.get(f"{key}r"))
    return Mention(
        start, end, year=int(year) if year else None, offset=offset, first_month=first, last_month=last, day=day,
        basis=basis, point=point,
    )  # fmt: skip


def _months(group: Mapping[str, str | None]) -> tuple[int | None, int | None, int | None, str]:
    """First and last month, day, and the letter of the groups that hold their year."""
    if group["q"] or group["qn"]:
        quarter = int(group["qn"] or words()["ordinals"][(group["q"] or "").lower()])
        return 3 * quarter - 2, 3 * quarter, None, "q"
    if group["half"]:
        return (1, 6, None, "h") if group["half"].lower() == "first" else (7, 12, None, "h")
    if group["fm"]:
        count = min(_number(group["fm"]) * (3 if group["fu"] == "quarters" else 1), 12)
        return 1, max(count, 1), None, "f"
    for name, day, key in (("m1", "d1", "1"), ("m2", "d2", "2"), ("m3", None, "m")):
        if group[name]:
            month = int(words()["months"][(group[name] or "").lower().rstrip(".")])
            written = group[day] if day else None
            return month, month, int(written) if written else None, key
    return None, None, None, ""


def _is_month(match: re.Match[str], group: Mapping[str, str | None], day: int | None) -> bool:
    """May, march and mar are also other words: a month has a capital letter, and by itself a word of time before it."""
    name = next((group[key] for key in ("m1", "m2", "m3") if group[key]), None)
    if name is None:
        return True
    if not name[0].isupper() or (day is not None and not 0 < day < 32):
        return False
    if day is not None or group["my"] or group["mr"] or name.lower().rstrip(".") not in ("may", "march", "mar", "sep"):
        return True
    before = match.string[max(0, match.start(next(k for k in ("m1", "m2", "m3") if group[k])) - 10) :][:10].lower()
    return any(
        f"{word} " in before
        for word in (
            "in",
            "since",
            "by",
            "of",
            "last",
            "until",
            "next",
            "this",
            "for",
            "late",
            "early",
            "from",
            "and",
            "through",
        )
    )
