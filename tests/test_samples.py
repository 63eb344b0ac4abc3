"""What `figcheck run` says of the samples, word for word. `FIGCHECK_GOLDEN=write pytest` accepts what it says now."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from figcheck.cli import cli

ROOT = Path(__file__).parent.parent
SETS = sorted(path.name for path in (ROOT / "samples").iterdir())


def report(name: str) -> tuple[str, int]:
    result = CliRunner().invoke(cli, ["run", f"samples/{name}", "--lang", "zh", "--format", "plain"])
    return result.stdout, result.exit_code


@pytest.mark.parametrize("name", SETS)
def test_the_report_of_a_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    golden = Path(__file__).parent / "golden" / "samples" / f"{name}.txt"
    said, _ = report(name)
    if os.environ.get("FIGCHECK_GOLDEN") == "write":
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
