"""Numbers in Chinese text: the examples of bounds.yaml, notfigures.yaml and units.yaml, values, and hostile text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from figcheck.lang.zh import periods, scan
from figcheck.lang.zh.number import Kind, Number, bounds, notfigures
from figcheck.lang.zh.units import _unit_rules, units
from figcheck.model import Bound, Interval, Quantity


def figures(text: str) -> list[Number]:
    """The numbers of a text that are figures; as in an article, periods are told apart first."""
    masked = [(mention.start, mention.end) for mention in periods.find(text)]
    return [number for number in scan.find(text, masked) if number.kind is not Kind.LABEL]


def written(text: str) -> list[str]:
    return [text[number.start : number.end] for number in figures(text)]


def quantity(text: str) -> Quantity:
    """What the only figure of a text says."""
    (number,) = figures(text)
    assert number.quantity is not None
    return number.quantity


# ------------------------------------------------------------------------------- examples of the language pack

BOUNDS = [(Bound(name), text) for name, texts in bounds()["examples"].items() for text in texts]


@pytest.mark.parametrize(("bound", "text"), BOUNDS)
def test_words_that_loosen_a_number(bound: Bound, text: str) -> None:
    assert quantity(text).bound is bound


@pytest.mark.parametrize(("bound", "text"), BOUNDS)
def test_the_number_stated_lies_at_the_edge_of_its_interval_or_inside(bound: Bound, text: str) -> None:
    said = quantity(text)
    closed = Interval(said.interval.low, said.interval.high, high_open=False)
    assert all(Interval.exactly(number).within(closed) for number in said.stated)


@pytest.mark.parametrize("text", notfigures()["figures"])
def test_what_is_a_figure(text: str) -> None:
    assert figures(text)


@pytest.mark.parametrize("text", notfigures()["none"])
def test_what_has_digits_and_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize("idiom", notfigures()["idioms"])
def test_idioms_are_no_figures(idiom: str) -> None:
    assert figures(f"大家都知道{idiom}很重要。") == []


@pytest.mark.parametrize("name", units())
def test_every_unit_is_read_behind_digits(name: str) -> None:
    said, unit = quantity(f"其中有37{name}，"), units()[name]
    assert (said.unit.dimension, said.value) == (unit.dimension, 37 * unit.factor)


@pytest.mark.parametrize(("name", "word"), [(u, w) for u, ws in _unit_rules()[2].items() for w in ws])
def test_a_unit_that_begins_another_word_is_no_unit(name: str, word: str) -> None:
    assert all(n.quantity is None or n.quantity.unit.name != name for n in scan.find(f"共有三十七{name}{word}"))


# ------------------------------------------------------------------------------- value ↔ ways to write it

SAME_VALUE = {
    "40 %": ["40%", "4成", "四成", "百分之四十", "百分之40"],
    "75 %": ["75%", "七成五", "四分之三", "百分之七十五"],
    "2370": ["2370家", "2,370家", "二千三百七十家", "两千三百七十家"],
    "317.91万": ["317.91万人次", "3179100人次"],
    "1.6亿": ["1.6亿美元", "16000万美元", "一亿六千万美元"],
    "202": ["202平方米", "两百零二平方米", "二百零二平方米"],
    "50 %": ["50%", "一半", "五成", "二分之一"],
}


@pytest.mark.parametrize(("value", "text"), [(v, text) for v, ways in SAME_VALUE.items() for text in ways])
def test_many_ways_to_write_one_value(value: str, text: str) -> None:
    said, model = quantity(text), quantity(SAME_VALUE[value][0])
    assert (said.stated, said.unit.dimension) == (model.stated, model.unit.dimension)
    assert said.base.overlaps(model.base)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5.2%", "5.15", "5.25"),
        ("230项", "229.5", "230.5"),
        ("3000亿元", "299950000000", "300050000000"),
        ("90%以上", "90", None),
        ("15至45天", "15", "45"),
        ("15—45天", "15", "45"),
        ("20%至30%", "20", "30"),
        ("3－5个", "3", "5"),
        ("3至5万元", "30000", "50000"),
        ("30万至50万元", "300000", "500000"),
        ("7天内", "0", "7"),
        ("最长45天", None, "45"),
        ("数十家", "20", "100"),
        ("三四十人", "30", "50"),
        ("十七八人", "17", "19"),
        ("40多家", "40", "50"),
        ("近百亿元", "9000000000", "10000000000"),
        ("百亿元投资", "10000000000", "100000000000"),
        ("产值超千亿", "100000000000", None),
        ("67万余人", "670000", "680000"),
        ("增长2倍", "1.5", "2.5"),
        ("前三位", "1", "3"),
        ("历时两年半", "2.25", "2.75"),
        ("一年零三个月", "14.5", "15.5"),
        ("2年零5个月", "28.5", "29.5"),
        ("三个半小时", "3.25", "3.75"),
        ("1个半月", "1.25", "1.75"),
        ("2小时5分30秒", "7529.5", "7530.5"),
        ("三亩半", "3.25", "3.75"),
    ],
)
def test_the_interval_that_is_meant(text: str, low: str | None, high: str | None) -> None:
    interval = quantity(text).interval
    assert (interval.low, interval.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企业超过70%的收入来自海外", ["超过70%"]),
        ("近200家企业参展，成交额逾1700亿元", ["近200家", "逾1700亿元"]),
        ("最高可达50万元", ["最高可达50万元"]),
        ("由180亿元增至321亿元", ["180亿元", "321亿元"]),
        ("产业结构调整为9.5:40.8:49.7", ["9.5", "40.8", "49.7"]),
        ("产业结构调整为9.5：40.8：49.7", ["9.5", "40.8", "49.7"]),
        ("产业结构调整为9.5∶40.8∶49.7", ["9.5", "40.8", "49.7"]),
        ("三次产业比为9:40:51", ["9", "40", "51"]),
        ("列车12:30到站，晚点7分钟", ["7分钟"]),
        ("提高1.5个百分点", ["1.5个百分点"]),
        ("均价为2.3元/千瓦时", ["2.3元/千瓦时"]),
        ("70年前，这里只有3户人家", ["3户"]),
        ("占地三十余亩的苗圃", ["三十余亩"]),
        ("翻了一番，居第一位", ["翻了一番", "第一位"]),
        ("3千米赛跑", ["3千米"]),
    ],
)
def test_where_a_figure_begins_and_ends(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "stated"),
    [
        ("位居全省第三", Kind.RANK, "3"),
        ("获得第12名", Kind.RANK, "12"),
        ("连续9年保持一级", Kind.STREAK, "9"),
        ("连续三届入选", Kind.STREAK, "3"),
        ("全国首个零碳园区", Kind.FIRST, "1"),
        ("第37次飞行任务", Kind.ORDINAL, "37"),
        ("产量翻一番", Kind.DOUBLING, "2"),
        ("产量翻两番", Kind.DOUBLING, "4"),
    ],
)
def test_kinds_of_numbers(text: str, kind: Kind, stated: str) -> None:
    (number,) = figures(text)
    assert number.kind is kind
    assert number.quantity is not None
    assert number.quantity.stated == (Decimal(stated),)


def test_rates_are_a_dimension_of_their_own() -> None:
    assert quantity("每平方米售价8000元/平方米").unit.dimension == "money:CNY/area"


# ------------------------------------------------------------------------------- any text

PIECES = [
    *"0123456789一二三四五六七八九十百千万亿零〇两半几数多余",
    *"第前首连翻由从至到成分之约近超年月日个家人元",
    *",.:：∶—-、，。（）“”《》/%‰\n ",
    *("增至", "百分点", "亿元", "万人次", "第一", "首个", "连续", "三分之一", "平方米", "以上", "以内", "左右", "数十"),
    *("GDP", "km²"),
]


@example("三分之一以内0%")
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_numbers_stand_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    at = 0
    for number in scan.find(text):
        assert at <= number.start < number.end <= len(text)
        at = number.end


@given(st.text(max_size=80))
def test_any_characters_are_survived(text: str) -> None:
    for number in scan.find(text):
        assert 0 <= number.start < number.end <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_every_interval_holds_a_number(text: str) -> None:
    for number in figures(text):
        assert number.quantity is not None
        interval = number.quantity.interval
        assert interval.low is None or interval.high is None or interval.low <= interval.high


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.data())
def test_masked_stretches_hold_no_number(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    numbers = scan.find(text, [(begin, end)])
    assert all(not begin <= max(n.core, n.start) < end for n in numbers)  # words before its digits may be masked


def test_a_million_digits_are_no_figure() -> None:
    assert figures("7" * 1_000_000) == []


AWKWARD = [
    "七",
    "万",
    "零",
    "由",
    "1:",
    "第一",
    "“",
    "连续",
    "1,",
    "1.",
    "三分之",
    "翻",
    "前十",
    "2-",
    "最高",
    "A-1",
    "（2020",
    "1/",
    "1至",
    "数",
]


@pytest.mark.parametrize("piece", AWKWARD)
def test_awkward_repetitions_come_to_an_end(piece: str) -> None:
    at = 0
    for number in scan.find(piece * 100_000):
        assert at <= number.start < number.end
        at = number.end
