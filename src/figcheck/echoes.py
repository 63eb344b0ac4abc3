"""What other rules found in an original and in its translation, told once: both say the same, in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from figcheck.model import Figure, Finding, Translation

UNSURE = "original-silent"
"""What is unsure, by its key in `lang/ui.yaml`, where the original has the same figures and nothing was found in it."""


def quieted(findings: Sequence[Finding], held: Sequence[Translation]) -> Iterator[Finding]:
    """The findings without those between an original and its translation of which the rules over translations speak.

    What was found in a translation alone, among figures that are rendered rightly, was found in its original too and is
    told there; else it may be a misreading, and is one step milder. Where one is rendered wrongly, that is told alone.
    """
    renderings = [told for one in held for told in one.renderings]
    originals = {id(told.translation.figure): told.original.figure for told in renderings if told.same}
    again = {id(claim.figure) for one in held for claim in one.repeated}
    wrong = {id(told.translation.figure) for told in renderings if not told.same}
    aligned = {id(claim.figure) for told in renderings for claim in (told.original, told.translation)}
    pairs = [{id(told.original.article), id(told.translation.article)} for one in held for told in one.renderings[:1]]
    said = {(finding.rule, frozenset(map(id, _figures(finding)))) for finding in findings}
    for finding in findings:
        own = _figures(finding)
        if {id(figure.span.article) for figure in own} in pairs and all(id(figure) in aligned for figure in own):
            continue
        if all(id(figure) in aligned for figure in own) and any(id(figure) in wrong for figure in own):
            continue
        if any(id(figure) not in originals and id(figure) not in again for figure in own):
            yield finding
        elif (finding.rule, frozenset(id(originals.get(id(figure))) for figure in own)) not in said:
            yield replace(finding, severity=finding.severity.lowered(), unsure=(*finding.unsure, UNSURE))


def _figures(finding: Finding) -> list[Figure]:
    """The figures that clash."""
    return [claim.figure for claim in finding.claims[: finding.primary]]
