"""How is it shown? The table of outputs: what was found, as text for a screen, a file or another program."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from figcheck.model import Outcome
from figcheck.report.view import View

Output = Callable[[Outcome, View], str]
"""Writes a whole report."""


def _module(name: str) -> Output:
    """The `write` of a module beside this one, imported when it is asked for: rich alone takes longer than a run."""

    def write(outcome: Outcome, view: View) -> str:
        text: str = import_module(f"figcheck.report.{name}").write(outcome, view)
        return text

    return write


OUTPUTS: dict[str, Output] = {
    name: _module(name)
    for name in (
        "terminal",
        "plain",
        "json",
        "jsonl",
        "csv",
        "markdown",
        "github",
        "gitlab",
        "sarif",
        "junit",
        "rdjson",
        "html",
    )
}
"""Format → what writes it: the module of that name."""
