"""Fixtures that several test files share. Property tests have no deadline: a slow machine is no defect."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from newsroom import Newsroom

settings.register_profile("figcheck", deadline=None)
settings.load_profile("figcheck")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache of who runs it."""
    monkeypatch.setenv("FIGCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """An empty project, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)
