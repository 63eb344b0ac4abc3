"""The command line: options in, one call, words and an exit code out. What is decided is decided elsewhere.

Modules of ours are imported where they are used, so that `figcheck --version` loads next to nothing.
"""

from __future__ import annotations

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
    from figcheck.report.targets import Target
    from figcheck.report.view import View
    from figcheck.rulebook import Rule


def main(argv: Sequence[str] | None = None) -> None:
    """Run figcheck and leave with its exit code."""
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
@command.paths
@command.choice("--format", "form", ["auto", *command.FORMATS], "auto")
@command.choice("--fail-on", "fail_on", [*command.SEVERITIES, "never"], "error")
@command.min_severity
@command.min_confidence
@command.outputs
@command.rules
@command.lang
@command.color
@command.verbose
def run(
    paths: Sequence[str],
    form: str,
    fail_on: str,
    outputs: Sequence[str],
    rules_dirs: Sequence[Path],
    verbose: bool,
    **wanted: Any,
) -> int:
    from figcheck.report.targets import targets

    view = console.view(**wanted)
    asked = targets(form, outputs, console.automatic(view))
    outcome = _checked(paths, view, rules_dirs, verbose)
    return max(_reported(outcome, view, asked), _exit_code(outcome, fail_on))


@cli.command()
@command.paths
@command.choice("--format", "form", ["table", "json"], "table")
@command.flag("--all", "everything")
@command.output
@command.lang
@command.verbose
def claims(paths: Sequence[str], form: str, everything: bool, verbose: bool, **wanted: Any) -> int:
    from figcheck.report import claims, json

    view = console.view(**wanted)
    outcome = _checked(paths, view, verbose=verbose)
    rows = claims.figures(outcome, everything)
    text = json.write_claims(rows, view) if form == "json" else claims.write(rows, outcome, view)
    console.deliver(text, wanted["output"])
    return _readable(outcome.problems)


@cli.command()
@command.argument("a", "A:LINE")
@command.argument("b", "B:LINE")
@command.lang
def why(a: str, b: str, lang: str | None) -> int:
    from figcheck import pipeline, where
    from figcheck.report import why

    view = console.view(lang)
    places = where.parse(a), where.parse(b)
    outcome = _checked(list(dict.fromkeys(place.path for place in places)), view)
    pairs = [pipeline.explain_pair(one, other) for one, other in where.pairs_at(outcome, *places)]
    console.deliver(why.write(pairs, outcome, view))
    return _readable(outcome.problems)


@cli.command()
@command.argument("rule", "RULE")
@command.rules
@command.lang
def explain(rule: str, rules_dirs: Sequence[Path], lang: str | None) -> int:
    from figcheck import manual

    known, problems = _rulebook(rules_dirs)
    console.deliver(manual.explained(manual.named(rule, known), console.view(lang)))
    return _readable(problems)


@cli.command()
@command.rules
@command.lang
def rules(rules_dirs: Sequence[Path], lang: str | None) -> int:
    from figcheck import manual

    known, problems = _rulebook(rules_dirs)
    console.deliver(manual.listed(known, console.view(lang)))
    return _readable(problems)


@cli.command()
@command.argument("folder", "[DIR]", required=False)
@command.lang
def test(folder: str | None, lang: str | None) -> int:
    from figcheck import manual, pipeline, ruletest

    known, problems = _rulebook([Path(folder)] if folder else [])
    asked = [rule for rule in known if folder is None or Path(rule.path).parent.resolve() == Path(folder).resolve()]
    results = ruletest.run_examples(asked, lambda texts: pipeline.check_texts(texts, known).findings)
    console.deliver(manual.examined(results, console.view(lang)))
    held = FINE if all(result.passed for result in results) else FOUND
    return max(held, _readable(problems))


def _checked(paths: Sequence[str], view: View, rules_dirs: Sequence[Path] = (), verbose: bool = False) -> Outcome:
    """Run the line; tell what could not be read, and on demand how the rest was."""
    from figcheck import pipeline
    from figcheck.report import sources

    with console.Progress() as progress:
        outcome = pipeline.run(paths, settings=pipeline.Settings(rules_dirs=tuple(rules_dirs)), progress=progress)
    for line in sources.told(outcome, view.lang) if verbose else ():
        console.err(line)
    for problem in outcome.problems:
        console.tell(problem)
    return outcome


def _rulebook(folders: Sequence[Path]) -> tuple[Sequence[Rule], Sequence[Problem]]:
    """The rules that come with figcheck and those of the folders; what is wrong with any of them is told."""
    from figcheck import rulebook

    known, problems = rulebook.load([rulebook.shipped_rules(), *folders])
    for problem in problems:
        console.tell(problem)
    return known, problems


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


def _exit_code(outcome: Outcome, fail_on: str) -> int:
    """By all that was found, shown or not; what could not be read outweighs what was found."""
    from figcheck.model import Severity

    if outcome.problems:
        return WRONG_USE
    if fail_on == "never" or all(finding.severity < Severity[fail_on.upper()] for finding in outcome.findings):
        return FINE
    return FOUND
