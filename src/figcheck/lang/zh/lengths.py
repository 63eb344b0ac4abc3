"""Lengths of time, and measures with a half, that are told in more than a number and a unit: 一年零三个月, 两年半."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from figcheck.lang.zh import numerals

_N = r"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_NOT_HALF = "年月天夜价径岛数场程途路导球决截载成夏壁身"
"""What 半 may be the beginning of instead: 三天半价, 一年半载."""

_COUNTED = {"小时": "小时", "月": "个月", "钟头": "小时"}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of `value` units, told to `step` of them, up to `end`."""

    value: Decimal
    step: Decimal
    unit: str
    end: int


def read(text: str, at: int) -> Length | None:
    """The length that begins here, if it is told in several parts or with a half.

    >>> read("两年半", 0), read("1小时30分", 0).value
    (Length(value=Decimal('2.5'), step=Decimal('0.5'), unit='年', end=3), Decimal('90'))
    >>> read("两年", 0)
    """
    match = _pattern().match(text, at)
    if match is None:
        return None
    if match["halved"]:
        return Length(_number(match["whole"]) + Decimal("0.5"), Decimal("0.5"), match["halved"], match.end())
    if match["split"]:
        return Length(_number(match["count"]) + Decimal("0.5"), Decimal("0.5"), _COUNTED[match["split"]], match.end())
    if match["years"]:
        return Length(_number(match["years"]) * 12 + _number(match["months"]), Decimal(1), "个月", match.end())
    return _clocked(match)


def _clocked(match: re.Match[str]) -> Length | None:
    """2小时08分15秒 is told in its smallest unit."""
    parts = [match["hours"], match["minutes"], match["seconds"]]
    if sum(part is not None for part in parts) < 2:
        return None
    hours, minutes, seconds = (_number(part) if part else Decimal(0) for part in parts)
    value, unit = (hours * 60 + minutes, "分钟") if match["seconds"] is None else (hours * 3600 + minutes * 60, "秒")
    return Length(value + seconds, Decimal(1), unit, match.end())


def _number(written: str) -> Decimal:
    return numerals.chinese(written) or Decimal(0) if not written[0].isdigit() else Decimal(written)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<whole>{_N})(?P<halved>年|天|小时|亩|公里|里路|公斤|斤|吨)半(?![{_NOT_HALF}])"
        rf"|(?P<count>{_N})个半(?P<split>小时|月|钟头)"
        rf"|(?P<years>{_N})年(?:零|又|另)?(?P<months>{_N})个月"
        rf"|(?:(?P<hours>{_N})个?(?:小时|钟头)(?:零|又)?)?(?:(?P<minutes>{_N})分钟?(?![之])(?:零|又)?)?"
        rf"(?:(?P<seconds>\d{{1,2}}(?:\.\d{{1,6}})?|[一二两三四五六七八九十]{{1,3}})秒)?"
    )
