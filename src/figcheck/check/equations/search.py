"""Every tuple of figures of a story that may be meant by one of them: bounded, nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from figcheck.check.equations.formula import Formula, Reckoned, formula, reckoned
from figcheck.check.equations.relation import Relation, alike, earlier, has
from figcheck.check.equations.terms import FRACTIONS, Term
from figcheck.lang import relations

NEAREST = 6
"""So many figures are tried for a role, the nearest first."""
OPENING = 3
"""… and so many of those that the story begins with."""
REACH = 24
"""So many figures before and behind another are looked at: the work grows with the text, and no faster."""
LONGEST = 7
"""So many figures are added up at most."""

Cast = Mapping[str, tuple[Term, ...]]
"""Which figures play which role."""


@dataclass(frozen=True, slots=True, eq=False)
class Tuple:
    """Figures that may be tied by a relation, `demand` among them: the one that asks for the others."""

    relation: Relation
    formula: Formula
    demand: Term
    cast: Cast

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for played in self.cast.values() for term in played)

    def made(self) -> Reckoned:
        """What the figures make."""
        return self.formula.value(self._numbers(), lambda number: Reckoned(number, number))

    def _numbers(self) -> dict[str, list[Reckoned]]:
        roles = self.relation.roles
        return {
            name: [reckoned(term.number if roles[name].counted else term.span) for term in played]
            for name, played in self.cast.items()
        }

    def holds(self) -> bool:
        """Whether some reading of the figures makes a reading of the one that is told, up or down."""
        made, told = self.made(), self.cast[self.formula.told][0].span
        if made.high < 0:
            made = Reckoned(-made.high, -made.low)
        return made.low <= told.high * (1 + 1e-9) and told.low <= made.high * (1 + 1e-9)


def tuples(relation: Relation, terms: Sequence[Term]) -> Iterator[list[Tuple]]:
    """For each figure that may demand others, the tuples that may satisfy it."""
    told = formula(relation.relation).told
    role = relation.roles[told]
    for told_here in terms:
        found: list[Tuple] = []
        near = around(told_here, terms)
        for demand in (told_here, *_borrowed(told_here, near)):
            if role.takes(demand):
                written = relation.falling if relation.falling and demand.direction < 0 else relation.relation
                casts = _casts(formula(written), relation, demand, near)
                found += filter(_is_asked_for, (Tuple(relation, formula(written), demand, cast) for cast in casts))
        if found:
            yield found


def around(term: Term, terms: Sequence[Term]) -> Sequence[Term]:
    """The figures near another one, and the first of the story."""
    start = max(0, term.at - REACH)
    return [*terms[: min(OPENING, start)], *terms[start : term.at + REACH + 1]]


def _is_asked_for(one: Tuple) -> bool:
    """Whether the text marks a sum, or its last part, where the relation wants that; what holds needs no mark."""
    relation, row = one.relation, one.cast[one.formula.many] if one.formula.many else ()
    marked = not relation.marked or _any(relation.marked, (one.demand, *row[-1:]))
    open_end = _any(relation.opening, row[:1]) and not _any(relation.closing, row[-1:])
    return (marked and not open_end) or one.holds()


def _any(cues: Sequence[str], terms: Sequence[Term]) -> bool:
    return any(has(term, cue) for term in terms for cue in cues)


def _borrowed(term: Term, terms: Sequence[Term]) -> Iterator[Term]:
    """A bare number with the units that stand near it."""
    near = [other for other in terms if other.sentence == term.sentence and not other.bare] if term.bare else []
    near = [other for other in near if other.kind not in (term.kind, "times", *FRACTIONS)]
    for other in {(other.kind, other.unit): other for other in near}.values():
        yield term.borrowing(other)


def _casts(made: Formula, relation: Relation, demand: Term, terms: Sequence[Term]) -> Iterator[Cast]:
    if made.many is not None:
        yield from _runs(made, relation, demand, terms)
        return
    yield from _played(made.roles, {made.told: (demand,)}, relation, terms)


def _played(left: Sequence[str], cast: Cast, relation: Relation, terms: Sequence[Term]) -> Iterator[Cast]:
    """The cast with the roles that are left, each played by one of the figures nearest to those that play already."""
    if not left:
        yield cast
        return
    name, *others = left
    taken = {term.at for played in cast.values() for term in played}
    fit = [own for term in terms if term.at not in taken and (own := _suited(term, name, cast, relation, terms))]
    for term in _nearest(fit, [played[0] for played in cast.values()]):
        yield from _played(others, {**cast, name: (term,)}, relation, terms)


def _may_count(rate: Term, term: Term, terms: Sequence[Term]) -> bool:
    """Whether a figure may be how many a rate is for each of: what it names, where anything is called so."""
    known = relations.also(term.claim.article.lang, rate.per) or any(
        counts(rate.per, other) for other in terms if other.at != rate.at
    )
    return counts(rate.per, term) if known else True


def counts(per: str, term: Term) -> bool:
    """Whether a figure counts what a rate is for each of."""
    lang = term.claim.article.lang
    name = per.rstrip("s")[:7] if per.isascii() else per
    if term.unit == per or term.unit.startswith(per) or term.unit in relations.also(lang, per):
        return True
    if per.isascii():
        return name in term.words or any(word in term.words for word in relations.also(lang, per))
    return any(per in word for word in term.words)


def _nearest(fit: Sequence[Term], around: Sequence[Term]) -> list[Term]:
    """The figures nearest to each of those around, and the first of the story."""
    kept: dict[int, Term] = {}
    for one in around:
        for term in sorted(fit, key=lambda term: (abs(term.at - one.at), term.at))[: max(5, NEAREST // len(around))]:
            kept.setdefault(term.at, term)
    for term in fit[:OPENING]:
        kept.setdefault(term.at, term)
    return sorted(kept.values(), key=lambda term: term.at)


def _suited(term: Term, name: str, cast: Cast, relation: Relation, terms: Sequence[Term]) -> Term | None:
    """The figure as it may play a role beside those that play already: of one kind with them, where it must be."""
    role, own = relation.roles[name], term
    if role.counted and not all(_may_count(played[0], term, terms) for played in cast.values() if played[0].per):
        return None
    models = [cast[other][0] for other in cast if other == role.like or relation.roles[other].like == name]
    for model in models:
        if not alike(own, model):
            if not term.bare or term.sentence != model.sentence:
                return None
            own = term.borrowing(model)
    if not role.takes(own):
        return None
    for other, (model, *_) in cast.items():
        beside = relation.roles[other]
        if own.kind in role.same_unit and own.unit != model.unit and own.kind == model.kind:
            return None
        if (role.before == other and not earlier(own, model)) or (beside.before == name and not earlier(model, own)):
            return None
    strange = [cast[other][0] for other in cast if other == role.unlike or relation.roles[other].unlike == name]
    return None if any(own.kind == other.kind and own.unit == other.unit for other in strange) else own


def _runs(made: Formula, relation: Relation, demand: Term, terms: Sequence[Term]) -> Iterator[Cast]:
    """Figures that stand in a row, next to the one that they may make, or that fill a sentence or a paragraph."""
    assert made.many is not None
    role = relation.roles[made.many]
    fit = (_suited(term, made.many, {made.told: (demand,)}, relation, terms) for term in terms if term.at != demand.at)
    row = [term for term in fit if term is not None and term.value != demand.value]
    behind = [term for term in row if term.at > demand.at]
    before = [term for term in row if term.at < demand.at]
    found: dict[tuple[int, ...], tuple[Term, ...]] = {}
    for size in range(role.least, LONGEST + 1):
        for skip in range(2):
            _keep(found, behind[skip : skip + size], size)
            _keep(found, before[max(0, len(before) - size - skip) : len(before) - skip], size)
    nearest = sorted(row, key=lambda term: abs(term.at - demand.at))[:LONGEST]
    for number in dict.fromkeys(term.sentence for term in nearest):
        _fill(found, [term for term in row if term.sentence == number], role.least)
    for number in dict.fromkeys(term.block for term in nearest):
        _fill(found, [term for term in row if term.block == number], role.least)
    for run in found.values():
        yield {made.many: run, made.told: (demand,)}


def _fill(found: dict[tuple[int, ...], tuple[Term, ...]], whole: Sequence[Term], least: int) -> None:
    if least <= len(whole) <= LONGEST:
        _keep(found, whole, len(whole))
    if least < len(whole) <= LONGEST:
        _keep(found, whole[1:], len(whole) - 1)


def _keep(found: dict[tuple[int, ...], tuple[Term, ...]], run: Sequence[Term], size: int) -> None:
    if len(run) == size and size:
        found.setdefault(tuple(term.at for term in run), tuple(run))
