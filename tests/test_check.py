"""From hits to findings: what becomes one finding, how bad it is, and in what order they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest
from tellings import figures, group, rule, telling, year

from figcheck import check
from figcheck.check import KINDS
from figcheck.check.rule import Hit, Kind, Over
from figcheck.check.select import Select
from figcheck.model import Claim, Finding, Footing, Group, Measure, Role, Severity, Verdict
from figcheck.rulebook import Rule

AGREE = rule("agree", name="same-figure")
BOUND = rule("bound", Severity.WARNING, name="bound-drift")
NAME = rule("name", Severity.INFO, name="name-drift")


def run(*claims: Claim, rules: Sequence[Rule] = (AGREE, BOUND, NAME)) -> list[Finding]:
    return check.run([group(*claims)], claims, rules)


# ------------------------------------------------------------------------------- severity and confidence


@pytest.mark.parametrize(
    ("severity", "worst", "expected"),
    [
        (Severity.ERROR, Severity.ERROR, Severity.ERROR),
        (Severity.ERROR, Severity.WARNING, Severity.WARNING),
        (Severity.WARNING, Severity.ERROR, Severity.WARNING),
        (Severity.INFO, Severity.WARNING, Severity.INFO),
    ],
)
@pytest.mark.parametrize("unsure", [(), ("period",), ("period", "scope")])
def test_a_finding_is_no_worse_than_its_pair_is_sure_enough_for(
    severity: Severity, worst: Severity, expected: Severity, unsure: tuple[str, ...]
) -> None:
    pairs = group(telling("121项"), telling("102项", "b.txt"), unsure=unsure, worst=worst)
    (finding,) = check.run([pairs], [], [rule("agree", severity)])
    assert (finding.severity, finding.unsure) == (expected, unsure)  # what is unsure was weighed already


def test_confidence_is_how_sure_it_is_one_question() -> None:
    (finding,) = check.run([group(telling("121项"), telling("102项", "b.txt"), score=0.65)], [], [AGREE])
    assert finding.confidence == 0.65


def test_pairs_that_answer_two_questions_are_not_held_against_each_other() -> None:
    assert not check.run([group(telling("121项"), telling("102项", "b.txt"), score=0)], [], [AGREE])


# ------------------------------------------------------------------------------- one finding for one trouble


def test_tellings_that_clash_come_in_one_finding() -> None:
    (finding,) = run(telling("80%"), telling("90%", "b.txt"), telling("70%", "c.txt"))
    assert figures(finding) == ["80%", "90%", "70%"]
    assert finding.primary == 2


def test_the_surest_clash_leads() -> None:
    a, b, c = telling("80%"), telling("90%", "b.txt"), telling("70%", "c.txt")
    whole = group(a, b, c)
    pairs = tuple(replace(pair, score=0.99 if pair.a is b else 0.6) for pair in whole.pairs)
    (finding,) = check.run([replace(whole, pairs=pairs)], [], [AGREE])
    assert figures(finding) == ["90%", "70%", "80%"]
    assert finding.confidence == 0.99


def test_one_agreeing_witness_shows_that_a_side_stands_alone() -> None:
    (finding,) = run(
        telling("486万人"), telling("486万人", "b.txt"), telling("912万人", "c.txt"), telling("486万人", "d.txt")
    )
    assert finding.cause == "stands-alone"
    assert len(finding.claims) == 4


def moved(claim: Claim, to: Claim) -> Claim:
    """The claim, as if it stood in the article of the other."""
    return replace(claim, figure=replace(claim.figure, span=replace(claim.figure.span, article=to.article)))


def test_an_article_that_repeats_itself_is_one_voice() -> None:
    said = telling("486万人")
    (finding,) = run(said, moved(telling("486万人"), said), telling("912万人", "c.txt"))
    assert finding.cause is None


def test_an_article_that_contradicts_itself_has_a_lone_figure() -> None:
    said = telling("486万人")
    (finding,) = run(said, moved(telling("486万人"), said), moved(telling("912万人"), said))
    assert finding.cause == "stands-alone"


def test_where_both_sides_have_witnesses_nobody_stands_alone() -> None:
    (finding,) = run(*(telling(text, f"{n}.txt") for n, text in enumerate(["486人", "486人", "912人", "912人"])))
    assert finding.cause is None


def test_a_slip_says_more_than_standing_alone() -> None:
    (finding,) = run(telling("486万人"), telling("486万人", "b.txt"), telling("486亿人", "c.txt"))
    assert finding.cause == "unit-slip"


def test_clashes_that_share_no_telling_are_two_findings() -> None:
    a, b, c, d = (telling(text, f"{n}.txt") for n, text in enumerate(["10%", "20%", "30%", "40%"]))
    whole = group(a, b, c, d)
    pairs = tuple(pair for pair in whole.pairs if (pair.a, pair.b) in ((a, b), (c, d)))
    assert len(check.run([replace(whole, pairs=pairs)], [], [AGREE])) == 2


def test_tension_gives_no_likely_slip() -> None:
    (finding,) = run(telling("超过4000家"), telling("4000万家以上", "b.txt"))
    assert (finding.verdict, finding.cause) == (Verdict.TENSION, None)


# ------------------------------------------------------------------------------- precedence


def test_of_two_rules_for_the_same_claims_the_graver_speaks() -> None:
    stricter = rule("agree", Severity.WARNING, name="another")
    (finding,) = run(telling("80%"), telling("90%", "b.txt"), rules=[stricter, AGREE])
    assert finding.rule == "same-figure"


def test_of_two_rules_for_the_same_claims_the_one_of_the_desk_speaks() -> None:
    own = replace(rule("agree", Severity.WARNING, name="zz-ours"), own=True)
    (finding,) = run(telling("80%"), telling("90%", "b.txt"), rules=[own, AGREE])
    assert finding.rule == "zz-ours"


def test_the_gravest_verdict_silences_the_others() -> None:
    names = telling("15%", indicator="物流成本"), telling("15%", "b.txt", indicator="运输成本")

    def always(group: Group, parameters: object) -> Iterator[Hit]:
        yield from (Hit.of(pair, Verdict.CONTRADICTION) for pair in group.pairs)

    with_kind(Kind("always", Empty, always))
    try:
        assert [f.rule for f in run(*names, rules=[NAME, rule("always")])] == ["always"]
    finally:
        del KINDS["always"]


@dataclass(frozen=True)
class Empty:
    """No parameters."""


def with_kind(kind: Kind) -> None:
    KINDS[kind.name] = kind


# ------------------------------------------------------------------------------- select


@pytest.mark.parametrize(
    ("select", "reported"),
    [
        (Select(), True),
        (Select(measure=(Measure.LEVEL,)), True),
        (Select(measure=(Measure.SHARE, Measure.CHANGE)), False),
        (Select(dimension=("count*",)), True),
        (Select(dimension=("money:*",)), False),
        (Select(indicator=("外省游客",)), True),
        (Select(indicator=("*游客",), subject=("郴州市",)), True),
        (Select(indicator=("*游客",), subject=("永州市",)), False),
        (Select(unit=("项",)), True),
        (Select(footing=(Footing.TARGET,)), False),
        (Select(basis=("year-on-year",)), False),
        (Select(role=(Role.HEADLINE,)), False),
        (Select(basis=("none",), scope=("none",)), True),  # neither is told
        (Select(subject=("none",)), False),
        (Select(scope=("part",)), False),
        (Select(period=("2021",)), True),
        (Select(period=("202*",)), True),
        (Select(period=("2022*",)), False),
    ],
)
def test_a_rule_speaks_only_of_what_it_selects(select: Select, reported: bool) -> None:
    findings = run(telling("121项"), telling("102项", "b.txt"), rules=[rule("agree", select=select)])
    assert bool(findings) is reported


def test_both_sides_have_to_be_selected() -> None:
    headline = telling("121项", role=Role.HEADLINE)
    only = rule("agree", select=Select(role=(Role.HEADLINE,)))
    assert not run(headline, telling("102项", "b.txt"), rules=[only])
    assert run(headline, telling("102项", "b.txt", role=Role.HEADLINE), rules=[only])


# ------------------------------------------------------------------------------- messages


def test_a_message_quotes_both_figures_in_the_order_of_their_places() -> None:
    asked = rule("agree", message="{subject}{indicator}（{period}）：{a}，{b}")
    for pair in [(telling("121项"), telling("102项", "b.txt")), (telling("102项", "b.txt"), telling("121项"))]:
        (finding,) = run(*pair, rules=[asked])
        assert finding.message["zh"] == "郴州市外省游客（2021）：121项，102项"


def test_a_message_names_what_is_unsure_and_what_is_not_told() -> None:
    asked = rule("agree", message="{period}; {unsure}")
    pair = group(telling("121项", period=None), telling("102项", "b.txt", period=None), unsure=["scope"])
    (finding,) = check.run([pair], [], [asked])
    assert finding.message["en"].startswith("no time told; whether it is the same scope")


def test_a_name_without_end_is_cut_in_a_message() -> None:
    (finding,) = run(telling("121项", indicator="长" * 5000), telling("102项", "b.txt", indicator="长" * 5000))
    assert all(len(text) < 200 for text in finding.message.values())


# ------------------------------------------------------------------------------- order and identity


def test_findings_come_worst_first_then_by_place() -> None:
    groups = [
        group(telling("15%", "z.txt", "物流成本"), telling("15%", "z2.txt", "运输成本")),
        group(telling("121项", "y.txt"), telling("102项", "y2.txt")),
        group(telling("超过70%", "a.txt", "就业率"), telling("80%以上", "a2.txt", "就业率")),
        group(telling("33项", "b.txt"), telling("44项", "b2.txt")),
    ]
    findings = check.run(groups, [], [AGREE, BOUND, NAME])
    assert [(f.severity, f.claims[0].article.path) for f in findings] == [
        (Severity.ERROR, "b.txt"),
        (Severity.ERROR, "y.txt"),
        (Severity.WARNING, "a.txt"),
        (Severity.INFO, "z.txt"),
    ]


def test_the_order_of_input_does_not_matter() -> None:
    claims = [telling(text, f"{n}.txt") for n, text in enumerate(["80%", "90%", "80%", "超过70%", "85%"])]

    def told(order: Sequence[Claim]) -> list[tuple[str, list[str], str | None]]:
        return [(f.id, [c.article.path for c in f.claims], f.cause) for f in run(*order)]

    expected = told(claims)
    for seed in range(5):
        shuffled = claims[:]
        Random(seed).shuffle(shuffled)
        assert told(shuffled) == expected


def test_the_id_stays_when_text_is_added_elsewhere_or_the_folder_moves() -> None:
    (before,) = run(telling("121项", "news/a.txt"), telling("102项", "news/b.txt"))
    (after,) = run(telling("121项", "old/news/a.txt"), telling("102项", "old/news/b.txt"))
    assert before.id == after.id
    assert len(before.id) == 16


@pytest.mark.parametrize(
    "other",
    [telling("103项", "b.txt"), telling("约102项", "b.txt"), telling("102项", "c.txt")],
    ids=["value", "bound", "file"],
)
def test_the_id_tells_findings_apart(other: Claim) -> None:
    ids = {run(telling("121项"), b)[0].id for b in (telling("102项", "b.txt"), other)}
    assert len(ids) == 2


def test_the_id_tells_periods_apart() -> None:
    ids = {
        run(telling("121项", period=when), telling("102项", "b.txt", period=when))[0].id
        for when in map(year, (2020, 2021))
    }
    assert len(ids) == 2


# ------------------------------------------------------------------------------- kinds that look at a story


def test_a_kind_may_look_at_the_claims_of_one_story() -> None:
    seen: list[list[str]] = []

    def look(story: Sequence[Claim], parameters: Empty) -> Iterator[Hit]:
        seen.append([claim.figure.span.text for claim in story])
        yield Hit(tuple(story), Verdict.ARITHMETIC, cause="digit-slip")

    with_kind(Kind("look", Empty, look, Over.STORY))
    try:
        claims = [telling("3家", "b.txt"), telling("1家", "a.txt"), telling("2家", "b.txt")]
        findings = check.run([], claims, [rule("look")])
    finally:
        del KINDS["look"]
    assert seen == [["1家"], ["3家", "2家"]]
    assert [(f.verdict, f.primary, f.cause) for f in findings] == [
        (Verdict.ARITHMETIC, 1, "digit-slip"),
        (Verdict.ARITHMETIC, 2, "digit-slip"),
    ]
