"""Commands on what was settled: accept, baseline, decisions, why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck import command, console
from figcheck.commands import session
from figcheck.console import FINE

if TYPE_CHECKING:
    from figcheck.read import Inputs


@command.made
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
    from figcheck import desk, project, settle

    memory = settle.remember(project.root(paths))
    outcome = session.checked(paths, console.view(lang), session.settings(told, memory))
    console.deliver(desk.accept(finding, outcome, memory, console.view(lang), **told))
    return FINE


@command.made
@command.argument("action", "write|update|prune")
@command.places
@command.pairs
@command.rules
@command.config
@command.inputs
@command.lang
def baseline(action: str, paths: Sequence[str], lang: str | None, **given: Any) -> int:
    from figcheck import desk, project, settle

    memory = settle.remember(project.root(paths))
    outcome = session.checked(paths, console.view(lang), session.settings(given, memory))
    console.deliver(desk.baseline(action, outcome, memory, console.view(lang)))
    return session.readable(outcome.problems)


@command.made
@command.places
@command.pairs
@command.flag("--prune", "prune")
@command.rules
@command.config
@command.inputs
@command.lang
def decisions(paths: Sequence[str], prune: bool, lang: str | None, **given: Any) -> int:
    from figcheck import desk, project, settle

    memory = settle.remember(project.root(paths))
    outcome = session.checked(paths, console.view(lang), session.settings(given, memory))
    console.deliver(desk.decisions(outcome, memory, console.view(lang), prune))
    return session.readable(outcome.problems)


@command.made
@command.argument("a", "A:LINE")
@command.argument("b", "B:LINE")
@command.flag("--link", "link")
@command.flag("--unlink", "unlink")
@command.text("--reason", "reason", "TEXT")
@command.config
@command.inputs
@command.lang
def why(a: str, b: str, lang: str | None, config_file: Path | None, inputs: Inputs, **told: Any) -> int:
    from figcheck import desk, pipeline, project, settle, setup, where
    from figcheck.report import why

    places = where.parse(a), where.parse(b)
    paths = list(dict.fromkeys(place.file for place in places))
    view, memory = console.view(lang), settle.remember(project.root(paths))
    own = setup.prepared(paths, config_file=config_file)
    articles = [path for path in paths if path != own.config.file]  # a place there is one of an approved wording
    settings = session.settings({"config_file": config_file, "inputs": inputs}, memory)
    outcome = session.checked(articles, view, settings)
    meant = where.pairs_at(outcome, *places)
    if told["link"] or told["unlink"]:
        console.deliver(desk.link(meant, memory=memory, view=view, **told))
        return session.readable(outcome.problems)
    asked = own.config.naming, memory.links, own.weights
    console.deliver(why.write([pipeline.explain_pair(one, other, *asked) for one, other in meant], outcome, view))
    return session.readable(outcome.problems)
