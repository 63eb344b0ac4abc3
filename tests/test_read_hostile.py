"""Files made to do harm: each is one line, soon, and the rest goes on."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfs import pages

from figcheck import read
from figcheck.cli import cli
from figcheck.errors import UserError
from figcheck.read.formats import documents

GOOD = "全市有学校126所。"
SECONDS = 15
"""For all of them together, on a slow machine; what hangs takes minutes."""


def archive(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


def word() -> bytes:
    stream = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(GOOD)
    made.add_table(2, 2).cell(1, 1).text = "126"
    made.save(stream)
    return stream.getvalue()


PDF_LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 999999>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
    b"4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 4>>stream\n/X Do\n"
    b"endstream endobj\ntrailer<</Root 1 0 R>>"
)

HARMFUL: dict[str, bytes] = {
    "deep.html": b"<div>" * 200_000,
    "deep.json": b"[" * 1_000_000,
    "deep.docx": archive(**{"word/document.xml": b"<a>" * 100_000}),
    "bomb.zip": archive(**{f"{n}.txt": b"0" * 30_000_000 for n in range(7)}),
    "loop.pdf": PDF_LOOP,
    "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 4000,
    "noise.docx": b"PK\x03\x04" + bytes(range(256)) * 4000,
    "noise.txt": bytes(range(256)) * 4000,
    "cells.csv": b"1," * 1_000_000,
    "quote.csv": b'a,b\n"' + b"1" * 1_000_000,
    "wide.txt": b"\xff\xfe" + b"\x00\xd8" * 1000,
    "long.txt": b"1" * 2_000_001,
    "empty.html": b"",
}


def test_each_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, data in HARMFUL.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "endless.txt").open("wb") as sparse:
        sparse.truncate(3_000_000_000)
    os.mkfifo(tmp_path / "pipe.txt")
    begun = time.monotonic()
    articles, problems, skipped = read.all_under([str(tmp_path)])
    assert time.monotonic() - begun < SECONDS
    assert [Path(one.path).name for one in articles] == ["good.txt"]
    told = {Path(problem.path.partition("#")[0]).name for problem in [*problems, *skipped]}
    assert told == {*HARMFUL, "endless.txt", "pipe.txt"}
    assert all("\n" not in str(UserError(one.path, one.problem, one.hint)) for one in problems)


def test_what_only_looks_bad_is_read_in_time() -> None:
    begun = time.monotonic()
    for suffix, text in (
        (".md", "[" * 100_000),
        (".md", "`" * 100_000),
        (".md", "<!--" * 50_000),
        (".md", "|-" * 100_000 + "\n" + "|-" * 100_000),
        (".md", "*a" * 100_000),
        (".html", "<p>" * 100_000),
        (".html", "<a " * 100_000),
        (".csv", "\n" * 200_000 + "a,b\n1,2"),
    ):
        with suppress(UserError):
            documents(text.encode(), f"a{suffix}", suffix)
    assert time.monotonic() - begun < SECONDS


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.txt").write_bytes(b"\0\1\2")
    said = CliRunner().invoke(cli, ["run", str(tmp_path)]).stderr
    assert "\x1b" not in said
    assert said.count("\n") == 1


SEEDS: dict[str, Callable[[], bytes]] = {
    ".docx": word,
    ".pdf": lambda: pages(GOOD * 20, 2, lines=8),
    ".html": lambda: f"<title>x</title><table><tr><td>年份<td>数<tr><td>2023<td>5</table><p>{GOOD}".encode(),
    ".md": lambda: f"| 城市 | 学校 |\n|--|--|\n| 长沙 | 126 |\n\n[{GOOD}](x) `y`".encode(),
    ".csv": lambda: '城市,"学校（所）"\n长沙市,"1,26"\n'.encode(),
    ".json": lambda: f'[{{"title": "x", "body": "{GOOD}"}}, {{"body": "<p>{GOOD}</p>"}}]'.encode(),
    ".zip": lambda: archive(**{"a.txt": GOOD.encode(), "b.csv": b"a,b\n1,2"}),
    ".txt": lambda: f"---\ndate: 2025-10-31\n---\n{GOOD}".encode("gb18030"),
}


CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 8), st.binary(max_size=8)), min_size=1, max_size=6)
"""Where in the file, how many bytes are taken out, and what is put in."""


def changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    made = bytearray(data)
    for where, out, put in changes:
        at = int(where * len(made))
        made[at : at + out] = put
    return bytes(made)


@pytest.mark.parametrize("suffix", SEEDS)
def test_a_file_that_was_changed_anywhere_is_read_or_refused(tmp_path: Path, suffix: str) -> None:
    path, seed = tmp_path / f"a{suffix}", SEEDS[suffix]()

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(CHANGES)
    def check(changes: list[tuple[float, int, bytes]]) -> None:
        path.write_bytes(changed(seed, changes))
        articles, problems, _ = read.all_under([str(path)])
        assert articles or problems
        assert all(0 <= offset < len(one.original) for one in articles for offset in one.offsets)

    check()
