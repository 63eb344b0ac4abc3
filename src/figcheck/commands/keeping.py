"""Commands on rules, settings and what figcheck keeps: explain, rules, test, init, schema, cache."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from figcheck import command, console
from figcheck.commands import session
from figcheck.console import FINE, FOUND


@command.made
@command.argument("rule", "RULE")
@command.rules
@command.config
@command.lang
def explain(rule: str, lang: str | None, **given: Any) -> int:
    from figcheck import manual

    desk = session.desk(**given)
    console.deliver(manual.asked(rule, desk.tuned, console.view(lang)))
    return session.readable(desk.problems)


@command.made
@command.rules
@command.config
@command.lang
def rules(lang: str | None, **given: Any) -> int:
    from figcheck import rulelist

    desk = session.desk(**given)
    console.deliver(rulelist.listed(desk.tuned, console.view(lang)))
    return session.readable(desk.problems)


@command.made
@command.argument("folder", "[DIR]", required=False)
@command.articles("--coverage")
@command.config
@command.inputs
@command.lang
def test(folder: str | None, coverage: Sequence[str], lang: str | None, **given: Any) -> int:
    from figcheck import rulelist, trial

    folders = (Path(folder),) if folder else ()
    if coverage:
        settings = session.settings({"rules_dirs": folders, **given})
        outcome = session.checked(coverage, console.view(lang), settings)
        console.deliver(rulelist.fired(outcome, console.view(lang)))
        return session.readable(outcome.problems)
    desk = session.desk(folders, given["config_file"])
    results = trial.examined(desk, Path(folder) if folder else None)
    console.deliver(rulelist.examined(results, console.view(lang)))
    held = FINE if all(result.passed for result in results) else FOUND
    return max(held, session.readable(desk.problems))


@command.made
@command.argument("folder", "[DIR]", required=False)
@command.lang
def init(folder: str | None, lang: str | None) -> int:
    from figcheck import starter

    for line in starter.written(Path(folder or "."), console.view(lang).lang):
        console.out(line + "\n")
    return FINE


@command.made
@command.choice_argument("what", ["rules", "config"])
@command.lang
def schema(what: str, lang: str | None) -> int:
    from figcheck import schema

    console.deliver(schema.written(what))
    return FINE


@command.made
@command.argument("action", "clear")
@command.lang
def cache(action: str, lang: str | None) -> int:
    from figcheck import desk

    console.deliver(desk.cache(action, console.view(lang)))
    return FINE
