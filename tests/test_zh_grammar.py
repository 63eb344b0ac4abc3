"""What a Chinese sentence says of each of its figures: sentences of many fields, and what is read from them."""

from __future__ import annotations

from typing import Any

import pytest
from helpers import statements

from figcheck.model import Measure, Statement

Said = dict[str, Any]


def says(figure: str, kind: str, indicator: str, **more: object) -> Said:
    """The figure as written, its kind (a measure; `up` and `down` are changes), its indicator, and what else is told.

    More: `end` of a change told with both ends, `action` on what is counted, `subject`, `basis`, `footing`, `scope`,
    `speaker`, `among` whom it is a rank, `part` of what the figure before it counts.
    """
    return {"figure": figure, "kind": kind, "indicator": indicator, **more}


def said(statement: Statement) -> Said:
    """What a statement says, in the same form; what it leaves open is left out."""
    figure = statement.figure
    family, _, among = figure.quantity.unit.dimension.partition(":")
    more = {
        "end": figure.link_end and figure.link_end.value,
        "action": statement.action,
        "subject": (statement.subjects or (statement.generic_subject,))[-1],
        "basis": statement.basis,
        "footing": statement.footing and statement.footing.value,
        "scope": " ".join(statement.scope),
        "speaker": statement.speaker,
        "among": among if family in ("rank", "first") else "",
        "part": statement.partial,
    }
    told = {name: value for name, value in more.items() if value}
    return says(figure.span.text, _kind(statement), "".join(statement.words), **told)


def _kind(statement: Statement) -> str:
    figure = statement.figure
    if figure.measure is not Measure.CHANGE:
        return figure.measure.value
    return {1: "up", -1: "down"}.get(figure.direction, "change")


Row = tuple[str, list[Said]]

# Changes: both ends (由…增至…), by how much, on what basis.
CHANGES: list[Row] = [
    (
        "新能源车渗透率由2020年的5.4%提升至2024年的47.6%。",
        [says("5.4%", "level", "新能源车渗透率", end="before"), says("47.6%", "level", "新能源车渗透率", end="after")],
    ),
    (
        "主队本赛季客场胜率由28%提高到45%。",
        [
            says("28%", "level", "主队本赛季客场胜率", end="before"),
            says("45%", "level", "主队本赛季客场胜率", end="after"),
        ],
    ),
    (
        "平均住院日由9.2天缩短至7.5天。",
        [says("9.2天", "level", "住院日", end="before"), says("7.5天", "level", "住院日", end="after")],
    ),
    (
        "床位从1200张增至1800张，增加600张。",
        [
            says("1200张", "level", "床位", end="before"),
            says("1800张", "level", "床位", end="after"),
            says("600张", "up", "床位", basis="over-change"),
        ],
    ),
    (
        "机场旅客吞吐量由520万人次增加到1100万人次，翻了一番。",
        [
            says("520万人次", "level", "旅客吞吐量", end="before", subject="机场"),
            says("1100万人次", "level", "旅客吞吐量", end="after", subject="机场"),
            says("翻了一番", "multiple", "旅客吞吐量", subject="机场", basis="over-change"),
        ],
    ),
    (
        "夏粮播种面积由180万亩增至200万亩，增长11.1%。",
        [
            says("180万亩", "level", "夏粮播种面积", end="before"),
            says("200万亩", "level", "夏粮播种面积", end="after"),
            says("11.1%", "up", "夏粮播种面积", basis="over-change"),
        ],
    ),
    (
        "清关时间从最长45天压缩至7天内。",
        [says("最长45天", "level", "清关时间", end="before"), says("7天内", "level", "清关时间", end="after")],
    ),
    (
        "审批事项由126项减少到58项，办结时限从20个工作日压缩到5个。",
        [
            says("126项", "level", "事项", end="before", action="审批"),
            says("58项", "level", "事项", end="after", action="审批"),
            says("20个工作日", "level", "时限", end="before", action="办结"),
            says("5个", "level", "时限", end="after", action="办结"),
        ],
    ),
    (
        "甲型流感阳性率由12.4%回落至6.1%。",
        [says("12.4%", "level", "甲型流感阳性率", end="before"), says("6.1%", "level", "甲型流感阳性率", end="after")],
    ),
    (
        "全院门诊量达38.6万人次，同比增长7.4%。",
        [
            says("38.6万人次", "level", "门诊量", subject="全院"),
            says("7.4%", "up", "门诊量", subject="全院", basis="year-on-year"),
        ],
    ),
    (
        "森林覆盖率达到62.3%，比上年提高0.4个百分点。",
        [says("62.3%", "level", "森林覆盖率"), says("0.4个百分点", "up", "森林覆盖率", basis="year-on-year")],
    ),
    ("新生儿死亡率下降到2.1‰。", [says("2.1‰", "level", "新生儿死亡率")]),
    ("民事案件审理周期缩短12天。", [says("12天", "down", "民事案件审理周期")]),
    ("公交出行分担率提高6个百分点。", [says("6个百分点", "up", "公交出行分担率")]),
    ("茶叶出口量减少2300吨。", [says("2300吨", "down", "茶叶出口量")]),
    ("网购用户净增1800万人。", [says("1800万人", "up", "网购用户")]),
    ("用水量减少三分之一。", [says("三分之一", "down", "用水量")]),
    ("企业利润同比增长1.5倍。", [says("1.5倍", "up", "企业利润", basis="year-on-year")]),
    ("产值翻两番。", [says("翻两番", "multiple", "产值")]),
    ("财政收入年均增长9.1%。", [says("9.1%", "up", "财政收入", basis="yearly-mean")]),
    ("航班量比2019年增长18%。", [says("18%", "up", "航班量")]),
    (
        "高速公路通车里程达到1.2万公里，是2010年的2.3倍。",
        [says("1.2万公里", "level", "高速公路通车里程"), says("2.3倍", "multiple", "高速公路通车里程")],
    ),
]

# 分别 deals figures out in order; each clause may name its own subject.
DEALT: list[Row] = [
    (
        "公司营业收入、净利润分别为36亿元、4.2亿元。",
        [says("36亿元", "level", "营业收入", subject="公司"), says("4.2亿元", "level", "净利润", subject="公司")],
    ),
    ("营业收入和净利润分别增长12.5%、8.3%。", [says("12.5%", "up", "营业收入"), says("8.3%", "up", "净利润")]),
    (
        "公司去年营业收入36亿元，净利润4.2亿元，分别增长12.5%和8.3%。",
        [
            says("36亿元", "level", "营业收入", subject="公司"),
            says("4.2亿元", "level", "净利润", subject="公司"),
            says("12.5%", "up", "营业收入", subject="公司"),
            says("8.3%", "up", "净利润", subject="公司"),
        ],
    ),
    (
        "苏州市常住人口1295万人，杭州市常住人口1252万人。",
        [
            says("1295万人", "level", "常住人口", subject="苏州市"),
            says("1252万人", "level", "常住人口", subject="杭州市"),
        ],
    ),
    (
        "拥有一个国家级高新区、三个省级园区。",
        [says("一个", "level", "国家级高新区"), says("三个", "level", "省级园区")],
    ),
]

# Parts and shares: 其中, 占…比重, N%来自, …中, a:b:c.
PARTS: list[Row] = [
    ("该公司研发人员占比达到三成以上。", [says("三成以上", "share", "研发人员占比", subject="公司")]),
    (
        "生猪存栏320万头，其中能繁母猪29万头。",
        [says("320万头", "level", "生猪存栏"), says("29万头", "level", "能繁母猪", part=True)],
    ),
    (
        "新增就业5.6万人，其中高校毕业生1.9万人。",
        [says("5.6万人", "level", "就业", action="新增"), says("1.9万人", "level", "高校毕业生", part=True)],
    ),
    (
        "全年审结案件8600件，其中调解结案3100件。",
        [says("8600件", "level", "案件", action="审结"), says("3100件", "level", "结案", action="调解", part=True)],
    ),
    (
        "水库蓄水量6.3亿立方米，占总库容的71%。",
        [
            says("6.3亿立方米", "level", "蓄水量", subject="水库"),
            says("71%", "share", "蓄水量占总库容", subject="水库"),
        ],
    ),
    (
        "医保基金支出18.9亿元，占基金收入的86%。",
        [says("18.9亿元", "level", "医保基金支出"), says("86%", "share", "医保基金支出占基金收入")],
    ),
    ("旅游业增加值占地区生产总值比重达6.3%。", [says("6.3%", "share", "旅游业增加值占地区生产总值比重")]),
    (
        "服务业占经济总量的比重由45.1%上升到49.7%。",
        [
            says("45.1%", "share", "服务业占经济总量比重", end="before"),
            says("49.7%", "share", "服务业占经济总量比重", end="after"),
        ],
    ),
    (
        "产品销往42个国家，海外收入占比过半。",
        [says("42个", "level", "国家"), says("过半", "share", "海外收入占比")],
    ),
    ("住院患者中，62%来自周边县区。", [says("62%", "share", "住院患者")]),
    ("住院病人中，45%为老年人。", [says("45%", "share", "住院病人")]),
    ("观众中，三分之二是学生。", [says("三分之二", "share", "观众")]),
    ("高三学生中，三成来自农村。", [says("三成", "share", "高三学生")]),
    ("80%的受访者表示支持。", [says("80%", "share", "受访者")]),
    ("七成的毕业生留在本省就业。", [says("七成", "share", "毕业生")]),
    (
        "市教育局负责人介绍，全市公办幼儿园占比为58.3%。",
        [says("58.3%", "share", "公办幼儿园占比", subject="全市", speaker="市教育局负责人")],
    ),
    (
        "产业结构为9.5:40.8:49.7。",
        [
            says("9.5", "share", "产业结构"),
            says("40.8", "share", "产业结构", part=True),
            says("49.7", "share", "产业结构", part=True),
        ],
    ),
    (
        "产业结构为9.5：40.8：49.7。",
        [
            says("9.5", "share", "产业结构"),
            says("40.8", "share", "产业结构", part=True),
            says("49.7", "share", "产业结构", part=True),
        ],
    ),
    (
        "产业结构为9.5∶40.8∶49.7。",
        [
            says("9.5", "share", "产业结构"),
            says("40.8", "share", "产业结构", part=True),
            says("49.7", "share", "产业结构", part=True),
        ],
    ),
    (
        "居民消费支出结构为30:22:48。",
        [
            says("30", "share", "居民消费支出结构"),
            says("22", "share", "居民消费支出结构", part=True),
            says("48", "share", "居民消费支出结构", part=True),
        ],
    ),
]

# Ranks and streaks.
RANKS: list[Row] = [
    (
        "法官人均结案216件，居全省第三。",
        [says("216件", "level", "法官人均结案"), says("第三", "rank", "法官人均结案", among="全省")],
    ),
    ("粮食产量居全国第4位。", [says("第4位", "rank", "粮食产量", among="全国")]),
    (
        "专利授权量居全国第五、中部第一。",
        [says("第五", "rank", "专利授权量", among="全国"), says("第一", "rank", "专利授权量", among="中部")],
    ),
    (
        "技术合同成交额286.8亿元，增速居全省第二。",
        [says("286.8亿元", "level", "技术合同成交额"), says("第二", "rank", "技术合同成交额增速", among="全省")],
    ),
    (
        "外贸进出口总额120.6亿美元，增长9.8%，增速居全省第一。",
        [
            says("120.6亿美元", "level", "外贸进出口总额"),
            says("9.8%", "up", "外贸进出口总额"),
            says("第一", "rank", "外贸进出口总额增速", among="全省"),
        ],
    ),
    ("球队连续6场不败，进球数达到17个。", [says("连续6场", "streak", "球队不败"), says("17个", "level", "进球数")]),
    ("医院连续5年获评优秀。", [says("连续5年", "streak", "获评优秀", subject="医院")]),
    ("公司股价连续三个交易日下跌。", [says("连续三个交易日", "streak", "股价下跌", subject="公司")]),
    ("连续三年入选全国百强县。", [says("连续三年", "streak", "入选全国百强县")]),
    (
        "农村居民人均可支配收入突破2万元，连续8年快于城镇。",
        [says("突破2万元", "level", "农村居民人均可支配收入"), says("连续8年", "streak", "快于城镇")],
    ),
]

# Levels of all kinds.
LEVELS: list[Row] = [
    ("阵风中心附近最大风力14级，海面停航。", [says("14级", "level", "最大风力")]),
    ("这款新车售价18.98万元。", [says("18.98万元", "level", "新车售价")]),
    ("该馆藏书36万册。", [says("36万册", "level", "藏书")]),
    ("馆长说全馆共有藏书36万册。", [says("36万册", "level", "藏书")]),
    ("活动吸引千余名市民。", [says("千余名", "level", "市民", action="吸引")]),
    ("疫苗接种覆盖率超过95%。", [says("超过95%", "level", "疫苗接种覆盖率")]),
    ("九年义务教育巩固率达98.6%。", [says("98.6%", "level", "九年义务教育巩固率")]),
    (
        "新建中小学36所，新增学位4.5万个。",
        [says("36所", "level", "新建中小学"), says("4.5万个", "level", "学位", action="新增")],
    ),
    ("全市民办幼儿园1.8万所。", [says("1.8万所", "level", "民办幼儿园", subject="全市")]),
    (
        "全年空气质量优良天数310天，优良率85.1%。",
        [says("310天", "level", "空气质量优良天数"), says("85.1%", "level", "优良率")],
    ),
    ("昨日最高气温达39.5℃。", [says("39.5℃", "level", "最高气温")]),
    (
        "剧场上座率达到92%，票房收入超过3000万元。",
        [says("92%", "level", "剧场上座率"), says("超过3000万元", "level", "票房收入")],
    ),
    ("客户平均年龄38岁。", [says("38岁", "level", "客户平均年龄")]),
    ("本次普查登记不可移动文物1327处。", [says("1327处", "level", "普查登记不可移动文物")]),
    ("关停企业510家。", [says("510家", "level", "企业", action="关停")]),
    ("自贸区郴州片区累计引进项目251个。", [says("251个", "level", "项目", action="引进", subject="自贸区郴州片区")]),
    ("全省法院共有员额法官3120名。", [says("3120名", "level", "员额法官", subject="全省法院")]),
    ("省人民医院开放床位3000张。", [says("3000张", "level", "开放床位", subject="省人民医院")]),
    (
        "1至8月，全省用电量1860亿千瓦时，同比增长6.2%。",
        [
            says("1860亿千瓦时", "level", "用电量", subject="全省"),
            says("6.2%", "up", "用电量", subject="全省", basis="year-on-year"),
        ],
    ),
    ("生活垃圾回收利用率在35%以上。", [says("35%以上", "level", "生活垃圾回收利用率")]),
    (
        "据海关统计，前三季度出口额达286亿元，同比下降4.2%。",
        [
            says("286亿元", "level", "出口额", speaker="海关"),
            says("4.2%", "down", "出口额", basis="year-on-year", speaker="海关"),
        ],
    ),
]

# Thresholds and denominators narrow what is counted; they are no figures of their own.
NARROWED: list[Row] = [
    ("亿元以上项目开工120个。", [says("120个", "level", "项目开工", scope="亿元")]),
    ("万元GDP能耗下降3.2%。", [says("3.2%", "down", "GDP能耗", scope="万元")]),
    ("万元产值用水量降至16立方米。", [says("16立方米", "level", "产值用水量", scope="万元")]),
    ("每辆车补贴3000元。", [says("3000元", "level", "每辆车补贴")]),
]

# Targets and forecasts.
AHEAD: list[Row] = [
    ("力争到2027年森林覆盖率达到60%。", [says("60%", "level", "森林覆盖率", footing="target")]),
    ("力争全年接诊量突破200万人次。", [says("突破200万人次", "level", "接诊量", footing="target")]),
    ("今年确保新增就业6万人。", [says("6万人", "level", "就业", action="新增", footing="target")]),
    ("预计全年游客接待量突破5000万人次。", [says("突破5000万人次", "level", "游客接待量", footing="forecast")]),
    ("预计春运期间发送旅客1200万人次。", [says("1200万人次", "level", "春运期间发送旅客", footing="forecast")]),
    ("要将清关时间压缩到5天以内。", [says("5天以内", "level", "清关时间", footing="target")]),
]

# Where the name of an indicator begins and ends.
NAMES: list[Row] = [
    (
        "小麦平均亩产412公斤。",
        [says("412公斤", "level", "小麦平均亩产")],
    ),
    (
        "民事案件平均审理周期缩短12天。",
        [says("12天", "down", "民事案件平均审理周期")],
    ),
    (
        "60岁以上老年人口达到98万人。",
        [says("98万人", "level", "老年人口", scope="60岁以上")],
    ),
    (
        "签约投资额2亿元以上的项目45个。",
        [says("45个", "level", "项目", action="签约", scope="2亿元以上")],
    ),
    (
        "儿童近视率为51.2%。",
        [says("51.2%", "level", "儿童近视率")],
    ),
    (
        "快递业务量完成9.8亿件，居全省前三位。",
        [says("9.8亿件", "level", "快递业务量"), says("前三位", "rank", "快递业务量", among="全省")],
    ),
    (
        "降水量较常年偏多两成。",
        [says("两成", "up", "降水量")],
    ),
    (
        "进口、出口额分别为120亿元和340亿元。",
        [says("120亿元", "level", "进口额"), says("340亿元", "level", "出口额")],
    ),
    (
        "城镇、农村居民人均可支配收入分别增长5.2%、6.8%。",
        [says("5.2%", "up", "城镇居民人均可支配收入"), says("6.8%", "up", "农村居民人均可支配收入")],
    ),
    (
        "水稻、玉米种植面积分别达210万亩、95万亩。",
        [says("210万亩", "level", "水稻种植面积"), says("95万亩", "level", "玉米种植面积")],
    ),
    (
        "高新技术产业投资占全部投资的比重为38%。",
        [says("38%", "share", "高新技术产业投资占全部投资比重")],
    ),
    (
        "网购订单的78%来自写字楼。",
        [says("78%", "share", "网购订单")],
    ),
    (
        "该集团拥有专利1860件。",
        [says("1860件", "level", "专利", subject="该集团")],
    ),
]

# What is read wrongly today: why, the sentence, and what it should be read as.
MISSED: list[tuple[str, str, list[Said]]] = [
    (
        "平均 before a noun cuts off what stands before it",
        "退休人员平均养老金达到3260元。",
        [says("3260元", "level", "退休人员平均养老金")],
    ),
    (
        "a noun whose last character is tagged as a measure word is dropped (充电桩)",
        "已建成充电桩1.6万个。",
        [says("1.6万个", "level", "充电桩", action="建成")],
    ),
    (
        "a ratio of two members is taken for a clock",
        "师生比为1∶17。",
        [says("1", "share", "师生比"), says("17", "share", "师生比", part=True)],
    ),
    (
        "the list before 分别 ends at a word that names a body (小学)",
        "小学、初中、高中在校生分别为32万人、15万人和11万人。",
        [
            says("32万人", "level", "小学在校生"),
            says("15万人", "level", "初中在校生"),
            says("11万人", "level", "高中在校生"),
        ],
    ),
    (
        "a first tells the words behind it twice",
        "这是我国首座深远海养殖平台。",
        [says("首座", "rank", "深远海养殖平台", among="")],
    ),
    (
        "计划 with a period between it and the verb is passed over",
        "计划三年内新建养老院20所。",
        [says("20所", "level", "养老院", action="新建", footing="target")],
    ),
    (
        "in a comparison (高于全国) the indicator is lost",
        "地区生产总值增速高于全国1.3个百分点。",
        [says("1.3个百分点", "up", "地区生产总值", basis="versus:高于全国")],
    ),
]

ROWS = [*CHANGES, *DEALT, *PARTS, *RANKS, *LEVELS, *NAMES, *NARROWED, *AHEAD]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_what_a_sentence_says(sentence: str, expected: list[Said]) -> None:
    assert [said(statement) for statement in statements(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(row, expected, marks=pytest.mark.xfail(reason=why), id=row) for why, row, expected in MISSED],
)
def test_what_a_sentence_should_say(sentence: str, expected: list[Said]) -> None:
    assert [said(statement) for statement in statements(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "法院一审判决驳回了原告的诉讼请求。",
        "列车12:30准点到站。",
        "第18届运动会在“双奥之城”开幕。",
        "请拨打12345热线或登录5G平台办理。",
        "《“十四五”规划》于2021年3月印发。",
    ],
)
def test_sentences_without_a_figure(sentence: str) -> None:
    assert statements(sentence) == ()


@pytest.mark.xfail(reason="a structure is not read as a change from one to another")
def test_both_ends_of_a_changed_structure_are_of_one_thing() -> None:
    found = [said(statement) for statement in statements("产业结构由12:45:43调整为10:41:49。")]
    assert [one["figure"] for one in found] == ["12", "45", "43", "10", "41", "49"]
    assert {one["indicator"] for one in found} == {"产业结构"}


def test_both_ends_of_a_change_bear_one_link() -> None:
    first, second, third, fourth = statements("床位由80张增至95张，医生由12名增至20名。")
    assert first.figure.link == second.figure.link is not None
    assert third.figure.link == fourth.figure.link is not None
    assert first.figure.link != third.figure.link


def test_the_short_unit_of_the_second_end_means_that_of_the_first() -> None:
    (_, second) = statements("办结时限从20个工作日压缩到5个。")
    assert second.figure.quantity.unit.name == "个工作日"


def test_links_are_unique_in_an_article() -> None:
    links = [s.figure.link for s in statements("床位由80张增至95张。\n床位由80张增至95张。") if s.figure.link]
    assert len(links) == 4
    assert len(set(links)) == 2


def test_a_period_told_in_the_clause_goes_before_the_one_that_opens_the_sentence() -> None:
    first, second = statements("2023年，接诊3.1万人次，2024年接诊4.6万人次。")
    assert first.period is not None
    assert second.period is not None
    assert (first.period.year, second.period.year) == (2023, 2024)


def test_what_a_growth_is_held_against_is_not_when_it_holds() -> None:
    (statement,) = statements("航班量比2019年增长18%。")
    assert statement.period is None
    assert statement.against is not None
    assert statement.against.year == 2019


def test_a_figure_spans_its_loosening_words_and_its_sentence() -> None:
    (statement,) = statements("球馆落成。近200家俱乐部报名参赛。散场。")
    assert statement.figure.span.text == "近200家"
    assert statement.figure.sentence.text == "近200家俱乐部报名参赛。"
