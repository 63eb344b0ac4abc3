"""Comments in articles: each names a rule and a reason, and settles its findings in one paragraph or article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from figcheck import form, remarks
from figcheck.errors import UserError
from figcheck.model import Article, Finding, Problem
from figcheck.remarks import Remark

_HOW = "write `figcheck: ok RULE REASON`"


@dataclass(frozen=True, slots=True, eq=False)
class Comment:
    """A comment that can settle findings: those of `rule` with a figure in `original[start:end]` of the article."""

    article: Article
    rule: str
    reason: str
    where: str
    start: int
    end: int

    def settles(self, finding: Finding) -> bool:
        """Whether the finding is of this rule and touches the stretch that the comment speaks of."""
        return finding.rule == self.rule and any(
            claim.article is self.article and self.start <= claim.figure.span.source_start < self.end
            for claim in finding.claims[: finding.primary]
        )


def read(articles: Sequence[Article], rules: Collection[str]) -> tuple[list[Comment], list[Problem]]:
    """The comments of all articles, and a problem for each that is misspelt or has no reason."""
    comments: list[Comment] = []
    problems: list[Problem] = []
    for article in articles:
        for remark in remarks.find(article.original):
            try:
                comments.append(_comment(article, remark, rules))
            except UserError as error:
                problems.append(error.problem())
    return comments, problems


def _comment(article: Article, remark: Remark, rules: Collection[str]) -> Comment:
    where = f"{article.path}:{article.original.count(chr(10), 0, remark.start) + 1}"
    verb, _, rest = remark.said.partition(" ")
    rule, _, reason = rest.partition(" ")
    if remark.name != remarks.NAME:
        raise UserError(where, f"a comment to {remark.name[:20]!r} settles nothing", "did you mean 'figcheck'?")
    if verb != "ok":
        raise UserError(where, f"the comment says {verb[:20]!r}, not ok", _HOW)
    if rule not in rules:
        raise UserError(where, f"the comment names no rule: {rule[:40]!r}", form.suggestion(rule, rules))
    if not reason:
        raise UserError(where, f"the comment on {rule} gives no reason", _HOW)
    return Comment(article, rule, reason, where, *_stretch(article, remark))


def _stretch(article: Article, remark: Remark) -> tuple[int, int]:
    """The whole article, the paragraph with the comment, or, where it stands by itself, the one that follows."""
    if remark.whole:
        return 0, len(article.original)
    line = article.original.rfind("\n", 0, remark.start) + 1
    for start, end in sorted(_paragraphs(article)):
        if end > line:
            return start, end
    return remark.start, remark.end


def _paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    for story in article.stories:
        for block in story.blocks:
            yield article.offsets[block.start], article.offsets[block.end - 1] + 1
