"""How far a desk believes its articles, and what is said of one that it believes less."""

from __future__ import annotations

from pathlib import Path

import pytest

from figcheck import pipeline

ZH, EN = "{} 的可信度较低，请先核对它。", " {} is trusted less: check it first."


def message(folder: Path, settings: str) -> dict[str, str]:
    """What is said of the one finding in two articles, under these settings."""
    (folder / "a.txt").write_text("2024年，郴州市常住人口583.6万人。", encoding="utf-8")
    (folder / "b.txt").write_text("2024年，郴州市常住人口568.3万人。", encoding="utf-8")
    (folder / "figcheck.yaml").write_text(settings, encoding="utf-8")
    outcome = pipeline.run([str(folder)])
    assert outcome.problems == ()
    (found,) = outcome.findings
    return dict(found.message)


@pytest.mark.parametrize(
    ("settings", "suspect"),
    [
        ("articles: {b.txt: {trust: low}}", "b.txt"),
        ("articles: {b.txt: {trust: high}}", "a.txt"),
        ("articles: {a.txt: {trust: low}, b.txt: {trust: normal}}", "a.txt"),
        ("articles: {'*.txt': {trust: low}}", None),
        ("articles: {b.txt: {trust: normal}}", None),
        ("", None),
    ],
)
def test_the_article_that_is_trusted_less_is_named(tmp_path: Path, settings: str, suspect: str | None) -> None:
    said = message(tmp_path, settings)
    assert ("可信度" in said["zh"], "trusted" in said["en"]) == (suspect is not None, suspect is not None)
    if suspect:
        assert said["zh"].endswith(ZH.format(suspect))
        assert said["en"].endswith(EN.format(suspect))


def test_front_matter_may_say_it_too(tmp_path: Path) -> None:
    message(tmp_path, "")
    (tmp_path / "a.txt").write_text("---\ntrust: low\n---\n2024年，郴州市常住人口583.6万人。", encoding="utf-8")
    (found,) = pipeline.run([str(tmp_path)]).findings
    assert found.message["en"].endswith(EN.format("a.txt"))


@pytest.mark.parametrize("place", ["settings", "beside"])
def test_another_word_is_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "a.txt").write_text("全市有学校126所。", encoding="utf-8")
    name, text = (
        ("figcheck.yaml", "articles: {a.txt: {trust: mid}}") if place == "settings" else ("a.yaml", "trust: mid")
    )
    (tmp_path / name).write_text(text, encoding="utf-8")
    (problem,) = pipeline.run([str(tmp_path)]).problems
    assert "'mid'" in problem.problem
    assert "low" in problem.hint
