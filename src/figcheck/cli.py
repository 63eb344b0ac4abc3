"""The command line: options in, one call, words and an exit code out. What is decided is decided elsewhere.

Modules of ours are imported where they are used, so that `figcheck --version` loads next to nothing.
"""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck import __version__, command, console
from figcheck.console import BUG, FINE, FOUND, WRONG_USE
from figcheck.errors import UserError

if TYPE_CHECKING:
    from figcheck.model import Outcome, Problem
    from figcheck.pipeline import Settings
    from figcheck.read import Inputs
    from figcheck.report.targets import Target
    from figcheck.report.view import View
    from figcheck.settle import Memory
    from figcheck.setup import Setup


def main(argv: Sequence[str] | None = None) -> None:
    """Run figcheck and leave with its exit code."""
    gc.disable()  # a run makes many objects and no rubbish: looking for it would take a quarter of the time
    sys.exit(status(argv))


def status(argv: Sequence[str] | None = None) -> int:
    """Run figcheck. A mistake of the user is one line on standard error, a mistake of ours a traceback."""
    console.prepare()
    try:
        return command.called(cli, argv)
    except UserError as error:
        console.tell(error.problem())
        return WRONG_USE
    except Exception:
        traceback.print_exc()
        console.err(
            "figcheck: this is a bug in figcheck and not in your articles; please report it with the lines above"
        )
        return BUG


cli = command.group("figcheck", __version__)


@cli.command()
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
    from figcheck import settle
    from figcheck.report.targets import targets

    settings = _settings(wanted, settle.remember())
    verbose = wanted.pop("verbose")
    view = console.view(**wanted)
    asked = targets(form, outputs, console.automatic(view))
    outcome = _checked(paths, view, settings, verbose)
    return max(_reported(outcome, view, asked), _exit_code(outcome, fail_on, strict))


@cli.command()
@command.argument("finding", "FINDING")
@command.places
@command.pairs
@command.text("--reason", "reason", "TEXT", required=True)
@command.text("--until", "until", "DATE")
@command.text("--by", "by", "NAME")
@command.rules
@command.config
@command.inputs
@command.lang
def accept(finding: str, paths: Sequence[str], lang: str | None, **told: Any) -> int:
    from figcheck import desk, settle

    memory = settle.remember()
    outcome = _checked(paths, console.view(lang), _settings(told, memory))
    console.deliver(desk.accept(finding, outcome, memory, console.view(lang), **told))
    return FINE


@cli.command()
@command.argument("action", "write|update|prune")
@command.places
@command.pairs
@command.rules
@command.config
@command.inputs
@command.lang
def baseline(action: str, paths: Sequence[str], lang: str | None, **given: Any) -> int:
    from figcheck import desk, settle

    memory = settle.remember()
    outcome = _checked(paths, console.view(lang), _settings(given, memory))
    console.deliver(desk.baseline(action, outcome, memory, console.view(lang)))
    return _readable(outcome.problems)


@cli.command()
@command.places
@command.pairs
@command.flag("--prune", "prune")
@command.rules
@command.config
@command.inputs
@command.lang
def decisions(paths: Sequence[str], prune: bool, lang: str | None, **given: Any) -> int:
    from figcheck import desk, settle

    memory = settle.remember()
    outcome = _checked(paths, console.view(lang), _settings(given, memory))
    console.deliver(desk.decisions(outcome, memory, console.view(lang), prune))
    return _readable(outcome.problems)


@cli.command()
@command.paths
@command.rules
@command.config
@command.inputs
@command.lang
def watch(paths: Sequence[str], lang: str | None, **given: Any) -> int:
    from figcheck import desk, project, settle, watch

    view = console.view(lang)

    def check() -> Outcome:
        return _checked(paths, view, _settings(dict(given), settle.remember()))

    gc.enable()  # this one runs for hours
    for seen in watch.rounds(check, watch.saves(paths, project.root() / project.FOLDER)):
        console.deliver(desk.watched(seen, view))
    return FINE


@cli.command()
@command.argument("action", "clear")
@command.lang
def cache(action: str, lang: str | None) -> int:
    from figcheck import desk

    console.deliver(desk.cache(action, console.view(lang)))
    return FINE


@cli.command()
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

    settings = _settings(wanted)
    view = console.view(**wanted)
    outcome = _checked(paths, view, settings, verbose)
    rows = claims.figures(outcome, everything)
    text = json.write_claims(rows, view) if form == "json" else claims.write(rows, outcome, view)
    console.deliver(text, wanted["output"])
    return _readable(outcome.problems)


@cli.command()
@command.argument("a", "A:LINE")
@command.argument("b", "B:LINE")
@command.flag("--link", "link")
@command.flag("--unlink", "unlink")
@command.text("--reason", "reason", "TEXT")
@command.config
@command.inputs
@command.lang
def why(a: str, b: str, lang: str | None, config_file: Path | None, inputs: Inputs, **told: Any) -> int:
    from figcheck import desk, pipeline, settle, setup, where
    from figcheck.report import why

    view, memory = console.view(lang), settle.remember()
    places = where.parse(a), where.parse(b)
    paths = list(dict.fromkeys(place.file for place in places))
    own = setup.prepared(paths, config_file=config_file).config
    articles = [path for path in paths if path != own.file]  # a place of an approved wording is one of the settings
    outcome = _checked(articles, view, _settings({"config_file": config_file, "inputs": inputs}, memory))
    meant = where.pairs_at(outcome, *places)
    if told["link"] or told["unlink"]:
        console.deliver(desk.link(meant, memory=memory, view=view, **told))
        return _readable(outcome.problems)
    pairs = [pipeline.explain_pair(one, other, own.naming, memory.links) for one, other in meant]
    console.deliver(why.write(pairs, outcome, view))
    return _readable(outcome.problems)


@cli.command()
@command.argument("rule", "RULE")
@command.rules
@command.config
@command.lang
def explain(rule: str, lang: str | None, **given: Any) -> int:
    from figcheck import manual

    desk = _desk(**given)
    console.deliver(manual.asked(rule, desk.tuned, console.view(lang)))
    return _readable(desk.problems)


@cli.command()
@command.rules
@command.config
@command.lang
def rules(lang: str | None, **given: Any) -> int:
    from figcheck import rulelist

    desk = _desk(**given)
    console.deliver(rulelist.listed(desk.tuned, console.view(lang)))
    return _readable(desk.problems)


@cli.command()
@command.argument("folder", "[DIR]", required=False)
@command.articles("--coverage")
@command.config
@command.lang
def test(folder: str | None, coverage: Sequence[str], config_file: Path | None, lang: str | None) -> int:
    from figcheck import pipeline, rulelist, trial

    folders = (Path(folder),) if folder else ()
    if coverage:
        outcome = _checked(coverage, console.view(lang), pipeline.Settings(folders, config_file))
        console.deliver(rulelist.fired(outcome, console.view(lang)))
        return _readable(outcome.problems)
    desk = _desk(folders, config_file)
    results = trial.examined(desk, Path(folder) if folder else None)
    console.deliver(rulelist.examined(results, console.view(lang)))
    held = FINE if all(result.passed for result in results) else FOUND
    return max(held, _readable(desk.problems))


@cli.command()
@command.argument("folder", "[DIR]", required=False)
@command.lang
def init(folder: str | None, lang: str | None) -> int:
    from figcheck import starter

    for line in starter.written(Path(folder or "."), console.view(lang).lang):
        console.out(line + "\n")
    return FINE


@cli.command()
@command.choice_argument("what", ["rules", "config"])
@command.lang
def schema(what: str, lang: str | None) -> int:
    from figcheck import schema

    console.deliver(schema.written(what))
    return FINE


def _settings(wanted: dict[str, Any], memory: Memory | None = None) -> Settings:
    """The settings of a run, taken out of the options; the rest says how it is shown."""
    from figcheck import cache, narrow, pipeline, understand

    folders, inputs, pairs = tuple(wanted.pop("rules_dirs", ())), wanted.pop("inputs"), wanted.pop("pairs", ())
    changed = narrow.changed(wanted.pop("changed", ()), wanted.pop("changed_from", None), folders)
    kept = None if wanted.pop("no_cache", False) else cache.Cache(cache.folder())
    working = understand.Working(wanted.pop("jobs", 0), kept)
    return pipeline.Settings(folders, wanted.pop("config_file", None), inputs, pairs, memory, changed, working)


def _checked(paths: Sequence[str], view: View, settings: Settings, verbose: bool = False) -> Outcome:
    """Run the line; tell what could not be read, and on demand how the rest was."""
    from figcheck import pipeline
    from figcheck.report import sources

    with console.Progress() as progress:
        outcome = pipeline.run(paths, settings=settings, progress=progress)
    for line in (sources.told if verbose else sources.summed)(outcome, view.lang):
        console.err(line)
    _told((*outcome.problems, *outcome.notes))
    return outcome


def _desk(rules_dirs: Sequence[Path] = (), config_file: Path | None = None) -> Setup:
    """The rules that are in use here and the settings that make them so; what is wrong with any of them is told."""
    from figcheck import setup

    made = setup.prepared((), rules_dirs, config_file)
    _told(made.problems)
    return made


def _told(problems: Sequence[Problem]) -> Sequence[Problem]:
    for problem in problems:
        console.tell(problem)
    return problems


def _reported(outcome: Outcome, view: View, asked: Sequence[Target]) -> int:
    """Write the reports; one that cannot be written is told, and the others are written all the same."""
    from figcheck.report import OUTPUTS

    code = FINE
    for target in asked:
        text = OUTPUTS[target.form](outcome, target.seen(view))
        try:
            console.deliver(text, target.path, target.encoding)
        except UserError as error:
            console.tell(error.problem())
            code = WRONG_USE
    return code


def _readable(problems: Sequence[Problem]) -> int:
    return WRONG_USE if problems else FINE


def _exit_code(outcome: Outcome, fail_on: str, strict: bool = False) -> int:
    """By all that was found, shown or not; what could not be read outweighs what was found."""
    from figcheck.model import Severity

    if outcome.problems:
        return WRONG_USE
    if strict and outcome.notes:
        return FOUND
    if fail_on == "never" or all(finding.severity < Severity[fail_on.upper()] for finding in outcome.findings):
        return FINE
    return FOUND
