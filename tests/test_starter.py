"""What a new desk does first: `figcheck init`, an entry uncommented, a rule copied, its examples run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from figcheck import yamlio
from figcheck.cli import status
from figcheck.config import SECTIONS
from figcheck.match.weights import SHIPPED


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder in which `figcheck init` was run, and where one works."""
    monkeypatch.chdir(tmp_path)
    assert status(["init", "--lang", "zh"]) == 0
    capsys.readouterr()
    return tmp_path


def test_init_writes_settings_a_folder_for_rules_and_schemas(tmp_path: Path) -> None:
    assert status(["init", str(tmp_path / "new")]) == 0
    made = sorted(str(path.relative_to(tmp_path / "new")) for path in (tmp_path / "new").rglob("*") if path.is_file())
    assert made == [
        "figcheck.yaml", "figcheck/config.schema.json", "figcheck/rules.schema.json", "figcheck/rules/README.md",
    ]  # fmt: skip


def test_init_leaves_alone_what_is_there(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "figcheck.yaml").write_text("rules: {name-drift: off}", encoding="utf-8")
    assert status(["init", "--lang", "en"]) == 0
    assert "figcheck.yaml is there already, left alone" in capsys.readouterr().out
    assert (desk / "figcheck.yaml").read_text(encoding="utf-8") == "rules: {name-drift: off}"


def test_init_where_nothing_can_be_written_is_one_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "file").touch()
    assert status(["init", str(desk / "file")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_settings_hold_as_they_are_and_with_every_line_uncommented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert status(["init", "--lang", lang]) == 0
    assert status(["rules"]) == 0
    text = (tmp_path / "figcheck.yaml").read_text(encoding="utf-8")
    assert tuple(yamlio.parse(text, "figcheck.yaml")) == SECTIONS
    shutil.copy(SHIPPED, tmp_path / "figcheck" / "weights.json")
    (tmp_path / "figcheck.yaml").write_text(re.sub(r"^  # ", "  ", text, flags=re.M), encoding="utf-8")
    assert status(["rules"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_rule_of_the_readme_works_when_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status(["init", "--lang", lang])
    rules = tmp_path / "figcheck" / "rules"
    example = (rules / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (rules / "hospital-beds.yaml").write_text(example, encoding="utf-8")
    capsys.readouterr()
    assert status(["test", "figcheck/rules", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "1 rules, 2 examples: 0 not as they should be, 0 known misses.\n"
    assert status(["rules", "--lang", "en"]) == 0
    assert "own rule, figcheck/rules/hospital-beds.yaml" in capsys.readouterr().out


def test_own_rules_are_tried_with_the_names_of_the_desk(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "figcheck" / "rules" / "kiosks.yaml").write_text(
        """
id: kiosks
title: {zh: 书屋数不一致, en: Numbers of kiosks differ}
severity: error
check: agree
select: {indicator: 社区书屋}
message: {zh: "{a}与{b}", en: "{a} and {b}"}
why: {zh: 因为, en: because}
examples:
  flag:
    - ["2024年，郴州市建成社区书屋<<3120家>>。", "2024年，郴州市建成街头阅读亭<<3210家>>。"]
  ok:
    - ["2024年，郴州市建成社区书屋3120家。", "2023年，郴州市建成街头阅读亭3210家。"]
""",
        encoding="utf-8",
    )
    assert status(["test", "figcheck/rules", "--lang", "en"]) == 1
    assert "kiosks.yaml:11: not reported by kiosks" in capsys.readouterr().out
    (desk / "figcheck.yaml").write_text("names: {社区书屋: [街头阅读亭]}", encoding="utf-8")
    assert status(["test", "figcheck/rules", "--lang", "en"]) == 0


def test_what_a_desk_changes_is_no_fault_of_the_shipped_examples(desk: Path) -> None:
    (desk / "figcheck.yaml").write_text("rules: {streak-conflict: off}\ntolerances: {GDP: 50%}", encoding="utf-8")
    assert status(["test"]) == 0


def test_coverage_counts_what_fires_in_articles(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "figcheck.yaml").write_text("rules: {name-drift: off}", encoding="utf-8")
    (desk / "a.txt").write_text(
        "2023年湖南省地区生产总值同比增长5.2%。\n2023年湖南省GDP同比增长5.3%。\n", encoding="utf-8"
    )
    assert status(["test", "--coverage", "a.txt", "--lang", "en"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    told = dict(line.split() for line in lines)
    assert told.pop("same-figure") == "1"
    assert set(told.values()) == {"never"}
    assert "name-drift" not in told
    assert last == f"{len(told) + 1} rules, {len(told)} of them never fired."
