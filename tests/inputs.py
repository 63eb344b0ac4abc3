"""Articles read from bytes for tests of formats, and what two tellings of one text have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from figcheck import pipeline, read
from figcheck.extract import extract
from figcheck.model import Article, Problem
from figcheck.read.files import Source
from figcheck.report import spots
from figcheck.resolve import resolve

SAMPLES = Path(__file__).parent.parent / "samples"
TEXT_SAMPLES = sorted(
    path.name for path in SAMPLES.iterdir() if {file.suffix for file in path.iterdir()} <= {".txt", ".md"}
)
"""The sets of samples that are plain text, which other formats can hold too."""


def loaded(path: Path, data: bytes | None = None) -> tuple[list[Article], list[Problem]]:
    """The articles of a file, written first where bytes are given."""
    if data is not None:
        path.write_bytes(data)
    return read.load(Source(str(path)))


def article(path: Path, data: bytes | None = None) -> Article:
    """The only article of a file that has nothing wrong with it."""
    (found,), problems = loaded(path, data)
    assert problems == []
    return found


def figure_lines(article: Article) -> list[str]:
    """Each figure of an article: what is written, indicator, subject, period."""
    claims, rest = resolve(extract(article))
    rows = [
        (c.figure.span, c.topic.indicator, c.topic.subject, c.topic.period.label if c.topic.period else "")
        for c in claims
    ]
    rows += [(claim.figure.span, "", "", "") for claim in rest]
    return [" ".join((span.text, *map(str, told))) for span, *told in sorted(rows, key=lambda row: row[0].start)]


def places(article: Article, lang: str = "zh") -> dict[str, str]:
    """What is written → where it stands, for each figure."""
    claims, rest = resolve(extract(article))
    spans = [claim.figure.span for claim in claims] + [claim.figure.span for claim in rest]
    return {span.quote: spots.told(span.spot, lang) if span.spot else "" for span in spans}


def findings(paths: Sequence[Path]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What a run says of some files: rule, severity and the figures that clash."""
    outcome = pipeline.run([str(path) for path in paths])
    assert outcome.problems == ()
    return sorted(
        (found.rule, str(found.severity), tuple(sorted(claim.figure.span.text for claim in found.claims)))
        for found in outcome.findings
    )
