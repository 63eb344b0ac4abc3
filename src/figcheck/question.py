"""The question that a claim answers, in words that an editor can read, and that stay the same wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from figcheck.lang import pack
from figcheck.model import Claim, How, Topic

_BETWEEN = " · "
_DEFINITE = (How.TOLD, How.CARRIED, How.PUBLISHED)


def asked(claims: Sequence[Claim]) -> str:
    """What these claims answer together: `招商项目 · 郴州市 · share · 2021`; their order does not matter."""
    parts = (
        _all(" ".join((*claim.topic.scope, claim.topic.canonical)) for claim in claims),
        _all(_subject(claim) for claim in claims),
        _all(claim.topic.measure.value for claim in claims),
        _all(claim.topic.basis or "" for claim in claims),
        _all(_period(claim.topic) for claim in claims),
    )
    return _BETWEEN.join(part for part in parts if part)


def _all(words: Iterable[str]) -> str:
    return " / ".join(sorted({word for word in words if word}))


def _subject(claim: Claim) -> str:
    """One name for all names of a place."""
    topic = claim.topic
    return pack(claim.article.lang).place_name(topic.subject_key) if topic.subject_key else topic.subject or ""


def _period(topic: Topic) -> str:
    """The time that is told; 目前 means another day in every article and is no part of the question."""
    if topic.period is None or topic.period.how not in _DEFINITE:
        return ""
    return topic.period.label or ""
