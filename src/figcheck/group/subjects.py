"""Whether two claims speak of one subject."""

from __future__ import annotations

from figcheck.group.parts import veto
from figcheck.lang import pack
from figcheck.model import Claim, Measure, Part, Role

Whose = tuple[str | None, str, str | None, str]
"""How a claim names its subject: key, name, the story's own place, language."""

RUNNING_TEXT = {Role.LEAD, Role.BODY}
SPECIFIC = 5
"""An indicator of so many characters says enough by itself to meet another whose subject is told otherwise."""


def compare_subjects(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ka, kb = a.topic.subject_key, b.topic.subject_key
    na, nb = a.topic.subject or "", b.topic.subject or ""
    if ka == kb:
        if ka is None and a.article is b.article and {a.figure.role, b.figure.role} <= RUNNING_TEXT:
            unsure.append("subject")  # who tells two figures without naming whose means two things more often than one
        return [Part("subject", 0.0, False, na, nb)]
    if _apart(a.topic.home, b.topic.home, a.article.lang):
        return veto("home", a.topic.home, b.topic.home)
    if ka is None or kb is None:
        unsure.append("subject")
        return [Part("subject", -0.15, False, na, nb)]
    place = pack(a.article.lang).place
    both_places = place(na) is not None and place(nb) is not None
    if both_places or (a.topic.subject_told and b.topic.subject_told and not _one_name(ka, kb)):
        return veto("subject", na, nb)
    if not both_places and _one_name(na, nb):
        return [Part("subject", -0.1, False, na, nb)]
    if len("".join(a.topic.words)) < SPECIFIC or len("".join(b.topic.words)) < SPECIFIC:
        return veto("subject", na, nb)
    if a.article is b.article and a.topic.measure not in (Measure.STREAK, Measure.SHARE):
        return veto("subject", na, nb)
    unsure.append("subject")
    return [Part("subject", -0.25, False, na, nb)]


def whose(claim: Claim) -> Whose:
    """All that `surely_apart` asks of a claim."""
    topic = claim.topic
    return topic.subject_key, topic.subject or "", topic.home, claim.article.lang


def surely_apart(a: Whose, b: Whose) -> bool:
    """Whether two claims with these subjects are kept apart whatever else they say. Few subjects have many claims."""
    if a[0] == b[0] or a[3] != b[3]:
        return False
    if _apart(a[2], b[2], a[3]):
        return True
    place = pack(a[3]).place
    return a[0] is not None and b[0] is not None and place(a[1]) is not None and place(b[1]) is not None


def _apart(a: str | None, b: str | None, lang: str) -> bool:
    """Whether two stories are about places of which neither lies in the other."""
    within = pack(lang).within
    return a is not None and b is not None and not within(a, b) and not within(b, a)


def _one_name(a: str, b: str) -> bool:
    """Whether one name is a part of the other: 湘电 and 湘电集团."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and not short.isdigit() and (short in long)
