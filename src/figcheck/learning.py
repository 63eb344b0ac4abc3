"""Weights learned from an archive: fitted on two thirds of it, tried on the third, then fitted on all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import floor

from figcheck import check
from figcheck.check.rule import Over, Rule
from figcheck.match import trial, words
from figcheck.match.groups import group
from figcheck.match.learn import Pairs, fit, pairs_of
from figcheck.match.values import agree, relate
from figcheck.match.weights import Weights
from figcheck.model import Article, Claim, Finding, Problem, Severity

UNIT = 10_000
"""Alarms are counted by so many characters."""

_THIRD = 3
_LEAST, _MOST = 0.05, 0.99
"""No threshold lies below or above."""

_LOUDEST = 10

_LEAST_ARTICLES, _COMMON = 5, 450
"""A piece of text is listed as rare as it is where it stands in so many articles, and in one of so many."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Budget:
    """How many alarms on text as it is are bearable: of errors alone, and of errors and warnings, in 10,000
    characters."""

    errors: float = 0.04
    alarms: float = 0.3


@dataclass(frozen=True, slots=True)
class Tried:
    """What weights do on the part that was held out: the share of planted slips that they tell (None where no fact is
    told twice), and the alarms on the text as it is, in 10,000 characters."""

    recall: float | None
    errors: float
    alarms: float


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned from an archive.

    `facts` were told twice in it, `held_out` of them in the part of `characters_held_out` characters on which the
    weights `before` and `after` were tried. `least` is how many characters it takes to choose the thresholds of errors
    and of warnings; those for which there were too few stay as they were. `loudest` are alarms of that part, the
    surest first.
    """

    weights: Weights
    articles: int
    characters: int
    facts: int
    held_out: int
    characters_held_out: int
    least: tuple[int, int]
    before: Tried
    after: Tried
    loudest: tuple[Finding, ...]

    @property
    def about(self) -> dict[str, object]:
        """What the file of weights says of itself."""
        return {
            "articles": self.articles,
            "characters": self.characters,
            "facts told twice": self.facts,
            "slips found": None if self.after.recall is None else round(self.after.recall, 3),
            "errors in 10,000 characters": round(self.after.errors, 3),
            "errors and warnings in 10,000 characters": round(self.after.alarms, 3),
        }


def learned(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    rules: Sequence[Rule],
    before: Weights,
    budget: Budget,
    problems: list[Problem],
    progress: Progress | None = None,
) -> Lesson:
    """The weights that an archive teaches, and how much better they do than those `before`.

    Raises UserError where it holds too few facts told twice. The order of the articles does not matter.
    """
    pairs = pairs_of(claims, progress)
    third = _held_out(articles)
    kept = set(map(id, third))
    aside = trial.among(pairs, third)
    weights = fit(trial.among(pairs, [one for one in articles if id(one) not in kept]))
    asked = _Asked([claim for claim in claims if id(claim.article) in kept], _size(third), rules, problems)
    thresholds = asked.thresholds(replace(weights, tension=before.tension), before, budget)
    weights = replace(weights, error=thresholds[0], warning=thresholds[1], tension=thresholds[2])
    found = asked.alarms(weights)
    return Lesson(
        weights=fit(pairs, thresholds),
        articles=len(articles),
        characters=_size(articles),
        facts=len(pairs.places()),
        held_out=len(aside.places()),
        characters_held_out=asked.characters,
        least=(_enough(budget.errors), _enough(budget.alarms)),
        before=asked.tried(aside, before, asked.alarms(before)),
        after=asked.tried(aside, weights, found),
        loudest=tuple(finding for finding, _ in found[:_LOUDEST]),
    )


def _held_out(articles: Sequence[Article]) -> list[Article]:
    """A third of the articles: every third month, or where there are fewer than three, by what they say."""
    months = sorted({(day.year, day.month) for one in articles if (day := one.published)})
    third = set(months[_THIRD - 1 :: _THIRD])
    return [
        one
        for one in articles
        if (
            (one.published.year, one.published.month) in third
            if one.published and third
            else sha256(one.text.encode("utf-8", "surrogatepass")).digest()[0] % _THIRD == 0
        )
    ]


def _size(articles: Sequence[Article]) -> int:
    return sum(one.characters for one in articles)


def _enough(budget: float) -> int:
    """So many characters hold one alarm of a budget: with fewer, chance would choose the threshold."""
    return round(UNIT / budget) if budget > 0 else 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """The claims of the part that was held out, and what is asked of them."""

    claims: Sequence[Claim]
    characters: int
    rules: Sequence[Rule]
    problems: list[Problem]

    def alarms(self, weights: Weights) -> list[tuple[Finding, float]]:
        """The errors and warnings about two figures that were matched, each with how sure the match is; the surest
        first."""
        groups = group(self.claims, weights)
        score = {frozenset((id(pair.a), id(pair.b))): pair.score for one in groups for pair in one.pairs}
        found = check.run(groups, (), self.rules, overs=[Over.GROUP], problems=self.problems)
        told = [
            (finding, score[both])
            for finding in found
            if finding.severity > Severity.INFO and (both := _first_two(finding)) in score
        ]
        return sorted(told, key=lambda row: (-row[1], check.order(row[0])))

    def thresholds(self, weights: Weights, before: Weights, budget: Budget) -> tuple[float, float, float]:
        """The least probabilities of an error and of a warning that keep within the budget; where there is too little
        text to choose one, it stays as it was, as does that of a tension."""
        found = self.alarms(replace(weights, error=0.0, warning=_LEAST))
        errors = [sure for finding, sure in found if finding.severity is Severity.ERROR]
        error = before.error if self._is_small(budget.errors) else self._threshold(errors, budget.errors)
        alarms = [sure for finding, sure in found if not _agree(finding)]
        others = len(found) - len(alarms)  # tensions: these thresholds do not hold them back
        warning = before.warning if self._is_small(budget.alarms) else self._threshold(alarms, budget.alarms, others)
        return max(error, warning), warning, weights.tension

    def _is_small(self, budget: float) -> bool:
        return self.characters < _enough(budget)

    def _threshold(self, sure: Sequence[float], budget: float, others: int = 0) -> float:
        """The least that lets through no more than the budget of those, the surest of which is first."""
        allowed = max(int(budget * self.characters / UNIT) - others, 0)
        if allowed >= len(sure):
            return _LEAST
        return min(max(floor(sure[allowed] * 100 + 1) / 100, _LEAST), _MOST)

    def tried(self, aside: Pairs, weights: Weights, found: Sequence[tuple[Finding, float]]) -> Tried:
        errors = sum(finding.severity is Severity.ERROR for finding, _ in found)
        size = max(self.characters, 1) / UNIT
        return Tried(trial.recall(aside, weights), errors / size, len(found) / size)


def _agree(finding: Finding) -> bool:
    return agree(relate(*finding.claims[:2]))


def _first_two(finding: Finding) -> frozenset[int]:
    return frozenset(map(id, finding.claims[: finding.primary]))


def rarities(articles: Sequence[Article]) -> str:
    """The table of how rare each piece of text is in an archive: `match/rarity.txt` is one."""
    counts = Counter(piece for one in articles for piece in set(words.pieces(one.text)))
    return words.written(counts, len(articles), max(_LEAST_ARTICLES, len(articles) // _COMMON)) + "\n"
