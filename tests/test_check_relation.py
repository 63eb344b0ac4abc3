"""How two figures for one question stand to each other: the table of claims that editors would make themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tellings import quantity

from figcheck.check.relation import Relation, relate
from figcheck.check.shape import Shape, rounded_alike, shape
from figcheck.model import Bound, Interval, Quantity, Unit

SAME, APART, BOUND = Relation.SAME, Relation.APART, Relation.BOUND
QUALIFIER, SPREAD, UNLIKE = Relation.QUALIFIER, Relation.SPREAD, Relation.UNLIKE

TABLE = [
    # two points: what is written carries its rounding
    ("5.2%", "5.3%", APART),
    ("5.2%", "5.17%", SAME),
    ("230项", "230个", SAME),
    ("121项", "102项", APART),
    ("1.08亿元", "约1.08亿元", SAME),
    ("198家", "近200家", SAME),
    ("236家", "近200家", APART),
    ("45家", "40多家", SAME),
    ("52家", "40多家", APART),
    ("三成", "30%", SAME),
    # a floor beside a point
    ("80%", "90%以上", APART),
    ("90%", "90%以上", QUALIFIER),
    ("43%", "超过4成", SAME),
    ("75%", "超过4成", BOUND),
    ("近90%", "90%以上", APART),
    # landmarks stand for the exact value just above them
    ("2107.70亿元", "突破2000亿元", SAME),
    ("2.1万亿元", "突破2万亿元", SAME),
    ("2000亿元", "突破2000亿元", SAME),
    ("3200亿元", "突破2000亿元", BOUND),
    ("1960亿元", "突破2000亿元", APART),
    # two floors
    ("80%以上", "超过70%", BOUND),
    ("80%以上", "超过80%", SAME),
    ("逾1700亿元", "超过1728亿元", SAME),
    ("突破2000亿元", "超过2100亿元", SAME),
    # a ceiling says nothing of how far below it the truth lies
    ("20天", "不超过45天", SAME),
    ("45天", "不超过45天", QUALIFIER),
    ("60天", "不超过45天", APART),
    ("30天以内", "45天以内", BOUND),
    ("90%以上", "不超过80%", APART),
    # the greatest of many is an end, not a value
    ("30天", "最长45天", UNLIKE),
    ("45天", "最长45天", QUALIFIER),
    ("最长45天", "最长60天", APART),
    ("最高50万元", "最高50万元", SAME),
    ("最长45天", "不超过45天", SAME),
    ("最长45天", "不超过30天", APART),
    ("最长45天", "不超过60天", BOUND),
    ("最长45天", "最短15天", UNLIKE),
    # spreads
    ("15至45天", "最长45天", SPREAD),
    ("15至45天", "最长60天", APART),
    ("15至45天", "最短15天", SPREAD),
    ("2至7天", "7天内", SPREAD),
    ("15至45天", "7天内", APART),
    ("15至45天", "30天", SAME),
    ("15至45天", "45天", SPREAD),
    ("20%至30%", "15%", APART),
    ("15至45天", "15—45天", SAME),
    ("15至45天", "20至45天", SPREAD),
    # one dimension, other units
    ("1公顷", "15亩", SAME),
    ("1公顷", "1亩", APART),
    ("2小时", "120分钟", SAME),
    # ranks
    ("位居第一", "位居第三", APART),
    ("位居前三位", "位居第二", SAME),
    # what no ruler measures together
    ("3亿元", "3亿美元", APART),
    ("3亿元", "2亿美元", UNLIKE),
    ("30项", "30%", UNLIKE),
]


@pytest.mark.parametrize(("a", "b", "relation"), TABLE)
def test_two_figures_for_one_question(a: str, b: str, relation: Relation) -> None:
    assert relate(quantity(a), quantity(b)) is relation
    assert relate(quantity(b), quantity(a)) is relation


def test_the_table_speaks_of_every_shape() -> None:
    assert {shape(quantity(text)) for row in TABLE for text in row[:2]} == set(Shape)


def test_headroom_is_how_far_a_landmark_reaches() -> None:
    landmark, value = quantity("超过4成"), quantity("55%")
    assert relate(landmark, value, Decimal("1.2")) is BOUND
    assert relate(landmark, value, Decimal("1.5")) is SAME


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any figure in percent, of any bound."""
    low = draw(st.decimals("0.1", 1000, places=1))
    high = low + draw(st.decimals("0.1", 1000, places=1))
    bound = draw(st.sampled_from(Bound))
    interval = {
        Bound.AT_LEAST: Interval(low, None),
        Bound.MORE_THAN: Interval(low, None, low_open=True),
        Bound.MILESTONE: Interval(low, None, low_open=True),
        Bound.AT_MOST: Interval(Decimal(0), low, True, False),
        Bound.GREATEST: Interval(None, low, high_open=False),
        Bound.LEAST: Interval(low, None),
        Bound.SPREAD: Interval(low, high, False, False),
    }.get(bound, Interval.rounded(low))
    return Quantity((low, high) if bound is Bound.SPREAD else (low,), interval, Unit("%", "ratio"), bound)


@given(quantities(), quantities())
def test_the_order_of_two_figures_does_not_matter(a: Quantity, b: Quantity) -> None:
    assert relate(a, b) is relate(b, a)


@given(quantities())
def test_a_figure_agrees_with_itself(a: Quantity) -> None:
    assert relate(a, a) is SAME


@given(quantities(), quantities())
def test_figures_with_nothing_in_common_never_pass_for_the_same(a: Quantity, b: Quantity) -> None:
    if not a.base.overlaps(b.base) and {shape(a), shape(b)} <= {Shape.POINT, Shape.LOOSE, Shape.FLOOR}:
        assert relate(a, b) is APART


@pytest.mark.parametrize(
    ("coarse", "fine", "alike"),
    [("1700", "1728", True), ("38", "38.4", True), ("38", "39.1", False), ("70", "80", False), ("2000", "2100", False)],
)
def test_a_number_cut_off_or_rounded_is_the_same_number(coarse: str, fine: str, alike: bool) -> None:
    assert rounded_alike(Decimal(coarse), Decimal(fine)) is alike
    assert rounded_alike(Decimal(fine), Decimal(coarse)) is alike
