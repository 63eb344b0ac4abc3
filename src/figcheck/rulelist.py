"""The rules in lists: what they are and whose, how often they fire, whether their examples hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from figcheck import ui
from figcheck.model import Outcome
from figcheck.report.cells import padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View
from figcheck.rulebook import Expect, Rule
from figcheck.ruletest import ExampleResult
from figcheck.tuning import Tuned


def listed(rules: Sequence[Tuned], view: View) -> str:
    """A line for each rule: its name, how severe it is or that it is off, its title, whose it is and who changed it."""
    rows = [(visible(one.rule.id), severity(one, view), title(one.rule, view) + origin(one, view)) for one in rules]
    names, severities = (max((width(row[column]) for row in rows), default=0) for column in (0, 1))
    return "".join(f"{padded(name, names)}  {padded(how, severities)}  {rest}\n" for name, how, rest in rows)


def severity(one: Tuned, view: View) -> str:
    """How severe a rule is, in words, or that it is off."""
    return ui.say("rule.off" if one.off else f"severity.{one.rule.severity}", view.lang)


def origin(one: Tuned, view: View) -> str:
    """The file of a rule that did not come with figcheck, and where it is switched off or changed."""
    own = [ui.say("rule.own", view.lang, file=one.rule.path)] if one.rule.own else []
    if one.off:
        own.append(ui.say("rule.off-by", view.lang, place=one.by))
    elif one.was is not None:
        was = ui.say(f"severity.{one.was}", view.lang)
        own.append(ui.say("rule.was", view.lang, severity=was, place=one.by))
    elif one.by:
        own.append(ui.say("rule.changed", view.lang, place=one.by))
    return f"  [{visible(ui.say('list-stop', view.lang).join(own))}]" if own else ""


def fired(outcome: Outcome, view: View) -> str:
    """How often each rule reported something in articles, and those that never did."""
    counts = Counter(finding.rule for finding in outcome.findings)
    names = max(map(width, outcome.titles), default=0)
    told = sorted(outcome.titles, key=lambda name: (-counts[name], name))
    lines = [f"{padded(visible(name), names)}  {counts[name] or ui.say('test.never', view.lang)}" for name in told]
    never = sum(not counts[name] for name in told)
    return "\n".join([*lines, ui.say("test.coverage", view.lang, rules=len(told), never=never)]) + "\n"


def examined(results: Sequence[ExampleResult], view: View) -> str:
    """A line for each example that does not hold, and how many do."""
    failed = [result for result in results if not result.passed]
    lines = [f"{visible(result.where)}: {visible(result.complaint)}" for result in failed]
    known = sum(result.example.expect is Expect.TODO and result.passed for result in results)
    counts = {"rules": len({id(result.rule) for result in results}), "failed": len(failed), "known": known}
    return "\n".join([*lines, ui.say("test.result", view.lang, n=len(results), **counts)]) + "\n"


def title(rule: Rule, view: View) -> str:
    """What a rule is called in a language."""
    return visible(ui.in_lang(rule.title, view.lang))
