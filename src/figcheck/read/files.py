"""Which files: paths, folders walked in sorted order, globs, and - for standard input; each file once."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from figcheck.errors import UserError
from figcheck.model import Problem

STDIN = "-"

MAX_BYTES = 32_000_000
"""A larger file is no article; it is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, under the name it was given; `-` is standard input."""

    path: str

    @property
    def suffix(self) -> str:
        return ".txt" if self.path == STDIN else Path(self.path).suffix.lower()

    def data(self) -> bytes:
        """The bytes of the file. Raises UserError where they cannot be read."""
        try:
            with sys.stdin.buffer if self.path == STDIN else Path(self.path).open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise _unreadable(self.path, error) from None
        if len(data) > MAX_BYTES:
            raise UserError(self.path, f"is larger than {MAX_BYTES // 1_000_000} MB", "give the articles one by one")
        return data


def find(paths: Sequence[str], suffixes: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """The files under the paths, as given and sorted within folders, and a problem for each path without any."""
    sources: list[Source] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for path in paths:
        try:
            found = [Source(p) for p in _under(path, suffixes, problems)]
        except UserError as error:
            problems.append(error.problem())
            continue
        for source in found:
            real = source.path if source.path == STDIN else os.path.realpath(source.path)
            if real not in seen:
                seen.add(real)
                sources.append(source)
    return sources, problems


def _under(path: str, suffixes: Sequence[str], problems: list[Problem]) -> list[str]:
    if path == STDIN:
        return [path]
    if Path(path).is_dir():
        found = list(_walk(path, tuple(suffixes), problems, set()))
        if not found:
            raise UserError(path, "holds no article", f"articles end in {', '.join(suffixes)}")
        return found
    if os.path.lexists(path):
        return [_file(path, suffixes)]
    matches = sorted(glob.iglob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207
    if not matches:
        raise UserError(path, "no such file or folder", "check the spelling and the folder you are in")
    return [p for match in matches for p in _under(match, suffixes, problems)]


def _file(path: str, suffixes: Sequence[str]) -> str:
    suffix = Path(path).suffix.lower()
    if suffix and suffix not in suffixes:
        raise UserError(path, f"a format figcheck does not read ({suffix})", f"it reads {', '.join(suffixes)}")
    return path


def _walk(folder: str, suffixes: tuple[str, ...], problems: list[Problem], seen: set[str]) -> Iterator[str]:
    """Files of a folder and of those below it, sorted; hidden ones left out, no folder entered twice."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(folder, error).problem())
        return
    for entry in inside:
        if entry.name.startswith((".", "~$")):
            continue
        path = entry.path
        if _is_folder(entry):
            yield from _walk(path, suffixes, problems, seen)
        elif entry.name.lower().endswith(suffixes):
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _unreadable(path: str, error: OSError) -> UserError:
    hint = "ask for permission to read it" if isinstance(error, PermissionError) else "check the path"
    return UserError(path, (error.strerror or str(error)).lower(), hint)
