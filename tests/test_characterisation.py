"""What is read, matched and found over the samples and over `tests/articles`: pairs of outlets that tell the same.

The golden files say what the program does, not what it should do: whoever changes it reads in their difference what
the change did. To accept what it does now, run

    FIGCHECK_GOLDEN=write pytest tests/test_characterisation.py
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Context
from pathlib import Path

import pytest

from figcheck.model import Claim, Figure, Interval, Outcome, Role, Span
from figcheck.pipeline import run
from figcheck.report.claims import figures

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "characterisation"
SHOWN = Context(prec=10)
AREAS = {path.name: path for folder in ("samples", "tests/articles") for path in sorted((ROOT / folder).iterdir())}


@pytest.mark.parametrize("name", AREAS)
def test_what_an_area_gives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = "\n".join(_told(run([str(AREAS[name].relative_to(ROOT))]))) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("FIGCHECK_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8"), f"{golden.name}: see this module's docstring"


def test_no_area_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(AREAS)


def _told(outcome: Outcome) -> Iterator[str]:
    """An article's claims line by line, then what stands together, then what was found."""
    for article in outcome.articles:
        yield f"# {Path(article.path).name}"
        yield from (_line(figure, claim) for figure, claim in figures(outcome) if figure.span.article is article)
        yield ""
    yield "# together"
    members = (group.claims for group in outcome.groups if len(group.claims) > 1)
    yield from sorted(" = ".join(sorted(map(_named, claims))) for claims in members)
    yield ""
    yield "# findings"
    yield from sorted(f"{f.severity} {f.rule}: {' / '.join(map(_named, f.claims))}" for f in outcome.findings)


def _line(figure: Figure, claim: Claim | None) -> str:
    said = f"{_at(figure.span)} {figure.span.text}"
    if claim is None:
        return f"{said} | not understood"
    topic, quantity = claim.topic, figure.quantity
    period = topic.period.label or topic.period.said if topic.period else None
    about = (topic.indicator, topic.subject, period, topic.footing, topic.basis)
    value = f"{_interval(quantity.base)} {quantity.unit.dimension} {quantity.bound}"
    role = [] if figure.role is Role.BODY else [str(figure.role)]
    return " | ".join([said, value, topic.measure, *(word or "-" for word in about), *role])


def _interval(interval: Interval) -> str:
    low = "(-∞" if interval.low is None else f"{'(' if interval.low_open else '['}{interval.low.normalize(SHOWN):f}"
    high = "∞)" if interval.high is None else f"{interval.high.normalize(SHOWN):f}{')' if interval.high_open else ']'}"
    return f"{low}, {high}"


def _named(claim: Claim) -> str:
    span = claim.figure.span
    return f"{Path(span.article.path).name}:{_at(span)} {span.text}"


def _at(span: Span) -> str:
    line, column = span.position
    return f"{line}:{column}"
