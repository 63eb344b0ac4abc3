"""What kind of statement a figure makes, and what it is about: a level, a change, a share, a rank, a streak, a multiple."""

from __future__ import annotations

from dataclasses import replace

from figcheck.lang.en import cues, units
from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.number import Kind
from figcheck.lang.en.phrases import Phrase, chain, content, counted, left, lemmas, measured, of_whole, subject
from figcheck.lang.en.tokens import Tag
from figcheck.model import Measure

_TRANSITIVE = (
    "add",
    "cut",
    "lose",
    "gain",
    "raise",
    "recover",
    "lift",
    "boost",
    "shed",
    "reduce",
    "slash",
    "trim",
    "ease",
)
"""Verbs that change by an amount only with “by” or a percentage: they cut 40 jobs is a count of jobs."""


def draft_of(line: Line, clause: range, number_index: int, begin: int) -> Draft:
    """What the words around one number say of it; `begin` is where the number before it ends."""
    number = line.numbers[number_index]
    draft = Draft(number, clause, lead=_lead(line, number.first, clause.start))
    dimension = number.quantity.unit.dimension
    if number.kind is Kind.RANK or number.kind is Kind.STREAK:
        draft.measure = Measure.RANK if number.kind is Kind.RANK else Measure.STREAK
        draft.words = _predicate(line, draft, begin)
    elif number.kind is Kind.MULTIPLE or dimension == "times":
        draft.measure, draft.direction = Measure.MULTIPLE, -1 if number.quantity.stated[0] < 1 else 1
        verb = line.tokens.tags[number.core] is Tag.VERB  # has doubled
        whose = subject(line, draft.clause.start, number.first) if verb else None
        draft.words = whose.words if whose else left(line, draft.clause.start, begin, number).words
    elif not (_compared(line, draft, begin) or _moved(line, draft, begin) or _noun_of_change(line, draft, begin)):
        _level(line, draft, begin)
    if dimension == "points" and draft.measure is Measure.LEVEL:
        draft.measure = Measure.CHANGE
    _count_people(line, draft)
    _count_casualties(draft)
    draft.partial = dimension != "ratio" and _is_part(line, number.first, number.behind)
    return draft


def _count_people(line: Line, draft: Draft) -> None:
    """The number of visitors rose to 1.2 million: what is counted stands before, and may be people."""
    number = draft.number
    if number.quantity.unit == units.COUNT and not noun_run(line.tokens, number.behind):
        if draft.words and draft.words[-1] in units.people():
            draft.number = replace(number, quantity=replace(number.quantity, unit=units.PEOPLE))


def _is_part(line: Line, first: int, behind: int) -> bool:
    """Another four, the other two, two of the bombs, 70 others: a part of what else was counted."""
    tokens = line.tokens
    before, after = tokens.word(first - 1), (tokens.word(behind), tokens.word(behind + 1))
    some = after[0] == "of" and after[1] in (
        "the",
        "them",
        "those",
        "these",
        "its",
        "their",
        "his",
        "her",
        "whom",
        "which",
    )
    return before in ("another", "other", "further", "additional") or after[0] in ("others", "more", "other") or some


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


# ------------------------------------------------------------------------------- changes


def _compared(line: Line, draft: Draft, begin: int) -> bool:
    """15% more than, £22,000 over the average, 16% above average."""
    tokens, at = line.tokens, draft.number.behind
    word = tokens.word(at) if at < draft.clause.stop else ""
    direction = 1 if word in cues.listed("up_behind") else -1 if word in cues.listed("down_behind") else 0
    dimension = draft.number.quantity.unit.dimension
    if not direction or (draft.number.counts and word not in ("more", "fewer", "less")):
        return False
    run = noun_run(tokens, at + 1)
    than = tokens.word(at + 1 if not run else run[-1] + 1) == "than"
    over = word in ("over", "above", "below", "under") and tokens.word(at + 1) in ("the", "average", "its", "last")
    if not (than or over or dimension == "ratio"):
        return False
    draft.measure, draft.direction = Measure.CHANGE, direction
    pointing = _of_theirs(line, begin, draft.number.first) or draft.number.currency
    draft.words = (
        lemmas(line, run)
        if than and run
        else ()
        if pointing
        else left(line, draft.clause.start, begin, draft.number).words
    )
    against = [i for i in range(at + 1, draft.clause.stop) if tokens.tags[i] is Tag.NOUN and not line.during(i)]
    draft.versus = tokens.lemmas[against[0]] if against else "than" if than else None
    return True


def _moved(line: Line, draft: Draft, begin: int) -> bool:
    """rose 15%, fell by 40, up 3%; rose to 60, from 40: those are levels."""
    tokens, number = line.tokens, draft.number
    verb = _verb_before(line, draft, begin) if _may_change(draft) else None
    if verb is None:
        return False
    direction = cues.moves(tokens, verb)
    begin = begin if begin <= verb else draft.clause.start
    between = {tokens.low[i] for i in range(verb + 1, number.first)}
    draft.direction = direction if direction in (1, -1) else 0
    draft.reached = draft.lead == "to"
    amount = "by" in between or number.quantity.unit.dimension in ("ratio", "points")
    if draft.lead in ("to", "from", "at", "than", "against") or direction == 2:
        changed = _object(line, verb, number.first) if tokens.lemmas[verb] in _TRANSITIVE else ()
        draft.words = changed or subject(line, begin, verb).words
        return draft.lead in ("to", "from") or direction == 2
    if number.counts and not amount and tokens.lemmas[verb] in _TRANSITIVE:
        draft.direction = 0
        return False
    if (
        number.quantity.unit.dimension.startswith(("money", "count"))
        and tokens.lemmas[verb] in _TRANSITIVE
        and not amount
    ):
        draft.direction = 0
        return False
    if number.counts and noun_run(tokens, number.behind) and tokens.word(verb) in ("up", "down"):
        return False
    draft.measure = Measure.CHANGE
    thing = subject(line, begin, verb)
    draft.words = thing.words if not (thing.proper or _of_theirs(line, begin, verb)) else ()
    if tokens.lemmas[verb] in _TRANSITIVE:
        found = _object(line, verb, number.first)
        draft.words = found or draft.words
    return True


def _of_theirs(line: Line, begin: int, verb: int) -> bool:
    """Whether the subject only points back: their share has risen."""
    tokens = line.tokens
    owned = any(tokens.low[i] in ("their", "its", "his", "her") for i in range(begin, verb))
    return owned and any(tokens.lemmas[i] in _POINTING for i in range(begin, verb))


_POINTING = ("share", "number", "total", "figure", "rate", "price", "proportion", "bill", "level", "value", "amount")


def _may_change(draft: Draft) -> bool:
    """Whether a number may be the size of a change: fell for five weeks tells how long it fell."""
    timed = draft.number.quantity.unit.dimension in ("time", "age", "workdays")
    return not timed or draft.lead in ("by", "to", "from")


def _verb_before(line: Line, draft: Draft, begin: int) -> int | None:
    """The verb of change that leads to a number, with nothing but little words and periods between."""
    tokens, index = line.tokens, draft.number.first - 1
    floor = max(draft.clause.start, begin if draft.lead not in ("to", "from") else 0, index - 14)
    by = draft.lead == "by"
    while index >= floor:
        if cues.moves(tokens, index) and not (
            tokens.word(index) in ("up", "down") and tokens.tag(index - 1) is Tag.VERB and cues.moves(tokens, index - 1)
        ):
            return index
        if tokens.tags[index] is Tag.VERB:
            return None
        if tokens.tags[index] is Tag.NOUN and not line.during(index) and not by and draft.lead not in ("to", "from"):
            return None
        index -= 1
    return None


def _object(line: Line, verb: int, end: int) -> tuple[str, ...]:
    """What a verb changes: cut | working hours | by 5%."""
    at = verb + 1
    while at < end and line.tokens.tags[at] in (Tag.DETERMINER, Tag.ADVERB):
        at += 1
    run = [i for i in noun_run(line.tokens, at) if i < end and not line.during(i)]
    return lemmas(line, run)


def _noun_of_change(line: Line, draft: Draft, begin: int) -> bool:
    """a 15% rise in exports, 5% growth; a rise of 15%; export growth of 5%."""
    tokens, number = line.tokens, draft.number
    run = noun_run(tokens, number.behind + (tokens.word(number.behind) == "-"))
    if run and (direction := cues.noun_moves(tokens, run[-1])) and not number.counts:
        draft.measure, draft.direction = Measure.CHANGE, direction
        draft.words = _changed(line, run[-1]) or lemmas(line, run[:-1])
        return True
    before = _noun_before(line, number.first, draft.clause.start) if _may_change(draft) else None
    if before is None or draft.lead not in ("of", "by", "was", "is", "at"):
        return False
    draft.measure, draft.direction = Measure.CHANGE, cues.noun_moves(tokens, before)
    draft.words = _changed(line, before) or tuple(w for w in chain(line, begin, before).words)
    return True


def _noun_before(line: Line, at: int, begin: int) -> int | None:
    """The noun of change that a number is told of: a rise | of 15%; growth in exports | was 5%."""
    for index in range(at - 1, max(begin, at - 9) - 1, -1):
        if line.tokens.tags[index] is Tag.NOUN and cues.noun_moves(line.tokens, index):
            return index
        if line.tokens.tags[index] in (Tag.VERB, Tag.NUMBER, Tag.MARK):
            return None
    return None


def _changed(line: Line, noun: int) -> tuple[str, ...]:
    """What a noun of change is said of: a rise in | exports."""
    if line.tokens.word(noun + 1) not in ("in", "of", "for"):
        return ()
    at = noun + 2
    while line.tokens.tag(at) in (Tag.DETERMINER, Tag.ADVERB):
        at += 1
    return lemmas(line, [i for i in noun_run(line.tokens, at) if not line.during(i)])


# ------------------------------------------------------------------------------- levels and shares


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
    if not phrase.words and phrase.action not in cues.casualties():
        before = left(line, draft.clause.start, begin, number)
        phrase = Phrase(() if before.proper else before.words, phrase.action or before.action)
    draft.words, draft.action = phrase.words, phrase.action
    verb = phrase.action
    draft.reached = draft.reached or draft.lead == "to" or (verb in cues.listed("reached"))


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
    if draft.lead in ("for", "up") or before_verb(line, number.first) in _MAKING:  # accounted for, make up
        owner = left(line, draft.clause.start, begin, number)
        return Phrase((*whole.words, *owner.words))
    return whole


_MAKING = ("account", "make", "represent", "constitute", "comprise", "form")


def before_verb(line: Line, at: int) -> str:
    """The base form of the verb that stands right before a number."""
    return line.tokens.lemmas[at - 1] if at and line.tokens.tags[at - 1] is Tag.VERB else ""


def _is_share_of(line: Line, begin: int, end: int) -> bool:
    return any(line.tokens.low[i] in ("share", "proportion", "percentage") for i in range(begin, end))


def _count_casualties(draft: Draft) -> None:
    """24 people killed, 24 dead, a death toll of 24: one indicator; children killed are counted by themselves."""
    words, table = draft.words, cues.casualties()
    if draft.number.quantity.unit.dimension not in ("count", "count:person"):
        return
    named = next((w for w in reversed(words) if w in table), None)
    if draft.action in table and draft.action is not None:
        named = draft.action
    elif words and words[-1] in cues.listed("tolls") and "death" in words or words == ("toll",):
        named = "death"
    if named is None or not draft.number.quantity.unit.dimension.startswith("count"):
        return
    if named == "casualty" and not draft.number.quantity.stated[0]:  # no casualties: nobody was killed
        named = "death"
    rest = tuple(
        w for w in words if w != named and w not in _ANYBODY and w not in cues.listed("tolls") and w not in table
    )
    draft.words, draft.action = (*rest, _WORD_OF[table[named]]), None


_ANYBODY = ("people", "person", "other", "victim", "resident", "confirm", "immediate", "total")
_WORD_OF = {"死亡人数": "killed", "受伤人数": "injured", "失踪人数": "missing", "casualties": "casualties"}
