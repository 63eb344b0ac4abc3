"""The parts of a match by themselves: words and their rarity, frames, keys, exclusions, what two numbers are to each
other, and the file of weights.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from helpers import article, claim_of, claims, claims_of_all
from hypothesis import given
from hypothesis import strategies as st

from figcheck.errors import UserError
from figcheck.match import blocking, frames
from figcheck.match.blocking import candidates, common
from figcheck.match.comparisons import SLOTS, TOGETHER, Both, clash
from figcheck.match.exclusions import exclusion
from figcheck.match.sides import Side
from figcheck.match.values import Relation, agree, relate
from figcheck.match.weights import Weights, load, probability, shipped, written
from figcheck.match.words import pieces, rarity
from figcheck.model import Claim

# ------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("养老床位", ["养老", "老床", "床位"]),
        ("达3120张。", ["达", "张"]),
        ("GDP增长", ["gdp", "增长"]),
        ("The workers' homes", ["the", "worker", "home"]),
        ("cities, planned and losing", ["city", "plann", "and", "los"]),
        ("class glass", ["class", "glass"]),  # no plural
        ("it's", ["it"]),
        ("1,200 3.5%", []),
        ("", []),
    ],
)
def test_what_a_text_is_cut_into(text: str, found: list[str]) -> None:
    assert pieces(text) == found


@given(st.text(alphabet="养老床位 abcs,。3—-’'", max_size=40), st.text(alphabet="养老床位 abcs,。", max_size=20))
def test_pieces_do_not_depend_on_what_stands_beyond_a_stop(one: str, other: str) -> None:
    assert pieces(f"{one}。{other}") == [*pieces(one), *pieces(other)]


@pytest.mark.parametrize(
    ("rare", "common"), [("苕溪", "发展"), ("床位", "中国"), ("incinerator", "the"), ("zebra", "year")]
)
def test_rare_words_say_more(rare: str, common: str) -> None:
    assert rarity(rare) > rarity(common) >= 0


# ------------------------------------------------------------------------------- frames


def windows(figure: str, text: str, window: int) -> set[str]:
    """The words around a figure in one window."""
    return {word for word, here in frames.unpacked(claim_of(figure, text).frame).items() if here & window}


PLANTED = "入冬以来，园林部门忙个不停。在城北公园，志愿者栽下3126棵水杉，附近居民拍手叫好。"


@pytest.mark.parametrize(
    ("window", "inside", "outside"),
    [
        (frames.CLOSE, {"栽下"}, {"水杉", "城北", "居民"}),
        (frames.NEAR, {"栽下", "水杉"}, {"城北", "居民"}),
        (frames.AFTER, {"水杉"}, {"栽下", "居民"}),
        (frames.CLAUSE, {"志愿", "栽下", "水杉"}, {"城北", "居民"}),
        (frames.SENTENCE, {"志愿", "城北", "居民"}, {"园林"}),
        (frames.BEFORE, {"城北", "公园"}, {"水杉", "居民", "园林"}),
    ],
)
def test_how_near_a_word_stands(window: int, inside: set[str], outside: set[str]) -> None:
    found = windows("3126棵", PLANTED, window)
    assert inside <= found
    assert not outside & found


def test_the_clause_before_may_end_another_sentence() -> None:
    assert "园林" in windows("3126棵", "园林部门忙个不停。栽下水杉3126棵。", frames.BEFORE)


def test_a_figure_is_no_word_of_its_frame() -> None:
    words = frames.unpacked(claim_of("3126棵", PLANTED).frame)
    assert not [word for word in words if any(letter.isdigit() for letter in word)]


def test_the_frame_of_a_long_sentence_is_small_and_keeps_what_is_near() -> None:
    text = "".join(chr(0x4E00 + n) for n in range(0, 3000, 17)) + "，志愿者栽下3126棵水杉。"
    words = frames.unpacked(claim_of("3126棵", text).frame)
    assert len(words) <= 48
    assert "栽下" in words


def test_neighbours_are_known_by_their_values() -> None:
    one, other = claims("医院接诊3126人次，开放床位886张。")
    (again,) = claims("开放床位的886张已经住满。")
    assert one.frame.beside
    assert one.frame.beside != other.frame.beside
    assert again.frame.beside == ()


@pytest.mark.parametrize(
    ("text", "running"),
    [("截至昨天，栽下3126棵水杉。", True), ("目前累计栽下3126棵水杉。", True), ("昨天栽下3126棵水杉。", False)],
)
def test_words_of_counts_that_go_on(text: str, running: bool) -> None:
    assert Side(claim_of("3126棵", text)).running is running


def test_the_opening_of_a_story_is_known_to_all_its_figures() -> None:
    told = claims("# 苕溪两岸添新绿\n志愿者栽下3126棵水杉。\n另有柳树886棵。")
    assert all("苕溪" in claim.frame.story for claim in told)


# ------------------------------------------------------------------------------- which claims meet


def met(*texts: str) -> set[tuple[str, str]]:
    """The figures that are held side by side."""
    told = claims_of_all([article(text, path=f"{at}.txt") for at, text in enumerate(texts)])
    sides = [Side(claim) for claim in told]
    pairs = candidates(sides, [()] * len(sides))
    return {(told[one].figure.span.text, told[other].figure.span.text) for one, other, _ in pairs}


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        (("栽下苕溪水杉3126棵。", "苕溪水杉有3216棵。"), {("3126棵", "3216棵")}),
        (("会上发布报告3126份。", "媒体发布公告886份。"), set()),  # a common word alone says too little
        (("栽下3126棵水杉。", "水杉小镇有游客3216人。"), set()),  # trees are no people
        (
            ("2024年地区生产总值3126亿元。", "2024年GDP为3216亿元。"),
            {("3126亿元", "3216亿元")},
        ),  # known names of one thing
        (("# 新增3126人\n昨天体育馆内的选手有3216人。",), {("3126人", "3216人")}),  # a headline and its story
    ],
)
def test_what_brings_two_figures_together(texts: tuple[str, ...], pairs: set[tuple[str, str]]) -> None:
    assert met(*texts) == pairs


def test_what_two_figures_have_in_common_is_told_and_is_why_they_meet() -> None:
    told = claims_of_all([article("栽下苕溪水杉3126棵。", path="a"), article("苕溪水杉有3216棵。", path="b")])
    keys = common(*map(Side, told))
    assert "水杉" in dict(keys)
    assert sum(said for _, said in keys) >= blocking.ENOUGH
    assert keys == common(*map(Side, told[::-1]))


def test_keys_depend_on_the_claim_alone() -> None:
    alone = claims("栽下3126棵水杉。")
    among = claims_of_all([article("栽下3126棵水杉。"), article("剧团演出88场，观众3216人。", path="b")])
    assert blocking.keys(Side(alone[0])) == blocking.keys(Side(among[0]))


def pairs_of(size: int) -> tuple[int, float]:
    """How many pairs are proposed, and how long that takes, among figures under a few common words."""
    told = [
        article(f"{year}年，苕溪流域水杉林第{n}号样地有水杉{n + 1000}棵。", path=f"{n:05}") for n, year in _years(size)
    ]
    sides = [Side(claim) for claim in claims_of_all(told)]
    begun = time.perf_counter()
    found = sum(1 for _ in candidates(sides, [()] * len(sides)))
    return found, time.perf_counter() - begun


def _years(size: int) -> list[tuple[int, int]]:
    return [(n, 1950 + n % 70) for n in range(size)]


def test_the_number_of_pairs_grows_with_the_figures_and_not_with_their_pairs() -> None:
    (few, _), (many, _) = pairs_of(150), pairs_of(600)
    assert few < many <= few * 6


# ------------------------------------------------------------------------------- what keeps claims apart


def excluded(one: str, other: str, days: tuple[date, date] = (date(2025, 3, 1), date(2025, 3, 2))) -> str | None:
    """The first exclusion that the first figures of two articles meet."""
    told = [article(text, day, path=f"{at}.txt") for at, (text, day) in enumerate(zip((one, other), days, strict=True))]
    a, b = (claims_of_all([part])[0] for part in told)
    part = exclusion(Both(Side(a), Side(b)))
    assert exclusion(Both(Side(b), Side(a))) is not None if part else exclusion(Both(Side(b), Side(a))) is None
    return part.name if part else None


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("2023年栽下水杉3126棵。", "2024年栽下水杉3216棵。", "period"),
        ("2024年栽下水杉3126棵。", "2024年栽下水杉3216棵。", None),
        ("2024年栽下水杉3126棵。", "栽下水杉3216棵。", None),  # what is not stated is unknown
        ("2024年一季度栽下水杉3126棵。", "2024年栽下水杉3216棵。", "period"),
        ("湖南省栽下水杉3126棵。", "广东省栽下水杉3216棵。", "subject"),
        ("湖南省栽下水杉3126棵。", "栽下水杉3216棵。", None),
        ("湖南省栽下水杉3126棵。", "长沙市栽下水杉3216棵。", None),  # one within the other: it only weighs
        ("全年进口茶叶3126吨。", "全年出口茶叶3216吨。", "exclusive"),
        ("城镇居民人均存书31册。", "农村居民人均存书32册。", "exclusive"),
        ("男生3126人。", "女生3216人。", "exclusive"),
        ("产量同比增长12.6%。", "产量环比增长16.2%。", "basis"),
        ("产量同比增长12.6%。", "产量增长16.2%。", None),
        ("粮食产量居全省第三。", "粮食产量位列全省第五。", None),
        ("粮食产量居全省第三。", "全省粮食产量3216万吨。", "measure"),
        ("一号车间日产瓷砖3126箱。", "二号车间日产瓷砖3216箱。", "label"),
    ],
)
def test_stated_parts_that_cannot_both_be(one: str, other: str, name: str | None) -> None:
    if excluded_dimension(one, other):
        pytest.fail("figures of two dimensions never meet")
    assert excluded(one, other) == name


def excluded_dimension(one: str, other: str) -> bool:
    a, b = claims(one)[0], claims(other)[0]
    return False if "第" in one else a.topic.dimension != b.topic.dimension


def test_two_figures_of_a_sentence_are_two_things() -> None:
    a, b = claims("水杉3126棵、柳树3216棵。")
    part = exclusion(Both(Side(a), Side(b)))
    assert part is not None
    assert part.name == "sentence"
    assert part.veto


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("截至5月3日12时，山洪已致3126人转移。", "截至5月4日12时，山洪已致3216人转移。", True),
        ("截至5月3日12时，山洪已致3126人转移。", "截至5月3日12时，山洪已致3216人转移。", False),
    ],
)
def test_running_counts_of_two_moments_do_not_contradict_each_other(one: str, other: str, apart: bool) -> None:
    days = (date(2024, 5, 3), date(2024, 5, 4))
    assert (excluded(one, other, days) in ("period", "moment")) is apart


def test_words_that_exclude_each_other_hold_within_one_language() -> None:
    a, b = Side(claims("全年进口茶叶3126吨。")[0]), Side(claims("全年出口茶叶3216吨。")[0])
    both = Both(a, b)
    assert clash(both, a.named_among, b.named_among) == ("进口", "出口")
    assert clash(both, {}, b.named_among) is None


# ------------------------------------------------------------------------------- what two numbers are to each other


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("3126张", "3126张", Relation.EQUAL),
        ("1.2万人", "12000人", Relation.EQUAL),
        ("3126张", "超过3126张", Relation.BOUND),
        ("约3000张", "3050张", Relation.OVERLAP),
        ("3126张", "3526张", Relation.DIGIT),
        ("3126张", "3216张", Relation.SWAP),
        ("3.1亿元", "3.1万元", Relation.POWER),
        ("31.2%", "3.12%", Relation.POWER),
        ("3126张", "3098张", Relation.NEAR),
        ("3126张", "4789张", Relation.APART),
        ("3126张", "58张", Relation.FAR),
    ],
)
def test_what_two_numbers_are_to_each_other(one: str, other: str, relation: Relation) -> None:
    a, b = (claims(f"床位使用{told}。")[0] for told in (one, other))
    assert relate(a, b) is relation
    assert relate(b, a) is relation


@pytest.mark.parametrize(
    ("other", "relation"),
    [("增长12.6%", Relation.EQUAL), ("下降12.6%", Relation.OPPOSITE), ("下降3.1%", Relation.FAR)],
)
def test_up_and_down_are_opposite_where_the_number_is_the_same(other: str, relation: Relation) -> None:
    a, b = claims("产量增长12.6%。")[0], claims(f"产量{other}。")[0]
    assert relate(a, b) is relation


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_numbers_relate_both_ways_alike(one: int, other: int) -> None:
    a = _with(one)
    b = _with(other)
    assert relate(a, b) is relate(b, a)
    assert (relate(a, b) is Relation.EQUAL) is (one == other)
    assert agree(relate(a, b)) is (one == other)


_BED = claims("床位使用3126张。")[0]


def _with(number: int) -> Claim:
    """The claim with another number."""
    stated = type(_BED.quantity.value)(number)
    interval = replace(_BED.quantity.interval, low=stated, high=stated, low_open=False, high_open=False)
    quantity = replace(_BED.quantity, stated=(stated,), interval=interval)
    return replace(_BED, figure=replace(_BED.figure, quantity=quantity))


# ------------------------------------------------------------------------------- weights


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(written(shipped(), {"articles": 3}), encoding="utf-8")
    assert load(path) == shipped()
    assert written(load(path), {"articles": 3}) == path.read_text(encoding="utf-8")


def test_every_level_has_a_line_of_its_own() -> None:
    lines = written(shipped(), {}).splitlines()
    assert len(lines) > sum(map(len, shipped().single.values()))
    json.loads("\n".join(lines))


BROKEN: dict[str, Callable[[dict[str, object]], object]] = {
    "no prior": lambda told: told.pop("prior"),
    "another format": lambda told: told.update(format=2),
    "a slot is missing": lambda told: told["single"].pop("clause"),  # type: ignore[attr-defined]
    "words for a weight": lambda told: told["single"]["unit"].update(same="much"),  # type: ignore[index]
    "a list": lambda told: told.update(single=[]),
    "a relation is missing": lambda told: told["values"].pop("digit"),  # type: ignore[attr-defined]
}


@pytest.mark.parametrize("break_it", BROKEN.values(), ids=BROKEN)
def test_a_file_that_lacks_something_is_refused(
    tmp_path: Path, break_it: Callable[[dict[str, object]], object]
) -> None:
    told = json.loads(written(shipped(), {}))
    break_it(told)
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(UserError, match="is no file of weights"):
        load(path)


def test_the_shipped_weights_cover_all_slots_and_tell_an_error_from_a_warning() -> None:
    weights = shipped()
    assert list(weights.single) == list(SLOTS)
    assert list(weights.joint) == list(TOGETHER)
    assert set(weights.steps) <= set(SLOTS)
    assert all(list(steps) == sorted(steps) for steps in weights.steps.values())
    assert 0 < weights.warning < weights.error < 1
    assert set(weights.values) == {relation.value for relation in Relation}


def test_a_level_that_was_never_seen_weighs_nothing() -> None:
    weights = shipped()
    levels = tuple("never seen" for _ in SLOTS)
    assert weights.odds(levels) == weights.prior


@given(st.floats(-900, 900))
def test_log_odds_are_probabilities(odds: float) -> None:
    assert 0 <= probability(odds) <= 1
    assert probability(odds) + probability(-odds) == pytest.approx(1)


def test_numbers_that_differ_in_the_last_place_are_one_level() -> None:
    weights: Weights = shipped()
    for slot, steps in weights.steps.items():
        for step in steps:
            assert weights.level(slot, step) == weights.level(slot, step - 1e-9)
