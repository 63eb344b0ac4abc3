"""Numbers in English text, with the words that loosen them and their units; what is no figure is passed over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from figcheck.lang.en import labels, numerals, special, units
from figcheck.lang.en.cues import moves
from figcheck.lang.en.nouns import noun_run
from figcheck.lang.en.number import Kind, Number, interval, loosened
from figcheck.lang.en.numerals import Piece
from figcheck.lang.en.tokens import Tag, Tokens
from figcheck.lang.en.words import CURRENCIES
from figcheck.model import Bound, Interval, Quantity, Unit


def find(tokens: Tokens, masked: Sequence[tuple[int, int]] = ()) -> Iterator[Number]:
    """Every figure of a text in order. `masked` are stretches of text that hold none: dates and periods.

    >>> from figcheck.lang.en.words import tokens
    >>> text = "More than 300 buildings, 12-15 people and $13.2bn; a Boeing 737"
    >>> [(str(n.quantity.stated[-1]), n.quantity.bound.value) for n in find(tokens(text))]
    [('300', 'more-than'), ('15', 'spread'), ('13200000000.0', 'exact')]
    """
    masks = sorted([*masked, *labels.rows(tokens.text)])
    starts = [start for start, _ in masks]
    at = done = 0
    while at < len(tokens):
        if tokens.tags[at] is not Tag.NUMBER and not special.may_begin(tokens.low[at]):
            at += 1
            continue
        nearest = bisect_right(starts, tokens.starts[at]) - 1
        if nearest >= 0 and tokens.starts[at] < masks[nearest][1]:
            at += 1
            continue
        found = special.read(tokens, at) or _quantity(tokens, at)
        if found is None:
            at += 1
            continue
        found = found if found.first >= done else replace(found, first=max(done, min(found.core, found.first)))
        yield found
        at = done = max(found.last, at + 1)


def _quantity(tokens: Tokens, at: int) -> Number | None:
    if tokens.tag(at) is not Tag.NUMBER and tokens.word(at) not in ("a", "an", "several", "few", "couple", "half"):
        return None
    piece = numerals.read(tokens, at)
    if piece is None:
        return None
    ahead = units.before(tokens, at)
    unit = None if ahead else units.behind(tokens, piece.last)
    if labels.is_label(tokens, piece, ahead is not None or unit is not None):
        return None
    second = _second(tokens, piece, unit)
    if second is not None:
        return second
    return _single(tokens, piece, ahead, unit)


def _single(
    tokens: Tokens, piece: Piece, ahead: tuple[Unit, int] | None, found: tuple[Unit, int] | None
) -> Number | None:
    bare = not (piece.digits or piece.scaled or found or _counts(tokens, piece.last))
    if bare and (piece.value < 2 or not _stands_alone(tokens, piece)):
        return None
    if ahead is None and found is None and piece.scaled:  # two million euros
        found = units.behind(tokens, piece.last)
    unit, first, last = _unit_of(tokens, piece, ahead, found)
    quantity = Quantity((piece.value,), interval(piece, unit), unit, Bound.ROUGH if piece.rough else Bound.EXACT)
    counts = found is None and ahead is None and unit is not MAGNITUDE
    number = Number(first, last, Kind.QUANTITY, quantity, piece.first, last, counts, ahead is not None)
    return loosened(tokens, number, piece.step)


def _unit_of(
    tokens: Tokens, piece: Piece, ahead: tuple[Unit, int] | None, found: tuple[Unit, int] | None
) -> tuple[Unit, int, int]:
    if ahead is not None:
        return ahead[0], ahead[1], piece.last
    if found is not None:
        return _special_unit(tokens, piece, found)
    if tokens.word(piece.last) == "-" and tokens.word(piece.last + 1) == "magnitude":
        return MAGNITUDE, piece.first, piece.last + 2
    if tokens.word(piece.last) == "magnitude":
        return MAGNITUDE, piece.first, piece.last + 1
    if "magnitude" in (tokens.word(piece.first - 1), tokens.word(piece.first - 2)):
        return MAGNITUDE, piece.first, piece.last
    dozens_of = piece.rough is not None and tokens.word(piece.last) == "of"
    run = noun_run(tokens, piece.last + dozens_of)
    return (units.of_noun(tokens, run[-1]) if run else units.COUNT), piece.first, piece.last


def _special_unit(tokens: Tokens, piece: Piece, found: tuple[Unit, int]) -> tuple[Unit, int, int]:
    """22-year-old is an age; three times is a count of events unless something is as many."""
    unit, last = found
    if unit.dimension == "time" and tokens.word(last) in ("-", "old"):
        old = last + 1 if tokens.word(last) == "-" else last
        if tokens.word(old) in ("old", "olds"):
            return Unit("years", "age"), piece.first, old + 1
    if unit.dimension == "length" and tokens.word(last) == "-" and tokens.word(last + 1) in _LONG:
        return unit, piece.first, last + 2
    if unit.dimension == "times" and not _compares(tokens, last) and tokens.word(last - 1) == "times":
        return Unit("times", "count:event"), piece.first, last
    return unit, piece.first, last


_LONG = ("tall", "high", "long", "wide", "deep", "thick")

MAGNITUDE = Unit("magnitude", "magnitude")


def _compares(tokens: Tokens, at: int) -> bool:
    words = [tokens.word(i) for i in range(at, at + 4)]
    return words[0] in (
        "as",
        "more",
        "the",
        "higher",
        "larger",
        "bigger",
        "greater",
        "that",
        "what",
        "its",
        "faster",
    ) or ("than" in words)


def _counts(tokens: Tokens, at: int) -> bool:
    return bool(noun_run(tokens, at)) or tokens.word(at) in ("-",)


def _stands_alone(tokens: Tokens, piece: Piece) -> bool:
    """six killed; fell from forty to six."""
    before = tokens.word(piece.first - 1)
    listed = before == ":" or (before == "and" and tokens.tag(piece.last) is Tag.PREPOSITION)  # : six for, and four for
    return listed or tokens.tag(piece.last) in (Tag.VERB, Tag.AUXILIARY) or before in ("to", "from", "by")


# ------------------------------------------------------------------------------- spreads


def _second(tokens: Tokens, first: Piece, unit: tuple[Unit, int] | None) -> Number | None:
    """15-45 days, between 15 and 45 days, $20 to $30: both ends of a spread."""
    at = unit[1] if unit else first.last
    joint = _joint(tokens, first, at)
    if joint is None:
        return None
    start = joint + 1 if tokens.word(joint) in CURRENCIES else joint
    second = numerals.read(tokens, start) if tokens.tag(start) is Tag.NUMBER else None
    if second is None or second.rough:
        return None
    return _spread(tokens, first, unit, second)


def _joint(tokens: Tokens, first: Piece, at: int) -> int | None:
    """The word behind what joins two ends of a spread."""
    currency = units.before(tokens, first.first)
    opening = tokens.word((currency[1] if currency else first.first) - 1)
    joining = tokens.word(at)
    if opening == "between":
        return at + 1 if joining == "and" else None
    if joining in ("-", "–", "—", "‑"):
        return at + 1 if tokens.touches(at) or joining != "-" else None
    reach = CLAUSE if opening == "from" else 4
    return None if joining != "to" or changes(tokens, first.first, reach) else at + 1


CLAUSE = 14
"""So many words before “from A to B” may tell what changes: the bank lifted its rate by 0.5 points, from 3 to 3.5."""


def changes(tokens: Tokens, at: int, reach: int) -> bool:
    """Whether a verb of change stands shortly before: then “from A to B” are the two ends of a change."""
    for index in range(at - 1, max(-1, at - reach - 1), -1):
        if tokens.word(index) in (".", ";", "\n"):
            return False
        if moves(tokens, index):
            return True
    return False


def _spread(tokens: Tokens, first: Piece, unit: tuple[Unit, int] | None, second: Piece) -> Number | None:
    money = units.before(tokens, first.first)
    found = units.behind(tokens, second.last) if money is None else None
    own, begin, last = _unit_of(tokens, replace(second, first=first.first), money, found)
    run = noun_run(tokens, second.last)
    if money is None and found is None and not run:
        return None
    low = first.value if first.scaled or not second.scaled else first.value * (second.step / _written_step(second))
    if unit is not None and unit[0].dimension != own.dimension:
        return None
    if unit is not None and unit[0] != own:
        low = low * unit[0].factor / own.factor
    opening = 1 if tokens.word(begin - 1) in ("between", "from") else 0
    counted = (
        money is not None and bool(run) and tokens.word(second.first - 1) not in CURRENCIES
    )  # £808m to 8,177 cases
    if low == second.value or (low > second.value and (counted or not _may_be_reversed(tokens, own, begin, opening))):
        return None
    around = Interval(min(low, second.value), max(low, second.value), False, False)
    quantity = Quantity((low, second.value), around, own, Bound.SPREAD)
    return Number(begin - opening, last, Kind.QUANTITY, quantity, first.first, last, found is None and money is None)


def _may_be_reversed(tokens: Tokens, unit: Unit, begin: int, opening: int) -> bool:
    """Whether a spread may be meant whose first end is the larger one: counts may be scores, votes and odds."""
    if unit.dimension.startswith(("count", "index", "times")) or unit is MAGNITUDE:
        return False
    if not opening and tokens.word(begin - 1) == "by":  # they lead by 39% to 34%
        return False
    return tokens.word(begin - opening) != "from" and not changes(tokens, begin, 4 if opening else 2)


def _written_step(piece: Piece) -> Decimal:
    """One in the last digit as it is written, without the order behind: 0.1 of 4.4 million."""
    order = max((scale for scale in numerals.scales().values() if piece.step >= scale), default=Decimal(1))
    return piece.step / order if piece.scaled else piece.step
