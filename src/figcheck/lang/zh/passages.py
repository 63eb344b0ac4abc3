"""What passages set for the sentences that follow: the period or subject they open with, the turn to plans and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from figcheck.lang.zh import places
from figcheck.lang.zh.frame import opens_sentence
from figcheck.lang.zh.line import CLAUSE, Line, sentences
from figcheck.lang.zh.subjects import is_part_of_name, leading_subject, names_place
from figcheck.lang.zh.tables import in_grid
from figcheck.lang.zh.words import Tokens, cues, ending
from figcheck.model import Article, Block, Marker, Mention, Role, Sign


def markers(article: Article, tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[Marker]:
    """The periods and subjects that sentences open with, and where plans begin and end."""
    at, number = 0, 0
    for story_index, story in enumerate(article.stories):
        for block in story.blocks:
            number += 1
            if in_grid(article.text, block):
                continue
            turn = _turn(article.text, block)
            if turn is not None:
                yield Marker(block.start, turn, story_index, number, lasting=True)
            for start, end in sentences(article.text, block):
                while at < len(mentions) and mentions[at].start < start:
                    at += 1
                line = Line(
                    article, tokens, start, end, (), tuple(_few(mentions, at, end)), block.role, story_index, number
                )
                yield from _sentence_markers(line, block)


def _few(mentions: Sequence[Mention], at: int, end: int) -> Iterator[Mention]:
    while at < len(mentions) and mentions[at].start < end:
        yield mentions[at]
        at += 1


def _sentence_markers(line: Line, block: Block) -> Iterator[Marker]:
    opening = next((m for m in line.mentions if not m.basis), None)
    first = line.start == block.start
    if opening is not None and (
        opens_sentence(line, opening) or (block.role in (Role.HEADLINE, Role.TABLE) and opening.names_year)
    ):
        lasting = first and not opening.vague and opening.day is None and opening.first_month is None
        yield Marker(
            line.start,
            Sign.PERIOD,
            line.story,
            line.block,
            mention=opening,
            lasting=lasting,
            heading=block.role is Role.HEADLINE,
        )
    stop = CLAUSE.search(line.article.text, line.start, line.end)
    clause = (line.start, stop.start() if stop else line.end)
    if opening is not None and opens_sentence(line, opening) and stop and clause[1] - opening.end <= 1:
        after = CLAUSE.search(line.article.text, stop.end(), line.end)
        clause = (stop.end(), after.start() if after else line.end)
    lead, kind = leading_subject(line, clause)
    if lead and kind == "named":
        yield Marker(
            line.start,
            Sign.SUBJECT,
            line.story,
            line.block,
            subject=lead[0],
            lasting=block.role in (Role.HEADLINE, Role.TABLE),
        )


def _turn(text: str, block: Block) -> Sign | None:
    """Whether a heading, or the opening of a paragraph, turns to plans or back to what was done."""
    opening = text[block.start : min(block.end, block.start + 40)]
    if block.role is Role.HEADLINE or block.end - block.start <= 40:
        if any(cue in opening for cue in cues()["looking_back"]):
            return Sign.BACK
        if any(cue in opening for cue in cues()["looking_ahead"]):
            return Sign.AHEAD
    if opening.startswith(ending("ahead_opening")) or any(cue in opening for cue in cues()["goals"]):
        return Sign.AHEAD
    return None


def places_named(article: Article, tokens: Tokens) -> Iterator[Counter[str]]:
    """How often each administrative place is named in each story; in a headline it counts for more."""
    for story in article.stories:
        named: Counter[str] = Counter()
        for block in story.blocks:
            weight = 4 if block.role is Role.HEADLINE else 1
            for index in tokens.between(block.start, block.end):
                if tokens.tags[index] in ("ns", "nr", "nz", "n", "nt", "j"):
                    code = places.code(tokens.words[index])
                    if code is None or code == places.COUNTRY or is_part_of_name(tokens, index):
                        continue
                    if names_place(tokens.words[index], ""):
                        named[code] += weight
        yield named
