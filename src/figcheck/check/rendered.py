"""translation-figure: a figure that the translation tells otherwise than the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from figcheck.alike import dimension
from figcheck.check import causes
from figcheck.check.rule import Hit, Kind, Over
from figcheck.model import Quantity, Rendering, Translation, Unit, Verdict


@dataclass(frozen=True, slots=True)
class Parameters:
    """`scales`: so many noughts too many or too few are named as the likely slip: of a point, of 万 and 亿."""

    scales: tuple[Decimal, ...] = (Decimal(1), Decimal(2), Decimal(3), Decimal(4), Decimal(8))
    sure: Decimal = Decimal("0.7")


def check(translation: Translation, parameters: Parameters) -> Iterator[Hit]:
    """A contradiction for every figure that stands for another number than the original tells."""
    for told in translation.renderings:
        if not told.same:
            yield Hit(
                (told.original, told.translation),
                Verdict.CONTRADICTION,
                confidence=told.sure,
                unsure=() if told.sure >= float(parameters.sure) else ("alignment",),
                cause=_cause(told, parameters),
            )


def _cause(told: Rendering, parameters: Parameters) -> str | None:
    a, b = told.original.quantity, told.translation.quantity
    if any(_apart(a, b, int(zeros)) for zeros in parameters.scales):
        return "scale-slip"
    return causes.likely(a, b) or causes.likely(_in_base(a), _in_base(b))


def _in_base(quantity: Quantity) -> Quantity:
    """The number in the base unit, of which every language has the same: two digits may be swapped."""
    stated = tuple(value * quantity.unit.factor for value in quantity.stated)
    return replace(quantity, stated=stated, unit=Unit("", dimension(quantity)))


def _apart(a: Quantity, b: Quantity, zeros: int) -> bool:
    low, high = sorted((a.value, b.value))
    return dimension(a) == dimension(b) and 0 < low.scaleb(zeros) == high


KIND = Kind("translation-figure", Parameters, check, Over.TRANSLATION)
