"""Tables in articles: which lines are one, what each cell says, and where its number stands."""

from __future__ import annotations

from textwrap import dedent

import pytest
from helpers import claims_of_all
from hypothesis import given
from hypothesis import strategies as st

from figcheck import read
from figcheck.lang.zh import labels
from figcheck.lang.zh.tables import cells_of
from figcheck.lang.zh.wording import sentence
from figcheck.model import Claim, Role
from figcheck.read import rows as text_rows


def claims(text: str) -> list[Claim]:
    """What the table cells of a text claim."""
    made = claims_of_all([read.article_from_text(dedent(text), "a.txt")])
    return [claim for claim in made if claim.figure.role is Role.TABLE]


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Each cell as written, with its indicator and its period."""
    return [
        (c.figure.span.quote, c.topic.indicator, c.topic.period.label if c.topic.period else None) for c in claims(text)
    ]


# ------------------------------------------------------------------------------- which lines are rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("品种\t产量\n小麦\t12.6\n玉米\t8.1\n全年增产。", 3),
        ("\t2023年\t2024年\r\n小麦\t11.9\t12.6", 2),
        ("品种 | 产量\n---|---\n小麦 | 12.6\n", 3),
        ("今日天气 | 晴转多云\n明日天气 | 有阵雨", 0),
        ("品种  面积  产量\n小麦  20  12.6\n玉米  18  8.1", 3),
        ("记者  张明  李华\n通讯员  王平  赵新", 0),
        ("小麦\t12.6", 0),
        ("小麦\t12.6\n玉米\t8.1\t9.5", 0),
        ("今年小麦增产。\n玉米减产。", 0),
    ],
)
def test_rows_laid_out_with_gaps(text: str, rows: int) -> None:
    assert len(text_rows.rows(text, 0)) == rows


def test_cells_keep_their_places_in_the_file() -> None:
    text = "各品种产量\n\n品种\t产量（万吨）\n小  麦\t12.6\n玉  米 \t 8.1\n"
    article = read.article_from_text(text, "a.txt")
    assert [cell.span.quote for cell in cells_of(article)] == ["12.6", "8.1"]
    assert [cell.span.position for cell in cells_of(article)] == [(4, 6), (5, 8)]


def test_a_header_may_leave_its_first_cell_empty() -> None:
    assert told("\t2023年\t2024年\n小麦产量（万吨）\t11.9\t12.6\n") == [
        ("11.9", "小麦产量", "2023"),
        ("12.6", "小麦产量", "2024"),
    ]


def test_columns_set_with_spaces() -> None:
    text = "  品种    面积（万亩）  产量（万吨）\n  小麦    20         12.6\n  玉米    18         8.1\n"
    assert [figure for figure, _, _ in told(text)] == ["20", "12.6", "18", "8.1"]


# ------------------------------------------------------------------------------- what a cell says


@pytest.mark.parametrize("example", labels.words()["examples"], ids=lambda example: example["says"])
def test_the_examples_of_the_language_pack(example: dict[str, str]) -> None:
    said = sentence(example["title"], example["column"], example["row"], example["cell"])
    assert said is not None
    assert said[0] == example["says"]
    assert said[0][said[1] :].startswith(example["cell"].lstrip("-"))


@pytest.mark.parametrize(
    ("column", "row", "cell"),
    [
        ("序号", "小麦", "3"),
        ("产量（万吨）", "小麦", "—"),
        ("产量（万吨）", "小麦", "见说明"),
        ("产量（万吨）", "小麦", "-12.6"),
        ("比上年增长（%）", "采矿业", "2.1"),
        ("", "", "12.6"),
        ("产量（万吨）" * 20, "小麦", "12.6"),
    ],
)
def test_cells_that_say_nothing(column: str, row: str, cell: str) -> None:
    assert sentence("", column, row, cell) is None


def test_a_table_with_years_in_its_header() -> None:
    found = told(
        """\
        表1 粮食生产情况（单位：万吨）

        | 指标 | 2023年 | 2024年 |
        |---|---:|---:|
        | 小麦产量 | 11.9 | 12.6 |
        """
    )
    assert found == [("11.9", "小麦产量", "2023"), ("12.6", "小麦产量", "2024")]


def test_a_column_may_tell_the_unit_of_its_row() -> None:
    (claim,) = claims("| 指标 | 单位 | 2024年 |\n|---|---|---|\n| 小麦产量 | 万吨 | 12.6 |\n")
    assert claim.quantity.unit.name == "吨"
    assert claim.quantity.value == claim.quantity.stated[0] * claim.quantity.unit.factor


def test_a_column_of_changes_is_of_the_column_before_it() -> None:
    text = """\
        | 品种 | 面积（万亩） | 增长（%） | 产量（万吨） | 增长（%） |
        |---|---|---|---|---|
        | 小麦 | 20 | 1.5 | 12.6 | 2.5 |
        """
    assert [(figure, name) for figure, name, _ in told(text)] == [
        ("20", "小麦面积"),
        ("1.5", "小麦面积"),
        ("12.6", "小麦产量"),
        ("2.5", "小麦产量"),
    ]


def test_columns_of_one_name_are_passed_over() -> None:
    text = "| 品种 | 产量（万吨） | 产量（万吨） |\n|---|---|---|\n| 小麦 | 12.6 | 11.8 |\n"
    assert told(text) == []


def test_rows_below_of_which_are_parts() -> None:
    text = "| 指标 | 2024年（万吨） |\n|---|---|\n| 粮食产量 | 32.6 |\n| 其中：小麦产量 | 12.6 |\n| 玉米产量 | 8.1 |\n"
    assert ["part" in claim.topic.scope for claim in claims(text)] == [False, True, True]


def test_a_row_whose_name_is_lost_claims_nothing() -> None:
    assert told("| 年龄 | 比重（%） |\n|---|---|\n| 0—15岁 | 17.6 |\n| 16—59岁 | 61.3 |\n") == []


PIECES = st.sampled_from(["|", "\t", "\n", "  ", "2024年", "产量（万吨）", "小麦", "12.6", "-", "---", "（", "%", "。"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_table_can_be_read(text: str) -> None:
    for claim in claims("小麦增产。\n" + text):
        assert claim.figure.span.quote in text
