"""translation-missing: a figure of the original that the translation lacks, or one that it adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figcheck import ui
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Bound, Claim, Footing, Lost, Severity, Text, Translation, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`smallest`: smaller numbers are often told in words (both cities) and are not missed, but for shares and money.

    `free`: dimensions of what translators put in other words: 第一, 首次, 翻番; `loose`: those that are never more
    than a note (nine and a half years for 9年6个月). `added`: figures of their own are told.
    `whole`: translators cut, and on purpose; a figure is more than a note only where so many others were translated for
    each that is missing. `precise`: from this number on, or with a point, it is more than a note.
    """

    smallest: Decimal = Decimal(10)
    free: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    added: bool = True
    whole: int = 8
    precise: Decimal = Decimal(100)


def check(translation: Translation, parameters: Parameters) -> Iterator[Hit]:
    """A hit for each figure without a counterpart; one that was added is no worse than a note."""
    missing = [lost for lost in translation.missing if _matters(lost.claim, parameters)]
    whole = len(missing) * parameters.whole <= max(len(translation.renderings), parameters.whole)
    for lost in missing:
        sure = whole and _sure(lost, parameters)
        yield _hit(lost.claim, "missing", Severity.ERROR if sure else Severity.INFO, 0.9 if sure else 0.5)
    for claim in translation.added if parameters.added else ():
        if _matters(claim, parameters):
            yield _hit(claim, "added", Severity.INFO, 0.5)


def _hit(claim: Claim, how: str, worst: Severity, sure: float) -> Hit:
    return Hit((claim,), Verdict.DRIFT, sure, values={"how": _words(how)}, at_most=worst)


def _words(how: str) -> Text:
    return {lang: ui.say(f"translation.{how}", lang) for lang in ui.LANGS}


def _matters(claim: Claim, parameters: Parameters) -> bool:
    quantity = claim.quantity
    kind = quantity.unit.dimension.partition(":")[0]
    small = quantity.stated[-1] < parameters.smallest and kind not in ("ratio", "points", "money")
    return not small and kind not in parameters.free and quantity.bound is not Bound.ROUGH


def _sure(lost: Lost, parameters: Parameters) -> bool:
    """Whether it was a number to be kept, and nothing else took its place."""
    quantity = lost.claim.quantity
    number = quantity.stated[-1]
    precise = number >= parameters.precise or number != number.to_integral_value()
    told_as_change = lost.claim.figure.link_end is Footing.BEFORE  # half as much as before
    return lost.alone and precise and not told_as_change and quantity.unit.dimension not in parameters.loose


KIND = Kind("translation-missing", Parameters, check, Over.TRANSLATION, ("how",))
