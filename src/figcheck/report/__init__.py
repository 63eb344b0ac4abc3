"""How is it shown? The table of outputs: what was found, as text for a screen, a file or another program."""

from __future__ import annotations

from collections.abc import Callable

from figcheck.model import Outcome
from figcheck.report.view import View

Output = Callable[[Outcome, View], str]
"""Writes a whole report."""


def _terminal(outcome: Outcome, view: View) -> str:
    from figcheck.report import terminal

    return terminal.write(outcome, view)


def _plain(outcome: Outcome, view: View) -> str:
    from figcheck.report import plain

    return plain.write(outcome, view)


def _json(outcome: Outcome, view: View) -> str:
    from figcheck.report import json

    return json.write(outcome, view)


# Each is imported when it is asked for: rich alone takes longer to load than a small run takes.
OUTPUTS: dict[str, Output] = {"terminal": _terminal, "plain": _plain, "json": _json}
