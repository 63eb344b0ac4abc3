"""PDF pages read column by column, and what is said of those without text."""

from __future__ import annotations

from pathlib import Path

import pytest
from inputs import SAMPLES, TEXT_SAMPLES, article, figure_lines, findings, loaded, places
from pdfs import pages, scanned

from figcheck.errors import UserError
from figcheck.model import Role
from figcheck.read.columns import in_order
from figcheck.read.page import Glyph, rows

STORY = "\n".join(
    f"{place}今年新建学校{number}所，改造老旧小区{number + 1}个，这些工程都已列入当年的民生实事，由市民代表监督。"
    for number, place in enumerate(["长沙市", "株洲市", "湘潭市", "衡阳市", "邵阳市", "岳阳市"], start=20)
)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(tmp_path: Path, columns: int) -> None:
    read = article(tmp_path / "a.pdf", pages(STORY, columns, lines=30 // columns))
    assert read.text == STORY


def test_a_headline_over_columns_comes_first(tmp_path: Path) -> None:
    read = article(tmp_path / "a.pdf", pages(f"# 六市同日开工\n{STORY}", 2, lines=12))
    assert read.text.split("\n")[0] == "六市同日开工"
    assert read.stories[0].blocks[0].role is Role.HEADLINE
    assert read.title == "六市同日开工"


def test_page_numbers_and_heads_that_repeat_are_left_out(tmp_path: Path) -> None:
    read = article(tmp_path / "a.pdf", pages(STORY * 4, 1, lines=20, head="某地日报 2025年第3期"))
    assert "某地日报" not in read.text
    assert "—" not in read.text


def test_figures_point_at_page_column_and_paragraph(tmp_path: Path) -> None:
    found = places(article(tmp_path / "a.pdf", pages(STORY, 2, lines=6)))
    assert found["20所"] == "第1页第1栏第1段"
    assert found["22所"] == "第1页第2栏第1段"
    assert found["25所"].startswith("第2页")


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    (read,), (problem,) = loaded(tmp_path / "a.pdf", scanned(["全市有学校126所。", "", "全市有医院8家。", ""]))
    assert read.text.split("\n") == ["全市有学校126所。", "全市有医院8家。"]
    assert problem.problem == "2 pages have no text layer: 2, 4"


def test_a_scan_is_told_once(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path / "a.pdf", scanned(["", ""]))
    assert (found, [problem.problem for problem in problems]) == ([], ["2 pages have no text layer: 1, 2"])


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("folder", TEXT_SAMPLES)
def test_the_samples_as_pages_say_the_same(tmp_path: Path, folder: str, columns: int) -> None:
    texts, made = [], []
    for sample in sorted((SAMPLES / folder).iterdir()):
        body = sample.read_text(encoding="utf-8").rpartition("---\n")[2]  # front matter is not printed
        texts.append(tmp_path / sample.name)
        made.append(tmp_path / f"{sample.stem}.pdf")
        assert figure_lines(article(made[-1], pages(body, columns, lines=24))) == figure_lines(
            article(texts[-1], body.encode())
        )
    assert findings(made) == findings(texts)


def test_a_blank_between_latin_words_stays_where_their_boxes_touch() -> None:
    letters = [Glyph(char, 5.0 * n, 0, 5.0 * n + 10, 10) for n, char in enumerate("of the 2 3 所 校")]
    assert [row.text for row in rows(letters)] == ["of the 23所校"]


def boxes(text: str, left: float, top: float, upright: bool = False) -> list[Glyph]:
    """Characters of ten points, in a line or below each other."""
    steps = [(0.0, 10.0 * n) if upright else (10.0 * n, 0.0) for n in range(len(text))]
    return [Glyph(c, left + x, top - y - 10, left + x + 10, top - y) for c, (x, y) in zip(text, steps, strict=True)]


@pytest.mark.parametrize(
    ("glyphs", "read"),
    [
        (
            boxes("左一", 0, 100) + boxes("右一", 40, 100) + boxes("左二", 0, 85) + boxes("右二", 40, 85),
            "左一 左二 右一 右二",
        ),
        (boxes("左栏", 0, 50) + boxes("横跨两栏的题", 0, 100) + boxes("右栏", 40, 50), "横跨两栏的题 左栏 右栏"),
        (boxes("后半", 20, 100) + boxes("前半", 0, 100), "前半后半"),
        (boxes("竖排题", 100, 100, upright=True) + boxes("正文在左边这里", 0, 100), "正文在左边这里 竖排题"),
        ([], ""),
    ],
)
def test_the_order_of_lines(glyphs: list[Glyph], read: str) -> None:
    assert " ".join(row.text for row in in_order(rows(glyphs))) == read


def laid(*lines: str, step: int = 18) -> list[Glyph]:
    """Lines below each other; `/` stands between cells, which begin 120 points apart."""
    return [
        glyph
        for number, line in enumerate(lines)
        for column, cell in enumerate(line.split("/"))
        for glyph in boxes(cell, 120.0 * column, 500.0 - step * number)
    ]


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (("县区/产量", "临江县/12.6", "平湖县/8.1"), ["县区", "产量", "临江县", "12.6", "平湖县", "8.1"]),
        (("各县产量", "县区/产量", "临江县/12.6", "平湖县/—"), []),
        (
            ("各县产量", "县区/产量", "临江县/12.6", "平湖县/8.1%", "完"),
            ["县区", "产量", "临江县", "12.6", "平湖县", "8.1%"],
        ),
        (("指标/2023年/2024年", "产量/11.9/12.6"), ["指标", "2023年", "2024年", "产量", "11.9", "12.6"]),
        (("全市有学校/医院还有", "126所。/8家，其"), []),
        (("左栏一/右栏一", "左栏二/右栏二", "左栏三/12"), []),
        (("县区/产量",), []),
    ],
)
def test_lines_of_short_cells_with_numbers_are_a_table(lines: tuple[str, ...], cells: list[str]) -> None:
    assert [row.text for row in in_order(rows(laid(*lines))) if row.cell] == cells


def test_a_cell_may_take_up_several_lines() -> None:
    glyphs = laid("县区/产量", "临江县/12.6", "平湖县/8.1", step=30) + boxes("（万吨）", 120, 488)
    made = in_order(rows(glyphs))
    assert [(row.text, row.cell) for row in made][:4] == [
        ("县区", (1, 1)),
        ("产量", (1, 2)),
        ("（万吨）", (1, 2)),
        ("临江县", (2, 1)),
    ]


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", b"", b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 100_000])
def test_damaged_files_are_one_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UserError, match="damaged"):
        loaded(tmp_path / "a.pdf", data)


def test_protected_files_are_told_apart(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 100, "126")
    canvas.save()
    with pytest.raises(UserError, match="password"):
        loaded(tmp_path / "a.pdf")


def test_the_date_in_the_head_of_a_page_is_that_of_publication(tmp_path: Path) -> None:
    read = article(tmp_path / "a.pdf", pages(STORY, head="某地日报 2025年10月31日 星期五"))
    assert "星期五" not in read.text
    assert (str(read.published), read.published_from) == ("2025-10-31", "document")


@pytest.mark.parametrize("side", [float("nan"), float("inf"), -1e30])
def test_a_character_whose_box_is_no_number_is_left_out(side: float) -> None:
    glyphs = [Glyph("甲", 10, 700, 22, 712, 12), Glyph("乙", side, 700, 34, 712, 12)]
    assert ["".join(run.text for run in row.runs) if hasattr(row, "runs") else row.text for row in rows(glyphs)] == [
        "甲"
    ]
