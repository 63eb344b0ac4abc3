"""Only what changed: everything is read and compared, only findings that touch a changed file are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from figcheck import vcs
from figcheck.errors import UserError
from figcheck.model import Finding, Outcome

_SETTINGS = ("figcheck.yaml",)
"""Where these changed, every finding may have."""


def changed(files: Sequence[str], ref: str | None, rules_dirs: Sequence[Path] = ()) -> frozenset[Path] | None:
    """The files that count as changed, resolved; None for all of them: nothing asked, or rules or settings changed.

    Raises UserError where a file does not exist or git does not know the commit.
    """
    if not files and ref is None:
        return None
    missing = next((file for file in files if not Path(file).exists()), None)
    if missing is not None:
        raise UserError(missing, "no such file", "check --changed")
    found = {Path(file).resolve() for file in files}
    found |= {path.resolve() for path in vcs.changed_since(ref)} if ref is not None else set()
    folders = {folder.resolve() for folder in rules_dirs}
    if any(path.name in _SETTINGS or path.parent in folders for path in found):
        return None
    return frozenset(found)


def touching(outcome: Outcome, files: frozenset[Path]) -> Outcome:
    """The outcome with only the findings, also the settled ones, that have a figure in one of these files."""
    paths = {article.path for article in outcome.articles if Path(article.path).resolve() in files}

    def touches(finding: Finding) -> bool:
        return any(claim.article.path in paths for claim in finding.claims)

    return replace(
        outcome,
        findings=tuple(filter(touches, outcome.findings)),
        suppressed=tuple(settled for settled in outcome.suppressed if touches(settled.finding)),
        changed=len(paths),
    )
