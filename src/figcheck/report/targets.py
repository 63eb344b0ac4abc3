"""Which reports go where: what `--format` and `--output` ask for together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from figcheck.errors import UserError
from figcheck.report import OUTPUTS
from figcheck.report.view import View

ENDINGS = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
}
"""Ending of a file → the format that `auto` takes for it."""

_ENCODINGS = {"csv": "utf-8-sig"}
"""Excel takes a table for UTF-8 only where it begins with the mark for it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A report that is asked for: its format, and the file it goes to or None for standard output."""

    form: str
    path: Path | None = None

    @property
    def encoding(self) -> str:
        """How the file is written."""
        return _ENCODINGS.get(self.form, "utf-8")

    def seen(self, view: View) -> View:
        """The view for it: files have no colours and hold every character."""
        return view if self.path is None else replace(view, color=False, encoding="utf-8")


def targets(form: str, outputs: Iterable[str], automatic: str) -> list[Target]:
    """The reports asked for, the main one first; `automatic` is what `auto` stands for on standard output.

    Raises UserError where two files are named for the main report, or a format that there is not.

    >>> targets("auto", ["sarif=out.sarif"], "plain")
    [Target(form='plain', path=None), Target(form='sarif', path=PosixPath('out.sarif'))]
    """
    named = [_named(output) for output in outputs]
    plain = [path for name, path in named if name is None]
    if len(plain) > 1:
        raise UserError(f"--output {plain[1]}", "the report already goes to another file", "write FORMAT=FILE")
    path = plain[0] if plain else None
    main = (automatic if path is None else _fitting(path)) if form == "auto" else form
    return [Target(main, path), *(Target(name, path) for name, path in named if name is not None)]


def _fitting(path: Path) -> str:
    return ENDINGS.get(path.suffix.lower(), "plain")


def _named(output: str) -> tuple[str | None, Path]:
    name, equals, path = output.partition("=")
    if equals and name in OUTPUTS and path:
        return name, Path(path)
    if equals and name.isalnum():
        known = ", ".join(OUTPUTS)
        raise UserError(f"--output {output}", "names no format and a file", f"formats: {known}; a file: ./{output}")
    return None, Path(output)
