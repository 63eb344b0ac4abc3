"""The one family of errors that are meant for users: where, what, what to do. Everything else is a bug."""

from __future__ import annotations

from figcheck.model import Problem


class UserError(Exception):
    """A mistake in what the user gave: a path, a setting, a rule. Ends in exit code 2, never in a traceback.

    >>> str(UserError("rules/x.yaml:3", "unknown key 'sevrity'", "did you mean 'severity'?"))
    "rules/x.yaml:3: unknown key 'sevrity' (did you mean 'severity'?)"
    """

    def __init__(self, where: str, what: str, hint: str = "") -> None:
        super().__init__(where, what, hint)
        self.where, self.what, self.hint = where, what, hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{where}{self.what}" + (f" ({self.hint})" if self.hint else "")

    def problem(self) -> Problem:
        """The same as a line of the report."""
        return Problem(self.where, self.what, self.hint)
