"""Fixtures that several test files share. Property tests have no deadline: a slow machine is no defect."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from newsroom import Newsroom

from figcheck import barrier
from figcheck.model import Problem

settings.register_profile("figcheck", deadline=None)
settings.load_profile("figcheck")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache of who runs it."""
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True)
def _loud(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails behind a barrier fails its test, unless the test is about barriers."""

    def raised(where: str, doing: str, error: Exception) -> Problem:
        raise AssertionError(f"{where}: {doing} failed") from error

    if "behind_barriers" not in request.keywords:
        monkeypatch.setattr(barrier, "bug", raised)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """An empty project, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)
