"""Which files: paths, folders, globs, and - for standard input; each file once."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath

from figcheck.barrier import attempt
from figcheck.errors import UserError
from figcheck.model import Problem
from figcheck.read.inputs import Inputs
from figcheck.read.job import MB, Job
from figcheck.read.walk import Patterns, Walk, unreadable

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, under the name it was given; `-` is standard input. `walked` ones were found in a folder."""

    path: str
    walked: bool = False

    def suffix(self, inputs: Inputs) -> str:
        """The end of the name, by which the format is known: `.docx`, also for a --stdin-name that is no more."""
        named = (inputs.stdin_name or ".txt") if self.path == STDIN else self.path
        return PurePath(named).suffix.lower() or (named.lower() if named.startswith(".") else "")

    def data(self, job: Job) -> bytes:
        """The bytes of the file. Raises UserError where they cannot be read, or are more than is allowed."""
        try:
            with sys.stdin.buffer if self.path == STDIN else Path(self.path).open("rb") as stream:
                data = stream.read(job.limits.megabytes * MB + 1)
        except OSError as error:
            raise unreadable(self.path, error) from None
        job.within("megabytes", len(data) / MB)
        return data


@dataclass(slots=True)
class Found:
    """What stands under the paths: files to read, paths that give none, and what was left out of folders, and why."""

    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)


def find(paths: Sequence[str], suffixes: Sequence[str], inputs: Inputs) -> Found:
    """The files under the paths, as given and sorted within folders; each file once."""
    found = Found()
    seen: set[str] = set()
    for path in paths:
        try:
            under = partial(_listed, path, suffixes, inputs, found)
            sources = attempt(under, found.problems, path, "looking for articles", ())
        except UserError as error:
            found.problems.append(error.problem())
            continue
        for source in sources:
            real = source.path if source.path == STDIN else os.path.realpath(source.path)
            if real not in seen:
                seen.add(real)
                found.sources.append(source)
    return found


def _listed(path: str, suffixes: Sequence[str], inputs: Inputs, found: Found) -> list[Source]:
    return list(_under(path, suffixes, inputs, found))


def _under(path: str, suffixes: Sequence[str], inputs: Inputs, found: Found) -> Iterator[Source]:
    if path == STDIN:
        yield Source(path)
    elif Path(path).is_dir():
        yield from _inside(path, suffixes, inputs, found)
    elif os.path.lexists(path):
        yield Source(_file(path, suffixes))
    else:
        matches = sorted(glob.iglob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207
        if not matches:
            raise UserError(path, "no such file or folder", "check the spelling and the folder you are in")
        for match in matches:
            yield from _under(match, suffixes, inputs, found)


def _inside(path: str, suffixes: Sequence[str], inputs: Inputs, found: Found) -> Iterator[Source]:
    walk = Walk(tuple(suffixes), Patterns(inputs.include), Patterns(inputs.exclude))
    files = list(walk.files(path))
    found.problems.extend(error.problem() for error in walk.unread)
    found.skipped.extend(walk.skipped)
    if not files:
        raise UserError(path, "holds no article", f"articles end in {', '.join(suffixes)}")
    yield from (Source(file, walked=True) for file in files)


def _file(path: str, suffixes: Sequence[str]) -> str:
    suffix = Path(path).suffix.lower()
    if suffix and suffix not in suffixes:
        raise UserError(path, f"a format figcheck does not read ({suffix})", f"it reads {', '.join(suffixes)}")
    if Path(path).exists() and not Path(path).is_file():
        raise UserError(path, "is a pipe or a device, and no file", f"give a file, or {STDIN} for standard input")
    return path
