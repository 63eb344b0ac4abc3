"""The languages figcheck reads: one folder each, words in YAML with examples beside them.

A language is a `Pack`: the functions that the stages ask. A pack is loaded when the first article in it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from figcheck.limits import Allowance
from figcheck.model import Article, Reading


@dataclass(frozen=True, slots=True)
class Pack:
    """What a language must know.

    `read` says what an article's sentences say. `known_names` maps every name of a known indicator to the one it goes
    by. `exclusive` are groups of words that rule each other out. `own` says for a word that stands for the story's
    own (全市) at which level it stands. `place` gives the key of an administrative place, `enclosing` the place of a
    level around another, `within` whether one lies in the other, `place_name` its full name. `standing` are verbs
    whose result still stands, so that 建成251个 and 251个 count the same. `generic` are nouns too common to pose a
    question, `of_event` counts that belong to one event (死亡人数), `running_counts` words of counts that go on
    (截至, so far), `of_its_day` words for the day or week of the article (今天, tonight),
    `revised_figures` those of first and last versions (初值, revised), `entities` nouns that stand
    for what a story is about (学校), `empty_ends` what a name may end with and mean the same (最低工资标准). `labels`
    says what tells the thing that is spoken of from others of its kind (二号车间), by kind of label: `clock` is an
    hour, `edition` that of something that comes again, `other` a thing beside the one told before, `several` more
    than one event. `spaced` says that words are written apart; there `of_any_event` are beginnings
    of words that the news of any event has, so that they make no two of them one.
    """

    read: Callable[[Article, Allowance], Reading]
    known_names: Callable[[], Mapping[str, str]]
    exclusive: Callable[[], tuple[tuple[str, ...], ...]]
    own: Callable[[str], str | None]
    place: Callable[[str], str | None]
    enclosing: Callable[[str, str], str | None]
    within: Callable[[str, str], bool]
    place_name: Callable[[str], str]
    standing: Callable[[], frozenset[str]]
    generic: Callable[[], frozenset[str]]
    of_event: Callable[[], frozenset[str]]
    running_counts: Callable[[], tuple[str, ...]]
    of_its_day: Callable[[], tuple[str, ...]]
    revised_figures: Callable[[], tuple[str, ...]]
    entities: Callable[[], frozenset[str]] = frozenset
    empty_ends: Callable[[], tuple[str, ...]] = tuple
    labels: Callable[[str], Mapping[str, str]] = lambda told: {}
    spaced: bool = False
    of_any_event: Callable[[], tuple[str, ...]] = tuple

    def joined(self, words: Iterable[str]) -> str:
        """Words as one name, as the language writes them."""
        return (" " if self.spaced else "").join(words)


def _chinese() -> Pack:
    from figcheck.lang.zh import apart, grammar, names, places, words

    return Pack(
        read=grammar.read,
        known_names=names.known_names,
        exclusive=names.exclusive,
        own=words.cues()["generic_subjects"].get,
        place=places.key,
        enclosing=places.at_level,
        within=places.within,
        place_name=places.name,
        standing=lambda: words.listed("standing"),
        generic=lambda: words.listed("generic"),
        of_event=lambda: words.listed("of_event"),
        running_counts=lambda: tuple(words.cues()["running_counts"]),
        of_its_day=lambda: tuple(words.cues()["of_its_day"]),
        revised_figures=lambda: tuple(words.cues()["revised_figures"]),
        entities=lambda: words.listed("entities"),
        empty_ends=lambda: words.ending("empty_ends"),
        labels=apart.labels,
    )


def _english() -> Pack:
    from figcheck.lang.en import apart, cues, grammar, names, places

    return Pack(
        read=grammar.read,
        known_names=names.known_names,
        exclusive=names.exclusive,
        own=lambda word: None,
        place=places.code,
        enclosing=lambda place, level: None,
        within=places.within,
        place_name=places.name,
        standing=lambda: cues.listed("standing"),
        generic=lambda: cues.listed("generic"),
        of_event=lambda: frozenset(cues.raw()["casualty"]),
        running_counts=lambda: tuple(cues.raw()["running_counts"]),
        of_its_day=lambda: tuple(cues.raw()["of_its_day"]),
        revised_figures=lambda: tuple(cues.raw()["revised_figures"]),
        labels=apart.labels,
        spaced=True,
        of_any_event=lambda: tuple(cues.raw()["of_any_event"]),
    )


PACKS: dict[str, Callable[[], Pack]] = {"zh": _chinese, "en": _english}


@cache
def pack(lang: str) -> Pack:
    """The pack of a language, loaded once. An unknown language is read as Chinese, which reads Arabic numerals too.

    >>> pack("zh").known_names()["GDP"]
    '地区生产总值'
    """
    return PACKS.get(lang, _chinese)()


@cache
def known_indicators() -> frozenset[str]:
    """The ids of known indicators that all languages share. Only lists of names are loaded for it, no pack."""
    from figcheck.lang.en import names as english
    from figcheck.lang.zh import names as chinese

    return frozenset((*chinese.known_names().values(), *english.known_names().values()))
