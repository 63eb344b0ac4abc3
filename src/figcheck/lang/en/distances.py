"""How far from what something is, and in which direction: 55 kilometres south of the town."""

from __future__ import annotations

from figcheck.lang.en import cues
from figcheck.lang.en.line import Line
from figcheck.lang.en.nouns import noun_run, noun_run_before
from figcheck.lang.en.number import Number
from figcheck.lang.en.phrases import skip
from figcheck.lang.en.tokens import Tag

TOWARD = "toward:"
"""What the cue of a direction begins with."""


def distance(line: Line, number: Number) -> tuple[str, ...]:
    """What is so far from what: a camp, 55 kilometres south of the town of | Bireun → camp bireun distance."""
    if number.quantity.unit.dimension != "length":
        return ()
    tokens, at = line.tokens, _behind_bracket(line, number)
    toward = tokens.word(at) in cues.listed("directions")
    while tokens.word(at) in cues.listed("directions"):
        at += 1
    if not toward and tokens.word(at) != "from":
        return ()
    run = noun_run(tokens, skip(line, at + 1)) if tokens.word(at) in ("of", "from") else []
    if run and tokens.word(run[-1] + 1) == "of":  # the town of Bireun
        run = noun_run(tokens, skip(line, run[-1] + 2)) or run
    if not run and not toward:  # to 90 mm, from 60 mm
        return ()
    return (*_thing(line, number), *(tokens.low[i] for i in run), "distance")


def toward(line: Line, number: Number) -> str | None:
    """The direction in which something lies, as a cue; None where none is told."""
    word = line.tokens.word(_behind_bracket(line, number))
    return TOWARD + word if word in cues.listed("compass") else None


def _behind_bracket(line: Line, number: Number) -> int:
    """The word behind a length, and behind the same in another unit: 55 kilometres (34 miles) | west."""
    tokens, at = line.tokens, number.behind
    if tokens.word(at) == ")":
        return at + 1
    if tokens.word(at) != "(":
        return at
    return next((i + 1 for i in range(at, min(at + 6, len(tokens))) if tokens.low[i] == ")"), at)


def _thing(line: Line, number: Number) -> tuple[str, ...]:
    """What lies there, right before: a village, | nine kilometres; the camp, located | 10 miles."""
    tokens, at = line.tokens, number.first - 1
    while at >= line.words.start and (tokens.low[at] in ("located", "situated", "about") or tokens.low[at] == ","):
        at -= 1
    if tokens.word(at) in ("lies", "stands", "sits", "lie", "stand", "sit"):
        at -= 1
    run = noun_run_before(tokens, at + 1, line.words.start) if tokens.tag(at) is Tag.NOUN else []
    return (tokens.lemmas[run[-1]],) if run and not line.during(run[-1]) else ()
