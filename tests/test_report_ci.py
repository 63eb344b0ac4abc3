"""The reports for other programs: what each of them points at, and that no article can forge one."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from hostile import POISONS, hostile, many
from junitparser import JUnitXml
from outcomes import newsroom, settled
from sarif_pydantic import Sarif
from schemas import GITLAB, RDJSON

from figcheck.model import Finding, Outcome, Problem, Severity
from figcheck.report import OUTPUTS, github, markdown
from figcheck.report.view import View

FORMS = ["jsonl", "csv", "markdown", "github", "gitlab", "sarif", "junit", "rdjson"]
EN, ZH = View(lang="en"), View(lang="zh")
UNREAD = Problem("b.docx", "is not text", "save it as .txt")


# ------------------------------------------------------------------------------- accepted by those who read them


def sarif(made: Outcome, view: View = EN) -> dict[str, Any]:
    text = OUTPUTS["sarif"](made, view)
    Sarif.model_validate_json(text)
    parsed: dict[str, Any] = json.loads(text)
    return parsed


def junit(made: Outcome, view: View = EN) -> JUnitXml:
    return JUnitXml.fromstring(OUTPUTS["junit"](made, view).encode())


def gitlab(made: Outcome, view: View = EN) -> list[dict[str, Any]]:
    parsed: list[dict[str, Any]] = json.loads(OUTPUTS["gitlab"](made, view))
    jsonschema.validate(parsed, GITLAB)
    return parsed


def rdjson(made: Outcome, view: View = EN) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(OUTPUTS["rdjson"](made, view))
    jsonschema.validate(parsed, RDJSON)
    return parsed


def rows(made: Outcome, view: View = EN) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(OUTPUTS["csv"](made, view))))


def lines(made: Outcome, view: View = EN) -> list[dict[str, Any]]:
    return [json.loads(line) for line in OUTPUTS["jsonl"](made, view).splitlines()]


COUNTED: dict[str, Callable[[Outcome], int]] = {
    "sarif": lambda made: len(sarif(made)["runs"][0]["results"]),
    "junit": lambda made: junit(made).failures,
    "gitlab": lambda made: len(gitlab(made)),
    "rdjson": lambda made: len(rdjson(made)["diagnostics"]),
    "csv": lambda made: len({row["finding"] for row in rows(made)}),
    "jsonl": lambda made: sum(line["kind"] == "finding" for line in lines(made)),
    "github": lambda made: len(re.findall(r"(?m)^::(error|warning|notice) ", OUTPUTS["github"](made, EN))),
    "markdown": lambda made: OUTPUTS["markdown"](made, EN).count("\n### "),
}


@pytest.mark.parametrize("form", COUNTED)
def test_every_finding_is_in_every_report(form: str) -> None:
    assert COUNTED[form](newsroom()) == 2
    assert COUNTED[form](replace(newsroom(), findings=())) == 0


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
@pytest.mark.parametrize("form", COUNTED)
def test_no_article_forges_a_finding_or_breaks_a_report(form: str, poison: str) -> None:
    made = hostile(poison)
    assert COUNTED[form](made) == 1
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ufffe\uffff]", _told(form, made).replace("\ufffe", "")
    )
    OUTPUTS[form](made, EN).encode("utf-8")


def _told(form: str, made: Outcome) -> str:
    """The report as it is shown: JSON may hold every character that is no control."""
    text = OUTPUTS[form](made, EN)
    return re.sub("[\ufffe\uffff]", "", text) if form != "junit" else text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_an_output_that_lacks_characters_loses_no_finding(form: str, encoding: str) -> None:
    text = OUTPUTS[form](newsroom(), View(lang="zh", encoding=encoding))
    written = text.encode(encoding, "backslashreplace").decode(encoding)
    for rule in ("same-figure", "spread-against-limit"):
        assert rule in written.replace("\\-", "-")


@pytest.mark.parametrize("form", ["sarif", "gitlab", "rdjson", "junit"])
def test_documents_say_the_same_under_every_encoding(form: str) -> None:
    def parsed(view: View) -> object:
        text = OUTPUTS[form](newsroom(), view).encode(view.encoding).decode(view.encoding)
        return Xml.canonicalize(text) if form == "junit" else json.loads(text)

    assert parsed(View(lang="zh", encoding="ascii")) == parsed(View(lang="zh"))


@pytest.mark.parametrize("form", ["sarif", "gitlab", "rdjson", "jsonl"])
def test_what_is_not_wanted_is_left_out(form: str) -> None:
    assert "45 at the longest" in OUTPUTS[form](newsroom(), EN)
    assert "45 at the longest" not in OUTPUTS[form](newsroom(), View(min_severity=Severity.ERROR))


# ------------------------------------------------------------------------------- sarif


def test_sarif_holds_what_was_settled_as_suppressed() -> None:
    opened, done = sarif(settled())["runs"][0]["results"]
    assert "suppressions" not in opened
    (suppression,) = done["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == "终审数<已>更新"
    assert suppression["properties"]["until"] == "2026-12-31"


def test_junit_passes_over_what_was_settled() -> None:
    told = OUTPUTS["junit"](settled(), EN)
    suites = junit(settled())
    assert sum(suite.failures for suite in suites) == 1
    assert 'message="settled: 终审数&lt;已&gt;更新"' in told


@pytest.mark.parametrize("form", ["csv", "gitlab", "rdjson", "jsonl", "github", "markdown", "plain"])
def test_what_was_settled_is_no_finding_of_any_format(form: str) -> None:
    worst = settled().suppressed[0].finding
    told = OUTPUTS[form](settled(), EN)
    assert worst.id not in told
    assert worst.message["en"] not in told


def test_sarif_points_at_both_places() -> None:
    result = sarif(newsroom())["runs"][0]["results"][0]
    first, second = result["locations"][0], result["relatedLocations"][0]
    assert first["physicalLocation"]["artifactLocation"]["uri"] == "pages/2021-07-01.txt"
    region = first["physicalLocation"]["region"]
    assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [2, 18, 2, 21]
    assert second["physicalLocation"]["region"]["snippet"] == {"text": "90%以上"}
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]
    assert (result["level"], result["rank"]) == ("error", 93.0)


def test_sarif_names_a_finding_by_its_id() -> None:
    assert sarif(newsroom())["runs"][0]["results"][0]["partialFingerprints"]["figcheck/v1"] == "same-figure-0001"


def test_sarif_tells_that_a_check_is_not_complete() -> None:
    invocation = sarif(replace(newsroom(), problems=(UNREAD,)))["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "b.docx: is not text" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_brackets_of_an_article_are_no_links_in_sarif() -> None:
    text = sarif(hostile("[y](http://x.example)"))["runs"][0]["results"][0]["message"]["text"]
    assert "\\[y\\](http://x.example)" in text
    assert not re.search(r"(?<!\\)\[", text)


# ------------------------------------------------------------------------------- github


def test_github_is_told_the_place_and_all_of_the_finding() -> None:
    first = OUTPUTS["github"](newsroom(), ZH).splitlines()[0]
    assert first.startswith("::error file=pages/2021-07-01.txt,line=2,endLine=2,col=18,endColumn=21,title=")
    assert "90%25以上" in first.partition("::")[2]
    assert "pages/2021-07-02.txt:1:15%0A" in first


def test_github_reads_back_what_was_written() -> None:
    made = hostile("%0A::error::x, y:z")
    name, properties, data = re.fullmatch(r"::(\w+) (.*?)::(.*)", OUTPUTS["github"](made, EN).splitlines()[0]).groups()  # type: ignore[union-attr]
    told = dict(part.split("=", 1) for part in properties.split(","))
    assert name == "error"
    assert _unescaped(told["file"]) == "%0A::error::x, y:z.txt"
    assert _unescaped(data).splitlines()[0] == "%0A::error::x, y:z"


def _unescaped(text: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


@pytest.mark.parametrize("severity", Severity)
def test_github_is_given_what_it_shows_and_told_of_the_rest(severity: Severity) -> None:
    text = OUTPUTS["github"](many(25, severity), EN)
    shown = github.SHOWN - (severity is Severity.INFO)
    assert f"{25 - shown} more findings without an annotation" in text
    assert len(re.findall(r"(?m)^::(error|warning|notice) file=", text)) == shown
    assert len(re.findall(r"(?m)^::notice ", text)) <= github.SHOWN
    assert text.count("(same-figure, 93% sure)") == 25 - shown
    assert "more findings" not in OUTPUTS["github"](many(github.SHOWN, severity), EN)


# ------------------------------------------------------------------------------- gitlab, rdjson, junit


def test_gitlab_is_told_of_the_other_place_where_it_shows_one_line_only() -> None:
    issue = gitlab(newsroom(), ZH)[0]
    assert issue["location"] == {"path": "pages/2021-07-01.txt", "lines": {"begin": 2, "end": 2}}
    assert issue["description"].endswith("| pages/2021-07-02.txt:1:15")
    assert (issue["severity"], issue["fingerprint"]) == ("critical", "same-figure-0001")


def test_reviewdog_counts_columns_in_bytes() -> None:
    first = rdjson(newsroom())["diagnostics"][0]["location"]["range"]
    assert first == {"start": {"line": 2, "column": 52}, "end": {"line": 2, "column": 55}}


def test_junit_fails_what_was_found_and_passes_articles_without() -> None:
    suites = {suite.name: suite for suite in junit(replace(newsroom(), problems=(UNREAD,)))}
    assert [suite.tests for suite in suites.values()] == [2, 1, 1, 1]
    assert [suite.failures for suite in suites.values()] == [2, 0, 0, 0]
    assert suites["could not be read"].errors == 1


def test_notes_fail_no_test() -> None:
    made = junit(many(1, Severity.INFO))
    assert (made.tests, made.failures) == (1, 0)


# ------------------------------------------------------------------------------- markdown, csv, jsonl


def test_markdown_of_an_article_stays_text() -> None:
    text = OUTPUTS["markdown"](hostile(POISONS["markdown"] + POISONS["markup"]), EN)
    assert not re.search(r"@\w|(?<!&)#\d|(?<!\\)\[|://|www", text)
    assert set(re.findall(r"(?<!\\)<[^>]*>", text)) == {"<b>", "</b>", "<br>", "<sub>", "</sub>"}


def test_markdown_leaves_out_what_has_no_room_and_says_so() -> None:
    text = OUTPUTS["markdown"](many(2000), EN)
    assert len(text) < 65_536
    left = re.search(r"([0-9]+) more findings", text)
    assert left is not None
    assert int(left[1]) + text.count("\n### ") == 2000
    assert len(text) > markdown.LONGEST - 2000


def test_a_table_has_a_row_for_every_figure() -> None:
    made = rows(newsroom())
    assert [(row["role"], row["path"], row["line"], row["text"]) for row in made[:3]] == [
        ("primary", "pages/2021-07-01.txt", "2", "80%"),
        ("primary", "pages/2021-07-02.txt", "1", "90%以上"),
        ("related", "pages/2025-03-01.txt", "1", "80%"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str) -> None:
    for row in rows(hostile(f"{start}cmd|' /C calc'!A0")):
        assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]


def test_a_stream_ends_with_what_was_looked_at() -> None:
    *_, problem, last = lines(replace(newsroom(), problems=(UNREAD,)))
    assert problem == {"kind": "problem", "path": "b.docx", "problem": "is not text", "hint": "save it as .txt"}
    assert (last["kind"], last["figures"], last["compared"]) == ("summary", 7, 5)


def test_findings_without_a_title_are_named_by_their_rule() -> None:
    made: tuple[Finding, ...] = newsroom().findings
    untitled = replace(newsroom(), titles={})
    assert {rule["id"] for rule in sarif(untitled)["runs"][0]["tool"]["driver"]["rules"]} == {f.rule for f in made}
