"""Texts of two languages in one folder meet where they tell of one indicator, one place and one time."""

from __future__ import annotations

import pytest

from figcheck import pipeline, read, rulebook

RULES = rulebook.load([rulebook.shipped_rules()])[0]
HEAD = "---\ndate: 2025-03-01\n---\n"


def rules_that_fire(*texts: str) -> list[str]:
    """What is found between articles of the same day."""
    articles = [read.article_from_text(HEAD + text, f"{number}.txt") for number, text in enumerate(texts)]
    return [finding.rule for finding in pipeline.check_articles(articles, RULES).findings]


AT_ODDS = [
    ("2023年，郴州市地区生产总值增长5.2%。", "Chenzhou's GDP grew 5.6 percent in 2023."),
    ("2023年，郴州市地区生产总值3110亿元。", "In 2023, Chenzhou's gross domestic product reached 301 billion yuan."),
    ("郴州市2024年外贸进出口额同比增长37.5%。", "Chenzhou's foreign trade rose 35.7 percent year-on-year in 2024."),
    ("2024年，粤港澳大湾区经济总量突破14.8万亿元。", "The Greater Bay Area's GDP was 12.8 trillion yuan in 2024."),
    (
        "2024年，大湾区地区生产总值14.79万亿元。",
        "The Guangdong-Hong Kong-Macao Greater Bay Area's GDP was 17.49 trillion yuan in 2024.",
    ),
    (
        "2024年，郴州市83.6%的招商项目来自粤港澳大湾区。",
        "In Chenzhou, 86.3 percent of investment projects came from the Greater Bay Area in 2024.",
    ),
    ("2023年末，湖南省常住人口6568万人。", "Hunan's permanent population was 66.58 million at the end of 2023."),
    ("2023年，全国居民消费价格上涨0.2%。", "China's consumer price index rose 0.5 percent in 2023."),
    ("2023年，全国城镇新增就业1244万人。", "China created 14.24 million new urban jobs in 2023."),
]


@pytest.mark.parametrize(("chinese", "english"), AT_ODDS)
def test_they_contradict_each_other(chinese: str, english: str) -> None:
    assert rules_that_fire(chinese, english) == ["same-figure"]


AT_PEACE = {
    "one figure": (
        "2024年，粤港澳大湾区地区生产总值14.79万亿元。",
        "The Greater Bay Area's GDP was 14.79 trillion yuan in 2024.",
    ),
    "a mark that was passed": (
        "2024年，大湾区经济总量突破14万亿元。",
        "The Greater Bay Area's GDP was 14.79 trillion yuan in 2024.",
    ),
    "another place": ("2023年，深圳市地区生产总值增长6%。", "Guangzhou's GDP grew 4.6 percent in 2023."),
    "a city of the region": (
        "2024年，深圳市地区生产总值3.68万亿元。",
        "The Greater Bay Area's GDP was 14.79 trillion yuan in 2024.",
    ),
    "another year": ("2022年，深圳市地区生产总值增长3.3%。", "Shenzhen's GDP grew 6 percent in 2023."),
    "another indicator": ("2023年，湖南省出口总额4009亿元。", "Hunan's imports totaled 217 billion yuan in 2023."),
    "both ways and one": ("2023年，湖南省进出口总额6175亿元。", "Hunan's exports totaled 400.9 billion yuan in 2023."),
}


@pytest.mark.parametrize(("chinese", "english"), AT_PEACE.values(), ids=AT_PEACE)
def test_they_are_left_in_peace(chinese: str, english: str) -> None:
    assert rules_that_fire(chinese, english) == []
