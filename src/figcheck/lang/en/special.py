"""Numbers written otherwise than as a numeral and a unit: a third of, one in five, doubled, ranked third."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from figcheck.lang.en import bounds, cues, numerals, ranks, units
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.number import Kind, Number, loosened
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.lang.en.words import verb_forms
from figcheck.model import Bound, Interval, Quantity, Unit

HUNDRED = Decimal(100)


_OPENERS = frozenset(["a", "an", "half", "quarter", "several", "few", "couple", "majority", "most", "no", "zero"])


@cache
def may_begin(word: str) -> bool:
    """Whether a word that is no numeral may begin a number: half, third, doubled."""
    multiple = verb_forms().get(word, word) in cues.raw()["multiples"]
    return multiple or word in _OPENERS or word in numerals.ordinals()


def read(tokens: Tokens, at: int) -> Number | None:
    """The special number that begins with the word at `at`."""
    for reader in (
        ranks.streak,
        ranks.rank,
        _in_so_many,
        _half_point,
        _tiny,
        _multiple,
        _fraction,
        _majority,
        _none,
        _age,
    ):
        found = reader(tokens, at)
        if found is not None:
            return found
    return None


def _share(tokens: Tokens, at: int, last: int, value: Decimal, step: Decimal) -> Number:
    """A part of a whole, as a percentage."""
    margin = max(value * Decimal(bounds.raw()["margins"]["fraction"]), step / 2)
    quantity = Quantity((_short(value),), Interval(value - margin, value + margin), units.PERCENT)
    return loosened(tokens, Number(at, last, Kind.OF, quantity, at, last), min(value / 3, Decimal(1)))


def _short(value: Decimal) -> Decimal:
    rounded = round(value, 4)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize()


def _in_so_many(tokens: Tokens, at: int) -> Number | None:
    """one in five adults, four in 10, three in every four, nine out of ten."""
    if tokens.tag(at) is not Tag.NUMBER:
        return None
    first = numerals.read(tokens, at)
    if first is None or first.scaled:
        return None
    middle = first.last
    if tokens.word(middle) == "out" and tokens.word(middle + 1) == "of":
        second = numerals.read(tokens, middle + 2)
    elif tokens.word(middle) == "in":
        behind = middle + 2 if tokens.word(middle + 1) == "every" else middle + 1
        second = numerals.read(tokens, behind) if tokens.tag(behind) is Tag.NUMBER else None
    else:
        return None
    if second is None or second.value > 100 or second.value < 2 or second.value <= first.value:
        return None
    return _share(tokens, at, second.last, first.value / second.value * HUNDRED, Decimal(2))


def _fraction(tokens: Tokens, at: int) -> Number | None:
    """a third of, two-thirds of, half the, three quarters; up by a third."""
    word = tokens.word(at)
    if word == "half" and tokens.word(at - 1) not in ("first", "second", "a", "in", "other", "-"):
        last = at + 2 if tokens.word(at + 1) == "of" else at + 1
        whole = tokens.word(at + 1) in ("of", "the", "its", "their", "his", "her", "all") or _changed_by(tokens, at)
        return (
            _share(tokens, at, last if tokens.word(at + 1) == "of" else at + 1, Decimal(50), Decimal(2))
            if whole
            else None
        )
    above = Decimal(1) if word == "a" else None
    if above is None and tokens.tag(at) is Tag.NUMBER:
        piece = numerals.read(tokens, at)
        above = piece.value if piece and piece.last == at + 1 and piece.value < 100 and not piece.scaled else None
    behind = at + 2 if tokens.word(at + 1) == "-" else at + 1
    below = numerals.fractions().get(tokens.word(behind))
    if above is None or below is None or above >= below:
        return None
    of = tokens.word(behind + 1) == "of"
    if not of and not _changed_by(tokens, at) and tokens.word(behind + 1) not in ("the", "more", "less", "fewer"):
        return None
    return _share(tokens, at, behind + 2 if of else behind + 1, above / below * HUNDRED, Decimal(1))


def _half_point(tokens: Tokens, at: int) -> Number | None:
    """half a percentage point, half a percent."""
    unit = units.behind(tokens, at + 2) if tokens.follow(at, "half", "a") else None
    if unit is not None and unit[0].dimension in ("points", "ratio"):
        quantity = Quantity((Decimal("0.5"),), Interval(Decimal("0.45"), Decimal("0.55")), unit[0])
        return loosened(tokens, Number(at, unit[1], Kind.QUANTITY, quantity, at, unit[1]), Decimal("0.1"))
    return None


def _changed_by(tokens: Tokens, at: int) -> bool:
    before = [tokens.word(i) for i in range(max(0, at - 3), at)]
    return "by" in before or any(cues.moves(tokens, i) in (1, -1) for i in range(max(0, at - 3), at))


def _tiny(tokens: Tokens, at: int) -> Number | None:
    """one-thousandth of 1 percent."""
    behind = at + 2 if tokens.word(at + 1) == "-" else at + 1
    below = numerals.thousandths().get(tokens.word(behind)) or numerals.fractions().get(tokens.word(behind))
    if below is None or tokens.word(behind + 1) != "of" or tokens.word(at) not in ("a", "one"):
        return None
    piece = numerals.read(tokens, behind + 2)
    unit = units.behind(tokens, piece.last) if piece else None
    if piece is None or unit is None or unit[0].dimension != "ratio":
        return None
    return _share(tokens, at, unit[1], piece.value / below, Decimal(0))


def _majority(tokens: Tokens, at: int) -> Number | None:
    """(a) majority of adults, most adults: more than half."""
    if tokens.word(at) == "most":
        return _most(tokens, at)
    if tokens.word(at) != "majority" or tokens.word(at + 1) != "of" or tokens.word(at - 1) in ("the", "'s"):
        return None
    return Number(at - 1 if tokens.word(at - 1) == "a" else at, at + 2, Kind.OF, MORE_THAN_HALF, at, at + 2)


MORE_THAN_HALF = Quantity((Decimal(50),), Interval(Decimal(50), None, low_open=True), units.PERCENT, Bound.MORE_THAN)


def _most(tokens: Tokens, at: int) -> Number | None:
    """Most nurses want to quit; most of the nurses; not the most nurses, nor most popular."""
    if tokens.word(at - 1) not in ("", ".", "\n", ",", "“", '"', "that", "and", "but"):
        return None
    of = tokens.word(at + 1) == "of"
    run = noun_run(tokens, at + 3 if of and tokens.tag(at + 2) is Tag.DETERMINER else at + 1)
    many = bool(run) and tokens.low[run[-1]] != tokens.lemmas[run[-1]] and tokens.tag(run[-1] + 1) is not Tag.NOUN
    people = bool(run) and tokens.low[run[-1]] == "people"
    last = at + 2 if of else at + 1
    return Number(at, last, Kind.OF, MORE_THAN_HALF, at, last) if many or people else None


def _multiple(tokens: Tokens, at: int) -> Number | None:
    """doubled, more than tripled, twice as many, a threefold rise."""
    times = cues.raw()["multiples"].get(verb_forms().get(tokens.word(at), tokens.word(at)))
    if tokens.word(at) == "half" and tokens.word(at + 1) == "as" and tokens.word(at + 3) == "as":
        times = "0.5"
    if times is None or (tokens.word(at) in ("double", "triple") and tokens.tag(at) is not Tag.VERB):
        return None
    if tokens.word(at) in ("double", "triple") and noun_run(tokens, at + 1):
        return None
    value = Decimal(times)
    around = Interval(value * Decimal("0.95"), value * Decimal("1.1"))
    quantity = Quantity((value,), around, units.TIMES, Bound.ABOUT)  # nobody doubles to the last digit
    return loosened(tokens, Number(at, at + 1, Kind.MULTIPLE, quantity, at, at + 1), value / 10)


def _none(tokens: Tokens, at: int) -> Number | None:
    """no casualties, no deaths: none of those."""
    if tokens.word(at) not in ("no", "zero"):
        return None
    run = noun_run(tokens, at + 1)
    hedged = any(tokens.lemmas[i] in cues.listed("hedges") for i in range(max(0, at - 4), run[-1] + 1)) if run else True
    if hedged or tokens.lemmas[run[-1]] not in cues.casualties():
        return None
    quantity = Quantity((Decimal(0),), Interval(Decimal("-0.5"), Decimal("0.5")), units.PEOPLE)
    return Number(at, at + 1, Kind.QUANTITY, quantity, at, at + 1, counts=True)


def _age(tokens: Tokens, at: int) -> Number | None:
    """aged 40; died Sunday at 81."""
    if not tokens.word(at).isdigit() or len(tokens.word(at)) > 3 or not 0 < int(tokens.word(at)) < 120:
        return None
    before = tokens.word(at - 1)
    died = before == "at" and any(tokens.lemmas[i] == "die" for i in range(max(0, at - 4), at))
    apposed = before == "," and tokens.word(at + 1) == "," and at > 1 and tokens.written(at - 2)[:1].isupper()
    if (
        not died
        and not apposed
        and before not in ("aged", "age")
        and not (before == "of" and tokens.word(at - 2) == "age")
    ):
        return None
    if tokens.tag(at + 1) in (Tag.NOUN, Tag.HYPHEN, Tag.NUMBER) and tokens.word(at + 1) != "years":
        return None
    value = Decimal(tokens.word(at))
    around = Interval(value - Decimal("0.5"), value + Decimal("0.5"))
    first = at - 1 if before in ("aged", "age") else at
    number = Number(first, at + 1, Kind.QUANTITY, Quantity((value,), around, AGE), at, at + 1)
    return _ages(tokens, number) or loosened(tokens, number, Decimal(1))


AGE = Unit("years", "age")


def _ages(tokens: Tokens, youngest: Number) -> Number | None:
    """aged 9 to 12."""
    at = youngest.last
    oldest = tokens.word(at + 1)
    if tokens.word(at) not in ("to", "-", "–") or not oldest.isdigit() or len(oldest) > 3:
        return None
    low, high = youngest.quantity.stated[0], Decimal(oldest)
    around = Interval(low, high, False, False)
    spread = Quantity((low, high), around, AGE, Bound.SPREAD)
    return Number(youngest.first, at + 2, Kind.QUANTITY, spread, youngest.core, at + 2) if low < high else None
