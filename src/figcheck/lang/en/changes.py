"""Figures that tell of a change: rose 15%, up by 40, a 15% rise, 20% more than; and levels that were reached."""

from __future__ import annotations

from figcheck.lang.en import cues
from figcheck.lang.en.distances import distance
from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.nouns import noun_run, noun_run_before
from figcheck.lang.en.phrases import chain, left, lemmas, subject
from figcheck.lang.en.tokens import Tag
from figcheck.model import Measure


def compared(line: Line, draft: Draft, begin: int) -> bool:
    """15% more than, £22,000 over the average, 16% above average."""
    tokens, at = line.tokens, draft.number.behind
    word = tokens.word(at) if at < draft.clause.stop else ""
    direction = 1 if word in cues.listed("up_behind") else -1 if word in cues.listed("down_behind") else 0
    dimension = draft.number.quantity.unit.dimension
    if dimension == "time" and word in ("faster", "slower"):  # two minutes faster are two minutes less
        direction = -direction
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


def moved(line: Line, draft: Draft, begin: int) -> bool:
    """rose 15%, fell by 40, up 3%; rose to 60, from 40: those are levels."""
    tokens, number = line.tokens, draft.number
    verb = _verb_before(line, draft, begin) if _may_change(draft) and not distance(line, number) else None
    if verb is None:
        return False
    direction = cues.moves(tokens, verb)
    begin = begin if begin <= verb else draft.clause.start
    between = {tokens.low[i] for i in range(verb + 1, number.first)}
    draft.direction = direction if direction in (1, -1) else 0
    draft.reached = draft.lead == "to"
    amount = "by" in between or number.quantity.unit.dimension in ("ratio", "points")
    if draft.lead in ("to", "from", "at", "than", "against") or direction == 2:
        changed = _object(line, verb, number.first) if tokens.lemmas[verb] in cues.listed("transitive") else ()
        draft.words = changed or subject(line, begin, verb).words
        return draft.lead in ("to", "from") or direction == 2
    if number.counts and not amount and tokens.lemmas[verb] in cues.listed("transitive"):
        draft.direction = 0
        return False
    if (
        number.quantity.unit.dimension.startswith(("money", "count"))
        and tokens.lemmas[verb] in cues.listed("transitive")
        and not amount
    ):
        draft.direction = 0
        return False
    if number.counts and noun_run(tokens, number.behind) and tokens.word(verb) in ("up", "down"):
        return False
    draft.measure = Measure.CHANGE
    thing = subject(line, begin, verb)
    draft.words = thing.words if not (thing.proper or _of_theirs(line, begin, verb)) else ()
    if tokens.lemmas[verb] in cues.listed("transitive"):
        found = _object(line, verb, number.first)
        draft.words = found or draft.words
    return True


def _of_theirs(line: Line, begin: int, verb: int) -> bool:
    """Whether the subject only points back: their share has risen."""
    tokens = line.tokens
    owned = any(tokens.low[i] in ("their", "its", "his", "her") for i in range(begin, verb))
    return owned and any(tokens.lemmas[i] in cues.listed("pointing") for i in range(begin, verb))


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
            return _over_object(line, draft, index, floor)
        index -= 1
    return None


def _over_object(line: Line, draft: Draft, noun: int, floor: int) -> int | None:
    """The verb that changes its object by a percentage right behind that: cut | prices | 5 percent."""
    tokens, run = line.tokens, noun_run_before(line.tokens, noun + 1, floor)
    at = run[0] - 1 if run else noun - 1
    while at >= floor and tokens.tags[at] is Tag.DETERMINER:
        at -= 1
    shares = draft.number.quantity.unit.dimension in ("ratio", "points") and noun == draft.number.first - 1
    transitive = at >= floor and tokens.lemmas[at] in cues.listed("transitive")
    return at if shares and transitive and cues.moves(tokens, at) else None


def _object(line: Line, verb: int, end: int) -> tuple[str, ...]:
    """What a verb changes: cut | working hours | by 5%."""
    at = verb + 1
    while at < end and line.tokens.tags[at] in (Tag.DETERMINER, Tag.ADVERB):
        at += 1
    run = [i for i in noun_run(line.tokens, at) if i < end and not line.during(i)]
    return lemmas(line, run)


def noun_of_change(line: Line, draft: Draft, begin: int) -> bool:
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
