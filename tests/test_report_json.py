"""The JSON report keeps its contract: other programs read it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from outcomes import PERCENT, article, claim, figure, finding, newsroom, outcome

import figcheck
from figcheck.model import Article, Bound, Footing, Measure, Outcome, Problem, Severity, Spot, Unit, Verdict
from figcheck.report import OUTPUTS
from figcheck.report.claims import figures
from figcheck.report.json import number, write_claims
from figcheck.report.view import View

DEFAULT = View()
SCHEMA: dict[str, Any] = json.loads(
    (Path(figcheck.__file__).parent / "report" / "report.schema.json").read_text(encoding="utf-8")
)


def report(outcome: Outcome, view: View = DEFAULT) -> dict[str, Any]:
    """The parsed report, held against the schema."""
    parsed: dict[str, Any] = json.loads(OUTPUTS["json"](outcome, view))
    jsonschema.validate(parsed, SCHEMA)
    return parsed


def hostile() -> Outcome:
    """An article that tries to steer what shows it."""
    text = 'x\x1b[31m\x9b31m\u202e\u2028"\\ 80%\x00 \U000e0041 and 90%.'
    bad = article("\udcff\x1b]0;evil\x07.txt", text)
    a, b = claim(figure(bad, "80%", ["80"]), "x\x1b[0m"), claim(figure(bad, "90%", ["90"]), "x")
    return outcome((a, b), (finding((a, b)),), (Problem("b\x1b.docx", "is not text", ""),))


@pytest.mark.parametrize("made", [Outcome(), newsroom(), hostile()], ids=["nothing", "newsroom", "hostile"])
def test_every_report_holds_against_the_schema(made: Outcome) -> None:
    for lang in ("zh", "en"):
        report(made, View(lang=lang))
    jsonschema.validate(json.loads(write_claims(figures(made), View())), SCHEMA)


def test_the_schema_is_not_so_loose_that_it_lets_anything_pass() -> None:
    good = report(newsroom())
    for key in good:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({k: v for k, v in good.items() if k != key}, SCHEMA)
    good["findings"][0]["claims"][0]["quantity"]["low"] = "2E+8"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(good, SCHEMA)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("finding.verdict", Verdict),
        ("topic.measure", Measure),
        ("topic.footing", Footing),
        ("quantity.bound", Bound),
        ("finding.severity", Severity),
    ],
)
def test_the_schema_knows_the_words_of_the_model(path: str, words: Any) -> None:
    kind, key = path.split(".")
    assert sorted(SCHEMA["$defs"][kind]["properties"][key]["enum"]) == sorted(map(str, words))


def test_a_report_has_exactly_the_keys_of_the_schema() -> None:
    made, defs = report(newsroom()), SCHEMA["$defs"]
    one = made["findings"][0]
    told = one["claims"][0]
    assert list(made) == list(defs["run"]["properties"])
    assert list(made["summary"]) == list(defs["summary"]["properties"])
    assert list(one) == list(defs["finding"]["properties"])
    assert list(one["topic"]) == list(defs["topic"]["properties"])
    known = [name for name in defs["claim"]["properties"] if name != "place"]  # documents only
    assert list(told) == [*known, "role"]
    assert list(told["quantity"]) == list(defs["quantity"]["properties"])


def test_a_claim_is_told_as_the_contract_says() -> None:
    second = report(newsroom(), View(lang="zh"))["findings"][0]["claims"][1]
    assert second == {
        "path": "pages/2021-07-02.txt",
        "start": 14,
        "end": 19,
        "line": 1,
        "column": 15,
        "end_line": 1,
        "end_column": 20,
        "text": "90%以上",
        "sentence": "据介绍，2021年引进的项目90%以上来自粤港澳大湾区，合同引资2亿元。",
        "indicator": "招商项目来自大湾区",
        "subject": "郴州市",
        "period": "2021",
        "speaker": "市商务局",
        "quantity": {
            "stated": ["90"],
            "low": "90",
            "high": None,
            "low_open": False,
            "high_open": True,
            "unit": "%",
            "dimension": "ratio",
            "bound": "at-least",
        },
        "role": "primary",
    }


def test_the_summary_counts_what_became_of_every_figure() -> None:
    assert report(newsroom())["summary"] == {
        "articles": 3,
        "characters": 170,
        "figures": 7,
        "placed": 6,
        "compared": 5,
        "alone": 1,
        "not_understood": 1,
        "findings": {"error": 1, "warning": 1, "info": 0},
        "suppressed": 0,
    }


def test_findings_come_worst_first_and_claims_behind_the_clash_are_related() -> None:
    error, warning = report(newsroom())["findings"]
    assert (error["severity"], warning["severity"]) == ("error", "warning")
    assert [told["role"] for told in error["claims"]] == ["primary", "primary", "related"]
    assert (error["cause"], error["unsure"]) == ("stands-alone", [])
    assert (warning["cause"], warning["unsure"]) == (None, ["period", "subject"])


def test_the_message_is_in_the_language_asked_for_or_in_the_one_there_is() -> None:
    made = newsroom()
    only_chinese = replace(made, findings=tuple(replace(f, message={"zh": "只有中文"}) for f in made.findings))
    assert "Greater Bay Area" in report(made, View(lang="en"))["findings"][0]["message"]
    assert "大湾区" in report(made, View(lang="zh"))["findings"][0]["message"]
    assert report(only_chinese, View(lang="en"))["findings"][0]["message"] == "只有中文"


@pytest.mark.parametrize(
    ("view", "rules"),
    [
        (View(min_severity=Severity.ERROR), ["same-figure"]),
        (View(min_severity=Severity.WARNING), ["same-figure", "spread-against-limit"]),
        (View(min_confidence=0.9), ["same-figure"]),
        (View(min_confidence=0.95), []),
    ],
)
def test_what_is_not_wanted_is_left_out_but_still_counted(view: View, rules: list[str]) -> None:
    made = report(newsroom(), view)
    assert [f["rule"] for f in made["findings"]] == rules
    assert made["summary"]["findings"] == {"error": 1, "warning": 1, "info": 0}


def test_positions_count_in_the_file_as_decoded_where_its_layout_was_repaired() -> None:
    original, text = "共 引 进\n项目 １２ 个 。", "共引进项目12个。"
    offsets = [0, 2, 4, 6, 7, 9, 10, 12, 14]
    bare = article("a.txt", text)
    repaired = Article("a.txt", original, text, offsets, "zh", bare.stories)
    made = write_claims([(figure(repaired, "12个", ["12"], Unit("个", "count")), None)], View())
    told = json.loads(made)["claims"][0]
    assert original[told["start"] : told["end"]] == told["text"] == "１２ 个"
    assert (told["line"], told["column"], told["end_line"], told["end_column"]) == (2, 4, 2, 8)
    assert told["sentence"] == text


def test_claims_lists_every_figure_and_what_is_none_on_demand() -> None:
    text = "共有项目80%，见第18届会议，另有37个。"
    page = article("a.txt", text)
    placed = claim(figure(page, "80%", ["80"], measure=Measure.SHARE), "项目")
    name = figure(page, "第18届", ["18"], Unit("届", "ordinal"), measure=Measure.NONE)
    made = outcome((placed,), not_understood=(figure(page, "37个", ["37"], Unit("个", "count")), name))

    def listed(everything: bool) -> list[tuple[str, str, str | None]]:
        rows = json.loads(write_claims(figures(made, everything), View()))["claims"]
        return [(row["text"], row["kind"], row["indicator"]) for row in rows]

    assert listed(False) == [("80%", "share", "项目"), ("37个", "level", None)]
    assert listed(True) == [("80%", "share", "项目"), ("第18届", "not-a-figure", None), ("37个", "level", None)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2E+8", "200000000"),
        ("37.50", "37.5"),
        ("5.20", "5.2"),
        ("100", "100"),
        ("0.000", "0"),
        ("-0.0", "0"),
        ("1E-7", "0.0000001"),
        ("-2.50", "-2.5"),
        ("1234567890123456789012345678901234567890.5", "1234567890123456789012345678901234567890.5"),
    ],
)
def test_numbers_are_plain_decimals(value: str, written: str) -> None:
    assert number(Decimal(value)) == written


def test_nothing_in_a_report_steers_a_terminal_and_nothing_is_lost() -> None:
    written = OUTPUTS["json"](hostile(), View())
    assert not [
        char for char in written if (char < " " and char != "\n") or "\x7f" <= char < "\xa0" or char in "\u202e\u2028"
    ]
    told = json.loads(written)["findings"][0]["claims"][0]
    assert told["path"] == "\udcff\x1b]0;evil\x07.txt"
    assert told["sentence"] == 'x\x1b[31m\x9b31m\u202e\u2028"\\ 80%\x00 \U000e0041 and 90%.'


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8", "UTF8", "latin-1"])
def test_the_report_is_the_same_under_every_encoding(encoding: str) -> None:
    made = newsroom()
    bytes_written = OUTPUTS["json"](made, View(lang="zh", encoding=encoding)).encode(encoding)
    assert json.loads(bytes_written.decode(encoding)) == json.loads(OUTPUTS["json"](made, View(lang="zh")))


def test_a_share_is_read_in_the_unit_named() -> None:
    page = article("a.txt", "增长37.5%。")
    told = json.loads(write_claims([(figure(page, "37.5%", ["37.5"], PERCENT), None)], View()))["claims"][0]
    assert (told["quantity"]["low"], told["quantity"]["high"]) == ("37.45", "37.55")


def test_figures_of_documents_have_a_place() -> None:
    made = article("a.pdf", "共有学校126所。\n\n共有医院8家。")
    made = replace(made, spots=((0, Spot(page=1)), (10, Spot(page=2, column=1, paragraph=3))))
    rows = [(figure(made, "126", ["126"]), None), (figure(made, "8", ["8"]), None)]
    parsed = json.loads(write_claims(rows, DEFAULT))
    jsonschema.validate(parsed, SCHEMA)
    assert [claim["place"] for claim in parsed["claims"]] == [{"page": 1}, {"page": 2, "column": 1, "paragraph": 3}]
