"""The rule files as a manual: what a rule means, the list of them, and whether their examples hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any

from figcheck import ui
from figcheck.errors import UserError
from figcheck.form import suggestion
from figcheck.model import Outcome
from figcheck.report.cells import breaks, padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View, marks
from figcheck.rulebook import MARKS, Example, Expect, Rule
from figcheck.ruletest import ExampleResult
from figcheck.tuning import Tuned

_SEAM = re.compile(r"(?<=[\u2014-\u201f\u3000-\u9fff\uff00-\uffef]) (?=[\u2014-\u201f\u3000-\u9fff\uff00-\uffef])")
"""The blank that YAML leaves between two lines of a folded text, where both are Chinese."""


def listed(rules: Sequence[Tuned], view: View) -> str:
    """A line for each rule: its name, how severe it is or that it is off, its title, whose it is and who changed it."""
    rows = [(visible(one.rule.id), _severity(one, view), _title(one.rule, view) + _origin(one, view)) for one in rules]
    names, severities = (max((width(row[column]) for row in rows), default=0) for column in (0, 1))
    return "".join(f"{padded(name, names)}  {padded(how, severities)}  {rest}\n" for name, how, rest in rows)


def _severity(one: Tuned, view: View) -> str:
    return ui.say("rule.off" if one.off else f"severity.{one.rule.severity}", view.lang)


def _origin(one: Tuned, view: View) -> str:
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


def named(name: str, rules: Sequence[Tuned]) -> Tuned:
    """The rule of that name. Raises UserError where there is none."""
    by_id = {one.rule.id: one for one in rules}
    if name not in by_id:
        raise UserError(name, "there is no such rule", suggestion(name, by_id))
    return by_id[name]


def explained(one: Tuned, view: View) -> str:
    """All that a rule's file tells an editor, with what the desk has changed of it."""
    return "\n".join(_explained(one, view)) + "\n"


def examined(results: Sequence[ExampleResult], view: View) -> str:
    """A line for each example that does not hold, and how many do."""
    failed = [result for result in results if not result.passed]
    lines = [f"{visible(result.where)}: {visible(result.complaint)}" for result in failed]
    known = sum(result.example.expect is Expect.TODO and result.passed for result in results)
    counts = {"rules": len({id(result.rule) for result in results}), "failed": len(failed), "known": known}
    return "\n".join([*lines, ui.say("test.result", view.lang, n=len(results), **counts)]) + "\n"


def _title(rule: Rule, view: View) -> str:
    return visible(ui.in_lang(rule.title, view.lang))


def _explained(one: Tuned, view: View) -> Iterator[str]:
    rule = one.rule
    yield f"{visible(rule.id)}: {_title(rule, view)}"
    yield _labelled("severity", _severity(one, view) + _origin(one, view), view)
    yield _labelled("file", visible(rule.path), view)
    yield ""
    yield from _folded(_SEAM.sub("", visible(ui.in_lang(rule.why, view.lang))), view)
    yield ""
    yield _labelled("check", rule.check, view)
    yield from (f"  {line}" for line in _settings(rule.parameters))
    yield _labelled("select", "" if any(_settings(rule.select)) else ui.say("rule.everything", view.lang), view)
    yield from (f"  {line}" for line in _settings(rule.select))
    yield _labelled("message", visible(ui.in_lang(rule.message, view.lang)), view)
    for expect in Expect:
        yield from _examples(expect, [example for example in rule.examples if example.expect is expect], view)


def _labelled(label: str, text: str, view: View) -> str:
    return f"{ui.say(f'rule.{label}', view.lang)}{ui.say('colon', view.lang)}{text}"


def _settings(form: Any) -> Iterator[str]:
    """What a rule has set or left as it is, as its file would say it: `slack: 0`, `measure: [level, change]`."""
    for entry in fields(form):
        value = getattr(form, entry.name)
        if value not in ((), None, {}):
            yield visible(f"{entry.name}: {_value(value)}")


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, Enum) else value)


def _folded(text: str, view: View) -> Iterator[str]:
    ends = [*breaks(text, view.width), len(text)]
    return (text[begin:end].rstrip() for begin, end in zip([0, *ends], ends, strict=False))


def _examples(expect: Expect, examples: Sequence[Example], view: View) -> Iterator[str]:
    if not examples:
        return
    yield ""
    yield ui.say(f"example.{expect.value}", view.lang)
    for number, example in enumerate(examples, start=1):
        for index, text in enumerate(example.texts):
            yield f"{'' if index else number:>3}{' ' if index else '.'} {_marked(text, view)}"


def _marked(text: str, view: View) -> str:
    """An example with its figures marked as reports mark them."""
    before, after = marks(view)
    return visible(text).replace(MARKS[0], before).replace(MARKS[1], after)
