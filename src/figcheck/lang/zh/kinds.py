"""What kind of statement a figure makes: a level, a change, a share, a rank, a streak, a multiple."""

from __future__ import annotations

import re
from functools import cache

from figcheck.lang.zh.line import NOUN, PERCENT, Line, Phrase
from figcheck.lang.zh.number import Kind, Number
from figcheck.lang.zh.phrases import left_phrase
from figcheck.lang.zh.words import cues, ending, listed
from figcheck.model import Bound, Measure


@cache
def _verbs() -> re.Pattern[str]:
    every = sorted([*cues()["up"], *cues()["down"], *cues()["other_change"]], key=len, reverse=True)
    reached = "|".join(cues()["reached"])
    return re.compile(
        rf"(?P<verb>{'|'.join(every)})(?:了)?(?P<reached>{reached})?(?:了)?(?:分别|累计|约|近|达|超|共|各|为|将|仅|近)?"
        rf"(?P<period>(?:(?:19|20)\d\d年|去年|今年|上年)[^，。]{{0,6}}?的?)?$"
    )


def verb_before(region: str) -> tuple[str | None, int, bool]:
    """The change verb right before a number, its direction, and whether the number is the level it reached."""
    match = _verbs().search(region[-24:])
    if match is None:
        return None, 0, bool(_ARRIVES.search(region))
    verb = match["verb"]
    reached = bool(match["reached"]) or verb in listed("other_change") or verb.endswith(tuple(cues()["reached"]))
    return verb, 1 if verb in listed("up") else -1 if verb in listed("down") else 0, reached


_ARRIVES = re.compile(r"[\u4e00-\u9fff]{2}(?:到|至)了?$")
"""Any verb with 到 or 至 tells the level reached: 面积从28平方公里拓展到37平方公里."""

_BY_KIND = {
    Kind.RANK: Measure.RANK,
    Kind.FIRST: Measure.RANK,
    Kind.ORDINAL: Measure.RANK,
    Kind.STREAK: Measure.STREAK,
    Kind.STRUCTURE: Measure.SHARE,
}


def kind_of(line: Line, number: Number, region: str, before: Phrase) -> tuple[Measure, int, bool, Phrase]:
    """The measure, the direction of a change, whether the number is a level reached, and the phrase that is left."""
    if number.kind in _BY_KIND:
        return _BY_KIND[number.kind], 0, False, before
    _, direction, reached = verb_before(region)
    measure, direction, phrase = _quantity_kind(line, number, region, direction, reached, before)
    return measure, direction, reached, phrase


def _quantity_kind(
    line: Line, number: Number, region: str, direction: int, reached: bool, before: Phrase
) -> tuple[Measure, int, Phrase]:
    assert number.quantity is not None
    dimension = number.quantity.unit.dimension
    versus = VERSUS.search(region)
    if number.kind is Kind.DOUBLING:
        return Measure.MULTIPLE, 1, before
    if versus is not None:
        begin = number.start - len(region)
        return Measure.CHANGE, -1 if versus[0][0] in "低慢少" else 1, left_phrase(line, begin, begin + versus.start())
    if dimension == "points" or (verb_before(region)[0] is not None and not reached):
        return Measure.CHANGE, direction, before
    if dimension == "times":
        return Measure.MULTIPLE, direction, before
    if dimension == PERCENT:
        growth = _growth_noun(before)
        if growth is not None:
            return Measure.CHANGE, growth[0], growth[1]
        if _is_share(line, number, region, before):
            return Measure.SHARE, 0, before
    return Measure.LEVEL, direction, before


VERSUS = re.compile(r"(?:(高|低|快|慢|多|少|好)于|(?:高|低|多|少)出)(?!预期)[^，。；\d]{1,14}$")


def _growth_noun(left: Phrase) -> tuple[int, Phrase] | None:
    """GDP增速5.2%: the direction, and the phrase without the noun that makes it a change."""
    joined = "".join(left.words)
    for noun, direction in cues()["growth_nouns"].items():
        if joined.endswith(noun):
            kept = list(left.words)
            while kept and noun.endswith(kept[-1]):
                noun = noun[: -len(kept.pop())]
            if noun and kept and kept[-1].endswith(noun):
                kept[-1] = kept[-1][: -len(noun)]
            return int(direction), Phrase(tuple(w for w in kept if w), left.action, left.start)
    return None


def _is_share(line: Line, number: Number, region: str, left: Phrase) -> bool:
    text = line.article.text
    of_this = region.endswith("的") and not region.endswith(("年的", "月的", "期的", "来的"))  # 订单的78%来自…
    if "占" in region or (left.words and of_this):
        return True
    if left.words and left.words[-1].endswith(("比重", "占比", "比例", "份额")):
        return True
    behind = text[number.end : min(number.end + 8, line.end)]
    if behind.startswith("的") or (not left.words and names_follow(line, number)):
        return True
    return not left.words and behind.startswith(ending("share_verbs"))


def names_follow(line: Line, number: Number) -> bool:
    """Whether a noun stands right behind a number: 七成受访者."""
    following = line.tokens.between(number.end, number.end + 1)
    return any(line.tokens.tags[i].startswith("n") and line.tokens.starts[i] == number.end for i in following)


ENDS = ("，", "。", "、", "；", "")


def counts_what_follows(number: Number, line: Line, measure: Measure) -> bool:
    assert number.quantity is not None
    dimension = number.quantity.unit.dimension
    if number.kind in (Kind.FIRST, Kind.ORDINAL):
        return True
    behind = line.article.text[number.end : number.end + 1]
    if measure is Measure.CHANGE:  # 少了20吨爆竹皮
        return dimension in ("mass", "length", "area", "volume", "energy") and behind not in ENDS
    if measure in (Measure.RANK, Measure.STREAK, Measure.MULTIPLE):
        return False
    if dimension == PERCENT:
        return measure is Measure.SHARE and (behind == "的" or names_follow(line, number))
    return dimension.startswith("count") and behind not in ENDS


def is_threshold(line: Line, number: Number, following: Number | None) -> bool:
    """Whether an amount only narrows what is spoken of: 投资额2亿元以上的项目, 10亿元以上42个, 60岁以上老人."""
    quantity = number.quantity
    if (
        quantity is None
        or quantity.bound not in (Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN)
        or number.kind is not Kind.QUANTITY
    ):
        return False
    if quantity.unit.dimension in (PERCENT, "times", "points"):
        return False
    text = line.article.text
    written = text[number.start : number.end]
    if not written.endswith(("以上", "以下", "以内")):
        return False
    at = number.end
    if following is not None and following.start == at:
        return True
    if text.startswith("的", at):
        at += 1
    for index in line.tokens.between(at, min(at + 1, line.end)):
        tag = line.tokens.tags[index]
        return tag in NOUN or tag in ("a", "m")
    return False


def turns(region: str) -> bool:
    tail = re.sub(r"(?:(?:19|20)\d\d年?底?末?|去年|上年|前年|最初|原来|过去|以前)的?$", "", region.rstrip("“"))
    tail = re.sub(r"(?:原来|过去|以前|此前|初期)的?$", "", tail)
    return tail.endswith(tuple(cues()["turn"]))
