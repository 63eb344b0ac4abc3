"""Places as a user writes them, `FILE:LINE` or `FILE:LINE:COLUMN`, and the claims that stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from figcheck.errors import UserError
from figcheck.model import Claim, Figure, Outcome, Span

_WRITTEN = re.compile(r"(?P<path>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, or a character of it; both are counted from 1."""

    path: str
    line: int
    column: int | None = None

    @property
    def file(self) -> str:
        """The file to read: of an article in an archive or among others in a file, that archive or file."""
        for path in (self.path, self.path.partition("#")[0], f"{self.path.partition('.zip/')[0]}.zip"):
            if Path(path).is_file():
                return path
        return self.path

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")


def parse(written: str) -> Place:
    """The place that is written. Raises UserError for what is none.

    >>> parse("pages/a.txt:12"), parse("a:b.txt:12:5")
    (Place(path='pages/a.txt', line=12, column=None), Place(path='a:b.txt', line=12, column=5))
    """
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise UserError(written, "is not a place in a file", "write FILE:LINE or FILE:LINE:COLUMN, as reports show it")
    column = match["column"]
    return Place(match["path"], int(match["line"]), int(column) if column else None)


MOST = 12
"""More pairs than that are too much to read."""


def pairs_at(outcome: Outcome, a: Place, b: Place) -> list[tuple[Claim, Claim]]:
    """Each claim at one place with each at the other. Raises UserError where there is none, or too many."""
    ours, theirs = claims_at(outcome, a), claims_at(outcome, b)
    pairs: list[tuple[Claim, Claim]] = []
    for one in ours:
        pairs += [(one, other) for other in theirs if one is not other and (other, one) not in pairs]
    if not pairs:
        raise UserError(str(a), "is the same figure as the other", "give the places of two figures")
    if len(pairs) > MOST:
        crowded = max((a, ours), (b, theirs), key=lambda side: len(side[1]))
        raise UserError(str(crowded[0]), f"{len(crowded[1])} figures stand there", f"say which: {_columns(crowded[1])}")
    return pairs


def _columns(claims: Sequence[Claim]) -> str:
    """`12:5 (80%), 12:20 (3年)`."""
    spans = [claim.figure.span for claim in claims]
    return ", ".join(f"{span.position[0]}:{span.position[1]} ({span.quote})" for span in spans)


def claims_at(outcome: Outcome, place: Place) -> list[Claim]:
    """The claims whose figures stand at the place, in order. Raises UserError where there is none."""
    told = (claim for group in outcome.groups for claim in group.claims)  # those of approved wordings too
    found = [claim for claim in told if stands_at(claim.figure.span, place)]
    if not found:
        raise _none(outcome, place)
    return sorted(found, key=lambda claim: claim.figure.span.start)


def stands_at(span: Span, place: Place) -> bool:
    """Whether a span lies on the line, or holds the character, of the place."""
    if not _same_file(span.article.path, place.path):
        return False
    (line, column), (end_line, end_column) = span.position, span.end_position
    if place.column is None:
        return line <= place.line <= end_line
    return (line, column) <= (place.line, place.column) < (end_line, end_column)


def _same_file(a: str, b: str) -> bool:
    return a == b or Path(a) == Path(b)


def _none(outcome: Outcome, place: Place) -> UserError:
    """Say which of the reasons it is: figures that were not understood, or none; and where there are some."""
    lost = [figure for figure in outcome.not_understood if stands_at(figure.span, place)]
    if lost:
        return UserError(
            str(place), f"what {_quoted(lost)} measures was not understood", "try the place of another figure"
        )
    lines = sorted(
        {claim.figure.span.position[0] for claim in outcome.claims if _same_file(claim.article.path, place.path)}
    )
    near = sorted(sorted(lines, key=lambda line: (abs(line - place.line), line))[:5])
    hint = f"the nearest are on {_lines(near)}" if near else f"see figcheck claims {place.path}"
    return UserError(str(place), "no figure was read there", hint)


def _quoted(figures: Sequence[Figure]) -> str:
    return ", ".join(figure.span.quote for figure in figures)


def _lines(numbers: Sequence[int]) -> str:
    return ("line " if len(numbers) == 1 else "lines ") + ", ".join(map(str, numbers))
