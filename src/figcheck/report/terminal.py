"""The report on a screen. The only module that knows rich.

Everything is laid out as `Text`, never as markup, and every word of an article has been through `visible` before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from figcheck import ui
from figcheck.model import Finding, Outcome, Severity
from figcheck.report import coverage, wording
from figcheck.report.card import Card, Quote, card
from figcheck.report.cells import breaks
from figcheck.report.pieces import each
from figcheck.report.view import View, marks

SIDE_BY_SIDE = 100
"""From so many columns on, two sentences stand beside each other."""

# Colours of the terminal's own palette, so that they suit a light screen as well as a dark one.
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_FIGURE, _PLACE, _QUIET = "bold magenta", "cyan", "dim"


def write(outcome: Outcome, view: View) -> str:
    """All findings, worst first, and what was looked at."""

    def tell(finding: Finding) -> str:
        return _rendered((*_card(card(finding, outcome, view), view), Text()), view)

    return "".join(each("terminal", outcome, view, tell)) + _rendered(_end(outcome, view), view)


def _rendered(lines: Iterable[Text], view: View) -> str:
    console = Console(
        file=StringIO(),
        width=view.width,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        for line in lines:
            console.print(line, soft_wrap=True, highlight=False)
    return captured.get()


def _card(card: Card, view: View) -> Iterator[Text]:
    yield from _heading(card, view)
    yield from _folded(Text(card.message), view.width, 2)
    yield Text()
    yield from _quotes(card.quotes, view)
    if card.notes or card.related:
        yield Text()
    for label, note in card.notes:
        yield from _noted(label, note, view)
    for line in card.related:
        yield from _noted(ui.say("label.related", view.lang), line, view)


def _heading(card: Card, view: View) -> Iterator[Text]:
    """Badge and title to the left; the rule's name and how sure it is to the right, or below where it is narrow."""
    badge = (f" {card.badge} ", f"bold reverse {_COLORS[card.severity]}")
    left = Text.assemble(badge, "  ", (card.title, "bold"))
    right = Text((" · " if view.holds("·") else ", ").join((card.rule, card.confidence)), _QUIET)
    gap = view.width - left.cell_len - right.cell_len
    if gap >= 2:
        yield Text.assemble(left, " " * gap, right)
        return
    yield from _folded(left, view.width)
    yield from _folded(right, view.width, 2)


def _quotes(quotes: Sequence[Quote], view: View) -> Iterator[Text]:
    if len(quotes) == 2 and view.width >= SIDE_BY_SIDE:
        yield from _beside(quotes[0], quotes[1], view)
        return
    for number, quote in enumerate(quotes):
        if number:
            yield Text()
        yield from (Text("  ") + line for line in _quote(quote, view.width - 2, view))


def _beside(left: Quote, right: Quote, view: View) -> Iterator[Text]:
    wide = (view.width - 6) // 2
    for one, other in zip_longest(_quote(left, wide, view), _quote(right, wide, view), fillvalue=Text()):
        yield Text.assemble("  ", one, " " * (wide - one.cell_len + 4), other)


def _quote(quote: Quote, width: int, view: View) -> Iterator[Text]:
    yield from _folded(Text(quote.place, _PLACE), width)
    yield from _folded(_sentence(quote, view), width)
    for line in quote.says:
        yield from _folded(Text(f"= {line}", _QUIET), width, hang=2, between=wording.BETWEEN)


def _sentence(quote: Quote, view: View) -> Text:
    """The figures in colour, or between marks where there is none."""
    if not view.color:
        return Text(quote.text(*marks(view)))
    return Text.assemble(*((piece.text, _FIGURE if piece.marked else "") for piece in quote.pieces))


def _noted(label: str, note: str, view: View) -> Iterator[Text]:
    text = Text.assemble((label + ui.say("colon", view.lang), "bold"), note)
    return _folded(text, view.width, 2)


def _end(outcome: Outcome, view: View) -> Iterator[Text]:
    first, *reserves = coverage.verdict(outcome, view)
    yield from _folded(Text(first, "bold"), view.width)
    for line in reserves:
        yield from _folded(Text(line), view.width)
    yield from _folded(Text(coverage.looked_at(outcome, view.lang), _QUIET), view.width)


def _folded(text: Text, width: int, indent: int = 0, hang: int = 0, between: str = "") -> Iterator[Text]:
    """The text in lines that fit, broken as Chinese and English are broken; `hang` indents all but the first."""
    for number, line in enumerate(text.divide(breaks(text.plain, width - indent - hang, between))):
        line.rstrip()
        if between and line.plain.endswith(between.rstrip()):
            line.right_crop(len(between.rstrip()))
        yield Text(" " * (indent + (hang if number else 0))) + line
