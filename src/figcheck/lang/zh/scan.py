"""Numbers in Chinese text, with the words that loosen them and their units; what is no figure is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from figcheck.lang.reach import reach
from figcheck.lang.zh import lengths, numerals
from figcheck.lang.zh.number import Kind, Number, bounds, notfigures
from figcheck.lang.zh.pieces import LOOSE, Piece, last_order, piece_at
from figcheck.lang.zh.ranks import SPECIAL
from figcheck.lang.zh.units import NUMBER, PERCENT, unit_of, units
from figcheck.model import Bound, Interval, Quantity, Unit

_DASH = "至到—–－~～-"


@cache
def _trigger() -> re.Pattern[str]:
    """Places where a number may begin: one cheap search over the text."""
    first = "|".join(notfigures()["first"])
    unit = "年|个月|个季度|天|周|日|届|次|场|轮|季|个赛季|个工作日|个交易日|赛季"
    n = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,4})"
    return re.compile(
        rf"(?=[\d一二两三四五六七八九十半数几上好百千万亿已连第翻首倒前过Ⅰ-Ⅻ])"
        rf"(?:(?P<structure>(?<![:：∶])\d{{1,4}}(?:\.\d{{1,4}})?(?:[:：∶]\d{{1,4}}(?:\.\d{{1,4}})?){{2,7}}(?![:：∶\d]))"
        rf"|(?P<clock>\d+[:：∶]\d+(?:[:：∶]\d+)?)"
        rf"|(?P<streak>(?:已经?)?连续?第?(?P<streakn>{n})(?P<more>多|余)?个?(?P<streaku>{unit})(?![一二三四五六七八九])(?:以上|多)?)"
        rf"|(?P<doubling>翻了?(?:近|约|超过?)?(?P<fan>[一二两三四五\d]?)番(?:多|以上)?)"
        rf"|(?P<first>首(?:{first}))"
        rf"|(?P<rank>(?:倒数)?第(?P<rankn>{n}))"
        rf"|(?P<top>前(?P<topn>[一二三四五六七八九十]{{1,3}}|\d{{1,4}})(?P<topu>位|名|强|甲)?(?![个年天月季]))"
        rf"|(?P<half>一半|过半|半数)(?P<halfmore>以上)?"
        rf"|(?P<grade>(?P<roman>[Ⅰ-Ⅻ]+)类|(?P<gradec>[一二三四五])级(?=标准)|(?P<gradel>[一二三四五])类(?=水|标准))"
        rf"|(?P<number>[\d一二两三四五六七八九十半数几上好百千万](?<![,.])|(?<=[{LOOSE}])亿))"
    )


def find(text: str, masked: Sequence[tuple[int, int]] = ()) -> Iterator[Number]:
    """Every number of the text in order; labels too, so that nobody reads them again. `masked` spans are skipped.

    >>> [(text[n.start:n.end], n.kind.value) for text in ["超过70%的企业连续3年获奖，发展5G"] for n in find(text)]
    [('超过70%', 'quantity'), ('连续3年', 'streak'), ('5', 'label')]
    """
    masks = sorted([*masked, *_names(text)])
    at, mask, told = 0, 0, 0
    search = _trigger().search
    while (match := search(text, at)) is not None:
        while mask < len(masks) and masks[mask][1] <= match.start():
            mask += 1
        if mask < len(masks) and masks[mask][0] <= match.start():
            at = masks[mask][1]
            continue
        found = _one(text, match)
        if found is None:
            at = match.start() + 1
            continue
        yield from (replace(one, start=max(one.start, told)) for one in found)  # 一成以内8家: 以内 is of 一成
        told = found[-1].end
        at = max(found[-1].end, found[-1].behind, match.start() + 1)


@cache
def _name_pattern() -> re.Pattern[str]:
    short = int(notfigures()["quoted_max"])
    idioms = "|".join(map(re.escape, notfigures()["idioms"]))
    first = "".join(sorted({re.escape(idiom[0]) for idiom in notfigures()["idioms"]}))
    return re.compile(
        rf"(?=[“‘\"《〔\[（(\dA-Za-z{first}])(?:"
        rf"“[^”“，。；：！？,;]{{1,{short}}}”|‘[^’‘，。；：！？,;]{{1,{short}}}’|\"[^\"\n，。；：！？,;]{{1,{short}}}\""
        rf"|《[^》\n]{{1,60}}》|[〔\[（(]\d{{4}}[〕\])）]\d+号|\d{{25,}}|\d+(?:[+＋]\d+)+|\d{{3,4}}-\d{{7,8}}"
        rf"|[A-Za-z][A-Za-z\d]*-?\d[\dA-Za-z.]*(?:-\d+)?|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{idioms})"
    )


def _names(text: str) -> list[tuple[int, int]]:
    """Stretches in which digits are part of a name: short quotations, titles, document numbers, models, idioms."""
    return [match.span() for match in _name_pattern().finditer(text)]


def _one(text: str, match: re.Match[str]) -> list[Number] | None:
    for name, read in _SPECIAL.items():
        if match[name]:
            number = read(text, match)
            return number if isinstance(number, list) else [number] if number else None
    return _quantity(text, match.start())


def _half(text: str, match: re.Match[str]) -> Number:
    more = bool(match["halfmore"]) or match["half"] == "过半"
    fifty = Decimal(50)
    interval = Interval(fifty, None, low_open=match["half"] == "过半") if more else Interval(Decimal(48), Decimal(52))
    number = Number(match.start(), match.end(), Kind.QUANTITY, None, match.start(), match.end())
    quantity = Quantity((fifty,), interval, PERCENT, Bound.AT_LEAST if more else Bound.EXACT)
    return (
        _loosened(text, replace(number, quantity=quantity), Decimal(1))
        if not more
        else replace(number, quantity=quantity)
    )


_SPECIAL = {**SPECIAL, "half": _half}


# ------------------------------------------------------------------------------- ranks, streaks and the like


# ------------------------------------------------------------------------------- quantities


def _quantity(text: str, at: int) -> list[Number] | None:
    """A number with its unit, or a spread, beginning at `at`; a label where it is no quantity; None for a word."""
    first = piece_at(text, at)
    if first is None:
        return None
    unit, unit_end = unit_of(text, first)
    told = lengths.read(text, first.start)
    if told is not None and _second(text, told.end) is not None:  # 1年3个月至6年
        first, unit, unit_end = replace(first, value=told.value, step=told.step), units()[told.unit], told.end
    second = _second(text, unit_end if unit else first.end)
    if second is not None:
        last_unit, last_end = unit_of(text, second)
        if last_unit is not None and (unit is None or unit.dimension == last_unit.dimension):
            return [_spread(text, first, unit, second, last_unit, last_end)]
    if unit is None:
        return _unitless(text, first)
    length = _length(text, first)
    if length is not None:
        return [length]
    if _is_label(text, first, unit, unit_end):
        return [Number(first.start, unit_end, Kind.LABEL)]
    return [_per_each(text, _single(text, first, unit, unit_end))]


_WHEN = ("未来", "今后", "过去", "最近", "第")
_EACH = re.compile(r"每(?:一)?个?([\u4e00-\u9fff]{1,4})$")


def _length(text: str, first: Piece) -> Number | None:
    """A length that is told in several parts or with a half; not where it says when (过去两年半)."""
    told = lengths.read(text, first.start)
    if told is None or text[max(0, first.start - 2) : first.start].endswith(_WHEN):
        return None
    quantity = Quantity((told.value,), Interval.rounded(told.value), units()[told.unit])
    if told.step != 1:
        quantity = replace(quantity, interval=Interval(told.value - told.step / 2, told.value + told.step / 2))
    number = Number(first.start, told.end, Kind.QUANTITY, quantity, first.start, told.end, first.chinese)
    return _loosened(text, number, told.step)


def _per_each(text: str, number: Number) -> Number:
    """每立方米23微克: what a number is for each of stands before it."""
    match = _EACH.search(text[max(0, number.start - 6) : number.start])
    below = units().get(match[1]) if match else None
    if match is None or below is None or number.quantity is None:
        return number
    unit = number.quantity.unit
    each = Unit(f"{unit.name}/{below.name}", f"{unit.dimension}/{below.dimension}", unit.factor / below.factor)
    return replace(number, start=number.start - len(match[0]), quantity=replace(number.quantity, unit=each))


def _second(text: str, at: int) -> Piece | None:
    """The second number of a spread (15至45天), if one follows a dash or 至 here."""
    if at >= len(text) or text[at] not in _DASH:
        return None
    at += 1
    while at < len(text) and text[at] in _DASH and text[at] not in "至到":
        at += 1
    return piece_at(text, at) if at < len(text) and (text[at].isdigit() or text[at] in numerals.digits()) else None


def _spread(text: str, first: Piece, unit: Unit | None, second: Piece, last_unit: Unit, end: int) -> Number:
    low, high = _stated(text, first, unit or last_unit), _stated(text, second, last_unit)
    if unit is None and first.order == 1 and low * second.order < 100 * high:  # 3至5万元, but 8000至2万元
        low *= second.order
    if unit is not None and unit != last_unit:
        low = low * unit.factor / last_unit.factor
    interval = Interval(low, high, False, False) if low <= high else Interval(high, low, False, False)
    return Number(
        first.start,
        end,
        Kind.QUANTITY,
        Quantity((low, high), interval, last_unit, Bound.SPREAD),
        first.start,
        end,
        first.chinese,
    )


def _stated(text: str, piece: Piece, unit: Unit) -> Decimal:
    """The number in its unit, 成 and 分之 multiplied out to percent."""
    if piece.divisor:
        value = round(piece.value / piece.divisor * 100, 4)
        return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    if text.startswith("成", piece.end) and unit is PERCENT:
        half = (
            Decimal(5)
            if text[piece.end + 1 : piece.end + 2] in ("半", "五") and text[piece.end + 1 : piece.end + 2]
            else Decimal(0)
        )
        return piece.value * 10 + half
    return piece.value


def _single(text: str, piece: Piece, unit: Unit, end: int) -> Number:
    stated = _stated(text, piece, unit)
    is_count = unit.dimension.startswith(("count", "grade", "ordinal"))
    step = Decimal(1) if is_count and piece.step >= 1 and _exact_count(text, piece) else piece.step
    if unit is PERCENT and stated != piece.value:
        step = Decimal(10) if piece.divisor is None and stated % 10 == 0 else min(piece.step, Decimal(1))
        interval = (
            _fraction(stated, piece)
            if piece.divisor not in (None, 100)
            else Interval(stated - step / 2, stated + step / 2)
        )
    elif piece.rough is not None:
        interval = Interval(*piece.rough)
    elif piece.more:
        interval = Interval(stated, stated + last_order(stated), low_open=True)
    else:
        interval = Interval(stated - step / 2, stated + step / 2)
    bound = Bound.ROUGH if piece.rough else Bound.MORE_THAN if piece.more else Bound.EXACT
    number = Number(
        piece.start, end, Kind.QUANTITY, Quantity((stated,), interval, unit, bound), piece.start, end, piece.chinese
    )
    return number if piece.rough else _loosened(text, number, step)


def _fraction(stated: Decimal, piece: Piece) -> Interval:
    margin = stated * Decimal(bounds()["margins"]["fraction"])
    return Interval(stated - margin, stated + margin)


def _exact_count(text: str, piece: Piece) -> bool:
    """230家 counts to the last one; 3.5万家 and 300万人 are rounded to what is written."""
    return "万" not in text[piece.start : piece.end] and "亿" not in text[piece.start : piece.end]


@cache
def _before() -> re.Pattern[str]:
    words = sorted((word for group in bounds()["before"].values() for word in group), key=len, reverse=True)
    filler = "|".join(sorted(bounds()["filler"], key=len, reverse=True))
    never = {word: f"(?<![{''.join(ends)}])" for word, ends in bounds()["before_never"].items()}
    return re.compile(rf"(?:{'|'.join(never.get(word, '') + word for word in words)})(?:{filler})?$")


def _goes_beyond(text: str, number: Number, word: str, start: int) -> bool:
    """Whether 过 says more than: behind one of its words (已过30年), or before a large number (产值过2亿元)."""
    large = any(order in text[number.start : number.end] for order in "万亿")
    return large or text.endswith(tuple(bounds()["before_only"][word]), 0, start)


@cache
def _apart() -> re.Pattern[str]:
    words = "|".join(word for group in bounds()["apart"].values() for word in group)
    return re.compile(rf"({words})(?:{'|'.join(bounds()['apart_verbs'])})[\u4e00-\u9fff]{{0,3}}$")


@cache
def _word_bounds(side: str) -> dict[str, Bound]:
    return {word: Bound(name) for name, group in bounds()[side].items() for word in group}


def _loosened(text: str, number: Number, step: Decimal) -> Number:
    """The number with the words before and behind it that loosen it."""
    before = _before().search(text[max(0, number.start - 10) : number.start])
    if before is not None:
        word = max((w for w in _word_bounds("before") if before[0].startswith(w)), key=len)
        start = number.start - len(before[0])
        if word not in bounds()["before_only"] or _goes_beyond(text, number, word, start):
            number = _apply(number, _word_bounds("before")[word], start, number.end, step)
    elif (apart := _apart().search(text[max(0, number.start - 10) : number.start])) is not None:
        number = _apply(number, _word_bounds("apart")[apart[1]], number.start, number.end, step)
    for length in (3, 2, 1):
        word = text[number.end : number.end + length]
        if word not in _word_bounds("behind"):
            continue
        never = tuple(bounds()["behind_never"].get(word, ()))
        if never and text.startswith(never, number.end + len(word)):
            continue
        bound = _word_bounds("behind")[word]
        if number.quantity is not None and number.quantity.bound is not Bound.EXACT and bound is Bound.MORE_THAN:
            continue
        return _apply(number, bound, number.start, number.end + len(word), step)
    return number


def _apply(number: Number, bound: Bound, start: int, end: int, step: Decimal) -> Number:
    assert number.quantity is not None
    quantity, value = number.quantity, number.quantity.stated[-1]
    if quantity.bound is not Bound.EXACT and bound in (Bound.ABOUT, quantity.bound):
        return replace(number, start=start, end=end)
    interval = reach(value, bound, quantity.interval, step, bounds()["margins"])
    return replace(number, start=start, end=end, quantity=replace(quantity, interval=interval, bound=bound))


# ------------------------------------------------------------------------------- labels


def _unitless(text: str, piece: Piece) -> list[Number] | None:
    """A number without a unit is a figure behind 达, 为, 是, 至 and the like; of Chinese numerals only 超百亿, 破万."""
    before = text[max(0, piece.start - 1) : piece.start]
    behind = text[piece.end : piece.end + 1]
    if piece.chinese:
        alone = before in LOOSE and piece.value == piece.order >= (10**4 if behind in "，。；、！？,; \n" else 10**8)
        return [_single(text, piece, NUMBER, piece.end)] if before and alone else None
    if behind and behind in "和与及、" and (shared := _shared_unit(text, piece.end + 1)) is not None:
        return [_single(text, piece, shared, piece.end)]
    if piece.order >= 10000 and behind not in ("+", "-"):
        return [_single(text, piece, NUMBER, piece.end)]
    if before in ("达", "为", "是", "至", "到") and before and (not behind or behind in "，。；、,;.！） \n的"):
        return [_single(text, piece, NUMBER, piece.end)]
    return [Number(piece.start, piece.end, Kind.LABEL)]


def _shared_unit(text: str, at: int) -> Unit | None:
    """提高32和24个百分点: the unit behind the second number is the first one's too."""
    second = piece_at(text, at) if text[at : at + 1].isdigit() else None
    unit = unit_of(text, second)[0] if second is not None else None
    return unit if unit is not None and unit.dimension.startswith(("points", "ratio", "money")) else None


def _is_label(text: str, piece: Piece, unit: Unit, end: int) -> bool:
    before = text[max(0, piece.start - 1) : piece.start]
    if before in ("每", "第", "某", "上", "下") and before and (before == "每" or piece.chinese):
        return True
    if before.isascii() and before.isalpha():
        return True
    if unit.dimension == "index" and text.endswith(tuple(notfigures()["clock_before"]), 0, piece.start):
        return True
    if unit.dimension == "time" and text.startswith(tuple(notfigures()["plan_words"]), end):
        return True
    if unit.dimension == "time" and text[max(0, piece.start - 2) : piece.start] in _WHEN:
        return True
    if (
        unit.name == "年" and piece.chinese and piece.value <= 10 and not piece.more
    ):  # 五年的奋斗 is a time, not a length
        return not text[max(0, piece.start - 6) : piece.start].endswith(tuple(notfigures()["lasting"]))
    if text.startswith("个", end) and unit.dimension == "times":
        return False
    if piece.chinese and piece.value == 1:
        return not _one_counts(text, piece, unit, end)
    return piece.chinese and text[piece.start : piece.end] == "半"


@cache
def _counted_sibling() -> re.Pattern[str]:
    return re.compile(
        r"[^，。；、！？\n]{0,24}[、和及与](?:\d+|[一二两三四五六七八九十]{1,3})(?:个|家|座|条|所|项|处|支|张|台|辆|名|位|件|部|篇)"
    )


def _one_counts(text: str, piece: Piece, unit: Unit, end: int) -> bool:
    """Whether 一个 counts: in a row of counts (一个高新区、一个综保区), behind 仅, or with a unit that is measured."""
    if not unit.dimension.startswith("count"):
        return unit.dimension not in ("time", "angle", "volume", "score")
    before = text[max(0, piece.start - 24) : piece.start]
    if before.endswith(tuple(notfigures()["one_counted_before"])):
        return True
    if _counted_sibling().match(text, end):
        return True
    row = before.rpartition("、")
    return before.endswith("、") and bool(re.search(r"(?:\d|[一二两三四五六七八九十])(?:个|家|座|条|所|项|处)", row[0]))
