"""What all articles say together, in parts whose claims can meet: where nothing changed, nothing is made again.

Each step gives what one run of its stage over everything would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain

from figcheck import barrier, check, kept, rulebook
from figcheck.barrier import attempt, without_breaking
from figcheck.check import growths
from figcheck.check.rule import Asked, Over, Rule
from figcheck.later import Later
from figcheck.limits import Allowance, Limits
from figcheck.links import Links
from figcheck.match.groups import group, in_order, key_words
from figcheck.match.weights import Weights, shipped
from figcheck.memo import Made, Memo
from figcheck.model import Claim, Finding, Group, Problem
from figcheck.naming import Naming
from figcheck.partition import parts
from figcheck.understood import Understood


@dataclass(frozen=True)
class Judge:
    """What the articles are held to: rules, what a desk and its editors have said, and what is known from before."""

    rules: Sequence[Rule]
    naming: Naming
    links: Links | None
    memo: Memo
    weights: Weights = field(default_factory=shipped)
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def name(self) -> str:
        """The same for what judges the same."""
        return f"{rulebook.fingerprint(self.rules)} {self.asking}"

    @cached_property
    def asking(self) -> str:
        """The same where the same questions are one."""
        links = self.links.told if self.links is not None else ()
        return f"{self.naming!r} {links!r} {self.weights!r}"


COMPARING = "comparing its figures with others"
DOING = {"compare": COMPARING, "alone": "checking it by itself", "across": COMPARING}
"""The pieces of the work, and what is said of one that fails."""


def made(checked: Sequence[Understood], approved: Sequence[Understood], judge: Judge) -> Made:
    """The groups, the findings with their order, and the claims that met another."""
    pieces = [*_compared([*checked, *approved], judge), *_alone(checked, judge), *_across(checked, judge)]
    groups = Later(lambda: in_order(chain.from_iterable(piece.groups for piece in pieces)))
    found = sorted((row for piece in pieces for row in piece.found), key=lambda row: row[0])
    problems = list(dict.fromkeys(problem for piece in pieces for problem in piece.problems))
    return Made(groups, found, [claim for piece in pieces for claim in piece.met], problems)


def _piece(work: str, claims: Sequence[Claim], make: Callable[[Allowance], Made], judge: Judge) -> Made:
    """One piece of the work; where it fails, that is all that is made of it."""
    problems: list[Problem] = []
    timed = partial(_in_time, work, claims, make, judge.limits)
    memo = partial(judge.memo.of, f"{work} {judge.name}", claims, timed)
    made = attempt(memo, problems, partial(barrier.articles, claims), DOING[work], Made())
    return replace(made, problems=(*made.problems, *problems)) if problems else made


def _in_time(work: str, claims: Sequence[Claim], make: Callable[[Allowance], Made], limits: Limits) -> Made:
    """What is made until the time is up, and a problem where that was not all."""
    allowance = Allowance(limits, len({claim.article.path for claim in claims}))
    made = make(allowance)
    if allowance.reached is None:
        return made
    late = f"{DOING[work]} takes longer than {limits.seconds:,} seconds; what was found by then is told"
    told = Problem(barrier.articles(claims), late, "divide it; more is allowed by `limits: seconds:`")
    return replace(made, problems=(*made.problems, told))


def _compared(understood: Sequence[Understood], judge: Judge) -> Iterator[Made]:
    """Which claims answer one question, and which of these cannot all be true."""
    problems: list[Problem] = []
    claims: list[Claim] = []
    told: list[str] = []
    for one in understood:
        make = partial(judge.memo.plain, f"keys {judge.asking}", one.name, partial(_keys, one, judge))
        if keysets := attempt(make, problems, partial(barrier.articles, one.own), COMPARING, ()):
            claims += one.own
            told += keysets
        kept.release(one.own)
    for numbers in parts(told):
        part = [claims[number] for number in numbers]
        yield _piece("compare", part, partial(_grouped, part, judge), judge)
        kept.release(part)
    yield Made(problems=problems)


def _keys(one: Understood, judge: Judge) -> list[str]:
    return [key_words(claim, judge.naming, judge.links) for claim in one.own]


def _grouped(part: Sequence[Claim], judge: Judge, allowance: Allowance) -> Made:
    problems: list[Problem] = []
    grouped = partial(group, weights=judge.weights, naming=judge.naming, links=judge.links, allowance=allowance)
    groups = without_breaking(grouped, part, lambda claim: claim.article.path, problems, COMPARING, ())
    allowance.renew()  # what was compared by then is judged
    overs = (Over.GROUP, Over.APPROVED)
    found = check.run(groups, (), judge.rules, (), overs, problems, allowance)
    return _found(found, groups, problems)


def _alone(understood: Sequence[Understood], judge: Judge) -> Iterator[Made]:
    """What is found within the articles, each by itself."""
    for one in understood:
        yield _piece("alone", (*one.own, *one.dating), partial(_by_itself, one, judge), judge)
        kept.release(one.own)


def _by_itself(one: Understood, judge: Judge, allowance: Allowance) -> Made:
    problems: list[Problem] = []
    overs = (Over.STORY, Over.DATES)
    return _found(check.run((), one.own, judge.rules, one.dates, overs, problems, allowance), (), problems)


def _across(understood: Sequence[Understood], judge: Judge) -> Iterator[Made]:
    """What is found where articles ask for levels that others tell."""
    problems: list[Problem] = []
    claims: list[Claim] = []
    keysets: list[str] = []
    asked: dict[int, list[Asked]] = defaultdict(list)
    for one in understood:
        own = one.own
        make = partial(judge.memo.plain, f"asks {judge.naming!r}", one.name, partial(growths.numbered, own))
        told, asks = attempt(make, problems, partial(barrier.articles, own), COMPARING, ((), ()))
        kept.release(own)
        claims += own if told else ()
        for after, growth, near, key in asks:
            asked[len(keysets) + after].append(Asked(own[after], own[growth], [own[n] for n in near], key))
        keysets += told
    for numbers in parts(keysets):
        if asks_here := [ask for number in numbers for ask in asked.get(number, ())]:
            part = [claims[number] for number in numbers]
            yield _piece("across", part, partial(_asked, part, asks_here, judge), judge)
    yield Made(problems=problems)


def _asked(part: Sequence[Claim], asks: Sequence[Asked], judge: Judge, allowance: Allowance) -> Made:
    problems: list[Problem] = []
    return _found(check.across_articles(growths.corpus(part, asks), judge.rules, problems, allowance), (), problems)


def _found(findings: Sequence[Finding], groups: Sequence[Group], problems: Sequence[Problem]) -> Made:
    together = [claim for group in groups if len(group.claims) > 1 for claim in group.claims]
    together += [claim for finding in findings if len(finding.claims) > 1 for claim in finding.claims]
    met = list({id(claim): claim for claim in together}.values())
    return Made(groups, [(check.order(finding), finding) for finding in findings], met, problems)
