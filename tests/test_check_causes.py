"""Which slip of the pen fits two figures that contradict each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tellings import quantity

from figcheck.check.causes import likely
from figcheck.model import Interval, Quantity, Unit

SLIPS = [
    ("3.2亿人次", "3.2万人次", "unit-slip"),
    ("3530万美元", "3530亿美元", "unit-slip"),
    ("5吨", "5公斤", "unit-slip"),
    ("37.5%", "3.75%", "decimal-slip"),
    ("1080家", "108家", "decimal-slip"),
    ("2370家", "2730家", "digits-swapped"),
    ("21.5%", "25.1%", "digits-swapped"),
    ("2107.70亿元", "2107.20亿元", "digit-slip"),
    ("286.8亿元", "236.8亿元", "digit-slip"),
    ("5062亩", "5062公顷", "area-unit"),
    ("1.6亿元", "1.6亿美元", "currency"),
    ("1.5%", "1.5个百分点", "points"),
]

NO_SLIP = [
    ("121项", "102项"),
    ("80%", "90%以上"),  # two digits of which one differs say nothing
    ("3家", "30家"),  # one digit either
    ("5.2%", "6.4%"),
    ("15至45天", "20至50天"),
    ("286.8亿元", "286.8亿元"),
]


@pytest.mark.parametrize(("a", "b", "cause"), SLIPS)
def test_one_slip_turns_one_figure_into_the_other(a: str, b: str, cause: str) -> None:
    assert likely(quantity(a), quantity(b)) == likely(quantity(b), quantity(a)) == cause


@pytest.mark.parametrize(("a", "b"), NO_SLIP)
def test_figures_that_no_single_slip_explains(a: str, b: str) -> None:
    assert likely(quantity(a), quantity(b)) is None


NUMBERS = st.decimals(0, Decimal(10) ** 24, allow_nan=False).filter(lambda value: value.adjusted() > -12)


@given(NUMBERS, NUMBERS)
def test_the_order_of_two_figures_does_not_matter(a: Decimal, b: Decimal) -> None:
    first, second = (Quantity((n,), Interval.rounded(n), Unit("元", "money:CNY")) for n in (a, b))
    assert likely(first, second) == likely(second, first)


@given(st.decimals("0.01", 10**9, places=2))
def test_four_zeros_more_are_always_a_slip_of_the_unit(value: Decimal) -> None:
    first, second = (Quantity((n,), Interval.rounded(n), Unit("元", "money:CNY")) for n in (value, value * 10000))
    assert likely(first, second) == "unit-slip"
