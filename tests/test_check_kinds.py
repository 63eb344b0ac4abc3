"""What each kind of check finds in a group, and what it leaves alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tellings import figures, group, rule, telling, year

from figcheck import check
from figcheck.model import Bound, Finding, How, Period, Severity, Verdict

DAYS = {"年": Decimal("365.25"), "个月": Decimal("30.4375")}


def found(kind: str, a: Any, b: Any, **parameters: Any) -> list[Finding]:
    return check.run([group(a, b)], [], [rule(kind, **parameters)])


# ------------------------------------------------------------------------------- agree


def test_agree_finds_figures_that_cannot_both_be_true() -> None:
    (finding,) = found("agree", telling("121项"), telling("102项", "b.txt"))
    assert finding.verdict is Verdict.CONTRADICTION
    assert figures(finding) == ["121项", "102项"]


@pytest.mark.parametrize(("slack", "reported"), [("0", True), ("0.01", True), ("0.05", False)])
def test_slack_is_a_share_of_the_larger_figure(slack: str, reported: bool) -> None:
    assert bool(found("agree", telling("304亿元"), telling("316.6亿元"), slack=Decimal(slack))) is reported


# ------------------------------------------------------------------------------- bound, spread


@pytest.mark.parametrize(
    ("a", "b", "finds"),
    [
        ("超过70%", "80%以上", "other-bound"),
        ("90%以上", "90%", "qualifier-dropped"),
        ("不超过45天", "45天", "qualifier-dropped"),
    ],
)
def test_bound_finds_one_of_two_things(a: str, b: str, finds: str) -> None:
    for name in ("other-bound", "qualifier-dropped"):
        findings = found("bound", telling(a), telling(b, "b.txt"), finds=check.bound.Finds(name))
        assert [finding.verdict for finding in findings] == [Verdict.TENSION] * (name == finds)


def test_spread_finds_an_end_told_for_the_whole() -> None:
    (finding,) = found("spread", telling("15至45天"), telling("最长45天", "b.txt"))
    assert finding.verdict is Verdict.TENSION


def test_an_extreme_that_is_no_end_of_the_spread_is_a_contradiction() -> None:
    a, b = telling("15至45天"), telling("最长60天", "b.txt")
    assert not found("spread", a, b)
    assert found("agree", a, b)


# ------------------------------------------------------------------------------- name


@pytest.mark.parametrize(
    ("a", "b", "value", "reported"),
    [
        ("物流成本", "运输成本", "15%", True),
        ("生产基地", "认证基地", "251个", True),
        ("社零总额", "社会消费品零售总额", "856.3亿元", False),  # an abbreviation deletes, it does not replace
        ("新建公园", "新建球场", "5个", False),  # a number that says little
    ],
)
def test_name_finds_one_number_under_two_names(a: str, b: str, value: str, reported: bool) -> None:
    findings = found("name", telling(value, indicator=a), telling(value, "b.txt", indicator=b))
    assert [finding.verdict for finding in findings] == [Verdict.DRIFT] * reported


def test_known_names_of_one_indicator_do_not_drift() -> None:
    a = telling("1.2万亿元", indicator="GDP", canonical="地区生产总值")
    assert not found("name", a, telling("1.2万亿元", "b.txt", indicator="地区生产总值"))


def test_other_values_are_no_drift() -> None:
    assert not found("name", telling("15%", indicator="物流成本"), telling("18%", indicator="运输成本"))


# ------------------------------------------------------------------------------- streak

NOWHEN = Period(None, None, How.UNKNOWN)


def day(text: str) -> Period:
    return Period(None, date.fromisoformat(text), How.VAGUE)


@pytest.mark.parametrize(
    ("a", "when_a", "b", "when_b", "reported"),
    [
        ("连续3年", year(2024), "连续4年", year(2025), False),  # a year later, one more
        ("连续3年", year(2024), "连续5年", year(2025), True),
        ("连续3年", year(2024), "连续4年", year(2024), True),  # one moment, one run
        ("连续6年", year(2022), "连续6年", year(2024), True),  # it should have grown
        ("连续4年", day("2025-01-15"), "连续5年", day("2025-11-20"), False),  # counted anew within the year
        ("连续4年", day("2025-01-15"), "连续4年", day("2025-11-20"), False),
        ("连续4年", day("2024-12-28"), "连续5年", day("2025-01-05"), False),  # the turn of a year
        ("连续4年", day("2025-05-02"), "连续5年", day("2025-05-20"), True),
        ("连续5年", year(2015), "连续3年", year(2024), False),  # begun anew in between
        ("连续3个月", day("2025-03-31"), "连续5个月", day("2025-05-31"), False),
        ("连续3个月", day("2025-03-31"), "连续6个月", day("2025-05-31"), True),
        ("连续3届", year(2021), "连续6届", year(2024), False),  # nobody knows when the next one was
        ("连续3届", year(2024), "连续4届", year(2024), True),
        ("连续3年", NOWHEN, "连续3年", year(2024), False),
    ],
)
def test_a_run_grows_by_one_a_year(a: str, when_a: Period, b: str, when_b: Period, reported: bool) -> None:
    tellings = telling(a, period=when_a), telling(b, "b.txt", period=when_b)
    assert bool(found("streak", *tellings, days=DAYS)) is reported
    assert bool(found("streak", *reversed(tellings), days=DAYS)) is reported


def test_runs_told_of_no_time_are_compared_as_they_stand_but_unsure() -> None:
    """The report says so; how bad the finding can be was weighed with the pair."""
    a, b = telling("连续3年", period=NOWHEN), telling("连续4年", "b.txt")
    for worst in (Severity.ERROR, Severity.WARNING):
        (finding,) = check.run([group(a, b, worst=worst)], [], [rule("streak", days=DAYS)])
        assert finding.unsure == ("period",)
        assert finding.severity is worst


def test_a_run_is_told_of_the_day_of_publication_where_nothing_else_is_said() -> None:
    a = telling("连续3年", period=None, published=date(2024, 6, 1))
    b = telling("连续5年", "b.txt", period=None, published=date(2025, 6, 1))
    (finding,) = found("streak", a, b, days=DAYS, message="{a_when} {b_when}")
    assert finding.message["en"] == "2024 2025"


def test_a_run_one_year_off_has_a_likely_cause() -> None:
    (finding,) = found("streak", telling("连续3年"), telling("连续4年", "b.txt"), days=DAYS)
    assert finding.cause == "year-slip"


def test_a_run_of_more_than_so_many_years_is_not_reckoned_with() -> None:
    assert telling("连续10多年").quantity.bound is Bound.MORE_THAN
    assert not found("streak", telling("连续10多年"), telling("连续8年", "b.txt"), days=DAYS)
