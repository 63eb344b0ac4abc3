"""Figures of a translation: units, scales, rounding, counts in words, ranks, what changed places, what is left out."""

from __future__ import annotations

import pytest
from test_translation_times import loud

SAME = [
    # scales
    ("产值1.45亿元。", "Output was 145 million yuan."),
    ("产值1.4535亿元。", "Output was 145 million yuan."),
    ("全国有这样的学校23.6万所。", "There are 236,000 such schools in the country."),
    ("耗资2.3万亿元。", "It cost 2.3 trillion yuan."),
    ("有读者60万。", "It has 0.6 million readers."),
    ("有读者3亿。", "It has 30 crore readers."),
    ("贷款1.37亿英镑。", "A loan of £137m."),
    ("贷款32亿英镑。", "A loan of £3.2bn."),
    ("票价在3至5万元之间。", "Tickets cost between 30,000 and 50,000 yuan."),
    ("人口600万至700万。", "It has 6 to 7 million inhabitants."),
    # units
    ("果园占地3000亩。", "The orchard covers 200 hectares."),
    ("果园占地500英亩。", "The orchard covers about 202 hectares."),
    ("走了40里路。", "They walked 20 kilometers."),
    ("重6斤。", "It weighs 3 kilograms."),
    ("气温达到35℃。", "The temperature reached 95 F."),
    ("河宽150米。", "The river is 492 feet wide."),
    ("时速90公里。", "It travels at 90 km per hour."),
    ("每小时100英里的大风。", "Winds of 100 mph."),
    ("投资7亿澳元。", "An investment of A$700 million."),
    ("投资7亿港元。", "An investment of HK$700 million."),
    ("投资7亿元新台币。", "An investment of NT$700 million."),
    ("投资7亿元。", "An investment of RMB 700 million."),
    ("一斤卖1块5。", "It sells at 1.5 yuan a jin."),
    # shares, times
    ("三成的农户参加。", "Thirty percent of the farmers have joined."),
    ("三分之二的农户参加。", "Two-thirds of the farmers have joined."),
    ("半数农户参加。", "Half of the farmers have joined."),
    ("20%的农户参加。", "One in five farmers has joined."),
    ("八成五的农户参加。", "85 percent of the farmers have joined."),
    ("千分之三的人过敏。", "0.3 percent of people are allergic."),
    ("产量翻了一番。", "Output has doubled."),
    ("产量增长了两倍。", "Output has tripled."),
    ("产量增长100%。", "Output has doubled."),
    ("上升1.2个百分点。", "It rose by 1.2 percentage points."),
    # words, ranks, scores
    ("两名船员获救。", "Two sailors were rescued."),
    ("两名船员获救。", "Both sailors were rescued."),
    ("十二名船员获救。", "A dozen sailors were rescued."),
    ("一名船员获救。", "A sailor was rescued."),
    ("他两次夺冠。", "He won the title twice."),
    ("他名列第三。", "He came third."),
    ("他获得铜牌。", "He won the bronze medal."),
    ("她获得一等奖。", "She won first prize."),
    ("连续第五个月下降。", "It fell for the fifth month in a row."),
    ("主队3比1获胜。", "The home team won 3-1."),
    ("死者中有夫妻二人和其他三人。", "A couple and three others are among the dead."),
    ("雪莱等4名登山者。", "Shelley and three other climbers."),
    # again in brackets
    ("投资900万元。", "An investment of 9 million yuan ($1.25 million)."),
    ("占地30亩（2公顷）。", "It covers 30 mu."),
    # names
    ("这架波音737降落。", "The Boeing 737 landed."),
    ("他感染了新冠病毒。", "He had caught COVID-19."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_the_same_figure_in_other_words_is_silent(zh: str, en: str) -> None:
    assert loud(zh, en) == set()


ROUNDED = {"产值1.4535亿元。", "果园占地500英亩。"}


@pytest.mark.parametrize(("zh", "en"), [pair for pair in SAME if pair[0] not in ROUNDED])
def test_and_the_other_way_round(zh: str, en: str) -> None:
    assert loud(en, zh) == set()


OTHER = [
    ("产值1.45亿元。", "Output was 14.5 million yuan."),
    ("产值1.45亿元。", "Output was 1.45 billion yuan."),
    ("产值1.45亿元。", "Output was $145 million."),
    ("水库蓄水32万立方米。", "The reservoir holds 3.2 million cubic meters."),
    ("上升1.2个百分点。", "It rose by 1.2 percent."),
    ("共有288户。", "There are 828 households."),
    ("共有288户。", "There are 289 households."),
    ("占比46.3%。", "The share is 463 percent."),
    ("果园占地3000亩。", "The orchard covers 2,000 hectares."),
    ("重6公斤。", "It weighs 6 grams."),
    ("三分之二的农户参加。", "A third of the farmers have joined."),
    ("七成的农户参加。", "Seven percent of the farmers have joined."),
    ("三名船员获救。", "Four people were rescued."),
    ("他名列第三。", "He came fourth."),
    ("他获得铜牌。", "He won the silver medal."),
    ("他两次夺冠。", "He won the title three times."),
    ("历时五个月。", "It took six months."),
    ("增加145万吨。", "It grew by 1.4535 million tons."),  # more precise than the original
    ("A third of the wells ran dry.", "四分之一的水井干涸。"),
    ("The bridge cost $6.9 billion.", "大桥耗资69万美元。"),
    ("They lost two of five games by 10 points.", "他们五场输了两场，输了19分。"),
]


@pytest.mark.parametrize(("original", "translation"), OTHER)
def test_another_figure_is_told(original: str, translation: str) -> None:
    assert loud(original, translation) == {"translation-figure"}


EXCHANGED = [
    ("女生312人，男生287人。", "There are 287 girls and 312 boys."),
    ("用水量从950吨降到430吨。", "Water use has fallen from 430 tons to 950 tons."),
    ("Wages rose 3.1% in the east and 4.7% in the west.", "东部工资上涨4.7%，西部上涨3.1%。"),
    ("油价上涨65元，达到8210元。", "The oil price rose by 8,210 yuan to 65 yuan."),
    ("温度在12到19度之间。", "The temperature was between 19 and 12 degrees."),
]


@pytest.mark.parametrize(("original", "translation"), EXCHANGED)
def test_figures_that_changed_places_are_told(original: str, translation: str) -> None:
    assert "translation-exchanged" in loud(original, translation)


REORDERED = [
    ("58个县中有21个脱贫。", "Twenty-one of the 58 counties have shaken off poverty."),
    ("用水量从950吨降到430吨。", "Water use has fallen to 430 tons from 950 tons."),
    ("救出38人，出动17车次。", "Seventeen trips were made to rescue 38 people."),
    ("每100户有43户养羊。", "Forty-three of every 100 households raise sheep."),
    ("与去年的260件相比，今年有310件。", "There were 310 cases this year, compared with 260 last year."),
]


@pytest.mark.parametrize(("original", "translation"), REORDERED)
def test_what_the_language_turns_round_is_silent(original: str, translation: str) -> None:
    assert loud(original, translation) == set()


MISSING = [
    ("村里有梯田，面积1860亩，种的是水稻。", "The village has terraced fields where rice is grown."),
    (
        "去年入学率提高了，达到94.6%，辍学的少了。",
        "The enrollment rate rose last year, and fewer children dropped out.",
    ),
    ("地震造成87人死亡，房屋倒塌，道路中断。", "The earthquake killed people, toppled houses and cut off roads."),
    ("The fund paid out $45 million to the families.", "基金向这些家庭支付了赔偿。"),
]


@pytest.mark.parametrize(("original", "translation"), MISSING)
def test_a_figure_that_an_aligned_sentence_lacks_is_told(original: str, translation: str) -> None:
    assert loud(original, translation) == {"translation-missing"}


def test_sentences_left_out_are_one_note() -> None:
    original = "桥修好了，长340米。\n\n桥墩有12座，用钢材5600吨，耗资1.2亿元。\n\n昨天有2300辆车过桥。\n"
    translation = "The bridge, 340 meters long, has been repaired.\n\nYesterday 2,300 cars crossed it.\n"
    assert loud(original, translation) == set()
