"""The command line: options in, one call, words and an exit code out. What is decided is decided elsewhere."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figcheck import __version__, console
from figcheck.errors import UserError

if TYPE_CHECKING:
    from figcheck.model import Outcome
    from figcheck.report.view import View

FINE, FOUND, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
BUGS = "https://github.com/figcheck/figcheck/issues"


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
        error.show()
        return error.exit_code
    except UserError as error:
        _tell(error.where, error.what, error.hint)
        return WRONG_USE
    except Exception:
        traceback.print_exc()
        console.err("figcheck: this is a bug in figcheck, not in your articles; please report it with the lines above")
        return BUG


class _Spoken(click.Command):
    """A command whose help stands in `lang/ui.yaml`, in the reader's language."""

    def get_help(self, ctx: click.Context) -> str:
        _speak(self, ctx.params.get("lang"))
        return super().get_help(ctx)


class _SpokenGroup(click.Group):
    """The same for the list of commands."""

    command_class = _Spoken

    def get_help(self, ctx: click.Context) -> str:
        for command in (self, *self.commands.values()):
            _speak(command, None)
        return super().get_help(ctx)


def _speak(command: click.Command, lang: str | None) -> None:
    from figcheck import ui

    lang = lang or ui.locale_lang()
    command.help = ui.say(f"help.{command.name}", lang)
    for option in command.params:
        if isinstance(option, click.Option) and not option.help:
            option.help = ui.say(f"option.{option.name}", lang)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_SEVERITIES = ("error", "warning", "info")
_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_lang = click.option("--lang", type=click.Choice(["zh", "en"]), is_eager=True)
_rules = click.option("--rules", "rules_dirs", type=click.Path(path_type=Path), multiple=True, metavar="DIR")
_verbose = click.option("-v", "--verbose", is_flag=True)
_color = click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
_output = click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE")


def _choice(name: str, values: Sequence[str], default: str, *dest: str) -> Decorator:
    return click.option(name, *dest, type=click.Choice(values), default=default, show_default=True)


@click.group(name="figcheck", cls=_SpokenGroup)
@click.version_option(__version__, prog_name="figcheck")
def cli() -> None:
    pass


@cli.command()
@_paths
@_choice("--format", ["auto", "terminal", "plain", "json"], "auto", "form")
@_choice("--fail-on", [*_SEVERITIES, "never"], "error")
@_choice("--min-severity", _SEVERITIES, "info")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0)
@_output
@_rules
@_lang
@_color
@_verbose
def run(paths: Sequence[str], rules_dirs: Sequence[Path], verbose: bool, fail_on: str, **wanted: Any) -> int:
    from figcheck import report

    outcome = _checked(paths, rules_dirs)
    if verbose:
        _tell_sources(outcome)
    view, name = _view(**wanted)
    _deliver(report.OUTPUTS[name](outcome, view), wanted["output"])
    return _exit_code(outcome, fail_on)


def _checked(paths: Sequence[str], rules_dirs: Sequence[Path] = ()) -> Outcome:
    from figcheck import pipeline

    progress = console.Progress()
    try:
        outcome = pipeline.run(paths, settings=pipeline.Settings(rules_dirs=tuple(rules_dirs)), progress=progress)
    finally:
        progress.clear()
    for problem in outcome.problems:
        _tell(problem.path, problem.problem, problem.hint)
    return outcome


def _view(
    lang: str | None,
    color: str,
    form: str,
    output: Path | None,
    min_severity: str = "info",
    min_confidence: float = 0.0,
) -> tuple[View, str]:
    from figcheck import ui
    from figcheck.model import Severity
    from figcheck.report.view import View

    on_screen = output is None and (console.is_terminal(sys.stdout) or color == "always")
    if form == "auto":
        form = "terminal" if on_screen else "plain"
    return View(
        lang=lang or ui.locale_lang(),
        width=console.width(),
        color=output is None and console.wants_color(color),
        encoding=console.encoding() if output is None else "utf-8",
        min_severity=Severity[min_severity.upper()],
        min_confidence=min_confidence,
    ), form


def _deliver(text: str, output: Path | None) -> None:
    if output is None:
        console.out(text)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(str(output), error.strerror or "cannot be written", "choose another file with -o") from None


def _exit_code(outcome: Outcome, fail_on: str) -> int:
    """By all that was found, shown or not; what could not be read outweighs what was found."""
    if outcome.problems:
        return WRONG_USE
    worst = max((str(f.severity) for f in outcome.findings), key=_rank, default="never")
    return FOUND if fail_on != "never" and _rank(worst) >= _rank(fail_on) else FINE


def _rank(severity: str) -> int:
    return ["never", *reversed(_SEVERITIES)].index(severity)


def _tell(where: str, what: str, hint: str) -> None:
    from figcheck.report.safe import visible

    console.err(visible(f"figcheck: {UserError(where, what, hint)}"))


def _tell_sources(outcome: Outcome) -> None:
    from figcheck.report.safe import visible

    for article in outcome.articles:
        date = f"{article.published} ({article.published_from})" if article.published else "no date"
        console.err(visible(f"{article.path}: {article.encoding}, {article.lang}, {date}"))
