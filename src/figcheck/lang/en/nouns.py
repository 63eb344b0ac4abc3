"""Runs of nouns: what stands behind a number and is counted by it, what stands before a verb."""

from __future__ import annotations

from figcheck.lang.en.tokens import Tag, Tokens

LONGEST = 9
"""No name of a thing has more words, hyphens counted."""


def noun_run(tokens: Tokens, at: int) -> list[int]:
    """Indexes of the nouns and adjectives from `at` on; the last is the head: 463,000 | absentee ballots."""
    run: list[int] = []
    if tokens.tag(at) is Tag.HYPHEN:  # a 22-story tower has stories, not towers
        return [at + 1] if tokens.tag(at + 1) is Tag.NOUN else []
    index = at
    while index < len(tokens) and index - at < LONGEST:
        tag = tokens.tags[index]
        if tag is Tag.NOUN or (tag is Tag.VERB and _narrows(tokens, index)):
            run.append(index)
        elif not (
            tag is Tag.HYPHEN or (tag is Tag.ADVERB and not run) or (tag is Tag.NUMBER and _inside(tokens, index))
        ):
            break
        index += 1
    while run and tokens.tag(run[-1]) is Tag.VERB:
        run.pop()
    return run


def _narrows(tokens: Tokens, index: int) -> bool:
    """Whether a participle stands before its noun: displaced people, buried miners."""
    word = tokens.low[index]
    return word.endswith(("ed", "ing", "en")) and tokens.tag(index + 1) is Tag.NOUN


def _inside(tokens: Tokens, index: int) -> bool:
    return tokens.tag(index - 1) is Tag.HYPHEN or tokens.tag(index + 1) is Tag.HYPHEN


def noun_run_before(tokens: Tokens, end: int, begin: int) -> list[int]:
    """Indexes of the nouns that end right before `end`, none before `begin`."""
    run: list[int] = []
    index = end - 1
    while index >= begin and end - index <= LONGEST:
        tag = tokens.tags[index]
        if tag is Tag.NOUN or (tag is Tag.VERB and run and _narrows(tokens, index)):
            run.insert(0, index)
        elif not (run and tag is Tag.HYPHEN):
            break
        index -= 1
    return run
