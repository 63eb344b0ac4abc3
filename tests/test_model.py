"""The types in which the stages talk: intervals and their arithmetic, periods, places in a text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from helpers import article
from hypothesis import assume, given
from hypothesis import strategies as st

from figcheck.model import Article, How, Interval, Period, Quantity, Span, Unit

HALVES = st.integers(-2000, 2000).map(lambda n: Decimal(n) / 2)
COUNTS = st.integers(0, 2000).map(lambda n: Decimal(n) / 2)
WRITTEN = st.decimals(-(10**9), 10**9, allow_nan=False, places=3).map(lambda d: d.quantize(Decimal("0.001")))


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[Decimal] = HALVES) -> Interval:
    """Intervals that hold a number at least: of positive width, or closed on both sides."""
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    assume(low is None or low != high or not (low_open or high_open))
    return Interval(low, high, low_open, high_open)


def holds(interval: Interval, number: Decimal) -> bool:
    return Interval.exactly(number).within(interval)


@st.composite
def interval_and_member(draw: st.DrawFn, ends: st.SearchStrategy[Decimal] = HALVES) -> tuple[Interval, Decimal]:
    interval, member = draw(intervals(ends)), draw(ends)
    assume(holds(interval, member))
    return interval, member


# ------------------------------------------------------------------------------- how intervals lie to each other


@given(intervals(), intervals())
def test_overlap_is_mutual(a: Interval, b: Interval) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@given(intervals(), intervals())
def test_of_two_intervals_one_lies_below_the_other_or_they_overlap(a: Interval, b: Interval) -> None:
    assert [a.below(b), b.below(a), a.overlaps(b)].count(True) == 1


@given(intervals(), intervals(), HALVES)
def test_a_number_in_both_means_overlap(a: Interval, b: Interval, number: Decimal) -> None:
    if holds(a, number) and holds(b, number):
        assert a.overlaps(b)


@given(intervals(), intervals(), HALVES)
def test_what_lies_within_has_no_number_outside(a: Interval, b: Interval, number: Decimal) -> None:
    if a.within(b) and holds(a, number):
        assert holds(b, number)


@given(intervals())
def test_an_interval_lies_within_itself_and_overlaps_itself(a: Interval) -> None:
    assert a.within(a)
    assert a.overlaps(a)


@pytest.mark.parametrize(
    ("a", "b", "overlap"),
    [
        (Interval.rounded("80"), Interval(Decimal(90), None), False),  # 80% / 90%以上
        (Interval.rounded("90"), Interval(Decimal(90), None), True),  # 90% / 90%以上
        (Interval(Decimal(70), None, low_open=True), Interval(None, Decimal(70), high_open=False), False),  # 超 / 以下
        (Interval(Decimal(70), None), Interval(None, Decimal(70), high_open=False), True),  # 以上 / 以下
        (Interval(None, None), Interval.rounded("0"), True),
        (Interval.rounded("121"), Interval.rounded("102"), False),
    ],
)
def test_overlap(a: Interval, b: Interval, overlap: bool) -> None:
    assert a.overlaps(b) is overlap


# ------------------------------------------------------------------------------- rounding


@given(WRITTEN)
def test_a_rounded_figure_holds_what_was_written(number: Decimal) -> None:
    assert holds(Interval.rounded(number), number)


@given(WRITTEN, WRITTEN)
def test_figures_that_round_differently_do_not_touch(a: Decimal, b: Decimal) -> None:
    assert Interval.rounded(a).overlaps(Interval.rounded(b)) == (a == b)


@given(WRITTEN, st.integers(0, 2))
def test_a_figure_meets_its_own_rounding(number: Decimal, places: int) -> None:
    rounded = number.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")
    assert Interval.rounded(number).overlaps(Interval.rounded(rounded))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("5.2", "5.15", "5.25"), ("5.20", "5.195", "5.205"), ("230", "229.5", "230.5"), ("0", "-0.5", "0.5")],
)
def test_half_of_the_last_digit_on_both_sides(written: str, low: str, high: str) -> None:
    assert Interval.rounded(written) == Interval(Decimal(low), Decimal(high))


def test_the_last_digit_is_that_of_the_number_as_written() -> None:
    assert Interval.rounded("3000", Decimal(10**8)) == Interval(Decimal(299950000000), Decimal(300050000000))


# ------------------------------------------------------------------------------- arithmetic


@given(interval_and_member(), interval_and_member())
def test_sums_and_differences_hold_those_of_their_members(
    a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]
) -> None:
    assert holds(a[0] + b[0], a[1] + b[1])
    assert holds(a[0] - b[0], a[1] - b[1])


@given(interval_and_member())
def test_negation_twice_is_nothing(a: tuple[Interval, Decimal]) -> None:
    negative = -a[0]
    assert -negative == a[0]
    assert holds(negative, -a[1])


@given(interval_and_member(COUNTS), interval_and_member(COUNTS))
def test_products_hold_those_of_their_members(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    assert holds(a[0] * b[0], a[1] * b[1])


@given(interval_and_member(COUNTS), interval_and_member(COUNTS.map(lambda n: n + 1)))
def test_quotients_hold_those_of_their_members(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    quotient = a[0] / b[0]
    slack = Decimal("1e-20")  # a decimal quotient is itself rounded
    assert quotient.low is None or quotient.low <= a[1] / b[1] + slack
    assert quotient.high is None or quotient.high >= a[1] / b[1] - slack


def test_a_divisor_that_may_be_nothing_leaves_the_top_open() -> None:
    assert (Interval.rounded("6") / Interval(Decimal(0), Decimal(2))).high is None


@given(intervals(), st.integers(1, 10**9))
def test_scaling_keeps_order_and_ends(a: Interval, factor: int) -> None:
    scaled = a.scaled(Decimal(factor))
    assert (scaled.low_open, scaled.high_open) == (a.low_open, a.high_open)
    assert scaled.scaled(Decimal(1)) == scaled
    assert a.low is None or scaled.low == a.low * factor


def test_units_of_one_dimension_meet_in_the_base_unit() -> None:
    mu = Quantity((Decimal(15),), Interval.rounded("15"), Unit("亩", "area", Decimal("666.6666666666666666667")))
    hectare = Quantity((Decimal(1),), Interval.rounded("1"), Unit("公顷", "area", Decimal(10000)))
    assert mu.base.overlaps(hectare.base)
    assert abs(mu.value - hectare.value) < Decimal("0.001")


# ------------------------------------------------------------------------------- periods


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2016, 1, 1), date(2020, 12, 31), "2016..2020"),
        (date(2020, 1, 1), date(2020, 9, 30), "2020-01..2020-09"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2023, 2, 1), date(2023, 2, 28), "2023-02"),
        (date(2023, 11, 1), date(2024, 2, 29), "2023-11..2024-02"),
        (date(2020, 6, 30), date(2020, 6, 30), "2020-06-30"),
        (None, date(2020, 6, 30), "2020-06-30"),
        (date(2020, 6, 30), None, "2020-06-30"),
        (date(2020, 6, 3), date(2020, 6, 9), "2020-06-03..2020-06-09"),
        (date(2020, 1, 1), date(2020, 6, 9), "2020-01-01..2020-06-09"),
        (None, None, None),
    ],
)
def test_the_label_is_the_shortest_that_names_the_span(start: date | None, end: date | None, label: str | None) -> None:
    assert Period(start, end, How.TOLD).label == label


def test_a_month_that_is_not_over_is_not_named_as_a_whole() -> None:
    assert Period(date(2024, 2, 1), date(2024, 2, 28), How.TOLD).label == "2024-02-01..2024-02-28"


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_periods_of_one_label_are_one_period(a: date, b: date, c: date, d: date) -> None:
    assume(not any((day.month, day.day) == (2, 28) for day in (b, d)))
    one, other = Period(min(a, b), max(a, b), How.TOLD), Period(min(c, d), max(c, d), How.TOLD)
    if one.label == other.label:
        assert (one.start, one.end) == (other.start, other.end)


# ------------------------------------------------------------------------------- places in a text

# Full-width digits folded, the space that a column put into a number taken out.
ORIGINAL = "产量\n增长 ５． ２%。"
REPAIRED, OFFSETS = "产量\n增长5.2%。", (0, 1, 2, 3, 4, 6, 7, 9, 10, 11)


def repaired() -> Article:
    base = article("")
    return Article("a.txt", ORIGINAL, REPAIRED, OFFSETS, "zh", base.stories)


def test_a_span_shows_the_repaired_text_and_quotes_the_file() -> None:
    span = Span(repaired(), 5, 9)
    assert span.text == "5.2%"
    assert span.quote == "５． ２%"
    assert (span.source_start, span.source_end) == (6, 11)


def test_lines_and_columns_count_from_one_in_the_file() -> None:
    span = Span(repaired(), 5, 9)
    assert span.position == (2, 4)
    assert span.end_position == (2, 9)


def test_an_empty_span_stands_somewhere() -> None:
    span = Span(repaired(), 5, 5)
    assert span.quote == ""
    assert span.position == (2, 4)


@given(st.text("一二\n", min_size=1, max_size=40), st.data())
def test_positions_point_back_at_the_character(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    line, column = Span(article(text), at, at + 1).position
    assert (text.split("\n")[line - 1] + "\n")[column - 1] == text[at]


def test_spans_overlap_only_in_one_article() -> None:
    one, other = article("产量增长5.2%。"), article("产量增长5.2%。")
    assert Span(one, 2, 6).overlaps(Span(one, 5, 8))
    assert not Span(one, 2, 5).overlaps(Span(one, 5, 8))
    assert not Span(one, 2, 6).overlaps(Span(other, 2, 6))
