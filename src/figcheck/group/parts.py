"""What the parts of a comparison are made of."""

from __future__ import annotations

from datetime import date

from figcheck.model import Claim, Measure, Part

BY_PREDICATE = (Measure.STREAK, Measure.RANK, Measure.SHARE)
"""Measures in which a claim is also what is said of the thing, so that the words around it tell claims apart."""


def veto(name: str, a: object, b: object) -> list[Part]:
    return [Part(name, -1.0, True, str(a or ""), str(b or ""))]


def published(claim: Claim) -> date | None:
    story = claim.article.stories[claim.story] if claim.story < len(claim.article.stories) else None
    return (story.published if story else None) or claim.article.published


def stem(name: str, ends: tuple[str, ...]) -> str:
    """A name without an end that says no more than that it is an amount.

    >>> stem("粮食产量", ("标准", "量")), stem("最低工资标准", ("标准", "量")), stem("总产量", ("标准", "量"))
    ('粮食产', '最低工资', '总产量')
    """
    end = next((end for end in ends if name.endswith(end)), "")
    return name[: len(name) - len(end)] if len(name) > 3 else name
