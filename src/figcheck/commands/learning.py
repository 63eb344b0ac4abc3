"""The command on weights: learn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from figcheck import command, console
from figcheck.commands import session


@command.made
@command.paths
@command.file("-o/--output", "weights_file", "weights.json")
@command.amount("--errors", "errors", 0.04)
@command.amount("--warnings", "alarms", 0.3)
@command.file("--rarity", "rarity")
@command.rules
@command.config
@command.inputs
@command.lang
@command.jobs
@command.flag("--no-cache", "no_cache")
def learn(
    paths: Sequence[str],
    weights_file: Path,
    errors: float,
    alarms: float,
    rarity: Path | None,
    lang: str | None,
    **given: Any,
) -> int:
    from figcheck import learning, pipeline
    from figcheck.match import weights
    from figcheck.report import lesson

    view, settings = console.view(lang), session.settings(given)
    with console.Progress() as progress:
        archive = pipeline.given(paths, settings, progress)
    problems = [*archive.problems, *archive.desk.problems]
    session.told(problems)
    articles = [one.article for one in archive.understood if one.article is not None]
    if rarity is not None:
        console.deliver(learning.rarities(articles), rarity)
        return session.readable(problems)
    claims = [claim for one in archive.understood for claim in one.own]
    failed: list[Any] = []
    with console.Progress() as progress:
        budget, desk = learning.Budget(errors, alarms), archive.desk
        learned = learning.learned(articles, claims, desk.rules, desk.weights, budget, failed, progress)
    session.told(failed)
    console.deliver(weights.written(learned.weights, learned.about), weights_file)
    console.deliver(lesson.write(learned, weights_file, view))
    return session.readable([*problems, *failed])
