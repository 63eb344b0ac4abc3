"""Articles from plain text for tests of single stages: no layout is repaired, every line is a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from figcheck.extract import extract
from figcheck.match.frames import framed
from figcheck.match.groups import group
from figcheck.match.weights import Weights, shipped
from figcheck.model import Article, Block, Claim, Group, Measure, Role, Statement, Story
from figcheck.resolve import resolve

PUBLISHED = date(2025, 10, 31)


def article(
    text: str,
    published: date | None = PUBLISHED,
    *,
    path: str = "a.txt",
    title: str | None = None,
    place: str | None = None,
) -> Article:
    """One block a line; a line that begins with `# ` is a heading, a line `----` ends a story."""
    stories: list[Story] = []
    blocks: list[Block] = []
    begin = at = 0
    for line in text.split("\n"):
        if line == "----":
            stories.append(Story(begin, at, tuple(blocks), title, place, published))
            blocks, begin = [], at + len(line) + 1
        else:
            blocks.append(Block(at, at + len(line), Role.HEADLINE if line.startswith("# ") else Role.BODY))
        at += len(line) + 1
    stories.append(Story(begin, len(text), tuple(blocks), title, place, published))
    return Article(path, text, text, range(len(text)), "zh", tuple(stories), published, "text", title, place)


def statements(text: str, published: date | None = PUBLISHED) -> tuple[Statement, ...]:
    """What the sentences of a text say by themselves."""
    return extract(article(text, published)).statements


def claims(text: str, published: date | None = PUBLISHED, **about: str) -> list[Claim]:
    """The claims of one article."""
    return claims_of_all([article(text, published, **about)])


def claim_of(figure: str, text: str, published: date | None = PUBLISHED, **about: str) -> Claim:
    """The claim of the figure that is written so; there must be one only."""
    found = [claim for claim in claims(text, published, **about) if claim.figure.span.text == figure]
    assert len(found) == 1, [claim.figure.span.text for claim in claims(text, published, **about)]
    return found[0]


def claims_of_all(articles: Sequence[Article]) -> list[Claim]:
    """The claims of several articles, in the order given."""
    return [claim for one in articles for claim in framed(one, resolve(extract(one))[0])]


def groups(articles: Sequence[Article]) -> list[Group]:
    """The groups that the claims of several articles make."""
    return grouped(claims_of_all(articles))


def grouped(claims: Sequence[Claim], weights: Weights | None = None) -> list[Group]:
    """The groups that claims make, under the weights that come with figcheck or under others."""
    return group(claims, weights or shipped())


def measure_of_last(text: str) -> Measure:
    """The measure of the last figure of a text."""
    return statements(text)[-1].figure.measure
