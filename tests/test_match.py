"""Which claims answer one question. Rows are articles; their letters name the question of each of their figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from helpers import PUBLISHED, article, claims_of_all, grouped
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import pipeline, yamlio
from figcheck.match.weights import Weights, shipped
from figcheck.model import Article, Claim, Group, Severity

Rows = list[tuple[str, str]]

TOGETHER: dict[str, Rows] = {
    "an abbreviation that the tagger cuts": [
        ("a", "2024年苏州市社会消费品零售总额2861亿元。"),
        ("a", "2024年苏州市社零总额2681亿元。"),
    ],
    "the same words": [("a", "2024年湖南省夏粮产量增长5.2%。"), ("a", "2024年湖南省夏粮产量增长5.3%。")],
    "other order of words": [
        ("a", "2024年，湖南省夏粮产量达326万吨。"),
        ("a", "湖南省夏粮产量2024年达到362万吨。"),
    ],
    "known names of one indicator": [
        ("a", "2024年郴州市进出口总额1170亿元。"),
        ("a", "2024年郴州市外贸进出口总额1180亿元。"),
        ("a", "2024年郴州市外贸进出口1190亿元。"),
    ],
    "a foreign abbreviation": [
        ("a", "2024年郴州市地区生产总值达到3286亿元。"),
        ("a", "2024年郴州市GDP达到3268亿元。"),
    ],
    "names of one place": [("a", "2024年苏州市常住人口1295万人。"), ("a", "2024年苏州常住人口1259万人。")],
    "a year told and a year reckoned": [
        ("a", "今年苏州市接诊量217万人次。"),
        ("a", "2025年苏州市接诊量271万人次。"),
    ],
    "a day and the year that ends with it": [
        ("a", "2024年底，湖南省公路里程24.26万公里。"),
        ("a", "截至2024年末，湖南省公路里程24.62万公里。"),
    ],
    "a share before and behind its base": [
        ("a", "2024年，郴州市83.6%的招商项目来自粤港澳大湾区。"),
        ("a", "2024年郴州市招商项目中，86.3%来自粤港澳大湾区。"),
    ],
    "a spread and its end": [
        ("a", "2024年，苏州市企业清关时间为135至456分钟。"),
        ("a", "2024年，苏州市企业清关时间最长456分钟。"),
    ],
    "ranks among the same": [("a", "2024年郴州市粮食产量居全省第三。"), ("a", "2024年郴州市粮食产量居全省第五。")],
    "streaks": [("a", "苏州市连续3年获评全国文明城市。"), ("a", "苏州市连续4年获评全国文明城市。")],
    "both ends of one change": [
        ("ab", "2024年，郴州市办理时限从3126分钟压缩到582分钟。"),
        ("ab", "2024年，郴州市办理时限由3216分钟缩短到582分钟。"),
    ],
    "what was built, and what there is": [
        ("a", "2024年，郴州市建成充电站2516座。"),
        ("a", "2024年，郴州市充电站达到2156座。"),
    ],
    "three tellings": [
        ("a", "2024年苏州市床位使用率86.5%。"),
        ("a", "2024年苏州市床位使用率为85.6%。"),
        ("a", "2024年，苏州市床位使用率达到86.5%。"),
    ],
}

APART: dict[str, Rows] = {
    "import and export": [("a", "2024年湖南省出口总额3126亿元。"), ("b", "2024年湖南省进口总额3216亿元。")],
    "the whole trade and a part of it": [
        ("a", "2024年湖南省进出口总额3126亿元。"),
        ("b", "2024年湖南省出口总额3216亿元。"),
    ],
    "town and country": [
        ("a", "2024年湖南省城镇居民人均可支配收入3.126万元。"),
        ("b", "2024年湖南省农村居民人均可支配收入3.216万元。"),
    ],
    "income and spending": [
        ("a", "2024年湖南省一般公共预算收入3126亿元。"),
        ("b", "2024年湖南省一般公共预算支出3216亿元。"),
    ],
    "summer and autumn": [("a", "2024年湖南省夏粮产量326万吨。"), ("b", "2024年湖南省秋粮产量362万吨。")],
    "home and away": [("a", "本赛季主场胜率为62.6%。"), ("b", "本赛季客场胜率为66.2%。")],
    "near names": [("a", "2024年物流成本降低15%。"), ("b", "2024年人工成本降低12%。")],
    "a kind within a kind": [("a", "2024年工业投资增长5.2%。"), ("b", "2024年固定资产投资增长5.3%。")],
    "other things with one head": [("a", "2024年地铁日均客流量58万人次。"), ("b", "2024年公交日均客流量71万人次。")],
    "another city": [("a", "2024年苏州市常住人口1295万人。"), ("b", "2024年杭州市常住人口1259万人。")],
    "a city and its province": [("a", "2024年苏州市接诊量21万人次。"), ("b", "2024年江苏省接诊量240万人次。")],
    "another year": [("a", "2023年苏州市接诊量2146万人次。"), ("b", "2024年苏州市接诊量2416万人次。")],
    "months and the year": [("a", "2024年1至9月，苏州市接诊量2146万人次。"), ("b", "2024年苏州市接诊量2416万人次。")],
    "a target and a fact": [
        ("a", "2025年苏州市力争接诊量达到2146万人次。"),
        ("b", "2025年苏州市接诊量达到2416万人次。"),
    ],
    "a level and a change": [("a", "2024年夏粮产量增长5.2%。"), ("b", "2024年夏粮产量达到320万吨。")],
    "up and down": [("a", "2024年夏粮产量增长5.2%。"), ("b", "2024年夏粮产量下降5.3%。")],
    "on the year and on the month": [
        ("a", "2025年9月湖南省用电量同比增长5.26%。"),
        ("b", "2025年9月湖南省用电量环比增长5.62%。"),
    ],
    "another unit": [("a", "2024年出口茶叶3200吨。"), ("b", "2024年出口茶叶8.6亿元。")],
    "yuan and dollars": [("a", "2024年出口总额86亿元。"), ("b", "2024年出口总额86亿美元。")],
    "ranks among others": [("a", "2024年湖南省粮食产量居中部第三。"), ("b", "2024年湖南省粮食产量居全国第五。")],
    "shares of another kind": [("a", "80%的产品来自粤港澳大湾区。"), ("b", "75%的产品销往粤港澳大湾区。")],
    "what is done to the same thing": [("a", "2024年关停企业510家。"), ("b", "2024年引进企业630家。")],
    "nouns that pose no question": [("a", "2024年完成项目36个。"), ("b", "2024年完成项目48个。")],
    "common nouns of other bodies": [("a", "2024年景区建设项目36个。"), ("b", "2024年医院建设项目48个。")],
    "a part and a whole": [
        ("ab", "2024年湖南省生猪存栏3265万头，其中能繁母猪295万头。"),
        ("a", "2024年湖南省生猪存栏3256万头。"),
    ],
    "two figures of one sentence": [("ab", "苏州市常住人口1295万人，杭州市常住人口1252万人。")],
    "an enumeration in one article": [
        ("abcd", "普通高中招生9.6万人，毕业生8.8万人。\n中等职业学校招生4.1万人，毕业生3.7万人。"),
    ],
    "both ends of a change": [("ab", "床位由800张增至1200张。")],
    "the years of one change": [
        ("ab", "苏州市接诊量由2022年的217万人次增至2024年的356万人次。"),
        ("b", "2024年苏州市接诊量365万人次。"),
    ],
    "a threshold and none": [("a", "2024年湖南省投资额2亿元以上的产业园3126个。"), ("b", "2024年湖南省产业园3216个。")],
}


_DEFINED = "alarms: the same thing, place and time are one question by definition, whatever else is stated"
_BARE = "alarms: nothing but the thing itself tells them apart, and little weighs that"

WAITING: dict[str, str] = {
    "a target and a fact": _DEFINED,
    "a threshold and none": _DEFINED,
    "en: runners": "missed: the verb behind the noun is read as part of it, and people are counted no more",
    "zh: loans": "missed: the loans stand far from their figure, and say too little to be held side by side",
    "zh: parks and halls": _BARE,
    "zh: bought and scrapped": _BARE,
    "zh: two hospitals": _BARE,
    "zh: teachers and pupils": _BARE,
    "en: growth of two things": _BARE,
    "en: homes and shops": _BARE,
    "en: two yards": _BARE,
    "en: imports and exports": _BARE,
}
"""Rows that are not as they should be yet, and why."""


def rows(table: dict[str, Any]) -> list[Any]:
    """The rows of a table, those that wait as expected failures."""
    return [
        pytest.param(
            row, id=name, marks=[pytest.mark.xfail(reason=WAITING[name], strict=True)] if name in WAITING else []
        )
        for name, row in table.items()
    ]


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
    assert clusters(grouped(claims)) == expected(rows, claims)


@pytest.mark.parametrize("row", rows(TOGETHER))
def test_claims_that_answer_one_question(row: Rows) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(APART))
def test_claims_that_answer_two(row: Rows) -> None:
    check(row)


# ------------------------------------------------------------------------------- one sentence, and another one

SENTENCES = yamlio.read(Path(__file__).with_name("pairs.match.yaml"))
COMMON = "3126 3216 58"


class Row(NamedTuple):
    """Two sentences of a language, a number, the same with a slip, and one that has nothing to do with it."""

    lang: str
    one: str
    other: str
    number: str
    slip: str
    far: str


def sentences(kind: str) -> dict[str, Row]:
    """The pairs of a kind by their names."""
    return {
        f"{lang}: {name}": Row(lang, one, other, *(_in(lang, n) for n in " ".join(numbers or [COMMON]).split()))
        for lang, found in SENTENCES[kind].items()
        for name, (one, other, *numbers) in found.items()
    }


def _in(lang: str, number: str) -> str:
    return f"{int(number):,}" if lang == "en" and number.isdecimal() else number


def told(row: Row, *numbers: str) -> list[Claim]:
    """The claims of two articles, each a sentence with its number."""
    texts = zip((row.one, row.other), numbers, strict=True)
    articles = [article(text.format(n=n), path=f"{at}.txt") for at, (text, n) in enumerate(texts)]
    return claims_of_all([replace(one, lang=row.lang) for one in articles])


def outcome(claims: Sequence[Claim], weights: Weights | None = None) -> str:
    """What comes of two figures: the severity of a finding that they can make, `together` where they agree, or
    `apart`."""
    assert len(claims) == 2, [claim.figure.span.text for claim in claims]
    groups = grouped(claims, weights)
    if len(groups) == 2:
        return "apart"
    agree = claims[0].quantity.value == claims[1].quantity.value
    return "together" if agree else str(groups[0].pairs[0].worst)


@pytest.mark.parametrize("row", rows(sentences("told twice")))
def test_what_is_told_twice_is_found_and_strange_numbers_are_not(row: Row) -> None:
    assert outcome(told(row, row.number, row.number)) == "together"
    assert outcome(told(row, row.number, row.slip)) in ("warning", "error")
    assert outcome(told(row, row.number, row.far)) == "apart"


@pytest.mark.parametrize("row", rows(sentences("strangers")))
def test_strangers_are_left_in_peace_though_their_numbers_are_alike(row: Row) -> None:
    assert outcome(told(row, row.number, row.slip)) == "apart"


# ------------------------------------------------------------------------------- time of publication


@pytest.mark.parametrize(
    ("one", "other"),
    [("去年", "今年"), ("一季度", "二季度"), ("上半年", "全年"), ("3月", "4月"), ("2024年", "2023年")],
)
def test_an_article_without_a_date_tells_its_times_apart(one: str, other: str) -> None:
    said = article(f"{one}，全市接诊量3126人次。\n{other}全市接诊量3216人次。", None)
    assert len(grouped(claims_of_all([said]))) == 2


ORDER = ("apart", "info", "warning", "error")


@pytest.mark.parametrize("row", sentences("told twice").values(), ids=sentences("told twice"))
def test_without_a_date_nothing_is_louder(row: Row) -> None:
    dated = told(row, row.number, row.slip)
    undated = claims_of_all(
        [replace(claim.article, stories=_undated(claim.article), published=None) for claim in dated]
    )
    assert ORDER.index(outcome(undated)) <= ORDER.index(outcome(dated))


def _undated(one: Article) -> tuple[Any, ...]:
    return tuple(replace(story, published=None) for story in one.stories)


# ------------------------------------------------------------------------------- what holds for every corpus


@cache
def corpus() -> tuple[Article, ...]:
    return tuple(written([row for case in (*TOGETHER.values(), *APART.values()) for row in case]))


@cache
def all_claims() -> tuple[Claim, ...]:
    return tuple(claims_of_all(corpus()))


@cache
def all_groups() -> tuple[Group, ...]:
    return tuple(grouped(all_claims()))


@settings(max_examples=10)
@given(st.permutations(range(len(all_claims()))))
def test_the_order_of_the_claims_does_not_matter(order: list[int]) -> None:
    shuffled = grouped([all_claims()[index] for index in order])
    assert [list(map(place, one.claims)) for one in shuffled] == [list(map(place, one.claims)) for one in all_groups()]
    assert [_pairs(one) for one in shuffled] == [_pairs(one) for one in all_groups()]


def _pairs(one: Group) -> list[tuple[Any, ...]]:
    return [(place(pair.a), place(pair.b), pair.score, pair.match, pair.worst, pair.unsure) for pair in one.pairs]


def test_every_claim_is_in_one_group() -> None:
    assert sorted(place(claim) for one in all_groups() for claim in one.claims) == sorted(map(place, all_claims()))


def test_the_pairs_of_a_group_answer_one_question() -> None:
    assert any(one.pairs for one in all_groups())
    for one in all_groups():
        assert all(pair.same_question for pair in one.pairs)
        assert 0 < one.confidence <= 1
        inside = set(map(id, one.claims))
        assert all({id(pair.a), id(pair.b)} <= inside for pair in one.pairs)


def test_comparison_is_mutual() -> None:
    claims = all_claims()[::3]
    for a, b in combinations(claims, 2):
        if a.topic.dimension == b.topic.dimension:
            one, other = pipeline.explain_pair(a, b), pipeline.explain_pair(b, a)
            assert (one.pair.score, one.pair.match, one.keys) == (other.pair.score, other.pair.match, other.keys)


def test_the_parts_of_a_reckoning_add_up_to_its_probability() -> None:
    weighed = [pipeline.explain_pair(a, b) for a in all_claims()[:12] for b in all_claims() if a is not b]
    assert any(told.met for told in weighed)
    for told in weighed:
        if any(part.veto for part in told.pair.parts):
            assert told.pair.score == 0
            assert len(told.pair.parts) == 1
        else:
            assert told.pair.score == pytest.approx(1 / (1 + 2.718281828**-told.odds), abs=1e-3)


def test_what_was_put_together_has_met() -> None:
    for one in all_groups():
        for pair in one.pairs:
            told = pipeline.explain_pair(pair.a, pair.b)
            assert told.met
            assert told.pair.score == pair.score >= told.least


# ------------------------------------------------------------------------------- more articles


def findings(*articles: Article) -> list[tuple[Any, ...]]:
    """The pairs that can make a finding, with how bad it can be."""
    pairs = [pair for one in grouped(claims_of_all(articles)) for pair in one.pairs]
    bad = [pair for pair in pairs if pair.a.quantity.value != pair.b.quantity.value and pair.worst > Severity.INFO]
    return [(place(pair.a), place(pair.b), pair.score, pair.worst) for pair in bad]


TREES = [
    article("植树节当天，志愿者在城北栽下3126棵水杉。", date(2025, 3, 12), path="a.txt"),
    article("城北多了3216棵水杉，都是志愿者植树节当天栽下的。", date(2025, 3, 13), path="b.txt"),
]


def unrelated() -> Iterator[Article]:
    """Articles that have nothing to do with the trees, though some share a number or a word with them."""
    for number, text in enumerate(
        [
            "剧团全年下乡演出3126场，城北的观众最多。",
            "水杉木地板售价3216元。",
            "渔船出海3126艘。",
            "The council planted 3,216 bulbs in the park.",
        ]
    ):
        yield article(text, date(2025, 3, 12), path=f"z{number}.txt")


@pytest.mark.parametrize("more", [*unrelated(), *corpus()[::7]], ids=lambda one: one.text[:20])
def test_an_unrelated_article_changes_nothing(more: Article) -> None:
    before = findings(*TREES)
    assert before
    assert [row for row in findings(*TREES, replace(more, path="z.txt")) if row[0][0] != "z.txt" != row[1][0]] == before


def test_an_article_that_is_given_twice_makes_no_finding() -> None:
    copies = [replace(one, path=f"copy-{one.path}") for one in TREES]
    assert findings(TREES[0], copies[0]) == []
    assert {row[2:] for row in findings(*TREES, *copies)} == {row[2:] for row in findings(*TREES)}


def test_doubling_the_corpus_joins_each_claim_with_its_copy() -> None:
    copies = [article(one.text, path=f"copy-{one.path}") for one in corpus()]
    doubled = {
        spot: cluster for cluster in clusters(grouped([*all_claims(), *claims_of_all(copies)])) for spot in cluster
    }
    assert [spot for spot in map(place, all_claims()) if (f"copy-{spot[0]}", spot[1]) not in doubled[spot]] == []


# ------------------------------------------------------------------------------- groups


def test_a_crowd_under_one_name_is_grouped_by_year() -> None:
    told = [article(f"{1950 + n % 60}年，粮食产量{320 + n // 60}万吨。", path=f"{n:03}.txt") for n in range(240)]
    years = [
        {claim.topic.period.label for claim in one.claims if claim.topic.period} for one in grouped(claims_of_all(told))
    ]
    assert all(len(labels) == 1 for labels in years)
    assert len({min(labels) for labels in years}) == 60


def test_a_group_shows_the_topic_that_says_most() -> None:
    told = [article("接诊量3126人次。", path="1"), article("2025年苏州市接诊量3126人次。", path="2", place="苏州")]
    (only,) = grouped(claims_of_all(told))
    assert only.topic.subject == "苏州市"
    assert only.topic.period is not None
    assert only.topic.period.label == "2025"


def test_nothing_makes_no_group() -> None:
    assert grouped([]) == []


def test_one_claim_is_a_group_of_its_own() -> None:
    (only,) = grouped(claims_of_all([article("2024年接诊量24万人次。", PUBLISHED)]))
    assert only.pairs == ()
    assert only.confidence == 1


# ------------------------------------------------------------------------------- every weight is felt

MUTATIONS = 25
NOTICED = 20


@cache
def spoken() -> tuple[list[Claim], ...]:
    """Every pair of sentences, with one number and with slips of several kinds."""
    pairs = [row for kind in SENTENCES for row in sentences(kind).values()]
    return tuple(told(row, row.number, n) for row in pairs for n in _slips(row))


def _slips(row: Row) -> Iterator[str]:
    """The number, two digits swapped, other digits wrong, a power of ten, and a number far off."""
    yield from (row.number, row.slip, row.far)
    if row.number.endswith("26"):
        yield from (_in(row.lang, n) for n in ("3196", "3129", "31260", "3131"))


def outcomes(weights: Weights) -> list[str]:
    """What becomes of all of them."""
    return [outcome(claims, weights) for claims in spoken()]


def mutated(weights: Weights, chance: Random) -> tuple[str, Weights]:
    """The weights with one thing changed at random, and what that is."""
    what = chance.choice(("swap", "negate", "threshold"))
    if what == "threshold":
        name = chance.choice(("error", "warning"))
        moved = round(min(getattr(weights, name) * chance.choice((0.4, 0.6, 1.6, 2.5)), 0.99), 3)
        return f"{name} {moved}", replace(weights, **{name: moved})
    slot = chance.choice([slot for slot, table in weights.single.items() if len(table) > 1])
    table = dict(weights.single[slot])
    if what == "negate":
        table = {level: -weight for level, weight in table.items()}
    else:
        high, low = max(table, key=lambda level: table[level]), min(table, key=lambda level: table[level])
        table[high], table[low] = table[low], table[high]
    return f"{what} {slot}", replace(weights, single={**weights.single, slot: table})


def test_a_weight_that_is_changed_is_noticed() -> None:
    before = outcomes(shipped())
    made = [mutated(shipped(), Random(seed)) for seed in range(MUTATIONS)]
    missed = [what for what, weights in made if outcomes(weights) == before]
    assert MUTATIONS - len(missed) >= NOTICED, missed
