"""What was settled stays settled until a value changes, and nothing is passed over in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from newsroom import Newsroom

import figcheck

A, B = "2023年湖南省地区生产总值同比增长5.2%。\n", "2023年，湖南省GDP同比增长5.3%。\n"


@pytest.fixture
def at_odds(newsroom: Newsroom) -> Newsroom:
    """Two articles that disagree."""
    newsroom.write(a=A, b=B)
    return newsroom


def accept(room: Newsroom, *options: str) -> tuple[int, str, str]:
    return room.call("accept", "pages/a.txt:1", "pages", "--reason", "初步核算数: 已核实", "--by", "李编辑", *options)


# ------------------------------------------------------------------------------- accept


def test_an_accepted_finding_is_reported_as_suppressed_and_does_not_count(at_odds: Newsroom) -> None:
    assert at_odds.call("run", "pages")[0] == 1
    assert accept(at_odds)[0] == 0
    assert at_odds.call("run", "pages")[0] == 0
    report = at_odds.report()
    assert report["findings"] == []
    assert report["summary"]["suppressed"] == 1
    assert report["suppressed"][0]["rule"] == "same-figure"
    assert report["suppressed"][0]["suppression"] == {
        "by": "decision",
        "where": "figcheck/decisions.yaml:4",
        "reason": "初步核算数: 已核实",
        "name": "李编辑",
        "until": "",
    }


def test_the_plain_report_says_that_something_was_settled(at_odds: Newsroom) -> None:
    accept(at_odds)
    assert "1 more was settled before." in at_odds.call("run", "pages")[1]


def test_a_report_with_suppressed_findings_keeps_the_schema(at_odds: Newsroom) -> None:
    accept(at_odds)
    schema = Path(figcheck.__file__).parent / "report" / "report.schema.json"
    Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(at_odds.report())


def test_the_file_of_decisions_can_be_read(at_odds: Newsroom) -> None:
    accept(at_odds, "--until", "2999-12-31")
    written = Path("figcheck/decisions.yaml").read_text(encoding="utf-8")
    assert "- rule: same-figure\n  topic: 地区生产总值 · 湖南省 · change · year-on-year · 2023\n" in written
    assert "  values:\n  - +5.2%\n  - +5.3%\n  reason: '初步核算数: 已核实'\n  by: 李编辑\n" in written
    assert "until: '2999-12-31'\n  files:\n  - pages/a.txt\n  - pages/b.txt\n" in written


@pytest.mark.parametrize(
    "edited",
    [
        {"a": "本报记者报道。\n\n\n" + A, "b": B},
        {"a": A, "b": B + "\n全市有12个项目。\n"},
        {"a": A.replace("地区生产总值", "GDP"), "b": B},
        {"a": A, "b": B, "c": A},
        {"a": A, "b": B, "c": "2019年湖北省地区生产总值同比增长7.5%。\n"},
    ],
)
def test_a_decision_survives_edits_elsewhere(at_odds: Newsroom, edited: dict[str, str]) -> None:
    accept(at_odds)
    at_odds.write(**edited)
    assert at_odds.call("run", "pages")[0] == 0


def test_a_decision_survives_files_that_move(at_odds: Newsroom) -> None:
    accept(at_odds)
    Path("pages/old").mkdir()
    Path("pages/a.txt").rename("pages/old/renamed.txt")
    assert at_odds.call("run", "pages")[::2] == (0, "")


@pytest.mark.parametrize(
    "edited",
    [
        {"c": B.replace("5.3", "5.9")},
        {"b": B.replace("5.3", "5.4")},
        {"a": A.replace("2023", "2022"), "b": B.replace("2023", "2022")},
        {"a": A.replace("湖南", "湖北"), "b": B.replace("湖南", "湖北")},
    ],
)
def test_a_decision_does_not_hold_for_another_value_time_or_place(at_odds: Newsroom, edited: dict[str, str]) -> None:
    accept(at_odds)
    at_odds.write(**edited)
    assert at_odds.call("run", "pages")[0] == 1


def test_a_changed_value_opens_a_finding_again_and_says_so(at_odds: Newsroom) -> None:
    accept(at_odds)
    at_odds.write(b=B.replace("5.3", "5.4"))
    note = at_odds.report()["notes"][0]
    assert note["path"] == "figcheck/decisions.yaml:4"
    assert note["problem"].startswith("open again, as a value has changed: same-figure")
    assert note["hint"] == "it is now +5.2% | +5.4%"


def test_a_decision_that_settles_nothing_is_told_unless_its_articles_were_left_out(at_odds: Newsroom) -> None:
    accept(at_odds)
    assert at_odds.call("run", "pages/a.txt")[2] == ""
    at_odds.write(b=A)
    assert "settles nothing any more" in at_odds.call("run", "pages")[2]
    assert at_odds.call("run", "pages")[0] == 0
    assert at_odds.call("run", "pages", "--strict")[0] == 1


def test_an_expired_decision_does_not_hold_and_is_told(at_odds: Newsroom) -> None:
    accept(at_odds, "--until", "2999-12-31")
    kept = Path("figcheck/decisions.yaml")
    kept.write_text(kept.read_text(encoding="utf-8").replace("2999", "1999"), encoding="utf-8")
    code, _, told = at_odds.call("run", "pages")
    assert code == 1
    assert "expired on 1999-12-31" in told


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["zzzz", "--reason", "x"], "no finding has this id or place"),
        (["pages/a.txt:7", "--reason", "x"], "no finding has this id or place"),
        (["pages/a.txt:1", "--reason", "  "], "is empty"),
        (["pages/a.txt:1", "--reason", "x", "--until", "soon"], "is not a day"),
        (["pages/a.txt:1", "--reason", "x", "--until", "1999-01-01"], "is over"),
        (["pages/a.txt:1"], "--reason"),
    ],
)
def test_what_cannot_be_accepted(at_odds: Newsroom, argv: list[str], told: str) -> None:
    code, out, err = at_odds.call("accept", argv[0], "pages", *argv[1:])
    assert (code, out) == (2, "")
    assert told in err
    assert not Path("figcheck").exists()


def test_a_finding_can_be_named_by_the_beginning_of_its_id(at_odds: Newsroom) -> None:
    written = at_odds.report()["findings"][0]["id"]
    assert at_odds.call("accept", written[:6], "pages", "--reason", "x")[0] == 0
    assert at_odds.call("run", "pages")[0] == 0


def test_accepting_once_more_replaces_the_reason(at_odds: Newsroom) -> None:
    accept(at_odds)
    at_odds.call("accept", "pages/a.txt:1", "pages", "--reason", "two revisions")
    assert [s["suppression"]["reason"] for s in at_odds.report()["suppressed"]] == ["two revisions"]


def test_decisions_are_listed_and_the_stale_ones_pruned(at_odds: Newsroom) -> None:
    accept(at_odds)
    assert at_odds.call("decisions", "pages")[1].startswith("[holds] same-figure: 地区生产总值")
    at_odds.write(b=A)
    assert at_odds.call("decisions", "pages")[1].startswith("[stale]")
    at_odds.call("decisions", "pages", "--prune")
    assert at_odds.call("decisions", "pages")[1] == "Nothing was decided yet.\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("- rule: same-figure\n", "decisions.yaml:1: the document"),
        ("- rule: x\n  topic: y\n  values: [5%]\n", "the decision has no reason"),
        ("- {rule: x, topic: y, values: [5%], reason: z, until: soon}", "decisions.yaml:1: 0.until is not a day"),
        ("- rule: x\n  topic: y\n  values: [5%]\n  raeson: z\n", "did you mean 'reason'?"),
        ("- [", "not YAML"),
    ],
)
def test_a_broken_file_of_decisions_is_told_and_never_written_over(at_odds: Newsroom, written: str, told: str) -> None:
    Path("figcheck").mkdir()
    kept = Path("figcheck/decisions.yaml")
    kept.write_text(written, encoding="utf-8")
    code, out, err = at_odds.call("run", "pages")
    assert code == 2
    assert "【5.3%】" in out
    assert "figcheck/decisions.yaml:" in err
    assert accept(at_odds)[0] == 2
    assert kept.read_text(encoding="utf-8") == written


# ------------------------------------------------------------------------------- comments in articles


@pytest.mark.parametrize(
    "text",
    [
        "2023年湖南省地区生产总值同比增长5.2%。<!-- figcheck: ok same-figure 初步核算数 -->\n",
        "<!-- figcheck: ok same-figure 初步核算数为5.3% -->\n2023年湖南省地区生产总值同比增长5.2%。\n",
        "[figcheck: ok same-figure 初步核算数]\n2023年湖南省地区生产总值同比增长5.2%。\n",
        "【figcheck：ok same-figure 初步核算数】\n\n2023年湖南省地区生产总值同比增长5.2%。\n",
        "---\nfigcheck: ok same-figure 初步核算数\n---\n2023年湖南省地区生产总值同比增长5.2%。\n",
        "---\nfigcheck:\n  - ok same-figure 初步核算数\n---\n有12项。\n\n2023年湖南省地区生产总值同比增长5.2%。\n",
    ],
)
def test_a_comment_settles_findings_of_its_rule_in_its_paragraph(at_odds: Newsroom, text: str) -> None:
    at_odds.write(a=text)
    report = at_odds.report()
    assert report["findings"] == []
    assert [s["suppression"]["by"] for s in report["suppressed"]] == ["comment"]
    assert report["notes"] == report["problems"] == []


def test_a_comment_is_no_text_of_the_article(newsroom: Newsroom) -> None:
    newsroom.write(a="全市有12个项目。<!-- figcheck: ok same-figure 另有99个项目 -->\n[figcheck: ok x 98个项目]\n")
    assert [row["text"] for row in json.loads(newsroom.call("claims", "pages", "--format", "json")[1])["claims"]] == [
        "12个"
    ]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("figcheck: ok same-figur 已核实", "did you mean 'same-figure'?"),
        ("figcheck: ok same-figure", "gives no reason"),
        ("figcheck: okay same-figure 已核实", "not ok"),
        ("figcheck: ok", "names no rule"),
        ("figchek: ok same-figure 已核实", "did you mean 'figcheck'?"),
    ],
)
def test_a_misspelt_comment_settles_nothing_and_is_told(at_odds: Newsroom, comment: str, told: str) -> None:
    at_odds.write(a=f"<!-- {comment} -->\n{A}")
    code, _, err = at_odds.call("run", "pages")
    assert code == 2
    assert err.startswith("figcheck: pages/a.txt:1: ")
    assert told in err
    assert len(at_odds.report()["findings"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "<!-- figcheck: ok spread-against-limit 已核实 -->\n" + A,
        A + "\n<!-- figcheck: ok same-figure 已核实 -->\n\n本省有12个项目。\n",
    ],
)
def test_a_comment_for_another_rule_or_paragraph_is_unused(at_odds: Newsroom, text: str) -> None:
    at_odds.write(a=text)
    report = at_odds.report()
    assert len(report["findings"]) == 1
    assert "settles nothing here" in report["notes"][0]["problem"]


# ------------------------------------------------------------------------------- the baseline


def test_only_new_findings_count_beside_a_baseline(at_odds: Newsroom) -> None:
    assert at_odds.call("baseline", "write", "pages")[::2] == (0, "")
    assert at_odds.call("run", "pages")[0] == 0
    at_odds.write(c="2023年湖南省GDP同比增长5.9%。\n")
    assert at_odds.call("run", "pages")[0] == 1


def test_a_baseline_is_not_written_over(at_odds: Newsroom) -> None:
    at_odds.call("baseline", "write", "pages")
    code, _, err = at_odds.call("baseline", "write", "pages")
    assert code == 2
    assert "use update or prune" in err


@pytest.mark.parametrize(
    ("action", "told", "left"),
    [("prune", "1 finding, 0 new, 1 taken out", 1), ("update", "2 findings, 1 new, 1 taken out", 0)],
)
def test_update_adds_and_takes_out_prune_only_takes_out(at_odds: Newsroom, action: str, told: str, left: int) -> None:
    at_odds.write(c="2021年湖北省GDP同比增长1.5%。\n", d="2021年湖北省GDP同比增长1.6%。\n")
    at_odds.call("baseline", "write", "pages")
    at_odds.write(
        d="2021年湖北省GDP同比增长1.5%。\n", e="2020年湖北省GDP同比增长3.5%。\n", f="2020年湖北省GDP同比增长3.6%。\n"
    )
    assert told in at_odds.call("baseline", action, "pages")[1]
    assert len(at_odds.report()["findings"]) == left


def test_strict_has_a_baseline_shrink(at_odds: Newsroom) -> None:
    at_odds.call("baseline", "write", "pages")
    assert at_odds.call("run", "pages", "--strict")[0] == 0
    at_odds.write(b=A)
    assert at_odds.call("run", "pages", "--strict")[0] == 1


def test_a_word_that_baseline_does_not_know(at_odds: Newsroom) -> None:
    code, _, err = at_odds.call("baseline", "forget", "pages")
    assert code == 2
    assert "one of: write, update, prune" in err
