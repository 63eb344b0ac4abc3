"""What an editor sees. The golden files are the looks of the report; to accept new looks, run

    FIGCHECK_GOLDEN=write pytest tests/test_report_screen.py

and read the difference that git shows.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from outcomes import DAYS, article, claim, excluded, figure, finding, newsroom, outcome, strangers, weighed

from figcheck.model import Bound, Outcome, Problem, Severity
from figcheck.report import OUTPUTS, claims, why
from figcheck.report.cells import width
from figcheck.report.view import View

GOLDEN = Path(__file__).parent / "golden"


def held_against(name: str, text: str) -> None:
    """Compare with the golden file of that name, or write it."""
    path = GOLDEN / name
    if os.environ.get("FIGCHECK_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), (
        f"{name} looks different; if it should, see this module's docstring"
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("wide", [80, 120])
def test_the_screen(wide: int, lang: str) -> None:
    held_against(f"screen-{wide}.{lang}.txt", OUTPUTS["terminal"](newsroom(), View(lang=lang, width=wide)))


def test_the_screen_in_colour() -> None:
    held_against("screen-colour.zh.txt", OUTPUTS["terminal"](newsroom(), View(lang="zh", width=100, color=True)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pipe(lang: str) -> None:
    held_against(f"plain.{lang}.txt", OUTPUTS["plain"](newsroom(), View(lang=lang)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_of_claims(lang: str) -> None:
    made = newsroom()
    held_against(f"claims.{lang}.txt", claims.write(claims.figures(made), made, View(lang=lang)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_why(lang: str) -> None:
    made = newsroom()
    a, b, c = made.claims[:3]
    told = [excluded(a, c), strangers(a, made.claims[5]), weighed(a, b)]
    held_against(f"why.{lang}.txt", why.write(told, made, View(lang=lang)))


# ------------------------------------------------------------------------------- a silent pass is no verified one


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (Outcome(), "No figure was read: nothing was verified."),
        (
            replace(newsroom(), findings=(), groups=(), compared=0),
            "No two figures could be compared: nothing was verified.",
        ),
        (replace(newsroom(), findings=()), "No contradiction among the 5 figures that could be compared."),
    ],
    ids=["no figures", "none compared", "none clash"],
)
@pytest.mark.parametrize("form", ["plain", "terminal"])
def test_finding_nothing_says_what_that_is_worth(form: str, made: Outcome, said: str) -> None:
    assert said in OUTPUTS[form](made, View(width=200))


@pytest.mark.parametrize("form", ["plain", "terminal"])
def test_what_is_hidden_or_unread_is_told(form: str) -> None:
    made = replace(newsroom(), problems=(Problem("b.docx", "is not text"),))
    shown = OUTPUTS[form](made, View(width=200, min_severity=Severity.ERROR))
    assert "1 more not shown" in shown
    assert "1 thing could not be read" in shown
    assert "A spread against its limit" not in shown


# ------------------------------------------------------------------------------- hostile text


def _poisoned(text: str) -> Outcome:
    page = article(f"{text}.txt", f"{text}80%{text}和90%。", None)
    a = claim(figure(page, "80%", ["80"]), f"增长{text}", subject=text, speaker=text)
    b = claim(figure(page, "90%", ["90"]), text, period=None)
    return outcome((a, b), (finding((a, b), message={"zh": text, "en": text}, cause=text, unsure=(text,)),))


WRITERS: dict[str, Callable[[Outcome, View], str]] = {
    "plain": OUTPUTS["plain"],
    "terminal": OUTPUTS["terminal"],
    "claims": lambda made, view: claims.write(claims.figures(made), made, view),
    "why": lambda made, view: why.write([weighed(*made.claims)], made, view),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize(
    "poison",
    [
        "\x1b[31m",
        "\x1b]0;title\x07",
        "\x9b31m",
        "\u202eesrever\u2066",
        "\r",
        "\x00",
        "\u2028",
        "\x7f\x08",
        "\U000e0041",
        "\udcff",
    ],
)
def test_no_text_of_an_article_steers_the_terminal(write: Callable[[Outcome, View], str], poison: str) -> None:
    shown = write(_poisoned(poison), View(width=100))
    assert "80%" in shown
    assert not {char for char in poison if not char.isprintable()} & set(shown) - {"\n"}
    shown.encode("utf-8")


@pytest.mark.parametrize("markup", ["[bold red]x[/]", "[/]", "[link=http://x]y", "{n}", "%s", ":smile:", "\\[x]"])
@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_markup_in_an_article_is_shown_as_it_is_written(write: Callable[[Outcome, View], str], markup: str) -> None:
    assert markup in write(_poisoned(markup), View(width=140))


@pytest.mark.parametrize("form", ["plain", "terminal"])
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "cp437"])
def test_an_output_that_lacks_characters_loses_no_finding(form: str, encoding: str) -> None:
    shown = OUTPUTS[form](newsroom(), View(lang="en", encoding=encoding, width=100))
    written = shown.encode(encoding, "backslashreplace").decode(encoding)
    assert written.count("spread-against-limit") == 1
    assert written.count("same-figure") == 1
    marked = "【80%】" if encoding == "gbk" else "<<80%>>"
    assert marked in written


# ------------------------------------------------------------------------------- layout


@pytest.mark.parametrize("wide", [20, 40, 72, 99, 100, 101, 140])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_the_screen(wide: int, lang: str, color: bool) -> None:
    from rich.text import Text

    shown = OUTPUTS["terminal"](newsroom(), View(lang=lang, width=wide, color=color))
    assert max(width(Text.from_ansi(line).plain) for line in shown.splitlines()) <= wide


def test_both_sentences_stand_side_by_side_where_there_is_room() -> None:
    def beside(wide: int) -> bool:
        lines = OUTPUTS["terminal"](newsroom(), View(lang="zh", width=wide)).splitlines()
        return any("2021-07-01.txt:2" in line and "2021-07-02.txt:1" in line for line in lines)

    assert [beside(99), beside(100)] == [False, True]


def test_figures_of_one_sentence_are_marked_in_it_together() -> None:
    page = article("a.txt", "清关要15至45天，最长60天。")
    a = claim(figure(page, "15至45天", ["15", "45"], DAYS, Bound.SPREAD), "清关时间")
    b = claim(figure(page, "最长60天", ["60"], DAYS, Bound.GREATEST), "清关时间")
    shown = OUTPUTS["plain"](outcome((a, b), (finding((b, a)),)), View(lang="zh"))
    assert shown.count("清关要【15至45天】，【最长60天】。") == 1
    assert shown.count("    = ") == 2


def test_a_long_sentence_is_shown_around_its_figures() -> None:
    page = article("a.txt", "很" * 5000 + "80%" + "长" * 5000 + "90%" + "啊" * 5000)
    a, b = claim(figure(page, "80%", ["80"]), "比例"), claim(figure(page, "90%", ["90"]), "比例")
    shown = OUTPUTS["plain"](outcome((a, b), (finding((a, b)),)), View(lang="zh"))
    assert "…" + "很" * 160 + "【80%】" + "长" * 160 + "…" + "长" * 160 + "【90%】" + "啊" * 160 + "…" in shown
    assert len(shown) < 2000


def test_a_number_of_a_million_digits_is_shown_by_its_beginning() -> None:
    page = article("a.txt", "共有" + "9" * 1_000_000 + "家和90家。")
    a, b = claim(figure(page, "9" * 1_000_000 + "家", ["9"]), "企业"), claim(figure(page, "90家", ["90"]), "企业")
    assert len(OUTPUTS["terminal"](outcome((a, b), (finding((a, b)),)), View(lang="zh"))) < 3000
