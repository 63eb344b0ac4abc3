"""A translation held against its original, as numbers of its claims: what can be kept, and made again from claims."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.model import Claim, Lost, Rendering, Translation

Numbered = tuple[list[tuple[int, int, bool, float]], list[tuple[int, bool]], list[int], list[int]]
"""Renderings, what is missing, added, repeated; each claim by its number."""


def numbered(translation: Translation, claims: Sequence[Claim]) -> Numbered:
    """The same in the numbers of these claims."""
    number = {id(claim): at for at, claim in enumerate(claims)}
    return (
        [(number[id(t.original)], number[id(t.translation)], t.same, t.sure) for t in translation.renderings],
        [(number[id(lost.claim)], lost.alone) for lost in translation.missing],
        [number[id(claim)] for claim in translation.added],
        [number[id(claim)] for claim in translation.repeated],
    )


def told_by(told: Numbered, claims: Sequence[Claim]) -> Translation:
    """The translation that the numbers tell."""
    renderings, missing, added, repeated = told
    return Translation(
        tuple(Rendering(claims[a], claims[b], same, sure) for a, b, same, sure in renderings),
        tuple(Lost(claims[at], alone) for at, alone in missing),
        tuple(claims[at] for at in added),
        tuple(claims[at] for at in repeated),
    )
