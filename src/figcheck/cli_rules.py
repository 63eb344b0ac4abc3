"""The commands about rules: what they are, what they mean, whether their examples hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from figcheck import console, options

if TYPE_CHECKING:
    from figcheck.model import Problem
    from figcheck.rulebook import Rule


@click.command(cls=options.Spoken)
@options.rules
@options.lang
def rules(rules_dirs: Sequence[Path], lang: str | None) -> int:
    from figcheck import manual

    known, problems = _rulebook(rules_dirs)
    console.deliver(manual.listed(known, console.view(lang)))
    return console.FINE if not problems else console.WRONG_USE


@click.command(cls=options.Spoken)
@click.argument("rule", metavar="RULE")
@options.rules
@options.lang
def explain(rule: str, rules_dirs: Sequence[Path], lang: str | None) -> int:
    from figcheck import manual
    from figcheck.errors import UserError
    from figcheck.form import suggestion

    known, problems = _rulebook(rules_dirs)
    by_id = {each.id: each for each in known}
    if rule not in by_id:
        raise UserError(rule, "there is no such rule", suggestion(rule, by_id))
    console.deliver(manual.explained(by_id[rule], console.view(lang)))
    return console.FINE if not problems else console.WRONG_USE


@click.command(cls=options.Spoken)
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[DIR]")
@options.lang
def test(folder: Path | None, lang: str | None) -> int:
    from figcheck import manual, pipeline, ruletest

    known, problems = _rulebook([folder] if folder else [])
    asked = [rule for rule in known if folder is None or Path(rule.path).parent.samefile(folder)]
    results = ruletest.run_examples(asked, lambda texts: pipeline.check_texts(texts, known).findings)
    console.deliver(manual.tested(results, console.view(lang)))
    if problems:
        return console.WRONG_USE
    return console.FINE if all(result.passed for result in results) else console.FOUND


def _rulebook(folders: Sequence[Path]) -> tuple[Sequence[Rule], Sequence[Problem]]:
    """The rules that come with figcheck and those of the folders; what is wrong with any of them is told."""
    from figcheck import rulebook

    shipped = rulebook.shipped_rules()
    own = [folder for folder in folders if folder.resolve() != shipped.resolve()]
    known, problems = rulebook.load([shipped, *own])
    for problem in problems:
        console.tell(problem.path, problem.problem, problem.hint)
    return known, problems
