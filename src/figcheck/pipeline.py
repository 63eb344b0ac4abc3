"""The line, written once: files → articles → claims → groups → findings. The only module that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from figcheck import check, read, rulebook
from figcheck.errors import UserError
from figcheck.extract import extract
from figcheck.group import group
from figcheck.group.compare import compare
from figcheck.links import NONE, Links, renamed
from figcheck.model import Article, Claim, Outcome, Pair, Problem
from figcheck.resolve import resolve
from figcheck.rulebook import Rule

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose: folders with rules of one's own, beside the shipped ones."""

    rules_dirs: tuple[Path, ...] = ()


def run(paths: Sequence[str], *, settings: Settings = Settings(), progress: Progress | None = None) -> Outcome:
    """Read the articles under the paths and check them together; what cannot be read is a problem, not an end."""
    rules, broken = rulebook.load([rulebook.shipped_rules(), *settings.rules_dirs])
    articles, unread = _articles(paths)
    return check_articles(articles, rules, (*unread, *broken), progress)


def check_articles(
    articles: Sequence[Article],
    rules: Sequence[Rule],
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
    links: Links = NONE,
) -> Outcome:
    """Check articles that were read, with these rules and what a desk has said of its own names."""
    claims: list[Claim] = []
    nameless: list[Claim] = []
    for number, article in enumerate(articles, start=1):
        placed, rest = resolve(extract(article))
        claims.extend(renamed(placed, links))
        nameless.extend(rest)
        if progress is not None:
            progress(number, len(articles))
    groups = group(claims, links)
    return Outcome(
        articles=tuple(articles),
        figures=len(claims) + len(nameless),
        claims=tuple(claims),
        groups=tuple(groups),
        findings=tuple(check.run(groups, [*claims, *nameless], rules)),
        problems=tuple(problems),
        not_understood=tuple(claim.figure for claim in nameless),
        titles={rule.id: rule.title for rule in rules},
    )


def check_texts(texts: Sequence[str], rules: Sequence[Rule]) -> Outcome:
    """Check texts that are in memory, as the examples of rules are; the n-th is called `n.txt`."""
    articles = [read.article_from_text(text, f"{number}.txt") for number, text in enumerate(texts, start=1)]
    return check_articles(articles, rules)


def explain_pair(a: Claim, b: Claim) -> Pair:
    """Why two claims were, or were not, put together."""
    return compare(a, b)


def _articles(paths: Sequence[str]) -> tuple[list[Article], list[Problem]]:
    sources, problems = read.find(paths)
    articles: list[Article] = []
    for source in sources:
        try:
            article, faults = read.load(source)
            articles.append(article)
            problems.extend(faults)
        except UserError as error:
            problems.append(error.problem())
    return articles, problems
