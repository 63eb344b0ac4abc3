"""Times of a translation are values: the same in other words is silent, another one is told, both ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from figcheck import pipeline, read, rulebook
from figcheck.model import Severity

RULES = rulebook.load([rulebook.shipped_rules()])[0]


def loud(original: str, translation: str) -> set[str]:
    """The rules that warn of a pair."""
    first = read.article_from_text(original, "original.txt")
    second = replace(read.article_from_text(translation, "translation.txt"), translation_of="original.txt")
    findings = pipeline.check_articles([first, second], RULES).findings
    return {finding.rule for finding in findings if finding.severity >= Severity.WARNING}


TIMES = {
    # what the original says, the same in the other language, another time
    "year": ("钟楼建于1432年。", "The bell tower was built in 1432.", "The bell tower was built in 1423."),
    "year behind a noun": ("2009年的洪水冲走了码头。", "The 2009 flood took it.", "The 2006 flood took it."),
    "year in Chinese numerals": ("二〇一六年开馆。", "It opened in 2016.", "It opened in 2019."),
    "years of a stretch": ("2011年至2014年间停航。", "Closed from 2011 to 2014.", "Closed from 2011 to 2015."),
    "month": ("茶叶4月上市。", "The tea goes on sale in April.", "The tea goes on sale in August."),
    "month with its year": ("2022年11月通车。", "It opened in November 2022.", "It opened in September 2022."),
    "day": ("工地5月28日停工。", "Work stopped on May 28.", "Work stopped on May 18."),
    "day the British way": ("工地5月28日停工。", "Work stopped on 28 May.", "Work stopped on 26 May."),
    "day with its weekday": ("开幕式定于周五(6月6日)。", "It opens on Friday, June 6.", "It opens on Friday, July 6."),
    "day by itself": ("渔民17日返航。", "They returned on the 17th.", "They returned on the 19th."),
    "full date in digits": ("2021-08-09落户。", "It moved in on August 9, 2021.", "It moved in on August 6, 2021."),
    "weekday": ("博物馆星期一闭馆。", "It is closed on Monday.", "It is closed on Tuesday."),
    "decade": ("上世纪七十年代种下的树。", "Planted in the 1970s.", "Planted in the 1980s."),
    "two decades": ("二十世纪五六十年代的老片。", "Films of the 1950s and 1960s.", "Films of the 1950s and 1970s."),
    "hour": ("早市6点开门。", "The market opens at 6 a.m.", "The market opens at 8 a.m."),
    "afternoon": ("列车下午3点20分到站。", "The train arrives at 3:20 p.m.", "The train arrives at 3:50 p.m."),
    "evening by 24 hours": ("演出19时30分开始。", "The show starts at 7:30 p.m.", "The show starts at 8:30 p.m."),
    "half past": ("早上六点半出车。", "They drive off at half past six.", "They drive off at half past eight."),
    "noon": ("集市中午12点散场。", "The fair ends at noon.", "The fair ends at midnight."),
    "last year's month": ("去年9月投产。", "Production began last September.", "Production began last December."),
    "age": ("他今年73岁。", "He is 73.", "He is 37."),
    "age with years": ("这名16岁的骑手摔伤了。", "The 16-year-old rider was hurt.", "The 18-year-old rider was hurt."),
    "length": ("工期18个月。", "Building takes 18 months.", "Building takes 16 months."),
    "length with a half": ("病了两年半。", "He was ill two and a half years.", "He was ill three and a half years."),
    "length of two units": ("服刑3年6个月。", "He served three and a half years.", "He served two and a half years."),
    "length in another unit": ("展期14天。", "It runs for two weeks.", "It runs for three weeks."),
    "unit": ("提前36小时通知。", "Notice is given 36 hours ahead.", "Notice is given 36 days ahead."),
    "ten years": ("磨了10年。", "He worked on it for a decade.", "He worked on it for two decades."),
}  # fmt: skip


@pytest.mark.parametrize("name", TIMES)
def test_the_same_time_in_other_words_is_silent(name: str) -> None:
    original, same, _ = TIMES[name]
    assert loud(original, same) == loud(same, original) == set()


@pytest.mark.parametrize("name", TIMES)
def test_another_time_is_told_both_ways(name: str) -> None:
    original, _, other = TIMES[name]
    for found in (loud(original, other), loud(other, original)):
        assert found & {"translation-time", "translation-figure"}


DATED = {
    # dates of publication of both sides, what they say, whether it is one time
    "yesterday and the day": ("2024-05-08", "昨日，救援结束。", "2024-05-08", "The rescue ended on May 7.", True),
    "yesterday and a weekday": ("2024-05-08", "昨天，救援结束。", "2024-05-09", "The rescue ended on Tuesday.", True),
    "last year and the year": ("2024-05-08", "去年建成。", "2024-05-09", "It was finished in 2023.", True),
    "a day and its weekday": ("2024-05-08", "救援6日结束。", "2024-05-08", "The rescue ended on Monday.", True),
    "next month": ("2024-12-08", "下月开馆。", "2024-12-09", "It will open in January.", True),
}


@pytest.mark.parametrize("name", DATED)
def test_relative_words_are_reckoned_from_each_sides_own_date(name: str) -> None:
    one, original, other, translation, same = DATED[name]
    found = loud(f"---\ndate: {one}\n---\n{original}", f"---\ndate: {other}\n---\n{translation}")
    assert (found == set()) is same


QUIET = {
    "nothing ties a weekday to a day": ("救援15日结束。", "The rescue ended on Wednesday."),
    "a year that is added": ("去年建成。", "It was finished last year, in 2023."),
    "a dateline that is left out": ("新华社长沙3月5日电 桥通车了。", "The bridge has opened to traffic."),
    "a lunar date": ("农历八月十五赏月。", "People gaze at the moon at the Mid-Autumn Festival."),
    "a verb like a month": ("他们3月游行。", "They march in March."),
}


@pytest.mark.parametrize(("original", "translation"), QUIET.values(), ids=QUIET)
def test_what_cannot_be_compared_is_silent(original: str, translation: str) -> None:
    assert loud(original, translation) == set()
