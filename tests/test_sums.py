"""Sums in sentences: what is reckoned right is never reported, what is reckoned wrong is, whatever the numbers."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import pipeline, rulebook
from figcheck.model import Claim, Severity
from figcheck.rulebook import Rule

COUNTS = st.integers(min_value=11, max_value=9800)
TENTHS = st.integers(min_value=101, max_value=99999).map(lambda n: Decimal(n) / 10)
SEVERAL = settings(max_examples=60, deadline=None)


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(rulebook.load([rulebook.shipped_rules()])[0])


def found(text: str) -> list[tuple[str, frozenset[str]]]:
    """The rules that report something graver than a note, each with the figures it names."""
    outcome = pipeline.check_texts([text], rules())
    loud = [finding for finding in outcome.findings if finding.severity > Severity.INFO]
    return [(finding.rule, frozenset(map(_written, finding.claims))) for finding in loud]


def _written(claim: Claim) -> str:
    return claim.figure.span.text


def rounded(value: Decimal, places: int = 1) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


# ------------------------------------------------------------------------------- what holds is silent


@SEVERAL
@given(TENTHS, TENTHS)
def test_a_change_reckoned_right_is_silent(before: Decimal, after: Decimal) -> None:
    if not Decimal("0.2") < after / before < 5 or before == after:
        return
    change = rounded(abs(after / before - 1) * 100)
    told = f"增加到{after}吨，增长{change}%" if after > before else f"减少到{after}吨，下降{change}%"
    assert found(f"全县核桃产量由{before}吨{told}。") == []


@SEVERAL
@given(COUNTS, COUNTS, COUNTS)
def test_parts_that_make_the_total_are_silent(first: int, second: int, third: int) -> None:
    total = first + second + third
    assert found(f"全市有村庄{total}个，其中平原村{first}个、丘陵村{second}个和山区村{third}个。") == []


@SEVERAL
@given(COUNTS, COUNTS)
def test_a_share_reckoned_right_is_silent(whole: int, part: int) -> None:
    if part > whole or part * 200 < whole:
        return
    share = rounded(Decimal(part) / whole * 100)
    assert found(f"走访的{whole}户家庭中，有{part}户装了宽带，占{share}%。") == []


@SEVERAL
@given(st.integers(2, 900), TENTHS)
def test_a_mean_reckoned_right_is_silent(households: int, mean: Decimal) -> None:
    assert found(f"合作社有社员{households}户，户均分红{mean}元，共分红{rounded(households * mean, 0)}元。") == []


@SEVERAL
@given(st.integers(1, 997), st.integers(1, 997))
def test_a_structure_of_three_parts_is_silent(first: int, second: int) -> None:
    if first + second >= 999:
        return
    parts = [Decimal(first) / 10, Decimal(second) / 10, Decimal(1000 - first - second) / 10]
    assert found("三次产业结构为{}∶{}∶{}。".format(*map(rounded, parts))) == []


# ------------------------------------------------------------------------------- what does not hold is told


@SEVERAL
@given(TENTHS, st.integers(12, 80), st.integers(6, 30))
def test_a_change_reckoned_wrong_is_told(before: Decimal, percent: int, off: int) -> None:
    if before < 100:
        return
    after = rounded(before * (100 + percent) / 100)
    told = f"{percent + off}.0%"
    ((rule, figures),) = found(f"全县核桃产量由{before}吨增加到{after}吨，增长{told}。")
    assert (rule, figures) == ("change-from-to", {f"{before}吨", f"{after}吨", told})


@SEVERAL
@given(st.integers(11, 989), st.integers(11, 989), st.integers(1, 400))
def test_parts_that_make_more_than_the_total_are_told(first: int, second: int, more: int) -> None:
    total = first + second - min(more, first - 1, second - 1)
    if total <= max(first, second):
        return
    rules_found = {rule for rule, _ in found(f"全县有中学{total}所，其中初中{first}所、高中{second}所。")}
    assert rules_found == {"parts-make-total"}


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("办理时限由40个工作日压缩到6个工作日，缩短58%。", "“58%”是“85%”之误"),
        ("馆藏图书由12.0万册增加到15.6万册，增长3.0%。", "“3%”是“30%”之误"),
        ("全县有中学120所，其中初中90所、高中45所。", None),
    ],
)
def test_the_figure_that_slipped_is_named_where_one_stands_out(text: str, slip: str | None) -> None:
    (finding,) = pipeline.check_texts([text], rules()).findings
    if slip is None:
        assert "之误" not in finding.message["zh"]
    else:
        assert slip in finding.message["zh"]


def test_nothing_is_summed_across_stories() -> None:
    first = "全县有中学120所，分布在十二个乡镇。"
    second = "其中初中90所、高中45所，是邻县的数字。"
    assert found(first + "\n\n" + second) == []
