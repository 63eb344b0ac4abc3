"""What a count is of: people or things, the dead and the hurt, a part of what was counted before."""

from __future__ import annotations

from dataclasses import replace

from figcheck.lang.en import cues, units
from figcheck.lang.en.line import Draft, Line
from figcheck.lang.en.nouns import noun_run


def count_people(line: Line, draft: Draft) -> None:
    """The number of visitors rose to 1.2 million: what is counted stands before, and may be people."""
    number = draft.number
    named = number.quantity.unit == units.COUNT and not noun_run(line.tokens, number.behind) and draft.words[-1:]
    if named and named[0] in units.people():
        draft.number = replace(number, quantity=replace(number.quantity, unit=units.PEOPLE))


def is_part(line: Line, first: int, behind: int) -> bool:
    """Another four, the other two, two of the bombs, 70 others: a part of what else was counted."""
    tokens = line.tokens
    before, after = tokens.word(first - 1), (tokens.word(behind), tokens.word(behind + 1))
    some = after[0] == "of" and after[1] in cues.listed("of_known")
    return before in cues.listed("part_before") or after[0] in cues.listed("part_behind") or some


def count_casualties(draft: Draft) -> None:
    """24 people killed, 24 dead, a death toll of 24: one indicator; children killed are counted by themselves."""
    words, table = draft.words, cues.casualties()
    if draft.number.quantity.unit.dimension not in ("count", "count:person"):
        return
    named = next((w for w in reversed(words) if w in table), None)
    if draft.action in table and draft.action is not None:
        named = draft.action
    elif (words and words[-1] in cues.listed("tolls") and "death" in words) or words == ("toll",):
        named = "death"
    if named is None or not draft.number.quantity.unit.dimension.startswith("count"):
        return
    if named == "casualty" and not draft.number.quantity.stated[0]:  # no casualties: nobody was killed
        named = "death"
    rest = tuple(
        w
        for w in words
        if w != named and w not in cues.listed("anybody") and w not in cues.listed("tolls") and w not in table
    )
    draft.number = replace(draft.number, quantity=replace(draft.number.quantity, unit=units.PEOPLE))
    draft.words, draft.action = (*rest, cues.raw()["casualty_names"][table[named]]), None
