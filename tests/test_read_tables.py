"""Tables told in sentences, whether they stand in a file of their own or in an article."""

from __future__ import annotations

from pathlib import Path

import pytest
from inputs import article, figure_lines, findings, loaded, places

from figcheck.errors import UserError
from figcheck.lang.zh.tables import cells_of


def says(tmp_path: Path, rows: str) -> list[str]:
    """What the cells of a table say, row by row."""
    return [cell.says for cell in cells_of(article(tmp_path / "a.csv", rows.encode()))]


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("城市,常住人口（万人）\n长沙市,1051", ["长沙市常住人口1051万人。"]),
        ("城市,常住人口\n长沙市,1051万人", ["长沙市常住人口1051万人。"]),
        ("城市,外贸(亿元),同比增长(%)\n长沙市,143,4.8", ["长沙市外贸143亿元。", "长沙市外贸同比增长4.8%。"]),
        ("城市,外贸(亿元),同比\n长沙市,143,-4.8%", ["长沙市外贸143亿元。", "长沙市外贸同比下降4.8%。"]),
        ("城市,外贸(亿元),占比(%)\n长沙市,143,4.8", ["长沙市外贸143亿元。", "长沙市外贸占比4.8%。"]),
        ("年份,学校（所）\n2023,126\n2024,131", ["2023年，学校126所。", "2024年，学校131所。"]),
        ("指标,2023年,2024年\n学校（所）,126,131", ["2023年，学校126所。", "2024年，学校131所。"]),
        ("城市,2023年学校（所）\n长沙市,126", ["2023年，长沙市学校126所。"]),
        ("序号,城市,学校（所）\n1,长沙市,126\n2,株洲市,98", ["长沙市学校126所。", "株洲市学校98所。"]),
        ("2023年两市学校情况,\n城市,学校（所）\n长沙市,126", ["2023年，长沙市学校126所。"]),
        ("地区,小学,\n,学校（所）,学生（万人）\n长沙市,126,8.4", ["长沙市小学学校126所。", "长沙市小学学生8.4万人。"]),
        ("指标,产值（亿元）,\n,2023年,2024年\n工业,12,13", ["2023年，工业产值12亿元。", "2024年，工业产值13亿元。"]),
        ("城市,学校（所）\n长沙市,126\n,98", ["长沙市学校126所。"]),
        ("城市,学校（所）\n\n长沙市,126\n", ["长沙市学校126所。"]),
        ('城市,学校（所）\n"长沙市","1,126"', ["长沙市学校1,126所。"]),
        ("城市;学校（所）\n长沙市;126", ["长沙市学校126所。"]),
        ("城市\t学校（所）\r\n长沙市\t126\r\n", ["长沙市学校126所。"]),
    ],
)  # fmt: skip
def test_what_cells_say(tmp_path: Path, rows: str, read: list[str]) -> None:
    assert says(tmp_path, rows) == read


def test_a_table_is_laid_out_in_rows_below_its_title(tmp_path: Path) -> None:
    read = article(tmp_path / "a.csv", "两市学校情况,\n城市,小学\n,学校（所）\n长沙市,126".encode())
    assert read.text == "两市学校情况\n城市\t小学 学校（所）\n长沙市\t126"


def test_a_table_of_sentences_is_read_as_text(tmp_path: Path) -> None:
    read = article(tmp_path / "a.csv", "城市,简介\n长沙市,全市有学校126所。".encode())
    assert read.text == "城市\n简介\n长沙市\n全市有学校126所。"


def test_cells_keep_their_line_and_column(tmp_path: Path) -> None:
    read = article(tmp_path / "a.csv", "城市,学校（所）\n长沙市,126".encode())
    assert places(read) == {"126": "第2行第2格"}
    at = read.text.index("126")
    assert "".join(read.original[offset] for offset in read.offsets[at : at + 3]) == "126"


def test_the_title_of_a_table_says_when(tmp_path: Path) -> None:
    read = article(tmp_path / "a.csv", "2023年各市主要指标,\n城市,学校（所）\n长沙市,126\n株洲市,98".encode())
    assert figure_lines(read) == ["126 学校 长沙市 2023", "98 学校 株洲市 2023"]


def test_a_table_contradicts_the_text_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2023年，长沙市常住人口1061万人。", encoding="utf-8")
    (tmp_path / "b.csv").write_text("城市,2023年常住人口（万人）\n长沙市,1051\n", encoding="utf-8")
    found = findings([tmp_path / "a.txt", tmp_path / "b.csv"])
    assert [(rule, figures) for rule, _, figures in found] == [("same-figure", ("1051", "1061万人"))]


@pytest.mark.parametrize(
    "caption",
    [
        "小麦产量（万吨）",
        "**表1　小麦产量（万吨）**",
        "表1：2023—2024年各县小麦产量情况（单位：万吨）",
        "Table: 小麦产量（万吨）",
    ],
)
def test_a_caption_that_names_the_amount_says_what_the_cells_are_of(tmp_path: Path, caption: str) -> None:
    text = f"2024年，临江县小麦产量12.6万吨。\n\n{caption}\n\n| 地区 | 2023年 | 2024年 |\n|---|--:|--:|\n"
    (tmp_path / "a.md").write_text(text + "| 临江县 | 12.0 | 16.2 |\n| 平湖县 | 8.9 | 8.5 |\n", encoding="utf-8")
    assert findings([tmp_path / "a.md"]) == [("text-against-table", "error", ("12.6万吨", "16.2"))]


def test_the_caption_of_a_table_in_a_page_names_the_amount(tmp_path: Path) -> None:
    rows = "<tr><th>地区<th>2023年<th>2024年<tr><td>临江县<td>12.0<td>16.2"
    for caption in (
        "<table><caption>小麦产量（万吨）</caption>",
        "<figure><figcaption>小麦产量（万吨）</figcaption><table>",
    ):
        page = f"<p>2024年，临江县小麦产量12.6万吨。</p>{caption}{rows}</table>"
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        assert findings([tmp_path / "a.html"]) == [("text-against-table", "error", ("12.6万吨", "16.2"))]


def test_a_table_of_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="20,000 cells"):
        loaded(tmp_path / "a.csv", b"a,b\n" + b"1,2\n" * 10_000)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("| 城市 | 学校 |\n|---|--:|\n| 长沙市 | 126 |\n\n全市有医院8家。", "城市\t学校\n长沙市\t126\n全市有医院8家。"),
        ("城市 | 学校（所）\n--- | ---\n长沙市 | 126", "城市\t学校（所）\n长沙市\t126"),
        ("全市有**126**所，*其中*8所在建。", "全市有126所，其中8所在建。"),
        ("面积5*3米。", "面积5*3米。"),
        ("全市有[126所](https://a.example/99)学校。", "全市有126所学校。"),
        ("![图为126所学校之一](a/99.png)", "图为126所学校之一"),
        ("全市有126所。\n```\n共99条\n```\n有8家。", "全市有126所。\n有8家。"),
        ("全市有`x99`126所。<!-- 99 -->", "全市有126所。"),
        ("全市有~~99~~126所[^1]。", "全市有126所。"),
        ("```\n共99条", ""),
    ],
)  # fmt: skip
def test_markdown(tmp_path: Path, text: str, read: str) -> None:
    found, _ = loaded(tmp_path / "a.md", text.encode())
    assert [one.text for one in found] == ([read] if read else [])


def test_positions_in_markdown_are_those_of_the_file(tmp_path: Path) -> None:
    read = article(tmp_path / "a.md", "全市有[**126**所](https://a.example/)学校。".encode())
    assert read.original[read.offsets[read.text.index("126")] :].startswith("126")
    assert read.original[read.offsets[read.text.index("学校")] :].startswith("学校")
