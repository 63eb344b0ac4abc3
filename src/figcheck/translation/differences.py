"""A translation held against its original: what stands for what, and what the translation tells otherwise.

Sentences are aligned, their expressions assigned to each other, and each pair compared. What differs is told as it is;
how grave that is, the rules say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from figcheck.model import Article, Bound, Change, Claim, Difference, Rendering, Span, Stretch, Translation
from figcheck.translation import bounds, crossing, tables
from figcheck.translation.again import again
from figcheck.translation.alignment import Bead, align
from figcheck.translation.assignment import Match, Spot, assign
from figcheck.translation.bounds import Shift
from figcheck.translation.comparison import Likeness, kinship, likeness
from figcheck.translation.expression import OFFSETS, Expression, Kind, Slot
from figcheck.translation.said import Words
from figcheck.translation.sentences import read_as, sentences
from figcheck.translation.stated import Stated

MOST = 4000
"""So many sentences of a text are aligned; no story has more."""

STRANGE, FEWEST = 0.2, 6
"""Two texts of which less than this share of the values is common are no translation; from so many values on."""

DOUBT = 0.12
"""By so much each point more makes it surer that two that differ stand for each other."""


CUT = 8
"""A translator who leaves out one figure of so many cuts, and on purpose."""


class UnalignedError(Exception):
    """The two texts are no original and translation."""


def hold(original: Article, own: Sequence[Claim], translation: Article, others: Sequence[Claim]) -> Translation:
    """A translation held against its original; `own` and `others` are what was read of the figures of each.

    Raises UnalignedError where next to nothing of the one is told by the other.
    """
    return _Pair(original, own, translation, others).translation()


class _Pair:
    """Both texts, aligned."""

    def __init__(self, a: Article, own: Sequence[Claim], b: Article, others: Sequence[Claim]) -> None:
        self.articles = a, b
        self.sentences = sentences(a)[:MOST], sentences(b)[:MOST]
        self.beads = align(*self.sentences)
        self.made = assign(*self.sentences, self.beads, (again(a, self.sentences[0]), again(b, self.sentences[1])))
        self.words = Words(self.articles, self.sentences)
        self.stated = Stated(a, own, self.sentences[0]), Stated(b, others, self.sentences[1])
        self.values = (
            [one for sentence in self.sentences[0] for one in sentence.expressions],
            [one for sentence in self.sentences[1] for one in sentence.expressions],
        )
        self._refuse_strangers()

    def _refuse_strangers(self) -> None:
        weighty = [sum(not (one.light or one.label) for one in side) for side in self.values]
        found = sum(match.likeness >= Likeness.ACROSS and not match.a.told.light for match in self.made.matches)
        if min(weighty) >= FEWEST and found < STRANGE * min(weighty):
            raise UnalignedError

    def translation(self) -> Translation:
        found = [
            *self._changed(),
            *self._exchanged(),
            *self._bounds(),
            *self._missing(),
            *self._added(),
            *self._left_out(),
        ]
        renderings = tuple(self._renderings())
        return Translation(renderings, tuple(found), tuple(self._repeated()), tuple(self._stretches()))

    def _claims(self, a: Sequence[Expression], b: Sequence[Expression]) -> tuple[Claim, ...]:
        rows = [*(self.stated[0].claim(one) for one in a), *(self.stated[1].claim(one) for one in b)]
        return tuple({id(claim): claim for claim in rows}.values())

    def _renderings(self) -> Iterator[Rendering]:
        for match in self.made.matches:
            one, other = self.stated[0].known(match.a.told), self.stated[1].known(match.b.told)
            if one is not None and other is not None:
                yield Rendering(one, other, match.same, _sure(match))

    def _stretches(self) -> Iterator[Stretch]:
        """Both texts side by side, with what was joined in each stretch."""
        joined: dict[int, list[tuple[Span, Span, bool]]] = defaultdict(list)
        for match in sorted(self.made.matches, key=lambda match: match.a.told.start):
            if match.likeness is not Likeness.UNKNOWN and match.a.bead == match.b.bead:
                a, b = match.a.told, match.b.told
                spans = Span(self.articles[0], a.start, a.end), Span(self.articles[1], b.start, b.end)
                joined[match.a.bead].append((*spans, match.same))
        for number, bead in enumerate(self.beads):
            yield Stretch(self._span(0, bead.a), self._span(1, bead.b), tuple(joined[number]))

    def _span(self, number: int, of: range) -> Span | None:
        if not of:
            return None
        found = self.sentences[number]
        return Span(self.articles[number], found[of[0]].start, found[of[-1]].end)

    def _repeated(self) -> Iterator[Claim]:
        for spot in self.made.left_b:
            claim = self.stated[1].known(spot.told)
            if claim is not None and self._told_elsewhere(spot.told, 0):
                yield claim

    # --------------------------------------------------------------------------- what differs

    def _changed(self) -> Iterator[Difference]:
        for match in self.made.matches:
            if not match.same:
                a, b = match.a.told, match.b.told
                timely = Kind.DATE in (a.kind, b.kind) or a.kind is b.kind is Kind.CLOCK
                change = Change.TIME if timely else Change.RANK if Kind.RANK in (a.kind, b.kind) else Change.FIGURE
                slight = _is_light(a, b) or _is_loose(a, b) or self._told_nearby(match)
                yield Difference(change, self._claims([a], [b]), _sure(match), slight=slight)

    def _told_nearby(self, match: Match) -> bool:
        """Whether the sentences around tell both values all the same: then each may only be told once more."""
        a, b = match.a.told, match.b.told
        return self._near(b, match.a.bead, 0) and self._near(a, match.b.bead, 1)

    def _near(self, told: Expression, at: int, number: int) -> bool:
        for bead in self.beads[max(0, at - 1) : at + 2]:
            for sentence in (self.sentences[number][k] for k in (bead.b if number else bead.a)):
                for one in sentence.expressions:
                    if told.kind is Kind.DATE and not told.parts.keys() <= one.parts.keys():
                        continue
                    if (likeness(told, one) if number else likeness(one, told)) >= Likeness.ROUNDED:
                        return True
        return False

    def _exchanged(self) -> Iterator[Difference]:
        for one, other, sure in crossing.exchanged(self.made.matches, self.articles):
            told_a, told_b = [one.a.told, other.a.told], [one.b.told, other.b.told]
            yield Difference(Change.EXCHANGED, self._claims(told_a, told_b), 0.8 if sure else 0.5, slight=not sure)

    def _bounds(self) -> Iterator[Difference]:
        for match in self.made.matches:
            a, b = match.a.told, match.b.told
            if not match.same or Kind.AMOUNT not in (a.kind, b.kind) or not _one_number(a, b):
                continue
            shift = bounds.shift(a.bound, b.bound)
            rounded = bounds.SIDES[b.bound] == bounds.AROUND and bounds.SIDES[a.bound] in (bounds.ON, bounds.BETWEEN)
            if shift is Shift.SAME or rounded or self.words.say(match):
                continue
            material = bounds.material(a.bound, b.bound) and shift is not Shift.LOOSENED
            yield Difference(Change.BOUND, self._claims([a], [b]), 0.9 if material else 0.5, slight=not material)

    # --------------------------------------------------------------------------- what is missing

    def _missing(self) -> Iterator[Difference]:
        lost = [spot for spot in self.made.left_a if self.beads[spot.bead].b and _tells(spot.told)]
        lost = [spot for spot in lost if not spot.again and not self._told_elsewhere(spot.told, 1)]
        kept = sum(match.same for match in self.made.matches)
        gone = [spot for spot in self.made.left_a if not self.beads[spot.bead].b and _tells(spot.told)]
        cut = sum(not _slight(spot.told) for spot in (*lost, *gone)) * CUT > max(kept, CUT)
        for spot in lost:
            told = spot.told
            crowd = sum(one.bead == spot.bead for one in lost)
            left = any(one.bead == spot.bead and _may_carry(told, one.told) for one in self.made.left_b)
            whole = not cut and crowd == 1 and not left and self._whole(self.beads[spot.bead])
            slight = _slight(told) or self._attributed(told) or self._is_free_length(spot)
            yield Difference(
                Change.MISSING,
                self._claims([told], []),
                0.9 if whole else 0.5,
                slight=slight,
            )

    def _is_free_length(self, spot: Spot) -> bool:
        """Whether it is a length of time that stands in no row of them: these are told in many ways. Ages are not."""
        told = spot.told
        article = self.articles[0]
        ages = tables.words(read_as(article.lang), "ages")
        if told.dimension != "time" or told.unit.name in ages:
            return False
        row = (match for match in self.made.matches if match.same and match.a.bead == spot.bead)
        return not any(match.a.told.unit == told.unit for match in row)

    def _attributed(self, told: Expression) -> bool:
        """Whether it is the date of a report that is cited, or of the report itself: 据法新社2月10日报道."""
        article = self.articles[0]
        lang = read_as(article.lang)
        behind = article.text[told.end : told.end + 4]
        return told.kind is Kind.DATE and any(word in behind for word in tables.words(lang, "attribution"))

    def _added(self) -> Iterator[Difference]:
        for spot in self.made.left_b:
            told = spot.told
            if self.beads[spot.bead].a and _tells(told) and not spot.again and not self._told_elsewhere(told, 0):
                yield Difference(Change.ADDED, self._claims([], [told]), 0.5, slight=_slight(told))

    def _left_out(self) -> Iterator[Difference]:
        """Sentences without a counterpart, each stretch of them once."""
        run: list[Expression] = []
        for number, bead in enumerate(self.beads):
            if bead.b:
                if run:
                    yield Difference(Change.LEFT_OUT, self._claims(run, []), 0.5)
                run = []
            else:
                run += [spot.told for spot in self.made.left_a if spot.bead == number and _tells(spot.told)]
        if run:
            yield Difference(Change.LEFT_OUT, self._claims(run, []), 0.5)

    def _whole(self, bead: Bead) -> bool:
        """Whether the stretch was translated whole, as far as its length tells."""
        a = sum(self.sentences[0][i].size for i in bead.a)
        b = sum(self.sentences[1][j].size for j in bead.b)
        sizes = [sum(one.size for one in side) for side in self.sentences]
        return b > 0.45 * a * sizes[1] / max(sizes[0], 1.0)

    def _told_elsewhere(self, told: Expression, number: int) -> bool:
        """Whether the other text tells the value anywhere: a figure told twice may be translated once."""
        for one in self.values[number]:
            found = likeness(told, one) if number else likeness(one, told)
            if found >= Likeness.ROUNDED or (found is Likeness.ACROSS and not one.light):
                return True
        return False


def _sure(match: Match) -> float:
    return 1.0 if match.same else min(1.0, 0.45 + DOUBT * match.points)


def _is_light(a: Expression, b: Expression) -> bool:
    """Whether language itself may account for the change: an a, a both; of two places in a row only where both are."""
    return a.light and b.light if a.kind is b.kind is Kind.RANK else a.light or b.light


def _is_loose(a: Expression, b: Expression) -> bool:
    """Whether both are bare counts that no slip turns into each other: they may count different things."""
    counts = {a.dimension, b.dimension} <= {"", "count"} and a.kind is b.kind is Kind.AMOUNT
    return counts and not kinship(a, b).slip and a.counted != b.counted


def _one_number(a: Expression, b: Expression) -> bool:
    """Whether both state one number, so that their bounds can be compared."""
    if a.kind is not b.kind or a.end_of or b.end_of or Bound.ROUGH in (a.bound, b.bound):
        return False
    return abs(a.value - b.value) <= abs(a.value) / 500 or a.number[0] == b.number[0]


def _tells(told: Expression) -> bool:
    """Whether it tells something that a translation may not drop without a word."""
    if told.light or told.label or (told.in_words and told.number[0] == 1) or told.bound is Bound.ROUGH:
        return False
    return told.kind is not Kind.DATE or not told.parts.keys() <= {*OFFSETS, Slot.WEEKDAY}


def _slight(told: Expression) -> bool:
    """Small numbers and places in a row: what languages tell in other words."""
    counts = told.kind is Kind.AMOUNT and told.dimension in ("", "count")
    if counts and (told.in_words or told.counted == "person"):
        return told.in_words
    small = told.kind is Kind.AMOUNT and told.dimension in ("", "count", "times", "time") and told.number[0] <= 10
    return small or told.kind in (Kind.RANK, Kind.SCORE)


def _may_carry(a: Expression, b: Expression) -> bool:
    """Whether what is left of the translation may tell it in another way: nine of 36 as a quarter."""
    one, other = a.dimension, b.dimension
    if b.light and not (other in ("ratio", "times") and b.number[0] != 1):
        return False
    if a.kind is not b.kind:
        single = all(x.kind is not Kind.DATE or (len(x.parts) == 1 and not x.parts.keys() & OFFSETS) for x in (a, b))
        return single and {a.kind, b.kind} <= {Kind.AMOUNT, Kind.RANK, Kind.SCORE, Kind.DATE}
    told = {"", "count", "ratio", "times", "points"}
    return (
        one == other
        or other in ("ratio", "times")
        or {one, other} <= told
        or "" in (one, other)
        or (one.startswith("money") and other.startswith("money"))
    )
