"""What git knows: who works here, and which files changed. The only module that calls git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from figcheck.errors import UserError


def user() -> str:
    """The user name that git has, or nothing."""
    try:
        return _git("config", "user.name").strip()
    except UserError:
        return ""


def changed_since(ref: str) -> list[Path]:
    """The files that differ from a commit, or are new and not ignored, as absolute paths. Raises UserError."""
    if ref.startswith("-"):
        raise UserError("--changed-from", f"{ref!r} is no commit", "give a branch, a tag or a commit")
    top = Path(_git("rev-parse", "--show-toplevel").strip())
    since = _git("merge-base", ref, "HEAD").strip()
    named = _git("diff", "--name-only", "--no-renames", "-z", since, "--", cwd=top)
    new = _git("ls-files", "--others", "--exclude-standard", "-z", cwd=top)
    return [top / name for name in (named + new).split("\0") if name]


def _git(*words: str, cwd: Path | None = None) -> str:
    command = ["git", "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, capture_output=True, cwd=cwd, check=False)  # noqa: S603
    except OSError as error:
        raise UserError("git", error.strerror or str(error), "install git, or use --changed FILE") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UserError(f"git {words[0]}", told[0] if told else "failed", "check the commit and the folder")
    return done.stdout.decode("utf-8", "surrogateescape")
