"""Watching tells what is new and what is gone, and nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import Newsroom

from figcheck import pipeline, watch
from figcheck.model import Outcome

A, B = "2023年湖南省地区生产总值同比增长5.2%。\n", "2023年，湖南省GDP同比增长5.3%。\n"
C, D = "2021年湖北省GDP同比增长1.5%。\n", "2021年湖北省GDP同比增长1.6%。\n"


def test_what_appeared_and_what_is_gone(newsroom: Newsroom) -> None:
    edits = [{"c": C, "d": D}, {}, {"b": A}, {"b": B}]

    def saves() -> Iterator[object]:
        yield "watching"
        for edit in edits:
            newsroom.write(**edit)
            yield edit

    newsroom.write(a=A, b=B)
    seen = list(watch.rounds(lambda: pipeline.run(["pages"]), saves()))
    assert [(len(look.outcome.findings), len(look.gone)) for look in seen] == [(1, 0), (1, 0), (0, 0), (0, 1), (1, 0)]
    assert [look.is_quiet for look in seen] == [False, False, True, False, False]


def test_a_save_while_all_is_checked_is_not_missed(newsroom: Newsroom) -> None:
    def check() -> Outcome:
        made = pipeline.run(["pages"])
        if not made.findings:
            newsroom.write(b=B)  # somebody saves before the check is over
        return made

    newsroom.write(a=A, b=A)
    looks = watch.rounds(check, watch.saves(["pages"], newsroom.base / "figcheck"))
    assert [len(next(looks).outcome.findings) for _ in range(2)] == [0, 1]


def wait_for(told: Path, words: str) -> None:
    """Until the program has said so."""
    end = time.monotonic() + 30
    while words not in told.read_text(encoding="utf-8"):
        assert time.monotonic() < end, told.read_text(encoding="utf-8")
        time.sleep(0.05)


def test_saving_an_article_checks_it_again_and_ctrl_c_ends_it(newsroom: Newsroom) -> None:
    newsroom.write(a=A, b=A)
    told = newsroom.base / "told"
    with told.open("wb") as stream:
        command = [sys.executable, "-m", "figcheck", "watch", "pages", "--lang", "en"]
        running = subprocess.Popen(command, stdout=stream, stderr=stream, env={**os.environ, "PYTHONUTF8": "1"})
    try:
        wait_for(told, "Checked: 2 articles")
        newsroom.write(b=B)
        wait_for(told, "【5.3%】")
        newsroom.write(b=A)
        wait_for(told, "✓ Settled: same-figure")
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 0
    finally:
        running.kill()
    assert "Traceback" not in told.read_text(encoding="utf-8")


def test_without_watchfiles_it_says_what_to_install(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    newsroom.write(a=A)
    code, _, err = newsroom.call("watch", "pages")
    assert code == 2
    assert "pip install 'figcheck[watch]'" in err
