"""Every word that figcheck says stands in `lang/ui.yaml`, in both languages."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from outcomes import DAYS, PERCENT, YUAN, article, claim, figure

import figcheck
from figcheck import spoken, ui, yamlio
from figcheck.cli import cli
from figcheck.match import score
from figcheck.match.comparisons import SLOTS
from figcheck.match.exclusions import EXCLUSIONS
from figcheck.match.values import Relation
from figcheck.match.weights import shipped
from figcheck.model import Bound, Footing, How, Measure, Period, Severity, Unit
from figcheck.report import why, wording

SOURCE = Path(figcheck.__file__).parent
SAYINGS: dict[str, Any] = yamlio.read(SOURCE / "lang" / "ui.yaml")


def _texts(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every saying: the places where languages begin."""
    if "zh" in node or "en" in node:
        yield path, node
        return
    for key, below in node.items():
        yield from _texts(below, f"{path}.{key}" if path else key)


TEXTS = dict(_texts(SAYINGS))


def _places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("key", [key for key in TEXTS if key != "number"])
def test_a_saying_is_there_in_both_languages_with_the_same_places_to_fill(key: str) -> None:
    chinese, english = TEXTS[key]["zh"], TEXTS[key]["en"]
    several = english["many"] if isinstance(english, dict) else english
    optional = {"month", "last_month", "last_year"} if key.startswith("period") else set()
    assert _places(chinese) - optional == _places(several) - optional


@pytest.mark.parametrize(
    ("family", "names"),
    [
        ("severity", map(str, Severity)),
        ("section", map(str, Severity)),
        ("measure", Measure),
        ("footing", Footing),
        ("bound", Bound),
        ("how", How),
        ("value", Measure),
    ],
)
def test_whatever_a_stage_can_name_has_a_word(family: str, names: Any) -> None:
    assert set(names) <= set(SAYINGS[family])


SAID = {"link", "must-link", "cannot-link"}
"""What decides before all comparisons."""


def test_every_part_of_a_reckoning_has_a_word_and_no_word_is_left_over() -> None:
    assert set(SAYINGS["part"]) == {*SLOTS, "prior", "definition", "value", "bound", *SAID}
    assert set(EXCLUSIONS) <= {*SAYINGS["exclusion"], *SAYINGS["part"]}
    assert set(SAYINGS["exclusion"]) <= set(EXCLUSIONS)


@pytest.mark.parametrize("lang", ui.LANGS)
def test_every_level_of_a_slot_has_a_word(lang: str) -> None:
    named = [
        (slot, level) for slot, table in shipped().single.items() if slot not in shipped().steps for level in table
    ]
    told = {(slot, level): why.level(slot, level, lang) for slot, level in [*named, *(("value", r) for r in Relation)]}
    assert [key for key, word in told.items() if not word or (lang == "zh" and word.isascii())] == []
    assert len(told) > 100


def test_every_doubt_has_a_word() -> None:
    assert set(score.DOUBTFUL) <= set(SAYINGS["unsure"])


def test_every_cause_has_a_word() -> None:
    tree = ast.parse((SOURCE / "check" / "causes.py").read_text("utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    slips = {key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)}
    assert "unit-slip" in slips
    assert slips | {"year-slip", "stands-alone"} <= set(SAYINGS["cause"])


@pytest.mark.parametrize(
    ("basis", "zh", "en"),
    [
        ("year-on-year", "同比80%", "year on year 80%"),
        ("since:2021", "自2021年以来：80%", "since 2021: 80%"),
        ("since:2021-06", "自2021-06以来：80%", "since 2021-06: 80%"),
        ("versus:年产值", "与年产值相比：80%", "against 年产值: 80%"),
        ("over-change", "比变化前80%", "over the change 80%"),
    ],
)
def test_what_a_figure_is_held_against_is_told_in_words(basis: str, zh: str, en: str) -> None:
    told = claim(figure(article("a.txt", "占80%。"), "80%", ["80"]), "进度", basis=basis)
    assert f" · {zh} · " in wording.says(told, "zh")
    assert f" · {en} · " in wording.says(told, "en")


def test_every_basis_of_a_change_has_a_word() -> None:
    assert set(yamlio.read(SOURCE / "lang" / "zh" / "cues.yaml")["basis"]) <= set(SAYINGS["basis"])


def test_every_command_and_option_has_its_help() -> None:
    assert {"figcheck", *cli.commands} <= set(SAYINGS["help"])
    options = {
        option.name
        for command in cli.commands.values()
        for option in command.params
        if option.param_type_name == "option"
    }
    assert options <= set(SAYINGS["option"])


# ------------------------------------------------------------------------------- what a figure says


@pytest.mark.parametrize(
    ("stated", "unit", "bound", "measure", "direction", "zh", "en"),
    [
        (["90"], PERCENT, Bound.AT_LEAST, Measure.SHARE, 0, "占比90%及以上", "a share of 90% or more"),
        (["37.5"], PERCENT, Bound.EXACT, Measure.CHANGE, 1, "增37.5%", "up 37.5%"),
        (["3.20"], PERCENT, Bound.ABOUT, Measure.CHANGE, -1, "减约3.2%", "down about 3.2%"),
        (["15", "45"], DAYS, Bound.SPREAD, Measure.LEVEL, 0, "15至45天", "15 to 45 天"),
        (["45"], DAYS, Bound.GREATEST, Measure.LEVEL, 0, "上限45天", "45 天 at the highest"),
        (
            ["200000000"],
            YUAN,
            Bound.MILESTONE,
            Measure.LEVEL,
            0,
            "超过2亿元（整数关口）",
            "past the mark of 200,000,000 元",
        ),
        (["1"], Unit("位", "rank:全省"), Bound.EXACT, Measure.RANK, 0, "第1位", "rank 1 位"),
        (["1"], Unit("次", "first:"), Bound.EXACT, Measure.RANK, 0, "首次", "the first"),
        (["9"], Unit("年", "streak:年"), Bound.EXACT, Measure.STREAK, 0, "连续9年", "9 年 in a row"),
    ],
)
def test_values(
    stated: list[str], unit: Unit, bound: Bound, measure: Measure, direction: int, zh: str, en: str
) -> None:
    made = figure(article("a.txt", "此处"), "此处", stated, unit, bound, measure, direction)
    assert (wording.value(made, "zh"), wording.value(made, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("230", "230", "230"),
        ("2370", "2,370", "2,370"),
        ("12345", "12,345", "12,345"),
        ("12345.6", "12,345.6", "12,345.6"),
        ("3179100", "317.91万", "3,179,100"),
        ("210770000000", "2,107.7亿", "210,770,000,000"),
        ("0.0500", "0.05", "0.05"),
        ("312340000", "3.1234亿", "312,340,000"),
        ("312345600", "31,234.56万", "312,345,600"),
        ("-50000", "-5万", "-50,000"),
    ],
)
def test_numbers(number: str, zh: str, en: str) -> None:
    assert (spoken.number(Decimal(number), "zh"), spoken.number(Decimal(number), "en")) == (zh, en)


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        (Period(date(2021, 1, 1), date(2021, 12, 31), How.TOLD), "2021年", "2021"),
        (Period(date(2016, 1, 1), date(2020, 12, 31), How.TOLD), "2016—2020年", "2016–2020"),
        (Period(date(2021, 6, 1), date(2021, 6, 30), How.TOLD), "2021年6月", "2021-06"),
        (Period(date(2021, 1, 1), date(2021, 9, 30), How.TOLD), "2021年1—9月", "2021-01 to 09"),
        (Period(date(2020, 11, 1), date(2021, 2, 28), How.TOLD), "2020年11月至2021年2月", "2020-11 to 2021-02"),
        (Period(date(2021, 6, 3), date(2021, 6, 3), How.TOLD), "2021年6月3日", "2021-06-03"),
        (Period(date(2021, 6, 3), date(2021, 7, 4), How.TOLD), "2021-06-03至2021-07-04", "2021-06-03 to 2021-07-04"),
        (Period(None, date(2021, 6, 30), How.TOLD, as_of=True), "截至2021年6月30日", "as of 2021-06-30"),
        (
            Period(date(2020, 1, 1), date(2020, 12, 31), How.PUBLISHED),
            "2020年（按发稿日推算）",
            "2020 (by date of article)",
        ),
        (Period(date(2020, 1, 1), date(2020, 12, 31), How.CARRIED), "2020年（承上文）", "2020 (from above)"),
        (Period(None, date(2021, 7, 1), How.VAGUE), "约2021年7月1日（发稿日）", "about 2021-07-01 (date of article)"),
        (Period(None, None, How.UNKNOWN), "时间未说明", "no time told"),
        (None, "时间未说明", "no time told"),
    ],
)
def test_periods(period: Period | None, zh: str, en: str) -> None:
    assert (wording.period(period, "zh"), wording.period(period, "en")) == (zh, en)


def test_says_leaves_out_nothing_that_was_understood() -> None:
    made = figure(article("a.txt", "此处"), "此处", ["5.2"], PERCENT, Bound.EXACT, Measure.CHANGE, 1)
    told = claim(made, "进出口总额", "郴州市", footing=Footing.TARGET, basis="year-on-year", speaker="海关")
    assert wording.says(told, "zh") == "郴州市 · 进出口总额 · 同比增5.2% · 2021年 · 目标 · 海关说"
    assert wording.says(told, "en") == "郴州市 · 进出口总额 · year on year up 5.2% · 2021 · target · says 海关"
    assert wording.says(claim(made, "进出口总额", None), "zh").startswith("主体未说明 · ")


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "en"),
    ],
)
def test_the_locale_chooses_the_language(env: dict[str, str], lang: str) -> None:
    assert ui.locale_lang(env) == lang


@pytest.mark.parametrize(("lang", "said"), [("zh", "其中 换乘站"), ("en", "of these 换乘站")])
def test_a_part_is_called_one(lang: str, said: str) -> None:
    page = article("a.txt", "共27座车站，其中换乘站9座。")
    topic = replace(claim(figure(page, "9座", ["9"], Unit("座", "count")), "换乘站").topic, scope=("part",))
    assert wording.indicator(topic, lang) == said
