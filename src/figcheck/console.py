"""The screen and the pipe: how wide, in colour or not, in which encoding. Nothing that is written here can fail."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from figcheck import project
from figcheck.errors import UserError

if TYPE_CHECKING:
    from figcheck.model import Problem
    from figcheck.report.view import View

FINE, FOUND, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit codes."""

debugging = False
"""Whether tracebacks of mistakes of figcheck are told: `--debug`."""


def debug(wanted: bool) -> None:
    """Take it down."""
    global debugging
    debugging = wanted


WIDEST = 140
"""Lines longer than that are hard to read, however wide the screen."""


def prepare() -> None:
    """Have characters that the output does not know spelled out, where Python would stop with an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    if sys.platform == "win32":
        os.system("")  # noqa: S605, S607  (has consoles of Windows understand colours)


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody looks at it as it is written."""
    return stream is not None and stream.isatty()


def wants_color(choice: str) -> bool:
    """What `--color` and the environment ask for: NO_COLOR and TERM=dumb are honoured under `auto`."""
    if choice != "auto":
        return choice == "always"
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, or of COLUMNS."""
    return min(max(shutil.get_terminal_size().columns, 20), WIDEST)


def encoding() -> str:
    """What standard output can hold."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def view(
    lang: str | None = None,
    color: str = "never",
    output: Path | None = None,
    min_severity: str = "info",
    min_confidence: float = 0.0,
) -> View:
    """How reports are wanted here, by the options given and by what they are written to."""
    from figcheck import ui
    from figcheck.model import Severity
    from figcheck.report.view import View

    return View(
        lang=lang or ui.locale_lang(),
        width=width(),
        color=output is None and wants_color(color),
        encoding=encoding() if output is None else "utf-8",
        min_severity=Severity[min_severity.upper()],
        min_confidence=min_confidence,
    )


def automatic(view: View) -> str:
    """The format that suits standard output: a screen, or what is to look like one; GitHub Actions; a pipe."""
    if is_terminal(sys.stdout) or view.color:
        return "terminal"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "plain"


def out(text: str) -> None:
    """Write to standard output; a reader that has gone away (`| head`) is no mistake. Raises UserError for others."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or leaving would try once more
        if not isinstance(error, BrokenPipeError):
            raise UserError("standard output", error.strerror or str(error), "write to a file with -o") from None


def err(line: str, end: str = "\n") -> None:
    """Write a line to standard error, if anybody is there."""
    try:
        print(line, end=end, file=sys.stderr, flush=True)
    except OSError:
        return


def tell(problem: Problem) -> None:
    """One clear line about something that could not be read or done."""
    from figcheck.report.safe import visible

    err(visible(f"figcheck: {UserError(problem.path, problem.problem, problem.hint)}"))
    for line in problem.trace.splitlines() if debugging else ():
        err(visible(line))


def deliver(text: str, output: Path | None = None, encoding: str = "utf-8") -> None:
    """Write a report to a file, or to standard output. Raises UserError where the file cannot be written."""
    if output is None:
        out(text)
        return
    try:
        project.put(output, text.encode(encoding, "backslashreplace"))
    except OSError as error:
        raise UserError(str(output), error.strerror or str(error), "choose another file with -o") from None


class Progress:
    """A bar on standard error, drawn where it is a terminal and the work takes longer than a second."""

    def __init__(self) -> None:
        self._drawn = 0.0 if is_terminal(sys.stderr) else float("inf")
        self._begun = time.monotonic()
        self._wide = 0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._begun < 1 or now - self._drawn < 0.1:
            return
        self._drawn = now
        filled = 30 * done // max(total, 1)
        self._draw(f"[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._wide:
            self._draw("")
            err("\r", end="")

    def _draw(self, bar: str) -> None:
        err("\r" + bar.ljust(self._wide), end="")
        self._wide = len(bar)
