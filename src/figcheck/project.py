"""Where a newsroom keeps what figcheck should remember: the folder `figcheck/` at the root of its articles."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from figcheck.errors import UserError

FOLDER = "figcheck"
MARKS = ("figcheck.yaml", "figcheck/decisions.yaml", "figcheck/baseline.yaml", "figcheck/links.yaml", ".git")
"""Any of these makes a folder the root."""


def root(start: Path | None = None) -> Path:
    """The nearest folder, from here upwards, that is a project's root; this one where there is none."""
    here = (start or Path.cwd()).absolute()
    return next((folder for folder in (here, *here.parents) if _is_root(folder)), here)


def _is_root(folder: Path) -> bool:
    return any((folder / mark).exists() for mark in MARKS)


def file(name: str, base: Path) -> Path:
    """A file of the project's memory, named for messages as short as it can be."""
    path = base / FOLDER / name
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def write(path: Path, text: str) -> None:
    """Write the whole file or leave the old one: never a half. Raises UserError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, text.encode("utf-8"))
    except OSError as error:
        raise UserError(str(path), error.strerror or str(error), "check the folder and its permissions") from None


def replace_bytes(path: Path, data: bytes) -> None:
    """Put the bytes in place in one step, so that several runs at once never see a half. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        made.chmod(0o644)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
