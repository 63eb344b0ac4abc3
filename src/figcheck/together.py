"""What all articles say together, in parts whose claims can meet: where nothing changed, nothing is made again.

Each step gives what one run of its stage over everything would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from figcheck import check, rulebook
from figcheck.check import growths
from figcheck.check.rule import Asked, Over, Rule
from figcheck.group import group, in_order, keys
from figcheck.later import Later
from figcheck.links import Links
from figcheck.memo import Made, Memo
from figcheck.model import Claim, Finding, Group
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

    @cached_property
    def name(self) -> str:
        """The same for what judges the same."""
        return f"{rulebook.fingerprint(self.rules)} {self.asking}"

    @cached_property
    def asking(self) -> str:
        """The same where the same questions are one."""
        return f"{self.naming!r} {self.links.told if self.links is not None else ()!r}"


def made(checked: Sequence[Understood], approved: Sequence[Understood], judge: Judge) -> Made:
    """The groups, the findings with their order, and the claims that met another."""
    pieces = [*_compared([*checked, *approved], judge), *_alone(checked, judge), *_across(checked, judge)]
    groups = Later(lambda: in_order(chain.from_iterable(piece.groups for piece in pieces)))
    found = sorted((row for piece in pieces for row in piece.found), key=lambda row: row[0])
    return Made(groups, found, [claim for piece in pieces for claim in piece.met])


def _compared(understood: Sequence[Understood], judge: Judge) -> Iterator[Made]:
    """Which claims answer one question, and which of these cannot all be true."""
    claims = [claim for one in understood for claim in one.claims]
    told = [judge.memo.plain(f"keys {judge.asking}", one.name, partial(_keys, one, judge)) for one in understood]
    for numbers in parts(list(chain.from_iterable(told))):
        part = [claims[number] for number in numbers]
        yield judge.memo.of(f"compare {judge.name}", part, partial(_grouped, part, judge))


def _keys(one: Understood, judge: Judge) -> list[str]:
    return [keys(claim, judge.naming, judge.links) for claim in one.claims]


def _grouped(part: Sequence[Claim], judge: Judge) -> Made:
    groups = group(part, judge.naming, judge.links)
    return _found(check.run(groups, (), judge.rules, overs=[Over.GROUP, Over.APPROVED]), groups)


def _alone(understood: Sequence[Understood], judge: Judge) -> Iterator[Made]:
    """What is found within the articles, each by itself."""
    for one in understood:
        yield judge.memo.of(f"alone {judge.name}", (*one.own, *one.dating), partial(_by_itself, one, judge))


def _by_itself(one: Understood, judge: Judge) -> Made:
    return _found(check.run((), one.own, judge.rules, one.dates, [Over.STORY, Over.DATES]))


def _across(understood: Sequence[Understood], judge: Judge) -> Iterator[Made]:
    """What is found where articles ask for levels that others tell."""
    claims = [claim for one in understood for claim in one.own]
    keysets: list[str] = []
    asked: dict[int, list[Asked]] = defaultdict(list)
    for one in understood:
        own = one.own
        told, asks = judge.memo.plain(f"asks {judge.naming!r}", one.name, partial(growths.numbered, own))
        for after, growth, near, key in asks:
            asked[len(keysets) + after].append(Asked(own[after], own[growth], [own[n] for n in near], key))
        keysets += told
    for numbers in parts(keysets):
        if asks_here := [ask for number in numbers for ask in asked.get(number, ())]:
            part = [claims[number] for number in numbers]
            yield judge.memo.of(f"across {judge.name}", part, partial(_asked, part, asks_here, judge))


def _asked(part: Sequence[Claim], asks: Sequence[Asked], judge: Judge) -> Made:
    return _found(check.across_articles(growths.corpus(part, asks), judge.rules))


def _found(findings: Sequence[Finding], groups: Sequence[Group] = ()) -> Made:
    together = [claim for group in groups if len(group.claims) > 1 for claim in group.claims]
    together += [claim for finding in findings if len(finding.claims) > 1 for claim in finding.claims]
    met = list({id(claim): claim for claim in together}.values())
    return Made(groups, [(check.order(finding), finding) for finding in findings], met)
