"""Commands and the options they share, with help in the reader's language. The only module that knows click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from figcheck import console
from figcheck.console import FINE, INTERRUPTED, WRONG_USE

Function = TypeVar("Function", bound=Callable[..., int])
Option = Callable[[Function], Function]
"""A decorator that gives a command one more option or argument."""

SEVERITIES = ("error", "warning", "info")
FORMATS = (
    "terminal", "plain", "html", "json", "jsonl", "csv", "markdown", "github", "gitlab", "sarif", "junit", "rdjson",
)  # fmt: skip
"""The names of `report.OUTPUTS`, known here without loading it."""


def choice(name: str, dest: str, values: Sequence[str], default: str) -> Option[Any]:
    """An option that takes one of these words."""
    return click.option(name, dest, type=click.Choice(values), default=default, show_default=True)


def flag(name: str, dest: str) -> Option[Any]:
    """An option that is given or not."""
    return click.option(name, dest, is_flag=True)


def argument(name: str, shown: str, required: bool = True) -> Option[Any]:
    """A word that the command needs."""
    return click.argument(name, metavar=shown, required=required)


def choice_argument(name: str, values: Sequence[str]) -> Option[Any]:
    """One of these words that the command needs."""
    return click.argument(name, type=click.Choice(values))


def articles(name: str) -> Option[Any]:
    """An option that names articles, and may be given again."""
    return click.option(name, multiple=True, metavar="ARTICLES")


def text(name: str, dest: str, shown: str, required: bool = False) -> Option[Any]:
    """An option that takes words."""
    return click.option(name, dest, metavar=shown, required=required)


def many(name: str, dest: str, shown: str) -> Option[Any]:
    """An option that may be given several times."""
    return click.option(name, dest, metavar=shown, multiple=True)


places = click.argument("paths", nargs=-1, metavar="[PATH]...", callback=lambda _, __, given: given or (".",))
"""Where the articles are: here, if nothing is said."""
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
some_paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
"""Where the articles are, where other options may say so too."""
lang = click.option("--lang", type=click.Choice(["zh", "en"]), is_eager=True)
rules = click.option("--rules", "rules_dirs", type=click.Path(path_type=Path), multiple=True, metavar="DIR")
config = click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE")
verbose = click.option("-v", "--verbose", is_flag=True)
color = choice("--color", "color", ["auto", "always", "never"], "auto")
output = click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE")
outputs = click.option("-o", "--output", "outputs", multiple=True, metavar="[FORMAT=]FILE")
min_severity = choice("--min-severity", "min_severity", SEVERITIES, "info")
min_confidence = click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0)


def pairs(function: Function) -> Function:
    """Pairs of an original and its translation; the command gets the files of these among `paths` too."""

    @wraps(function)
    def called(paths: Sequence[str], pairs: Sequence[tuple[str, str]], **rest: Any) -> int:
        every = tuple(dict.fromkeys([*paths, *(path for pair in pairs for path in pair)]))
        if not every:
            raise click.UsageError("give a PATH, or a --pair of an original and its translation")
        return function(paths=every, pairs=tuple(pairs), **rest)

    made: Any = click.option("--pair", "pairs", nargs=2, multiple=True, metavar="ORIGINAL TRANSLATION")(called)
    return cast("Function", made)


def inputs(function: Function) -> Function:
    """The options that say how inputs are read; the command gets them as one, `inputs`."""

    @wraps(function)
    def called(
        *, encoding: str | None, stdin_name: str | None, include: Sequence[str], exclude: Sequence[str], **rest: Any
    ) -> int:
        from figcheck.read import Inputs

        return function(inputs=Inputs(encoding, stdin_name, tuple(include), tuple(exclude)), **rest)

    made: Any = called
    for name, multiple in (("--exclude", True), ("--include", True), ("--stdin-name", False), ("--encoding", False)):
        made = click.option(name, multiple=multiple, metavar="PATTERN" if multiple else "NAME")(made)
    return cast("Function", made)


debug = click.option(
    "--debug", is_flag=True, is_eager=True, expose_value=False, callback=lambda _, __, wanted: console.debug(wanted)
)
"""Whether mistakes of figcheck are told with their tracebacks: every command has it."""


def amount(name: str, dest: str, default: float) -> Option[Any]:
    """An option that takes a number from nothing up."""
    return click.option(name, dest, type=click.FloatRange(min=0), default=default, show_default=True, metavar="N")


def file(name: str, dest: str, default: str | None = None) -> Option[Any]:
    """An option that names a file to be written."""
    kind = click.Path(path_type=Path)
    return click.option(*name.split("/"), dest, type=kind, default=default, show_default=True, metavar="FILE")


jobs = click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, metavar="N")


class _Command(click.Command):
    """A command whose help, and that of its options, stands in `lang/ui.yaml`."""

    def get_help(self, ctx: click.Context) -> str:
        _speak(self, ctx.params.get("lang"))
        return super().get_help(ctx)


class Group(click.Group):
    """Commands, listed in the order in which they are written."""

    def get_help(self, ctx: click.Context) -> str:
        for command in (self, *self.commands.values()):
            _speak(command, None)
        return super().get_help(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def made(function: Callable[..., int]) -> click.Command:
    """The command that a function is, under its name, with the options that decorate it."""
    return click.command(cls=_Command)(debug(function))


def group(name: str, version: str, commands: Sequence[click.Command]) -> Group:
    """A program of several commands."""
    program = Group(name, callback=lambda: None)
    for one in commands:
        program.add_command(one)
    return click.version_option(version, prog_name=name)(program)


def _speak(command: click.Command, lang: str | None) -> None:
    """Give a command its help. The words are not read before: `figcheck --version` must not wait for them."""
    from figcheck import ui

    lang = lang or ui.locale_lang()
    command.help = ui.say(f"help.{command.name}", lang)
    for option in command.params:
        if isinstance(option, click.Option) and not option.help:
            option.help = ui.say(f"option.{option.name}", lang)


def called(program: Group, argv: Sequence[str] | None) -> int:
    """Call the command that these words name; the exit code. Only wrong use of the command line is dealt with here."""
    try:
        code = program.main(argv, prog_name=program.name, standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        from figcheck.report.safe import visible

        said = StringIO()
        error.show(said)
        for line in said.getvalue().splitlines():
            console.err(visible(line))
        return WRONG_USE
    return code if isinstance(code, int) else FINE
