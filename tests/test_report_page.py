"""The HTML page: complete in itself, linked both ways, deaf to whatever an article says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hostile import POISONS, hostile, many
from outcomes import article, claim, figure, finding, newsroom, outcome, settled

from figcheck import rulebook
from figcheck.model import Outcome, Problem, Severity
from figcheck.pipeline import check_texts
from figcheck.report import OUTPUTS, html, matrix
from figcheck.report.numbered import numbered
from figcheck.report.view import View

EN, ZH = View(lang="en"), View(lang="zh")
RULES, _ = rulebook.load([rulebook.shipped_rules()])


class Page(HTMLParser):
    """What a browser would make of it: every tag with its attributes, and the text outside of style and script."""

    def __init__(self, made: Outcome, view: View = EN) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.source = OUTPUTS["html"](made, view)
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] not in ("style", "script"):
            self.words += data

    def values(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


@pytest.mark.parametrize(
    "made", [Outcome(), newsroom(), settled(), many(3)], ids=["nothing", "newsroom", "settled", "many"]
)
@pytest.mark.parametrize("view", [EN, ZH], ids=["en", "zh"])
def test_every_link_leads_somewhere_and_every_name_is_given_once(made: Outcome, view: View) -> None:
    page = Page(made, view)
    named = Counter(page.values("id"))
    assert {name: count for name, count in named.items() if count > 1} == {}
    assert {link.removeprefix("#") for link in page.values("href")} <= named.keys()
    assert {word for words in page.values("aria-labelledby") for word in words.split()} <= named.keys()


def test_a_finding_and_the_article_are_linked_both_ways() -> None:
    page = Page(newsroom())
    marked = {attrs["id"]: attrs["href"] for tag, attrs in page.tags if tag == "a" and attrs.get("id")}
    assert marked["c-0"] == "#f-0", "a figure that clashes leads to its finding"
    assert marked["c-3"] == "#r-3", "one that does not leads to the table"
    assert page.values("href").count("#c-0") >= 2


def test_nothing_is_fetched_from_anywhere() -> None:
    page = Page(newsroom())
    assert not re.search(r"https?:|@import|url\(|fetch\(|XMLHttp|sendBeacon", page.source)
    assert page.values("src") == []
    assert {tag for tag, _ in page.tags} & {"link", "img", "iframe", "object", "embed", "base"} == set()


OURS = [tag for made in (newsroom(), hostile("tame"), hostile("tame\ntame")) for tag in Page(made).tags]
"""Tags as they are where nobody means harm."""


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
def test_what_an_article_says_is_text_and_no_more(poison: str) -> None:
    page = Page(hostile(poison))
    assert {(tag, *attrs) for tag, attrs in page.tags} <= {(tag, *attrs) for tag, attrs in OURS}
    assert page.source.count("<script") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", page.source)
    page.source.encode("utf-8")


def test_markup_of_an_article_is_shown_as_it_is_written() -> None:
    assert Page(hostile(POISONS["markup"])).words.count(POISONS["markup"] + "80%") >= 2


def test_the_page_lets_no_script_run_but_its_own() -> None:
    page = Page(newsroom())
    (policy,) = (attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv"))
    assert policy is not None
    style, script = (re.search(f"<{tag}>(.*?)</{tag}>", page.source, re.S) for tag in ("style", "script"))
    assert style
    assert script
    assert policy.split("; ") == [
        "default-src 'none'",
        "base-uri 'none'",
        f"style-src '{html._digest(style[1])}'",
        f"script-src '{html._digest(script[1])}'",
    ]
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name == "style"]


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_the_page_says_the_same_under_every_encoding(encoding: str) -> None:
    page = Page(newsroom(), View(lang="zh", encoding=encoding))
    page.source.encode(encoding)
    assert page.words == Page(newsroom(), ZH).words
    assert re.findall(r"(?s)<script>.*</script>", page.source) == re.findall(
        r"(?s)<script>.*</script>", Page(newsroom()).source
    )


def test_it_tells_what_was_looked_at_and_what_could_not_be_read() -> None:
    words = Page(replace(newsroom(), problems=(Problem("b.docx", "is not text", "save it as .txt"),))).words
    assert "b.docx: is not text (save it as .txt)" in words
    assert re.search(r"stood alone, not verified\s*1\b", words)
    assert "No figure was read: nothing was verified." in Page(Outcome()).words


def test_what_is_not_wanted_is_left_out_but_not_said_to_agree() -> None:
    page = Page(newsroom(), View(min_severity=Severity.ERROR))
    assert "1 more not shown" in page.words
    assert page.values("data-severity") == ["error"]
    states = Counter(page.values("data-state"))
    assert states == {"differs": 4, "agrees": 1, "alone": 1, "not-understood": 1}


def test_the_question_to_the_reporter_quotes_both_places() -> None:
    words = Page(newsroom(), ZH).words
    assert "· pages/2021-07-02.txt:1:15：据介绍，2021年引进的项目【90%以上】来自粤港澳大湾区" in words


def test_figures_within_figures_are_marked_once() -> None:
    page = article("a.txt", "由15%提高到20%。")
    whole, part = claim(figure(page, "15%提高到20%", ["20"]), "比例"), claim(figure(page, "20%", ["20"]), "比例")
    shown = Page(outcome((whole, part)))
    assert shown.source.count(">15%提高到20%</a>") == 1
    assert [attrs for tag, attrs in shown.tags if tag == "span" and attrs.get("id") == "c-1"]


# ------------------------------------------------------------------------------- story × indicator


def test_the_matrix_holds_who_tells_what() -> None:
    made = matrix.matrix(numbered(newsroom(), ZH))
    assert made.stories == ("pages/2021-07-01.txt", "pages/2021-07-02.txt", "pages/2025-03-01.txt")
    projects, customs = made.rows
    assert projects.question == "招商项目来自大湾区"
    assert [[told.words for told in cell] for cell in projects.cells] == [["占比80%"], ["占比90%及以上"], ["占比80%"]]
    assert [[told.state for told in cell] for cell in projects.cells] == [["differs"], ["differs"], ["agrees"]]
    assert [len(cell) for cell in customs.cells] == [1, 1, 0]


def test_what_was_settled_is_folded_with_how_and_why() -> None:
    page = Page(settled())
    assert "s-0" in page.values("id")
    for told in ("终审数<已>更新", "a decision", "张三", "2026-12-31", "figcheck/decisions.yaml:3"):
        assert told in page.words
    assert ("details", {"class": "settled", "id": "settled"}) in page.tags


def test_figures_of_settled_findings_do_not_look_as_if_they_agreed() -> None:
    made = numbered(settled(), EN)
    clashed = settled().suppressed[0].finding.claims[0].figure.span
    assert (made.state(clashed), made.clash(clashed)) == ("settled", "s-0")


@pytest.mark.parametrize(
    "texts",
    [
        ["2024年2月30日，会议召开，新增就业5万人。"],
        ["---\napproved: yes\n---\n2023年郴州市新增就业5.26万人。", "2023年郴州市新增就业5.62万人。"],
    ],
    ids=["dates", "approved wordings"],
)
def test_a_page_links_to_nothing_that_it_does_not_hold(texts: list[str]) -> None:
    made = check_texts(texts, RULES)
    assert made.findings
    page = Page(made)
    assert {link for link in page.values("href") if link.startswith("#")} <= {f"#{one}" for one in page.values("id")}


def test_a_page_of_several_stories_has_a_column_for_each() -> None:
    page = article("a.txt", "占80%。\n占90%。")
    one = claim(figure(page, "80%", ["80"]), "比例")
    other = replace(claim(figure(page, "90%", ["90"]), "比例"), story=1)
    made = matrix.matrix(numbered(outcome((one, other), (finding((one, other)),)), EN))
    assert made.stories == ("a.txt §1", "a.txt §2")


def test_a_matrix_is_no_larger_than_can_be_read() -> None:
    pages = [article(f"{n:03}.txt", f"占8{n % 10}%。") for n in range(matrix.COLUMNS + 5)]
    told = [claim(figure(page, f"8{n % 10}%", [f"8{n % 10}"]), "比例") for n, page in enumerate(pages)]
    made = matrix.matrix(numbered(outcome(told, (finding(told),)), EN))
    assert (len(made.stories), made.left_out) == (matrix.COLUMNS, (0, 5))
    assert "0 more questions and 5 more stories" in Page(outcome(told, (finding(told),))).words
