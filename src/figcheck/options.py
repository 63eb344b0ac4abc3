"""Options that several commands share, and commands whose help is spoken in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

SEVERITIES = ("error", "warning", "info")


def choice(name: str, dest: str, values: Sequence[str], default: str) -> Decorator:
    """An option that takes one of these words."""
    return click.option(name, dest, type=click.Choice(values), default=default, show_default=True)


paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
lang = click.option("--lang", type=click.Choice(["zh", "en"]), is_eager=True)
rules = click.option("--rules", "rules_dirs", type=click.Path(path_type=Path), multiple=True, metavar="DIR")
verbose = click.option("-v", "--verbose", is_flag=True)
color = choice("--color", "color", ["auto", "always", "never"], "auto")
output = click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE")


class Spoken(click.Command):
    """A command whose help, and that of its options, stands in `lang/ui.yaml`."""

    def get_help(self, ctx: click.Context) -> str:
        speak(self, ctx.params.get("lang"))
        return super().get_help(ctx)


class SpokenGroup(click.Group):
    """The same for the list of commands, which stay in the order they are written in."""

    command_class = Spoken

    def get_help(self, ctx: click.Context) -> str:
        for command in (self, *self.commands.values()):
            speak(command, None)
        return super().get_help(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def speak(command: click.Command, lang: str | None) -> None:
    """Give a command its help. The words are not read before: `figcheck --version` must not wait for them."""
    from figcheck import ui

    lang = lang or ui.locale_lang()
    command.help = ui.say(f"help.{command.name}", lang)
    for option in command.params:
        if isinstance(option, click.Option) and not option.help:
            option.help = ui.say(f"option.{option.name}", lang)
