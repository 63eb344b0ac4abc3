"""The number by itself: digits or Chinese numerals with their order of magnitude, before any unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from figcheck.lang.reach import LARGEST
from figcheck.lang.zh import numerals

_ORDERS = "十百千万亿兆"

LOOSE = "超近逾过破"  # 超千万吨, 近百名, 票房破亿元: a bare order of magnitude


@dataclass(frozen=True, slots=True)
class Piece:
    """Digits with their order of magnitude: the number at `text[start:end]` before any unit."""

    start: int
    end: int
    value: Decimal
    step: Decimal  # one in the last digit written
    order: Decimal = Decimal(1)  # the 万 of 5万
    more: bool = False  # 40多
    rough: tuple[Decimal, Decimal] | None = None
    chinese: bool = False
    divisor: Decimal | None = None  # 三分之一: the 3


@cache
def _number() -> re.Pattern[str]:
    rough = "|".join(sorted(numerals.rough(), key=len, reverse=True))
    units = "|".join(sorted(numerals.words()["bare_units"], key=len, reverse=True))
    return re.compile(
        rf"(?P<fraction>(?:[百千万]|[一二三四五六七八九十百]{{1,3}}|\d{{1,3}})分之)?"
        rf"(?:(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)(?P<order>[{_ORDERS}]{{0,3}})"
        rf"|(?P<rough>{rough})(?P<roughorder>[十百千万亿]{{1,3}})"
        rf"|(?P<chinese>[零〇一二两三四五六七八九十半][零〇一二两三四五六七八九十百千万亿]{{0,30}})"
        rf"|(?<![{LOOSE}])(?P<order_alone>[百千]万|[百千万]亿)(?=(?:{units})(?![级户店]))"
        rf"|(?P<bare>(?<=[{LOOSE}])[百千万亿]{{1,3}}|[百千万]{{1,2}}(?=[余多][^\d\s，。])))"
        rf"(?:(?P<more>[多余来几])(?P<lateorder>[万亿]{{0,2}}))?"
    )


def piece_at(text: str, at: int) -> Piece | None:
    """The number that begins at `at`; None where it is a word, or none that can be (0分之1, 一亿亿亿)."""
    piece = _read(text, at)
    return None if piece is None or piece.divisor == 0 or piece.value >= LARGEST else piece


def _read(text: str, at: int) -> Piece | None:
    match = _number().match(text, at)
    if match is None:
        return None
    if match["arabic"]:
        return _arabic_piece(text, match)
    if match["bare"]:
        order = numerals.arabic("1", match["bare"])
        more, end = bool(match["more"]), match.end("more") if match["more"] else match.end("bare")
        return Piece(at, end, order, order / 10, order, more, chinese=True)  # 近百亿 is more than ninety
    if match["order_alone"]:  # 百亿元投资 is told as 上百亿元 is
        order = numerals.arabic("1", match["order_alone"])
        low, high = numerals.rough()["上"]
        return Piece(at, match.end(), order, order, order, rough=(order * low, order * high), chinese=True)
    if match["rough"]:
        order = numerals.arabic("1", match["roughorder"])
        low, high = numerals.rough()[match["rough"]]
        return Piece(
            at, match.end("roughorder"), order * low, order, order, rough=(order * low, order * high), chinese=True
        )
    return _chinese_piece(text, match)


def _arabic_piece(text: str, match: re.Match[str]) -> Piece | None:
    written, order = match["arabic"], match["order"]
    if len(written) > numerals.MAX_DIGITS:
        return None
    if order and not match["fraction"] and _order_is_unit(text, match.end("order"), order):
        order = order[:-1]
    end = match.start("order") + len(order)
    more = bool(match["more"]) and end == match.start("more")
    if more and match["lateorder"]:
        order += match["lateorder"]
    value = numerals.arabic(written, order)
    scale = numerals.arabic("1", order)
    exponent = Decimal(written.replace(",", "")).as_tuple().exponent
    assert isinstance(exponent, int)
    step = scale * Decimal((0, (1,), exponent))
    divisor = _divisor(match["fraction"]) if match["fraction"] else None
    return Piece(match.start(), match.end("lateorder") if more else end, value, step, scale, more, divisor=divisor)


def _order_is_unit(text: str, end: int, order: str) -> bool:
    """Whether the last order belongs to the next word: 3千米, 5千瓦, 2千克, 6百合."""
    return order[-1] in "千百兆" and text.startswith(("米", "瓦", "克", "伏", "卡", "合", "分点"), end)


def _chinese_piece(text: str, match: re.Match[str]) -> Piece | None:
    written = match["chinese"]
    if text[match.start() - 1 : match.start()] in ("第", "某") and match.start():
        return None
    rough = _rough_digits(written)
    value = rough[0] if rough else numerals.chinese(written)
    if value is None:
        return None
    more = bool(match["more"]) and not (match["more"] in "几来" and written[-1] not in "十百千万")
    end = match.end("more") if more else match.end("chinese")
    if more and match["lateorder"]:
        value *= numerals.arabic("1", match["lateorder"])
        end = match.end("lateorder")
    divisor = _divisor(match["fraction"]) if match["fraction"] else None
    order = numerals.arabic("1", written[-1] if written[-1] in "万亿" else "")
    return Piece(match.start(), end, value, order, order, more, rough, True, divisor)


def _rough_digits(written: str) -> tuple[Decimal, Decimal] | None:
    """三四十 is from 30 to 50, 十七八 from 17 to 19, 两三 from 2 to 4.

    >>> _rough_digits("三四十"), _rough_digits("十七八"), _rough_digits("三十")
    ((Decimal('30'), Decimal('50')), (Decimal('17'), Decimal('19')), None)
    """
    match = re.fullmatch(r"(十?)([一二两三四五六七八])([二三四五六七八九])([十百千万亿]{0,2})", written)
    if not match:
        return None
    low, high = numerals.digits()[match[2]], numerals.digits()[match[3]]
    if high != low + 1 and (match[2], match[3]) != ("三", "五"):
        return None
    order = numerals.arabic("1", match[4])
    ten = Decimal(10) if match[1] else Decimal(0)
    return (ten + low) * order, (ten + high + 1) * order


def _divisor(fraction: str) -> Decimal | None:
    written = fraction[:-2]
    return {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(written) or counted(written)


def counted(written: str) -> Decimal | None:
    """A whole number in digits or in Chinese."""
    return Decimal(written) if written.isdigit() else numerals.chinese(written)


def last_order(value: Decimal) -> Decimal:
    """One in the last digit that is not zero: 800 → 100, 67万 → 1万."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal((0, (1,), exponent))
