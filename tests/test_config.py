"""figcheck.yaml of a newsroom: where it is found, what its entries mean, what is told of a wrong one."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import approvals, rulebook, setup
from figcheck.check.select import Select
from figcheck.cli import status
from figcheck.config import Config, load
from figcheck.entries import known
from figcheck.model import Measure, Role, Severity
from figcheck.naming import Link, Side
from figcheck.project import find
from figcheck.tuning import Tuned, tuned

RULES, _ = rulebook.load([rulebook.shipped_rules()])


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figcheck.yaml").write_text(text, encoding="utf-8")
    return folder


def config(folder: Path, text: str) -> Config:
    """The settings of a file without a mistake."""
    made, problems = load(written(folder, text))
    assert problems == []
    return made


def one_rule(folder: Path, text: str, name: str) -> Tuned:
    made, problems = tuned(RULES, config(folder, text))
    assert problems == []
    return next(one for one in made if one.rule.id == name)


# ------------------------------------------------------------------------------- where it is found


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["desk/pages/today/a.txt"], "desk"),
        (["desk/pages/today"], "desk"),
        (["desk/pages/today/*.txt"], "desk"),  # a glob lies where it begins
        (["desk/pages/today/gone.txt"], "desk"),
        (["desk/pages/a.txt", "desk/pages/today/a.txt"], "desk"),
        (["desk/own/x/a.txt"], "desk/own"),  # the nearest
        (["desk/own/x/a.txt", "desk/pages/a.txt"], "desk"),  # where all of them lie
        (["rules-only/a.txt"], "rules-only"),
        (["elsewhere/a.txt"], "."),  # else where one works
        (["-"], "."),
        ([], "."),
    ],
)
def test_the_nearest_settings_above_the_articles_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], found: str
) -> None:
    for folder in ("desk/pages/today", "desk/own/x", "rules-only/figcheck/rules", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in (".", "desk", "desk/own"):
        written(tmp_path / folder, "")
    (tmp_path / "package/figcheck/rules").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert find(paths) == (tmp_path / found if found != "." else tmp_path)


def test_the_rules_of_a_package_are_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site-packages/figcheck/rules").mkdir(parents=True)
    (tmp_path / "site-packages/figcheck/__init__.py").touch()
    monkeypatch.chdir(tmp_path)
    assert find(["site-packages/a.txt"]) not in (tmp_path / "site-packages", tmp_path / "site-packages/figcheck")


@pytest.mark.parametrize("text", ["", "# nothing\n", "rules:\nnames:\nmust-link:\ntolerances:\napproved:\n"])
def test_settings_that_say_nothing_change_nothing(tmp_path: Path, text: str) -> None:
    made = config(tmp_path, text)
    assert (made.naming.names, made.naming.must, made.changes, made.tolerances, made.approved) == ({}, (), {}, {}, ())


# ------------------------------------------------------------------------------- rules as a desk wants them


def test_a_rule_is_switched_off(tmp_path: Path) -> None:
    one = one_rule(tmp_path, "rules:\n  name-drift: off", "name-drift")
    assert one.off
    assert one.by.endswith("figcheck.yaml:2")


@pytest.mark.parametrize("written_so", ["bound-drift: info", "bound-drift: {severity: info}"])
def test_a_rule_gets_another_severity(tmp_path: Path, written_so: str) -> None:
    one = one_rule(tmp_path, f"rules: {{{written_so}}}", "bound-drift")
    assert (one.off, one.rule.severity, one.was) == (False, Severity.INFO, Severity.WARNING)


def test_a_rule_gets_other_parameters_and_more_of_a_list(tmp_path: Path) -> None:
    text = "rules: {change-from-to: {with: {price_change: 8}, extend: {constant_prices: [发电量, 地区生产总值]}}}"
    before = next(rule for rule in RULES if rule.id == "change-from-to").parameters
    after = one_rule(tmp_path, text, "change-from-to").rule.parameters
    assert after.price_change == 8
    assert after.constant_prices == (*before.constant_prices, "发电量")


def test_a_rule_is_held_to_some_claims(tmp_path: Path) -> None:
    one = one_rule(tmp_path, "rules: {same-figure: {select: {role: [headline, lead]}}}", "same-figure")
    assert one.rule.select == Select(
        measure=(Measure.LEVEL, Measure.SHARE, Measure.CHANGE, Measure.MULTIPLE), role=(Role.HEADLINE, Role.LEAD)
    )


def test_tolerances_reach_the_rules_that_know_them(tmp_path: Path) -> None:
    one = one_rule(tmp_path, "tolerances: {旅游收入: 0.5%, GDP: 1％}", "same-figure")
    assert one.rule.parameters.tolerances == {"旅游总收入": Decimal("0.005"), "地区生产总值": Decimal("0.01")}


# ------------------------------------------------------------------------------- names and links


def test_every_name_of_an_indicator_leads_to_the_one_it_goes_by(tmp_path: Path) -> None:
    names = config(tmp_path, "names:\n  社区书屋: [街头阅读亭, 城市书房]\n  GDP: 经济规模\n  空白:").naming.names
    assert names["街头阅读亭"] == names["城市书房"] == names["社区书屋"] == "社区书屋"
    assert names["经济规模"] == names["GDP"] == known("GDP") == "地区生产总值"


def test_links_are_of_names_or_of_names_with_subjects(tmp_path: Path) -> None:
    text = """
must-link:
  - [物流成本, 运输*]
cannot-link:
  - [{indicator: 产量, subject: 一厂}, {indicator: 产量, subject: 二厂}]
"""
    naming = config(tmp_path, text).naming
    assert naming.must == (Link(Side("物流成本"), Side("运输*")),)
    assert naming.cannot == (Link(Side("产量", "一厂"), Side("产量", "二厂")),)


# ------------------------------------------------------------------------------- mistakes

# one wrong entry each; what is told of it
MISTAKES = [
    ("aproved: []", "1: unknown key 'aproved' (did you mean 'approved'?)"),
    ("- rules", "1: the document must have keys"),
    ("rules: [same-figure]", "1: rules must have keys"),
    ("rules:\n  same-figur: off", "2: there is no rule 'same-figur' (did you mean 'same-figure'?)"),
    ("rules:\n  same-figure: of", "2: rules.same-figure cannot be 'of' (did you mean 'off'?)"),
    ("rules:\n  same-figure:\n    severty: info", "3: unknown key 'severty' (did you mean 'severity'?)"),
    ("rules:\n  same-figure:\n    with: {slak: 1}", "3: unknown key 'slak' (did you mean 'slack'?)"),
    ("rules:\n  same-figure:\n    with: {slack: much}", "3: rules.same-figure.with.slack must be a number"),
    ("rules:\n  same-figure:\n    extend: {slack: 1}", "3: slack is not a list (give its value under `with`)"),
    ("rules:\n  same-figure:\n    select: {rule: body}", "3: unknown key 'rule' (did you mean 'role'?)"),
    ("names:\n  甲: [乙]\n  丙: [乙]", "3: '乙' is a name of '甲' already"),
    ("names:\n  甲: {乙: 丙}", "2: names.甲 must be words"),
    ("must-link:\n  - 物流成本", "2: a link has two sides"),
    ("must-link:\n  - [甲, 乙, 丙]", "2: a link has two sides"),
    ("cannot-link:\n  - [{indicator: 甲, subjct: 乙}, 丙]", "2: unknown key 'subjct' (did you mean 'subject'?)"),
    ("cannot-link:\n  - [{subject: 乙}, 丙]", "2: cannot-link.0.0 has no 'indicator'"),
    ("tolerances:\n  甲: 0.5", "2: tolerances.甲 must be a share, not '0.5' (write it with its sign, as 0.5%)"),
    ("tolerances:\n  甲: x%", "2: tolerances.甲 must be a number, not 'x'"),
    ("approved:\n  - {indicator: 甲}", "2: approved.0 has no 'value'"),
    ("approved:\n  - {says: 甲5家。, until: soon}", "2: approved.0.until is not a day: 'soon'"),
    ("approved:\n  - {says: 甲5家。, untl: 2026-01-01}", "2: unknown key 'untl' (did you mean 'until'?)"),
    ("rules: {a: b", "2: not YAML: "),
    ("a: &x [1]\nb: *x", "2: an alias, *x, is not read"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(tmp_path: Path, wrong: str, told: str) -> None:
    file = written(tmp_path, wrong) / "figcheck.yaml"
    desk = setup.prepared(config_file=file)
    (problem,) = desk.problems
    line = f"{problem.path.removeprefix(str(file))[1:]}: {problem.problem}" + (
        f" ({problem.hint})" if problem.hint else ""
    )
    assert line.startswith(told)
    assert {rule.id for rule in desk.rules} == {rule.id for rule in RULES}


def test_a_wrong_entry_does_not_stop_the_others(tmp_path: Path) -> None:
    text = "\n".join(
        [
            "rules:",
            "  same-figur: off",
            "  name-drift: off",
            "names:",
            "  甲: [乙]",
            "  丙: [乙]",
            "tolerances: {丁: 1}",
        ]
    )
    desk = setup.prepared(config_file=written(tmp_path, text) / "figcheck.yaml")
    assert len(desk.problems) == 3
    assert "name-drift" not in {rule.id for rule in desk.rules}
    assert desk.config.naming.names["乙"] == "甲"


WORDS = st.sampled_from(
    ["", "off", "甲", "*", "0.5%", "5家", "same-figure", "2026-01-01", "1e99", "nan", "\x1b", "---"]
)
KEYS = st.sampled_from(["rules", "names", "must-link", "cannot-link", "tolerances", "approved", "same-figure", "with"])
KEYS |= st.sampled_from(["extend", "select", "slack", "tolerances", "indicator", "subject", "says", "value", "until"])
ANYTHING = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(KEYS, ANYTHING, max_size=4))
def test_whatever_settings_say_is_read_or_told_in_one_line_each(said: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        file = written(Path(folder), json.dumps(said, ensure_ascii=False)) / "figcheck.yaml"
        desk = setup.prepared(config_file=file)
        assert {rule.id for rule in desk.rules} | {"same-figure"} == {rule.id for rule in RULES}
        assert all(problem.path.startswith(str(file)) for problem in desk.problems)
        approvals.articles(desk.config.approved, [])


# ------------------------------------------------------------------------------- on the command line

PAPER = "2023年我国国内生产总值同比增长5.2%。\n2023年我国GDP增长5.3%。\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [("", 1), ("rules: {same-figure: off}", 0), ("rules: {same-figure: warning}", 0), ("tolerances: {GDP: 2%}", 0),
     ("cannot-link: [[GDP, 地区生产总值]]", 0), ("rules: {same-figur: off}", 2)],
)  # fmt: skip
def test_settings_change_what_a_run_finds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int
) -> None:
    (written(tmp_path, text) / "a.txt").write_text(PAPER, encoding="utf-8")
    assert status(["run", str(tmp_path / "a.txt")]) == code
    assert ("5.2%" in capsys.readouterr().out) is (code > 0 or "warning" in text)


def test_settings_may_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PAPER, encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text("rules: {same-figure: off}", encoding="utf-8")
    assert status(["run", str(tmp_path / "a.txt"), "--config", str(other)]) == 0
    assert status(["run", str(tmp_path / "a.txt"), "--config", str(tmp_path / "gone.yaml")]) == 2
    assert "gone.yaml: No such file or directory" in capsys.readouterr().err


def test_the_list_of_rules_says_what_is_changed_and_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(
        written(tmp_path, "rules:\n  name-drift: off\n  bound-drift: info\n  same-figure: {with: {slack: 0.1}}")
    )
    assert status(["rules", "--lang", "en"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "off" in lines["name-drift"]
    assert lines["name-drift"].endswith("[switched off in figcheck.yaml:2]")
    assert lines["bound-drift"].endswith("[was WARNING, changed in figcheck.yaml:3]")
    assert lines["same-figure"].endswith("[changed in figcheck.yaml:4]")
    assert "[" not in lines["rank-conflict"]


def test_explain_shows_parameters_as_a_file_would_say_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(written(tmp_path, "tolerances: {GDP: 2%}"))
    assert status(["explain", "same-figure", "--lang", "en"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert "  slack: 0" in out
    assert "  tolerances: {地区生产总值: 0.02}" in out
    assert "  measure: [level, share, change, multiple]" in out


def test_explain_shows_articles_of_several_lines_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["explain", "approved-wording", "--lang", "en"]) == 0
    out = capsys.readouterr().out.splitlines()
    at = out.index("  1. ---")
    assert out[at + 1 : at + 3] == ["       approved: yes", "       ---"]


def test_explain_shows_what_a_rule_of_a_kind_may_set_and_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["explain", "bound", "--lang", "en"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert "  finds: other-bound  # other-bound, qualifier-dropped" in out
    assert any("{a_name}" in line for line in out)
    assert any(line.startswith("  qualifier-dropped: ") for line in out)


def test_why_shows_the_link_that_decides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (written(tmp_path, "cannot-link: [[GDP, 地区生产总值]]") / "a.txt").write_text(PAPER, encoding="utf-8")
    page = tmp_path / "a.txt"
    assert status(["why", f"{page}:1", f"{page}:2", "--lang", "en"]) == 0
    assert "never one thing by figcheck.yaml" in capsys.readouterr().out
