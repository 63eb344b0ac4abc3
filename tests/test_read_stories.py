"""Where a story begins, what it is called, and when it was filed."""

from __future__ import annotations

from datetime import date

import pytest

from figcheck.read import article_from_text

PAGE = """# 新地铁线开通

本报10月30日讯（记者 甲乙）今天，8号线开通，全长23公里。

首日客流12.6万人次。

# 马拉松周日开跑

本报10月31日讯（记者 丙丁）周日的比赛有3万人报名。
"""


def test_a_page_is_split_where_a_headline_stands_above_a_dateline() -> None:
    stories = article_from_text(PAGE, "2025-10-31.md").stories
    assert [story.title for story in stories] == ["新地铁线开通", "马拉松周日开跑"]
    assert [story.published for story in stories] == [date(2025, 10, 30), date(2025, 10, 31)]


def test_a_byline_below_signs_what_stands_above() -> None:
    text = "甲城今年接待游客120万人次。\n\n本报记者 张三\n\n乙城今年接待游客98万人次。"
    assert len(article_from_text(text, "a.txt").stories) == 2


def test_sections_of_a_report_are_one_story() -> None:
    text = "一、2024年工作回顾\n\n全年新建公园12个。\n\n二、2025年工作安排\n\n全年新建公园20个。"
    assert len(article_from_text(text, "a.txt").stories) == 1


@pytest.mark.parametrize(
    ("text", "path", "published", "source"),
    [
        ("---\ndate: 2025-10-31\n---\n正文。", "a.txt", date(2025, 10, 31), "front matter"),
        ("正文。", "2025-10-31-头版.txt", date(2025, 10, 31), "file name"),
        ("正文。", "头版20251031.txt", date(2025, 10, 31), "file name"),
        ("工作报告\n——2021年1月6日在第六次会议上\n正文。", "a.txt", date(2021, 1, 6), "text"),
        (
            "2021年1月6日，一场大雪封住了进山的路，全村三百多口人被困在山里，直到一周之后道路才被打通。",
            "a.txt",
            None,
            None,
        ),
        ("正文，没有日期。", "a.txt", None, None),
        ("---\ndate: 去年某天\n---\n正文。", "a.txt", None, None),
    ],
)
def test_when_an_article_was_published(text: str, path: str, published: date | None, source: str | None) -> None:
    article = article_from_text(text, path)
    assert (article.published, article.published_from) == (published, source)


def test_front_matter_is_no_part_of_the_text_but_for_the_title() -> None:
    article = article_from_text("---\ntitle: 题\nplace: 苏州\nsource: 甲报\n---\n正文5个。", "a.txt")
    assert (article.title, article.place, article.source, article.text) == ("题", "苏州", "甲报", "题\n正文5个。")


@pytest.mark.parametrize(("text", "lang"), [("全市共有学校126所。", "zh"), ("The city has 126 schools.", "en")])
def test_the_language_is_told_by_its_characters(text: str, lang: str) -> None:
    assert article_from_text(text, "a.txt").lang == lang


TURNING = """郴州交出答卷
本报讯 记者 张三
全市经济总量跨越三千亿元大关，外贸占全省的比重由上年的6.93%提升，
（下转第3版）
另一条消息
全市有学校126所，今年新建三所。
（上接第1版）
达到9.4%，居全省第二位。
全市有医院8家。
天气预报
明天最高气温30摄氏度，有小雨。"""


def test_a_story_that_turns_to_another_page_is_read_on_there() -> None:
    read = article_from_text(TURNING, "a.txt")
    lines = read.text.split("\n")
    assert lines[2] == "全市经济总量跨越三千亿元大关，外贸占全省的比重由上年的6.93%提升，达到9.4%，居全省第二位。"
    assert lines[3] == "全市有医院8家。"
    assert read.original[read.offsets[read.text.index("9.4%")] :].startswith("9.4%，居全省第二位")
    assert sorted(lines[4:]) == sorted(["（下转第3版）", *TURNING.split("\n")[4:7], *TURNING.split("\n")[9:]])


def test_where_several_stories_turn_the_order_stays() -> None:
    twice = TURNING.replace("天气预报", "（上接第2版）")
    assert article_from_text(twice, "a.txt").text.split("\n")[3] == "（下转第3版）"
