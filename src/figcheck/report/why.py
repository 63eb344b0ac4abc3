"""Why two figures were, or were not, put together: the sum of all that was weighed, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import exp

from figcheck import ui
from figcheck.model import Claim, Finding, Outcome, Pair, Part, Reckoning
from figcheck.report import wording
from figcheck.report.card import pieces, place
from figcheck.report.cells import padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View, marks

SLIGHT = 0.1
"""What weighs less is told in one line with all else that does."""

_SURE = 100.0
"""A key that says so much brings figures together by itself."""

_MOST = 30.0
"""Log-odds beyond are as good as certain."""


def write(told: Sequence[Reckoning], outcome: Outcome, view: View) -> str:
    """Each pair with both sentences, the verdict and every part of the sum; the best pair first."""
    ordered = sorted(told, key=lambda one: -one.pair.score)
    return "\n".join("\n".join(_reckoning(one, outcome, view)) + "\n" for one in ordered)


def _reckoning(told: Reckoning, outcome: Outcome, view: View) -> Iterator[str]:
    before, after = marks(view)
    pair, lang = told.pair, view.lang
    for claim in (pair.a, pair.b):
        span = claim.figure.span
        sentence = pieces(claim.figure.sentence, [span])
        yield place(span, lang)
        yield "  " + "".join(f"{before}{p.text}{after}" if p.marked else p.text for p in sentence)
        yield f"  = {visible(wording.says(claim, lang))}"
    yield _verdict(told, outcome, lang)
    yield from _keys(told, lang)
    yield from _parts(told, lang)
    yield from _unsure(pair, lang)
    yield from _aftermath(pair, outcome, lang)


# ------------------------------------------------------------------------------- the verdict


def _verdict(told: Reckoning, outcome: Outcome, lang: str) -> str:
    pair = told.pair
    percent = _percent(pair.score)
    if (veto := next((part for part in pair.parts if part.veto), None)) is not None:
        return ui.say("why.apart", lang, reason=_name(veto, lang))
    if _is_joined(pair, outcome) or not told.least:
        return ui.say("why.together", lang, percent=percent)
    if not told.met:
        return ui.say("why.never-met", lang)
    if pair.score < told.least:
        return ui.say("why.unlike", lang, percent=percent, least=_percent(told.least))
    return ui.say("why.otherwise", lang, percent=percent)


def _percent(probability: float) -> str:
    """As people write it: small and large ones with a digit behind the point."""
    percent = probability * 100
    return f"{percent:.0f}" if 1 <= percent <= 99 else f"{percent:.1f}"


def _is_joined(pair: Pair, outcome: Outcome) -> bool:
    """Whether the two were put together as a pair."""
    both = {id(pair.a), id(pair.b)}
    return any(both == {id(other.a), id(other.b)} for group in outcome.groups for other in group.pairs)


def _keys(told: Reckoning, lang: str) -> Iterator[str]:
    """What brought the two figures together, or how much is missing."""
    if told.enough:
        keys = ui.say("list-comma", lang).join(_key(key, said, lang) for key, said in told.keys)
        met = "met" if told.met else "missing" if told.keys else "strangers"
        yield "  " + visible(ui.say(f"why.{met}", lang, keys=keys, enough=f"{told.enough:.1f}"))


def _key(key: str, said: float, lang: str) -> str:
    """A key by what it is: words, the name of an indicator, another figure of the sentence, a headline and its body."""
    kind, rest = (key[0], key[1:]) if key[0] in "#=@" else ("", key)
    word = ui.say(f"key.{kind}", lang, key=rest.partition(" ")[0] if kind == "=" else rest) if kind else rest
    return word if said >= _SURE else f"{word} {said:.1f}"


# ------------------------------------------------------------------------------- the sum


def _parts(told: Reckoning, lang: str) -> Iterator[str]:
    parts, pair = told.pair.parts, told.pair
    if not any(part.weight for part in parts):
        rows = [(_name(part, lang), *_unweighed(part, lang)) for part in parts]
    else:
        loud = [part for part in parts if _counts(part)]
        rows = [(_name(part, lang), f"{part.weight:+.2f}", _evidence(part, pair, lang)) for part in loud]
        slight = [part.weight for part in parts if not _counts(part)]
        if any(slight):
            rows.append((ui.say("why.rest", lang), f"{sum(slight):+.2f}", ""))
        rows.append((ui.say("why.sum", lang), f"{told.odds:+.2f}", _sum(told, lang)))
    wide, weights = (max((width(row[at]) for row in rows), default=0) for at in (0, 1))
    for name, weight, evidence in rows:
        yield f"  {padded(name, wide)}  {padded(weight, weights)}  {visible(evidence)}".rstrip()


def _counts(part: Part) -> bool:
    return abs(part.weight) >= SLIGHT


def _name(part: Part, lang: str) -> str:
    own = ui.word("exclusion", part.name, lang) if part.veto else part.name
    return own if own != part.name else " × ".join(ui.word("part", name, lang) for name in part.name.split(" × "))


def _unweighed(part: Part, lang: str) -> tuple[str, str]:
    """A part that decides by itself: an exclusion, or what somebody has said."""
    return ui.say("why.veto" if part.veto else "why.said", lang), _sides(part.name, part.a, part.b, lang)


def _sum(told: Reckoning, lang: str) -> str:
    odds = exp(min(abs(told.odds), _MOST))
    amount = f"{odds:,.0f}" if odds >= 10 else f"{odds:.1f}"
    ratio = f"{amount} : 1" if told.odds >= 0 else f"1 : {amount}"
    seen, hidden = _percent(told.pair.score), _percent(told.pair.match)
    return ui.say("why.odds", lang, ratio=ratio, seen=seen, hidden=hidden)


def _evidence(part: Part, pair: Pair, lang: str) -> str:
    """The level of a part, and what was compared."""
    if part.name in ("period", "subject"):
        a, b = (_WORDED[part.name](claim, lang) for claim in (pair.a, pair.b))
        sides = _sides(part.name, a, b, lang)
    elif part.shared:
        sides = ui.say("list-comma", lang).join(f"{word} {rare:.1f}" for word, rare in part.shared)
    else:
        sides = _sides(part.name, part.a, part.b, lang) if part.a or part.b else ""
    return "  ".join(dict.fromkeys(told for told in (_level(part, lang), sides) if told))


def _level(part: Part, lang: str) -> str:
    both = zip(part.name.split(" × "), part.level.split(" × "), strict=False)
    return " × ".join(level(slot, name, lang) for slot, name in both)


def level(slot: str, name: str, lang: str) -> str:
    """A level in words; how many of the two sides state it, where that is part of it.

    >>> level("beside", "one", "en"), level("basis", "one", "en"), level("period", "same-2", "en")
    ('one in common', 'only one says', 'the same (both state it)')
    """
    if slot in ("measure", "dimension") and name != "differs":
        return ui.word(slot, name, lang)
    base, _, stated = name.rpartition("-")
    if base and stated.isdecimal():
        return ui.word("level", base, lang) + ui.say(f"stated.{stated}", lang)
    own = f"{slot}.{name}"
    return ui.word("level", name if ui.word("level", own, lang) == own else own, lang)


def _sides(name: str, a: str, b: str, lang: str) -> str:
    """What both sides say; once where they say the same."""
    one, other = (_side(name, side, lang) for side in (a, b))
    return one if one == other else f"{one} | {other}"


def _side(name: str, side: str, lang: str) -> str:
    """What one of the two says; where that is a name of ours (share, fact, year-on-year), in words."""
    if not side:
        return ui.say("why.nothing", lang)
    return ui.word(_FAMILIES[name], side, lang) if name in _FAMILIES else side


_FAMILIES = {"measure": "measure", "footing": "footing", "basis": "basis", "direction": "moves", "page": "role"}


def _subject(claim: Claim, lang: str) -> str:
    subject = claim.topic.subject
    if not subject:
        return ui.say("no-subject", lang)
    return subject if claim.topic.subject_told else ui.say("why.carried", lang, subject=subject)


def _period(claim: Claim, lang: str) -> str:
    return wording.period(claim.topic.period, lang)


_WORDED: dict[str, Callable[[Claim, str], str]] = {"period": _period, "subject": _subject}
"""What is told of the claims themselves, with how it is known."""


# ------------------------------------------------------------------------------- doubts, and what came of it


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
        yield "  " + ui.say("why.no-finding" if _is_joined(pair, outcome) else "why.by-others", lang)


def _found(finding: Finding, lang: str) -> str:
    severity = ui.say(f"severity.{finding.severity}", lang)
    return visible(ui.say("why.finding", lang, severity=severity, rule=finding.rule))
