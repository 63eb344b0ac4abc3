"""Periods in Chinese text: the examples of periods.yaml, and what must not be taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import PUBLISHED
from hypothesis import given
from hypothesis import strategies as st

from figcheck.lang.zh import periods
from figcheck.lang.zh.periods import find
from figcheck.model import How, Period
from figcheck.when import reckon

EXAMPLES = [(text, label) for text, labels in periods.words()["examples"].items() for label in labels]


def only(text: str, published: date | None = PUBLISHED) -> Period | None:
    """The period of the only mention in a text."""
    (mention,) = find(text)
    return reckon(mention, published)


def label(text: str, published: date | None = PUBLISHED) -> str | None:
    period = only(text, published)
    return period.label if period else None


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_the_examples_of_the_language_pack(text: str, expected: str) -> None:
    assert label(text) == expected


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_the_examples_inside_a_sentence(text: str, expected: str) -> None:
    assert label(f"{text}，水库蓄水量稳定。") == expected


@pytest.mark.parametrize("text", periods.words()["none"])
def test_what_is_no_period(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize("word", periods.words()["vague"])
def test_vague_words_are_about_the_date_of_publication(word: str) -> None:
    period = only(f"{word}，")
    assert period is not None
    assert period.how is How.VAGUE


@pytest.mark.parametrize(("word", "offset"), [(w, int(n)) for w, n in periods.words()["relative_years"].items()])
def test_relative_years_are_reckoned_from_the_date(word: str, offset: int) -> None:
    assert label(f"{word}，") == str(PUBLISHED.year + offset)


@pytest.mark.parametrize("word", [*periods.words()["relative_years"], *periods.words()["relative_months"]])
def test_relative_periods_need_a_date(word: str) -> None:
    assert label(f"{word}，", published=None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本月", "2025-10"),
        ("下月", "2025-11"),
        ("2024年2月", "2024-02"),
        ("2024年底", "2024-12-31"),
        ("去年上半年", "2024-01..2024-06"),
        ("2023年下半年", "2023-07..2023-12"),
        ("今年第三季度", "2025-07..2025-09"),
        ("今年前8个月", "2025-01..2025-08"),
        ("2021年3月5日", "2021-03-05"),
        ("1—9月", "2025-01..2025-09"),
        ("“十二五”末", "2015-12-31"),
        ("“十五五”时期", "2026..2030"),
        pytest.param(
            "2019年至今年", "2019..2025", marks=pytest.mark.xfail(reason="the relative end of a span is lost")
        ),
        ("今年1至2月", "2025-01..2025-02"),
        ("2025年13月", None),
        ("2023年2月29日", None),
    ],
)
def test_label(text: str, expected: str | None) -> None:
    period = next((reckon(mention, PUBLISHED) for mention in find(text)), None)
    assert (period.label if period else None) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("上月", date(2026, 1, 8), "2025-12"),  # over the turn of the year
        ("下月", date(2025, 12, 8), "2026-01"),
        ("11月", date(2025, 1, 8), "2024-11"),  # not over yet, so of the year before
        ("1月", date(2025, 1, 31), "2025-01"),
        ("过去5年", date(2025, 3, 1), "2020..2024"),
        ("过去5年", date(2025, 12, 20), "2021..2025"),
        ("去年", date(2021, 7, 1), "2020"),
    ],
)
def test_the_date_of_publication_decides(text: str, published: date, expected: str) -> None:
    assert label(text, published) == expected


@pytest.mark.parametrize("text", ["比2020年", "较去年", "是2010年的", "与上年", "占2019年的"])
def test_what_a_figure_is_held_against_is_no_time_of_its_own(text: str) -> None:
    (mention,) = find(text)
    assert mention.basis


@pytest.mark.parametrize("text", ["截至2024年末", "截至6月底", "2020年底", "“十三五”末"])
def test_stocks_hold_at_a_day(text: str) -> None:
    period = only(text)
    assert period is not None
    assert period.as_of


@given(st.integers(1950, 2049), st.integers(1, 12))
def test_any_month_of_any_year(year: int, month: int) -> None:
    assert label(f"{year}年{month}月", date(2049, 12, 31)) == f"{year}-{month:02}"


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_any_day(day: date) -> None:
    assert label(f"{day.year}年{day.month}月{day.day}日") == str(day)


@given(st.text("零一二三四五十年月日季度至到前上下半来间“”期末底去今截1209 ，。—-", max_size=60))
def test_mentions_stand_in_order_inside_the_text(text: str) -> None:
    at = 0
    for mention in find(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end


@given(st.text("零一二三四五六七八九十年月日季度至到前上下半来间“”期末底去今截0123456789", max_size=40), st.dates())
def test_whatever_is_found_can_be_reckoned(text: str, published: date) -> None:
    for mention in find(text):
        period = reckon(mention, published)
        assert period is None or period.start is None or period.end is None or period.start <= period.end


@pytest.mark.parametrize("piece", ["一", "1", "截至", "2020年至", "前", "“十", "上", "20", "月底", "第一季"])
def test_long_repetitions_come_to_an_end(piece: str) -> None:
    assert all(mention.end > mention.start for mention in find(piece * 100_000))
