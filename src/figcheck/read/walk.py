"""Folders walked in sorted order: what in them are articles, and why the rest is left out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from figcheck.errors import UserError
from figcheck.model import Problem

IGNORE = ".figcheckignore"

HIDDEN = "hidden"
"""The reason that needs no telling by itself."""

_SETTINGS = (".yaml", ".yml")
"""Files that say something of articles: read where they are needed, and no articles."""


class Patterns:
    """Patterns as in .gitignore; one that is none is a UserError. Only here pathspec is known, and loaded on demand."""

    def __init__(self, written: Sequence[str]) -> None:
        self._spec = None
        if written:
            from pathspec import GitIgnoreSpec

            try:
                self._spec = GitIgnoreSpec.from_lines(written)
            except ValueError as error:
                raise UserError(
                    ", ".join(written)[:80], f"is no pattern: {error}", "write it as in .gitignore"
                ) from None

    def __bool__(self) -> bool:
        return self._spec is not None

    def match(self, path: str) -> bool:
        """Whether a path, as counted from the folder of the patterns, is one they name; folders end in `/`."""
        return self._spec is not None and self._spec.match_file(path)


@dataclass(slots=True)
class Walk:
    """One walk; no folder is entered twice, whatever links lead there."""

    suffixes: tuple[str, ...]
    include: Patterns
    exclude: Patterns
    skipped: list[Problem] = field(default_factory=list)
    unread: list[UserError] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def files(self, root: str, folder: str = "", rules: tuple[tuple[str, Patterns], ...] = ()) -> Iterator[str]:
        """The articles in `root`, from `folder` within it on; `rules` are the ignore files above it."""
        path = os.path.join(root, *folder.split("/")) if folder else root  # noqa: PTH118  (keeps ./ as it was given)
        if (real := os.path.realpath(path)) in self._seen:
            return
        self._seen.add(real)
        rules = (*rules, (folder, self._ignored(path)))
        for entry in self._entries(path):
            within = f"{folder}/{entry.name}".lstrip("/")
            is_folder = _is_folder(entry)
            reason = self._reason(entry.name, within + "/" * is_folder, rules)
            if not reason and not is_folder and not _is_regular(entry):
                reason = "no file that holds anything: a pipe, a device or a broken link"
            if reason:
                self.skipped.append(Problem(entry.path, reason))
            elif is_folder:
                yield from self.files(root, within, rules)
            elif not entry.name.lower().endswith(_SETTINGS):
                yield entry.path

    def _reason(self, name: str, within: str, rules: Sequence[tuple[str, Patterns]]) -> str:
        """Why a file or folder is left out; empty where it is not."""
        if name.startswith(("~$", ".~lock")):
            return "the lock of a document that somebody has open"
        if name.startswith("."):
            return HIDDEN
        if any(patterns.match(within[len(folder) :].lstrip("/")) for folder, patterns in rules):
            return f"named in {IGNORE}"
        if self.exclude.match(within):
            return "named by --exclude"
        if within.endswith("/"):
            return ""
        if self.include and not self.include.match(within):
            return "not named by --include"
        known = name.lower().endswith((*self.suffixes, *_SETTINGS))
        return "" if known else f"a format figcheck does not read ({PurePath(name).suffix.lower() or 'no suffix'})"

    def _entries(self, path: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(path) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.unread.append(unreadable(path, error))
            return []

    def _ignored(self, path: str) -> Patterns:
        file = Path(path) / IGNORE
        try:
            return Patterns(file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else ())
        except OSError as error:
            self.unread.append(unreadable(str(file), error))
        except UserError as error:
            self.unread.append(UserError(str(file), error.what, error.hint))
        return Patterns(())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_regular(entry: os.DirEntry[str]) -> bool:
    """Whether reading it ends."""
    try:
        return entry.is_file()
    except OSError:
        return False


def unreadable(path: str, error: OSError) -> UserError:
    """What the system says about a file or folder, as a mistake to be mended."""
    hint = "ask for permission to read it" if isinstance(error, PermissionError) else "check the path"
    return UserError(path, (error.strerror or str(error)).lower(), hint)
