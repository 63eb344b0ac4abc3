"""Which claims cannot all be true, or tell a different story? The table of kinds, and the stage that runs the rules.

A kind is one module, always of one shape: what it finds, its parameters, `check`, and a last line that names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from figcheck.check import (
    across,
    against,
    age,
    agree,
    anniversary,
    approved,
    bound,
    calendar,
    change,
    converted,
    decade,
    direction,
    elapsed,
    finding,
    first,
    grown,
    growths,
    heading,
    jump,
    left_out,
    length,
    loosened,
    mean,
    moments,
    multiple,
    name,
    orders,
    parts,
    per_unit,
    points,
    rates,
    rendered,
    share,
    spread,
    stages,
    streak,
    values,
    weekday,
    whole,
    yearly,
)
from figcheck.check.equations import kind as equation
from figcheck.check.rule import Corpus, Hit, Kind, Material, Over, Rule
from figcheck.model import Claim, Dated, Finding, Group, Pair, Translation, Verdict

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        across.KIND,
        against.KIND,
        age.KIND,
        agree.KIND,
        anniversary.KIND,
        approved.KIND,
        bound.KIND,
        calendar.KIND,
        change.KIND,
        converted.KIND,
        decade.KIND,
        direction.KIND,
        elapsed.KIND,
        equation.KIND,
        first.KIND,
        grown.KIND,
        heading.KIND,
        jump.KIND,
        left_out.KIND,
        length.KIND,
        loosened.KIND,
        mean.KIND,
        per_unit.KIND,
        stages.KIND,
        moments.KIND,
        multiple.KIND,
        name.KIND,
        orders.KIND,
        parts.EXCEEDS,
        parts.TOTAL,
        points.KIND,
        rates.KIND,
        rendered.KIND,
        share.IMPLIED,
        share.SHARE,
        spread.KIND,
        streak.KIND,
        values.LIMITS,
        values.ORDER,
        weekday.KIND,
        whole.KIND,
        yearly.KIND,
    )
}

order = finding.order
"""By what findings are sorted: worst first, then by the place of the first claim."""

_PRECEDENCE = (Verdict.CONTRADICTION, Verdict.ARITHMETIC, Verdict.TENSION, Verdict.DRIFT)
"""Of several rules for the same claims only the gravest speaks."""


def run(
    groups: Sequence[Group],
    claims: Sequence[Claim],
    rules: Sequence[Rule],
    dates: Sequence[Dated] = (),
    overs: Collection[Over] = tuple(Over),
) -> list[Finding]:
    """What the rules find, worst first, then by the place of the first claim.

    `groups` hold the tellings of one question, `claims` are all claims, for what a story's figures make together;
    `dates` are those that a text ties together. Only kinds that look at one of `overs` are run: what they find does not
    depend on the others.
    """
    material: dict[Over, list[Material]] = {
        Over.GROUP: [_ordered(group) for group in groups if group.pairs or group.across],
        Over.APPROVED: [_beside_approved(group) for group in groups if group.pairs],
        Over.STORY: _stories(claims),
        Over.DATES: list(dates),
        Over.CORPUS: [growths.whole(claims)] if claims else [],
    }
    found = [made for over in overs for piece in material.get(over, ()) for made in _findings(piece, over, rules)]
    return sorted(found, key=order)


def across_articles(corpus: Corpus, rules: Sequence[Rule]) -> list[Finding]:
    """What is found where articles ask for levels that others tell; the corpus may be a part of all that is told."""
    return list(_findings(corpus, Over.CORPUS, rules))


def translated(translation: Translation, rules: Sequence[Rule]) -> list[Finding]:
    """What the rules find in a text that was held against its original."""
    return list(_findings(translation, Over.TRANSLATION, rules))


def _ordered(group: Group) -> Group:
    """The group with the pairs that answer one question, each in the order of its places: input order is forgotten."""
    return replace(group, pairs=tuple(_turned(group.pairs)), across=tuple(_turned(group.across)))


def _turned(pairs: Sequence[Pair]) -> Iterator[Pair]:
    for pair in pairs:
        if pair.same_question and not _approved(pair):
            yield pair if _goes_first(pair) else replace(pair, a=pair.b, b=pair.a)


def _beside_approved(group: Group) -> Group:
    """The group with the pairs of a telling and an approved wording, in this order."""
    asked = [pair for pair in group.pairs if pair.same_question and len(_approved(pair)) == 1]
    turned = [replace(pair, a=pair.b, b=pair.a) if pair.a.article.approved else pair for pair in asked]
    return replace(group, pairs=tuple(turned))


def _approved(pair: Pair) -> list[Claim]:
    return [claim for claim in (pair.a, pair.b) if claim.article.approved]


def _goes_first(pair: Pair) -> bool:
    return finding.place(pair.a) <= finding.place(pair.b)


def _stories(claims: Sequence[Claim]) -> list[Material]:
    ordered = sorted(claims, key=finding.place)
    return [list(story) for _, story in groupby(ordered, key=lambda claim: (claim.article.path, claim.story))]


def _findings(piece: Material, over: Over, rules: Sequence[Rule]) -> Iterator[Finding]:
    hits = list(_hits(piece, [rule for rule in rules if KINDS[rule.check].over is over]))
    others = _others(piece)
    by_rule: dict[str, list[Hit]] = defaultdict(list)
    for rule, hit in _gravest(hits):
        by_rule[rule.id].append(hit)
    for rule in rules:
        yield from finding.merged(by_rule[rule.id], rule, others)


def _others(piece: Material) -> Sequence[Claim]:
    """The claims among which a finding looks for its witnesses. A translation has none."""
    if isinstance(piece, Translation):
        return ()
    return piece.claims if isinstance(piece, Group | Dated | Corpus) else piece


def _hits(piece: Material, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Hit]]:
    for rule in rules:
        if not KINDS[rule.check].together:
            yield from ((rule, hit) for hit in KINDS[rule.check].check(piece, rule.parameters) if _takes(rule, hit))
    for kind in KINDS.values():
        jointly = {rule.id: rule for rule in rules if kind.together and rule.check == kind.name}
        if jointly:
            for name, hit in kind.check(piece, {name: rule.parameters for name, rule in jointly.items()}):
                if _takes(jointly[name], hit):
                    yield jointly[name], hit


def _takes(rule: Rule, hit: Hit) -> bool:
    return all(rule.select.takes(claim) for claim in hit.claims if not claim.article.approved)


def _gravest(hits: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """One hit for each set of claims: gravest verdict, a desk's own rule, gravest rule, specific kind, first name.

    Of what is judged together none is kept that shares two claims with another hit: that is told already.
    """
    kept: dict[frozenset[int], tuple[Rule, Hit]] = {}
    for rule, hit in sorted(hits, key=_rank):
        claims = frozenset(map(id, hit.claims))
        if not (KINDS[rule.check].together and any(len(claims & others) > 1 for others in kept)):
            kept.setdefault(claims, (rule, hit))
    return list(kept.values())


def _rank(row: tuple[Rule, Hit]) -> tuple[bool, int, bool, int, bool, str]:
    rule, hit = row
    kind = KINDS[rule.check]
    return kind.together, _PRECEDENCE.index(hit.verdict), not rule.own, -rule.severity, kind.general, rule.id
