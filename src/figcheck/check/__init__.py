"""Which claims cannot all be true, or tell a different story? The table of kinds, and the stage that runs the rules.

A kind is one module, always of one shape: what it finds, its parameters, `check`, and a last line that names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from figcheck.barrier import articles, attempt, without_breaking
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
    length,
    mean,
    moments,
    multiple,
    name,
    orders,
    parts,
    per_unit,
    points,
    rates,
    share,
    spread,
    stages,
    streak,
    translation,
    values,
    weekday,
    whole,
    yearly,
)
from figcheck.check.rule import Corpus, Hit, Kind, Material, Over, Rule
from figcheck.limits import Allowance, in_time
from figcheck.model import Claim, Dated, Finding, Group, Pair, Problem, Translation, Verdict

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
        first.KIND,
        grown.KIND,
        heading.KIND,
        jump.KIND,
        length.KIND,
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
        share.IMPLIED,
        share.SHARE,
        spread.KIND,
        streak.KIND,
        *translation.KINDS,
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
    problems: list[Problem] | None = None,
    allowance: Allowance | None = None,
) -> list[Finding]:
    """What the rules find, worst first, then by the place of the first claim.

    A rule that fails is a problem, and what the others find is found.

    `groups` hold the tellings of one question, `claims` are all claims, for what a story's figures make together;
    `dates` are those that a text ties together. Only kinds that look at one of `overs` are run: what they find does not
    depend on the others. Where the time of the `allowance` is up, no more rules are run.
    """
    material: dict[Over, list[Material]] = {
        Over.GROUP: [_ordered(group) for group in groups if group.pairs or group.across],
        Over.APPROVED: [_beside_approved(group) for group in groups if group.pairs],
        Over.STORY: _stories(claims),
        Over.DATES: list(dates),
        Over.CORPUS: [growths.whole(claims)] if claims else [],
    }
    failed = [] if problems is None else problems
    pieces = [(piece, over) for over in overs for piece in material.get(over, ())]
    return sorted(
        (made for piece, over in pieces for made in _findings(piece, over, rules, failed, allowance)), key=order
    )


def across_articles(
    corpus: Corpus, rules: Sequence[Rule], problems: list[Problem], allowance: Allowance | None = None
) -> list[Finding]:
    """What is found where articles ask for levels that others tell; the corpus may be a part of all that is told."""
    return _findings(corpus, Over.CORPUS, rules, problems, allowance)


def translated(held: Translation, rules: Sequence[Rule], problems: list[Problem]) -> list[Finding]:
    """What the rules find in a text that was held against its original."""
    return _findings(held, Over.TRANSLATION, rules, problems)


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


def _findings(
    piece: Material, over: Over, rules: Sequence[Rule], problems: list[Problem], allowance: Allowance | None = None
) -> list[Finding]:
    """What the rules find; where one fails with an article, it is asked of the others."""
    used = [rule for rule in rules if KINDS[rule.check].over is over]
    hits = [(rule, hit) for rule in in_time(used, allowance) for hit in _hits(piece, rule, problems)]
    by_rule: dict[str, list[Hit]] = defaultdict(list)
    for rule, hit in _gravest(hits):
        by_rule[rule.id].append(hit)
    found: list[Finding] = []
    for rule in used:
        if rule.id in by_rule:
            make = partial(_merged, by_rule[rule.id], rule, _others(piece))
            about = [*_others(piece), *(claim for hit in by_rule[rule.id] for claim in hit.claims)]
            found += without_breaking(make, about, _article, problems, f"the rule {rule.id}", ())
    return found


def _merged(hits: Sequence[Hit], rule: Rule, others: Sequence[Claim], about: Sequence[Claim]) -> list[Finding]:
    """The findings that hits on these claims make."""
    left = set(map(id, about))
    told = [hit for hit in hits if left.issuperset(map(id, hit.claims))]
    return list(finding.merged(told, rule, [claim for claim in others if id(claim) in left]))


def _others(piece: Material) -> Sequence[Claim]:
    """The claims among which a finding looks for its witnesses. A translation has none."""
    if isinstance(piece, Translation):
        return ()
    return piece.claims if isinstance(piece, Group | Dated | Corpus) else piece


def _hits(piece: Material, rule: Rule, problems: list[Problem]) -> Sequence[Hit]:
    doing = f"the rule {rule.id}"
    if isinstance(piece, Group | Corpus):
        return without_breaking(partial(_found_in, piece, rule), piece.claims, _article, problems, doing, ())
    return attempt(partial(_found, piece, rule), problems, partial(_place, piece), doing, ())


def _found(piece: Material, rule: Rule) -> list[Hit]:
    hits = KINDS[rule.check].check(piece, rule.parameters)
    return [hit for hit in hits if all(rule.select.takes(claim) for claim in hit.claims if not claim.article.approved)]


def _found_in(piece: Group | Corpus, rule: Rule, claims: Sequence[Claim]) -> list[Hit]:
    """What a rule finds among some of the claims of a piece."""
    if len(claims) == len(piece.claims):
        return _found(piece, rule)
    left = set(map(id, claims))
    if isinstance(piece, Corpus):
        asked = tuple(ask for ask in piece.asked if {id(ask.after), id(ask.told)} <= left)
        return _found(Corpus(tuple(claims), asked), rule)
    pairs, across = (
        tuple(pair for pair in row if {id(pair.a), id(pair.b)} <= left) for row in (piece.pairs, piece.across)
    )
    return _found(replace(piece, claims=tuple(claims), pairs=pairs, across=across), rule)


def _article(claim: Claim) -> str:
    return claim.article.path


def _place(piece: Material) -> str:
    """The articles that it is about."""
    if not isinstance(piece, Translation):
        return articles(_others(piece))
    rendered = [claim for one in piece.renderings for claim in (one.original, one.translation)]
    return articles([*rendered, *(claim for one in piece.differences for claim in one.claims)])


def _gravest(hits: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """One hit for each set of claims: gravest verdict, a desk's own rule, gravest rule, specific kind, first name."""
    kept: dict[frozenset[int], tuple[Rule, Hit]] = {}
    for rule, hit in sorted(hits, key=_rank):
        kept.setdefault(frozenset(map(id, hit.claims)), (rule, hit))
    return list(kept.values())


def _rank(row: tuple[Rule, Hit]) -> tuple[int, bool, int, bool, str]:
    rule, hit = row
    return _PRECEDENCE.index(hit.verdict), not rule.own, -rule.severity, KINDS[rule.check].general, rule.id
