"""What a translation tells otherwise than its original: one kind for each way to differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from figcheck import ui
from figcheck.check import causes
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Change, Difference, Quantity, Severity, Text, Translation, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`sure`: where it is less sure than that which stands for which, the finding is one step milder."""

    sure: Decimal = Decimal("0.7")


@dataclass(frozen=True, slots=True)
class Bounds:
    """`about`: a vaguer word is told too, as a note: 约 that was lost, 近 that became about."""

    about: bool = True


@dataclass(frozen=True, slots=True)
class Missing:
    """`added`: figures of the translation's own are told, as notes. `smallest`: small numbers are notes."""

    added: bool = True
    smallest: Decimal = Decimal(10)


_SCALES = (1, 2, 3, 4, 8)
"""So many noughts too many or too few are a slip of a point, or of 万 and 亿."""


def _changed(translation: Translation, parameters: Parameters, changes: tuple[Change, ...]) -> Iterator[Hit]:
    """A contradiction for whatever stands for another value than the original tells."""
    for found in _of(translation, *changes):
        unsure = () if found.sure >= float(parameters.sure) else ("alignment",)
        worst = Severity.INFO if found.slight else Severity.ERROR
        cause = _cause(found) if found.change is Change.FIGURE else None
        yield Hit(found.claims, Verdict.CONTRADICTION, found.sure, unsure, cause, at_most=worst)


def _bounds(translation: Translation, parameters: Bounds) -> Iterator[Hit]:
    """A tension for every number whose words put the truth on another side of it."""
    for found in _of(translation, Change.BOUND):
        if parameters.about or not found.slight:
            yield Hit(found.claims, Verdict.TENSION, found.sure, at_most=_worst(found))


def _exchanged(translation: Translation, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for two figures that stand at each other's words."""
    for found in _of(translation, Change.EXCHANGED):
        yield Hit(found.claims, Verdict.CONTRADICTION, found.sure, at_most=_worst(found))


def _missing(translation: Translation, parameters: Missing) -> Iterator[Hit]:
    """A drift for each figure without a counterpart; one that was added is no worse than a note."""
    for found in _of(translation, Change.MISSING, Change.ADDED):
        small = found.slight and found.claims[0].quantity.value <= parameters.smallest
        grave = found.change is Change.MISSING and found.sure > 0.6 and not small and not found.slight
        if found.change is Change.MISSING or parameters.added:
            values = {"how": _words(found.change)}
            yield Hit(
                found.claims,
                Verdict.DRIFT,
                found.sure,
                values=values,
                at_most=Severity.ERROR if grave else Severity.INFO,
            )


def _left_out(translation: Translation, parameters: Parameters) -> Iterator[Hit]:
    """A note for sentences that the translation leaves out, with the figures that they hold."""
    for found in _of(translation, Change.LEFT_OUT):
        yield Hit(found.claims, Verdict.DRIFT, found.sure, values={"figures": _listed(found)}, at_most=Severity.INFO)


def _of(translation: Translation, *changes: Change) -> Iterator[Difference]:
    return (found for found in translation.differences if found.change in changes)


def _worst(found: Difference) -> Severity:
    return Severity.INFO if found.slight else Severity.ERROR


def _words(change: Change) -> Text:
    return {lang: ui.say(f"translation.{change}", lang) for lang in ui.LANGS}


def _listed(found: Difference) -> Text:
    told = [claim.figure.span.text for claim in found.claims]
    return {lang: ui.say("list-stop", lang).join(told) for lang in ui.LANGS}


def _cause(found: Difference) -> str | None:
    """The slip that may have turned one number into the other."""
    a, b = found.claims[0].quantity, found.claims[-1].quantity
    low, high = sorted((a.value, b.value))
    if _broad(a) == _broad(b) and low > 0 and any(low.scaleb(zeros) == high for zeros in _SCALES):
        return "scale-slip"
    return causes.likely(a, b) or causes.likely(causes.in_base(a), causes.in_base(b))


def _broad(quantity: Quantity) -> str:
    """The dimension without what is counted, or for what something is the price."""
    name = quantity.unit.dimension.partition("/")[0]
    broad = name if name.startswith("money:") else name.partition(":")[0]
    return "count" if broad in ("number", "index", "amount") else broad


def _kind(name: str, parameters: type, check: Callable[..., Iterator[Hit]], *placeholders: str) -> Kind:
    return Kind(name, parameters, check, Over.TRANSLATION, placeholders)


KINDS = (
    _kind("translation-figure", Parameters, partial(_changed, changes=(Change.FIGURE, Change.RANK))),
    _kind("translation-time", Parameters, partial(_changed, changes=(Change.TIME,))),
    _kind("translation-bound", Bounds, _bounds),
    _kind("translation-exchanged", Parameters, _exchanged),
    _kind("translation-missing", Missing, _missing, "how"),
    _kind("translation-left-out", Parameters, _left_out, "figures"),
)
