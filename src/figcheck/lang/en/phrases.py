"""The words that name what a figure is about, where they stand before it: the noun that leads to it, or the subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figcheck.lang.en import cues, names, places
from figcheck.lang.en.line import Line
from figcheck.lang.en.nouns import noun_run, noun_run_before
from figcheck.lang.en.number import Number
from figcheck.lang.en.tokens import Tag
from figcheck.lang.en.words import listed


class Phrase(NamedTuple):
    """The base forms that name an indicator, head last; and the verb that says what is done."""

    words: tuple[str, ...] = ()
    action: str | None = None
    proper: bool = False  # a name, and so a subject rather than an indicator


def lemmas(line: Line, run: Sequence[int]) -> tuple[str, ...]:
    """The base forms of a run of nouns, without periods, places and empty adjectives."""
    tokens = line.tokens
    kept = [
        tokens.low[i] if tokens.tags[i] is Tag.VERB else tokens.lemmas[i]
        for i in run
        if not line.during(i)
        and not places.covers(tokens, i)
        and tokens.tags[i] not in (Tag.HYPHEN, Tag.NUMBER, Tag.ADVERB)
        and tokens.lemmas[i] not in cues.listed("pale")
    ]
    return tuple(kept)


def is_name(line: Line, run: Sequence[int]) -> bool:
    """Whether a run of nouns is a proper name: all of its words have capital letters."""
    tokens = line.tokens
    if " ".join(lemmas(line, run)) in names.known_names():  # GDP
        return False
    written = [tokens.written(i) for i in run if tokens.tags[i] is Tag.NOUN]
    first = bool(run) and run[0] == line.words.start
    if not written or not all(word[:1].isupper() for word in written):
        return False
    return len(written) > 1 or not first or places.covers(tokens, run[0])


def before_bracket(line: Line, number: Number) -> tuple[str, ...]:
    """What stands right before a bracket that holds a number and no more: jobs (45 percent)."""
    if line.tokens.word(number.first - 1) != "(" or line.tokens.word(number.last) != ")":
        return ()
    return lemmas(line, noun_run_before(line.tokens, number.first - 1, line.words.start))


def skip(line: Line, index: int) -> int:
    """The first word from `index` on that is no article or adverb."""
    while line.tokens.tag(index) in (Tag.DETERMINER, Tag.ADVERB):
        index += 1
    return index


def left(line: Line, start: int, begin: int, number: Number) -> Phrase:
    """What stands before a number: the noun that leads to it (a depth of | 6 miles), else the subject of its verb.

    The clause begins at `start`, what stands behind the number before at `begin`.
    """
    tokens, at, verb = line.tokens, number.first - 1, -1
    while at >= begin and (tokens.tags[at] not in (Tag.NOUN, Tag.NUMBER, Tag.PRONOUN) or line.during(at)):
        if tokens.tags[at] is Tag.VERB:
            verb = at if verb < 0 else verb
        at -= 1
        if verb < 0 and at > begin and tokens.tags[at] is Tag.PRONOUN and tokens.tags[at - 1] is Tag.VERB:
            at -= 1  # bought | it | for $40
    if at < begin == start and verb >= 0 and _goes_on(line, start):
        return subject(line, line.words.start, start)._replace(action=tokens.lemmas[verb])
    if at < begin or tokens.tags[at] is Tag.NUMBER:
        return Phrase((), tokens.lemmas[verb] if verb >= 0 else None)
    if verb >= 0 or _only(line, at + 1, number.first, _BE):
        found = subject(line, start if verb >= 0 else begin, verb if verb >= 0 else at + 1)
        return found._replace(action=tokens.lemmas[verb] if verb >= 0 else None)
    found = chain(line, begin, at + 1)
    adjoins = tokens.word(at + 1) == "for" or at + 1 == number.first  # fined | the bank | $5
    return found._replace(action=_governs(line, begin, at)) if adjoins else found


def _goes_on(line: Line, start: int) -> bool:
    """Whether a clause goes on with the subject of the sentence: The hospital, with 400 beds, | will cost …"""
    follows = line.tokens.word(start - 1) == "," and start > line.words.start
    return (
        follows and line.tokens.tag(start) in (Tag.AUXILIARY, Tag.VERB) and not line.tokens.word(start).endswith("ing")
    )


def _governs(line: Line, begin: int, noun: int) -> str | None:
    """The verb whose object a noun is: jailed | a man | for 15 years."""
    run = noun_run_before(line.tokens, noun + 1, begin)
    at = (run[0] if run else noun) - 1
    while at >= begin and line.tokens.tags[at] is Tag.DETERMINER:
        at -= 1
    return line.tokens.lemmas[at] if at >= begin and line.tokens.tags[at] is Tag.VERB else None


_BE = ("is", "are", "was", "were", "be", "been", "has", "have", "had")


def _only(line: Line, start: int, end: int, words: Sequence[str]) -> bool:
    return any(line.tokens.low[i] in words for i in range(start, end))


def chain(line: Line, begin: int, end: int) -> Phrase:
    """The nouns that end at `end`, with what “of” joins to them: the price of oil → oil price."""
    run = [i for i in noun_run_before(line.tokens, end, begin) if not line.during(i)]
    if not run:
        return Phrase()
    before = run[0] - 1
    while before > begin and line.tokens.tags[before] is Tag.DETERMINER:
        before -= 1
    words = lemmas(line, run)
    if line.tokens.word(before) == "of":
        head = noun_run_before(line.tokens, before, begin)
        joined = tuple(word for word in lemmas(line, head) if word not in cues.listed("plain_heads"))
        return Phrase((*words, *joined), None, False)
    return Phrase(words, None, is_name(line, run))


def subject(line: Line, begin: int, verb: int) -> Phrase:
    """The subject of the verb at `verb`: the first noun of its clause, with what “of” joins to it."""
    tokens, at = line.tokens, _behind_speaker(line, begin, verb)
    while at < verb:
        that = tokens.word(at) == "of" and tokens.word(at - 1) in ("that", "those")  # that of teachers
        if tokens.tags[at] is Tag.PREPOSITION and not that and not line.during(at):  # In Texas, the number of …
            inner = noun_run(tokens, skip(line, at + 1))
            at = inner[-1] + 1 if inner and inner[-1] < verb - 1 else at + 1
            continue
        run = [i for i in noun_run(tokens, at) if i < verb and not line.during(i)]
        if run:
            return _with_of(line, run, verb)
        at += 1
    return Phrase()


def _behind_speaker(line: Line, begin: int, verb: int) -> int:
    """Where what is said begins: the mayor said | the bridge will cost; critics say that | it …"""
    tokens = line.tokens
    for at in range(verb - 1, begin, -1):
        if tokens.tags[at] is Tag.VERB and tokens.lemmas[at] in cues.listed("says"):
            behind = at + 2 if tokens.word(at + 1) == "that" else at + 1
            return behind if noun_run(tokens, skip(line, behind)) else begin
    return begin


def _with_of(line: Line, run: Sequence[int], verb: int) -> Phrase:
    words, at = _joined(line, run, verb)
    tokens = line.tokens
    if tokens.word(at) == "'s":
        owned = noun_run(tokens, at + 1)
        if owned and owned[-1] < verb:
            return _with_of(line, owned, verb)
    if tokens.word(at) in ("of", "in", "for") and at < verb:
        inner = noun_run(tokens, skip(line, at + 1))
        if inner and inner[-1] < verb and not line.during(inner[0]):
            heads = tuple(word for word in words if word not in cues.listed("plain_heads"))
            return Phrase((*_joined(line, inner, verb)[0], *heads))
    return Phrase(words, None, is_name(line, run))


def _joined(line: Line, run: Sequence[int], verb: int) -> tuple[tuple[str, ...], int]:
    """The base forms of a run, and of what “and” joins to it (imports and exports); the word behind."""
    words, at = lemmas(line, run), run[-1] + 1
    other = noun_run(line.tokens, skip(line, at + 1)) if line.tokens.word(at) == "and" else ()
    if other and other[-1] < verb and not line.during(other[0]):
        return (*words, "and", *lemmas(line, other)), other[-1] + 1
    return words, at


def content(line: Line, words: range) -> tuple[str, ...]:
    """The words that tell what a clause is about: nouns and verbs that say something."""
    tokens = line.tokens
    return tuple(
        tokens.lemmas[i]
        for i in words
        if tokens.tags[i] in (Tag.NOUN, Tag.VERB)
        and len(tokens.lemmas[i]) > 2
        and not line.during(i)
        and tokens.lemmas[i] not in listed("empty")
        and tokens.lemmas[i] not in cues.listed("light")
        and i not in line.numbered
    )
