"""What commands share: settings out of options, one run of the line, what is told of it, how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck import console
from figcheck.barrier import attempt, is_sound
from figcheck.console import BUG, FINE, FOUND, WRONG_USE
from figcheck.errors import UserError

if TYPE_CHECKING:
    from figcheck.memo import Memo
    from figcheck.model import Outcome, Problem
    from figcheck.pipeline import Settings
    from figcheck.report.targets import Target
    from figcheck.report.view import View
    from figcheck.settle import Memory
    from figcheck.setup import Setup


def settings(wanted: dict[str, Any], memory: Memory | None = None) -> Settings:
    """The settings of a run, taken out of the options; the rest says how it is shown."""
    from figcheck import cache, narrow, pipeline, understand

    folders, inputs, pairs = tuple(wanted.pop("rules_dirs", ())), wanted.pop("inputs"), wanted.pop("pairs", ())
    changed = narrow.changed(wanted.pop("changed", ()), wanted.pop("changed_from", None), folders)
    kept = None if wanted.pop("no_cache", False) else cache.Cache(cache.folder())
    working = understand.Working(wanted.pop("jobs", 0), kept)
    return pipeline.Settings(folders, wanted.pop("config_file", None), inputs, pairs, memory, changed, working)


def checked(paths: Sequence[str], view: View, settings: Settings, verbose: bool = False) -> Outcome:
    """Run the line; tell what could not be read, and on demand how the rest was."""
    from figcheck import pipeline
    from figcheck.report import sources

    with console.Progress() as progress:
        outcome = pipeline.run(paths, settings=settings, progress=progress)
    failed: list[Problem] = []
    tell = sources.told if verbose else sources.summed
    for line in attempt(lambda: list(tell(outcome, view.lang)), failed, "", "saying what was read", ()):
        console.err(line)
    outcome = replace(outcome, problems=(*outcome.problems, *failed))
    told((*outcome.problems, *outcome.notes))
    return outcome


def told_before(paths: Sequence[str], asked: Sequence[Target], settings: Settings) -> Memo:
    """What the last reports in these formats on these paths have said of each finding."""
    from figcheck import memo

    forms = " ".join(target.form for target in asked)
    return memo.remembered(settings.working.cache, f"told {forms}", paths)


def reported(outcome: Outcome, view: View, asked: Sequence[Target], memo: Memo) -> int:
    """Write the reports; one that cannot be written is told, and the others are written all the same."""
    view = replace(view, memo=memo)
    texts, failed = _written(outcome, view, asked)
    if failed:  # the others tell it, too
        texts, _ = _written(replace(outcome, problems=(*outcome.problems, *failed)), view, asked)
    told(failed)
    code = BUG if failed else FINE
    for target in asked:
        if (text := texts.get(target)) is None:
            continue
        try:
            console.deliver(text, target.path, target.encoding)
        except UserError as error:
            console.tell(error.problem())
            code = max(code, WRONG_USE)
    memo.save()
    return code


def _written(outcome: Outcome, view: View, asked: Sequence[Target]) -> tuple[dict[Target, str | None], list[Problem]]:
    """Each report that can be written, and a problem for each whose format fails."""
    from figcheck.report import OUTPUTS

    failed: list[Problem] = []
    texts = {
        target: attempt(
            partial(OUTPUTS[target.form], outcome, target.seen(view)),
            failed,
            str(target.path or "standard output"),
            f"writing the report as {target.form}",
            None,
        )
        for target in asked
    }
    return texts, failed


def desk(rules_dirs: Sequence[Path] = (), config_file: Path | None = None) -> Setup:
    """The rules that are in use here and the settings that make them so; what is wrong with any of them is told."""
    from figcheck import setup

    made = setup.prepared((), rules_dirs, config_file)
    told(made.problems)
    return made


def told(problems: Sequence[Problem]) -> None:
    """A line for each of them."""
    for problem in problems:
        console.tell(problem)


def readable(problems: Sequence[Problem]) -> int:
    """The exit code of a command that finds nothing by itself."""
    if not is_sound(problems):
        return BUG
    return WRONG_USE if problems else FINE


def exit_code(outcome: Outcome, fail_on: str, strict: bool = False) -> int:
    """By all that was found, shown or not; what could not be read outweighs what was found, what failed both."""
    from figcheck.model import Severity

    if outcome.problems:
        return readable(outcome.problems)
    if strict and outcome.notes:
        return FOUND
    if fail_on == "never" or all(finding.severity < Severity[fail_on.upper()] for finding in outcome.findings):
        return FINE
    return FOUND
