"""What is written is there whole or as it was before, and several who write at once lose nothing of each other."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from newsroom import Newsroom

from figcheck import lock
from figcheck.errors import UserError
from figcheck.settle import book

A, B = "2023年{place}地区生产总值同比增长5.2%。\n", "2023年，{place}GDP同比增长5.3%。\n"
PLACES = ["湖南省", "湖北省", "河南省", "河北省", "山东省", "山西省", "广东省", "四川省"]
unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices by name")


@pytest.fixture
def room(newsroom: Newsroom) -> Newsroom:
    """Eight pairs of articles, each at odds."""
    for number, place in enumerate(PLACES):
        newsroom.write(**{f"a{number}": A.format(place=place), f"b{number}": B.format(place=place)})
    return newsroom


@contextmanager
def full_disk() -> Iterator[None]:
    """Files can hold but 100 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


# ------------------------------------------------------------------------------- reports


@unix
def test_a_full_disk_leaves_the_older_report(room: Newsroom) -> None:
    report = room.base / "out.html"
    room.call("run", "pages", "-o", "out.html", "--no-cache")
    before = report.read_bytes()
    with full_disk():
        code, _, err = room.call("run", "pages", "-o", "out.html", "--no-cache")
    assert (code, len(err.splitlines())) == (2, 1)
    assert err.startswith("figcheck: out.html: File too large")
    assert report.read_bytes() == before
    assert [path.name for path in room.base.glob(".out*")] == []


def test_a_report_keeps_the_permissions_of_the_older_one_and_links_stay(room: Newsroom) -> None:
    (room.base / "reports").mkdir()
    real, link = room.base / "reports" / "real.json", room.base / "link.json"
    real.write_text("older", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    room.call("run", "pages", "-o", "link.json")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("{")
    assert real.stat().st_mode & 0o777 == 0o640


@unix
def test_a_new_report_has_the_permissions_of_any_new_file(room: Newsroom) -> None:
    before = os.umask(0o027)
    try:
        room.call("run", "pages", "-o", "out.json")
    finally:
        os.umask(before)
    assert (room.base / "out.json").stat().st_mode & 0o777 == 0o640


@unix
def test_a_device_and_a_pipe_are_written_to_and_stay(room: Newsroom) -> None:
    assert room.call("run", "pages", "-o", "/dev/null")[0] == 1
    assert not Path("/dev/null").is_file()
    os.mkfifo(room.base / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((room.base / "pipe").read_text(encoding="utf-8")))
    reader.start()
    assert room.call("run", "pages", "-o", "json=pipe")[0] == 1
    reader.join(10)
    assert read[0].startswith("{")


@unix
def test_a_pipe_that_nobody_reads_is_one_line(room: Newsroom) -> None:
    os.mkfifo(room.base / "pipe")
    code, out, err = room.call("run", "pages", "-o", "json=pipe")
    assert (code, len(err.splitlines())) == (2, 1)
    assert err.startswith("figcheck: pipe: ")
    assert "【5.3%】" in out


# ------------------------------------------------------------------------------- articles


@unix
@pytest.mark.parametrize("name", ["pipe.txt", "/dev/null", "/dev/zero", "/dev/stdin"])
def test_a_pipe_or_a_device_by_name_is_one_line(room: Newsroom, name: str) -> None:
    os.mkfifo(room.base / "pipe.txt")
    code, out, err = room.call("run", name, "pages")
    assert code == 2
    assert err == f"figcheck: {name}: is a pipe or a device, and no file (give a file, or - for standard input)\n"
    assert "【5.3%】" in out


@unix
@pytest.mark.parametrize("option", ["--config", "--rules"])
def test_settings_and_rules_are_files_too(room: Newsroom, option: str) -> None:
    (room.base / "rules").mkdir()
    os.mkfifo(room.base / "rules" / "pipe.yaml")
    code, _, err = room.call("run", "pages", option, "rules/pipe.yaml" if option == "--config" else "rules")
    assert code == 2
    assert err.startswith("figcheck: rules/pipe.yaml: is a pipe or a device, and no file")
    assert len(err.splitlines()) == 1


def test_an_archive_within_an_archive_is_one_line(room: Newsroom) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("c.txt", "2023年湖南省地区生产总值同比增长5.9%。")
    with zipfile.ZipFile(room.base / "pages" / "outer.zip", "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("d.txt", "2023年湖南省地区生产总值同比增长5.8%。")
    code, out, err = room.call("run", "pages")
    assert code == 2
    assert err == "figcheck: pages/outer.zip/inner.zip: is an archive within an archive (unpack it first)\n"
    assert "5.8%" in out


# ------------------------------------------------------------------------------- several at once


def started(room: Newsroom, *argv: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "figcheck", *argv, "--lang", "en"]
    return subprocess.Popen(command, cwd=room.base, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def test_eight_who_accept_at_once_are_all_kept(room: Newsroom) -> None:
    room.call("run", "pages")
    running = [started(room, "accept", f"pages/a{n}.txt:1", "pages", "--reason", f"核实{n}") for n in range(8)]
    assert [process.communicate(timeout=120)[1] for process in running] == [""] * 8
    assert [process.returncode for process in running] == [0] * 8
    kept = book.load(room.base / "figcheck" / "decisions.yaml", reason_needed=True)
    assert sorted(decision.reason for decision in kept.decisions) == [f"核实{n}" for n in range(8)]
    assert room.call("run", "pages")[0] == 0


def test_what_was_decided_while_articles_were_read_is_kept(room: Newsroom) -> None:
    """Each command reads the files again before it writes them."""
    for n in range(4):
        room.call("accept", f"pages/a{n}.txt:1", "pages", "--reason", f"核实{n}")
    running = [
        started(room, "accept", "pages/a4.txt:1", "pages", "--reason", "核实4"),
        started(room, "decisions", "pages", "--prune"),
        started(room, "baseline", "write", "pages"),
        started(room, "why", "pages/a5.txt:1", "pages/a6.txt:1", "--unlink"),
        started(room, "why", "pages/a6.txt:1", "pages/a7.txt:1", "--unlink"),
    ]
    assert [process.communicate(timeout=120)[1] for process in running] == [""] * 5
    kept = book.load(room.base / "figcheck" / "decisions.yaml", reason_needed=True)
    assert len(kept.decisions) == 5
    assert (room.base / "figcheck" / "links.yaml").read_text(encoding="utf-8").count("- are: different") == 2


def test_one_who_does_not_let_go_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    path = tmp_path / "figcheck" / "decisions.yaml"
    with lock.alone(path), pytest.raises(UserError, match="is being written by another figcheck"), lock.alone(path):
        pass


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "figcheck").touch()
    with pytest.raises(UserError), lock.alone(tmp_path / "figcheck" / "decisions.yaml"):
        pass
