"""The HTML page in a real browser. Skipped where there is none (Debian: apt-get install chromium)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import POISONS, hostile, many
from outcomes import newsroom, settled

from figcheck.model import Outcome
from figcheck.report import OUTPUTS
from figcheck.report.view import View

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")

WIDTHS = [390, 1280, 1920]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Reader:
    """Somebody who opens reports, and notes whatever the browser complains of or tries to fetch."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.complaints: list[str] = []

    def opens(self, made: Outcome, lang: str = "zh", width: int = 1280, **context: Any) -> Any:
        path = self.folder / "report.html"
        path.write_text(OUTPUTS["html"](made, View(lang=lang)), encoding="utf-8")
        page = self.browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self._fetched(request.url, path))
        page.goto(path.as_uri())
        return page

    def _fetched(self, url: str, path: Path) -> None:
        if url.partition("#")[0] != path.as_uri():
            self.complaints.append(url)


@pytest.fixture
def reader(browser: Any, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(browser, tmp_path)
    yield made
    assert made.complaints == []
    for context in browser.contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_window_and_can_be_used_by_everybody(reader: Reader, width: int, lang: str, scheme: str) -> None:
    page = reader.opens(newsroom(), lang, width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
def test_nothing_that_an_article_says_runs_or_is_fetched(reader: Reader, poison: str) -> None:
    page = reader.opens(hostile(poison), "en")
    assert page.locator(".finding").count() == 1
    assert page.locator("img, main script, iframe").count() == 0


def test_an_article_of_markup_is_read_as_it_is_written(reader: Reader) -> None:
    page = reader.opens(hostile(POISONS["markup"]), "en")
    assert POISONS["markup"] in page.locator("blockquote").first.inner_text()


def test_both_sentences_stand_side_by_side_where_there_is_room(reader: Reader) -> None:
    def tops(width: int) -> set[float]:
        quotes = reader.opens(newsroom(), width=width).locator(".finding >> nth=0").locator(".quotes figure")
        return {quotes.nth(number).bounding_box()["y"] for number in range(2)}

    assert [len(tops(width)) for width in WIDTHS] == [2, 1, 1]


def test_findings_are_filtered_by_severity_rule_and_words(reader: Reader) -> None:
    page = reader.opens(newsroom())
    form = page.locator("form[data-for=finding]")
    shown, said = page.locator(".finding:visible"), form.locator("output")
    assert (shown.count(), said.inner_text()) == (2, "显示 2 / 2")
    form.locator("input[value=warning]").uncheck()
    sync_api.expect(said).to_have_text("显示 1 / 2")
    form.locator("input[value=warning]").check()
    form.locator("select").select_option("spread-against-limit")
    sync_api.expect(said).to_have_text("显示 1 / 2")
    form.locator("input[type=search]").fill("没有这样的话")
    sync_api.expect(said).to_have_text("显示 0 / 2")
    sync_api.expect(page.locator(".none[data-for=finding]")).to_be_visible()


def test_the_table_is_filtered_and_sorted(reader: Reader) -> None:
    page = reader.opens(newsroom())
    form, rows = page.locator("form[data-for=line]"), page.locator(".line:visible")
    form.locator("select").select_option("differs")
    sync_api.expect(form.locator("output")).to_have_text("显示 4 / 7")
    read_as = page.locator(".sort").nth(2)
    read_as.click()
    sync_api.expect(rows.locator("td:nth-child(2)")).to_have_text(["15至45天", "最长45天", "80%", "90%以上"])
    read_as.click()
    assert page.locator("[aria-sort=descending]").count() == 1
    sync_api.expect(rows.locator("td:nth-child(2)").first).to_have_text("90%以上")


def test_links_lead_from_the_finding_to_the_article_and_back(reader: Reader) -> None:
    page = reader.opens(newsroom())
    page.locator("blockquote a").first.click()
    mark = page.locator(":target")
    sync_api.expect(mark).to_be_in_viewport()
    assert (mark.get_attribute("id"), mark.inner_text()) == ("c-0", "80%")
    mark.click()
    sync_api.expect(page.locator("#f-0")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == "f-0"


def test_a_figure_leads_to_where_it_was_settled_and_unfolds_it(reader: Reader) -> None:
    page = reader.opens(settled(), "en")
    sync_api.expect(page.locator("#s-0")).to_be_hidden()
    page.locator("a#c-0").click()
    sync_api.expect(page.locator("#s-0")).to_be_visible()
    found = axe.Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_link_shows_what_a_filter_hid(reader: Reader) -> None:
    page = reader.opens(newsroom())
    page.locator("input[value=error]").uncheck()
    sync_api.expect(page.locator("#f-0")).to_be_hidden()
    page.locator("a#c-0").press("Enter")  # wherever the layout is when it settles
    sync_api.expect(page.locator("#f-0")).to_be_visible()


def test_it_is_used_from_the_keyboard(reader: Reader) -> None:
    page = reader.opens(newsroom())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    visited = []
    for key in "jjjk":
        page.keyboard.press(key)
        visited.append(page.evaluate("document.activeElement.id"))
    assert visited == ["f-0", "f-1", "f-1", "f-0"]
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.locator("form[data-for=finding] input[type=search]").input_value() == "jk"


def test_the_question_is_copied(reader: Reader) -> None:
    page = reader.opens(newsroom(), permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("j")
    page.keyboard.press("c")
    sync_api.expect(page.locator(".copy").first).to_have_text("已复制")
    assert "【90%以上】" in page.evaluate("navigator.clipboard.readText()")


def test_the_looks_can_be_turned(reader: Reader) -> None:
    page = reader.opens(newsroom(), color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("#theme").click()
    assert page.evaluate(ground) != light


def test_it_can_be_read_without_scripts(reader: Reader) -> None:
    page = reader.opens(newsroom(), java_script_enabled=False)
    assert page.locator(".finding:visible").count() == 2
    assert page.locator("form:visible, button:visible:enabled").count() == 0


def test_it_is_printed_whole(reader: Reader, tmp_path: Path) -> None:
    page = reader.opens(many(40), color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".decision:visible").count() == 40
    assert page.locator(".sign-off tbody tr:visible").count() == 6
    assert page.locator(".top:visible, form:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(path=str(tmp_path / "report.pdf")).startswith(b"%PDF")


def test_two_thousand_findings_stay_fluent(reader: Reader) -> None:
    page = reader.opens(many(2000))
    spent = page.evaluate(
        """async () => {
            const begun = performance.now();
            const search = document.querySelector("form[data-for=finding] input[type=search]");
            search.value = "没有这样的话";
            search.dispatchEvent(new Event("input", {bubbles: true}));
            while (!document.querySelector(".finding[hidden]")) await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            return performance.now() - begun;
        }"""
    )
    assert page.locator(".finding:visible").count() == 0
    assert spent < 2000, f"{spent:.0f} ms"
