"""What stands at an edge takes nothing away: nothing to divide by, no such day, the end of a text, a rare kind of word.

Each slip here is one that a fact-checker is there to report; the other articles are checked beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from itertools import product
from typing import Any

import pytest
from newsroom import Newsroom
from outcomes import outcome

from figcheck import check, pipeline, rulebook
from figcheck.check.relation import relate
from figcheck.extract import extract
from figcheck.lang.en import bounds as english
from figcheck.lang.zh.number import bounds as chinese
from figcheck.model import (
    Bound,
    By,
    Claim,
    Finding,
    Footing,
    Group,
    How,
    Measure,
    Outcome,
    Pair,
    Period,
    Rendering,
    Role,
    Severity,
    Suppressed,
    Translation,
    Verdict,
)
from figcheck.read import article_from_text
from figcheck.report import OUTPUTS
from figcheck.report.view import View
from figcheck.resolve import resolve

RULES = rulebook.load([rulebook.shipped_rules()])[0]
KNOWN = ["2023年湖南省地区生产总值同比增长5.2%。", "2023年，湖南省GDP同比增长5.3%。"]


def found(*texts: str) -> list[Finding]:
    return list(pipeline.check_texts(texts, RULES).findings)


def told(lang_text: str) -> list[Claim]:
    """The claims of a text, placed or not."""
    placed, rest = resolve(extract(article_from_text(lang_text, "a.txt")))
    return [*placed, *rest]


def test_nothing_takes_the_others_away(newsroom: Newsroom) -> None:
    slips = [text for text, _ in DATES] + [*PARTS, *ENDS, "数千人参加了集会", "Thousands of people came"]
    newsroom.write(a=KNOWN[0], b=KNOWN[1], **{f"slip{n}": text for n, text in enumerate(slips)})
    code, out, err = newsroom.call("run", "pages")
    assert (code, err) == (1, "")
    assert "【5.3%】" in out


# ------------------------------------------------------------------------------- nothing to divide by

PARTS = [
    "水量减少了0分之1。",
    "水量减少了00分之3。",
    "水量是去年的0分之0。",
    "水量减少了百分之0。",
    "水量减少了万分之零。",
    "经费为1/0。",
    "出口减少零分之一。",
    "The reserve fell by 1/0.",
    "It took 3 1/0 hours.",
    "Zero in zero adults smoke.",
    "Sales fell by 0 percent, to 0 from 0.",
]

PAIRS_OF_LEVELS = [
    "学校学生由{a}人增加到{b}人，增长{c}%。",
    "学校有学生{b}人，比上年增加{a}人，增长{c}%。",
    "去年产量{a}吨，今年产量{b}吨，是去年的{c}倍。",
    "5年间，产量从{a}吨增长到{b}吨，年均增长{c}%。",
    "全校{a}人，其中女生{b}人，占{c}%。",
    "平均每亩产粮{a}千克，{b}亩共产粮{c}千克。",
    "门票{a}元（约合{b}美元），套票{b}元（约合{c}美元）。",
    "连续{a}年获奖，得{b}分至{c}分，不超过{a}分。",
    "Output rose from {a} tons to {b} tons, up {c} percent.",
    "Output was {b} tons, up {a} tons, or {c} percent, from a year earlier.",
    "Of the {a} students, {b} are girls, or {c} percent.",
    "It costs ${a} a month, or ${b} a year, for {c} homes at ${a} each.",
    "Output rose an average {c} percent a year, from {a} tons in 2018 to {b} tons in 2023.",
    "A ticket is {a} yuan (${b}), and a pass {b} yuan (${c}).",
]


@pytest.mark.parametrize("text", PARTS)
def test_a_part_of_nothing_is_no_figure_and_no_end(text: str) -> None:
    found(text)


@pytest.mark.parametrize("wording", PAIRS_OF_LEVELS)
def test_a_level_of_nothing_is_reckoned_with(wording: str) -> None:
    levels = product(("0", "0.0", "3", "99999999999999999999"), repeat=3)
    found("\n\n".join(wording.format(a=a, b=b, c=c) for a, b, c in levels))


@pytest.mark.parametrize(
    "number", ["9" * 24 + "万亿", "9" * 21, "一" + "亿" * 20, "0." + "0" * 30 + "1", "三分之" + "9" * 24 + "亿"]
)
def test_a_number_too_large_or_small_to_be_one(number: str) -> None:
    found(
        f"全市地区生产总值由{number}元增加到{number}元，增长{number}%，其中一产{number}元、二产{number}元，共{number}元。"
    )
    found(f"GDP rose {number} percent to ${number} trillion from {number}, or {number} in {number}.")


# ------------------------------------------------------------------------------- no such day

DATES = [
    ("截至2024年6月0日，全市有学生30人。", "2024年6月0日"),
    ("截至2024年10月0日，全市有学生30人。", "2024年10月0日"),
    ("截至6月00日，图书馆藏书30万册。", "6月00日"),
    ("6月0日至3日，雨量30毫米。", "6月0日"),
    ("4月31日，水库蓄水30万立方米。", "4月31日"),
    ("截至2024年6月31日12时，有30人获救。", "2024年6月31日"),
    ("2024年0月5日，剧院售票30张。", "2024年0月5日"),
    ("13月5日，剧院售票30张。", "13月5日"),
    ("2024年00月，产量30吨。", "2024年00月"),
    ("2024-02-30，列车运送旅客30万人次。", "2024-02-30"),
    ("2024-00-10，列车运送旅客30万人次。", "2024-00-10"),
    ("截至5月3日24时30分，有30人获救。", "24时30分"),
    ("截至5月3日25时，有30人获救。", "25时"),
    ("9999年2月30日，有30人。", "2月30日"),
    ("On June 0, there were 30 students.", "June 0"),
    ("As of April 31, 2024, there were 30 homes.", "April 31, 2024"),
    ("On 0 June 2024, 30 students came.", "0 June 2024"),
    ("The fair opened on May 0th with 30 stalls.", "May 0th"),
    ("On 2024-13-01, 30 students came.", "2024-13-01"),
    ("On 2024-00-10, 30 students came.", "2024-00-10"),
]
POSSIBLE = [
    "截至5月3日24时，有30人获救。",
    "截至5月3日24:00，有30人获救。",
    "9999年12月31日，有30人。",
    "3732年，全市有学生30人。",
    "公元1年1月1日，有30人。",
    "截至31日18时，有30人。",
    "0年，有30人。",
    "公元0年，有30人。",
    "截至45日18时，有30人。",
    "截至0日18时，有30人。",
    "近9000年，人口增加30人。",
    "On December 31, 9999, there were 30.",
    "In year 0 there were 30 students.",
    "In 3732, 30 students came.",
    "Doors open at 24:00.",
]


@pytest.mark.parametrize(
    "head", ["", "---\ndate: 2024-06-30\n---\n", "---\ndate: 0001-01-01\n---\n", "---\ndate: 9999-12-31\n---\n"]
)
@pytest.mark.parametrize(("text", "day"), [*DATES, *((text, None) for text in POSSIBLE)])
def test_a_day_that_is_none_is_a_finding(text: str, day: str | None, head: str) -> None:
    shown = [finding.claims[0].figure.span.text for finding in found(head + text) if finding.rule == "impossible-date"]
    assert shown == ([day] if day else [])


@pytest.mark.parametrize("month", [0, 1, 2, 12, 13, 99])
@pytest.mark.parametrize(
    "year", ["", "0年", "1年", "99年", "2023年", "2024年", "3732年", "9999年", "去年", "公元前3年"]
)
def test_every_part_of_a_date_is_taken_as_it_comes(year: str, month: int) -> None:
    days = product((0, 1, 28, 29, 30, 31, 32, 99), ("", "0时", "24时", "25时61分"))
    sentences = (
        f"截至{year}{month}月{day}日{clock}，蓄水30立方米，同比增长3%。{year}前{month}个月到{day}日，雨量3毫米。"
        for day, clock in days
    )
    found("\n\n".join(sentences))


@pytest.mark.parametrize("date", ["2024-02-30", "2024-13-01", "0000-01-01", "soon", "3732-01-01x"])
def test_a_day_of_publication_that_is_none_is_a_line(newsroom: Newsroom, date: str) -> None:
    newsroom.write(a=f"---\ntitle: 年报\ndate: {date}\n---\n{KNOWN[0]}", b=KNOWN[1])
    code, out, err = newsroom.call("run", "pages")
    assert code == 2
    assert err.startswith(f"figcheck: pages/a.txt:3: the date '{date}' is not one")
    assert "【5.3%】" in out


# ------------------------------------------------------------------------------- the end of a text


def _behind() -> Iterator[str]:
    """Every word that loosens a number from behind it, and the number, as the last of a text."""
    for name in english.raw()["behind"]:
        for words in english.raw()["behind"][name]:
            yield from (f"It has {number}{gap}{words}" for number in ("40", "$40", "40%") for gap in (" ", "-"))
    for group in chinese()["behind"].values():
        yield from (f"全市有{number}{word}" for word in group for number in ("40家", "40%", "40"))


ENDS = [
    *_behind(),
    "Members: 40+",
    "It costs $40-plus",
    "We saw 3-odd",
    "- 40% or more",
    "aged 40 or",
    "40 to",
    "比例为40:",
    "由40增至",
    "每户用水3吨/人",
    "票价5元/人次",
    "约",
]


@pytest.mark.parametrize("text", ENDS)
def test_a_text_may_end_on_any_word(text: str) -> None:
    assert all(claim.figure.span.end <= len(claim.article.text) for claim in told(text))
    found(text)


CUT = [
    "截至2024年6月30日18时，3至5家企业连续3年营收由1.2亿元增至2.4亿元，增长100%以上，占三分之一左右。",
    "On June 30, 2024, nearly 3,200 of the 5-odd thousand members, aged 40 to 45 or more, paid $13.2bn, up from $10.",
]


@pytest.mark.parametrize("text", CUT)
def test_a_text_may_be_cut_off_anywhere(text: str) -> None:
    for at in range(len(text)):
        told(text[:at] or "0")
        told(text[at:])


# ------------------------------------------------------------------------------- every member of every kind


def _claims() -> tuple[Claim, Claim]:
    """One figure, told in both languages."""
    (zh,) = told("2023年全市接待游客30万人次。")
    (en,) = told("In 2023, the city received 300,000 visitors.")
    return zh, en


def _with(claim: Claim, member: Enum) -> Claim:
    """The claim, with one thing about it changed to this member of its kind."""
    topic, figure = claim.topic, claim.figure
    match member:
        case Bound():
            return replace(claim, figure=replace(figure, quantity=replace(figure.quantity, bound=member)))
        case Measure():
            return replace(claim, topic=replace(topic, measure=member), figure=replace(figure, measure=member))
        case Footing():
            return replace(claim, topic=replace(topic, footing=member))
        case How():
            period = topic.period or Period(None, None, member)
            return replace(claim, topic=replace(topic, period=replace(period, how=member)))
        case Role():
            return replace(claim, figure=replace(figure, role=member))
    raise AssertionError(member)


KINDS: list[type[Enum]] = [Bound, Footing, How, Measure, Role]


@pytest.mark.parametrize("kind", KINDS)
def test_every_two_members_can_meet(kind: type[Enum]) -> None:
    zh, en = _claims()
    made: list[Finding] = []
    for first, second in product(kind, repeat=2):
        a, b = _with(zh, first), _with(en, second)
        for one, other in ((a, b), (b, a)):
            relate(one.quantity, other.quantity)
            explained = pipeline.explain_pair(one, other).pair
            pair = Pair(one, other, 0.9)
            group = Group(one.topic, (one, other), (pair, explained), (pair,))
            made += check.run([group], [one, other], RULES)
            both = Rendering(one, other, True), Rendering(one, other, False)
            made += check.translated(Translation(both), RULES, [])
    shown = list({(finding.rule, finding.severity): finding for finding in made}.values())
    _written(outcome([_with(claim, member) for claim in (zh, en) for member in kind], shown))


def test_every_severity_and_verdict_can_be_written() -> None:
    zh, en = _claims()
    (one, *_) = found(*KNOWN)
    made = [replace(one, severity=s, verdict=v, cause=None) for s, v in product(Severity, Verdict)]
    settled = tuple(Suppressed(one, by, "a.txt:1", "ok") for by in By)
    _written(replace(outcome([zh, en, *one.claims], made), suppressed=settled))


def _written(found: Outcome) -> None:
    for write, lang in product(OUTPUTS.values(), ("zh", "en")):
        view: Any = View(lang=lang)
        assert write(found, view)
