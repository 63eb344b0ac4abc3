"""What of an outcome is shown, and to whom: what is left out here never changes the exit code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from figcheck.model import Finding, Outcome, Severity

if TYPE_CHECKING:
    from figcheck.memo import Memo


@dataclass(frozen=True, slots=True)
class View:
    """How a report is wanted. `width` is in columns of a terminal; `encoding` is what the output can hold.

    `memo` has what was told before of findings that are still the same.
    """

    lang: str = "en"
    width: int = 80
    color: bool = False
    encoding: str = "utf-8"
    min_severity: Severity = Severity.INFO
    min_confidence: float = 0.0
    memo: Memo | None = None

    def holds(self, text: str) -> bool:
        """Whether the output's encoding has these characters."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    @property
    def spelled_out(self) -> View:
        """The same for a document that writes in escapes of its own what an encoding lacks."""
        return replace(self, encoding="utf-8")


def marks(view: View) -> tuple[str, str]:
    """What stands around a figure where there is no colour: rules' examples mark figures like the second."""
    return ("【", "】") if view.holds("【】") else ("<<", ">>")


def shown(outcome: Outcome, view: View) -> list[Finding]:
    """The findings that are to be shown, worst first."""
    return [finding for finding in outcome.findings if _wanted(finding, view)]


def counts(outcome: Outcome) -> dict[Severity, int]:
    """How many findings of each severity there are, shown or not, worst first."""
    return {
        severity: sum(finding.severity is severity for finding in outcome.findings)
        for severity in sorted(Severity, reverse=True)
    }


def _wanted(finding: Finding, view: View) -> bool:
    return finding.severity >= view.min_severity and finding.confidence >= view.min_confidence
