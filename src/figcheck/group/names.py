"""Whether two claims name one indicator: known names, abbreviation, likeness of words and clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from figcheck.group import spaced, standing
from figcheck.group.parts import stem, veto
from figcheck.group.periods import lasting
from figcheck.group.times import of_event
from figcheck.lang import pack
from figcheck.model import Bound, Claim, How, Measure, Part

BARE = 4
"""An indicator of so few characters leans on what its sentence opens with."""


def other_topic(a: Claim, b: Claim) -> bool:
    """In one article, bare indicators (毕业生, 出口) and parts speak of what their own sentences open with."""
    if a.quantity.stated == b.quantity.stated or pack(a.article.lang).spaced:
        return False
    if standing.headlined(a, b) is not None:
        return False
    if standing.in_table_of(a, b, a) or standing.in_table_of(a, b, b):  # the cells of a table open nothing
        return False
    if _is_told_whole(a) and _is_told_whole(b):
        return False
    parts = "part" in a.topic.scope and "part" in b.topic.scope
    bare = max(len("".join(a.topic.words)), len("".join(b.topic.words))) <= BARE
    if not (parts or bare):
        return False
    first, second = _topics(a), _topics(b)
    if parts:
        return overlap(_around(a), _around(b)) < 0.75
    shorter, longer = sorted((set(first), set(second)), key=len)
    told = a.opener and b.opener and (set(a.opener) <= set(b.opener) or set(b.opener) <= set(a.opener))
    opened = _opening(a) and _opening(b)
    if (told or (opened and shorter <= longer)) and _is_news(a):  # 据介绍，大桥主跨…
        return False
    return fuzz.ratio("".join(first), "".join(second)) < 80


def _is_told_whole(claim: Claim) -> bool:
    """Whether a clause says by itself whose figure it is, and of when: it needs no opening."""
    period = claim.topic.period
    when = period is not None and period.how in (How.TOLD, How.PUBLISHED)
    whose = claim.topic.subject is not None and claim.topic.subject in claim.figure.sentence.text
    return whose and when and "part" not in claim.topic.scope


def _is_news(claim: Claim) -> bool:
    """Whether a claim stands in a story of one event, not in a report that lists many."""
    story = claim.article.stories[claim.story]
    return story.end - story.start <= ONE_STORY


def enumerated(a: Claim, b: Claim) -> bool:
    """Sentences with the same indicators that agree in none list two things; a fact told twice agrees in some."""
    if a.quantity.stated == b.quantity.stated:
        return False
    first, second = dict(a.beside), dict(b.beside)
    own = (a.topic.canonical, b.topic.canonical)
    shared = [(m, n) for m in first for n in second if _alike_ends(m, n) and m not in own and n not in own]
    return bool(shared) and not any(first[m] == second[n] for m, n in shared)


def _alike_ends(a: str, b: str) -> bool:
    return a[-4:] == b[-4:] or (min(len(a), len(b)) >= 2 and (a.endswith(b) or b.endswith(a)))


def _topics(claim: Claim) -> list[str]:
    """What a sentence opens with, but for words that stand for what its story is about (学校)."""
    if not _is_news(claim):
        return _opening(claim)
    return [word for word in _opening(claim) if word not in pack(claim.article.lang).entities()]


def _opening(claim: Claim) -> list[str]:
    return [word for word in claim.opener if word not in claim.topic.words]


SHARE_ENDS = ("比重", "占比", "比例", "份额")
"""What a share may be called or not: 占营业收入, 占营业收入比重."""

SAME_EVENT = 0.25
"""Beginnings of stories that share so much of their pairs of characters tell of one event."""


ONE_STORY = 3000
"""A story of no more characters tells of one event; a longer one is a report that may list many."""


def compare_words(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    """The parts that words add: the names of the indicators, their scopes, and what else is said of them."""
    if a.article.lang != b.article.lang:
        known = a.topic.canonical == b.topic.canonical
        return [Part("name", 0.0, False, a.topic.indicator, b.topic.indicator)] if known else veto("language", "", "")
    return spaced.compare_words(a, b, unsure) if pack(a.article.lang).spaced else _unspaced(a, b, unsure)


def _unspaced(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    ta, tb = a.topic, b.topic
    ja, jb = "".join(ta.words), "".join(tb.words)
    clash = _exclusive(a, b)
    if clash:
        return veto("exclusive", *clash)
    if ta.measure in (Measure.STREAK,) or ta.dimension.startswith(("first", "ordinal")):
        return _predicates(a, b, ja, jb, unsure)
    if ta.measure in (Measure.LEVEL, Measure.CHANGE, Measure.SHARE) and _too_common(a, b, ja, jb):
        return veto("generic", ja, jb)
    if of_event(a) and of_event(b) and not _one_event(a, b):
        return veto("event", standing.beginning(a)[:40], standing.beginning(b)[:40])
    scopes = _scopes(a, b, unsure)
    if any(p.veto for p in scopes):
        return scopes
    if "part" in ta.scope and "part" in tb.scope and ta.canonical != tb.canonical:
        return [*scopes, *_parts_alike(a, b, ja, jb)]
    names = _names(a, b, ja, jb, unsure)
    if any(p.veto for p in names):
        return names
    return [*scopes, *names, *_predicate(a, b, unsure)]


def _one_event(a: Claim, b: Claim) -> bool:
    """Whether two stories tell of one event: the same story, or beginnings that share a third of their words."""
    story = a.article.stories[a.story]
    if a.article is b.article and a.story == b.story and story.end - story.start <= ONE_STORY:
        return True
    if a.article is b.article and a.story == b.story:
        return fuzz.ratio("".join(a.opener), "".join(b.opener)) >= 60
    return overlap([standing.setting(a)], [standing.setting(b)]) >= SAME_EVENT


def _parts_alike(a: Claim, b: Claim, ja: str, jb: str) -> list[Part]:
    """Parts (其中7项在全省推广) are known by what is said of them, for the whole may go by another name."""
    first, second = _around(a), _around(b)
    if min(len(first), len(second)) < 2 or overlap(first, second) < 0.75:
        return veto("clause", " ".join(first), " ".join(second))
    return [Part("clause", -0.2, False, ja, jb)]


def _too_common(a: Claim, b: Claim, ja: str, jb: str) -> bool:
    """Whether the only words both have are ones that pose no question: then the clauses around must be alike."""
    generic = pack(a.article.lang).generic()
    if a.topic.measure is Measure.SHARE:
        return False
    if all(word in generic for word in (*a.topic.words, *b.topic.words)):
        return overlap(_around(a), _around(b)) < 0.75 or min(len(_around(a)), len(_around(b))) < 2
    elliptic = a.topic.measure is Measure.CHANGE and a.topic.words[-1] in generic and b.topic.words[-1] in generic
    if ja not in generic and jb not in generic and not elliptic:
        return False
    if a.quantity.unit.name == "大":  # 九大产业, 四大产业: lists of their own
        return True
    short, long = sorted((ja, jb), key=len)
    if short != long and long.endswith(short) and not elliptic:  # 参展企业300家, 300家企业参展
        bare = a if ja == short else b
        told = standing.beginning(bare) if standing.in_table_of(a, b, bare) else "".join(bare.context)
        return long[: -len(short)] not in told
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


def _bag(claim: Claim) -> list[str]:
    """The words of a name with what is done to it, in no order: 秋粮收购 is 收购秋粮."""
    return sorted([*claim.topic.words, *([claim.topic.action] if claim.topic.action else [])])


def _scopes(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    sa, sb = set(a.topic.scope), set(b.topic.scope)
    if sa == sb:
        return []
    tabled = standing.in_table_of(a, b, a) or standing.in_table_of(a, b, b)
    if tabled and sa ^ sb == {"part"}:  # the rows of a table are parts without saying so
        unsure.append("scope")
        return [Part("scope", -0.2, False, " ".join(sorted(sa)), " ".join(sorted(sb)))]
    if (sa and sb and "part" not in sa | sb) or ("part" in sa) != ("part" in sb):
        return veto("scope", " ".join(sorted(sa)), " ".join(sorted(sb)))
    if a.topic.measure is not Measure.SHARE:
        return veto("scope", " ".join(sorted(sa)), " ".join(sorted(sb)))
    unsure.append("scope")
    return [Part("scope", -0.2, False, " ".join(sorted(sa)), " ".join(sorted(sb)))]


def _names(a: Claim, b: Claim, ja: str, jb: str, unsure: list[str]) -> list[Part]:
    ta, tb = a.topic, b.topic
    if ta.canonical == tb.canonical:
        return _actions(a, b, unsure) or [Part("name", 0.0, False, ta.indicator, tb.indicator)]
    known = pack(a.article.lang).known_names()
    acted = _actions(a, b, unsure)
    if acted:
        return acted
    if ja == jb or _bag(a) == _bag(b) or _named(a) == _named(b):
        return [Part("name", 0.0, False, ja, jb)]
    short, long = sorted((ja, jb), key=len)
    if ta.measure is Measure.SHARE and long.startswith(short) and long[len(short) :] in SHARE_ENDS:
        return [Part("name", -0.05, False, ja, jb)]
    ends = pack(a.article.lang).empty_ends()
    if stem(long, ends) == stem(short, ends):
        return [Part("name", -0.05, False, ja, jb)]
    if len(short) >= 4 and _abbreviates(short, long, ta.words if long == ja else tb.words):
        return [Part("abbreviation", -0.1, False, ja, jb)]
    for one, other in ((short, long), *[sorted((stem(ja, ends), stem(jb, ends)), key=len)]):
        if other.endswith(one) and len(one) >= 2:
            return _narrower(a, b, other[: -len(one)], unsure)
    if (ta.canonical in known or tb.canonical in known) and not _same_value(a, b):
        return veto("name", ta.indicator, tb.indicator)
    return _alike(a, b, ja, jb, unsure)


def _actions(a: Claim, b: Claim, unsure: list[str]) -> list[Part]:
    aa, ab = a.topic.action, b.topic.action
    if aa == ab or _named(a) == _named(b) or _bag(a) == _bag(b):  # 新增 | 公交线路, 新增公交线路
        return []
    standing = pack(a.article.lang).standing()
    if all(x is None or x in standing for x in (aa, ab)):
        return []
    if aa and ab and (aa in ab or ab in aa):
        return []
    if (ab is None and aa in b.topic.words) or (aa is None and ab in a.topic.words):  # 查获 | 毒品, 查获毒品
        return []
    return veto("action", aa, ab)


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
    words = pack(a.article.lang)
    if extra in words.generic() or extra in words.standing():
        return [Part("name", -0.05, False, ja, jb)]
    if extra in standing.around(a, b, other) or extra in (other.topic.subject or ""):
        return [Part("name", -0.1, False, ja, jb)]
    if any(char.isdigit() for char in min(ja, jb, key=len)):  # 5号线 is the 地铁5号线
        return [Part("name", -0.1, False, ja, jb)]
    if standing.in_table_of(a, b, other) and extra in standing.beginning(other):
        unsure.append("scope")
        return [Part("name", -0.25, False, ja, jb)]
    if lasting(a) and lasting(b):
        unsure.append("scope")
        return [Part("name", -0.25, False, ja, jb)]
    return veto("scope", ja, jb)


def _alike(a: Claim, b: Claim, ja: str, jb: str, unsure: list[str]) -> list[Part]:
    """Likeness of the words and the clauses around; names that differ need the same value, or a shared predicate."""
    if ja[-2:] != jb[-2:] and not (ja[-1:] == jb[-1:] and fuzz.ratio(ja, jb) >= 80):
        return veto("head", ja, jb)
    likeness = fuzz.ratio(ja, jb) / 100
    around = overlap(a.context, b.context)
    if a.topic.measure is Measure.SHARE and overlap(_around(a), _around(b)) >= 0.6 and not _of_whole(a, b):
        unsure.append("scope")
        return [Part("clause", -0.3, False, ja, jb)]
    if _same_value(a, b) and (likeness >= 0.5 or around >= 0.6):
        unsure.append("name")
        return [Part("value", -0.4, False, ja, jb)]
    if likeness >= 0.8 and around >= 0.6 and a.article is not b.article:
        unsure.append("name")
        return [Part("likeness", -0.4, False, ja, jb)]
    return veto("name", ja, jb)


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
    first, second = _around(a), _around(b)
    said = " ".join(first), " ".join(second)
    if not first or not second:
        return [Part("clause", -0.1, False, *said)]
    around = overlap(first, second)
    if around < 0.5:
        return veto("clause", *said)
    return [Part("clause", -0.1 if around < 0.75 else 0.0, False, *said)]


def _predicates(a: Claim, b: Claim, ja: str, jb: str, unsure: list[str]) -> list[Part]:
    """What was done year upon year, or for the first time: told in other words, so compared by pairs of characters."""
    shared = _bigrams(ja) & _bigrams(jb)
    least = min(len(_bigrams(ja)), len(_bigrams(jb)))
    if least == 0 or len(shared) / least < 0.5 or len(shared) < 2:
        return veto("clause", ja, jb)
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
