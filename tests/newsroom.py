"""A newsroom's folder on disk, and figcheck run in it as its editors do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from figcheck.cli import status


class Newsroom:
    """A project folder with articles under `pages/`, in which commands run."""

    def __init__(self, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.base, self._capsys = base, capsys
        (base / "figcheck.yaml").touch()
        (base / "pages").mkdir()

    def write(self, **texts: str) -> None:
        """Articles by their names without `.txt`."""
        for name, text in texts.items():
            (self.base / "pages" / f"{name}.txt").write_text(text, encoding="utf-8")

    def call(self, *argv: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self._capsys.readouterr()
        code = status([*argv, "--lang", "en"])
        told = self._capsys.readouterr()
        return code, told.out, told.err

    def report(self, *options: str) -> Any:
        """What `figcheck run pages` says, as JSON."""
        return json.loads(self.call("run", "pages", "--format", "json", *options)[1])
