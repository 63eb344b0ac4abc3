"""English text cut into words, each with its base form and what it does in the sentence: by word lists alone.

No tagger is needed: what stands around a number in the news is nouns, prepositions and a few hundred verbs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.lang.en import numerals
from figcheck.lang.en.tokens import Tag, Tokens

HERE = Path(__file__).parent


_TOKEN = re.compile(
    r"(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[A-Za-zÀ-ɏ]+(?:['’](?!s\b)[A-Za-z]+)?|['’]s\b)"
    r"|(?P<mark>[^\sA-Za-z0-9]|\n)"
)
_DASHES = "-‐‑–—"
CURRENCIES = frozenset("$£€¥₹")


def tokens(text: str) -> Tokens:
    """The words of a text.

    >>> found = tokens("Houston's schools are teaching 30,000 children.")
    >>> found.lemmas
    ['houston', "'s", 'school', 'are', 'teach', '30,000', 'child', '.']
    """
    starts, ends, low, tags = [], [], [], []
    for match in _TOKEN.finditer(text):
        word = match[0].lower().replace("’", "'")
        starts.append(match.start())
        ends.append(match.end())
        low.append(word)
        tags.append(Tag.NUMBER if match["number"] or word in CURRENCIES else Tag.MARK if match["mark"] else _tag(word))
    found = Tokens(text, starts, ends, low, list(low), tags)
    for index in range(len(low)):
        _settle(found, index)
    return found


def tag_of(word: str) -> Tag:
    """What a word does, by itself."""
    return _tag(word.lower())


def _tag(word: str) -> Tag:
    return _small_words().get(word) or (Tag.VERB if _is_verb(word) else Tag.ADVERB if _is_adverb(word) else Tag.NOUN)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in listed("nouns_in_ly")


def _is_verb(word: str) -> bool:
    if word in verb_forms():
        return True
    if len(word) > 4 and word.endswith("ed"):
        return word not in listed("nouns_in_ed")
    return len(word) > 4 and word.endswith("ing") and word not in listed("nouns_in_ing")


def _settle(found: Tokens, index: int) -> None:
    """Decide words that are verbs or nouns by their neighbours, and find the base form."""
    word, tag = found.low[index], found.tags[index]
    if word in _DASHES and index and found.touches(index - 1) and found.touches(index):
        found.tags[index] = Tag.HYPHEN
    if tag is Tag.VERB and _is_noun_here(found, index, word):
        found.tags[index] = tag = Tag.NOUN
    elif tag is Tag.NOUN and found.word(index - 1) in MODALS and word.isalpha():
        found.tags[index] = tag = Tag.VERB
    if tag is Tag.VERB:
        found.lemmas[index] = verb_forms().get(word) or _stem(word)
    elif tag is Tag.NOUN:
        found.lemmas[index] = singular(word)


MODALS = frozenset(["will", "would", "can", "could", "may", "might", "must", "shall", "should", "'ll"])
"""Behind these stands a verb."""


def _is_noun_here(found: Tokens, index: int, word: str) -> bool:
    before, after = found.tag(index - 1), found.tag(index + 1)
    base = verb_forms().get(word, word)
    if found.word(index - 1) == "than" and word.endswith("ed"):  # more than doubled
        return False
    participle = word.endswith(("ed", "ing", "en")) or word in raw()["irregular"]
    if before in (Tag.DETERMINER, Tag.PREPOSITION) and found.word(index - 1) != "to":
        if word.endswith("ing") and before is Tag.DETERMINER:  # the painting
            return True
        return not participle or (base in listed("either") and not word.endswith("ing")) or after is Tag.NOUN
    if participle or base not in listed("either"):
        return False
    if found.word(index - 1) == "to" or before in (Tag.PRONOUN, Tag.AUXILIARY):
        return False
    if before is Tag.NUMBER or found.word(index + 1) in ("of", "'s") or before is Tag.HYPHEN:
        return True
    present = word == base and base not in listed("invariable")
    if before is Tag.NOUN and present and _is_singular(found.word(index - 1)):  # the opera house: it would house
        return True
    if before in (Tag.NOUN, Tag.ADVERB) and (after is Tag.NUMBER or after in (Tag.DETERMINER, Tag.PREPOSITION)):
        return found.word(index + 1) in ("of", "in", "for") and base not in _UP_OR_DOWN
    return before is not Tag.NOUN or after in (Tag.VERB, Tag.AUXILIARY, Tag.MARK)


def _is_singular(noun: str) -> bool:
    """Whether a noun takes a verb with an s: not the plurals, nor words for groups that are taken as their members."""
    return singular(noun) == noun and noun not in listed("groups")


_UP_OR_DOWN = (
    "double",
    "triple",
    "halve",
    "rise",
    "fall",
    "drop",
    "gain",
    "climb",
    "jump",
    "increase",
    "decline",
    "surge",
    "slump",
)


MUTE = ("u", "v", "as", "is", "os", "rs", "ns", "nc", "rc", "uc", "ac", "ic", "dg", "rg", "iz", "az", "yz")
"""Where a verb ends so without its -ed, it has a mute e: valued, leased, forced, judged."""


def _stem(word: str) -> str:
    if word.endswith("ied"):
        return word[:-3] + "y"
    stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else word
    if stem.endswith(MUTE) or (stem.endswith("at") and stem[-3:-2] not in ("e", "o") and len(stem) > 3):
        return stem + "e"
    if word.endswith("eed"):  # freed
        return word[:-1]
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if doubled else stem


@cache
def singular(word: str) -> str:
    """The base form of a noun.

    >>> singular("cities"), singular("children"), singular("buses"), singular("process"), singular("houses")
    ('city', 'child', 'bus', 'process', 'house')
    """
    known = raw()["irregular_nouns"].get(word)
    if known is not None:
        return str(known)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")) else word


# ------------------------------------------------------------------------------- word lists


@cache
def raw() -> Mapping[str, Any]:
    """The word lists."""
    found: Mapping[str, Any] = yamlio.read(HERE / "words.yaml")
    return found


@cache
def listed(key: str) -> frozenset[str]:
    """One list of `words.yaml` as a set."""
    return frozenset(raw()[key])


@cache
def _small_words() -> Mapping[str, Tag]:
    table = {"'s": Tag.DETERMINER}
    for tag in (Tag.ADVERB, Tag.PRONOUN, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.DETERMINER, Tag.AUXILIARY):
        key = "auxiliaries" if tag is Tag.AUXILIARY else f"{tag.value}s"
        table.update(dict.fromkeys(raw()[key], tag))
    table.update(dict.fromkeys(numerals.words(), Tag.NUMBER))
    return table


@cache
def verb_forms() -> Mapping[str, str]:
    """Every form of the listed verbs → its base form.

    >>> [verb_forms()[form] for form in ("killed", "dropping", "rose", "carries", "used")]
    ['kill', 'drop', 'rise', 'carry', 'use']
    """
    table: dict[str, str] = {}
    for base in raw()["verbs"]:
        for form in _forms(base):
            table.setdefault(form, base)
    table.update(raw()["irregular"])
    return table


def _forms(base: str) -> list[str]:
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    plural = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if base.endswith("e"):
        return [base, plural, base + "d", base[:-1] + "ing", base + "ing"]
    last = base[-1]
    return [base, plural, base + "ed", base + "ing", base + last + "ed", base + last + "ing"]
