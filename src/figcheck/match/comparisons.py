"""What two claims have in common, slot by slot: each comparison is a small function that gives a level or a number.

Levels and numbers are evidence; what they weigh is fitted from data (`weights`). A slot of which one side says nothing
has a level of its own, so that the unknown weighs what it is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import log2, sqrt

from figcheck.lang import pack
from figcheck.match.frames import CLAUSE, NEAR, WINDOWS
from figcheck.match.sides import Side
from figcheck.match.values import Relation
from figcheck.match.words import rarities
from figcheck.model import Footing, How, Period, Role

Level = str | float
"""A level by its name, or a number that the weights cut into steps."""

SAME_STORY = 2.0

CLOSE_AT, NEAR_AT, AFTER_AT, CLAUSE_AT, SENTENCE_AT, BEFORE_AT = range(WINDOWS)


@dataclass(eq=False)
class Both:
    """Two sides, and the words that both have: reckoned once for all slots."""

    a: Side
    b: Side

    @cached_property
    def _shared(self) -> tuple[list[float], float, float, float]:
        """For each window the rarity of what both have in it, that of the words near one figure which stand anywhere
        around the other (both ways), and the rarest word that both clauses have."""
        shared, a_found, b_found, rarest = [0.0] * WINDOWS, 0.0, 0.0, 0.0
        ours, theirs, rarity = self.a.words, self.b.words, rarities()
        for word in [word for word in ours if word in theirs]:
            here, there, rare = ours[word], theirs[word], rarity[word]
            both = here & there
            for window in range(WINDOWS):
                if both >> window & 1:
                    shared[window] += rare
            a_found += rare if here & NEAR else 0.0
            b_found += rare if there & NEAR else 0.0
            if both & CLAUSE and rare > rarest:
                rarest = rare
        return shared, a_found, b_found, rarest

    def likeness(self, window: int) -> float:
        """The cosine of two windows, by rarity, from 0 to 1; -1 where one of them is empty."""
        whole = self.a.weights[window] * self.b.weights[window]
        return min(self._shared[0][window] / sqrt(whole), 1.0) if whole > 0 else -1.0

    def contained(self, window: int) -> float:
        """How much of the poorer of two windows the other one has, from 0 to 1; -1 where one of them is empty."""
        least = min(self.a.weights[window], self.b.weights[window])
        return min(self._shared[0][window] / least, 1.0) if least > 0 else -1.0

    def shared(self, window: int) -> float:
        """The rarity of what both windows have."""
        return self._shared[0][window]

    @property
    def found(self) -> tuple[float, float]:
        """How much of the words near the one figure stands anywhere around the other: the lesser and the greater of
        both ways."""
        ways = [
            min(found / whole, 1.0) if (whole := side.weights[NEAR_AT]) > 0 else 0.5
            for found, side in ((self._shared[1], self.a), (self._shared[2], self.b))
        ]
        return min(ways), max(ways)

    @property
    def rarest(self) -> float:
        return self._shared[3]

    @cached_property
    def relation(self) -> Relation:
        """How the two numbers stand to each other."""
        return self.a.number.related(self.b.number)

    @cached_property
    def same_article(self) -> bool:
        return self.a.claim.article is self.b.claim.article

    @cached_property
    def same_story(self) -> bool:
        return self.same_article and self.a.claim.story == self.b.claim.story

    @cached_property
    def stories(self) -> float:
        """How much of what the one story opens with the other opens with, too, from 0 to 1, by rarity; more than there
        can be where it is one story."""
        if self.same_story:
            return SAME_STORY
        one, other = self.a.story, self.b.story
        if len(one) > len(other):
            one, other = other, one
        least = min(sum(one.values()), sum(other.values()))
        return min(sum(rare for word, rare in one.items() if word in other) / least, 1.0) if least > 0 else -1.0


# ------------------------------------------------------------------------------- levels


def unit(both: Both) -> Level:
    """`same`: 3张, 5张; `scaled`: 3公里, 500米; `other`: 3所, 5家."""
    a, b = both.a.claim.quantity.unit, both.b.claim.quantity.unit
    return "same" if a.name == b.name else "scaled" if a.factor != b.factor else "other"


def measure(both: Both) -> Level:
    """What kind of statement both are (level, share, change …), `differs` where they are of two kinds."""
    a, b = both.a.claim.topic.measure, both.b.claim.topic.measure
    return a.value if a is b else "differs"


def dimension(both: Both) -> Level:
    """What is counted or measured, coarsely: small counts of people clash more often than sums of money."""
    name = both.a.claim.topic.dimension
    family = name.partition(":")[0]
    if name in ("count:person", "count:event"):
        return name
    return family if family in ("ratio", "money", "count", "time", "age", "ordinal", "rank", "length") else "other"


def direction(both: Both) -> Level:
    a, b = both.a.claim.figure.direction, both.b.claim.figure.direction
    return "none" if a == b == 0 else "same" if a == b else "one" if 0 in (a, b) else "opposite"


def basis(both: Both) -> Level:
    """What a change is held against: 同比 and 环比 are `other`."""
    a, b = both.a.claim.topic.basis, both.b.claim.topic.basis
    return "none" if a is b is None else "same" if a == b else "one" if None in (a, b) else "other"


def footing(both: Both) -> Level:
    a, b = both.a.claim.topic.footing, both.b.claim.topic.footing
    if a is b:
        return "plan" if a in _PLANS else "same"
    return "before" if Footing.BEFORE in (a, b) else "plan-and-fact" if (a in _PLANS) != (b in _PLANS) else "other"


_PLANS = (Footing.TARGET, Footing.FORECAST)


def period(both: Both) -> Level:
    """How the times of both stand to each other, and how many of them (0 to 2) are stated in the sentence."""
    a, b = both.a.claim.topic.period, both.b.claim.topic.period
    known = [p for p in (a, b) if p is not None and p.how in KNOWN]
    if len(known) < 2:
        return ("none", "one")[len(known)]
    one, other = known
    stated_ones = sum(p.how in STATED for p in known)
    return f"{spans(one, other)}-{stated_ones}"


KNOWN = (How.TOLD, How.PUBLISHED, How.CARRIED)
STATED = (How.TOLD, How.PUBLISHED)


def spans(a: Period, b: Period) -> str:
    """How two spans of time stand to each other: `same`, `end` (one end in common), `meets`, `apart`."""
    if (a.start, a.end, a.clock) == (b.start, b.end, b.clock):
        return "same"
    first, second, last, other = a.start or a.end, b.start or b.end, a.end or a.start, b.end or b.start
    if first is None or second is None or last is None or other is None:
        return "meets"
    if max(first, second) > min(last, other):
        return "apart"
    if a.clock is not None and b.clock is not None and a.clock != b.clock and a.end == b.end:
        return "apart"
    return "end" if a.end == b.end else "meets"


def subject(both: Both) -> Level:
    """Whose figures they are, and how many of them (0 to 2) name it in the sentence."""
    a, b = both.a.claim.topic, both.b.claim.topic
    if a.subject_key is None or b.subject_key is None:
        return "none" if a.subject_key is b.subject_key else "one"
    told = a.subject_told + b.subject_told
    if a.subject_key == b.subject_key:
        return f"same-{told}"
    if both.a.place and both.b.place:
        within = pack(both.a.claim.article.lang).within
        nested = within(both.a.place, both.b.place) or within(both.b.place, both.a.place)
        return f"nested-{told}" if nested else f"apart-{told}"
    short, long = sorted((a.subject or "", b.subject or ""), key=len)
    return "part" if short and short in long else f"other-{told}"


def home(both: Both) -> Level:
    """Where the stories are at home: reports of two cities tell of two, whatever their sentences leave out."""
    a, b = both.a.claim.topic.home, both.b.claim.topic.home
    if a is None or b is None:
        return "unknown"
    within = pack(both.a.claim.article.lang).within
    return "same" if a == b else "nested" if within(a, b) or within(b, a) else "apart"


def days(both: Both) -> Level:
    """How long after the one article the other was published."""
    if both.same_article:
        return "same-article"
    if both.a.day is None or both.b.day is None:
        return "unknown"
    apart = abs(both.a.day - both.b.day)
    return next((name for most, name in _DAYS if apart <= most), "week")


_DAYS = ((0, "same-day"), (1, "next-day"), (3, "days"))
"""The last level is of a week and all beyond: what agrees farther apart teaches nothing, and counts alike."""


def page(both: Both) -> Level:
    """Where on the page both stand: a headline and its body, a table and the text, paragraphs near and far."""
    roles = {both.a.claim.figure.role, both.b.claim.figure.role}
    where = "story" if both.same_story else "article" if both.same_article else "articles"
    if Role.HEADLINE in roles:
        return f"headline-{where}"
    if Role.TABLE in roles:
        return f"table-{where}" if len(roles) > 1 else f"tables-{where}"
    if not both.same_story:
        return where
    return "paragraph" if both.a.claim.block == both.b.claim.block else where


def name(both: Both) -> Level:
    """What the indicators are called: names of one thing that is known (GDP), the same words, and many of them, one
    within the other, one head."""
    a, b = both.a.claim.topic, both.b.claim.topic
    one, other = both.a.name, both.b.name
    if not one or not other:
        return "unknown"
    if a.canonical == b.canonical:
        known = a.canonical in known_names(both.a.claim.article.lang)
        return "known" if known else "same" if len(one) < _SPECIFIC else "same-long"
    if one in other or other in one:
        return "within"
    if pack(both.a.claim.article.lang).spaced:
        return "head" if a.words[-1] == b.words[-1] else "words" if set(a.words) & set(b.words) else "other"
    return "head" if one[-2:] == other[-2:] else "words" if set(one) & set(other) else "other"


_SPECIFIC = 6
"""A name of so many characters says much by itself."""


@cache
def known_names(lang: str) -> frozenset[str]:
    """The names that known indicators go by."""
    return frozenset(pack(lang).known_names().values())


def scope(both: Both) -> Level:
    """Words that narrow (规模以上, 其中): on both sides the same, on one side alone, or others."""
    a, b = set(both.a.claim.topic.scope), set(both.b.claim.topic.scope)
    return "none" if not a and not b else "same" if a == b else "one" if not a or not b else "other"


def action(both: Both) -> Level:
    """What is done to the thing counted: 关停, 新建."""
    a, b = both.a.claim.topic.action, both.b.claim.topic.action
    return "none" if a is b is None else "same" if a == b else "one" if None in (a, b) else "other"


def speaker(both: Both) -> Level:
    a, b = both.a.claim.speaker, both.b.claim.speaker
    return "none" if a is b is None else "same" if a == b else "one" if None in (a, b) else "other"


def contrast(both: Both) -> Level:
    """Whether the clauses hold words that rule each other out (进口, 出口)."""
    return "one" if clash(both, both.a.said_among, both.b.said_among) else "none"


def clash(both: Both, one: Mapping[int, str], other: Mapping[int, str]) -> tuple[str, str] | None:
    """The words on both sides that rule each other out (城镇, 农村), by the groups of such words."""
    if both.a.claim.article.lang == both.b.claim.article.lang:
        for group, word in one.items():
            if (there := other.get(group, word)) != word:
                return word, there
    return None


def label(both: Both) -> Level:
    """Labels that tell things of a kind apart: 一号车间, 一号车间; a clash of two is an exclusion."""
    a, b = dict(both.a.claim.frame.labels), dict(both.b.claim.frame.labels)
    if not a and not b:
        return "none"
    return "same" if any(a[kind] == b[kind] for kind in a.keys() & b.keys()) else "one" if not a or not b else "others"


def beside(both: Both) -> Level:
    """Other figures that both sentences have: 886人 and 1329人 together again."""
    a, b = set(both.a.claim.frame.beside), set(both.b.claim.frame.beside)
    if not a or not b:
        return "none"
    return ("differ", "one", "some")[min(len(a & b), 2)]


def crowd(both: Both) -> Level:
    """Among how many figures of the dimension the two stand: in a report of 200 growth rates, one that is worded alike
    is more often another one than in a story of three. The logarithm of how many pairs the stories could make."""
    return round(log2(both.a.claim.frame.crowd * both.b.claim.frame.crowd), 1)


def today(both: Both) -> Level:
    """Whether both are told of the day of their article (今天预计发送旅客), and these are two days."""
    told = both.a.claim.frame.dated + both.b.claim.frame.dated
    if told < 2:
        return ("none", "one")[told]
    if both.same_article or both.a.day == both.b.day:
        return "same-day" if both.same_article or both.a.day is not None else "unknown"
    return "other-day" if both.a.day is not None and both.b.day is not None else "unknown"


def language(both: Both) -> Level:
    a, b = both.a.claim.article.lang, both.b.claim.article.lang
    return "mixed" if a != b else "spaced" if pack(a).spaced else "unspaced"


def question(both: Both) -> Level:
    """How many of the parts that make a question, what, whose and when, are the same and stated on both sides; `none`
    where the figures are told as of two kinds, a plan and a fact, or within other limits. One hour told twice in a
    story is of one event, whoever is named."""
    if measure(both) == "differs" or basis(both) == "other" or direction(both) == "opposite":
        return "none"
    if scope(both) in ("one", "other") or footing(both) not in ("same", "plan"):
        return "none"
    what = name(both) in ("same", "same-long", "known")
    when, whose = period(both) == "same-2", subject(both) == "same-2" or (both.same_story and _to_the_hour(both))
    return f"{'what' if what else 'other'}-{when + whose}"


def _to_the_hour(both: Both) -> bool:
    return all(
        side.claim.topic.period is not None and side.claim.topic.period.clock is not None for side in (both.a, both.b)
    )


UNKNOWN: Mapping[str, str] = {
    "days": "unknown",
    "home": "unknown",
    "period": "none",
    "subject": "none",
    "today": "unknown",
}
"""Levels of which nothing is known: they weigh nothing, alone or beside others, so that drafts without a date, a place
or a time are judged by what they say."""

SLOTS: dict[str, Callable[[Both], Level]] = {
    "close": lambda both: both.likeness(CLOSE_AT),
    "near": lambda both: both.likeness(NEAR_AT),
    "after": lambda both: both.contained(AFTER_AT),
    "clause": lambda both: both.likeness(CLAUSE_AT),
    "contained": lambda both: both.contained(CLAUSE_AT),
    "clause-words": lambda both: both.shared(CLAUSE_AT),
    "sentence": lambda both: both.likeness(SENTENCE_AT),
    "sentence-words": lambda both: both.shared(SENTENCE_AT),
    "before": lambda both: both.likeness(BEFORE_AT),
    "sentence-contained": lambda both: both.contained(SENTENCE_AT),
    "found": lambda both: both.found[0],
    "found-once": lambda both: both.found[1],
    "rarest": lambda both: both.rarest,
    "stories": lambda both: both.stories,
    "unit": unit,
    "measure": measure,
    "dimension": dimension,
    "direction": direction,
    "basis": basis,
    "footing": footing,
    "period": period,
    "subject": subject,
    "home": home,
    "days": days,
    "page": page,
    "name": name,
    "question": question,
    "scope": scope,
    "action": action,
    "speaker": speaker,
    "contrast": contrast,
    "label": label,
    "beside": beside,
    "language": language,
    "crowd": crowd,
    "today": today,
}
"""All comparisons, in the order in which `figcheck why` prints them."""

TOGETHER: tuple[tuple[str, str], ...] = (
    ("clause", "sentence"),
    ("near", "found"),
    ("clause", "stories"),
    ("sentence", "stories"),
    ("clause-words", "sentence-words"),
    ("period", "days"),
    ("name", "clause"),
    ("beside", "sentence"),
    ("page", "clause"),
    ("page", "stories"),
    ("page", "found"),
    ("measure", "clause"),
    ("measure", "after"),
    ("after", "clause"),
    ("measure", "contained"),
    ("contained", "clause"),
    ("subject", "stories"),
    ("home", "subject"),
    ("dimension", "clause"),
    ("language", "sentence"),
    ("language", "stories"),
    ("language", "near"),
    ("language", "rarest"),
    ("language", "clause"),
    ("language", "contained"),
    ("language", "clause-words"),
    ("language", "sentence-words"),
    ("language", "found"),
    ("language", "page"),
    ("crowd", "clause"),
    ("crowd", "contained"),
    ("crowd", "sentence"),
    ("crowd", "found"),
    ("crowd", "page"),
    ("crowd", "language"),
    ("today", "clause"),
    ("today", "sentence"),
    ("today", "dimension"),
    ("page", "sentence-contained"),
    ("sentence-contained", "clause"),
    ("found", "found-once"),
    ("close", "near"),
    ("dimension", "days"),
    ("period", "clause"),
    ("period", "name"),
    ("subject", "name"),
    ("name", "sentence"),
    ("days", "clause"),
    ("days", "sentence"),
    ("subject", "period"),
    ("footing", "clause"),
    ("question", "clause"),
    ("question", "contained"),
    ("question", "measure"),
)
"""Slots that weigh together what neither weighs alone: like words count for more in stories that are alike."""
