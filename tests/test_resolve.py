"""What sentences leave unsaid: periods, subjects and footings carried within a story, never across."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import PUBLISHED, article, claim_of, claims
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.extract import extract
from figcheck.model import Footing, How
from figcheck.resolve import resolve

ROW = pytest.mark.parametrize


def periods(text: str, published: date | None = PUBLISHED) -> list[str | None]:
    """The period of every claim of an article."""
    return [claim.topic.period.label if claim.topic.period else None for claim in claims(text, published)]


def subjects(text: str, **about: str) -> list[str | None]:
    """Whose figure every claim of an article is."""
    return [claim.topic.subject for claim in claims(text, PUBLISHED, **about)]


def footings(text: str, published: date | None = PUBLISHED) -> list[str]:
    """On what footing every claim of an article stands."""
    return [claim.topic.footing.value for claim in claims(text, published)]


# ------------------------------------------------------------------------------- periods


@ROW(
    ("sentence", "period"),
    [
        ("去年，景区接待游客860万人次。", "2024"),
        ("今年以来，新开通公交线路12条。", "2025"),
        ("前年，医院接诊21万人次。", "2023"),
        ("上月，空气优良天数28天。", "2025-09"),
        ("“十四五”期间，培训教师3600名。", "2021..2025"),
        ("“十三五”末，公路里程达到1.2万公里。", "2020-12-31"),
        ("1至9月，景区接待游客860万人次。", "2025-01..2025-09"),
        ("过去五年，培训教师3600名。", "2020..2024"),
        ("2020年底，公路里程达到1.2万公里。", "2020-12-31"),
        ("景区2023年接待游客860万人次。", "2023"),
        ("景区接待游客860万人次。", "2025-10-31"),
        ("目前，全市有公园36个。", "2025-10-31"),
    ],
)
def test_periods_are_reckoned_from_the_date(sentence: str, period: str) -> None:
    assert periods(sentence) == [period]


@ROW(
    ("sentence", "how"),
    [
        ("2023年接诊21万人次。", How.TOLD),
        ("去年接诊21万人次。", How.PUBLISHED),
        ("目前有公园36个。", How.VAGUE),
        ("公园达到36个。", How.VAGUE),
    ],
)
def test_how_sure_a_period_is(sentence: str, how: How) -> None:
    (claim,) = claims(sentence)
    assert claim.topic.period is not None
    assert claim.topic.period.how is how


def test_without_a_date_only_what_is_told_is_known() -> None:
    assert periods("2023年接诊21万人次。\n去年接诊24万人次。\n公园达到36个。", None) == ["2023", None, None]


CARRIED = {
    "to the end of its paragraph": ("2023年，医院接诊21万人次。开放床位800张。", ["2023", "2023"]),
    "not from inside a sentence": ("医院2023年接诊21万人次。开放床位800张。", ["2023", "2025-10-31"]),
    "not to the next paragraph": ("2023年，医院接诊21万人次。\n开放床位800张。", ["2023", "2025-10-31"]),
    "from a heading to all that follows": ("# 2023年工作回顾\n接诊21万人次。\n开放床位800张。", ["2023", "2023"]),
    "until the next heading": (
        "# 2023年\n接诊21万人次。\n# 2024年\n接诊24万人次。",
        ["2023", "2024"],
    ),
    "the paragraph's own goes before": ("# 2023年\n2022年，接诊19万人次。开放床位800张。", ["2022", "2022"]),
    "the year to months without one": ("2024年，生产平稳。1至9月，用电量186亿千瓦时。", ["2024-01..2024-09"]),
    "never to the next story": ("# 2023年\n接诊21万人次。\n----\n开放床位800张。", ["2023", "2025-10-31"]),
    "never the paragraph to the next story": ("2023年，接诊21万人次。\n----\n开放床位800张。", ["2023", "2025-10-31"]),
}


@ROW(("text", "expected"), CARRIED.values(), ids=CARRIED.keys())
def test_a_period_is_carried(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_all_year_in_january_means_the_year_that_is_over() -> None:
    assert periods("全年接诊21万人次。", date(2025, 1, 20)) == ["2024"]
    assert periods("全年接诊21万人次。", date(2025, 12, 20)) == ["2025"]


# ------------------------------------------------------------------------------- both ends of a change

SIBLINGS = "地区生产总值由2010年的800亿元提高到2015年的1500亿元，人均地区生产总值由2.1万元提高到3.9万元。"


def test_the_years_of_one_change_are_carried_to_the_next_in_the_paragraph() -> None:
    assert periods(SIBLINGS) == ["2010", "2015", "2010", "2015"]
    assert footings(SIBLINGS) == ["fact"] * 4


def test_the_years_of_a_change_are_not_carried_to_another_paragraph() -> None:
    text = "接诊量由2022年的21万人次增至2024年的35万人次。\n床位由800张增至1200张。"
    assert periods(text) == ["2022", "2024", "2025-10-31", "2025-10-31"]
    assert footings(text) == ["fact", "fact", "before", "after"]


def test_ends_without_a_year_are_before_and_after() -> None:
    assert footings("办理时限从20天压缩到5天。") == ["before", "after"]


# ------------------------------------------------------------------------------- footings


@ROW(
    ("text", "expected"),
    [
        ("景区接待游客860万人次。", ["fact"]),
        ("力争接待游客860万人次。", ["target"]),
        ("到2027年，接待游客860万人次。", ["target"]),  # a year that is to come
        ("预计今年接待游客860万人次。", ["forecast"]),
        ("预计去年接待游客860万人次。", ["estimate"]),  # of a year that is over
        ("# 二、2026年工作安排\n培训教师3600名。", ["target"]),
        ("# 主要目标\n培训教师3600名。\n# 过去一年工作回顾\n接诊21万人次。", ["target", "fact"]),
        ("# 2026年工作安排\n培训教师3600名。\n----\n接诊21万人次。", ["target", "fact"]),
    ],
)
def test_footings(text: str, expected: list[str]) -> None:
    assert footings(text) == expected


def test_a_forecast_in_the_last_weeks_of_its_year_is_an_estimate() -> None:
    assert footings("预计今年接待游客860万人次。", date(2025, 12, 20)) == ["estimate"]


def test_a_plan_that_was_told_of_a_year_that_is_over_is_a_fact() -> None:
    assert footings("2023年力争接诊21万人次，2023年接诊24万人次。") == ["fact", "fact"]


# ------------------------------------------------------------------------------- subjects


@ROW(
    ("text", "expected"),
    [
        ("苏州市接诊21万人次。", ["苏州市"]),
        ("全市接诊21万人次。", ["苏州市"]),
        ("全省接诊210万人次。", ["江苏省"]),
        ("全国接诊21亿人次。", ["全国"]),
        ("接诊21万人次。", ["苏州市"]),
        ("无锡市接诊21万人次。开放床位800张。", ["无锡市", "无锡市"]),
        ("无锡市接诊21万人次。\n开放床位800张。", ["无锡市", "苏州市"]),
        ("苏州市接诊21万人次，全省接诊210万人次。", ["苏州市", "江苏省"]),
    ],
)
def test_subjects_in_a_story_about_suzhou(text: str, expected: list[str]) -> None:
    assert subjects(text, place="苏州") == expected


def test_the_place_of_a_story_stands_in_its_title() -> None:
    assert subjects("全市接诊21万人次。", title="苏州市政府工作报告") == ["苏州市"]


def test_the_place_of_a_story_is_the_one_it_names_most() -> None:
    assert subjects("苏州市、苏州各县接诊21万人次。\n无锡来访。\n全市培训教师3600名。")[-1] == "苏州市"


def test_without_a_place_the_word_itself_is_shown() -> None:
    claim = claim_of("21万人次", "全市接诊21万人次。")
    assert (claim.topic.subject, claim.topic.subject_key) == ("全市", None)


def test_names_of_one_place_have_one_key() -> None:
    keys = {claims(f"{name}接诊21万人次。")[0].topic.subject_key for name in ("苏州", "苏州市")}
    assert keys == {"320500"}


def test_a_place_is_not_carried_to_the_next_story() -> None:
    assert subjects("苏州市接诊21万人次，苏州培训教师36名。\n----\n全市接诊21万人次。") == ["苏州市", "苏州", "全市"]


def test_the_company_is_the_one_that_the_paragraph_speaks_of() -> None:
    text = "东江乳业公司去年营业收入36亿元。该公司研发投入4.2亿元。"
    assert len(set(subjects(text))) == 1
    assert subjects(text)[0] == "东江乳业公司"


def test_a_verb_that_is_also_a_place_names_no_place() -> None:
    assert subjects("苏州市新建学校36所。全市培训教师3600名。") == ["苏州市", "苏州市"]


# ------------------------------------------------------------------------------- indicators


@ROW(
    ("sentence", "canonical"),
    [
        ("GDP达到860亿元。", "地区生产总值"),
        ("社零总额达到860亿元。", "社会消费品零售总额"),
        ("外贸进出口总额达到860亿元。", "进出口总额"),
        ("死亡人数上升至36人。", "死亡人数"),
        ("城镇新增就业3.6万人。", "城镇新增就业"),
        ("客场胜率达到45%。", "客场胜率"),
        ("实际使用外资2.1亿美元。", "实际利用外资"),
    ],
)
def test_known_names_go_by_one(sentence: str, canonical: str) -> None:
    (claim,) = claims(sentence)
    assert claim.topic.canonical == canonical


def test_a_figure_without_an_indicator_is_handed_back() -> None:
    placed, unplaced = resolve(extract(article("令人振奋的是，共有36个。")))
    assert placed == []
    assert [(claim.topic.indicator, claim.figure.span.text) for claim in unplaced] == [("", "36个")]


def test_every_figure_is_placed_or_handed_back() -> None:
    reading = extract(article(SIBLINGS + "\n共有36个。"))
    placed, unplaced = resolve(reading)
    figures = [statement.figure for statement in reading.statements]
    assert sorted([id(claim.figure) for claim in (*placed, *unplaced)]) == sorted(map(id, figures))


@ROW(("sentence", "basis"), [("航班量比2019年增长18%。", "since:2019"), ("航班量比上年增长18%。", "year-on-year")])
def test_the_year_that_a_change_is_held_against(sentence: str, basis: str) -> None:
    (claim,) = claims(sentence)
    assert claim.topic.basis == basis


def test_a_story_tells_its_number() -> None:
    assert [claim.story for claim in claims("接诊21万人次。\n----\n接诊24万人次。")] == [0, 1]


def test_footing_of_a_change_told_with_its_years_is_a_fact_of_both() -> None:
    first, second = claims("接诊量由2022年的21万人次增至2024年的35万人次。")
    assert first.topic.footing is second.topic.footing is Footing.FACT


# ------------------------------------------------------------------------------- any text

PIECES = [
    *(
        "去年",
        "全市",
        "苏州市",
        "由",
        "增至",
        "分别",
        "其中",
        "占",
        "同比增长",
        "床位",
        "接诊量",
        "企业",
        "公司",
        "2023年",
    ),
    *(
        "3家",
        "5.2%",
        "8亿元",
        "第三",
        "连续2年",
        "首个",
        "1:2:3",
        "翻一番",
        "2亿元以上",
        "和",
        "、",
        "，",
        "。",
        "：",
        "的",
    ),
    *("“", "”", "（", "）", "\n", "# ", "\n----\n", "\x1b[31m", "　", "𠮷", "\ufeff"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from([PUBLISHED, None]))
def test_no_text_breaks_the_reader(text: str, published: date | None) -> None:
    starts = [claim.figure.span.start for claim in claims(text, published)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "piece", ["由5%增至6%，", "分别为3家、4家、", "其中7项，", "1:2:3，", "占5%，", "2020年，", "“", "全市、"]
)
def test_a_paragraph_that_never_ends_comes_to_an_end(piece: str) -> None:
    whole = piece * 1000
    assert all(0 <= claim.figure.span.start < claim.figure.span.end <= len(whole) for claim in claims(whole))
