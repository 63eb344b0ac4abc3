"""Articles as data, and archives of articles."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from inputs import article, loaded, places

from figcheck.errors import UserError

BODY = "全市有学校126所。\n全市有医院8家。"
PLAIN = {"title": "学校一年增加", "date": "2025-10-31", "body": BODY, "place": "长沙", "source": "某通讯社"}
ABOUT = {"located": "长沙", "provider": "某通讯社"}
NINJS = {
    "uri": "urn:example:1",
    "headlines": [{"role": "main", "value": "学校一年增加"}],
    "versioncreated": "2025-10-31T08:00:00+08:00",
    "located": "长沙",
    "bodies": [{"role": "main", "contentType": "text/plain", "value": BODY}],
    "provider": {"name": "某通讯社"},
}


def dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "item",
    [
        PLAIN,
        {"headline": "学校一年增加", "firstcreated": "20251031", "body_text": BODY, **ABOUT},
        PLAIN | {"body": f"<p>{BODY.replace(chr(10), '</p><p>')}</p>"},
        NINJS,
    ],
    ids=["plain", "ninjs 1", "HTML", "ninjs 2"],
)  # fmt: skip
def test_an_article_and_what_is_said_about_it(tmp_path: Path, item: dict[str, Any]) -> None:
    read = article(tmp_path / "a.json", dumped(item))
    assert read.text.endswith(BODY)
    about = (read.title, read.published, read.published_from, read.place, read.source)
    assert about == ("学校一年增加", date(2025, 10, 31), "document", "长沙", "某通讯社")
    assert places(read)["8家"] == "第2段"


@pytest.mark.parametrize(
    "data",
    [
        dumped([{"body": "有126所。"}, {"body": "有8家。"}]),
        dumped({"articles": [{"body": "有126所。"}, {"body": "有8家。"}]}),
        dumped({"body": "有126所。"}) + b"\n" + dumped({"body": "有8家。"}) + b"\n",
    ],
    ids=["list", "object", "lines"],
)
def test_many_articles_in_one_file(tmp_path: Path, data: bytes) -> None:
    found, problems = loaded(tmp_path / "a.json", data)
    assert [(Path(one.path).name, one.text) for one in found] == [("a.json#1", "有126所。"), ("a.json#2", "有8家。")]
    assert problems == []


def test_halves_of_characters_do_no_harm(tmp_path: Path) -> None:
    assert article(tmp_path / "a.json", b'{"body": "\\ud83d126"}').text == "\ufffd126"


def test_an_item_without_text_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    found, (problem,) = loaded(tmp_path / "a.jsonl", dumped({"body": "有126所。"}) + b"\n" + dumped({"id": 2}))
    assert [one.text for one in found] == ["有126所。"]
    assert problem.path.endswith("a.jsonl#2")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"body": ', "is no JSON"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"name": "x"}', "holds no article"),
        (dumped({"body": [[[[[["x"]]]]]]}), "holds no article"),
        (dumped([{"body": "x"}] * 10_001), "holds more than 10,000 articles"),
        (b'{"body": "x"}\n{"body": \n', "is no JSON"),
    ],
)
def test_what_is_no_feed_is_one_line(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(UserError) as refused:
        loaded(tmp_path / "a.json", data)
    assert refused.value.what == what


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    text = "有126所。".encode()
    files = {"稿件/b.txt": text, "a.md": text, "c.png": b"\x89PNG", ".hidden.txt": text, "__MACOSX/a.md": text}
    found, problems = loaded(tmp_path / "a.zip", packed(files))
    assert [Path(one.path).relative_to(tmp_path).as_posix() for one in found] == ["a.zip/a.md", "a.zip/稿件/b.txt"]
    assert problems == []


def test_one_bad_file_of_an_archive_does_not_end_the_others(tmp_path: Path) -> None:
    files = {"a.txt": "有126所。".encode(), "b.json": b"{", "c.docx": b"PK"}
    found, problems = loaded(tmp_path / "a.zip", packed(files))
    assert [Path(one.path).name for one in found] == ["a.txt"]
    assert [problem.problem for problem in problems] == ["is no JSON", "is damaged, or not what its name says"]


def test_an_archive_in_an_archive_is_left_closed_and_told(tmp_path: Path) -> None:
    found, problems = loaded(tmp_path / "a.zip", packed({"inner.zip": packed({"a.txt": b"1"})}))
    assert (found, [problem.problem for problem in problems]) == ([], ["is an archive within an archive"])


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04", "is damaged, or not what its name says"),
        (packed({"a.png": b"1"}), "holds no article"),
        (packed({f"{n}.txt": b"" for n in range(5001)}), "holds more than 5,000 files"),
        (packed({"a.txt": b"0" * 200_000_001}), "unpacks to more than 200 MB"),
    ],
    ids=["damaged", "no article", "too many", "bomb"],
)
def test_archives_that_are_not_unpacked(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(UserError) as refused:
        loaded(tmp_path / "a.zip", data)
    assert refused.value.what == what


def test_names_written_by_windows(tmp_path: Path) -> None:
    data = packed({"XXXX.txt": "有126所。".encode()}).replace(b"XXXX", "稿件".encode("gb18030"))
    assert Path(loaded(tmp_path / "a.zip", data)[0][0].path).name == "稿件.txt"
