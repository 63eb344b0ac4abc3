"""Word documents read as an editor sees them: changes accepted, comments and hidden text left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from inputs import SAMPLES, TEXT_SAMPLES, article, figure_lines, findings, loaded, places

from figcheck.errors import UserError
from figcheck.lang.zh.tables import cells_of
from figcheck.model import Role

BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:txbxContent><w:p><w:r><w:t>图中的数字：全市有公园30个。</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>图中的数字：全市有公园30个。</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent>"
)


def word(*paragraphs: str) -> Any:
    """A document whose paragraphs hold these runs, in Word's own markup or as plain text."""
    made = docx.Document()
    for inner in paragraphs:
        runs = inner if inner.startswith("<") else run(inner)
        made.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    return made


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def saved(made: Any) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def text_of(tmp_path: Path, made: Any) -> str:
    return article(tmp_path / "a.docx", saved(made)).text


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        (run("全市有学校") + run("126") + run("所。"), "全市有学校126所。"),
        (
            run("全市有") + f"<w:del>{run('99', 'delText')}</w:del><w:ins>{run('126')}</w:ins>" + run("所。"),
            "全市有126所。",
        ),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>" + run("校。"), "新校。"),
        (run("有126所") + "<w:commentRangeStart/><w:r><w:commentReference/></w:r>" + run("。"), "有126所。"),
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>{run('有126所。')}", "有126所。"),
        (f"<w:hyperlink>{run('有126所')}</w:hyperlink>{run('。')}", "有126所。"),
        (f"<w:sdt><w:sdtContent>{run('有126所。')}</w:sdtContent></w:sdt>", "有126所。"),
        (run("PAGE", "instrText") + run("有126所。"), "有126所。"),
        ("<w:r><w:t>有1</w:t><w:softHyphen/><w:t>26所。</w:t></w:r>", "有126所。"),
        ("<w:r><w:t>有A</w:t><w:noBreakHyphen/><w:t>1楼。</w:t></w:r>", "有A-1楼。"),
    ],
)
def test_what_a_paragraph_says(tmp_path: Path, inner: str, read: str) -> None:
    assert text_of(tmp_path, word(inner)) == read


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    broken = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("全市有学")
    assert text_of(tmp_path, word(broken, "校126所。")) == "全市有学校126所。"


def test_a_text_box_is_read_once_behind_its_anchor(tmp_path: Path) -> None:
    made = word(f"<w:r><w:t>全市有学校126所。</w:t>{BOX}</w:r>", "全市有医院8家。")
    read = article(tmp_path / "a.docx", saved(made))
    assert read.text.split("\n") == ["全市有学校126所。", "图中的数字：全市有公园30个。", "全市有医院8家。"]
    assert places(read)["30个"] == "第2段（文本框）"


def test_headings_and_the_title_come_from_styles(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("全市经济运行情况。", 0)
    made.add_heading("一、总量超过2000亿元。", 2)
    made.add_paragraph("全市有学校126所。")
    read = article(tmp_path / "a.docx", saved(made))
    assert read.title == "全市经济运行情况。"
    roles = [block.role for story in read.stories for block in story.blocks]
    assert roles == [Role.HEADLINE, Role.HEADLINE, Role.LEAD]


def test_tables_are_told_row_by_row_and_point_at_their_cells(tmp_path: Path) -> None:
    made = word("2023年，长沙市常住人口1051万人。")
    table = made.add_table(2, 3)
    for row, words in enumerate([("城市", "常住人口（万人）", "同比增长（%）"), ("长沙市", "1050", "0.9")]):
        for cell, written in enumerate(words):
            table.cell(row, cell).text = written
    read = article(tmp_path / "a.docx", saved(made))
    assert [cell.says for cell in cells_of(read)] == ["长沙市常住人口1050万人。", "长沙市常住人口同比增长0.9%。"]
    assert places(read) == {"1051万人": "第1段", "1050": "表1第2行第2格", "0.9": "表1第2行第3格"}


def test_footnotes_stand_behind_the_text(tmp_path: Path) -> None:
    made = word("全市有学校126所。")
    note = f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p>{run('线')}</w:p></w:footnote>"
    note += f"<w:footnote w:id='1'><w:p>{run('不含民办学校12所。')}</w:p></w:footnote></w:footnotes>"
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        note.encode(),
    )
    made.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    read = article(tmp_path / "a.docx", saved(made))
    assert read.text.split("\n") == ["全市有学校126所。", "不含民办学校12所。"]
    assert places(read)["12所"] == "第2段（脚注）"


def as_word(path: Path) -> bytes:
    made = docx.Document()
    for line in path.read_text(encoding="utf-8").split("\n"):
        made.add_paragraph(line)
    return saved(made)


@pytest.mark.parametrize("folder", TEXT_SAMPLES)
def test_the_samples_as_word_say_the_same(tmp_path: Path, folder: str) -> None:
    texts = sorted((SAMPLES / folder).iterdir())
    made = [tmp_path / f"{text.stem}.docx" for text in texts]
    for text, copy in zip(texts, made, strict=True):
        assert figure_lines(article(copy, as_word(text))) == figure_lines(article(text))
    assert findings(made) == findings(texts)


def damaged(name: str, content: bytes) -> bytes:
    """A document with one part of it replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word("有126所。")))) as whole, zipfile.ZipFile(stream, "w") as broken:
        for member in whole.namelist():
            broken.writestr(member, content if member == name else whole.read(member), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


LAUGHS = b"<!DOCTYPE x [" + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 20) for n in range(1, 12)) + b"]>"
DEEP = f"<w:document {nsdecls('w')}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no archive",
        damaged("word/document.xml", b"<w:document"),
        damaged("word/document.xml", DEEP),
        damaged("word/document.xml", LAUGHS + b"<x>&a11;</x>"),
        damaged("[Content_Types].xml", b"<Types/>"),
    ],
    ids=["no archive", "broken XML", "deep", "entities", "no types"],
)
def test_hostile_documents_are_one_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UserError):
        loaded(tmp_path / "a.docx", data)
