"""The report as one page that opens from disk. The only module that knows jinja2.

The template escapes whatever is put into it, controls are spelled out before, and the page's own policy lets no script
run but the one that comes with it: nothing that an article says can do more than be read.
"""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from figcheck import __version__, ui
from figcheck.model import Outcome, Problem
from figcheck.report import coverage, page
from figcheck.report.folio import folios
from figcheck.report.json import summary
from figcheck.report.matrix import matrix
from figcheck.report.numbered import numbered
from figcheck.report.safe import referenced, visible
from figcheck.report.side_by_side import pairs
from figcheck.report.view import View

TEMPLATES = Path(__file__).parent / "templates"


def write(outcome: Outcome, view: View) -> str:
    """The whole page. It holds every finding that is shown, every figure, and the text of every article."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = environment.get_template("report.html").render(_shell(view.lang) | _content(outcome, view.spelled_out))
    return referenced(text, view.encoding) + "\n"


def _shell(lang: str) -> dict[str, Any]:
    """What every page has: words, looks, behaviour, and the policy that lets no others in."""
    style, script = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    policy = f"default-src 'none'; base-uri 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    say = partial(_say, lang)
    return {
        "lang": lang,
        "say": say,
        "label": partial(_label, lang),
        "version": __version__,
        "style": style,
        "script": script,
        "policy": policy,
    }


def _content(outcome: Outcome, view: View) -> dict[str, Any]:
    """What this page tells."""
    made = numbered(outcome, view)
    return {
        "verdict": coverage.verdict(outcome, view),
        "summary": summary(outcome),
        "problems": [_problem(problem) for problem in outcome.problems],
        "rules": {finding.rule: page.title(finding.rule, made) for finding in made.findings},
        "sections": page.sections(made),
        "settled": page.settled(made),
        "matrix": matrix(made),
        "lines": list(page.lines(made)),
        "folios": folios(made),
        "pairs": pairs(outcome.translations),
        "made": made,
    }


def _say(lang: str, key: str, **values: object) -> str:
    return ui.say(f"page.{key}", lang, **values)


def _label(lang: str, name: str) -> str:
    return ui.say(f"label.{name}", lang)


def _problem(problem: Problem) -> str:
    return visible(f"{problem.path}: {problem.problem}" + (f" ({problem.hint})" if problem.hint else ""))


def _digest(text: str) -> str:
    """By which the policy knows a script or style."""
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
