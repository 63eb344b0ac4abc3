"""Files made to do harm: each is one line, soon, and the rest goes on."""

from __future__ import annotations

import io
import os
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

from click.testing import CliRunner

from figcheck import read
from figcheck.cli import cli
from figcheck.errors import UserError
from figcheck.read.formats import documents
from figcheck.read.job import Job

GOOD = "全市有学校126所。"
SECONDS = 30
"""For all of them together, on a slow machine; what hangs takes minutes."""


def archive(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


PDF_LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 999999>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
    b"4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 4>>stream\n/X Do\n"
    b"endstream endobj\ntrailer<</Root 1 0 R>>"
)


def pdf(content: bytes = b"", objects: int = 0) -> bytes:
    """A page of this content, with so many objects that nothing needs."""
    packed = zlib.compress(content)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    made = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *[b"<<>>"] * objects,
    ]
    numbered = b"".join(b"%d 0 obj%b endobj\n" % (number, one) for number, one in enumerate(made, start=1))
    return b"%PDF-1.4\n" + numbered + b"trailer<</Root 1 0 R>>"


def scattered(count: int) -> bytes:
    """Text of single characters strewn over a page."""
    strewn = (b"1 0 0 1 %d %d Tm (1) Tj" % (n * 7919 % 590, n * 104729 % 830) for n in range(count))
    return b"BT /F 1 Tf " + b" ".join(strewn) + b" ET"


HARMFUL: dict[str, bytes] = {
    "deep.html": b"<div>" * 200_000,
    "deep.json": b"[" * 1_000_000,
    "deep.docx": archive(**{"word/document.xml": b"<a>" * 100_000}),
    "bomb.zip": archive(**{f"{n}.txt": b"0" * 30_000_000 for n in range(7)}),
    "loop.pdf": PDF_LOOP,
    "objects.pdf": pdf(objects=1_000_000),
    "drawings.pdf": pdf(b"0 0 1 1 re f\n" * 1_000_000),
    "bomb.pdf": pdf(b" " * 100_000_000),
    "scattered.pdf": pdf(scattered(150_000)),
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
            documents(text.encode(), Job(f"a{suffix}"), suffix)
    assert time.monotonic() - begun < SECONDS


def test_a_page_of_characters_without_lines_is_read_in_time() -> None:
    begun = time.monotonic()
    documents(pdf(scattered(20_000)), Job("a.pdf"), ".pdf")
    assert time.monotonic() - begun < SECONDS


def test_a_name_in_an_archive_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive(**{"a\x1b[31m\nb.txt": b"\0\1\2"}))
    said = CliRunner().invoke(cli, ["run", str(tmp_path)]).stderr
    assert "\x1b" not in said
    assert said.count("\n") == 1


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.txt").write_bytes(b"\0\1\2")
    said = CliRunner().invoke(cli, ["run", str(tmp_path)]).stderr
    assert "\x1b" not in said
    assert said.count("\n") == 1
