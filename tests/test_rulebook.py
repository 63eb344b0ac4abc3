"""What a rule file may say, and what an editor is told about one that is wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from figcheck.check.bound import Finds, Parameters
from figcheck.check.rule import Example, Expect
from figcheck.check.select import Select
from figcheck.model import Measure, Severity
from figcheck.rulebook import load, shipped_rules

RULE = """\
id: my-rule
title: {zh: 标题, en: Title}
severity: warning
check: bound
with:
  finds: qualifier-dropped
  headroom: 1.50
select: {measure: [level, share], unit: 家}
message: {zh: "{a}与{b}", en: "{a} and {b}, {{sic}}"}
why: {zh: 因为, en: because}
examples:
  flag:
    - ["共<<5家>>。", "共<<6家>>。"]
  ok:
    - ["共5家。", "共五家。"]
    - 共5家。
  todo:
    - - |
        ---
        date: 2025-01-01
        ---
        共<<5家>>。
"""


def write(folder: Path, text: str, name: str = "my-rule.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_rule_as_an_editor_writes_it(tmp_path: Path) -> None:
    (rule,), problems = load([write(tmp_path, RULE)])
    assert not problems
    assert (rule.id, rule.severity, rule.check) == ("my-rule", Severity.WARNING, "bound")
    assert rule.title == {"zh": "标题", "en": "Title"}
    assert rule.parameters == Parameters(Finds.QUALIFIER_DROPPED, Decimal("1.50"))
    assert rule.select == Select(measure=(Measure.LEVEL, Measure.SHARE), unit=("家",))
    assert rule.examples == (
        Example(Expect.FLAG, ("共<<5家>>。", "共<<6家>>。"), 13),
        Example(Expect.OK, ("共5家。", "共五家。"), 15),
        Example(Expect.OK, ("共5家。",), 16),
        Example(Expect.TODO, ("---\ndate: 2025-01-01\n---\n共<<5家>>。\n",), 18),
    )


def test_parameters_that_are_left_out_have_their_defaults(tmp_path: Path) -> None:
    short = RULE.replace("with:\n  finds: qualifier-dropped\n  headroom: 1.50\n", "")
    ((rule,), _) = load([write(tmp_path, short.replace("select: {measure: [level, share], unit: 家}\n", ""))])
    assert (rule.parameters, rule.select) == (Parameters(), Select())


# what is changed in the rule above, with what; the line, the mistake and the hint that an editor is told
MISTAKES = [
    ("severity: warning", "sevrity: warning", 3, "unknown key 'sevrity'", "did you mean 'severity'?"),
    ("severity: warning", "severity: warn", 3, "severity cannot be 'warn'", "did you mean 'warning'?"),
    ("severity: warning\n", "", 1, "the document has no 'severity'", "add `severity: …`"),
    ("check: bound", "check: bounds", 4, "check cannot be 'bounds'", "did you mean 'bound'?"),
    ("check: bound", "check: agree", 6, "unknown key 'finds'", "one of: slack"),
    ("  finds: ", "  find: ", 6, "unknown key 'find'", "did you mean 'finds'?"),
    ("qualifier-dropped", "qualifier", 6, "with.finds cannot be 'qualifier'", "did you mean 'qualifier-dropped'?"),
    ("1.50", "much", 7, "with.headroom must be a number, not 'much'", "write it in digits, as 0.05"),
    ("1.50", "nan", 7, "with.headroom must be a number, not 'nan'", "write it in digits, as 0.05"),
    ("measure: [level, share]", "messure: level", 8, "unknown key 'messure'", "did you mean 'measure'?"),
    ("[level, share]", "[level, shares]", 8, "select.measure.1 cannot be 'shares'", "did you mean 'share'?"),
    ("{a}与{b}", "{a}与{c}", 9, "unknown placeholder {c}", "one of: "),
    ("{a}与{b}", "{a}与{a_nmae}", 9, "unknown placeholder {a_nmae}", "did you mean 'a_name'?"),
    ("{a}与{b}", "{a}与{b", 9, "message.zh: ", "write {a} for a value"),
    ("{a}与{b}", "{a.article}", 9, "message.zh: {a.article} is not a plain name", "write {a} for a value"),
    ("{a}与{b}", "{a:>9999999}", 9, "message.zh: {a:>9999999} is not a plain name", "write {a} for a value"),
    ("zh: 因为, ", "", 10, "why has no 'zh'", "add `zh: …`"),
    ("en: because", "fr: parce que", 10, "unknown key 'fr'", "one of: en, zh"),
    ("zh: 标题", 'zh: ""', 2, "title.zh must be words", "write `zh: …`"),
    ("id: my-rule", "id: your-rule", 1, "the id 'your-rule' is not the name of the file", "write `id: my-rule`"),
    ("  ok:\n    - [\"共5家。\", \"共五家。\"]\n    - 共5家。\n", "", 11, "examples has no 'ok'", "add `ok: …`"),
    ("    - [\"共5家。\", \"共五家。\"]\n    - 共5家。\n", "    []\n", 14, "examples.ok has no example", "write `- ["),
    ("<<6家>>", "<<6家", 13, "<< and >> do not pair", "put << before a figure"),
    ("共<<5家>>。\", \"共<<6家>>。", "共5家。\", \"共6家。", 13, "no figure of this example is marked", "put <<"),
    ("共五家", "共<<五家>>", 15, "an `ok` example marks no figures", "take out << and >>"),
    ("severity: warning", "severity: [warning]", 3, "severity must be words", "write `severity: …`"),
    ("with:\n", "with: 5\nwhich:\n", 6, "unknown key 'which'", "did you mean 'with'?"),
    ("severity: warning", "severity: warning\nseverity: error", 4, "the key 'severity' stands twice", "remove one"),
    ("title: {zh", "title: [zh", 2, "not YAML: ", "check the indentation and the quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "what", "hint"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(
    tmp_path: Path, right: str, wrong: str, line: int, what: str, hint: str
) -> None:
    assert right in RULE
    rules, (problem,) = load([write(tmp_path, RULE.replace(right, wrong, 1))])
    assert not rules
    assert problem.path == f"{tmp_path / 'my-rule.yaml'}:{line}"
    assert problem.problem.startswith(what)
    assert problem.hint.startswith(hint)


def test_a_broken_rule_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, RULE.replace("id: my-rule", "id: a"), "a.yaml")
    write(tmp_path, "no: rule", "b.yaml")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe\xff")
    write(tmp_path, "id: &a [*a]", "d.yaml")
    rules, problems = load([write(tmp_path, RULE)])
    assert [rule.id for rule in rules] == ["a", "my-rule"]
    assert [Path(problem.path.rpartition(":")[0] or problem.path).stem for problem in problems] == ["b", "c", "d"]


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, RULE)
    rules, problems = load([tmp_path / "one", tmp_path / "two"])
    assert len(rules) == 1
    assert problems[0].problem == "there is a rule 'my-rule' already"
    assert problems[0].hint == f"see {rules[0].path}"


@pytest.mark.parametrize(
    ("name", "problem"), [("nowhere", "No such file or directory"), ("my-rule.yaml", "is not a folder of rules")]
)
def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, name: str, problem: str) -> None:
    write(tmp_path, RULE)
    rules, (told,) = load([tmp_path / name])
    assert not rules
    assert (told.path, told.problem) == (str(tmp_path / name), problem)


def test_a_rule_may_be_called_yml(tmp_path: Path) -> None:
    assert [rule.id for rule in load([write(tmp_path, RULE, "my-rule.yml")])[0]] == ["my-rule"]


def test_files_that_are_no_rules_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Our rules", encoding="utf-8")
    assert load([tmp_path]) == ((), [])


def test_rules_are_sorted_by_name_whatever_the_order_of_folders(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, RULE.replace("my-rule", name), f"{name}.yaml")
    assert [rule.id for rule in load([tmp_path / "y", tmp_path / "x"])[0]] == ["x", "y"]


def test_the_shipped_rules_are_whole() -> None:
    rules, problems = load([shipped_rules()])
    assert not problems
    assert {rule.id for rule in rules} >= {
        "same-figure", "bound-drift", "spread-against-limit", "qualifier-dropped",
        "name-drift", "rank-conflict", "streak-conflict",
    }  # fmt: skip


@pytest.mark.parametrize("rule", load([shipped_rules()])[0], ids=lambda rule: rule.id)
def test_a_shipped_rule_shows_what_it_means_by_enough_examples(rule) -> None:  # type: ignore[no-untyped-def]
    for expect in (Expect.FLAG, Expect.OK):
        assert sum(example.expect is expect for example in rule.examples) >= 3
