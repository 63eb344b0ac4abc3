"""Chinese and Arabic numerals: the examples of numerals.yaml, and every whole number there and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.lang.zh import numerals, scan

CORPUS = [(Decimal(value), written) for value, ways in numerals.words()["corpus"].items() for written in ways]

DIGITS = "零一二三四五六七八九"


def below_ten_thousand(number: int) -> str:
    """1..9999 with Chinese numerals, a 零 for a run of empty places between two that are not."""
    written, gap = "", False
    for order, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // order % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written


def chinese(number: int) -> str:
    """A whole number from 1 to below 10^12 as it is read aloud."""
    written, before = "", 0
    for order, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // order % 10**4
        if part:
            written += ("零" if written and (part < 1000 or before % 10 == 0) else "") + below_ten_thousand(part) + name
        before = part
    return written


@pytest.mark.parametrize(("value", "written"), CORPUS)
def test_the_examples_of_the_language_pack(value: Decimal, written: str) -> None:
    plain = written.rstrip("十百千万亿")
    if written[0].isdigit():
        assert numerals.arabic(plain, written[len(plain) :]) == value
    else:
        assert numerals.chinese(written) == value


@pytest.mark.parametrize("written", numerals.words()["not_numbers"])
def test_what_only_looks_like_a_number(written: str) -> None:
    assert numerals.chinese(written) is None


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (10, "一十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (10001, "一万零一"),
        (10_0000_0008, "一十亿零八"),
        (2_0300, "二万零三百"),
    ],
)
def test_the_writer_of_these_tests(number: int, written: str) -> None:
    assert chinese(number) == written


@given(st.integers(1, 10**9))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert numerals.chinese(chinese(number)) == number


@given(st.integers(1, 10**9))
def test_ten_may_be_written_without_its_one(number: int) -> None:
    """十二 and 十二万 for 一十二 and 一十二万."""
    written = chinese(number)
    assert numerals.chinese(written[1:] if written.startswith("一十") else written) == number


@given(st.integers(1, 10**9))
def test_two_may_be_written_in_both_ways(number: int) -> None:
    """两千 and 两万 for 二千 and 二万."""
    written = chinese(number)
    for order in "百千万亿":
        written = written.replace(f"二{order}", f"两{order}")
    assert numerals.chinese(written) == number


@given(st.integers(0, 10**7), st.integers(0, 3), st.sampled_from(["", "百", "千", "万", "亿", "百万", "千万", "万亿"]))
def test_arabic_numerals_with_chinese_orders_are_read_back(digits: int, places: int, order: str) -> None:
    number = Decimal(digits).scaleb(-places)
    power = {"": 0, "百": 2, "千": 3, "万": 4, "亿": 8, "百万": 6, "千万": 7, "万亿": 12}[order]
    assert numerals.arabic(str(number), order) == number.scaleb(power)


@given(st.integers(0, 10**15))
def test_commas_between_thousands_change_nothing(number: int) -> None:
    assert numerals.arabic(f"{number:,}") == number


def stated(text: str) -> list[tuple[Decimal, ...]]:
    return [number.quantity.stated for number in scan.find(text) if number.quantity is not None]


@given(st.integers(11, 10**9))
def test_a_count_of_people_in_a_sentence_has_the_value_of_its_numeral(number: int) -> None:
    assert stated(f"参加活动的有{chinese(number)}人。") == [(Decimal(number),)]


def test_a_numeral_with_every_order_is_read_whole() -> None:
    assert stated(f"参加活动的有{chinese(123456789)}人。") == [(Decimal(123456789),)]


@given(st.text("零〇一二两三四五六七八九十百千万亿半", max_size=30))
def test_no_run_of_numerals_breaks_the_reader(written: str) -> None:
    value = numerals.chinese(written)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三万五", 35000),
        ("一百二", 120),
        ("一亿六", 160000000),
        ("两千三", 2300),
    ],
)
def test_spoken_numerals_leave_out_their_last_order(written: str, value: int) -> None:
    assert numerals.chinese(written) == value
