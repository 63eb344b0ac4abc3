"""What other rules found in an original and in its translation, told once: both say the same, in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from figcheck import check
from figcheck.memo import Order
from figcheck.model import Claim, Finding, Translation

UNSURE = "original-silent"
"""What is unsure, by its key in `lang/ui.yaml`, where the original has the same figures and nothing was found in it."""

Row = tuple[Order, Finding]


def quieted(found: Sequence[Row], held: Sequence[Translation]) -> Iterator[Row]:
    """The findings without those between an original and its translation of which the rules over translations speak.

    What was found in a translation alone, among figures that are rendered rightly, was found in its original too and is
    told there; else it may be a misreading, and is one step milder. Where one is rendered wrongly, that is told alone.
    """
    renderings = [told for one in held for told in one.renderings]
    originals = {id(told.translation): id(told.original) for told in renderings if told.same}
    aligned = {id(claim) for told in renderings for claim in (told.original, told.translation)}
    again = {id(claim) for one in held for claim in one.repeated}
    wrong = {id(told.translation) for told in renderings if not told.same}
    pairs = [{id(told.original.article), id(told.translation.article)} for one in held for told in one.renderings[:1]]
    translations = {id(told.translation.article) for one in held for told in one.renderings[:1]}
    said = {(finding.rule, frozenset(map(id, _clashing(finding)))) for _, finding in found}
    for order, finding in found:
        own = {id(claim) for claim in _clashing(finding)}
        if {id(claim.article) for claim in _clashing(finding)} in pairs and own <= aligned:
            continue
        if own <= aligned and own & wrong:
            continue
        alone = all(id(claim.article) in translations for claim in _clashing(finding))
        if not own <= originals.keys() | again and not alone:
            yield order, finding
        elif (finding.rule, frozenset(originals.get(claim, 0) for claim in own)) not in said:
            milder = replace(finding, severity=finding.severity.lowered(), unsure=(*finding.unsure, UNSURE))
            yield check.order(milder), milder


def _clashing(finding: Finding) -> tuple[Claim, ...]:
    return finding.claims[: finding.primary]
