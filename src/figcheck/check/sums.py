"""What figures of a text make together, held against what the text says they make: the sums of all arithmetic kinds.

A kind finds the figures and says how they are reckoned; here the result is compared and put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from figcheck import ui
from figcheck.check.finding import place
from figcheck.check.rule import Hit
from figcheck.check.slips import CAUSES, Slip, variants
from figcheck.model import Bound, Claim, Interval, Quantity, Text, Unit, Verdict
from figcheck.spoken import amount, number, unit

PLACEHOLDERS = ("sum", "slip")
"""What messages of arithmetic kinds may name: the sum with what the text has instead; which figure most likely slipped,
in a sentence of its own (empty where none stands out)."""

COUNTED = 1000
"""Up to here a number of people or things is told to the last one; beyond, where its last digit is no nought."""

NO_SLIP: Text = dict.fromkeys(ui.LANGS, "")

Reckon = Callable[[Sequence[Interval]], Interval]


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """Figures that determine another one.

    `reckon` makes of the terms, in base units, the result in the base unit of `told`, the figure that the text has for
    it. `lead` is the left side in words, up to what “should be …” follows: see `said`. Where a sum is far from linear
    one digit proves little: it is not `mendable`.
    """

    terms: tuple[Claim, ...]
    told: Claim
    reckon: Reckon
    lead: Text
    mendable: bool = True

    def fails(self) -> bool:
        """Whether no reading of the terms makes a reading of the figure told: rounding is carried through."""
        return not _holds(self.reckon, [claim.quantity for claim in (*self.terms, self.told)])

    def result(self) -> Interval:
        """What the numbers make as they are stated, without what rounding leaves open; in the unit of `told`."""
        factor = self.told.quantity.unit.factor
        return self.reckon([as_stated(claim.quantity) for claim in self.terms]).scaled(1 / factor)

    def hit(self, values: Mapping[str, Text] | None = None, **more: Any) -> Hit:
        """The finding that the sum fails; `more` are fields of a hit, `values` further placeholders."""
        claims = (*self.terms, self.told)
        quantities = [claim.quantity for claim in claims] if self.mendable else []
        slip = slipped(quantities, lambda quantities: _holds(self.reckon, quantities))
        words = {"sum": self.words(), "slip": _slip_words(claims, slip)}
        more = {"cause": slip.slip.cause if slip else None, **more}
        ordered = tuple(sorted(dict.fromkeys(claims), key=place))
        return Hit(ordered, Verdict.ARITHMETIC, values={**words, **(values or {})}, **more)

    def words(self) -> Text:
        """`6 ÷ 40 = 15%，降幅应为85%，文中为58%`, in every language."""
        told = self.told.quantity
        return {
            lang: ui.say(
                "sum.fails",
                lang,
                lead=self.lead[lang],
                result=worked(self.result(), told.unit, lang, told.stated[-1]),
                told=amount(told, lang),
            )
            for lang in ui.LANGS
        }


def positive(*claims: Claim) -> bool:
    """Whether the figures can be divided by each other: all of what they may mean is more than nothing."""
    return all(min(claim.quantity.stated) > 0 and (claim.quantity.interval.low or 1) > 0 for claim in claims)


def as_stated(quantity: Quantity) -> Interval:
    """The number stated and no other, in the base unit; for a spread, all between its two ends."""
    low, high = min(quantity.stated), max(quantity.stated)
    return Interval(low, high, False, False).scaled(quantity.unit.factor)


# ------------------------------------------------------------------------------- in words


def said(key: str, **terms: Claim | Quantity | Decimal | Text | str) -> Text:
    """A saying of `sum` in `ui.yaml`, with figures as amounts with their units, in every language.

    Decimals are shown as numbers; words in several languages in theirs.
    """
    return {
        lang: ui.say(f"sum.{key}", lang, **{name: _shown(term, lang) for name, term in terms.items()})
        for lang in ui.LANGS
    }


def _shown(term: Claim | Quantity | Decimal | Text | str, lang: str) -> str:
    if isinstance(term, Claim):
        return amount(term.quantity, lang)
    if isinstance(term, Quantity):
        return amount(term, lang)
    if isinstance(term, Decimal):
        return number(trimmed(term), lang)
    return term if isinstance(term, str) else ui.in_lang(term, lang)


def percent(ratio: Decimal) -> str:
    """A ratio as a percentage: `15%`.

    >>> percent(Decimal(6) / Decimal(40)), percent(Decimal(1) / Decimal(3))
    ('15%', '33.3%')
    """
    return f"{trimmed(ratio * 100):f}%"


def worked(result: Interval, of: Unit, lang: str, like: Decimal) -> str:
    """A result with its unit, with about as many digits as the number that it is held against (both in this unit)."""
    ends = [trimmed(end, like) for end in (result.low, result.high) if end is not None]
    return ui.say("to", lang).join(number(end, lang) for end in dict.fromkeys(ends)) + unit(of.name, lang)


def trimmed(value: Decimal, like: Decimal = Decimal(1)) -> Decimal:
    """A number with the digits that matter: three, or as many as another one has behind the point.

    >>> trimmed(Decimal("10.8912")), trimmed(Decimal("49.6968"), Decimal("13.30")), trimmed(Decimal(2800))
    (Decimal('10.9'), Decimal('49.70'), Decimal('2800'))
    """
    if not value:
        return Decimal(0)
    finest = (
        int(like.as_tuple().exponent) if int(like.as_tuple().exponent) < 0 else like.normalize().as_tuple().exponent
    )
    exponent = max(min(int(finest), value.adjusted() - 2), value.adjusted() - 20)
    rounded = value.quantize(Decimal(1).scaleb(exponent))
    whole = rounded == rounded.to_integral_value() and exponent > -20 and rounded.adjusted() < 20
    return rounded.quantize(Decimal(1)) if whole else rounded


# ------------------------------------------------------------------------------- which figure slipped


class Slipped(NamedTuple):
    """The figure that most likely slipped: its number among the terms, and what it was meant to be."""

    term: int
    slip: Slip


def slipped(terms: Sequence[Quantity], holds: Callable[[Sequence[Quantity]], bool]) -> Slipped | None:
    """Which one term, changed by one plausible slip, makes a sum hold; None where none does, or several could.

    >>> def yuan(n: int) -> Quantity:
    ...     return Quantity((Decimal(n),), Interval.rounded(str(n)), Unit("元", "money:CNY"))
    >>> found = slipped([yuan(180), yuan(321), yuan(510)], lambda q: q[0].value + q[1].value == q[2].value)
    >>> found and (found.term, found.slip.cause, found.slip.instead.stated)
    (2, 'digits-swapped', (Decimal('501'),))
    """
    fits = [Slipped(index, slip) for index, term in enumerate(terms) if (slip := _mended(terms, index, holds))]
    best = min((CAUSES.index(fit.slip.cause) for fit in fits), default=0)
    likeliest = [fit for fit in fits if CAUSES.index(fit.slip.cause) == best]
    return likeliest[0] if len(likeliest) == 1 else None


def _mended(terms: Sequence[Quantity], index: int, holds: Callable[[Sequence[Quantity]], bool]) -> Slip | None:
    return next(
        (slip for slip in variants(terms[index]) if holds([*terms[:index], slip.instead, *terms[index + 1 :]])), None
    )


def _holds(reckon: Reckon, quantities: Sequence[Quantity]) -> bool:
    *terms, told = quantities
    return reckon([meant(term) for term in terms]).overlaps(_readings(told))


def meant(quantity: Quantity) -> Interval:
    """What a figure stands for in a sum, in the base unit: what was counted one by one was not rounded (4630个)."""
    stated = quantity.stated[-1]
    days = quantity.unit.dimension == "time" and quantity.unit.factor == 1
    counted = (days or quantity.unit.dimension.startswith("count")) and quantity.bound is Bound.EXACT
    to_the_one = stated == stated.to_integral_value() and (stated < COUNTED or stated % 10 != 0)
    return as_stated(quantity) if counted and to_the_one else quantity.base


def _readings(told: Quantity) -> Interval:
    """What a result may stand for: writers round, or cut off what does not fit."""
    base, last = meant(told), int(told.stated[-1].as_tuple().exponent)
    if told.bound is not Bound.EXACT or base.high is None or told.unit.dimension not in ("ratio", "points", "times"):
        return base
    return replace(base, high=max(base.high, (told.stated[-1] + Decimal(1).scaleb(last)) * told.unit.factor))


def _slip_words(claims: Sequence[Claim], slip: Slipped | None) -> Text:
    if slip is None:
        return NO_SLIP
    return said("slip", told=claims[slip.term], instead=slip.slip.instead)
