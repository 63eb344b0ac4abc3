"""What dates, times of day and the words around them look like in Chinese text: all the patterns, made of words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio

JOINT_AT_MOST = 5
"""Characters that join two dates at the most."""


@cache
def words() -> Any:
    return yamlio.read(Path(__file__).with_name("dates.yaml"))


def any_of(items: Any) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, set(items)), key=len, reverse=True))


_HAN = "[一二三四五六七八九十]"
_COUNT = "(?:\\d{1,4}|[一二三四五六七八九十百千]{1,6})"


@cache
def pattern() -> re.Pattern[str]:
    """Every sign that has to do with dates; the names of its groups tell which it is."""
    w = words()
    year = (
        rf"公元(?P<bc>前)?(?P<by>\d{{1,4}})年|(?<![\d.,])(?P<y>[12]\d{{3}})(?:年(?![代级])|(?=[—–－\-~～至到]{{1,2}}[12]\d{{3}}年))"
        rf"|(?P<cy>[一二][〇○零一二三四五六七八九]{{3}})年(?!代)|(?P<rel>{any_of(w['relative_years'])})"
    )
    month = rf"的?(?P<m>\d{{1,2}}|{_HAN}{{1,2}})月(?!龄)(?:(?P<d>\d{{1,2}}|{_HAN}{{1,3}})[日号])?"
    decade = rf"(?P<cent>\d{{1,2}}|{_HAN}{{1,3}})世纪(?P<dec>[1-9]0|[二三四五六七八九]十)年代"
    founded = [word for group in w["founded"] for word in group]
    ages = [*w["age_now"], *w["age_at_death"], *w["age_then"]]
    said = [*founded, *ages, *w["relative_years"], *w["day_parts"], *w["weekday_names"], *w["elapsed"]]
    first = "".join(sorted({word[0] for word in (*said, *w["born"], *w["died"])}))  # spares the rest of the search
    return re.compile(
        rf"(?=[\d公{first}一二三四五六七八九十百千{w['born_briefly']}])"
        rf"(?:(?P<agecue>{any_of(ages)})(?=(?:近|约)?{_COUNT}(?:多|余)?周?岁)"
        rf"|(?P<life>(?<=[（(])(?P<l1>[12]\d{{3}})[—–－\-~～]{{1,2}}(?P<l2>[12]\d{{3}})(?=[）)，,；]))"
        rf"|(?:{year})(?:{month})?"
        rf"|(?<![\d.])(?P<m0>\d{{1,2}})月(?:(?P<d0>\d{{1,2}})[日号]|(?!\d))"
        rf"|(?<![\d.年月至到—–～~-])(?P<iy>[12]\d{{3}})[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})(?![\d.])"
        rf"|(?<![\d.])(?P<day>\d{{1,2}})[日号]"
        rf"|(?P<part>{any_of(w['day_parts'])})?(?<![\d.:：])(?P<h>\d{{1,2}})(?P<sep>[时点:：])(?:(?P<mi>\d{{1,2}})分?)?(?![\d:：])"
        rf"|(?P<wk>{any_of(w['weekday_names'])})(?P<wd>[{''.join(w['weekdays'])}])"
        rf"|{decade}|(?P<anni>{_COUNT})(?:周年|年(?={any_of(w['feasts'])}))"
        rf"|(?P<ago>{_COUNT})年前|(?P<later>(?<=[，,。；：“\n]){_COUNT})年后"
        rf"|(?P<history>{_COUNT}[多余]?年)(?=的?(?:[办建][学校报院厂馆刊])?历史)"
        rf"|(?P<agethen>{_COUNT}周?岁)(?=(?:时|那年)?[，的]?(?:{any_of(w['pronouns'])}))|(?P<since>{any_of(w['elapsed'])})"
        rf"|(?P<born>{any_of(w['born'])}|(?<=[年月日])(?P<brief>{w['born_briefly']})(?=[，。；、）,)]))"
        rf"|(?P<died>{any_of(w['died'])})|(?P<founded>{any_of(founded)}))"
    )


def joint(text: str, start: int, end: int) -> str:
    """What joins two dates, without the day of the week and the time of day: 4月4日（星期四）9:00至6日.

    >>> joint("4日（周四）至6日", 2, 7)
    '至'
    """
    begin = behind_day(text, start)
    return text[begin : min(end, begin + JOINT_AT_MOST)]


def behind_day(text: str, at: int) -> int:
    """The place behind a day of the week in brackets and a time of day, where they begin at a place."""
    match = _rest_of_day().match(text, at)
    return match.end() if match else at


@cache
def _rest_of_day() -> re.Pattern[str]:
    w = words()
    weekday = rf"[（(](?:{any_of(w['weekday_names'])})[{''.join(w['weekdays'])}][）)]"
    return re.compile(rf"(?:{weekday})?(?:{any_of(w['day_parts'])})?(?:\d{{1,2}}[:：时点](?:\d{{1,2}}分?)?)?")
