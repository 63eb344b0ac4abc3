"""The rule files as a manual: what a rule means, the list of them, and whether their examples hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import Enum
from typing import Any

from figcheck import ui
from figcheck.errors import UserError
from figcheck.form import suggestion
from figcheck.report.cells import breaks, padded, width
from figcheck.report.safe import visible
from figcheck.report.view import View, marks
from figcheck.rulebook import MARKS, Example, Expect, Rule
from figcheck.ruletest import ExampleResult

_SEAM = re.compile(r"(?<=[\u2014-\u201f\u3000-\u9fff\uff00-\uffef]) (?=[\u2014-\u201f\u3000-\u9fff\uff00-\uffef])")
"""The blank that YAML leaves between two lines of a folded text, where both are Chinese."""


def listed(rules: Sequence[Rule], view: View) -> str:
    """A line for each rule: its name, how severe it is, its title."""
    names = max((width(visible(rule.id)) for rule in rules), default=0)
    severities = max(width(ui.say(f"severity.{rule.severity}", view.lang)) for rule in rules) if rules else 0
    return "".join(
        f"{padded(visible(rule.id), names)}  {padded(ui.say(f'severity.{rule.severity}', view.lang), severities)}"
        f"  {_title(rule, view)}\n"
        for rule in rules
    )


def named(name: str, rules: Sequence[Rule]) -> Rule:
    """The rule of that name. Raises UserError where there is none."""
    by_id = {rule.id: rule for rule in rules}
    if name not in by_id:
        raise UserError(name, "there is no such rule", suggestion(name, by_id))
    return by_id[name]


def explained(rule: Rule, view: View) -> str:
    """All that a rule's file tells an editor."""
    return "\n".join(_explained(rule, view)) + "\n"


def examined(results: Sequence[ExampleResult], view: View) -> str:
    """A line for each example that does not hold, and how many do."""
    failed = [result for result in results if not result.passed]
    lines = [f"{visible(result.where)}: {visible(result.complaint)}" for result in failed]
    known = sum(result.example.expect is Expect.TODO and result.passed for result in results)
    counts = {"rules": len({id(result.rule) for result in results}), "failed": len(failed), "known": known}
    return "\n".join([*lines, ui.say("test.result", view.lang, n=len(results), **counts)]) + "\n"


def _title(rule: Rule, view: View) -> str:
    return visible(ui.in_lang(rule.title, view.lang))


def _explained(rule: Rule, view: View) -> Iterator[str]:
    yield f"{visible(rule.id)}: {_title(rule, view)}"
    yield _labelled("severity", ui.say(f"severity.{rule.severity}", view.lang), view)
    yield _labelled("file", visible(rule.path), view)
    yield ""
    yield from _folded(_SEAM.sub("", visible(ui.in_lang(rule.why, view.lang))), view)
    yield ""
    yield _labelled("check", _with_settings(rule.check, rule.parameters), view)
    yield _labelled("select", _settings(rule.select) or ui.say("rule.everything", view.lang), view)
    yield _labelled("message", visible(ui.in_lang(rule.message, view.lang)), view)
    for expect in Expect:
        yield from _examples(expect, [example for example in rule.examples if example.expect is expect], view)


def _labelled(label: str, text: str, view: View) -> str:
    return f"{ui.say(f'rule.{label}', view.lang)}{ui.say('colon', view.lang)}{text}"


def _with_settings(name: str, parameters: Any) -> str:
    settings = _settings(parameters)
    return f"{name} ({settings})" if settings else name


def _settings(form: Any) -> str:
    """What a rule has set or left as it is: `slack=0, measure=level change`."""
    set_ = ((entry.name, getattr(form, entry.name)) for entry in fields(form))
    return visible(", ".join(f"{name}={_value(value)}" for name, value in set_ if value not in ((), None)))


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(map(_value, value))
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
