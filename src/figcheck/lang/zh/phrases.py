"""The run of nouns that names an indicator: left of its number, or right of it where a count precedes the counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from figcheck.lang.zh.line import CLAUSE, NOUN, Line, Phrase, covered
from figcheck.lang.zh.number import Number
from figcheck.lang.zh.units import units
from figcheck.lang.zh.words import Tokens, cues, ending, listed


def left_phrase(line: Line, begin: int, end: int, ranked: bool = False) -> Phrase:
    """The run of nouns that ends at the link before a number; before a rank, without whom it is among (居全省第一)."""
    tokens = line.tokens
    indexes = [i for i in tokens.between(begin, end) if not covered(line, i)]
    at = len(indexes) - 1
    while at >= 0 and (_is_link(tokens, indexes[at]) or (ranked and _ranks_among(tokens, indexes[at]))):
        at -= 1
    return _collect(tokens, indexes[: at + 1])


def _ranks_among(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return (
        word in cues()["rank_domains"]
        or word in listed("rank_verbs")
        or word
        in (
            "地级市",
            "市州",
            "同类",
            "县",
            "市",
            "州",
            "省",
            "省区市",
            "各省",
            "同期",
            "地级",
            "城市",
            "所有",
            "级",
            "及",
            "个",
        )
    )


def _is_link(tokens: Tokens, index: int) -> bool:
    word, tag = tokens.words[index], tokens.tags[index]
    if word in listed("noun_suffixes"):
        return False
    if word in listed("link") or word in _change_verbs():
        return True
    if tag in ("d", "p", "ul", "uz", "ug", "uj", "c", "y", "ud", "e", "o") or word in '（）()、—-"“”‘’*#':
        return True
    return any(word.endswith(reached) and word[:-1] in _change_verbs() for reached in cues()["reached"])


@cache
def _change_verbs() -> frozenset[str]:
    return frozenset([*cues()["up"], *cues()["down"], *cues()["other_change"]])


def _collect(tokens: Tokens, indexes: Sequence[int]) -> Phrase:
    """Words from the right to the left while they belong to one run of nouns; a verb at its left edge is its action."""
    kept: list[int] = []
    depth, narrowed = 0, False
    for index in reversed(indexes):
        word, tag = tokens.words[index], tokens.tags[index]
        if word in "）)":
            depth += 1
            continue
        if word in "（(":
            depth = max(0, depth - 1)
            continue
        if depth:
            continue
        if word in "“”‘’\"'*":
            continue
        if word == "的":
            continue
        if kept and _narrows(tokens, index):
            narrowed = True
            continue
        if narrowed and tag in NOUN and word.endswith(tuple(listed("amount_ends"))):
            # 投资额2亿元以上的项目: what the threshold measures is no part of the name
            narrowed = False
            continue
        if (kept and _numbers(tokens, index, kept[-1])) or _belongs(word, tag, bool(kept)):
            kept.append(index)
            continue
        break
    kept.reverse()
    return _trim(tokens, kept)


def _numbers(tokens: Tokens, index: int, named: int) -> bool:
    """Whether a numeral numbers the thing right behind it (6号线, 二分厂), and so is a part of its name."""
    word, thing = tokens.words[index], tokens.words[named]
    if tokens.tags[index] != "m":
        return False
    bare = word in listed("ordinals") and tokens.end(index) == tokens.starts[named]
    return thing.startswith("号") or (bare and thing.startswith(tuple(listed("numbered"))))


def _narrows(tokens: Tokens, index: int) -> bool:
    """Whether a word is part of a threshold before what it narrows (投资额2亿元以上的项目, 亿元级企业)."""
    word, tag = tokens.words[index], tokens.tags[index]
    if word in ("以上", "以下", "级"):
        return index > 0 and tokens.tags[index - 1] in ("m", "q")
    following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    return tag in ("m", "q") and (
        following in ("以上", "以下", "级") or tokens.words[index][-1:] in "元亿万" or following[-1:] in "元"
    )


def _belongs(word: str, tag: str, inside: bool) -> bool:
    if word in listed("pronouns"):
        return False
    if (tag in NOUN or tag == "t" or word in listed("noun_suffixes")) and word not in listed("link"):
        return True
    if tag == "m":
        return word.startswith("第") or word in ("三农", "一产", "二产", "三产") or (inside and word in "日月年周")
    if word in ("和", "与", "及", "以及") or word in ("占",):
        return inside
    if (tag == "f" and len(word) > 1 and word.endswith("部")) or (tag == "zg" and len(word) == 1):
        return True
    if tag == "f":
        return inside and word in ("以上", "以下", "内", "外", "后", "前", "间", "中", "上", "下")
    if tag == "v":
        return word not in listed("link") and (inside or (len(word) > 1 and word not in listed("light")))
    if tag in ("a", "ad", "x", "t", "q", "z", "vd", "vi", "vq"):
        return inside and word not in listed("link") and word not in "，。；：、,;:！？"
    return tag == "d" and inside and word in ("非", "再", "首次", "新", "已")


_LASTING = re.compile(r"[\d一二两三四五六七八九十几]{1,4}(?:年|个月|天)[来间]?")


def _trim(tokens: Tokens, kept: list[int]) -> Phrase:
    action = None
    while kept:
        word, tag = tokens.words[kept[0]], tokens.tags[kept[0]]
        if len(kept) > 1 and _points(tokens, kept[0]):  # 这款 | 新车售价, 该桥 | 全长
            kept.pop(0)
            continue
        # 五年增长1.9倍, 比上周的4.5元下降20%: of something else
        alone = len(kept) == 1 and (tag == "t" or _LASTING.fullmatch(word))
        if alone or word in ("和", "与", "及", "以及", "占") or (tag in ("f", "x", "q") and word[-1] != "部"):
            kept.pop(0)
        elif (
            tag in ("v", "vd", "vi", "vq")
            and len(kept) > 1
            and not _nominal(tokens, kept)
            and word not in listed("nominal")
        ):
            action = word if word not in listed("light") else action
            kept.pop(0)
        else:
            break
    start = tokens.starts[kept[0]] if kept else 0
    last = tokens.words[kept[-1]] if kept and tokens.tags[kept[-1]] == "v" else None
    return Phrase(tuple(tokens.words[i] for i in kept), action, start, last)


def _points(tokens: Tokens, index: int) -> bool:
    """Whether a word only points at what was named: the count word behind 这, or 该 with what it points at."""
    word = tokens.words[index]
    before = tokens.words[index - 1] if index and tokens.end(index - 1) == tokens.starts[index] else ""
    return (len(word) == 1 and before in listed("pointing") and word in units()) or word.startswith("该")


def _nominal(tokens: Tokens, kept: Sequence[int]) -> bool:
    """Whether a verb at the edge is part of the name (快递业务量, 使用率) rather than what is done to it (引进项目)."""
    if tokens.words[kept[0]] in listed("nominal"):
        return True
    following = tokens.words[kept[1]]
    return len(following) == 1 and tokens.starts[kept[1]] == tokens.end(kept[0])


def right_end(line: Line, clause: tuple[int, int], number: Number) -> int:
    """Where what a number counts must end: the clause, the next number, or a 、."""
    end = clause[1]
    text = line.article.text
    stop = text.find("、", number.end, end)
    if stop >= 0:
        end = stop
    return min([end, *(n.start for n in line.numbers if n.start >= number.end)])


PEOPLE = ("count:person", "count:household")


def right_phrase(line: Line, begin: int, end: int) -> Phrase:
    """The first run of nouns behind a number."""
    people = any(n.end == begin and n.quantity and n.quantity.unit.dimension in PEOPLE for n in line.numbers)
    tokens = line.tokens
    kept: list[int] = []
    indexes = [i for i in tokens.between(begin, end) if tokens.words[i] not in "“”‘’\"'的" and not covered(line, i)]
    for position, index in enumerate(indexes):
        following = tokens.tags[indexes[position + 1]] if position + 1 < len(indexes) else ""
        if not _runs_on(tokens.words[index], tokens.tags[index], following, bool(kept)):
            break
        kept.append(index)
        owned = line.article.text.startswith("的", tokens.end(index))
        if owned and people and tokens.words[index].endswith(ending("people")):  # 能容纳8000名观众的体育馆
            break
    adverbs = listed("adverbs")
    while kept and (
        tokens.tags[kept[-1]] in ("a", "ad", "v", "vd", "m", "z", "vi") or tokens.words[kept[-1]] in adverbs
    ):
        kept.pop()
    return Phrase(tuple(tokens.words[i] for i in kept), None, begin)


def _runs_on(word: str, tag: str, following: str, inside: bool) -> bool:
    """Whether a word behind a number still names what is counted (12个省级园区 | 建成投产)."""
    if word in listed("link"):
        return False
    if tag in NOUN or tag in ("a", "z", "ad") or (tag == "m" and word.startswith("第")):
        return True
    if tag not in ("v", "vd", "vi") or word in _change_verbs():
        return False
    done = inside and (word in listed("light") or word in listed("standing"))
    return not done and following in ("n", "vn", "nz", "k", "ng")


def what_happened(line: Line, number: Number, end: int) -> tuple[str, ...]:
    """What is told of so many people or households: 12人受伤, 3.5万户受灾."""
    quantity = number.quantity
    if quantity is None or quantity.unit.dimension not in PEOPLE:
        return ()
    done: list[str] = []
    for index in line.tokens.between(number.end, end):
        word, tag = line.tokens.words[index], line.tokens.tags[index]
        if word in listed("light") or word in listed("link") or (not done and word in _change_verbs()):
            break
        if not (tag.startswith("v") or (done and tag in NOUN)):
            break
        done.append(word)
    return tuple(done[:3])


def announced(line: Line, number: Number) -> Phrase:
    """What a row of figures is about: the first thing named before its colon (销售额连上台阶：2019年突破1亿元，…)."""
    text = line.article.text
    colon = max(text.rfind(mark, line.start, number.start) for mark in "：:")
    if colon <= line.start:
        return Phrase(())
    begin = max((m.end() for m in CLAUSE.finditer(text, line.start, colon)), default=line.start)
    for index in line.tokens.between(begin, colon):
        if line.tokens.tags[index] in NOUN and not covered(line, index):
            run = right_phrase(line, line.tokens.starts[index], colon)
            return run if len(run.words[-1:]) and len(run.words[-1]) > 1 else run._replace(words=run.words[:-1])
    return Phrase(())


def base_before(line: Line, clause: tuple[int, int], number: Number) -> Phrase:
    """What a bare share is a share of: the clause before, when it ends with 中 (重大项目中，80%来自…)."""
    text = line.article.text
    before = clause[0] - 1
    if before <= line.start or text[before - 1 : before] not in ("中", "里", "内"):
        return Phrase(())
    begin = max((m.end() for m in CLAUSE.finditer(text, line.start, before)), default=line.start)
    tokens = line.tokens
    indexes = [i for i in tokens.between(begin, before - 1) if not covered(line, i)]
    return _collect(tokens, indexes)


def predicate_phrase(line: Line, number: Number, end: int, left: Phrase) -> Phrase:
    """What a streak or a first is about: what was done (获省政府激励), and to what."""
    tokens = line.tokens
    done = [
        tokens.words[i]
        for i in tokens.between(number.end, end)
        if (tokens.tags[i] in NOUN or tokens.tags[i] in ("v", "a", "m", "vd", "f")) and not covered(line, i)
    ]
    before = left.words[-3:] if left.start < number.start else ()
    return Phrase((*before, *done[:6]), None, left.start) if done else left


def context_words(line: Line, clause: tuple[int, int]) -> tuple[str, ...]:
    """The content words of the clause."""
    tokens = line.tokens
    return tuple(
        tokens.words[i]
        for i in tokens.between(clause[0], clause[1])
        if (tokens.tags[i] in NOUN or tokens.tags[i] in ("v", "a"))
        and len(tokens.words[i]) > 1
        and not _is_link(tokens, i)
    )


_ITEM = re.compile("[、和与及]|以及")


def dealt_items(line: Line, begin: int, end: int) -> tuple[Phrase, ...]:
    """The things that 分别 deals its numbers out to: 营收、利润分别为."""
    text = line.article.text
    head = text.rfind("分别", begin, end)
    if head < 0:
        return ()
    cuts, at = [], begin
    for match in _ITEM.finditer(text, begin, head):
        cuts.append((at, match.start()))
        at = match.end()
    cuts.append((at, head))
    phrases = tuple(left_phrase(line, *cut) for cut in cuts)
    return phrases if all(p.words for p in phrases) else ()
