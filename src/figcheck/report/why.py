"""Why two figures were, or were not, put together: the parts of the reckoning that were kept, in words."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import ui
from figcheck.model import Finding, Outcome, Pair, Part
from figcheck.report import wording
from figcheck.report.card import pieces, place
from figcheck.report.cells import padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View, marks


def write(pairs: list[Pair], outcome: Outcome, view: View) -> str:
    """Each pair with both sentences, the verdict and every part of it."""
    return "\n".join("\n".join(_pair(pair, outcome, view)) + "\n" for pair in pairs)


def _pair(pair: Pair, outcome: Outcome, view: View) -> Iterator[str]:
    before, after = marks(view)
    for claim in (pair.a, pair.b):
        span = claim.figure.span
        told = pieces(claim.figure.sentence, [span])
        yield place(span, view.lang)
        yield "  " + "".join(f"{before}{p.text}{after}" if p.marked else p.text for p in told)
        yield f"  = {visible(wording.says(claim, view.lang))}"
    yield _verdict(pair, view.lang)
    yield from _parts(pair, view.lang)
    yield from _unsure(pair, view.lang)
    yield from _aftermath(pair, outcome, view.lang)


def _verdict(pair: Pair, lang: str) -> str:
    if pair.same_question:
        return ui.say("why.together", lang, percent=round(pair.score * 100))
    veto = next((part for part in pair.parts if part.veto), None)
    if veto is None:
        return ui.say("why.unlike", lang)
    return ui.say("why.apart", lang, reason=ui.word("part", veto.name, lang))


def _parts(pair: Pair, lang: str) -> Iterator[str]:
    names = [ui.word("part", part.name, lang) for part in pair.parts]
    wide = max(map(width, names), default=0)
    for name, part in zip(names, pair.parts, strict=True):
        yield f"  {padded(name, wide)}  {padded(_weight(part, lang), 6)}  {_sides(part, lang)}".rstrip()


def _weight(part: Part, lang: str) -> str:
    if part.veto:
        return ui.say("why.veto", lang)
    return f"{part.weight * 100:+.0f}%" if part.weight else ui.say("why.fits", lang)


def _sides(part: Part, lang: str) -> str:
    a, b = (visible(_side(part.name, side, lang)) for side in (part.a, part.b))
    return a if a == b else f"{a} | {b}"


def _side(name: str, side: str, lang: str) -> str:
    """What one of the two says; where that is a name of ours (share, fact, year-on-year), in words."""
    if not side:
        return ui.say("why.nothing", lang)
    return ui.word(name, side, lang) if name in ("measure", "footing", "basis") else side


def _unsure(pair: Pair, lang: str) -> Iterator[str]:
    label = ui.say("label.unsure", lang) + ui.say("colon", lang)
    return ("  " + label + ui.word("unsure", reason, lang) for reason in pair.unsure)


def _aftermath(pair: Pair, outcome: Outcome, lang: str) -> Iterator[str]:
    """What came of it: findings about both, or a group that holds them by way of others."""
    both = {id(pair.a), id(pair.b)}
    found = [finding for finding in outcome.findings if both <= {id(claim) for claim in finding.claims}]
    for finding in found:
        yield "  " + _found(finding, lang)
    if not found and any(both <= {id(claim) for claim in group.claims} for group in outcome.groups):
        yield "  " + ui.say("why.no-finding" if pair.same_question else "why.by-others", lang)


def _found(finding: Finding, lang: str) -> str:
    severity = ui.say(f"severity.{finding.severity}", lang)
    return visible(ui.say("why.finding", lang, severity=severity, rule=finding.rule))
