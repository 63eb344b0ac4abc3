"""Whether two claims name one indicator, in languages that write words apart: by whole words.

An indicator is known by its head (the last word); what stands before the head narrows it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from figcheck.group.parts import BY_PREDICATE, published, veto
from figcheck.lang import pack
from figcheck.model import Claim, How, Measure, Part, Role

SAME_EVENT = 0.15
"""Beginnings of stories that share so much of their words tell of one event."""

ONE_SAYING = 0.6
"""Sentences of one article that share so much of their words say one thing twice."""

TELLING = 4
"""A sentence with fewer words of its own may be said of many things."""

ALIKE = 0.5
"""Clauses that share so much of their words say the same."""


def compare_words(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    """The parts that words add to a comparison; a veto ends it."""
    clash = _exclusive(a, b)
    if clash:
        return veto("exclusive", *clash)
    if "part" in {*a.topic.scope, *b.topic.scope} and not (a.topic.scope == b.topic.scope and _said_alike(a, b)):
        return veto("scope", " ".join(a.topic.scope), " ".join(b.topic.scope))
    if a.topic.canonical in pack(a.article.lang).of_event():
        return _of_event(a, b, unsure)
    named = _names(a, b, unsure)
    return named if any(part.veto for part in named) else [*named, *_said(a, b, unsure)]


def _said_alike(a: Claim, b: Claim) -> bool:
    return share(set(_around(a)), set(_around(b))) >= ALIKE


def _exclusive(a: Claim, b: Claim) -> tuple[str, str] | None:
    ours, theirs = set(a.topic.words), set(b.topic.words)
    for group in pack(a.article.lang).exclusive():
        mine, other = ours.intersection(group), theirs.intersection(group)
        if mine and other and mine != other:
            return min(mine), min(other)
    return None


def _of_event(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    """Counts of the dead and hurt are of one event or not at all; within a story each sentence may tell of another."""
    said = a.topic.indicator, b.topic.indicator
    if a.topic.canonical != b.topic.canonical:
        return veto("name", *said)
    if _elsewhere(a, b) or _of_a_part(a, b) or _of_a_part(b, a):
        return veto("event", a.topic.subject, b.topic.subject)
    zero = not (a.quantity.value and b.quantity.value)
    if a.article is not b.article and not _timed(a, b) and not (zero and _vague(a) and _vague(b)):
        return veto("period", "", "")
    if a.article is not b.article and share(_beginning(a), _beginning(b)) < SAME_EVENT:
        return veto("event", " ".join(sorted(_beginning(a))[:8]), " ".join(sorted(_beginning(b))[:8]))
    unsure.append("scope")
    return [Part("name", -0.1, False, *said)]


def _of_a_part(a: Claim, b: Claim) -> bool:
    """Whether only one tells of a place, which the headline of the other does not name: in Liberia 3,145 have died."""
    if not a.topic.subject_told or a.topic.subject is None or b.topic.subject_key == a.topic.subject_key:
        return False
    story = b.article.stories[b.story]
    headline = f"{b.article.title} {story.title} {b.article.text[story.start : story.start + 60]}"
    return pack(a.article.lang).place(a.topic.subject) is not None and a.topic.subject not in headline


def _timed(a: Claim, b: Claim) -> bool:
    """Whether both were told on a known day: a toll grows, so that two without a date may both be right."""
    told = [claim.topic.period.how if claim.topic.period else How.UNKNOWN for claim in (a, b)]
    if How.RELATIVE in told and told[0] is not told[1]:  # on April 20, of a year that is not told
        return False
    return published(a) is not None and published(b) is not None


def _vague(claim: Claim) -> bool:
    return claim.topic.period is None or claim.topic.period.how in (How.VAGUE, How.UNKNOWN)


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether the sentences of one story share too few words to say one thing twice."""
    if a.article is not b.article or a.figure.role is not b.figure.role:
        return False
    first, second = _sentence(a), _sentence(b)
    return min(len(first), len(second)) < TELLING or share(first, second) < ONE_SAYING


def _sentence(claim: Claim) -> set[str]:
    """The longer words of the sentence of a claim that are not its own."""
    words = re.findall(r"[a-z]{5,}", claim.figure.sentence.text.lower())
    return {word for word in words if not word.startswith(claim.topic.words)} - {"people", "about", "least", "which"}


def _beginning(claim: Claim) -> set[str]:
    """The words of the title and of the first lines of the story."""
    story = claim.article.stories[claim.story]
    text = (claim.article.title or "") + " " + claim.article.text[story.start : min(story.end, story.start + 400)]
    everyday = pack(claim.article.lang).of_any_event()
    return {word for word in re.findall(r"[a-z]{5,}", text.lower()) if not word.startswith(everyday)}


def _names(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    wa, wb = a.topic.words, b.topic.words
    said = a.topic.indicator, b.topic.indicator
    if a.topic.canonical == b.topic.canonical or set(wa) == set(wb):
        return [Part("name", 0.0, False, *said)]
    events = pack(a.article.lang).of_event()
    if a.topic.canonical in events or b.topic.canonical in events or (wa[-1] == wb[-1] and wa[-1] in _hurt(a)):
        return veto("scope", *said)
    if wa[-1] != wb[-1] and _of_people(a, b):
        unsure.append("name")
        return [Part("likeness", -0.3, False, *said)]
    if wa[-1] != wb[-1] and not (a.topic.measure in BY_PREDICATE and set(wa) & set(wb)):
        return veto("head", *said)
    narrow, wide = (a, b) if len(wa) >= len(wb) else (b, a)
    extra = set(narrow.topic.words) - set(wide.topic.words)
    missing = set(wide.topic.words) - set(narrow.topic.words)
    if missing and (extra or not missing <= _heard(narrow)):
        return veto("name", *said)
    if extra <= _heard(wide):
        return [Part("name", -0.1, False, *said)]
    if share(set(_around(a)), set(_around(b))) >= ALIKE or _near(a, b):
        unsure.append("scope")
        return [Part("name", -0.3, False, *said)]
    return veto("scope", *said)


def _hurt(claim: Claim) -> set[str]:
    """The names of counts that belong to one event."""
    words = pack(claim.article.lang)
    events = words.of_event()
    return {name for name, main in words.known_names().items() if main in events}


def _of_people(a: Claim, b: Claim) -> bool:
    """Whether people of one kind are counted under two names: children of evacuees, evacuee students."""
    people = a.topic.dimension == b.topic.dimension == "count:person" and a.topic.measure is Measure.LEVEL
    return people and bool(set(a.topic.words[:-1]) & set(b.topic.words[:-1])) and _near(a, b)


def _near(a: Claim, b: Claim) -> bool:
    """Whether one subject is told for both, by articles of one fortnight: then a word more is only told once."""
    first, second = published(a), published(b)
    same = a.topic.subject_key is not None and a.topic.subject_key == b.topic.subject_key
    near = first is not None and second is not None and abs((first - second).days) <= 14
    return same and near and len(set(a.topic.words) & set(b.topic.words)) > 0 and a.article is not b.article


def _heard(claim: Claim) -> set[str]:
    """All words of the sentence of a claim, its subject and its own."""
    text = claim.figure.sentence.text.lower()
    return {*claim.topic.words, *claim.context, *claim.opener, *text.split()}


def _said(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    """What is said of the thing counted: the verb, and the other words of the clause."""
    first, second = _around(a), _around(b)
    alike = share(set(first), set(second))
    words = " ".join(first), " ".join(second)
    if _acts_differ(a, b):
        return veto("action", a.topic.action, b.topic.action)
    if a.topic.measure in BY_PREDICATE:
        if not first or not second:
            return [Part("clause", -0.2, False, *words)]
        return veto("clause", *words) if alike < ALIKE else [Part("clause", 0.0, False, *words)]
    if _sums_up(a, b) or _sums_up(b, a):
        unsure.append("scope")
        return [Part("clause", -0.1, False, *words)]
    if _is_generic(a) or _is_generic(b):
        return (
            veto("generic", *words)
            if alike < ALIKE or min(len(first), len(second)) < 2
            else [Part("clause", -0.1, False, *words)]
        )
    return _one_topic(a, b, alike, words, unsure)


def _sums_up(a: Claim, b: Claim) -> bool:
    """Whether a headline and the first lines below it tell of one thing done: Man jailed for 12 years."""
    one_story = a.article is b.article and a.story == b.story and a.figure.role is Role.HEADLINE
    lead = b.figure.role is not Role.HEADLINE and 0 < b.block - a.block <= 2
    act = a.topic.action is not None and a.topic.action == b.topic.action
    return one_story and lead and act and a.topic.canonical == b.topic.canonical


def _one_topic(a: Claim, b: Claim, alike: float, words: tuple[str, str], unsure: list[str]) -> list[Part]:
    """Names alone do not do: the clauses, the subjects or the openings must meet too."""
    if _elsewhere(a, b):
        return veto("clause", *words)
    if a.article is b.article and a.topic.canonical == b.topic.canonical and a.figure.role is not b.figure.role:
        unsure.append("scope")  # a headline and what stands below it
        return [Part("clause", -0.1, False, *words)]
    same_act = a.topic.action is not None and a.topic.action == b.topic.action
    known = a.topic.canonical in set(pack(a.article.lang).known_names().values())
    own = len(set(a.topic.words) & set(b.topic.words)) >= 2
    if alike >= ALIKE or same_act or known or own:
        return [Part("clause", 0.0, False, *words)]
    if a.topic.subject_key is not None and a.topic.subject_key == b.topic.subject_key and a.article is not b.article:
        return [Part("clause", -0.2, False, *words)]
    return veto("clause", *words)


def _acts_differ(a: Claim, b: Claim) -> bool:
    """Whether other things are done: 40 homes were built is not 40 homes were destroyed."""
    one, other = a.topic.action, b.topic.action
    if one == other or a.topic.measure in (Measure.SHARE, Measure.RANK, Measure.STREAK):
        return False
    standing = pack(a.article.lang).standing()
    told = [act for act in (one, other) if act is not None and act not in standing]
    if len(told) == 1:
        heard = b if told[0] == one else a
        return _counts(a) and told[0] not in heard.context
    return len(told) == 2 and one not in b.context and other not in a.context


def _counts(claim: Claim) -> bool:
    return claim.topic.dimension.startswith("count") and claim.topic.measure is Measure.LEVEL


def _is_generic(claim: Claim) -> bool:
    generic = pack(claim.article.lang).generic()
    return all(word in generic for word in claim.topic.words)


def _around(claim: Claim) -> list[str]:
    """The content words of the clause that are not the indicator's."""
    return [word for word in claim.context if word not in claim.topic.words]


def share(a: Iterable[str], b: Collection[str]) -> float:
    """How much of the shorter list of words stands in the other.

    >>> share({"hate", "math"}, {"math", "hate", "school", "adult"})
    1.0
    """
    first, second = set(a), set(b)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0
