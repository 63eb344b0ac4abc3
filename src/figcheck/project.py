"""A newsroom's project: figcheck.yaml, and the folder `figcheck/` with its own rules and with what was settled."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from figcheck.errors import UserError

FILE = "figcheck.yaml"
FOLDER = "figcheck"
INSIDE = ("rules", "decisions.yaml", "baseline.yaml", "links.yaml")
"""Any of these in the folder makes it a newsroom's."""


def find(paths: Sequence[str] = ()) -> Path | None:
    """The nearest folder, upwards from these paths or else from the working folder, that holds a project."""
    starts = [_common(paths), Path.cwd()] if paths else [Path.cwd()]
    return next((folder for start in starts for folder in (start, *start.parents) if _holds(folder)), None)


def root(paths: Sequence[str] = ()) -> Path:
    """Where what is settled about these paths is kept: in their project, else in git's folder, else here."""
    here = Path.cwd()
    return find(paths) or next((folder for folder in (here, *here.parents) if _is(folder / ".git")), here)


def _common(paths: Sequence[str]) -> Path:
    """The folder that all paths lie in; globs and - lie in the working folder as far as it goes."""
    whole = [os.path.abspath(path) for path in paths]  # noqa: PTH100  (`..` is taken out by words, links stay)
    try:
        start = Path(os.path.commonpath(whole))
    except ValueError:  # on two drives
        return Path.cwd()
    return start if os.path.isdir(start) else start.parent  # noqa: PTH112  (never raises)


def _holds(folder: Path) -> bool:
    return _is(folder / FILE) or (not is_package(folder) and any(_is(path) for path in _inside(folder)))


def _inside(folder: Path) -> Iterator[Path]:
    return (folder / FOLDER / name for name in INSIDE)


def is_package(folder: Path) -> bool:
    """Whether what is called `figcheck` here is a Python package, and no newsroom's."""
    return _is(folder / FOLDER / "__init__.py")


def _is(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110  (never raises)


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


def put(path: Path, data: bytes) -> None:
    """Write a file that somebody names: in one step where it is a file, so that a full disk leaves the older one.

    A link stays one, and a file keeps its permissions. A device is written to; so is a pipe, where somebody reads it.
    Raises OSError.
    """
    if path.exists() and not (path.is_file() and os.access(path.resolve().parent, os.W_OK) and not _is_stream(path)):
        _into(path, data)
        return
    whole = path.resolve()
    replace_bytes(whole, data, whole.stat().st_mode & 0o777 if whole.exists() else 0o666 & ~_umask())


def _is_stream(path: Path) -> bool:
    """Whether it is /dev/stdout or the like, where a file of that name is one that another program has open."""
    return path.absolute().parts[1:2] in (("dev",), ("proc",))


def _into(path: Path, data: bytes) -> None:
    """Write into what is there, without waiting for anybody to read it."""
    handle = os.open(path, os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "wb") as stream:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)
        stream.write(data)


def _umask() -> int:
    """What new files are not allowed: it can only be known by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def replace_bytes(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Put the bytes in place in one step, so that several runs at once never see a half. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        made.chmod(mode)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
