"""The line, written once: files → articles → claims → groups → findings. The only module that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from figcheck import approvals, check, read, setup, translations
from figcheck.dated import dated
from figcheck.extract import extract
from figcheck.group import group
from figcheck.group.compare import compare
from figcheck.model import Article, Claim, Dated, Outcome, Pair, Problem
from figcheck.naming import NONE, Naming, renamed
from figcheck.resolve import resolve
from figcheck.rulebook import Rule

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose: folders with rules of one's own, settings other than those found from the paths, and how
    inputs are read. `pairs` are originals and their translations, by their paths.
    """

    rules_dirs: tuple[Path, ...] = ()
    config_file: Path | None = None
    inputs: read.Inputs = read.AS_GIVEN
    pairs: tuple[tuple[str, str], ...] = ()


def run(paths: Sequence[str], *, settings: Settings = Settings(), progress: Progress | None = None) -> Outcome:
    """Read the articles under the paths and check them together; what cannot be read is a problem, not an end."""
    desk = setup.prepared(paths, settings.rules_dirs, settings.config_file)
    folder = str(Path(desk.config.file or ".").parent)
    inputs = replace(settings.inputs, articles=desk.config.articles, articles_dir=folder)
    articles, unread, skipped = read.all_under(paths, inputs)
    approved, expired = approvals.articles(desk.config.approved, articles)
    problems = (*unread, *desk.problems, *expired)
    outcome = check_articles([*articles, *approved], desk.rules, problems, progress, desk.config.naming, settings.pairs)
    return replace(outcome, skipped=tuple(skipped))


def check_articles(
    articles: Sequence[Article],
    rules: Sequence[Rule],
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    naming: Naming = NONE,
    pairs: Sequence[translations.Asked] = (),
) -> Outcome:
    """Check articles that were read, with these rules and what a desk has said of its own names.

    Those that are approved are what the others are held against: they are neither checked nor counted.
    """
    claims: list[Claim] = []
    approved: list[Claim] = []
    nameless: list[Claim] = []
    dates: list[Dated] = []
    for number, article in enumerate(articles, start=1):
        reading = extract(article)
        placed, rest = resolve(reading)
        (approved if article.approved else claims).extend(renamed(placed, naming))
        if not article.approved:
            nameless.extend(rest)
            dates.extend(dated(reading))
        if progress is not None:
            progress(number, len(articles))
    groups = group([*claims, *approved], naming)
    outcome = Outcome(
        articles=tuple(article for article in articles if not article.approved),
        figures=len(claims) + len(nameless),
        claims=tuple(claims),
        groups=tuple(groups),
        findings=tuple(check.run(groups, [*claims, *nameless], rules, dates)),
        problems=(*problems, *approvals.mute([article for article in articles if article.approved], approved)),
        not_understood=tuple(claim.figure for claim in nameless),
        titles={rule.id: rule.title for rule in rules},
    )
    return translations.held(outcome, rules, pairs)


def check_texts(texts: Sequence[str], rules: Sequence[Rule], naming: Naming = NONE) -> Outcome:
    """Check texts that are in memory, as the examples of rules are; the n-th is called `n.txt`."""
    articles = [approvals.example(text, f"{number}.txt") for number, text in enumerate(texts, start=1)]
    return check_articles(articles, rules, naming=naming)


def explain_pair(a: Claim, b: Claim, naming: Naming = NONE) -> Pair:
    """Why two claims were, or were not, put together."""
    return compare(a, b, naming)
