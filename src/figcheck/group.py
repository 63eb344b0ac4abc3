"""Which claims answer the same question? Vetoes, then names, then abbreviation, then fuzzy likeness (claims.md §3).

Only claims that could meet are held side by side: they share a measure, a dimension and the head of the indicator
(its last two characters), and their periods are near. Claims that say the very same are held once, with witnesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rapidfuzz import fuzz

from figcheck.lang import pack
from figcheck.model import Bound, Claim, Footing, Group, How, Measure, Pair, Part, Period, Topic

ENOUGH = 0.5
"""A pair whose score is lower answers two questions."""

SPECIFIC = 5
"""An indicator of so many characters says enough by itself to meet another whose subject is told otherwise."""

BARE = 4
"""An indicator of so few characters leans on what its sentence opens with."""

CROWD = 48
"""So many claims under one key are held side by side at the most with their next neighbours in time."""

A_MONTH, HALF_A_YEAR, A_YEAR = timedelta(days=45), timedelta(days=200), timedelta(days=400)
_PAST = (Footing.FACT, Footing.AFTER, Footing.ESTIMATE)


def group(claims: Sequence[Claim]) -> list[Group]:
    """Groups of claims that answer one question, in the order of their first claim. Input order does not matter."""
    ordered = sorted(claims, key=_place)
    distinct, witnesses = _once(ordered)
    pairs = [pair for a, b in _candidates(distinct) if (pair := compare(a, b)).same_question]
    return _joined(ordered, pairs, witnesses)


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.article.path, claim.figure.span.start, claim.figure.span.end


def _once(ordered: Sequence[Claim]) -> tuple[list[Claim], dict[int, list[Claim]]]:
    """One claim for each thing said, and the others that say the very same."""
    first: dict[object, Claim] = {}
    witnesses: dict[int, list[Claim]] = defaultdict(list)
    for claim in ordered:
        key = _said(claim)
        if key in first:
            witnesses[id(first[key])].append(claim)
        else:
            first[key] = claim
    return list(first.values()), witnesses


def _said(claim: Claim) -> object:
    topic, quantity = claim.topic, claim.quantity
    return (
        topic.canonical, topic.measure, topic.dimension, topic.subject_key, topic.basis, topic.scope, topic.footing,
        topic.action, topic.period.label if topic.period else None, topic.period.how if topic.period else None,
        quantity.stated, quantity.bound, claim.figure.direction,
        claim.context if topic.measure in _BY_PREDICATE else None,
    )  # fmt: skip


# ------------------------------------------------------------------------------- candidates


_BY_PREDICATE = (Measure.STREAK, Measure.RANK, Measure.SHARE)


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that could answer one question, each once."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in set(_keys(claim)):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > CROWD:
            members.sort(key=lambda i: (_year(claims[i]), i))
        for position, a in enumerate(members):
            for b in members[position + 1 : position + 1 + CROWD]:
                pair = (a, b) if a < b else (b, a)
                if pair not in seen:
                    seen.add(pair)
                    yield claims[pair[0]], claims[pair[1]]


def _keys(claim: Claim) -> Iterator[object]:
    topic = claim.topic
    kind = (topic.measure, topic.dimension)
    yield (*kind, topic.canonical)
    yield (*kind, "".join(topic.words)[-2:])
    if topic.measure in _BY_PREDICATE:
        for word in topic.words:
            if len(word) > 1:
                yield (*kind, word)


def _year(claim: Claim) -> int:
    period = claim.topic.period
    return period.end.year if period and period.end else 0


# ------------------------------------------------------------------------------- two claims side by side


def compare(a: Claim, b: Claim) -> Pair:
    """Two claims held side by side, with every part of the reckoning. The first veto ends it."""
    parts: list[Part] = []
    unsure: list[str] = []
    for step in (_kinds, _footings, _periods, _subjects, _bases, _words):
        part = step(a, b, unsure)
        parts.extend(part)
        if any(p.veto for p in part):
            return Pair(a, b, 0.0, tuple(parts), tuple(unsure))
    score = min((1 + p.weight for p in parts), default=1.0)
    if a.speaker and b.speaker and a.speaker != b.speaker:
        unsure.append("speaker")
    return Pair(a, b, round(max(score, 0.0), 3) if score >= ENOUGH else 0.0, tuple(parts), tuple(dict.fromkeys(unsure)))


def _veto(name: str, a: object, b: object) -> list[Part]:
    return [Part(name, -1.0, True, str(a or ""), str(b or ""))]


def _kinds(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ta, tb = a.topic, b.topic
    if ta.measure is not tb.measure:
        return _veto("measure", ta.measure.value, tb.measure.value)
    if ta.dimension != tb.dimension:
        return _veto("dimension", ta.dimension, tb.dimension)
    if a.article is b.article and a.figure.sentence == b.figure.sentence:
        return _veto("sentence", a.figure.span.text, b.figure.span.text)
    if ta.measure is Measure.CHANGE and a.figure.direction != b.figure.direction:
        return _veto("direction", a.figure.direction, b.figure.direction)
    if a.article is b.article and _other_topic(a, b):
        return _veto("opener", " ".join(a.opener), " ".join(b.opener))
    if a.article is b.article and _enumerated(a, b):
        return _veto("enumeration", " ".join(n for n, _ in a.beside), " ".join(n for n, _ in b.beside))
    return [Part("measure", 0.0, False, ta.measure.value, tb.measure.value)]


def _other_topic(a: Claim, b: Claim) -> bool:
    """In one article, bare indicators (毕业生, 出口) and parts speak of what their own sentences open with."""
    parts = "part" in a.topic.scope and "part" in b.topic.scope
    bare = max(len("".join(a.topic.words)), len("".join(b.topic.words))) <= BARE
    if not (parts or bare):
        return False
    first, second = _opening(a), _opening(b)
    return parts or fuzz.ratio("".join(first), "".join(second)) < 80


def _enumerated(a: Claim, b: Claim) -> bool:
    """Sentences with the same indicators that agree in none list two things; a fact told twice agrees in some."""
    if a.quantity.stated == b.quantity.stated:
        return False
    first, second = dict(a.beside), dict(b.beside)
    shared = [name for name in first if name in second and name != a.topic.canonical]
    return bool(shared) and not any(first[name] == second[name] for name in shared)


def _opening(claim: Claim) -> list[str]:
    return [word for word in claim.opener if word not in claim.topic.words]


def _footings(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    fa, fb = a.topic.footing, b.topic.footing
    if fa in _PAST and fb in _PAST:
        if Footing.ESTIMATE in (fa, fb) and fa is not fb:
            unsure.append("estimate")
        return [Part("footing", 0.0, False, fa.value, fb.value)]
    if fa is not fb:
        return _veto("footing", fa.value, fb.value)
    if fa in (Footing.TARGET, Footing.FORECAST) and not _of_one_plan(a, b):
        return _veto("footing", fa.value, fb.value)
    return [Part("footing", 0.0, False, fa.value, fb.value)]


def _of_one_plan(a: Claim, b: Claim) -> bool:
    """Targets are compared for one told period, or where they were published together."""
    pa, pb = a.topic.period, b.topic.period
    if pa and pb and pa.how in _DEFINITE and pb.how in _DEFINITE:
        return True
    first, second = _published(a), _published(b)
    return a.article is b.article or (first is not None and second is not None and abs(first - second) <= A_MONTH)


def _bases(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ba, bb = a.topic.basis, b.topic.basis
    if ba == bb:
        return []
    if {ba, bb} == {None, "year-on-year"}:
        return [Part("basis", -0.05, False, ba or "", bb or "")]
    return _veto("basis", ba, bb)


# ------------------------------------------------------------------------------- periods


_DEFINITE = (How.TOLD, How.CARRIED, How.PUBLISHED)


def _periods(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    pa, pb = a.topic.period, b.topic.period
    if pa is None or pb is None:
        unsure.append("period")
        return [Part("period", -0.1)]
    la, lb = pa.label or pa.how.value, pb.label or pb.how.value
    definite = (pa.how in _DEFINITE) + (pb.how in _DEFINITE)
    if a.topic.measure is Measure.STREAK:
        return _streak_periods(a, b, la, lb, unsure)
    if definite == 2:
        return _two_definite(pa, pb, la, lb, unsure)
    if definite == 1:
        return _one_definite(a, b, la, lb, unsure)
    return _two_vague(a, b, la, lb, unsure)


def _two_definite(pa: Period, pb: Period, la: str, lb: str, unsure: list[str]) -> list[Part]:
    if la == lb or (pa.as_of != pb.as_of and pa.end == pb.end and _at_most_a_year(pa) and _at_most_a_year(pb)):
        if How.CARRIED in (pa.how, pb.how) and pa.how is not pb.how and la != lb:
            unsure.append("period")
        return [Part("period", 0.0, False, la, lb)]
    return _veto("period", la, lb)


def _at_most_a_year(period: Period) -> bool:
    return period.start is None or period.end is None or (period.end - period.start).days <= 366


def _one_definite(a: Claim, b: Claim, la: str, lb: str, unsure: list[str]) -> list[Part]:
    """One says when, the other only “about now”: the time told must be about the time of that publication."""
    told, loose = (a, b) if a.topic.period.how in _DEFINITE else (b, a)  # type: ignore[union-attr]
    told_period, published = told.topic.period, _published(loose)
    assert told_period is not None
    unsure.append("period")
    if published is None:
        return [Part("period", -0.2, False, la, lb)]
    end = told_period.end
    if end is not None and not -A_MONTH <= published - end <= HALF_A_YEAR:
        return _veto("period", la, lb)
    if (
        told.article is loose.article
        and a.topic.measure not in _BY_PREDICATE
        and not told_period.as_of
        and _long(told_period)
    ):
        return _veto("period", la, lb)
    return [Part("period", -0.15, False, la, lb)]


def _long(period: Period) -> bool:
    return not _at_most_a_year(period)


def _two_vague(a: Claim, b: Claim, la: str, lb: str, unsure: list[str]) -> list[Part]:
    if a.article is b.article:
        return [Part("period", 0.0, False, la, lb)]
    first, second = _published(a), _published(b)
    if first is None or second is None:
        unsure.append("period")
        return [Part("period", -0.15, False, la, lb)]
    apart = abs(first - second)
    if apart <= A_MONTH:
        return [Part("period", 0.0, False, la, lb)]
    if apart <= A_YEAR:
        unsure.append("period")
        return [Part("period", -0.15, False, la, lb)]
    if _lasting(a) and _lasting(b):
        unsure.append("years-apart")
        return [Part("period", -0.3, False, la, lb)]
    return _veto("years-apart", la, lb)


def _lasting(claim: Claim) -> bool:
    """Told as a lasting truth: what share of a kind comes from where, how long a procedure takes."""
    topic = claim.topic
    return topic.measure is Measure.SHARE or (
        topic.dimension in ("time", "workdays") and topic.measure is Measure.LEVEL
    )


def _streak_periods(a: Claim, b: Claim, la: str, lb: str, unsure: list[str]) -> list[Part]:
    """Streaks told years apart still meet: 连续3年 in 2024 and 连续4年 in 2025 begin in the same year."""
    if _as_of(a) is None or _as_of(b) is None:
        unsure.append("period")
    return [Part("period", 0.0, False, la, lb)]


def _as_of(claim: Claim) -> date | None:
    period = claim.topic.period
    return (period.end if period else None) or _published(claim)


def _published(claim: Claim) -> date | None:
    story = claim.article.stories[claim.story] if claim.story < len(claim.article.stories) else None
    return (story.published if story else None) or claim.article.published


# ------------------------------------------------------------------------------- subjects


def _subjects(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ka, kb = a.topic.subject_key, b.topic.subject_key
    na, nb = a.topic.subject or "", b.topic.subject or ""
    if ka == kb:
        return [Part("subject", 0.0, False, na, nb)]
    if ka is None or kb is None:
        unsure.append("subject")
        return [Part("subject", -0.15, False, na, nb)]
    place = pack(a.article.lang).place
    if _apart(a.topic.home, b.topic.home, a.article.lang):
        return _veto("home", a.topic.home, b.topic.home)
    both_places = place(na) is not None and place(nb) is not None
    if both_places or (a.topic.subject_told and b.topic.subject_told and not _one_name(ka, kb)):
        return _veto("subject", na, nb)
    if not both_places and _one_name(na, nb):
        return [Part("subject", -0.1, False, na, nb)]
    if len("".join(a.topic.words)) < SPECIFIC or len("".join(b.topic.words)) < SPECIFIC:
        return _veto("subject", na, nb)
    if a.article is b.article and a.topic.measure not in (Measure.STREAK, Measure.SHARE):
        return _veto("subject", na, nb)
    unsure.append("subject")
    return [Part("subject", -0.25, False, na, nb)]


def _apart(a: str | None, b: str | None, lang: str) -> bool:
    """Whether two stories are about places of which neither lies in the other."""
    within = pack(lang).within
    return a is not None and b is not None and not within(a, b) and not within(b, a)


def _one_name(a: str, b: str) -> bool:
    """Whether one name is a part of the other: 湘电 and 湘电集团."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and not short.isdigit() and (short in long)


# ------------------------------------------------------------------------------- words


def _words(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ta, tb = a.topic, b.topic
    ja, jb = "".join(ta.words), "".join(tb.words)
    clash = _exclusive(a, b)
    if clash:
        return _veto("exclusive", *clash)
    if ta.measure in (Measure.STREAK,) or ta.dimension.startswith(("first", "ordinal")):
        return _predicates(a, b, ja, jb, unsure)
    if ta.measure in (Measure.LEVEL, Measure.CHANGE, Measure.SHARE) and _too_common(a, b, ja, jb):
        return _veto("generic", ja, jb)
    scopes = _scopes(a, b, unsure)
    if any(p.veto for p in scopes):
        return scopes
    names = _names(a, b, ja, jb, unsure)
    if any(p.veto for p in names):
        return names
    return [*scopes, *names, *_predicate(a, b, unsure)]


def _too_common(a: Claim, b: Claim, ja: str, jb: str) -> bool:
    """Whether the only words both have are ones that pose no question: then the clauses around must be alike."""
    generic = pack(a.article.lang).generic()
    if a.topic.measure is Measure.SHARE:
        return False
    elliptic = a.topic.measure is Measure.CHANGE and a.topic.words[-1] in generic and b.topic.words[-1] in generic
    if ja not in generic and jb not in generic and not elliptic:
        return False
    return overlap(_around(a), _around(b)) < 0.75 or min(len(_around(a)), len(_around(b))) < 2


def _around(claim: Claim) -> list[str]:
    """The content words of the clause that are not the indicator's."""
    return [word for word in claim.context if word not in claim.topic.words]


def _exclusive(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Words on either side that rule each other out."""
    ja, jb = _named(a), _named(b)
    if ja == jb:
        return None
    for words in pack(a.article.lang).exclusive():
        ours = [w for w in words if w in ja]
        theirs = [w for w in words if w in jb]
        if ours and theirs and not set(ours) & set(theirs):
            return ours[0], theirs[0]
        if set(ours) != set(theirs) and ours and theirs and max(ours, key=len) != max(theirs, key=len):
            return max(ours, key=len), max(theirs, key=len)
    return None


def _named(claim: Claim) -> str:
    return (claim.topic.action or "") + "".join(claim.topic.words)


def _scopes(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    sa, sb = set(a.topic.scope), set(b.topic.scope)
    if sa == sb:
        return []
    if (sa and sb and "part" not in sa | sb) or ("part" in sa) != ("part" in sb):
        return _veto("scope", " ".join(sorted(sa)), " ".join(sorted(sb)))
    if a.topic.measure is not Measure.SHARE:
        return _veto("scope", " ".join(sorted(sa)), " ".join(sorted(sb)))
    unsure.append("scope")
    return [Part("scope", -0.2, False, " ".join(sorted(sa)), " ".join(sorted(sb)))]


def _names(a: Claim, b: Claim, ja: str, jb: str, unsure: list[str]) -> list[Part]:
    ta, tb = a.topic, b.topic
    if ta.canonical == tb.canonical:
        return _actions(a, b, unsure) or [Part("name", 0.0, False, ta.indicator, tb.indicator)]
    known = pack(a.article.lang).known_names()
    if ta.canonical in known and tb.canonical in known:
        return _veto("name", ta.indicator, tb.indicator)
    acted = _actions(a, b, unsure)
    if acted:
        return acted
    if ja == jb:
        return [Part("name", 0.0, False, ja, jb)]
    short, long = sorted((ja, jb), key=len)
    if len(short) >= 4 and _abbreviates(short, long, ta.words if long == ja else tb.words):
        return [Part("abbreviation", -0.1, False, ja, jb)]
    if long.endswith(short) and len(short) >= 2:
        return _narrower(a, b, long[: -len(short)], unsure)
    return _alike(a, b, ja, jb, unsure)


def _actions(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    aa, ab = a.topic.action, b.topic.action
    if aa == ab:
        return []
    standing = pack(a.article.lang).standing()
    if all(x is None or x in standing for x in (aa, ab)):
        return []
    if aa and ab and (aa in ab or ab in aa):
        return []
    return _veto("action", aa, ab)


def _abbreviates(short: str, long: str, words: Sequence[str]) -> bool:
    """Whether the shorter name leaves out characters of the longer's words (社零总额), not a word that narrows it."""
    if short[0] != long[0] or short[-2:] != long[-2:] or _leaves_out_a_word(short, words):
        return False
    at = 0
    for char in short:
        at = long.find(char, at) + 1
        if at == 0:
            return False
    return True


def _leaves_out_a_word(short: str, words: Sequence[str]) -> bool:
    """Whether dropping a run of whole words gives the shorter name: 工业(技改)投资."""
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            if "".join([*words[:first], *words[last:]]) == short:
                return True
    return False


def _narrower(a: Claim, b: Claim, extra: str, unsure: list[str]) -> list[Part]:
    """One name has words more: they narrow it, unless the other telling has them elsewhere in its sentence."""
    ja, jb = "".join(a.topic.words), "".join(b.topic.words)
    other = b if len(ja) > len(jb) else a
    if extra in other.figure.sentence.text or extra in (other.topic.subject or ""):
        return [Part("name", -0.1, False, ja, jb)]
    if _lasting(a) and _lasting(b):
        unsure.append("scope")
        return [Part("name", -0.25, False, ja, jb)]
    return _veto("scope", ja, jb)


def _alike(a: Claim, b: Claim, ja: str, jb: str, unsure: list[str]) -> list[Part]:
    """Likeness of the words and the clauses around; names that differ need the same value, or a shared predicate."""
    if ja[-2:] != jb[-2:] and not (ja[-1:] == jb[-1:] and fuzz.ratio(ja, jb) >= 80):
        return _veto("head", ja, jb)
    likeness = fuzz.ratio(ja, jb) / 100
    around = overlap(a.context, b.context)
    if a.topic.measure is Measure.SHARE and around >= 0.4 and not _of_whole(a, b):
        unsure.append("scope")
        return [Part("clause", -0.3, False, ja, jb)]
    if _same_value(a, b) and (likeness >= 0.5 or around >= 0.6):
        unsure.append("name")
        return [Part("value", -0.4, False, ja, jb)]
    if likeness >= 0.8 and around >= 0.6 and a.article is not b.article:
        unsure.append("name")
        return [Part("likeness", -0.4, False, ja, jb)]
    return _veto("name", ja, jb)


def _of_whole(a: Claim, b: Claim) -> bool:
    """Whether the shares are told with 占 (外贸占全省比重): then the names are whole and must agree."""
    return any("占" in claim.figure.sentence.text for claim in (a, b))


def _same_value(a: Claim, b: Claim) -> bool:
    """Whether both write the same number, with two digits at least that matter."""
    qa, qb = a.quantity, b.quantity
    digits = len(qa.stated[-1].normalize().as_tuple().digits)
    return qa.stated == qb.stated and qa.unit == qb.unit and qa.bound is qb.bound is Bound.EXACT and digits >= 2


def _predicate(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    """A share is also what is said of it: 80%来自大湾区 is not 80%销往大湾区."""
    if a.topic.measure is not Measure.SHARE or a.topic.dimension == "part":
        return []
    around = overlap(a.context, b.context)
    if around < 0.34:
        return _veto("clause", " ".join(a.context), " ".join(b.context))
    return [Part("clause", -0.1 if around < 0.6 else 0.0, False, " ".join(a.context), " ".join(b.context))]


def _predicates(a: Claim, b: Claim, ja: str, jb: str, unsure: list[str]) -> list[Part]:
    """What was done year upon year, or for the first time: told in other words, so compared by pairs of characters."""
    shared = _bigrams(ja) & _bigrams(jb)
    least = min(len(_bigrams(ja)), len(_bigrams(jb)))
    if least == 0 or len(shared) / least < 0.5 or len(shared) < 2:
        return _veto("clause", ja, jb)
    weight = len(shared) / least - 1
    return [Part("clause", round(weight / 2, 3), False, ja, jb)]


def overlap(a: Iterable[str], b: Iterable[str]) -> float:
    """How much of the shorter list of words stands in the other, by their pairs of characters.

    >>> overlap(["来自", "湾区"], ["湾区", "来自", "重大"])
    1.0
    """
    first = set().union(*map(_bigrams, a)) if a else set()
    second = set().union(*map(_bigrams, b)) if b else set()
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)} or ({text} if text else set())


# ------------------------------------------------------------------------------- groups


def _joined(ordered: Sequence[Claim], pairs: Sequence[Pair], witnesses: dict[int, list[Claim]]) -> list[Group]:
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for pair in pairs:
        parent[root(id(pair.a))] = root(id(pair.b))
    for first, others in witnesses.items():
        for other in others:
            parent[root(id(other))] = root(first)
    members: dict[int, list[Claim]] = defaultdict(list)
    for claim in ordered:
        members[root(id(claim))].append(claim)
    inside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        inside[root(id(pair.a))].append(pair)
    return [Group(_topic(group), tuple(group), tuple(inside[key])) for key, group in members.items()]


def _topic(claims: Sequence[Claim]) -> Topic:
    """The topic of a group: of the claim that says most of it, the period where one is told."""
    best = max(
        claims, key=lambda c: (c.topic.period is not None and c.topic.period.how in _DEFINITE, c.topic.subject_told)
    )
    return replace(best.topic)
