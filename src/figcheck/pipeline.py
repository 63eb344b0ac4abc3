"""The line, written once: files → articles → claims → groups → findings. The only module that knows the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from figcheck import approvals, cache, check, narrow, read, rulebook, settle, setup, translations
from figcheck.check.rule import Over
from figcheck.group import group, in_order, parts
from figcheck.group.compare import compare
from figcheck.group.linked import by_hand
from figcheck.links import Links
from figcheck.memo import NO_MEMO, Memo, remembered
from figcheck.model import Article, Claim, Finding, Group, Outcome, Pair, Problem
from figcheck.naming import NONE, Naming, renamed
from figcheck.rulebook import Rule
from figcheck.settle import Memory
from figcheck.understand import Progress, Understood, Working, understand, understand_all


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose.

    `rules_dirs` are folders with rules of one's own, `config_file` settings other than those found from the paths;
    `inputs` is how inputs are read; `pairs` are originals and their translations, by their paths;
    `memory` is what was settled before; `changed` are the files whose findings are asked for (None: all); `working` is
    how the work is done.
    """

    rules_dirs: tuple[Path, ...] = ()
    config_file: Path | None = None
    inputs: read.Inputs = read.AS_GIVEN
    pairs: tuple[translations.Asked, ...] = ()
    memory: Memory | None = None
    changed: frozenset[Path] | None = None
    working: Working = field(default_factory=Working)

    @property
    def links(self) -> Links | None:
        """What an editor has said of questions."""
        return self.memory.links if self.memory is not None else None


def run(paths: Sequence[str], *, settings: Settings = Settings(), progress: Progress | None = None) -> Outcome:
    """Read the articles under the paths and check them together; what cannot be read is a problem, not an end."""
    desk = setup.prepared(paths, settings.rules_dirs, settings.config_file)
    folder = str(Path(desk.config.file or ".").parent)
    inputs = replace(settings.inputs, articles=desk.config.articles, articles_dir=folder)
    found = read.find(paths, inputs)
    understood = understand_all(found.sources, inputs, settings.working, progress)
    approved, expired = approvals.articles(desk.config.approved, [one.article for one in understood if one.article])
    unread = (*found.problems, *(problem for one in understood for problem in one.problems))
    problems = (*unread, *desk.problems, *expired)
    skipped = (*found.skipped, *(problem for one in understood for problem in one.skipped))
    known = _renamed([*(one for one in understood if one.article), *map(_wording, approved)], desk.config.naming)
    memo = remembered(known, settings.working, paths)
    outcome = _checked(known, desk.rules, problems, desk.config.naming, settings.links, memo)
    memo.save()
    outcome = replace(translations.held(outcome, desk.rules, settings.pairs), skipped=skipped)
    if settings.memory is not None:
        outcome = settle.settle(outcome, settings.memory)
    return narrow.touching(outcome, settings.changed) if settings.changed is not None else outcome


def check_articles(
    articles: Sequence[Article], rules: Sequence[Rule], problems: Sequence[Problem] = (), naming: Naming = NONE
) -> Outcome:
    """Check articles that were read, with these rules and what a desk has said of its own names.

    Those that are approved are what the others are held against: they are neither checked nor counted.
    """
    outcome = _checked(_renamed(map(understand, articles), naming), rules, problems, naming)
    return translations.held(outcome, rules)


def check_texts(texts: Sequence[str], rules: Sequence[Rule], naming: Naming = NONE) -> Outcome:
    """Check texts that are in memory, as the examples of rules are; the n-th is called `n.txt`."""
    articles = [approvals.example(text, f"{number}.txt") for number, text in enumerate(texts, start=1)]
    return check_articles(articles, rules, naming=naming)


def explain_pair(a: Claim, b: Claim, naming: Naming = NONE, links: Links | None = None) -> Pair:
    """Why two claims were, or were not, put together."""
    return by_hand(compare(a, b, naming), links)


def _wording(article: Article) -> Understood:
    """An approved wording, named so that what is made of it can be kept."""
    return replace(understand(article), name=cache.key("approved", article.path, article.original))


def _renamed(understood: Iterable[Understood], naming: Naming) -> list[Understood]:
    return [replace(one, claims=tuple(renamed(one.claims, naming))) for one in understood]


def _checked(
    understood: Sequence[Understood],
    rules: Sequence[Rule],
    problems: Sequence[Problem] = (),
    naming: Naming = NONE,
    links: Links | None = None,
    memo: Memo = NO_MEMO,
) -> Outcome:
    """What all articles say together, and which of it cannot all be true."""
    checked = [one for one in understood if one.article is not None and not one.article.approved]
    approved = [one for one in understood if one.article is not None and one.article.approved]
    claims = [claim for one in checked for claim in one.claims]
    nameless = [claim for one in checked for claim in one.nameless]
    wordings = [claim for one in approved for claim in one.claims]
    groups, found = _compared([*claims, *wordings], rules, naming, links, memo)
    found += _alone(checked, rules, memo)
    dates = [found for one in checked for found in one.dates]
    found += check.run((), [*claims, *nameless], rules, dates, [Over.DATES, Over.CORPUS])
    return Outcome(
        articles=tuple(one.article for one in checked if one.article is not None),
        figures=len(claims) + len(nameless),
        claims=tuple(claims),
        groups=tuple(groups),
        findings=tuple(check.in_order(found)),
        problems=(*problems, *approvals.mute([one.article for one in approved if one.article is not None], wordings)),
        not_understood=tuple(claim.figure for claim in nameless),
        titles={rule.id: rule.title for rule in rules},
    )


def _compared(
    claims: Sequence[Claim], rules: Sequence[Rule], naming: Naming, links: Links | None, memo: Memo
) -> tuple[list[Group], list[Finding]]:
    """The groups, and what is found in them. Parts without a changed claim are not worked out again."""

    def made(part: Sequence[Claim]) -> tuple[list[Group], list[Finding]]:
        groups = group(part, naming, links)
        return groups, check.run(groups, (), rules, overs=[Over.GROUP, Over.APPROVED])

    if links is not None and links.told:  # they go across parts
        return made(claims)
    named = f"compare {rulebook.fingerprint(rules)} {naming}"
    pieces = [memo.of(named, part, partial(made, part)) for part in parts(claims, naming)]
    return in_order(one for groups, _ in pieces for one in groups), [one for _, found in pieces for one in found]


def _alone(understood: Sequence[Understood], rules: Sequence[Rule], memo: Memo) -> Iterator[Finding]:
    """What is found within the articles, each by itself."""
    named = f"check {rulebook.fingerprint(rules)}"
    for one in understood:
        own = (*one.claims, *one.nameless)
        yield from memo.of(named, own, partial(check.run, (), own, rules, overs=[Over.STORY]))
