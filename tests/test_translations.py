"""A translation held against its original: what differs is found, what a good translator does is left in peace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from newsroom import Newsroom

from figcheck import pipeline, read, rulebook, yamlio
from figcheck.model import Finding, Severity

PAIRS = Path(__file__).parent / "translations"
PLANTED, FREE = sorted((PAIRS / "planted").glob("*.yaml")), sorted((PAIRS / "free").glob("*.yaml"))
RULES = rulebook.load([rulebook.shipped_rules()])[0]


def named(path: Path) -> str:
    return path.stem


def found(original: str, translation: str) -> list[Finding]:
    """What figcheck finds in a pair."""
    first = read.article_from_text(original, "original.txt")
    second = replace(read.article_from_text(translation, "translation.txt"), translation_of="original.txt")
    return list(pipeline.check_articles([first, second], RULES).findings)


def loud(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """The rules and figures of warnings and errors."""
    return [
        (finding.rule, tuple(claim.figure.span.text for claim in finding.claims[: finding.primary]))
        for finding in findings
        if finding.severity >= Severity.WARNING
    ]


# ------------------------------------------------------------------------------- pairs of our own


@dataclass(frozen=True)
class Slip:
    """One mistake of a translator: `wrong` in the place of `right`, the rule that has to find it, the cause."""

    pair: str
    original: str
    translation: str
    rule: str
    cause: str | None

    def caught(self) -> bool:
        """Whether the right rule warns, and no other does."""
        findings = found(self.original, self.translation)
        named = [one for one in findings if one.rule == self.rule and one.severity >= Severity.WARNING]
        told = self.cause is None or any(one.cause == self.cause for one in named)
        return bool(named) and told and {rule for rule, _ in loud(findings)} == {self.rule}


def pair(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = yamlio.read(path)
    return made


def slips() -> Iterator[Slip]:
    for path in PLANTED:
        made = pair(path)
        for slip in made["slips"]:
            assert slip["right"] in made["translation"], f"{path.name}: {slip['right']}"
            changed = made["translation"].replace(slip["right"], slip["wrong"], 1)
            yield Slip(path.stem, made["original"], changed, slip["rule"], slip.get("cause"))


@pytest.mark.parametrize("path", PLANTED, ids=named)
def test_a_faithful_translation_is_left_in_peace(path: Path) -> None:
    assert loud(found(pair(path)["original"], pair(path)["translation"])) == []


@pytest.mark.parametrize("path", FREE, ids=named)
def test_a_free_translation_is_left_in_peace(path: Path) -> None:
    assert loud(found(pair(path)["original"], pair(path)["translation"])) == []


def test_nine_planted_slips_of_ten_are_found_by_the_right_rule() -> None:
    planted = list(slips())
    missed = [(slip.pair, slip.rule) for slip in planted if not slip.caught()]
    assert len(PLANTED) >= 12
    assert len(missed) <= len(planted) / 10, missed


@pytest.mark.parametrize("rule", ["translation-figure", "translation-bound", "translation-missing"])
def test_of_every_kind_of_slip_nine_of_ten_are_found(rule: str) -> None:
    planted = [slip for slip in slips() if slip.rule == rule]
    assert sum(slip.caught() for slip in planted) >= 0.9 * len(planted) >= 9


# ------------------------------------------------------------------------------- what a translator may do


FREEDOMS = {
    "another unit": ("全县种植油茶12.6万亩。", "The county grows 8,400 hectares of oil-tea camellia."),
    "kilometres": ("线路全长320公里，耗资4.5亿元。", "The 320-km line cost 450 million yuan."),
    "one in five": ("镇上20%的家庭种茶，共3400户。", "One in five families in the town, 3,400 in all, grow tea."),
    "half": ("一半的学生住校，共1240人。", "Half of the students, or 1,240, live at the school."),
    "rounded": (
        "去年产值1.267万亿元，用工2386人。",
        "Output was 1.27 trillion yuan last year, with nearly 2,400 workers.",
    ),
    "some for more than": (
        "村里有300多人，耕地8600亩。",
        "Some 300 people live in the village, which has 8,600 mu of land.",
    ),
    "the oldest": ("队员47人，最大的81岁。", "Of the 47 members, the oldest is 81."),
    "as many as": ("最多一天接待游客多达3.2万人。", "It received as many as 32,000 visitors on its busiest day."),
    "hit a mark": ("去年，港口吞吐量突破2000万吨。", "Last year, the port's throughput hit 20 million tons."),
    "in three days": ("三天内，全市累计降雨186毫米。", "In three days, 186 millimeters of rain fell on the city."),
    "the year told": ("去年新建学校36所。", "The city built 36 schools in 2023."),
    "once instead of twice": (
        "游客破500万\n\n今年游客突破500万人次。",
        "The park has had more than 5 million visitors this year.",
    ),
    "another currency": ("投资700万元。", "The investment was 7 million yuan ($1 million)."),
    "terms": ("他被判处有期徒刑9年6个月。", "He was sentenced to nine and a half years in prison."),
}


@pytest.mark.parametrize(("original", "translation"), FREEDOMS.values(), ids=FREEDOMS)
def test_a_translator_may(original: str, translation: str) -> None:
    assert loud(found(original, translation)) == []


SLIPS = {
    "10": ("产值126亿元。", "Output was 1.26 billion yuan.", "scale-slip"),
    "100": ("用户3.4亿。", "It has 3.4 million users.", "scale-slip"),
    "10000": ("蓄水3.2亿立方米。", "It holds 32,000 cubic meters of water.", "scale-slip"),
    "points": ("失业率下降0.3个百分点。", "The unemployment rate fell by 0.3 percent.", "points"),
    "currency": ("项目投资4500万元。", "The project cost $45 million.", "currency"),
    "digits swapped": ("全市有养老院148家。", "The city has 184 homes for the elderly.", "digits-swapped"),
}


@pytest.mark.parametrize(("original", "translation", "cause"), SLIPS.values(), ids=SLIPS)
def test_the_likely_slip_is_named(original: str, translation: str, cause: str) -> None:
    (finding,) = [one for one in found(original, translation) if one.rule == "translation-figure"]
    assert finding.severity is Severity.ERROR
    assert finding.cause == cause


def test_what_translators_cut_is_no_more_than_a_note() -> None:
    original = "全市新建学校36所，新增学位4.2万个，投入18.6亿元，招聘教师2350名。"
    findings = found(original, "The city built 36 schools and hired 2,350 teachers.")
    assert {(one.rule, one.severity) for one in findings} == {("translation-missing", Severity.INFO)}


# ------------------------------------------------------------------------------- which texts are a pair


ZH = "去年，全市新建学校36所，产值126亿元。\n"
EN = "Last year, the city built 36 schools, and output was 12.6 billion yuan.\n"
SLIP = "Last year, the city built 36 schools, and output was 1.26 billion yuan.\n"


def told(newsroom: Newsroom, *argv: str) -> tuple[int, list[str]]:
    """The exit code, and what figcheck finds."""
    code, out, _ = newsroom.call("run", *argv, "--format", "plain")
    return code, [line.partition("(")[2].partition(",")[0] for line in out.splitlines() if line.startswith("[")]


def test_a_pair_is_asked_for(newsroom: Newsroom) -> None:
    newsroom.write(a=ZH, b=EN, c=SLIP)
    assert told(newsroom, "--pair", "pages/a.txt", "pages/b.txt") == (0, [])
    assert told(newsroom, "--pair", "pages/a.txt", "pages/c.txt") == (1, ["translation-figure"])
    both = ["--pair", "pages/a.txt", "pages/b.txt", "--pair", "pages/a.txt", "pages/c.txt"]
    assert told(newsroom, *both) == (1, ["translation-figure"])
    (newsroom.base / "pages" / "b.txt").unlink()  # the same news in English, with another figure
    assert told(newsroom, "pages", "--pair", "pages/a.txt", "pages/c.txt") == (1, ["translation-figure"])


def test_neither_paths_nor_pairs_is_wrong_use(newsroom: Newsroom) -> None:
    code, _, error = newsroom.call("run")
    assert code == 2
    assert "--pair" in error


@pytest.mark.parametrize("names", [("x.zh.md", "x.en.md"), ("x.zh.txt", "x.en.md"), ("x.ZH.html", "x.en.txt")])
def test_files_called_alike_but_for_their_language_are_a_pair(newsroom: Newsroom, names: tuple[str, str]) -> None:
    for name, text in zip(names, (ZH, SLIP), strict=True):
        (newsroom.base / "pages" / name).write_text(text, encoding="utf-8")
    assert told(newsroom, "pages") == (1, ["translation-figure"])


def test_files_of_two_folders_are_no_pair(newsroom: Newsroom) -> None:
    (newsroom.base / "pages" / "en").mkdir()
    (newsroom.base / "pages" / "x.zh.md").write_text(ZH, encoding="utf-8")
    (newsroom.base / "pages" / "en" / "x.en.md").write_text(SLIP, encoding="utf-8")
    assert "translation-figure" not in told(newsroom, "pages")[1]


def test_front_matter_names_the_original_from_its_own_folder(newsroom: Newsroom) -> None:
    newsroom.write(a=ZH, b=f"---\ntranslation_of: a.txt\n---\n{SLIP}")
    assert told(newsroom, "pages") == (1, ["translation-figure"])


def test_an_original_that_was_not_given_is_told_and_the_rest_is_checked(newsroom: Newsroom) -> None:
    newsroom.write(b=f"---\ntranslation_of: a.txt\n---\n{SLIP}")
    code, out, error = newsroom.call("run", "pages", "--format", "plain")
    assert code == 2
    assert "says that it translates pages/a.txt, which is not among the articles" in error
    assert "1 article" in out


def test_what_both_languages_say_is_told_once(newsroom: Newsroom) -> None:
    newsroom.write(
        a="物流成本从40元降到6元，下降60%。\n", b="Logistics costs fell from 40 yuan to 6 yuan, down 60 percent.\n"
    )
    assert told(newsroom, "pages/a.txt") == told(newsroom, "pages/b.txt") == (1, ["change-from-to"])
    assert told(newsroom, "--pair", "pages/a.txt", "pages/b.txt") == (1, ["change-from-to"])


def test_a_third_article_is_still_held_against_both(newsroom: Newsroom) -> None:
    newsroom.write(
        a="2023年，郴州市地区生产总值增长5.2%。\n",
        b="Chenzhou's GDP grew 5.2 percent in 2023.\n",
        c="2023年，郴州市GDP增长5.6%。\n",
    )
    assert told(newsroom, "pages", "--pair", "pages/a.txt", "pages/b.txt")[1][0] == "same-figure"


# ------------------------------------------------------------------------------- like all other findings


def test_it_can_be_accepted_by_its_place(newsroom: Newsroom) -> None:
    newsroom.write(a=ZH, b=SLIP)
    pair = ["--pair", "pages/a.txt", "pages/b.txt"]
    assert newsroom.call("accept", "pages/b.txt:1", "pages", *pair, "--reason", "译者按新数改的")[0] == 0
    assert told(newsroom, *pair) == (0, [])


def test_a_comment_in_the_translation_settles_it(newsroom: Newsroom) -> None:
    newsroom.write(a=ZH, b=f"<!-- figcheck: ok translation-figure as the author wished -->\n{SLIP}")
    assert told(newsroom, "--pair", "pages/a.txt", "pages/b.txt") == (0, [])


def test_only_what_touches_a_changed_file_is_told(newsroom: Newsroom) -> None:
    newsroom.write(a=ZH, b=SLIP, c="全市有公园12个。\n")
    pair = ["pages", "--pair", "pages/a.txt", "pages/b.txt"]
    assert told(newsroom, *pair, "--changed", "pages/b.txt") == (1, ["translation-figure"])
    assert told(newsroom, *pair, "--changed", "pages/c.txt") == (0, [])


@pytest.mark.parametrize(("lang", "words"), [("zh", "请对照原文改正"), ("en", "Correct it by the original")])
def test_it_speaks_the_language_of_its_reader(lang: str, words: str) -> None:
    (finding,) = [one for one in found(ZH, SLIP) if one.rule == "translation-figure"]
    assert words in finding.message[lang]


def test_figures_that_were_held_against_each_other_count_as_compared(newsroom: Newsroom) -> None:
    newsroom.write(a=ZH, b=EN)
    assert "of these 4 compared" in newsroom.call("run", "--pair", "pages/a.txt", "pages/b.txt", "--format", "plain")[1]
