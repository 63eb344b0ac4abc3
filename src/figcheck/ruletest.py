"""Runs the examples that rules carry: `figcheck test` and pytest ask the same question of the same cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from figcheck.model import Claim, Finding
from figcheck.rulebook import MARKS, Example, Expect, Rule

CheckTexts = Callable[[Sequence[str]], Sequence[Finding]]
"""Checks texts under every rule; the n-th of them must go by the path `n.txt`."""

Mark = tuple[int, int, int]
"""A marked figure: the number of its text from 1, where it starts and ends in the text without marks."""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What came of an example. `fault` says what the rules did other than it shows; empty where they did the same."""

    rule: Rule
    example: Example
    fault: str

    @property
    def where(self) -> str:
        """The file and line of the example."""
        return f"{self.rule.path}:{self.example.line}"

    @property
    def passed(self) -> bool:
        """Whether all is as expected: a `todo` example is expected to have a fault."""
        return bool(self.fault) is (self.example.expect is Expect.TODO)

    @property
    def complaint(self) -> str:
        """One line on what to do, empty where it passed."""
        if self.passed:
            return ""
        return self.fault or "a `todo` example holds now: move it to `flag` or `ok`"


def run_examples(rules: Iterable[Rule], check_texts: CheckTexts) -> list[ExampleResult]:
    """The results of all examples of these rules, in their order. `check_texts` must use every rule there is."""
    return [run_example(rule, example, check_texts) for rule in rules for example in rule.examples]


def run_example(rule: Rule, example: Example, check_texts: CheckTexts) -> ExampleResult:
    """The result of one example: with marks it must be reported by its rule, without marks by none."""
    texts, marks = unmarked(example.texts)
    findings = check_texts(texts)
    return ExampleResult(rule, example, _not_flagged(rule, marks, findings) if marks else _not_silent(findings))


def unmarked(texts: Sequence[str]) -> tuple[list[str], list[Mark]]:
    """The texts without `<<` and `>>`, and the figures that stood between them.

    >>> unmarked(["增长<<5%>>。", "占<<三成>>，同比<<降>>。"])
    (['增长5%。', '占三成，同比降。'], [(1, 2, 4), (2, 1, 3), (2, 6, 7)])
    """
    bare: list[str] = []
    marks: list[Mark] = []
    for number, text in enumerate(texts, start=1):
        clean, *pieces = text.split(MARKS[0])
        for piece in pieces:
            figure, _, rest = piece.partition(MARKS[1])
            marks.append((number, len(clean), len(clean) + len(figure)))
            clean += figure + rest
        bare.append(clean)
    return bare, marks


def _not_flagged(rule: Rule, marks: Sequence[Mark], findings: Sequence[Finding]) -> str:
    own = [finding for finding in findings if finding.rule == rule.id]
    if any(_is_at(finding, marks) for finding in own):
        return ""
    if own:
        return f"not exactly the marked figures: {_listed(own)}"
    return f"not reported by {rule.id}" + (f"; reported: {_listed(findings)}" if findings else "")


def _not_silent(findings: Sequence[Finding]) -> str:
    return f"reported, but it must stay silent: {_listed(findings)}" if findings else ""


def _is_at(finding: Finding, marks: Sequence[Mark]) -> bool:
    """Whether a finding ties all marked figures and no other but those of an approved wording."""
    told = [claim for claim in finding.claims if not claim.article.approved]
    covered = [{mark for mark in marks if _covers(claim, mark)} for claim in told]
    return all(covered) and set().union(*covered) == set(marks)


def _covers(claim: Claim, mark: Mark) -> bool:
    number, start, end = mark
    span = claim.figure.span
    return PurePath(span.article.path).stem == str(number) and span.source_start < end and start < span.source_end


def _listed(findings: Sequence[Finding]) -> str:
    return "; ".join(f"{f.rule} ({' / '.join(claim.figure.span.text for claim in f.claims)})" for f in findings)
