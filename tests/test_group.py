"""Which claims answer one question. Rows are articles; their letters name the question of each of their figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from helpers import PUBLISHED, article, claims_of_all
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.group import group
from figcheck.group.compare import compare
from figcheck.model import Article, Claim, Group

Rows = list[tuple[str, str]]

TOGETHER: dict[str, Rows] = {
    "an abbreviation that the tagger cuts": [
        ("a", "2024年社会消费品零售总额286亿元。"),
        ("a", "2024年社零总额268亿元。"),
    ],
    "the same words": [("a", "2024年夏粮产量增长5.2%。"), ("a", "2024年夏粮产量增长5.3%。")],
    "other order of words": [("a", "2024年，夏粮产量达320万吨。"), ("a", "夏粮产量2024年达到302万吨。")],
    "known names of one indicator": [
        ("a", "2024年全市进出口总额1170亿元。"),
        ("a", "2024年全市外贸进出口总额1180亿元。"),
        ("a", "2024年全市外贸进出口1190亿元。"),
    ],
    "a foreign abbreviation": [("a", "2024年地区生产总值达到860亿元。"), ("a", "2024年GDP达到870亿元。")],
    "names of one place": [("a", "2024年苏州市常住人口1295万人。"), ("a", "2024年苏州常住人口1259万人。")],
    "a year told and a year reckoned": [("a", "今年接诊量21万人次。"), ("a", "2025年接诊量24万人次。")],
    "a day and the year that ends with it": [
        ("a", "2024年底，公路里程1.2万公里。"),
        ("a", "截至2024年末，公路里程1.3万公里。"),
    ],
    "a share before and behind its base": [
        ("a", "80%的招商项目来自粤港澳大湾区。"),
        ("a", "招商项目中，90%以上来自粤港澳大湾区。"),
    ],
    "a spread and its end": [("a", "企业清关时间为15至45天。"), ("a", "企业清关时间最长45天。")],
    "ranks among the same": [("a", "粮食产量居全省第三。"), ("a", "粮食产量居全省第五。")],
    "streaks": [("a", "连续3年获评全国文明城市。"), ("a", "连续4年获评全国文明城市。")],
    "both ends of one change": [
        ("ab", "办理时限从20天压缩到5天。"),
        ("ab", "办理时限由25天缩短到5天。"),
    ],
    "what was built, and what there is": [
        ("a", "全市建成充电站251座。"),
        ("a", "全市充电站达到215座。"),
    ],
    "three tellings": [
        ("a", "2024年床位使用率86.5%。"),
        ("a", "2024年床位使用率为85.6%。"),
        ("a", "2024年，床位使用率达到86.5%。"),
    ],
}

APART: dict[str, Rows] = {
    "import and export": [("a", "2024年全市出口总额860亿元。"), ("b", "2024年全市进口总额310亿元。")],
    "the whole trade and a part of it": [("a", "2024年全市进出口总额1170亿元。"), ("b", "2024年全市出口总额860亿元。")],
    "town and country": [
        ("a", "2024年城镇居民人均可支配收入5.2万元。"),
        ("b", "2024年农村居民人均可支配收入2.8万元。"),
    ],
    "income and spending": [("a", "2024年一般公共预算收入86亿元。"), ("b", "2024年一般公共预算支出210亿元。")],
    "summer and autumn": [("a", "2024年夏粮产量320万吨。"), ("b", "2024年秋粮产量310万吨。")],
    "home and away": [("a", "本赛季主场胜率为62%。"), ("b", "本赛季客场胜率为45%。")],
    "near names": [("a", "2024年物流成本降低15%。"), ("b", "2024年人工成本降低12%。")],
    "a kind within a kind": [("a", "2024年工业投资增长5.2%。"), ("b", "2024年固定资产投资增长5.3%。")],
    "other things with one head": [("a", "2024年地铁日均客流量58万人次。"), ("b", "2024年公交日均客流量71万人次。")],
    "another city": [("a", "2024年苏州市常住人口1295万人。"), ("b", "2024年杭州市常住人口1252万人。")],
    "a city and its province": [("a", "2024年苏州市接诊量21万人次。"), ("b", "2024年江苏省接诊量240万人次。")],
    "another year": [("a", "2023年接诊量21万人次。"), ("b", "2024年接诊量24万人次。")],
    "months and the year": [("a", "2024年1至9月，接诊量21万人次。"), ("b", "2024年接诊量24万人次。")],
    "a target and a fact": [("a", "2025年力争接诊量达到21万人次。"), ("b", "2025年接诊量达到24万人次。")],
    "a level and a change": [("a", "2024年夏粮产量增长5.2%。"), ("b", "2024年夏粮产量达到320万吨。")],
    "up and down": [("a", "2024年夏粮产量增长5.2%。"), ("b", "2024年夏粮产量下降5.3%。")],
    "on the year and on the month": [("a", "2025年9月用电量同比增长5.2%。"), ("b", "2025年9月用电量环比增长1.3%。")],
    "another unit": [("a", "2024年出口茶叶3200吨。"), ("b", "2024年出口茶叶8.6亿元。")],
    "yuan and dollars": [("a", "2024年出口总额86亿元。"), ("b", "2024年出口总额86亿美元。")],
    "ranks among others": [("a", "粮食产量居全省第三。"), ("b", "粮食产量居全国第五。")],
    "shares of another kind": [("a", "80%的产品来自粤港澳大湾区。"), ("b", "75%的产品销往粤港澳大湾区。")],
    "what is done to the same thing": [("a", "2024年关停企业510家。"), ("b", "2024年引进企业630家。")],
    "nouns that pose no question": [("a", "2024年完成项目36个。"), ("b", "2024年完成项目48个。")],
    "common nouns of other bodies": [("a", "2024年景区建设项目36个。"), ("b", "2024年医院建设项目48个。")],
    "a part and a whole": [("ab", "2024年生猪存栏320万头，其中能繁母猪29万头。"), ("a", "2024年生猪存栏310万头。")],
    "two figures of one sentence": [("ab", "苏州市常住人口1295万人，杭州市常住人口1252万人。")],
    "an enumeration in one article": [
        ("abcd", "普通高中招生9.6万人，毕业生8.8万人。\n中等职业学校招生4.1万人，毕业生3.7万人。"),
    ],
    "both ends of a change": [("ab", "床位由800张增至1200张。")],
    "the years of one change": [
        ("ab", "接诊量由2022年的21万人次增至2024年的35万人次。"),
        ("b", "2024年接诊量34万人次。"),
    ],
    "a threshold and none": [("a", "2024年投资额2亿元以上的产业园36个。"), ("b", "2024年产业园45个。")],
}


def written(rows: Rows) -> list[Article]:
    return [article(text, path=f"{number}.txt") for number, (_, text) in enumerate(rows)]


Places = frozenset[tuple[str, int]]


def place(claim: Claim) -> tuple[str, int]:
    return claim.article.path, claim.figure.span.start


def clusters(groups: Sequence[Group]) -> set[Places]:
    return {frozenset(map(place, one.claims)) for one in groups}


def expected(rows: Rows, claims: Sequence[Claim]) -> set[Places]:
    letters = "".join(letters for letters, _ in rows)
    assert len(letters) == len(claims), [claim.figure.span.text for claim in claims]
    return {
        frozenset(place(claim) for claim, own in zip(claims, letters, strict=True) if own == letter)
        for letter in set(letters)
    }


def check(rows: Rows) -> None:
    claims = claims_of_all(written(rows))
    assert clusters(group(claims)) == expected(rows, claims)


@pytest.mark.parametrize("rows", TOGETHER.values(), ids=TOGETHER.keys())
def test_claims_that_answer_one_question(rows: Rows) -> None:
    check(rows)


@pytest.mark.parametrize("rows", APART.values(), ids=APART.keys())
def test_claims_that_answer_two(rows: Rows) -> None:
    check(rows)


# ------------------------------------------------------------------------------- time of publication


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (date(2025, 10, 1), date(2025, 10, 20), True),
        (date(2021, 10, 1), date(2025, 10, 20), False),
    ],
)
def test_what_holds_about_now_is_held_against_the_time_of_publication(one: date, other: date, meet: bool) -> None:
    told = [article("体育场馆达到36座。", one, path="1"), article("体育场馆达到38座。", other, path="2")]
    assert (len(group(claims_of_all(told))) == 1) is meet


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("去年", "今年", False),
        ("一季度", "二季度", False),
        ("上半年", "全年", False),
        ("3月", "4月", False),
        ("去年", "去年", True),
        ("上半年", "上半年", True),
        ("去年", "", True),
        ("2024年", "去年", False),  # which year that is, nobody can tell
    ],
)
def test_an_article_without_a_date_tells_its_times_apart(one: str, other: str, meet: bool) -> None:
    told = article(f"{one}，全市接诊量21万人次。\n{other}全市接诊量24万人次。", None)
    assert (len(group(claims_of_all([told]))) == 1) is meet


def test_lasting_truths_meet_over_the_years_and_say_so() -> None:
    told = [
        article("80%的招商项目来自粤港澳大湾区。", date(2021, 7, 1), path="1"),
        article("90%以上的招商项目来自粤港澳大湾区。", date(2025, 3, 1), path="2"),
    ]
    (only,) = group(claims_of_all(told))
    assert "years-apart" in only.pairs[0].unsure
    assert only.confidence < 1


# ------------------------------------------------------------------------------- what holds for every corpus


@cache
def corpus() -> tuple[Article, ...]:
    rows = [row for case in (*TOGETHER.values(), *APART.values()) for row in case]
    return tuple(written(rows))


@cache
def all_claims() -> tuple[Claim, ...]:
    return tuple(claims_of_all(corpus()))


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(len(corpus()))))
def test_the_order_of_the_articles_does_not_matter(order: list[int]) -> None:
    shuffled = [corpus()[index] for index in order]
    assert clusters(group(claims_of_all(shuffled))) == clusters(group(all_claims()))


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(len(all_claims()))))
def test_groups_come_in_the_order_of_the_text(order: list[int]) -> None:
    shuffled = group([all_claims()[index] for index in order])
    assert [list(map(place, one.claims)) for one in shuffled] == [
        list(map(place, one.claims)) for one in group(all_claims())
    ]


def test_every_claim_is_in_one_group() -> None:
    assert sorted(place(claim) for one in group(all_claims()) for claim in one.claims) == sorted(
        map(place, all_claims())
    )


def test_doubling_the_corpus_keeps_its_groups() -> None:
    """A copy joins the group of what it copies, and nothing else does."""
    copies = [article(one.text, path=f"copy-{one.path}") for one in corpus()]
    doubled = clusters(group([*all_claims(), *claims_of_all(copies)]))
    assert doubled == {
        frozenset([*places, *((f"copy-{path}", at) for path, at in places)]) for places in clusters(group(all_claims()))
    }


@given(st.integers(0, len(all_claims()) - 1), st.integers(0, len(all_claims()) - 1))
def test_comparison_is_mutual(first: int, second: int) -> None:
    a, b = all_claims()[first], all_claims()[second]
    assert compare(a, b).score == compare(b, a).score


def test_the_reckoning_is_kept_and_ends_with_its_veto() -> None:
    for a in all_claims():
        for b in all_claims()[:20]:
            vetoes = [part.veto for part in compare(a, b).parts]
            assert not any(vetoes[:-1])
            assert compare(a, b).same_question or compare(a, b).score == 0


def test_the_pairs_of_a_group_answer_one_question() -> None:
    for one in group(all_claims()):
        assert all(pair.same_question for pair in one.pairs)
        assert 0 < one.confidence <= 1
        inside = set(map(id, one.claims))
        assert all({id(pair.a), id(pair.b)} <= inside for pair in one.pairs)


def test_a_crowd_under_one_name_is_grouped_by_year() -> None:
    told = [article(f"{1950 + n % 60}年，粮食产量{320 + n // 60}万吨。", path=f"{n:03}.txt") for n in range(240)]
    assert sorted(len(one.claims) for one in group(claims_of_all(told))) == [4] * 60


def test_a_group_shows_the_topic_that_says_most() -> None:
    told = [article("接诊量24万人次。", path="1"), article("2025年苏州市接诊量24.1万人次。", path="2", place="苏州")]
    (only,) = group(claims_of_all(told))
    assert only.topic.subject == "苏州市"
    assert only.topic.period is not None
    assert only.topic.period.label == "2025"


def test_nothing_makes_no_group() -> None:
    assert group([]) == []


def test_one_claim_is_a_group_of_its_own() -> None:
    (only,) = group(claims_of_all([article("2024年接诊量24万人次。", PUBLISHED)]))
    assert only.pairs == ()
    assert only.confidence == 1
