"""Dates with the day of the week told beside them: Friday, October 7, 2005; Monday, 4 March 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from figcheck import yamlio
from figcheck.lang.en import periods
from figcheck.lang.en.line import sentences
from figcheck.lang.en.words import HERE
from figcheck.model import Article, Block, Dating, Interval, Moment, Quantity, Tie, Unit


@cache
def words() -> Mapping[str, Any]:
    """The names of the days, and examples."""
    found: Mapping[str, Any] = yamlio.read(HERE / "dates.yaml")
    return found


@cache
def _pattern() -> re.Pattern[str]:
    days, months = ("|".join(sorted(names, key=len, reverse=True)) for names in (words()["weekdays"], _months()))
    return re.compile(
        rf"\b(?P<weekday>(?:{days})\b\.?),? (?:the )?"
        rf"(?P<date>(?:(?P<m>{months})\b\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{months})\b\.?)\b(?:,? (?P<y>(?:19|20)\d\d)\b)?)",
        re.IGNORECASE,
    )


def _months() -> Mapping[str, str]:
    names: Mapping[str, str] = periods.words()["months"]
    return names


def datings(article: Article) -> Iterator[Dating]:
    """Every date with its day of the week. The next one of the story stands as a witness beside it."""
    for number, story in enumerate(article.stories):
        found = [dating for block in story.blocks for dating in _of_block(article, block, number)]
        for at, dating in enumerate(found):
            others = [other.moments[0] for other in (*found[at + 1 :], *found[:at])]
            yield replace(dating, moments=(*dating.moments, *others[:1]), beside=_dated(found))


def _dated(found: list[Dating]) -> Moment | None:
    """The first date of a story that tells its year."""
    return next((dating.moments[0] for dating in found if dating.moments[0].year is not None), None)


def _of_block(article: Article, block: Block, story: int) -> Iterator[Dating]:
    bounds = list(sentences(article.text, block))
    for match in _pattern().finditer(article.text, block.start, block.end):
        month = int(_months()[(match["m"] or match["m2"]).lower().rstrip(".")])
        year = int(match["y"]) if match["y"] else None
        day = Moment(match.start("date"), match.end("date"), year, None, month, int(match["d"] or match["d2"]))
        weekday = Decimal(words()["weekdays"][match["weekday"].lower().rstrip(".")])
        told = Quantity((weekday,), Interval.exactly(weekday), Unit("", "weekday"))
        sentence = next((b for b in bounds if b[0] <= match.start() < b[1]), (block.start, block.end))
        yield Dating(
            Tie.WEEKDAY, (day,), sentence, story, block.role, told, match.start("weekday"), match.end("weekday")
        )
