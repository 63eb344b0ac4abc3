"""Web pages: the article is read, what stands around it is not."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path

import pytest
from inputs import SAMPLES, TEXT_SAMPLES, article, figure_lines, findings, loaded, places

from figcheck.errors import UserError
from figcheck.lang.zh.tables import cells_of
from figcheck.model import Article

BODY = "<p>全市有学校126所。</p>"


def page(tmp_path: Path, body: str, head: str = "") -> Article:
    return article(tmp_path / "a.html", f"<!doctype html><head>{head}</head><body>{body}".encode())


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<p>全市有<b>学校</b><a href=x>126</a>所。</p>", "全市有学校126所。"),
        ("<p>全市有&nbsp;126&#x6240;。", "全市有126所。"),
        ("<p>有126所。<br>有8家。", "有126所。\n有8家。"),
        ("<div>有126所。<p>有8家。</p>有3个。</div>", "有126所。\n有8家。\n有3个。"),
        ("<p>有126所。<!-- 有8家。 --><script>有3个。</script><style>有9个</style>", "有126所。"),
        (f"<nav>共99条</nav>{BODY}<footer>共88条</footer>", "全市有学校126所。"),
        (f'<div class="top-nav">共99条</div>{BODY}<ul id=related><li>共88条</ul>', "全市有学校126所。"),
        (f'<div style="display: none">共99条</div>{BODY}<p hidden>共88条', "全市有学校126所。"),
        (f"<ul><li><a href=x>图说99天</a> <a href=y>另有88条</a></ul>{BODY}", "全市有学校126所。"),
        (f"<p>旁边有7条</p><article>{BODY}</article><p>旁边有5条", "全市有学校126所。"),
        (f"<article>{BODY}</article><article><p>有8家。</article>", "全市有学校126所。\n有8家。"),
        (f"{BODY}<ruby>郴<rt>chen</rt></ruby>州有8家。", "全市有学校126所。\n郴州有8家。"),
    ],
)
def test_what_a_page_says(tmp_path: Path, body: str, read: str) -> None:
    assert page(tmp_path, body).text == read


def test_captions_and_the_words_of_pictures_are_read_once(tmp_path: Path) -> None:
    figure = "<figure><img alt='展会第一天来了2000人'><figcaption>{}</figcaption></figure>"
    found = places(page(tmp_path, figure.format("展会吸引3000人。")))
    assert (found["2000人"], found["3000人"]) == ("第1段（图片说明）", "第2段（图注）")
    assert page(tmp_path, "<p>展会第一天来了2000人。<img alt='2000人'>").text == "展会第一天来了2000人。"


def test_tables_point_at_their_cells(tmp_path: Path) -> None:
    rows = (
        "<tr><th rowspan=2>年份<th colspan=2>地区生产总值<tr><th>总量（亿元）<th>增速（%）<tr><td>2023<td>2107.7<td>5.1"
    )
    read = page(tmp_path, f"<table><caption>郴州市主要指标</caption>{rows}</table>")
    assert [cell.says for cell in cells_of(read)] == [
        "2023年，地区生产总值2107.7亿元。",
        "2023年，地区生产总值增长5.1%。",
    ]
    assert places(read)["5.1"] == "表1第3行第3格"


def test_a_table_that_lays_out_a_page_is_read_as_text(tmp_path: Path) -> None:
    cell = "全市有学校126所。" * 20
    assert page(tmp_path, f"<table><tr><td>{cell}<td>有8家。</table>").text == f"{cell}\n有8家。"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-10-31T08:00:00+08:00">',
        "<meta name=PubDate content='2025年10月31日'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-10-31"}</script>',
        "<body><time datetime='2025-10-31'>上周五</time>",
    ],
)
def test_the_date_of_publication(tmp_path: Path, head: str) -> None:
    read = page(tmp_path, BODY, head)
    assert (read.published, read.published_from) == (date(2025, 10, 31), "document")


def test_title_and_source(tmp_path: Path) -> None:
    head = "<title>答卷_某日报</title><meta property=og:site_name content=某日报>"
    read = page(tmp_path, f"<h1>答卷</h1>{BODY}", head)
    assert (read.title, read.source) == ("答卷", "某日报")


@pytest.mark.parametrize(("said", "written"), [("gb2312", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")])
def test_the_encoding_that_a_page_names(tmp_path: Path, said: str, written: str) -> None:
    data = f"<meta charset={said}><p>全市有126所。".encode(written)
    assert article(tmp_path / "a.htm", data).text == "全市有126所。"


def as_page(path: Path) -> bytes:
    return "".join(f"<p>{escape(line)}</p>\n" for line in path.read_text(encoding="utf-8").split("\n")).encode()


@pytest.mark.parametrize("folder", TEXT_SAMPLES)
def test_the_samples_as_pages_say_the_same(tmp_path: Path, folder: str) -> None:
    texts = sorted((SAMPLES / folder).iterdir())
    made = [tmp_path / f"{text.stem}.html" for text in texts]
    for text, copy in zip(texts, made, strict=True):
        assert figure_lines(article(copy, as_page(text))) == figure_lines(article(text))
    assert findings(made) == findings(texts)


def test_a_page_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nested deeper"):
        loaded(tmp_path / "a.html", b"<div>" * 100_000 + BODY.encode())


@pytest.mark.parametrize("body", ["<p>" * 30_000, "<td>" * 30_000, "</div>" * 30_000, "<" * 30_000, "&" * 30_000])
def test_a_page_of_tags_without_ends_is_read(tmp_path: Path, body: str) -> None:
    assert page(tmp_path, f"{BODY}{body}").text.startswith("全市有学校126所。")
