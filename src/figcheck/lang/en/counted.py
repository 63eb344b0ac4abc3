"""What stands behind a number: what it counts, what is done with that, what an amount measures, what has a share."""

from __future__ import annotations

from figcheck.lang.en import cues
from figcheck.lang.en.line import Line
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.number import Kind, Number
from figcheck.lang.en.phrases import Phrase, is_name, lemmas, skip
from figcheck.lang.en.tokens import Tag


def counted(line: Line, number: Number, clause: range) -> Phrase:
    """What stands behind a number and is counted by it, and what is said to be done with it."""
    tokens = line.tokens
    run = [i for i in noun_run(tokens, number.behind) if i < clause.stop and not line.during(i)]
    words = lemmas(line, run) or tuple(tokens.lemmas[i] for i in run[-1:])
    after = run[-1] + 1 if run else number.last
    if tokens.word(after) == "of" and run and tokens.lemmas[run[-1]] in cues.listed("containers"):
        inner = noun_run(tokens, skip(line, after + 1))
        words, after = (lemmas(line, inner) or words), (inner[-1] + 1 if inner else after)
    elif tokens.word(after) == "of" and words:  # 30,000 children of evacuees
        inner = [i for i in noun_run(tokens, skip(line, after + 1)) if i < clause.stop]
        if inner and not is_name(line, inner):
            words, after = (*lemmas(line, inner), *words), inner[-1] + 1
    happened = _happened(line, after, clause) or _happened_later(line, after) or _done(line, number, clause)
    return Phrase(words, happened)


def _happened(line: Line, at: int, clause: range) -> str | None:
    """The verb right behind: 12 people | had been killed; 24 dead."""
    tokens = line.tokens
    while (at < clause.stop and tokens.tags[at] in (Tag.AUXILIARY, Tag.ADVERB)) or tokens.word(at) in (
        "reported",
        "reportedly",
        "feared",
        "confirmed",
        "to",
    ):
        at += 1
    if at >= clause.stop:
        return None
    named = next((word for word in (tokens.low[at], tokens.lemmas[at]) if word in cues.casualties()), None)
    if named is not None and tokens.tag(at + 1) is not Tag.NOUN:
        return named
    return tokens.lemmas[at] if tokens.tags[at] is Tag.VERB and not tokens.low[at].endswith("ing") else None


def _happened_later(line: Line, at: int) -> str | None:
    """The verb behind what is put in between: 14 people, including six children, | were killed."""
    tokens = line.tokens
    if tokens.word(at) != "," or tokens.word(at + 1) not in ("including", "among", "most", "mostly", "many", "some"):
        return None
    for index in range(at + 2, min(at + 14, line.words.stop)):
        if tokens.low[index] == "," and tokens.tag(index + 1) is Tag.AUXILIARY:
            return _happened(line, index + 1, range(index, line.words.stop))
    return None


def _done(line: Line, number: Number, clause: range) -> str | None:
    """The verb right before: had dropped | four bombs; killing nearly | 170,000 people."""
    tokens, at = line.tokens, number.first - 1
    while at >= clause.start and tokens.tags[at] in (Tag.ADVERB, Tag.DETERMINER):
        at -= 1
    if at < clause.start or tokens.tags[at] is not Tag.VERB or tokens.lemmas[at] in cues.listed("says"):
        return None
    return tokens.lemmas[at]


def measured(line: Line, number: Number, clause: range) -> Phrase:
    """What stands behind an amount and is measured by it: a $2.3 million | gap; $22 million in | aid."""
    tokens, at = line.tokens, number.behind
    while at < clause.stop and line.during(at):  # $11 million a year in rent
        at += 1
    if tokens.word(at) == "-":
        at += 1
    if tokens.word(at) == "worth":
        at += 1
    run = [i for i in noun_run(tokens, at) if i < clause.stop and not line.during(i)] if tokens.word(at) != "a" else []
    if run and tokens.word(at - 1) != "worth":
        return Phrase(lemmas(line, run), _done(line, number, clause))
    if tokens.word(at) in ("in", "of", "on", "for"):
        inner = noun_run(tokens, skip(line, at + 1))
        if inner and inner[-1] < clause.stop and not is_name(line, inner) and not line.during(inner[0]):
            return Phrase(lemmas(line, inner), _done(line, number, clause))
    return Phrase()


def of_whole(line: Line, number: Number, clause: range) -> Phrase:
    """Of what a share is: 80% of | projects; one in five | adults."""
    tokens, at = line.tokens, number.behind
    if tokens.word(at) == "of":
        at += 1
    elif number.kind is not Kind.OF:
        return Phrase()
    run = [i for i in noun_run(tokens, skip(line, at)) if i < clause.stop]
    return Phrase(lemmas(line, run) or tuple(tokens.lemmas[i] for i in run[-1:]))


def distance(line: Line, number: Number) -> tuple[str, ...]:
    """How far from what something is: 55 kilometres south of | Bireun → bireun distance."""
    tokens, at = line.tokens, number.behind
    toward = tokens.word(at) in cues.listed("directions")
    while tokens.word(at) in cues.listed("directions") or (tokens.word(at) in ("(", ")")):
        at += 1
    if not toward and tokens.word(at) != "from":
        return ()
    run = noun_run(tokens, skip(line, at + 1)) if tokens.word(at) in ("of", "from") else []
    return (*(tokens.low[i] for i in run), "distance")
