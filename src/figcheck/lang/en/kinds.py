"""What kind of statement a figure makes, and what it is about: a level, a change, a share, a rank, a streak."""

from __future__ import annotations

from figcheck.lang.en import cues
from figcheck.lang.en.changes import compared, moved, noun_of_change
from figcheck.lang.en.counted import counted, measured, of_whole
from figcheck.lang.en.distances import distance
from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.number import Kind, Number
from figcheck.lang.en.phrases import Phrase, before_bracket, left, lemmas, skip, subject
from figcheck.lang.en.tallies import count_casualties, count_people, is_part
from figcheck.lang.en.tokens import Tag
from figcheck.model import Measure


def draft_of(line: Line, clause: range, number_index: int, begin: int) -> Draft:
    """What the words around one number say of it; `begin` is where the number before it ends."""
    number = line.numbers[number_index]
    draft = Draft(number, clause, lead=_lead(line, number.first, clause.start))
    dimension = number.quantity.unit.dimension
    if number.kind is Kind.RANK or number.kind is Kind.STREAK:
        draft.measure = Measure.RANK if number.kind is Kind.RANK else Measure.STREAK
        draft.words = _predicate(line, draft, begin)
        if number.kind is Kind.STREAK and not dimension.endswith(_SPANS):  # a fourth straight loss is of losses
            draft.words = (dimension.removeprefix("streak:"),)
    elif number.kind is Kind.MULTIPLE or dimension == "times":
        falls = line.tokens.lemmas[number.core] == "halve"
        draft.measure, draft.direction = Measure.MULTIPLE, -1 if falls else 1
        verb = line.tokens.tags[number.core] is Tag.VERB  # has doubled
        whose = subject(line, draft.clause.start, number.first) if verb else None
        draft.words = whose.words if whose else left(line, draft.clause.start, begin, number).words
    elif not (compared(line, draft, begin) or moved(line, draft, begin) or noun_of_change(line, draft, begin)):
        _level(line, draft, begin)
    if dimension == "points" and draft.measure is Measure.LEVEL:
        draft.measure = Measure.CHANGE
    count_people(line, draft)
    count_casualties(draft)
    draft.partial = dimension != "ratio" and is_part(line, number.first, number.behind)
    return draft


_SPANS = ("year", "month", "week", "day", "quarter")


def _lead(line: Line, at: int, begin: int) -> str:
    """The little word before a number and the words that loosen it."""
    index = at - 1
    while (
        index >= begin
        and line.tokens.tags[index] in (Tag.DETERMINER, Tag.ADVERB)
        and line.tokens.low[index] not in ("up", "down")
    ):
        index -= 1
    return line.tokens.word(index) if index >= begin else ""


def _predicate(line: Line, draft: Draft, begin: int) -> tuple[str, ...]:
    """What a rank or a streak is about: the subject, and what is said."""
    owner = left(line, draft.clause.start, begin, draft.number)
    run = noun_run(line.tokens, draft.number.behind)
    return (*owner.words, *((owner.action,) if owner.action else ()), *lemmas(line, run))


def _level(line: Line, draft: Draft, begin: int) -> None:
    number = draft.number
    phrase = _share(line, draft, begin)
    if phrase is None and number.counts:
        phrase = counted(line, number, draft.clause)
    if phrase is None or not phrase.words:
        phrase = measured(line, number, draft.clause) if not number.counts else phrase or Phrase()
    if number.quantity.unit.dimension == "age":
        owner = left(line, draft.clause.start, begin, number)
        phrase = Phrase((*(() if owner.proper else owner.words), "age"))
    if far := distance(line, number):
        phrase = Phrase(far)
    if not phrase.words and phrase.action not in cues.casualties():
        before = left(line, draft.clause.start, begin, number)
        labelled = number.quantity.unit.dimension == "ratio" and before.action is None  # Smith 45 percent, Jones 40
        phrase = Phrase(() if before.proper and not labelled else before.words, phrase.action or before.action)
    if not phrase.words:
        phrase = phrase._replace(words=before_bracket(line, number) or _said_of(line, number))
    draft.words, draft.action = phrase.words, phrase.action
    verb = phrase.action
    draft.reached = draft.reached or draft.lead == "to" or (verb in cues.listed("reached"))


def _said_of(line: Line, number: Number) -> tuple[str, ...]:
    """What is said of a share of those told before: 48 percent | said yes, 21 percent | were undecided."""
    tokens, at = line.tokens, number.behind
    if number.quantity.unit.dimension != "ratio" or tokens.tag(at) not in (Tag.VERB, Tag.AUXILIARY):
        return ()
    if tokens.word(at + 1) in ("yes", "no"):
        return (tokens.word(at + 1),)
    run = noun_run(tokens, skip(line, at + 1))
    return lemmas(line, run) or tuple(tokens.lemmas[i] for i in (at + 1, at) if tokens.tag(i) is Tag.VERB)[:1]


def _share(line: Line, draft: Draft, begin: int) -> Phrase | None:
    """80% of projects come from …; accounted for 40% of exports; one in five adults."""
    number = draft.number
    if number.quantity.unit.dimension != "ratio":
        return None
    whole = of_whole(line, number, draft.clause)
    if not whole.words:
        before = left(line, draft.clause.start, begin, number)
        if _is_share_of(line, begin, number.first):
            draft.measure = Measure.SHARE
            return before
        return None
    draft.measure = Measure.SHARE
    if draft.lead in ("for", "up") or _verb_right_before(line, number.first) in cues.listed(
        "making"
    ):  # accounted for, make up
        owner = left(line, draft.clause.start, begin, number)
        return Phrase((*whole.words, *owner.words))
    return whole


def _verb_right_before(line: Line, at: int) -> str:
    """The base form of the verb that stands right before a number."""
    return line.tokens.lemmas[at - 1] if at and line.tokens.tags[at - 1] is Tag.VERB else ""


def _is_share_of(line: Line, begin: int, end: int) -> bool:
    return any(line.tokens.low[i] in ("share", "proportion", "percentage") for i in range(begin, end))
