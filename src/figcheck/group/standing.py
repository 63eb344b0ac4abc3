"""How two claims stand to each other in a page: a headline above its text, a table in its story, how stories begin."""

from __future__ import annotations

from figcheck.model import Claim, Role


def headlined(a: Claim, b: Claim) -> Claim | None:
    """The one that stands in the headline above the other: it announces its story, it opens no topic beside it."""
    if a.article is not b.article or a.story != b.story or a.figure.role is b.figure.role:
        return None
    return next((claim for claim in (a, b) if claim.figure.role is Role.HEADLINE), None)


def in_table_of(a: Claim, b: Claim, cell: Claim) -> bool:
    """Whether one stands in a table of the other's story: the labels of a table leave out what the story is about."""
    return a.article is b.article and a.story == b.story and cell.figure.role is Role.TABLE


def around(a: Claim, b: Claim, other: Claim) -> str:
    """Where the words that a name leaves out may stand: its sentence; below its headline the beginning of the story."""
    headline = headlined(a, b)
    return other.figure.sentence.text if headline is None or headline is other else beginning(other)


def setting(claim: Claim) -> str:
    """The beginning of the story without the sentence of the claim: 事故已造成2人死亡 is said of any accident."""
    whole = beginning(claim)
    return whole.replace(claim.figure.sentence.text, "").strip() or whole


def beginning(claim: Claim) -> str:
    """The title and the first lines of the story of a claim."""
    story = claim.article.stories[claim.story]
    return (claim.article.title or "") + claim.article.text[story.start : min(story.end, story.start + 160)]
