"""The line, written once: files → articles → claims → groups → findings. The only module that knows the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from figcheck import approvals, cache, narrow, read, settle, setup, translation
from figcheck.barrier import attempt
from figcheck.config import Config
from figcheck.later import Later
from figcheck.links import Links
from figcheck.match.explain import reckoned
from figcheck.match.links import by_hand
from figcheck.match.sides import Side
from figcheck.match.weights import Weights, shipped
from figcheck.memo import Memo, remembered
from figcheck.model import Article, Claim, Outcome, Problem, Reckoning
from figcheck.naming import NONE, Naming
from figcheck.rulebook import Rule
from figcheck.settle import Memory
from figcheck.setup import Setup
from figcheck.together import Judge, made
from figcheck.understand import Progress, Working, understand, understand_all
from figcheck.understood import Understood, opened, packed_up


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
    pairs: Sequence[translation.Asked] = ()
    memory: Memory | None = None
    changed: frozenset[Path] | None = None
    working: Working = field(default_factory=Working)

    @property
    def links(self) -> Links | None:
        """What an editor has said of questions."""
        return self.memory.links if self.memory is not None else None


@dataclass(frozen=True, slots=True)
class Given:
    """What the files under some paths say, each by itself, and the settings that hold for them."""

    desk: Setup
    understood: Sequence[Understood]
    problems: tuple[Problem, ...]
    skipped: tuple[Problem, ...]


def given(paths: Sequence[str], settings: Settings, progress: Progress | None = None) -> Given:
    """Read the articles under the paths; what cannot be read is a problem, not an end."""
    desk = setup.prepared(paths, settings.rules_dirs, settings.config_file)
    folder = str(Path(desk.config.file or ".").parent)
    inputs = replace(settings.inputs, articles=desk.config.articles, articles_dir=folder, limits=desk.config.limits)
    found = read.find(paths, inputs)
    understood = understand_all(found.sources, inputs, settings.working, desk.config.naming, progress)
    problems = (*found.problems, *(problem for one in understood for problem in one.problems))
    return Given(desk, understood, problems, (*found.skipped, *(p for one in understood for p in one.skipped)))


def run(paths: Sequence[str], *, settings: Settings = Settings(), progress: Progress | None = None) -> Outcome:
    """Read the articles under the paths and check them together; what cannot be read is a problem, not an end."""
    told = given(paths, settings, progress)
    desk, understood = told.desk, told.understood
    articles = [one.article for one in understood if one.article is not None]
    failed: list[Problem] = []
    wordings = partial(_wordings, desk.config, articles)
    approved, expired = attempt(wordings, failed, str(desk.config.file), "reading the approved wordings", ((), ()))
    unread = (*told.problems, *(problem for one in approved for problem in one.problems))
    memo = remembered(settings.working.cache, "together", paths)
    judge = Judge(desk.rules, desk.config.naming, settings.links, memo, desk.weights, desk.config.limits)
    outcome = _checked(understood, approved, judge, settings.pairs)
    memo.save()
    outcome = replace(outcome, problems=(*unread, *desk.problems, *expired, *outcome.problems), skipped=told.skipped)
    if settings.memory is not None:
        commented = [one.article for one in understood if one.article and one.commented]
        settled = partial(settle.settle, outcome, settings.memory, commented)
        outcome = attempt(settled, failed, str(settings.memory.base), "looking up what was settled", outcome)
    outcome = _in_order(replace(outcome, problems=(*outcome.problems, *failed)))
    return narrow.touching(outcome, settings.changed) if settings.changed is not None else outcome


def _in_order(outcome: Outcome) -> Outcome:
    """The outcome with its problems and notes by their places, whatever the order of the paths."""
    problems, skipped, notes = (
        tuple(sorted(part, key=_by_place)) for part in (outcome.problems, outcome.skipped, outcome.notes)
    )
    return replace(outcome, problems=problems, skipped=skipped, notes=notes)


def _by_place(problem: Problem) -> tuple[str, int, str, str]:
    path, _, line = problem.path.rpartition(":")
    numbered = bool(path) and line.isdecimal()
    return path if numbered else problem.path, int(line) if numbered else 0, problem.problem, problem.hint


def _wordings(config: Config, articles: Sequence[Article]) -> tuple[Sequence[Understood], Sequence[Problem]]:
    """The approved wordings that hold, understood, and a problem for each that has expired."""
    approved, expired = approvals.articles(config.approved, articles)
    return [_wording(one, config.naming) for one in approved], expired


def check_articles(
    articles: Sequence[Article], rules: Sequence[Rule], problems: Sequence[Problem] = (), naming: Naming = NONE
) -> Outcome:
    """Check articles that were read, with these rules and what a desk has said of its own names.

    Those that are approved are what the others are held against: they are neither checked nor counted.
    """
    understood = [_wording(article, naming) for article in articles]
    checked = [one for one in understood if one.article and not one.article.approved]
    approved = [one for one in understood if one.article and one.article.approved]
    outcome = _checked(checked, approved, Judge(rules, naming, None, Memo()))
    faults = [problem for one in understood for problem in one.problems]
    return replace(outcome, problems=(*problems, *faults, *outcome.problems))


def check_texts(texts: Sequence[str], rules: Sequence[Rule], naming: Naming = NONE) -> Outcome:
    """Check texts that are in memory, as the examples of rules are; the n-th is called `n.txt`."""
    articles = [approvals.example(text, f"{number}.txt") for number, text in enumerate(texts, start=1)]
    return check_articles(articles, rules, naming=naming)


def explain_pair(
    a: Claim, b: Claim, naming: Naming = NONE, links: Links | None = None, weights: Weights | None = None
) -> Reckoning:
    """Why two claims were, or were not, put together."""
    told = reckoned(Side(a), Side(b), weights or shipped(), naming)
    pair = by_hand(told.pair, links)
    return told if pair is told.pair else Reckoning(pair)


def _wording(article: Article, naming: Naming) -> Understood:
    """An article of no file, named so that what is made of it can be kept."""
    head, body = packed_up([understand(article)])
    (made,) = opened(
        head, lambda: body, cache.key("wording", article.path, article.original, str(article.published)), naming
    )
    return made


def _checked(
    understood: Sequence[Understood],
    approved: Sequence[Understood],
    judge: Judge,
    pairs: Sequence[translation.Asked] = (),
) -> Outcome:
    """What all articles say together, and which of it cannot all be true."""
    checked = [one for one in understood if one.article is not None]
    claims = [claim for one in checked for claim in one.claims]
    nameless = [claim for one in checked for claim in one.nameless]
    wordings = [claim for one in approved for claim in one.claims]
    found, translated, unpaired = translation.held(made(checked, approved, judge), checked, judge, pairs)
    failed: list[Problem] = []
    texts = [one.article for one in approved if one.article is not None]
    mute = attempt(partial(approvals.mute, texts, wordings), failed, "", "reading the approved wordings", ())
    placed = set(map(id, claims))
    return Outcome(
        articles=tuple(one.article for one in checked if one.article is not None),
        figures=len(claims) + len(nameless),
        claims=claims,
        compared=len(placed.intersection(map(id, found.met))),
        groups=found.groups,
        findings=tuple(finding for _, finding in found.found),
        problems=(*mute, *unpaired, *found.problems, *failed),
        translations=tuple(translated),
        not_understood=Later(lambda: [claim.figure for claim in nameless], len(nameless)),
        titles={rule.id: rule.title for rule in judge.rules},
    )
