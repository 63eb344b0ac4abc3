"""Which files are read, in which encodings, and what is said of those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from figcheck import read
from figcheck.errors import UserError
from figcheck.read.encoding import decode
from figcheck.read.files import Source

TEXT = "全市共有学校126所，占全省的三成。"


def names(paths: list[str]) -> list[str]:
    return [source.path for source in read.find(paths).sources]


def test_folders_are_walked_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "e.xyz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [Path(path).name for path in names([str(tmp_path)])] == ["a.md", "b.txt", "c.txt"]


def test_a_file_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(TEXT, encoding="utf-8")
    assert names([str(page), str(tmp_path), str(tmp_path / "*.txt")]) == [str(page)]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(names([str(tmp_path)])) == 1


@pytest.mark.parametrize("missing", ["nowhere", "nowhere/*.txt"])
def test_a_path_without_a_file_is_a_problem(tmp_path: Path, missing: str) -> None:
    found = read.find([str(tmp_path / missing), "-"])
    assert [source.path for source in found.sources] == ["-"]
    assert [problem.problem for problem in found.problems] == ["no such file or folder"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.problem for problem in read.find([str(tmp_path)]).problems] == ["holds no article"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_recognised(encoding: str) -> None:
    text, taken = decode((TEXT * 3).encode(encoding), "a.txt")
    assert text == TEXT * 3
    assert taken == encoding.removesuffix("-sig")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (bytes(range(256)) * 8, "is not text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text"),
        (b"\xef\xbb\xbf\xff\xfe\xfd", "is broken as utf-8-sig at byte 0"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(UserError) as refused:
        decode(data, "a.txt")
    assert refused.value.what == what


def loaded(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    try:
        _, problems = read.load(Source(str(path)))
    except UserError as error:
        return error.what
    return problems[0].problem if problems else ""


def test_empty_and_enormous_files_are_refused(tmp_path: Path) -> None:
    assert loaded(tmp_path / "a.txt", b" \n\n") == "is empty"
    assert loaded(tmp_path / "b.txt", b"1" * 32_000_001) == "is larger than 32 MB"
    assert loaded(tmp_path / "c.txt", TEXT.encode()) == ""


def test_broken_front_matter_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(f"---\ntitle: [\n---\n{TEXT}", encoding="utf-8")
    (article,), problems = read.load(Source(str(page)))
    assert article.text == TEXT
    assert len(problems) == 1


def test_positions_count_in_the_file_with_windows_line_ends() -> None:
    article = read.article_from_text("第一行。\r\n\r\n全市共有学校126所。", "a.txt")
    at = article.text.index("126")
    assert article.original[article.offsets[at] :].startswith("126")
    assert "\r" not in article.text
