"""Files that hold an original and its translation: each language is an article of its own, the second of the first."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import Newsroom

from figcheck import read
from figcheck.errors import UserError
from figcheck.model import Article
from figcheck.read import Source

PAIR = (
    ("河上有桥36座。", "There are 36 bridges across the river."),
    ("最老的建于1604年。", "The oldest dates from 1640."),
)


def tmx(rows: tuple[tuple[str, str], ...] = PAIR, head: str = "", first: str = "zh-CN") -> str:
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{a}</seg></tuv><tuv xml:lang="en-GB"><seg>{b}</seg></tuv></tu>'
        for a, b in rows
    )
    return f'<?xml version="1.0"?>{head}<tmx version="1.4"><header srclang="{first}"/><body>{units}</body></tmx>'


def xliff(version: str = "1.2") -> str:
    if version == "2.0":
        units = "".join(f"<unit><segment><source>{a}</source><target>{b}</target></segment></unit>" for a, b in PAIR)
        space = "urn:oasis:names:tc:xliff:document:2.0"
        return f'<xliff version="2.0" xmlns="{space}" srcLang="zh" trgLang="en"><file id="f">{units}</file></xliff>'
    units = "".join(f"<trans-unit id='u'><source>{a}</source><target>{b}</target></trans-unit>" for a, b in PAIR)
    head = '<file source-language="zh-Hans" target-language="en-US" original="a" datatype="plaintext">'
    return (
        f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{head}<body>{units}</body></file></xliff>'
    )


def csv(header: str = "原文,译文\n") -> str:
    return header + "".join(f'"{a}","{b}"\n' for a, b in PAIR)


def articles(folder: Path, name: str, content: str) -> list[Article]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return read.load(Source(str(path)))[0]


FILES = {"m.tmx": tmx(), "j.xlf": xliff(), "j.xliff": xliff("2.0"), "t.csv": csv(), "bare.csv": csv("")}


@pytest.mark.parametrize("name", FILES)
def test_each_language_is_an_article(name: str, tmp_path: Path) -> None:
    one, other = articles(tmp_path, name, FILES[name])
    assert (one.path, other.path) == (f"{tmp_path / name}#zh", f"{tmp_path / name}#en")
    assert (one.lang, other.lang) == ("zh", "en")
    assert other.translation_of == f"{name}#zh"
    assert one.translation_of is None
    assert [line for line in one.text.splitlines() if "座" in line or "建" in line] == [zh for zh, _ in PAIR]
    assert [line for line in other.text.splitlines() if "the river" in line or "dates" in line] == [
        en for _, en in PAIR
    ]


@pytest.mark.parametrize("name", FILES)
def test_they_are_held_against_each_other(name: str, newsroom: Newsroom) -> None:
    (newsroom.base / "pages" / name).write_text(FILES[name], encoding="utf-8")
    code, out, _ = newsroom.call("run", f"pages/{name}", "--format", "plain")
    assert code == 1
    assert out.count("translation-time") == 1
    assert "Found 1 error." in out


def test_formatting_within_a_segment_is_no_text(tmp_path: Path) -> None:
    row = ('河上有<bpt i="1">&lt;b 12&gt;</bpt>桥<ept i="1"/>36座。', "There are <hi>36</hi> bridges<ph>17</ph>.")
    one, other = articles(tmp_path, "m.tmx", tmx((row,)))
    assert (one.text, other.text) == ("河上有桥36座。", "There are 36 bridges.")


def test_the_source_language_comes_first(tmp_path: Path) -> None:
    assert [one.lang for one in articles(tmp_path, "m.tmx", tmx(first="en-GB"))] == ["en", "zh"]


def test_a_place_is_that_of_its_cell(newsroom: Newsroom) -> None:
    (newsroom.base / "pages" / "t.csv").write_text(csv(), encoding="utf-8")
    out = newsroom.call("run", "pages/t.csv", "--format", "plain")[1]
    assert "t.csv#zh:3:7 row 3, cell 1" in out
    assert "row 3, cell 2" in out


TABLES = {
    "numbers": "城市,人口,面积\n甲市,120万,300平方公里\n乙市,98万,410平方公里\n",
    "names in two languages": "城市,City,人口\n长沙,Changsha,1050\n郴州,Chenzhou,466\n永州,Yongzhou,516\n",
    "one language": "旧文,新文\n桥长36米。,桥长38米。\n路宽8米。,路宽9米。\n",
}


@pytest.mark.parametrize("content", TABLES.values(), ids=TABLES)
def test_any_other_table_stays_a_table(content: str, tmp_path: Path) -> None:
    (one,) = articles(tmp_path, "t.csv", content)
    assert one.translation_of is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<tmx><body>", "is no XML that can be read"),
        (tmx(head='<!DOCTYPE tmx [<!ENTITY a "aaaa">]>'), "defines entities of its own"),
        ("<tmx version='1.4'><header/><body/></tmx>", "holds no article"),
        ("<tmx>" + "<hi>" * 3000 + "</hi>" * 3000 + "</tmx>", "holds no article"),
    ],
)
def test_what_cannot_be_read_is_one_line(content: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=words):
        articles(tmp_path, "m.tmx", content)


def test_a_segment_nested_too_deeply_is_one_line(tmp_path: Path) -> None:
    row = ("<hi>" * 2000 + "36座" + "</hi>" * 2000, "There are 36.")
    with pytest.raises(UserError, match="nested deeper"):
        articles(tmp_path, "m.tmx", tmx((row,)))
