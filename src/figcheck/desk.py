"""What the commands on decisions do and say: accept, baseline, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import cache as kept_results
from figcheck import links, lock, ui, vcs
from figcheck.errors import UserError
from figcheck.links import Are
from figcheck.model import Claim, Finding, Outcome
from figcheck.report import OUTPUTS
from figcheck.report.safe import visible
from figcheck.report.view import View
from figcheck.settle import Memory, State, states
from figcheck.settle import accept as kept
from figcheck.settle.book import Decision, last_day
from figcheck.watch import Round

ACTIONS = {"write": (True, True), "update": (True, True), "prune": (False, True)}
"""What is done to the baseline: whether findings are added, and whether those that are gone are taken out."""


def accept(
    written: str,
    outcome: Outcome,
    memory: Memory,
    view: View,
    reason: str | None = None,
    until: str | None = None,
    by: str | None = None,
) -> str:
    """Settle the finding that is meant; what to tell. Raises UserError."""
    day = last_day(until, memory.today)
    finding = kept.chosen(written, outcome)
    path = kept.accept(finding, memory, reason or "", by or vcs.user(), day)
    return visible(ui.say("desk.accepted", view.lang, finding=_named(finding), path=path)) + "\n"


def baseline(action: str, outcome: Outcome, memory: Memory, view: View) -> str:
    """Write, update or prune the baseline; what to tell. Raises UserError."""
    if action not in ACTIONS:
        raise UserError("baseline", f"cannot {action!r}", f"one of: {', '.join(ACTIONS)}")
    if action == "write" and memory.baseline.decisions:
        raise UserError(str(memory.baseline.path), "there is a baseline already", "use update or prune")
    total, new, gone = kept.baseline(outcome, memory, *ACTIONS[action])
    return ui.say("desk.baseline", view.lang, path=memory.baseline.path, n=total, new=new, gone=gone) + "\n"


def link(
    pairs: Sequence[tuple[Claim, Claim]], memory: Memory, view: View, link: bool, unlink: bool, reason: str | None
) -> str:
    """Keep that two questions are one, or are not; what to tell. Raises UserError."""
    if link and unlink:
        raise UserError("--link --unlink", "cannot both be", "give one of them")
    if memory.problems:
        raise UserError(memory.problems[0].path, memory.problems[0].problem, memory.problems[0].hint)
    are = Are.SAME if link else Are.DIFFERENT
    made = links.made(are, pairs, reason or "", vcs.user(), memory.today.isoformat())
    with lock.alone(memory.links.path):
        links.save(links.load(memory.base).add(made))
    return visible(ui.say(f"desk.{are.value}", view.lang, a=made.a, b=made.b, path=memory.links.path)) + "\n"


def watched(seen: Round, view: View) -> str:
    """What to tell of one look at the articles: what appeared, what is gone, and when there is neither."""
    gone = [visible(ui.say("desk.gone", view.lang, finding=_named(finding))) for finding in seen.gone]
    if seen.is_quiet:
        gone = [ui.say("desk.same-as-before", view.lang)]
    shown = OUTPUTS["plain"](seen.outcome, view) if seen.first or seen.outcome.findings else ""
    return "".join(f"{line}\n" for line in gone) + shown


def cache(action: str, view: View) -> str:
    """Clear the cache; what to tell. Raises UserError."""
    if action != "clear":
        raise UserError("cache", f"cannot {action!r}", "write figcheck cache clear")
    folder = kept_results.folder()
    freed = kept_results.Cache(folder).clear() / 1_000_000
    return visible(ui.say("desk.cleared", view.lang, path=folder, n=f"{freed:.1f}")) + "\n"


def decisions(outcome: Outcome, memory: Memory, view: View, prune: bool) -> str:
    """A line or two for every decision and what it is worth now; on demand those worth nothing are taken out."""
    found = states(outcome, memory)
    lines = [line for decision, state in found for line in _lines(decision, state, view)]
    if prune:
        gone = kept.prune(memory, [decision for decision, state in found if state in (State.EXPIRED, State.STALE)])
        lines.append(ui.say("desk.pruned", view.lang, n=gone))
    return "\n".join(lines or [ui.say("desk.none", view.lang)]) + "\n"


def _lines(decision: Decision, state: State, view: View) -> Iterator[str]:
    values = " | ".join(decision.values)
    yield visible(f"[{ui.word('decision', state.value, view.lang)}] {decision.rule}: {decision.topic}: {values}")
    who = ui.say("desk.by", view.lang, name=decision.by, on=decision.day) if decision.by else decision.day
    until = ui.say("desk.until", view.lang, until=decision.until) if decision.until else ""
    yield visible("  " + ui.say("list-stop", view.lang).join(part for part in (decision.reason, who, until) if part))


def _named(finding: Finding) -> str:
    figures = " | ".join(claim.figure.span.text for claim in finding.claims[: finding.primary])
    return f"{finding.rule}: {finding.topic.indicator}: {figures}"
