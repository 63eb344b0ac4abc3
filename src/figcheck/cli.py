"""The program: its commands, and what becomes of mistakes. What is decided is decided elsewhere."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from figcheck import __version__, barrier, command, console
from figcheck.commands import checking, deciding, keeping, learning
from figcheck.console import BUG, WRONG_USE
from figcheck.errors import UserError


def main(argv: Sequence[str] | None = None) -> None:
    """Run figcheck and leave with its exit code."""
    gc.disable()  # a run makes many objects and no rubbish: looking for it would take a quarter of the time
    sys.exit(status(argv))


def status(argv: Sequence[str] | None = None) -> int:
    """Run figcheck. A mistake is one line on standard error; one of ours has its traceback with `--debug`."""
    console.prepare()
    try:
        return command.called(cli, argv)
    except UserError as error:
        console.tell(error.problem())
        return WRONG_USE
    except Exception as error:
        console.tell(barrier.bug("", "this command", error))
        return BUG


cli = command.group(
    "figcheck",
    __version__,
    [
        *(checking.run, deciding.accept, deciding.baseline, deciding.decisions, checking.watch, keeping.cache),
        *(checking.claims, deciding.why, keeping.explain, keeping.rules, keeping.test, keeping.init, keeping.schema),
        learning.learn,
    ],
)
