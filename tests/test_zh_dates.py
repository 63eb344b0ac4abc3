"""Dates in Chinese text, and what the text ties them to."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import article
from hypothesis import given
from hypothesis import strategies as st

from figcheck.extract import extract
from figcheck.lang.zh import dates
from figcheck.lang.zh.dates import What
from figcheck.model import Dating, Tie

Parts = tuple[int | None, int | None, int | None]


def marks(text: str) -> list[tuple[str, str]]:
    return [(mark.what.value, text[mark.start : mark.end]) for mark in dates.find(text)]


def days(text: str) -> list[Parts]:
    """Year, month and day of every date of a text."""
    moments = [moment for mark in dates.find(text) if mark.what is What.DATE for moment in mark.moments]
    return [(moment.year, moment.month, moment.day) for moment in moments]


def ties(text: str, *kinds: Tie) -> list[Dating]:
    """What a text ties together, but for single dates."""
    found = extract(article(text)).datings
    return [dating for dating in found if (dating.tie in kinds if kinds else dating.tie is not Tie.CALENDAR)]


def tied(text: str, *kinds: Tie) -> list[tuple[str, ...]]:
    """The same, as it stands in the text: the moments, then the number told."""
    rows = []
    for dating in ties(text, *kinds):
        spans = [(moment.start, moment.end) for moment in dating.moments if moment.end]
        spans += [(dating.start, dating.end)] if dating.told else []
        rows.append((dating.tie.value, *(text[start:end] for start, end in spans)))
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年3月5日", [(2024, 3, 5)]),
        ("2024-03-05，2024/3/5", [(2024, 3, 5), (2024, 3, 5)]),
        ("二〇二四年三月五日", [(2024, 3, 5)]),
        ("公元前551年，公元618年", [(-550, None, None), (618, None, None)]),
        ("3月5日", [(None, 3, 5)]),
        # what is left out is that of the date before
        ("2024年3月1日至10日", [(2024, 3, 1), (2024, 3, 10)]),
        ("2024年3月30日、4月2日", [(2024, 3, 30), (2024, 4, 2)]),
        ("2024年4月4日（星期四）至6日", [(2024, 4, 4), (2024, 4, 6)]),
        ("2024年6月20日9:00至6月25日", [(2024, 6, 20), (2024, 6, 25)]),
        ("2023年12月28日至1月3日", [(2023, 12, 28), (2024, 1, 3)]),
        ("2003—2013年", [(2003, None, None), (2013, None, None)]),
        # days that do not exist are read too
        ("2024年2月30日，2023年13月", [(2024, 2, 30), (2023, 13, None)]),
    ],
)
def test_dates(text: str, expected: list[Parts]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "上世纪1980年代",
        "2018年级新生",
        "农历二月三十日",
        "农历2024年2月30日",
        "民国38年12月7日",
        "昭和20年8月15日",
        "6月31号楼",
        "历时三年",
        "5日晚",
        "全长1286.5米",
    ],
)
def test_no_date(text: str) -> None:
    assert days(text) == []


def test_years_told_from_publication_keep_their_distance() -> None:
    (mark,) = dates.find("去年3月5日")
    assert (mark.moments[0].offset, mark.moments[0].month, mark.moments[0].day) == (-1, 3, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("定于3月5日（星期二）举行。", [("weekday", "3月5日", "星期二")]),
        ("定于3月5日，周二下午举行。", [("weekday", "3月5日", "周二")]),
        ("本周二（3月5日）开会。", [("weekday", "3月5日", "周二")]),
        (
            "3月2日、3日（周六、周日）开放。",
            [("weekday", "3月2日", "周六"), ("weekday", "3日", "周日")],
        ),
        ("3月1日至5日（星期二）开放。", [("weekday", "5日", "星期二")]),
        ("3月5日，周三强说。", []),
        ("3月5日起，一周三次。", []),
        ("3月5日至8日（周六、周日、周一）。", []),
    ],
)
def test_days_of_the_week(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tied(text, Tie.WEEKDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月5日25时开球。", [("clock", "25时")]),
        ("上午15时开始。", [("clock", "上午15时")]),
        ("9时75分到站。", [("clock", "9时75分")]),
        ("以25:21、98:87取胜。", []),
        ("得了25点。", []),
    ],
)
def test_times_of_day(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tied(text, Tie.CLOCK) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他1950年3月出生，今年80岁。", [("age", "1950年3月", "80岁")]),
        ("现年58岁的李强，1976年3月生，党员。", [("age", "1976年3月", "58岁")]),
        ("他生于1932年，2019年10月4日16时在南京病逝，享年86岁。", [("age", "1932年", "2019年10月4日", "86岁")]),
        ("林一川（1908—1979），画家。享年71岁。", [("age", "1908", "1979", "71岁")]),
        ("小将2001年生于太原，2022年牺牲，年仅21岁。", [("age", "2001年", "2022年", "21岁")]),
        ("她1936年出生在渔村。1956年，20岁的她进了剧团。", [("age", "1936年", "1956年", "20岁")]),
        # told in another paragraph, of the only one
        ("他2021年4月2日逝世，享年59岁。\n他1962年生于辽宁。", [("age", "1962年", "2021年4月2日", "59岁")]),
        # at another time, of somebody else, or nobody knows of whom
        ("他1900年出生，年仅16岁就参军，1936年牺牲。", []),
        ("大儿子1965年出生，今年85岁的老人仍下地。", []),
        ("他1938年出生，父亲今年85岁。", []),
        ("甲1938年出生，乙1940年出生，今年85岁。", []),
    ],
)
def test_ages(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tied(text, Tie.AGE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("协会成立于1921年，2021年庆祝成立90周年。", [("anniversary", "1921年", "2021年", "90周年")]),
        ("学校1952年创办，今年建校70周年。", [("anniversary", "1952年", "今年", "70周年")]),
        ("鲁明（1936—1996），2016年是鲁明诞辰80周年。", [("anniversary", "1936", "2016年", "80周年")]),
        ("纪念孔子诞生2540周年。\n孔子生于公元前551年。", [("anniversary", "公元前551年", "2540周年")]),
        ("1904年创办的报社，今年迎来120年华诞。", [("anniversary", "1904年", "今年", "120年")]),
        # of something else
        ("公司成立于1998年，2019年参加庆祝新中国成立70周年的巡游。", []),
        ("医院1998年建成，2019年纪念他逝世70周年。", []),
    ],
)
def test_anniversaries(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tied(text, Tie.ANNIVERSARY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从3月1日至10日，历时20天。", [("length", "3月1日", "10日", "20天")]),
        ("2003年到2013年的10年间。", [("length", "2003年", "2013年", "10年")]),
        ("10月1日至8日放假调休，共8天。", [("length", "10月1日", "8日", "8天")]),
        ("2026年4月4日（星期六）至6日（星期一）放假，共3天。", [("length", "2026年4月4日", "6日", "3天")]),
        ("为期5天的书展将于5月1日至5日举行。", [("length", "5月1日", "5日", "5天")]),
        ("在位61年（1661—1722）。", [("length", "1661", "1722", "61年")]),
        ("1978年离家，20年后的1998年回来。", [("length", "1978年", "1998年", "20年")]),
        ("1978年入学，毕业20年后的2002年回来。", []),
        # how long something else took
        ("2015年至2020年，他完成3项工程，其中一项历时8年。", []),
        ("2015年至2020年，3年没有涨价。", []),
    ],
)
def test_lengths(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tied(text, Tie.LENGTH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40年前的1978年，村里很穷。", [("elapsed", "1978年", "40年前")]),
        ("72年前的今天，枪声响起。1931年9月18日夜。", [("elapsed", "1931年9月18日", "72年前")]),
        ("车站始建于1906年，距今已有120年。", [("elapsed", "1906年", "120年")]),
        ("报社1904年创办，有近120年的办报历史。", [("elapsed", "1904年", "近120年")]),
        ("有120年历史的小学创办于1904年。", [("elapsed", "1904年", "120年")]),
        ("有3000年历史的古城，1958年建立了博物馆。", []),
        ("他1998年入伍，有20年驾驶历史。", []),
        ("2008年，他说起30年前的1978年。", []),
        ("1906年他离开家乡。车站至今已有80年。", []),
    ],
)
def test_how_long_ago(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tied(text, Tie.ELAPSED) == expected


def test_a_decade_needs_years_on_both_sides() -> None:
    assert tied("1927年到上海。19世纪30年代写作，1936年病逝。", Tie.DECADE) == [
        ("decade", "1927年", "19世纪30年代", "1936年")
    ]
    assert not ties("教堂建于19世纪30年代，1936年重修。", Tie.DECADE)


@given(
    st.text(
        alphabet="0123456789年月日号时分点:：-—至到（）(),，。 \n周星期三生出今享岁成立周前的距一二十世纪代公元",
        max_size=60,
    )
)
def test_whatever_stands_in_a_text_every_mark_is_a_stretch_of_it(text: str) -> None:
    at = 0
    for mark in dates.find(text):
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end
    for dating in extract(article(text)).datings:
        assert all(0 <= moment.start <= moment.end <= len(text) for moment in dating.moments)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_is_read_as_itself(day: date) -> None:
    text = f"{day.year}年{day.month}月{day.day}日"
    (mark,) = dates.find(text)
    assert (mark.moments[0].first, mark.moments[0].last) == (day, day)
    assert marks(text) == [("date", text)]
