"""Files made of the samples by python-docx, Chromium and OpenCC (files/make.py) say what the samples say."""

from __future__ import annotations

from pathlib import Path

import pytest
from inputs import SAMPLES, article, figure_lines, findings, places

from figcheck import pipeline
from figcheck.report import OUTPUTS
from figcheck.report.view import View

FILES = Path(__file__).parent / "files"
FORMS = sorted(path.name for path in FILES.iterdir() if path.is_dir() and not path.name.startswith("__"))


def made(form: str, source: Path) -> Path:
    """The file of this form that was made of a sample."""
    return next(path for path in (FILES / form).glob(f"{source.stem}.*") if path.suffix != ".yaml")


@pytest.mark.parametrize("form", FORMS)
def test_figures_and_findings_are_those_of_the_samples(form: str) -> None:
    samples = sorted((SAMPLES / "3-accident").iterdir())
    copies = [made(form, sample) for sample in samples]
    for sample, copy in zip(samples, copies, strict=True):
        assert figure_lines(article(copy)) == figure_lines(article(sample))
    assert findings(copies) == findings(samples) != []


TABLE = FILES / "粮食.md"


@pytest.mark.parametrize("form", FORMS)
def test_a_table_contradicts_the_text_beside_it(form: str) -> None:
    assert figure_lines(article(made(form, TABLE))) == figure_lines(article(TABLE))
    assert findings([made(form, TABLE)]) == findings([TABLE]) == [("text-against-table", "error", ("12.6万吨", "16.2"))]


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("docx", "表1第2行第4格"),
        ("html", "表1第2行第4格"),
        ("one-column", "第1页表1第2行第4格"),
        ("two-columns", "第1页第2栏表1第2行第4格"),
    ],
)
def test_the_cell_that_contradicts_is_pointed_at(form: str, place: str) -> None:
    assert places(article(made(form, TABLE)))["16.2"] == place


@pytest.mark.parametrize("form", ["plain", "terminal", "html", "json", "jsonl", "csv", "markdown", "github", "junit"])
def test_every_report_shows_the_place_as_readers_of_the_format_name_it(form: str) -> None:
    outcome = pipeline.run([str(made("two-columns", TABLE))])
    said = OUTPUTS[form](outcome, View(lang="zh"))
    named = "第1页第2栏表1第2行第4格" in said
    assert named or all(f'"{key}"' in said for key in ("page", "column", "table", "row", "cell"))
