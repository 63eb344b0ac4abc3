"""What the layout of a page does to sentences, and how it is mended. Every character keeps its place in the file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.model import Article, Role
from figcheck.read import article_from_text, cleaning, lines


def blocks(text: str) -> list[str]:
    article = article_from_text(text, "a.txt")
    return [article.text[b.start : b.end] for story in article.stories for b in story.blocks]


def roles(text: str) -> list[Role]:
    return [b.role for story in article_from_text(text, "a.txt").stories for b in story.blocks]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("全市接诊１２．５万人次，占４５％。", "全市接诊12.5万人次，占45%。"),
        ("总 投 资 １９８．５２ 亿 元 。", "总投资198.52亿元。"),
        ("2024 年 9 月，新馆开放。", "2024年9月，新馆开放。"),
        ("三次产业结构为8.8：50.4：40. 8。", "三次产业结构为8.8：50.4：40.8。"),
        ("全国人口[5]140967万人。", "全国人口140967万人。"),
        ("全市学校①126所。", "全市学校126所。"),
        ("增长5.2%[1]，人均12万元①。", "增长5.2%，人均12万元。"),
        ("学校126所¹，医院8家*。", "学校126所，医院8家。"),
        ("面积5km²，另有3千米²。", "面积5km²，另有3千米²。"),
        ("面积5*3米。", "面积5*3米。"),
        ("第一①新建学校；", "第一新建学校；"),
        ("零\u200b宽\u00ad字符\ufeff不留。", "零宽字符不留。"),
        ("颜色\x1b[31m代码\x1b[0m不留。", "颜色代码不留。"),
        ("Yao Ming was 2.29 m tall. He retired.", "Yao Ming was 2.29 m tall. He retired."),
    ],
)
def test_characters_are_mended(written: str, read: str) -> None:
    assert blocks(written) == [read]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("球队本赛季主场保持不败。全队连续3\n\n\n年获得公平竞赛奖，创下纪录。", 1),
        ("医院今年推出多项便民措施，门诊流程更顺。每年\n\n新增的外地患者中，三成来自周边县市。", 1),
        ("市图书馆今天开放。\n\n新馆有阅览座位1200个。", 2),
        ("客流 高于去年\n\n地铁6号线日均客流45万人次。", 2),
    ],
)
def test_sentences_broken_by_blank_lines_are_joined(written: str, read: int) -> None:
    assert len(blocks(written)) == read


def test_narrow_columns_become_paragraphs() -> None:
    column = (
        "　　清晨六点的市场里，菜农老张已经",
        "摆好了摊位。他家的三亩大棚每天能摘",
        "四百斤黄瓜，直接送到城里的超市，一",
        "年下来收入比过去翻了一番。",
    )
    assert blocks("\n".join(column)) == ["".join(column).strip()]


def test_a_caption_inside_a_sentence_is_stepped_over() -> None:
    sentence = ("新校区今年秋季启用，全校学生增加到四千二百人，其中", "住校生超过一半，食堂同时供应六百人就餐。")
    text = "\n\n学生在新校区上课。 李明 摄\n\n".join(sentence)
    assert blocks(text)[0].startswith("新校区今年秋季启用，全校学生增加到四千二百人，其中住校生超过一半")
    assert Role.CAPTION in roles(text)


def test_rows_of_a_box_are_not_glued() -> None:
    first = "轨道交通里程\n2019年 168.5公里\n\n2024年 312.4公里\n\n"
    text = f"五年成就\n\n{first}结构比\n2019年 9.5:40.8:49.7\n2024年 8.1:38.2:53.7\n"
    assert "49.72024年" not in article_from_text(text, "a.txt").text
    assert "2024年312.4公里" in blocks(text)
    assert roles(text).count(Role.TABLE) == 6


@pytest.mark.parametrize("kind", ["byline", "dateline", "caption"])
def test_lines_are_told_apart_by_their_words(kind: str) -> None:
    examples = lines.words()["examples"][kind]

    def told(text: str) -> bool:
        if kind == "dateline":
            return lines.dateline(text) is not None
        (line,) = lines.lines(text, 0)
        return line.role.value == kind

    assert [text for text in examples["match"] if not told(text)] == []
    assert [text for text in examples["no_match"] if told(text)] == []


ALPHABET = st.sampled_from(
    [*"郴州市2０１5年增长.，。：；、“”（）[]①%％ 　\t\r\n#*|-\x1b[31m\u200b\ufeff", "\r\n", "\n\n", "讯", "记者"]
)


@given(st.lists(ALPHABET, max_size=80).map("".join))
def test_every_character_knows_where_it_stood(original: str) -> None:
    article = article_from_text(original, "a.txt")
    assert len(article.offsets) == len(article.text)
    for char, offset in zip(article.text, article.offsets, strict=True):
        stood = article.original[offset]
        clauses = char == "\u3000" and stood.isspace()  # between those of a headline
        assert clauses or char in (stood, stood.translate(cleaning._FOLD), "\n")


@given(st.lists(ALPHABET, max_size=80).map("".join))
def test_stories_and_blocks_cover_the_text_in_order(original: str) -> None:
    article = article_from_text(original, "a.txt")
    spans = [(b.start, b.end) for story in article.stories for b in story.blocks]
    assert spans == sorted(spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    assert "".join(article.text[a:b] for a, b in spans) == article.text.replace("\n", "")


@given(st.lists(st.sampled_from("全市完成投资12亿元，增长5%"), min_size=1, max_size=60).map("".join))
def test_clean_text_stays_as_it_is(sentence: str) -> None:
    text = f"今{sentence}。"
    assert article_from_text(text, "a.txt").text == text


def test_hostile_lines_take_no_long_time() -> None:
    for piece in ("“", "（", "[1]", "① ", "1 ", "郴 ", "记者 ", "\x1b["):
        assert isinstance(article_from_text(piece * 20000, "a.txt"), Article)


def test_words_of_layout_have_examples() -> None:
    assert set(lines.words()["examples"]) == {"byline", "dateline", "caption"}


@pytest.mark.parametrize(
    ("wrapped", "read"),
    [
        (
            "The ferry line opened its fourth pier in the Upper\nHarbour on Friday, and 40 boats took part.\n",
            "The ferry line opened its fourth pier in the Upper Harbour on Friday, and 40 boats took part.",
        ),
        (
            "The wait, which had been more than 15\nto 45 days long, is over, and the club paid\n$5 million (€4.6m)",
            "The wait, which had been more than 15 to 45 days long, is over, and the club paid $5 million (€4.6m)",
        ),
        ("Sales rose 5%\nProfits fell 6%", "Sales rose 5%\nProfits fell 6%"),
        ("Storm leaves the coast\nTown counts its losses", "Storm leaves the coast\nTown counts its losses"),
    ],
)  # fmt: skip
def test_lines_of_english(wrapped: str, read: str) -> None:
    assert article_from_text(wrapped, "a.txt").text.strip() == read
