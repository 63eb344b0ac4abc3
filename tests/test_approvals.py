"""Approved wordings: what is held against them, from where, until when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from figcheck.cli import status

PAGE = "江城日报\n2025年3月2日\n{}\n"


def desk(folder: Path, approved: str, *sentences: str) -> list[str]:
    """A newsroom with these approved wordings and an article of each sentence; the words of a run over it."""
    (folder / "figcheck.yaml").write_text(f"approved:\n{approved}", encoding="utf-8")
    for number, sentence in enumerate(sentences):
        (folder / f"{number}.txt").write_text(PAGE.format(sentence), encoding="utf-8")
    return ["run", str(folder), "--format", "json", "--fail-on", "info"]


def found(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    return list(json.loads(capsys.readouterr().out)["findings"])


TOLD = "  - 2024年，长沙市地区生产总值3117.9亿元，同比增长5.8%。\n"
PUT_TOGETHER = "  - {indicator: GDP, subject: 长沙市, period: 2024, value: 3117.9亿元}\n"


@pytest.mark.parametrize("approved", [TOLD, PUT_TOGETHER])
@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("2024年，长沙市地区生产总值3171.9亿元。", "error"),
        ("2024年，长沙市GDP达3171.9亿元。", "error"),  # by another name
        ("2024年，长沙市地区生产总值超过2500亿元。", "warning"),  # both can be true
        ("2024年，长沙市地区生产总值3117.9亿元。", None),
        ("2024年，长沙市地区生产总值约3118亿元。", None),  # rounded
        ("2023年，长沙市地区生产总值2950.4亿元。", None),  # of another year
        ("2024年，株洲市地区生产总值3171.9亿元。", None),  # of another city
    ],
)
def test_a_figure_is_held_against_the_approved_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], approved: str, sentence: str, severity: str | None
) -> None:
    assert status(desk(tmp_path, approved, sentence)) == (1 if severity else 0)
    assert [finding["severity"] for finding in found(capsys)] == ([severity] if severity else [])


def test_a_finding_points_at_the_line_of_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status(desk(tmp_path, "# ours\n" + TOLD, "2024年，长沙市地区生产总值3171.9亿元。"))
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    told, approved = finding["claims"]
    assert (Path(told["path"]).name, told["text"]) == ("0.txt", "3171.9亿元")
    assert (Path(approved["path"]).name, approved["line"], approved["column"]) == ("figcheck.yaml", 3, 20)
    assert (tmp_path / "figcheck.yaml").read_text(encoding="utf-8")[approved["start"] : approved["end"]] == "3117.9亿元"


def test_what_is_approved_is_not_counted_as_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status(desk(tmp_path, TOLD, "2024年，长沙市地区生产总值3117.9亿元。"))
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert (summary["articles"], summary["figures"], summary["compared"], summary["alone"]) == (1, 1, 1, 0)


@pytest.mark.parametrize(("until", "holds"), [("2025-03-02", True), ("2025-03-01", False), ("2026-01-01", True)])
def test_an_approval_holds_until_its_day_by_the_date_of_the_newest_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], until: str, holds: bool
) -> None:
    approved = f"  - says: 2024年，长沙市地区生产总值3117.9亿元。\n    until: {until}\n"
    code = status(desk(tmp_path, approved, "2024年，长沙市地区生产总值3171.9亿元。"))
    told = capsys.readouterr()
    assert code == (1 if holds else 2)
    assert bool(json.loads(told.out)["findings"]) is holds
    expired = (
        f"figcheck.yaml:2: the approved wording '2024年，长沙市地区生产总值3117.9亿元。' held until {until}; it is 2025"
    )
    assert (expired in told.err) is not holds


def test_a_wording_in_which_nothing_is_understood_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(desk(tmp_path, TOLD + "  - 一切以公告为准。\n", "2024年，长沙市地区生产总值3117.9亿元。")) == 2
    assert "figcheck.yaml:3: no figure of this approved wording was understood" in capsys.readouterr().err


def test_the_rule_is_limited_by_what_the_article_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = desk(tmp_path, TOLD, "# 长沙市地区生产总值3171.9亿元\n\n2024年，长沙市地区生产总值3191.7亿元。")
    with (tmp_path / "figcheck.yaml").open("a", encoding="utf-8") as settings:
        settings.write(
            "rules: {approved-wording: {select: {unit: 元, role: lead}}, same-figure: off,"
            " headline-against-body: off}\n"
        )
    status(run)
    assert [finding["claims"][0]["text"] for finding in found(capsys)] == ["3191.7亿元"]


def test_why_answers_for_a_place_in_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    desk(tmp_path, TOLD, "2024年，长沙市地区生产总值3171.9亿元。")
    assert status(["why", "0.txt:3", "figcheck.yaml:2:20", "--lang", "en"]) == 0
    assert "approved-wording" in capsys.readouterr().out


def test_no_article_approves_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    self_made = "---\napproved: yes\n---\n2024年，长沙市地区生产总值3171.9亿元。\n"
    (tmp_path / "self.md").write_text(self_made, encoding="utf-8")
    assert status(desk(tmp_path, TOLD)) == 1
    assert [finding["rule"] for finding in found(capsys)] == ["approved-wording"]
