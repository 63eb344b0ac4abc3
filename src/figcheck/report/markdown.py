"""A comment for a pull request, or the summary of a job: Markdown as GitHub and GitLab show it.

Every word of an article is made harmless: it is no markup, calls nobody (@name), and links nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck import ui
from figcheck.model import Outcome
from figcheck.report import coverage
from figcheck.report.card import Card, Quote, card
from figcheck.report.safe import referenced
from figcheck.report.view import View, shown

LONGEST = 60_000
"""Characters at the most: GitHub refuses comments of more than 65,536."""

_MARKUP = re.compile(r"[\\`*_\[\]()<>#+\-!|~$&^=]|\.(?= |$)")
_CALLS = re.compile(r"@|#|:(?=//)|[Ww](?=[Ww][Ww])")


def write(outcome: Outcome, view: View) -> str:
    """All findings as far as there is room, worst first; how many were left out; what was looked at."""
    told, left = _fitting([_finding(card(f, outcome, view), view) for f in shown(outcome, view)])
    first, *rest = coverage.verdict(outcome, view)
    parts = ["## figcheck", f"**{_text(first)}**", *told]
    if left:
        parts.append(_text(ui.say("left-out.room", view.lang, n=left)))
    parts += [_text(line) for line in rest]
    parts.append(f"<sub>{_text(coverage.looked_at(outcome, view.lang))}</sub>")
    return referenced("\n\n".join(parts) + "\n", view.encoding)


def _fitting(findings: list[str]) -> tuple[list[str], int]:
    room = LONGEST
    for number, text in enumerate(findings):
        room -= len(text) + 2
        if room < 0:
            return findings[:number], len(findings) - number
    return findings, 0


def _finding(told: Card, view: View) -> str:
    colon = ui.say("colon", view.lang)
    lines = [f"### {_text(told.badge)} · {_text(told.title)}", "", _text(told.message), ""]
    for quote in told.quotes:
        lines += [*_quote(quote), ""]
    lines += [f"- **{_text(label)}{colon}** {_text(note)}" for label, note in told.notes]
    lines += [f"- {_text(ui.say('label.related', view.lang))}{colon}{_text(line)}" for line in told.related]
    lines.append(f"- {_text(told.rule)}, {_text(told.confidence)}, `{told.id}`")
    return "\n".join(lines)


def _quote(quote: Quote) -> Iterator[str]:
    """Marked with tags: stars beside a per cent sign and a Chinese character would stay stars."""
    marked = "".join(f"<b>{_text(p.text)}</b>" if p.marked else _text(p.text) for p in quote.pieces)
    yield f"> {_text(quote.place)}<br>"
    yield f"> {marked}<br>" if quote.says else f"> {marked}"
    yield "> <sub>" + "<br>".join(f"= {_text(line)}" for line in quote.says) + "</sub>"


def _text(text: str) -> str:
    r"""Text that stays text. An invisible blank of no width keeps names and addresses from becoming links.

    >>> _text("**@you** 5.2%")
    '\\*\\*@&#8203;you\\*\\* 5.2%'
    """
    return _CALLS.sub(r"\g<0>&#8203;", _MARKUP.sub(r"\\\g<0>", text))
