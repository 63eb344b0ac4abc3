"""The rule files as a manual: what a rule means, and what a kind of check lets a rule say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any, get_type_hints

from figcheck import ui
from figcheck.check import KINDS
from figcheck.check.message import PLACEHOLDERS
from figcheck.check.rule import Kind
from figcheck.errors import UserError
from figcheck.form import suggestion
from figcheck.report.cells import breaks
from figcheck.report.safe import visible
from figcheck.report.view import View, marks
from figcheck.rulebook import MARKS, Example, Expect
from figcheck.rulelist import origin, severity, title
from figcheck.tuning import Tuned

_SEAM = re.compile(r"(?<=[\u2014-\u201f\u3000-\u9fff\uff00-\uffef]) (?=[\u2014-\u201f\u3000-\u9fff\uff00-\uffef])")
"""The blank that YAML leaves between two lines of a folded text, where both are Chinese."""


def asked(name: str, rules: Sequence[Tuned], view: View) -> str:
    """What there is to say of a rule, or of a kind of check. Raises UserError where there is neither."""
    by_id = {one.rule.id: one for one in rules}
    if name in by_id:
        return explained(by_id[name], view)
    if name in KINDS:
        return explained_kind(KINDS[name], rules, view)
    raise UserError(name, "there is no such rule or kind of check", suggestion(name, {*by_id, *KINDS}))


def explained(one: Tuned, view: View) -> str:
    """All that a rule's file tells an editor, with what the desk has changed of it."""
    return "\n".join(_explained(one, view)) + "\n"


def explained_kind(kind: Kind, rules: Sequence[Tuned], view: View) -> str:
    """What a rule of this kind may set, with the defaults, and say; the rules that do."""
    names = " ".join(f"{{{name}}}" for name in (*PLACEHOLDERS, *kind.placeholders))
    types = get_type_hints(kind.parameters)
    defaults = [f"  {e.name}: {_value(_default(e))}{_choice(types[e.name])}" for e in fields(kind.parameters)]
    users = [f"  {visible(one.rule.id)}: {title(one.rule, view)}" for one in rules if one.rule.check == kind.name]
    parts = ("parameters", defaults), ("placeholders", [f"  {names}"]), ("users", users)
    lines = [_labelled("kind", kind.name, view)]
    for label, below in parts:
        lines += [_labelled(label, "", view).rstrip(), *below] if below else []
    return "\n".join(lines) + "\n"


def _default(entry: Field[Any]) -> Any:
    if entry.default_factory is not MISSING:
        return entry.default_factory()
    return "…" if entry.default is MISSING else entry.default


def _choice(wanted: Any) -> str:
    """The words that there are to choose from, where a parameter is one of some."""
    is_choice = isinstance(wanted, type) and issubclass(wanted, Enum)
    return f"  # {', '.join(str(member.value) for member in wanted)}" if is_choice else ""


def _explained(one: Tuned, view: View) -> Iterator[str]:
    rule = one.rule
    yield f"{visible(rule.id)}: {title(rule, view)}"
    yield _labelled("severity", severity(one, view) + origin(one, view), view)
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
    if is_dataclass(value):
        told = {entry.name: getattr(value, entry.name) for entry in fields(value)}
        return _value({entry.name: told[entry.name] for entry in fields(value) if told[entry.name] != _default(entry)})
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
            first, *rest = text.strip().split("\n")
            yield f"{'' if index else number:>3}{' ' if index else '.'} {_marked(first, view)}"
            yield from (f"       {_marked(line, view)}" for line in rest)


def _marked(text: str, view: View) -> str:
    """An example with its figures marked as reports mark them."""
    before, after = marks(view)
    return visible(text).replace(MARKS[0], before).replace(MARKS[1], after)
