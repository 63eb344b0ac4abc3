"""Which expression of a translation stands for which of its original: best first, in the sentences that are aligned.

What is left on both sides of an aligned stretch and may be one is told as changed; the rest is missing or added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from figcheck.translation.alignment import Bead
from figcheck.translation.comparison import Likeness, kinship, likeness
from figcheck.translation.expression import Expression, Kind, Slot
from figcheck.translation.sentences import Sentence

NEAR = 2
"""A translator may move a figure by so many stretches."""

ENOUGH = 2.2
"""The points from which two that differ are taken for one."""

FAR = 6
"""Within so many stretches what was moved is looked for among what differs."""

AWAY = 3.2
"""… and from which two are that stand in stretches near each other: one slip of three digits, in one unit."""

HERE, ALONE = 0.7, 0.8
"""What it is worth to stand beside figures that stand for each other; to be the only ones of their kind left."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An expression by its place: the stretch, its number among the expressions of that side of it, its sentence.

    `again` marks what only gives again, in another unit or currency, what stands before it.
    """

    bead: int
    index: int
    sentence: int
    told: Expression
    again: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An expression of the original and the one that stands for it; `points` say how surely where they differ."""

    a: Spot
    b: Spot
    likeness: Likeness
    points: float = 0.0

    @property
    def same(self) -> bool:
        return self.likeness is not Likeness.NONE


@dataclass(slots=True)
class Assignment:
    """What stands for what, and what is left on either side."""

    matches: list[Match] = field(default_factory=list)
    left_a: list[Spot] = field(default_factory=list)
    left_b: list[Spot] = field(default_factory=list)


def assign(
    original: Sequence[Sentence],
    translation: Sequence[Sentence],
    beads: Sequence[Bead],
    again: tuple[set[int], set[int]],
) -> Assignment:
    """The expressions of both texts, matched best first; `again` are the places of those that are given again."""
    made = Assignment()
    for number, bead in enumerate(beads):
        spots_a = _spots(number, original, bead.a, again[0])
        spots_b = _spots(number, translation, bead.b, again[1])
        made.left_a += spots_a
        made.left_b += spots_b
    _match(made, 0, Likeness.ACROSS)
    _match(made, NEAR, Likeness.ROUNDED)
    _split_dates(made)
    _changed(made)
    _match(made, 0, Likeness.UNKNOWN)
    return made


def _spots(number: int, found: Sequence[Sentence], of: range, again: set[int]) -> list[Spot]:
    told = [(at, one) for at in of for one in found[at].expressions]
    return [Spot(number, index, at, one, one.core in again) for index, (at, one) in enumerate(told)]


def _match(made: Assignment, reach: int, least: Likeness) -> None:
    """Match what tells the same within so many stretches: the likest first, then what stands alike in its stretch."""
    rows = []
    sizes_a, sizes_b = _sizes(made.left_a), _sizes(made.left_b)
    by_bead = _by_bead(made.left_b)
    for x, a in enumerate(made.left_a):
        for bead in range(a.bead - reach, a.bead + reach + 1):
            for y, b in by_bead.get(bead, ()):
                found = likeness(a.told, b.told)
                if found >= least and not (reach and (a.told.light or b.told.light)):
                    place = abs(a.index / sizes_a[a.bead] - b.index / sizes_b[b.bead])
                    bound = 0.3 if a.told.bound is b.told.bound else 0.0
                    rows.append((-found - bound + place / 4 + abs(a.bead - b.bead), x, y, found))
    taken_a, taken_b = set(), set()
    for _, x, y, found in sorted(rows):
        if x not in taken_a and y not in taken_b:
            taken_a.add(x)
            taken_b.add(y)
            made.matches.append(Match(made.left_a[x], made.left_b[y], found))
    made.left_a = [a for x, a in enumerate(made.left_a) if x not in taken_a]
    made.left_b = [b for y, b in enumerate(made.left_b) if y not in taken_b]


def _sizes(spots: Sequence[Spot]) -> dict[int, int]:
    found: dict[int, int] = {}
    for spot in spots:
        found[spot.bead] = max(found.get(spot.bead, 1), spot.index + 1)
    return found


ByBead = dict[int, list[tuple[int, Spot]]]
"""Expressions with their numbers, by the stretch that they stand in."""


def _by_bead(spots: Sequence[Spot]) -> ByBead:
    found: ByBead = {}
    for number, spot in enumerate(spots):
        found.setdefault(spot.bead, []).append((number, spot))
    return found


def _split_dates(made: Assignment) -> None:
    """A date of which the other text tells the parts apart: 2月10日周五, Friday … on February 10."""
    dates: dict[int, list[Match]] = {}
    for match in made.matches:
        if match.a.bead == match.b.bead and match.a.told.kind is match.b.told.kind is Kind.DATE:
            dates.setdefault(match.a.bead, []).append(match)
    for side in (0, 1):
        left = made.left_a if side == 0 else made.left_b
        kept = []
        for spot in left:
            whole = _whole_date(dates.get(spot.bead, ()), spot, side)
            if whole is None:
                kept.append(spot)
            elif not whole.same:
                made.matches.append(whole)
        if side == 0:
            made.left_a = kept
        else:
            made.left_b = kept


def _whole_date(dates: Sequence[Match], spot: Spot, side: int) -> Match | None:
    """What the date left over is a part of, and whether it tells the same."""
    if spot.told.kind is not Kind.DATE:
        return None
    for match in dates:
        whole, part = (match.b, match.a) if side == 0 else (match.a, match.b)
        free = whole.told.parts.keys() - part.told.parts.keys()
        both = free & spot.told.parts.keys()
        if both and not any(slot.endswith("offset") for slot in both):
            same = all(whole.told.parts[slot] == spot.told.parts[slot] for slot in both)
            if same or Slot.DAY in both or Slot.MONTH in both:
                one, other = (spot, whole) if side == 0 else (whole, spot)
                return Match(one, other, Likeness.EQUAL if same else Likeness.NONE, 3.0)
    return None


def _changed(made: Assignment) -> None:
    """Take for one what is left of a stretch on both sides and may be one, the likeliest first."""
    beside = {(match.a.bead, match.a.index): match.b.index for match in made.matches if match.a.bead == match.b.bead}
    by_bead = _by_bead(made.left_b)
    rivals = _by_bead(made.left_a), by_bead
    rows = []
    for x, a in enumerate(made.left_a):
        for y, b in chain.from_iterable(by_bead.get(a.bead + away, ()) for away in range(-FAR, FAR + 1)):
            kin = kinship(a.told, b.told)
            here = a.bead == b.bead
            alike = here or (kin.slip and a.told.dimension == b.told.dimension)
            if kin.points and alike and a.again is b.again:
                near = HERE * _beside(a, b, beside) + ALONE * _alone(a, b, kin.points, rivals) if here else 0.0
                if kin.points + near >= (ENOUGH if here else AWAY):
                    rows.append((-kin.points - near, x, y))
    taken_a, taken_b = set(), set()
    for points, x, y in sorted(rows):
        if x not in taken_a and y not in taken_b:
            taken_a.add(x)
            taken_b.add(y)
            made.matches.append(Match(made.left_a[x], made.left_b[y], Likeness.NONE, -points))
    made.left_a = [a for x, a in enumerate(made.left_a) if x not in taken_a]
    made.left_b = [b for y, b in enumerate(made.left_b) if y not in taken_b]


def _beside(a: Spot, b: Spot, beside: dict[tuple[int, int], int]) -> bool:
    """Whether the expressions next to both stand for each other, or both stand at the same end."""
    before, behind = beside.get((a.bead, a.index - 1)), beside.get((a.bead, a.index + 1))
    first = a.index == 0 and b.index == 0
    return first or (before == b.index - 1 and b.index > 0) or behind == b.index + 1


def _alone(a: Spot, b: Spot, points: float, left: tuple[ByBead, ByBead]) -> bool:
    """Whether nothing else is left of the stretch that either may stand for."""
    rivals = [kinship(one.told, b.told) for _, one in left[0][a.bead] if one is not a]
    rivals += [kinship(a.told, one.told) for _, one in left[1][b.bead] if one is not b]
    return all(rival.points < points - 0.3 for rival in rivals)
