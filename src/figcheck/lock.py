"""One writer at a time for what a project keeps. The only module that knows filelock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from figcheck.errors import UserError

FILE = ".lock"
"""Beside the files that it is for, so that it holds for everybody who shares the folder. It stays there, empty."""
PATIENCE = 30.0
"""Seconds: nobody holds it for more than the moment of reading and writing a file."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes from writing in the folder of a file: what is read within is still so when it is written.

    Raises UserError where the folder cannot be written, or somebody else does not let go.
    """
    lock = FileLock(path.with_name(FILE), timeout=PATIENCE, mode=0o666)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise UserError(str(path), "is being written by another figcheck", "try again in a moment") from None
    except OSError as error:
        raise UserError(str(path), error.strerror or str(error), "check the folder and its permissions") from None
    try:
        yield
    finally:
        lock.release()
