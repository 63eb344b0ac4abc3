"""What is installed is whole: the wheel holds every rule and word list, and finds them without the source beside it."""

from __future__ import annotations

import importlib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel, built from this source."""
    builders = pytest.importorskip("hatchling.builders.wheel")
    folder = tmp_path_factory.mktemp("wheel")
    (made,) = builders.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return ZipFile(made)


def test_every_rule_is_in_the_wheel(wheel: ZipFile) -> None:
    rules = {f"figcheck/rules/{path.name}" for path in (ROOT / "rules").glob("*.yaml")}
    assert rules
    assert rules <= set(wheel.namelist())


def test_every_file_of_the_package_is_in_the_wheel(wheel: ZipFile) -> None:
    source = ROOT / "src"
    files = {path.relative_to(source).as_posix() for path in (source / "figcheck").rglob("*") if path.is_file()}
    assert {name for name in files if "__pycache__" not in name} <= set(wheel.namelist())


def test_the_rules_of_an_installed_package_are_found(
    wheel: ZipFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel.extractall(tmp_path)
    figcheck = importlib.import_module("figcheck")
    monkeypatch.setattr(figcheck, "__file__", str(tmp_path / "figcheck" / "__init__.py"))
    rulebook = importlib.import_module("figcheck.rulebook")
    rules, problems = rulebook.load([rulebook.shipped_rules()])
    assert rulebook.shipped_rules() == tmp_path / "figcheck" / "rules"
    assert (len(rules), problems) == (len(list((ROOT / "rules").glob("*.yaml"))), [])
