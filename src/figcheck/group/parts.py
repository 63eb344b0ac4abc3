"""What the parts of a comparison are made of."""

from __future__ import annotations

from datetime import date

from figcheck.model import Claim, Part


def veto(name: str, a: object, b: object) -> list[Part]:
    return [Part(name, -1.0, True, str(a or ""), str(b or ""))]


def published(claim: Claim) -> date | None:
    story = claim.article.stories[claim.story] if claim.story < len(claim.article.stories) else None
    return (story.published if story else None) or claim.article.published
