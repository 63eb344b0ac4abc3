"""Encodings are told apart by what is everyday Chinese in them; Traditional is read as Simplified, in its place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import SAMPLES, TEXT_SAMPLES, article, figure_lines, findings
from opencc import OpenCC

from figcheck import read
from figcheck.errors import UserError
from figcheck.read import Inputs, chinese
from figcheck.read.document import Document
from figcheck.read.encoding import decode
from figcheck.read.files import Source
from figcheck.read.hant import simplified

TRADITIONAL = OpenCC("s2tw")
ENCODINGS = ["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "big5hkscs"])
@pytest.mark.parametrize("text", ["全市有學校126所。", "2023年，進口總額786.3億元。"])
def test_a_sentence_in_traditional_characters_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt")[0] == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", ["全市有学校126所。", "2023年，进口总额786.3亿元。"])
def test_a_sentence_in_simplified_characters_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt")[0] == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_sentence_in_latin_letters_is_enough(encoding: str) -> None:
    text = "The city’s 126 schools\nopened on Monday.\n"
    assert decode(text.encode(encoding), "a.txt") == (text, encoding)


def test_an_encoding_that_is_named_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("größer".encode("cp1252"))
    (found,), _ = read.load(Source(str(tmp_path / "a.txt")), Inputs(encoding="windows-1252"))
    assert (found.text, found.encoding) == ("größer", "cp1252")


def test_an_encoding_that_does_not_fit_is_one_line() -> None:
    with pytest.raises(UserError, match="is broken as ascii at byte 0"):
        decode("全市".encode(), "a.txt", "ascii")


def test_an_encoding_that_does_not_exist_is_one_line() -> None:
    with pytest.raises(UserError, match="no encoding is called 'gbk2'"):
        Inputs(encoding="gbk2")


@given(st.text(max_size=200))
def test_every_character_stays_where_it_was(text: str) -> None:
    assert len(simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("佔全省的九成，達150億元，減少3所", "占全省的九成，达150亿元，减少3所"),
        ("他說：「今年有『百所』學校。」", "他说：“今年有‘百所’学校。”"),
    ],
)
def test_traditional_as_simplified(text: str, read_as: str) -> None:
    assert simplified(text) == read_as


def test_a_quoted_name_does_not_make_a_text_traditional() -> None:
    assert not chinese.is_traditional(
        "他在香港的書店裡买了126本书，其中《萬曆十五年》卖得最好，店员说每个月都要添货。" + "书店不大。" * 20
    )


def test_without_the_converter_the_text_is_read_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "figcheck.read.hant")
    monkeypatch.delattr(read, "hant")
    monkeypatch.setitem(sys.modules, "opencc", None)
    document = chinese.in_simplified(Document("全市有學校126所，佔全省的三成。"), "a.txt")
    assert document.read == document.text
    assert [problem.hint for problem in document.problems] == ["pip install 'figcheck[hant]'"]


def test_scripts_contradict_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2023年，长沙市进口总额786亿元。", encoding="gb18030")
    (tmp_path / "b.txt").write_text("2023年，長沙市進口總額768億元。", encoding="big5")
    found = findings([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [(rule, figures) for rule, _, figures in found] == [("same-figure", ("768亿元", "786亿元"))]


def test_figures_are_quoted_as_they_are_written(tmp_path: Path) -> None:
    found = article(tmp_path / "a.txt", "全市佔地面積3億畝。".encode("big5"))
    start = found.text.index("3亿亩")
    assert "".join(found.original[offset] for offset in found.offsets[start : start + 3]) == "3億畝"


def rewritten(folder: str, tmp_path: Path, traditional: bool, encoding: str) -> tuple[list[Path], list[Path]]:
    texts = sorted((SAMPLES / folder).iterdir())
    for text in texts:
        words = text.read_text(encoding="utf-8")
        (tmp_path / text.name).write_bytes((TRADITIONAL.convert(words) if traditional else words).encode(encoding))
    return texts, [tmp_path / text.name for text in texts]


@pytest.mark.parametrize(("traditional", "encoding"), [(False, "gb18030"), (True, "big5hkscs"), (True, "utf-16-le")])
@pytest.mark.parametrize("folder", TEXT_SAMPLES)
def test_the_samples_say_the_same(tmp_path: Path, folder: str, traditional: bool, encoding: str) -> None:
    texts, made = rewritten(folder, tmp_path, traditional, encoding)
    for text, copy in zip(texts, made, strict=True):
        assert figure_lines(article(copy)) == figure_lines(article(text))
    assert findings(made) == findings(texts)
