"""The command line: options in, one call, words and an exit code out. What is decided is decided elsewhere.

Modules of ours are imported where they are used, so that `figcheck --version` loads click alone.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figcheck import __version__, cli_rules, console, options
from figcheck.console import BUG, FINE, FOUND, INTERRUPTED, WRONG_USE
from figcheck.errors import UserError

if TYPE_CHECKING:
    from figcheck.model import Outcome
    from figcheck.report.view import View


def main(argv: Sequence[str] | None = None) -> None:
    """Run figcheck and leave with its exit code."""
    sys.exit(status(argv))


def status(argv: Sequence[str] | None = None) -> int:
    """Run figcheck. A mistake of the user is one line on standard error, a mistake of ours a traceback."""
    console.prepare()
    try:
        return cli.main(argv, prog_name="figcheck", standalone_mode=False) or FINE
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        console.tell_usage(error)
        return WRONG_USE
    except UserError as error:
        console.tell(error.where, error.what, error.hint)
        return WRONG_USE
    except Exception:
        traceback.print_exc()
        console.err(
            "figcheck: this is a bug in figcheck and not in your articles; please report it with the lines above"
        )
        return BUG


@click.group(name="figcheck", cls=options.SpokenGroup)
@click.version_option(__version__, prog_name="figcheck")
def cli() -> None:
    pass


@cli.command()
@options.paths
@options.choice("--format", "form", ["auto", "terminal", "plain", "json"], "auto")
@options.choice("--fail-on", "fail_on", [*options.SEVERITIES, "never"], "error")
@options.choice("--min-severity", "min_severity", options.SEVERITIES, "info")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0)
@options.output
@options.rules
@options.lang
@options.color
@options.verbose
def run(
    paths: Sequence[str],
    form: str,
    fail_on: str,
    rules_dirs: Sequence[Path],
    verbose: bool,
    output: Path | None,
    **shown: Any,
) -> int:
    from figcheck import report

    view = console.view(output=output, **shown)
    outcome = _checked(paths, view, rules_dirs, verbose)
    on_screen = output is None and (console.is_terminal(sys.stdout) or view.color)
    name = ("terminal" if on_screen else "plain") if form == "auto" else form
    console.deliver(report.OUTPUTS[name](outcome, view), output)
    return _exit_code(outcome, fail_on)


@cli.command()
@options.paths
@options.choice("--format", "form", ["table", "json"], "table")
@click.option("--all", "everything", is_flag=True)
@options.output
@options.lang
@options.verbose
def claims(
    paths: Sequence[str], form: str, everything: bool, output: Path | None, lang: str | None, verbose: bool
) -> int:
    from figcheck.report import claims, json

    view = console.view(lang, output=output)
    outcome = _checked(paths, view, verbose=verbose)
    rows = claims.figures(outcome, everything)
    console.deliver(json.write_claims(rows, view) if form == "json" else claims.write(rows, outcome, view), output)
    return WRONG_USE if outcome.problems else FINE


@cli.command()
@click.argument("a", metavar="A:LINE")
@click.argument("b", metavar="B:LINE")
@options.lang
def why(a: str, b: str, lang: str | None) -> int:
    from figcheck import pipeline, where
    from figcheck.report import why

    view = console.view(lang)
    places = where.parse(a), where.parse(b)
    outcome = _checked(list(dict.fromkeys(place.path for place in places)), view)
    pairs = [pipeline.explain_pair(one, other) for one, other in where.pairs_at(outcome, *places)]
    console.deliver(why.write(pairs, outcome, view))
    return WRONG_USE if outcome.problems else FINE


for _command in (cli_rules.explain, cli_rules.rules, cli_rules.test):
    cli.add_command(_command)


def _checked(paths: Sequence[str], view: View, rules_dirs: Sequence[Path] = (), verbose: bool = False) -> Outcome:
    """Run the line; tell what could not be read, and on demand how the rest was."""
    from figcheck import pipeline
    from figcheck.report import sources

    with console.Progress() as progress:
        outcome = pipeline.run(paths, settings=pipeline.Settings(rules_dirs=tuple(rules_dirs)), progress=progress)
    for line in sources.told(outcome, view.lang) if verbose else ():
        console.err(line)
    for problem in outcome.problems:
        console.tell(problem.path, problem.problem, problem.hint)
    return outcome


def _exit_code(outcome: Outcome, fail_on: str) -> int:
    """By all that was found, shown or not; what could not be read outweighs what was found."""
    from figcheck.model import Severity

    if outcome.problems:
        return WRONG_USE
    if fail_on == "never" or all(finding.severity < Severity[fail_on.upper()] for finding in outcome.findings):
        return FINE
    return FOUND
