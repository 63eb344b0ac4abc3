"""Make the pictures of the README from the samples: `python tests/screens.py`. Needs Chromium for those of the page.

The terminal's are drawn as SVG at 80 and 120 columns; the page's are what a browser shows of it, light and dark.
"""

from __future__ import annotations

import os
import re
import shutil
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.text import Text

from figcheck import pipeline
from figcheck.model import Outcome
from figcheck.report import OUTPUTS
from figcheck.report.cells import width
from figcheck.report.view import View

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / ".github" / "images"


def main() -> None:
    """Make all of them anew."""
    os.chdir(ROOT)
    IMAGES.mkdir(parents=True, exist_ok=True)
    for columns in (80, 120):
        outcome = pipeline.run(["samples/2-press-conference"])
        (IMAGES / f"terminal-{columns}.svg").write_text(terminal(outcome, columns), encoding="utf-8", newline="\n")
    page(pipeline.run(["samples/"]))


def terminal(outcome: Outcome, columns: int) -> str:
    """The report on a screen so many columns wide, as a picture that loads no font from anywhere."""
    shown = OUTPUTS["terminal"](outcome, View(lang="zh", width=columns, color=True))
    console = Console(width=columns, record=True, file=open(os.devnull, "w"), force_terminal=True)  # noqa: SIM115, PTH123
    console.print(Text.from_ansi("$ figcheck run samples/2-press-conference\n" + shown.rstrip("\n")), soft_wrap=True)
    svg = console.export_svg(title="figcheck", unique_id=f"screen-{columns}", font_aspect_ratio=0.57)
    own_font = re.sub(r"@font-face \{[^}]*\}\s*", "", svg)
    return re.sub(r'textLength="([0-9.]+)"([^>]*)>([^<]*)</text>', _widened, own_font)


def _widened(match: re.Match[str]) -> str:
    """A stretch of text as wide as its cells: rich gives Chinese characters one cell, they take two."""
    length, others, text = match.groups()
    shown = unescape(text)
    cells = float(length) / len(shown) * width(shown) if shown else 0.0
    return f'textLength="{cells:.1f}"{others}>{text}</text>'


def page(outcome: Outcome) -> None:
    """The first window of the HTML page, light and dark."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(OUTPUTS["html"](outcome, View(lang="zh")), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            shown = browser.new_page(viewport={"width": 1280, "height": 880}, color_scheme=scheme)  # type: ignore[arg-type]
            shown.goto(path.as_uri())
            shown.screenshot(path=IMAGES / f"page-{scheme}.png")


if __name__ == "__main__":
    main()
