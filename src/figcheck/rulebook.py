"""rules/*.yaml → rules. Every mistake names file and line; a broken rule never stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import figcheck
from figcheck import form, ui, yamlio
from figcheck.check import KINDS, message
from figcheck.check.rule import Example, Expect, Rule
from figcheck.check.select import Select
from figcheck.errors import UserError
from figcheck.form import Form
from figcheck.model import Problem, Severity, Text

__all__ = ["MARKS", "Example", "Expect", "Rule", "load", "read", "shipped_rules"]

KEYS = ("id", "title", "severity", "check", "with", "select", "message", "why", "examples")
REQUIRED = ("id", "title", "severity", "check", "message", "why", "examples")
SUFFIXES = (".yaml", ".yml")
MARKS = ("<<", ">>")
"""What stands around the figures of an example that have to be reported."""


def shipped_rules() -> Path:
    """The folder of the rules that come with figcheck: in the package, or beside `src` where it runs from source."""
    package = Path(figcheck.__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def load(dirs: Sequence[Path]) -> tuple[tuple[Rule, ...], list[Problem]]:
    """The rules of these folders, sorted by id, and a problem for each that is broken or could not be read."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for path in _files(dirs, problems):
        try:
            rule = read(path)
            if rule.id in rules:
                raise UserError(rule.path, f"there is a rule {rule.id!r} already", f"see {rules[rule.id].path}")
            rules[rule.id] = rule
        except UserError as error:
            problems.append(error.problem())
    return tuple(rules[name] for name in sorted(rules)), problems


def fingerprint(rules: Sequence[Rule]) -> str:
    """The same for rules that find the same; it may also differ where they do."""
    return sha256(repr(rules).encode("utf-8", "surrogatepass")).hexdigest()


def _files(dirs: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    for folder in {folder.resolve(): folder for folder in dirs}.values():
        try:
            yield from sorted((p for p in folder.iterdir() if p.suffix in SUFFIXES), key=lambda path: path.name)
        except NotADirectoryError:
            problems.append(Problem(str(folder), "is not a folder of rules", "give the folder that the file stands in"))
        except OSError as error:
            problems.append(Problem(str(folder), error.strerror or str(error), "give a folder that holds .yaml files"))


def read(path: Path) -> Rule:
    """The rule in a file. Raises UserError for the first thing in it that is wrong."""
    whole = form.document(yamlio.read_text(path), str(path))
    keys = whole.keys(KEYS, REQUIRED)
    kind = KINDS[keys["check"].one_of(KINDS)]
    return Rule(
        id=_id(keys["id"], path),
        title=_said(keys["title"]),
        severity=Severity[keys["severity"].one_of([str(severity) for severity in Severity]).upper()],
        check=kind.name,
        parameters=form.filled(kind.parameters, whole.child("with", {})),
        select=form.filled(Select, whole.child("select", {})),
        message=_message(keys["message"], (*message.PLACEHOLDERS, *kind.placeholders)),
        why=_said(keys["why"]),
        examples=tuple(_examples(keys["examples"])),
        path=str(path),
        own=path.parent.resolve() != shipped_rules().resolve(),
    )


def _id(given: Form, path: Path) -> str:
    if given.text() != path.stem:
        raise given.error(f"the id {given.value!r} is not the name of the file", f"write `id: {path.stem}`")
    return given.text()


def _said(given: Form) -> Text:
    """Words in every language of the reports."""
    return {lang: words.text().strip() for lang, words in given.keys(ui.LANGS, ui.LANGS).items()}


def _message(given: Form, allowed: Sequence[str]) -> Text:
    for template in given.keys(ui.LANGS, ui.LANGS).values():
        try:
            unknown = next((name for name in message.names_in(template.text()) if name not in allowed), None)
        except ValueError as error:
            raise template.error(f"{template.name}: {error}", "write {a} for a value, {{ for a brace") from None
        if unknown is not None:
            raise template.error(f"unknown placeholder {{{unknown}}}", form.suggestion(unknown, allowed))
    return _said(given)


# ------------------------------------------------------------------------------- examples


def _examples(given: Form) -> Iterator[Example]:
    """All examples of a rule. One that must be reported and one that must not are the least."""
    groups = given.keys([expect.value for expect in Expect], [Expect.FLAG.value, Expect.OK.value])
    for name, group in groups.items():
        if not group.value:
            raise group.error(f"{group.name} has no example", 'write `- [ "…<<80%>>…", "…<<90%>>…" ]`')
        for item in group.items():
            yield _example(item, Expect(name))


def _example(given: Form, expect: Expect) -> Example:
    texts = tuple(text.text() for text in given.items())
    marks = sum(text.count(MARKS[0]) for text in texts)
    if marks != sum(text.count(MARKS[1]) for text in texts):
        raise given.error("<< and >> do not pair", "put << before a figure and >> behind it")
    if expect is Expect.FLAG and not marks:
        raise given.error("no figure of this example is marked", "put << and >> around those that must be reported")
    if expect is Expect.OK and marks:
        raise given.error("an `ok` example marks no figures", "take out << and >>, or move it to `flag`")
    return Example(expect, texts, given.line)
