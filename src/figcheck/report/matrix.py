"""Stories against indicators: who tells what, where they agree, where they differ, and who is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from figcheck import ui
from figcheck.model import Claim, Group, Severity
from figcheck.report import wording
from figcheck.report.numbered import Numbered
from figcheck.report.safe import visible

ROWS, COLUMNS = 100, 24
"""A larger matrix is read by nobody: the questions with the worst findings and the stories that tell most of them."""

Story = tuple[str, int]
"""Path of the article, and which of its stories."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in a cell of the matrix: its words, where on the page it is told more of, and what became of it."""

    words: str
    place: str
    state: str
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Row:
    """A question, with what each story says to it."""

    question: str
    about: str
    cells: tuple[tuple[Told, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`left_out` counts the questions and the stories that found no room."""

    stories: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: tuple[int, int]


def matrix(made: Numbered) -> Matrix:
    """The questions to which there is more than one answer."""
    told = (_of_articles(group) for group in made.outcome.groups if len(group.claims) > 1)
    groups = sorted((g for g in told if len(g.claims) > 1), key=lambda group: _order(group, made))
    rows = groups[:ROWS]
    counted = Counter(_story(claim) for group in rows for claim in group.claims)
    most = sorted(counted, key=lambda story: (-counted[story], story))
    stories = sorted(most[:COLUMNS])
    left_out = len(groups) - len(rows), len(most) - len(stories)
    return Matrix(_names(stories), tuple(_row(group, stories, made) for group in rows), left_out)


def _of_articles(group: Group) -> Group:
    """The group without approved wordings: these are no stories."""
    return replace(group, claims=tuple(claim for claim in group.claims if not claim.article.approved))


def _order(group: Group, made: Numbered) -> tuple[int, int, str, int]:
    """Worst first, then the questions that most claims answer, then by the first claim."""
    worst = max((told.severity for told in _told(group.claims, made) if told.severity is not None), default=-1)
    first = group.claims[0].figure.span
    return -worst, -len(group.claims), first.article.path, first.start


def _row(group: Group, stories: Sequence[Story], made: Numbered) -> Row:
    topic, lang = group.topic, made.view.lang
    about = [topic.subject or ui.say("no-subject", lang), wording.period(topic.period, lang)]
    cells = tuple(tuple(_told([c for c in group.claims if _story(c) == story], made)) for story in stories)
    return Row(visible(wording.indicator(topic, lang)), visible(wording.BETWEEN.join(about)), cells)


def _told(claims: Sequence[Claim], made: Numbered) -> Iterator[Told]:
    for claim in claims:
        span = claim.figure.span
        words = visible(wording.value(claim.figure, made.view.lang))
        yield Told(words, made.clash(span) or f"c-{made.number(span)}", made.state(span), made.severity(span))


def _story(claim: Claim) -> Story:
    return claim.article.path, claim.story


def _names(stories: Sequence[Story]) -> tuple[str, ...]:
    """The path; with the number of the story where an article has several in the matrix."""
    several = Counter(path for path, _ in stories)
    return tuple(visible(path) + (f" §{story + 1}" if several[path] > 1 else "") for path, story in stories)
