"""Commands that read articles: run, claims, watch."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from figcheck import command, console
from figcheck.commands import session
from figcheck.console import FINE

if TYPE_CHECKING:
    from figcheck.model import Outcome


@command.made
@command.some_paths
@command.pairs
@command.choice("--format", "form", ["auto", *command.FORMATS], "auto")
@command.choice("--fail-on", "fail_on", [*command.SEVERITIES, "never"], "error")
@command.min_severity
@command.min_confidence
@command.outputs
@command.rules
@command.config
@command.inputs
@command.lang
@command.color
@command.verbose
@command.flag("--strict", "strict")
@command.many("--changed", "changed", "FILE")
@command.text("--changed-from", "changed_from", "REF")
@command.jobs
@command.flag("--no-cache", "no_cache")
def run(paths: Sequence[str], form: str, fail_on: str, outputs: Sequence[str], strict: bool, **wanted: Any) -> int:
    from figcheck import project, settle
    from figcheck.report.targets import targets

    settings = session.settings(wanted, settle.remember(project.root(paths)))
    verbose = wanted.pop("verbose")
    view = console.view(**wanted)
    asked = targets(form, outputs, console.automatic(view))
    outcome = session.checked(paths, view, settings, verbose)
    written = session.reported(outcome, view, asked, session.told_before(paths, asked, settings))
    return max(written, session.exit_code(outcome, fail_on, strict))


@command.made
@command.paths
@command.choice("--format", "form", ["table", "json"], "table")
@command.flag("--all", "everything")
@command.output
@command.config
@command.inputs
@command.lang
@command.verbose
def claims(paths: Sequence[str], form: str, everything: bool, verbose: bool, **wanted: Any) -> int:
    from figcheck.report import claims, json

    settings = session.settings(wanted)
    view = console.view(**wanted)
    outcome = session.checked(paths, view, settings, verbose)
    rows = claims.figures(outcome, everything)
    text = json.write_claims(rows, view) if form == "json" else claims.write(rows, outcome, view)
    console.deliver(text, wanted["output"])
    return session.readable(outcome.problems)


@command.made
@command.paths
@command.rules
@command.config
@command.inputs
@command.lang
def watch(paths: Sequence[str], lang: str | None, **given: Any) -> int:
    from figcheck import desk, project, settle, watch

    view = console.view(lang)

    def check() -> Outcome:
        return session.checked(paths, view, session.settings(dict(given), settle.remember(project.root(paths))))

    gc.enable()  # this one runs for hours
    for seen in watch.rounds(check, watch.saves(paths, project.root(paths) / project.FOLDER)):
        console.deliver(desk.watched(seen, view))
    return FINE
