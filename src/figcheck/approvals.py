"""Approved wordings become articles that others are held against; those that have expired are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from figcheck import read
from figcheck.entries import Approval
from figcheck.model import Article, Claim, Problem, Span


def articles(approved: Sequence[Approval], checked: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """The wordings that hold when the newest of these articles was published, and a problem for each that does not."""
    today = _today(checked)
    problems = [_expired(one, today) for one in approved if not _holds(one, today)]
    return [_article(one, today) for one in approved if _holds(one, today)], problems


def example(text: str, path: str) -> Article:
    """An example of a rule: approved where its front matter says `approved: yes`. No article may say so of itself."""
    front = text.partition("\n---\n")[0].splitlines() if text.startswith("---\n") else []
    return replace(read.article_from_text(text, path), approved="approved: yes" in front)


def mute(approved: Sequence[Article], claims: Sequence[Claim]) -> list[Problem]:
    """A problem for each approved text of which no figure was understood: it would hold against nothing."""
    heard = {id(claim.article) for claim in claims}
    return [
        Problem(_place(article), "no figure of this approved wording was understood", "write it as an article would")
        for article in approved
        if id(article) not in heard
    ]


def _place(article: Article) -> str:
    return f"{article.path}:{Span(article, 0, 1).position[0]}" if article.text else article.path


def _today(checked: Sequence[Article]) -> date:
    """The day of the newest article: the same articles give the same findings on any day; else today."""
    told = [article.published for article in checked if article.published is not None]
    return max(told, default=None) or date.today()  # noqa: DTZ011  (the day where the desk is)


def _holds(approval: Approval, today: date) -> bool:
    return approval.until is None or today <= approval.until


def _expired(approval: Approval, today: date) -> Problem:
    return Problem(
        f"{approval.path}:{approval.line}",
        f"the approved wording {approval.wording[:60]!r} held until {approval.until}; it is {today}",
        "renew it or take it out",
    )


def _article(approval: Approval, today: date) -> Article:
    """The wording as an article that stands where it does in the settings."""
    made = read.article_from_text(approval.wording, approval.path)
    stories = tuple(replace(story, published=today) for story in made.stories)
    original, begin = _file(approval)
    offsets = [begin + offset for offset in made.offsets]
    return replace(made, approved=True, published=today, stories=stories, original=original, offsets=offsets)


def _file(approval: Approval) -> tuple[str, int]:
    """The text of the file and where the wording begins in it; for one that was put together, at least its line."""
    starts = list(accumulate(map(len, approval.source.splitlines(keepends=True)), initial=0))
    line = starts[min(approval.line, len(starts)) - 1]
    found = approval.source.find(approval.wording, line)
    if found >= 0:
        return approval.source, found
    return "\n" * (approval.line - 1) + approval.wording, approval.line - 1
