"""The unit behind a number: the longest that is not the beginning of another word."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from figcheck import yamlio
from figcheck.lang.zh.number import HERE
from figcheck.lang.zh.pieces import Piece
from figcheck.model import Unit

PERCENT = Unit("%", "ratio")
RANK = Unit("位", "rank")
NUMBER = Unit("", "number")


@cache
def units() -> dict[str, Unit]:
    """Every unit by name."""
    table: dict[str, Unit] = {}
    for dimension, members in yamlio.read(HERE / "units.yaml").items():
        if dimension in ("arabic_only", "arabic_always", "followed_never", "graded"):
            continue
        for name, factor in members.items():
            table[name] = Unit(name, dimension, Decimal(factor))
    return table


@cache
def _unit_rules() -> tuple[frozenset[str], frozenset[str], dict[str, tuple[str, ...]], int]:
    raw = yamlio.read(HERE / "units.yaml")
    never = {name: tuple(words) for name, words in raw["followed_never"].items()}
    return frozenset(raw["arabic_only"]), frozenset(raw["arabic_always"]), never, max(map(len, units()))


def unit_of(text: str, piece: Piece) -> tuple[Unit | None, int]:
    """The unit behind a number and where it ends; the longest that is not the beginning of another word."""
    if piece.divisor is not None:
        return PERCENT, piece.end
    at = piece.end
    if (
        text.startswith("成", at)
        and Decimal(0) < piece.value < 10
        and not text.startswith(tuple("立为功员果本长就熟交都分品绩人群才效色家活"), at + 1)
    ):
        return PERCENT, at + (2 if text[at + 1 : at + 2] in ("半", "五") and text[at + 1 : at + 2] else 1)
    arabic_only, always, never, longest = _unit_rules()
    for length in range(longest, 0, -1):
        unit = units().get(text[at : at + length])
        if unit is None:
            continue
        name, end = unit.name, at + len(unit.name)
        counted = not piece.chinese and name in always
        if not counted and text.startswith(never.get(name, ()), end) and never.get(name):
            continue
        if piece.chinese and name in arabic_only and not piece.more and piece.rough is None and piece.value <= 10:
            continue
        if name.isascii() and name[-1].isalpha() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
            continue
        return _per(text, unit, end)
    return _graded(text, piece)


def _graded(text: str, piece: Piece) -> tuple[Unit | None, int]:
    """The unit of a scale, behind what is measured by it: 阵风10级."""
    name = text[piece.end : piece.end + 1]
    words = _scales().get(name)
    before = text[max(0, piece.start - 8) : piece.start]
    if words is None or not any(word in before for word in words):
        return None, piece.end
    return Unit(name, f"grade:{name}"), piece.end + 1


@cache
def _scales() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in yamlio.read(HERE / "units.yaml")["graded"].items()}


def _per(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """元/吨: a rate is a dimension of its own."""
    if not text.startswith("/", end):
        return unit, end
    for length in range(4, 0, -1):
        below = units().get(written := text[end + 1 : end + 1 + length])
        if below is not None:
            name = f"{unit.name}/{below.name}"
            dimension = f"{unit.dimension}/{below.dimension}"
            return Unit(name, dimension, unit.factor / below.factor), end + 1 + len(written)
    return unit, end
