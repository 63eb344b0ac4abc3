"""Periods in Chinese text: found once, with their places, and reckoned from the story's date when they are relative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.zh import numerals
from figcheck.model import Mention


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("periods.yaml"))


def _any(items: Any) -> str:
    return "|".join(sorted(map(re.escape, items), key=len, reverse=True))


_TO = "[至到—\\-–－~～]+"
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"


@cache
def pattern() -> re.Pattern[str]:
    """Every way to write a period, the longest first. One pass over the text finds them all."""
    w = words()
    rel, month_rel = _any(w["relative_years"]), _any(w["relative_months"])
    # 2015——奋发有为的一年: a year by itself opens a heading
    heading = r"(?:(?<=^\d{4})|(?<=[\s*#>“]\d{4}))(?=——|[：｜|])"
    year = (
        rf"(?:(?<![\d.])(?P<y>(?:1[0-9]|20)\d\d)(?:年度?|{heading})|(?P<cy>[一二][〇零○一二三四五六七八九]{{3}})年"
        rf"|(?P<rel>{rel})(?:以来|来)?)"
    )
    until = rf"(?:{_TO}(?:(?P<u>(?:1[0-9]|20)\d\d)年度?|(?P<urel>{rel})))"
    clock = (
        rf"(?:(?P<part>{_any(w['parts_of_day'])})?(?P<h>\d{{1,2}}|[一二三四五六七八九]|十[一二]?)"
        rf"(?:(?:时|点钟?(?![建意要]))(?:(?P<min>\d{{1,2}})分|(?P<hh>半))?|[:：](?P<min2>\d\d)))"
    )
    months = (
        rf"(?:的?(?:(?P<half>[上下]半年)|(?P<fq>前[一二三两123]个?季度)|第?(?P<q>[一二三四1-4])季度"
        rf"|前(?P<fm>{_N})个月|(?P<m1>{_N})月?份?{_TO}(?P<m2>{_N})月份?|(?P<m>\d{{1,2}}|[一二三四五六七八九]|十[一二]?)月(?!份?的?饼)份?"
        rf"(?:(?P<d>\d{{1,2}})[日号]{clock}?)?)(?P<mp>底|末)?)"
    )
    that_day, lone = (re.sub(r"[?]P<(\w+)>", rf"?P<\g<1>{end}>", clock) for end in ("_c", "_d"))
    single_year = re.sub(r"[?]P<(\w+)>", r"?P<\g<1>2>", year)
    bare_months = re.sub(r"[?]P<(\w+)>", r"?P<\g<1>_b>", months)
    lists = ("relative_years", "relative_months", "vague", "same_year", "window_before", "window_ahead", "as_of")
    first = "".join(sorted({word[0] for key in lists for word in w[key]} | set("“第上下前的一二三四五六七八九十两")))
    return re.compile(
        rf"(?=[\d{first}])(?P<asof>(?:{_any(w['as_of'])})(?=[^，。；]{{0,12}}[年月日底末天时点:：]))?"
        rf"(?:{year}{until}(?:期间|间)?"
        rf"|(?<![\d.])(?P<ya>(?:19|20)\d\d){_TO}(?P<yb>(?:19|20)\d\d)年(?:期间|间)?"
        rf"|{single_year}"
        rf"{months}?(?P<point>底|末|年底|年末|岁末)?(?P<early>初|年初)?(?:期间|以来)?"
        rf"|“?(?P<plan>[一二三四五六七八九]|十[一二三四五六七]?)五”?(?=时期|期间|以来|规划|末|初|[”])(?P<pe>末|时期|期间|以来)?"
        rf"|“(?P<planq>[一二三四五六七八九]|十[一二三四五六七]?)五”(?P<pe2>末|时期|期间|以来)?"
        rf"|(?:(?P<wb>{_any(w['window_before'])})的?(?P<wn>{_N})(?:多|余)?(?P<wu>年|个月|个多月)(?:来|间|里|以来|期间)?"
        rf"|(?P<wa>{_any(w['window_ahead'])})(?P<wan>{_N})(?:多|余)?年(?:内|间|里)?"
        rf"|(?P<wcn>{_N})(?:多|余)?(?P<wcu>年|个月)(?:{_any(w['window_behind'])})"
        rf"|(?P<ago>{_N}|\d{{2,4}})(?:多|余)?(?:年|个月|天|周|小时)(?:之|以)?前(?![列茅沿景进往三二十]|\d))"
        rf"|(?:(?<![\d.])(?:(?P<day_c>[12]?\d|3[01])日)|(?P<dw>{_any(w['relative_days'])})){that_day}|(?P<until>截[至止]到?){lone}"
        rf"|(?P<vague>{_any(w['vague'])})|(?P<mrel>{month_rel})(?:底|末)?"
        rf"|(?P<same>{_any(w['same_year'])})(?![一二三四五六七八九十]|轻|产值)"
        rf"|{bare_months}(?P<point_b>底|末)?"
        rf"|(?<![\d.])(?P<day>[12]?\d|3[01])日(?![报志照常]))"
    )


def find(text: str) -> Iterator[Mention]:
    """Every period in the text, in order.

    >>> [text[m.start:m.end] for text in ["截至今年6月，2016年至2020年"] for m in find(text)]
    ['截至今年6月', '2016年至2020年']
    """
    for match in pattern().finditer(text):
        mention = _read(match, text)
        if mention is not None:
            yield mention


def _read(match: re.Match[str], text: str) -> Mention | None:
    group = match.groupdict()
    start, end = match.span()
    if group["asof"] is None and end == start:
        return None
    before = text[max(0, start - 3) : start]
    if before.endswith("提") and text.startswith("前", start):
        return None
    basis = before.endswith(tuple(words()["basis_before"])) or (
        text[end : end + 1] == "的" and before.endswith(("是", "为", "占"))
    )
    if (
        group["asof"] is not None
        and group["asof"] in ("到", "至")
        and text[start - 1 : start] in ("达", "感", "遇", "得", "甚", "直")
    ):  # 达到, 直至: a year behind it is a year all the same
        later = pattern().match(text, start + 1)
        return _read(later, text) if later and (later["y"] or later["y2"] or later["cy2"]) else None
    if group["h_c"] or group["h_d"]:
        return _moment(match, group)
    if group["vague"]:
        days = words()["relative_days"].get(group["vague"]) if _as_of(group) else None
        return Mention(start, end, vague=True, day_offset=None if days is None else int(days), point=days is not None)
    if group["same"]:
        return Mention(start, end, same_year=True, point=group["same"] in ("年末", "年底"), basis=basis)
    if group["mrel"]:
        return Mention(start, end, month_offset=int(words()["relative_months"][group["mrel"]]), basis=basis)
    if group["ago"]:
        return Mention(start, end, vague=True, basis=True)
    if group["planq"] and "十" not in group["planq"] and not group["pe2"]:
        return None  # “七五”普法 is no five-year plan
    if group["plan"] or group["planq"]:
        first = _plan_year(group["plan"] or group["planq"])
        last = bool((group["pe"] or group["pe2"]) == "末")
        return Mention(
            start, end, year=first + 4 if last else first, until=None if last else first + 4, point=last, basis=basis
        )
    if window := _window(group):
        return Mention(start, end, window=window, basis=basis)
    if group["ya"]:
        return Mention(start, end, year=int(group["ya"]), until=int(group["yb"]), basis=basis)
    if group["day"]:
        return Mention(start, end, day=int(group["day"]), vague=True, point=_as_of(group))
    return _dated(match, group, basis)


def _window(group: dict[str, str | None]) -> int:
    """Years of a window: negative back from publication, positive ahead, 0 for none."""
    if group["wan"]:
        return int(_number(group["wan"]))
    for number, unit in ((group["wn"], group["wu"]), (group["wcn"], group["wcu"])):
        if number and unit == "年":
            return -int(_number(number))
    return 0


def _dated(match: re.Match[str], group: dict[str, str | None], basis: bool) -> Mention | None:
    told = group["y"] or group["y2"]
    chinese = group["cy"] or group["cy2"]
    relative = group["rel"] or group["rel2"]
    year = (
        int(told)
        if told
        else int("".join(str(numerals.digits()[c.replace("○", "零")]) for c in chinese))
        if chinese
        else None
    )
    offset = int(words()["relative_years"][relative]) if relative else None
    until = int(group["u"]) if group["u"] else None
    suffix = "" if year is not None or offset is not None else "_b"
    first, last, day = _months(group, suffix)
    if year is None and offset is None and first is None:
        return Mention(*match.span(), vague=True) if any(group[k] for k in ("wn", "wcn")) else None
    if first is not None and not (1 <= first <= 12 and first <= (last or first) <= 12 and 1 <= (day or 1) <= 31):
        return None
    point = bool(_as_of(group) or group[f"mp{suffix}"] or group["point" if not suffix else "point_b"])
    return Mention(
        *match.span(), year, offset, until, first, last, day, point=point, basis=basis, clock=_clock(group, suffix)
    )


def _as_of(group: dict[str, str | None]) -> bool:
    return bool(group["until"]) or group["asof"] in ("截至", "截止", "截至到", "截止到")


def _moment(match: re.Match[str], group: dict[str, str | None]) -> Mention | None:
    """An hour with the day of the month or 今天, or the hour alone."""
    clock = _clock(group, "_c" if group["h_c"] else "_d")
    day = int(group["day_c"]) if group["day_c"] else None
    offset = int(words()["relative_days"][group["dw"]]) if group["dw"] else None
    if clock is None or day == 0:
        return None
    return Mention(*match.span(), day=day, point=_as_of(group), day_offset=offset, clock=clock)


def _clock(group: dict[str, str | None], suffix: str) -> int | None:
    """The minute of the day that an hour tells; None without one, or where no clock shows it."""
    told = group["h" + suffix]
    if not told:
        return None
    hour, minute = _number(told), int(group["min" + suffix] or group["min2" + suffix] or 0)
    hour += int(words()["parts_of_day"].get(group["part" + suffix], 0)) if hour < 12 else 0
    minute = 30 if group["hh" + suffix] else minute
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= 24 * 60 else None


def _months(group: dict[str, str | None], suffix: str) -> tuple[int | None, int | None, int | None]:
    def get(name: str) -> str:
        return group[name + suffix] or ""

    if half := get("half"):
        return (1, 6, None) if half[0] == "上" else (7, 12, None)
    if quarters := get("fq"):
        return 1, 3 * int(_number(quarters[1])), None
    if quarter := get("q"):
        last = 3 * int(_number(quarter))
        return last - 2, last, None
    if count := get("fm"):
        return 1, int(_number(count)), None
    if get("m1"):
        return int(_number(get("m1"))), int(_number(get("m2"))), None
    if month := get("m"):
        return int(_number(month)), int(_number(month)), int(get("d")) if get("d") else None
    return None, None, None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(numerals.chinese(written) or 0)


def _plan_year(ordinal: str) -> int:
    """The first year of a five-year plan: the first began in 1953, the sixth in 1981, and five years each since.

    >>> _plan_year("十四"), _plan_year("八")
    (2021, 1991)
    """
    number = _number(ordinal)
    return 1981 + 5 * (number - 6) if number >= 6 else 1953 + 5 * (number - 1)
