"""YAML in, plain text values out, and back. The only module that knows PyYAML.

Every scalar stays the text that was written: a safe loader would turn 5.20 into 5.2, `no` into False and 010 into 8.
Values are built from the events of the parser: its own loader would follow any nesting down until the stack is gone,
and aliases until memory is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from figcheck.errors import UserError

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

DEEPEST = 50
"""No document of ours nests deeper."""

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

LONGEST = 4_000_000
"""A longer document is no setting, no rule and no memory of decisions, in characters."""

Steps = tuple[str | int, ...]
"""Keys and indexes that lead to a value."""


class Lines(dict[Steps, int]):
    """Path of keys and indexes → the line of the value, from 1; a path that is absent has its parent's line."""

    def at(self, *path: str | int) -> int:
        while path and path not in self:
            path = path[:-1]
        return self.get(path, 1)


def parse(text: str, where: str) -> Any:
    """The document as dicts, lists and str. Raises UserError with the line for what is not YAML.

    >>> parse("rate: 5.20\\nyes: [no, 010]", "example")
    {'rate': '5.20', 'yes': ['no', '010']}
    """
    return parse_with_lines(text, where)[0]


def parse_with_lines(text: str, where: str) -> tuple[Any, Lines]:
    """The document and the line of every key and value, for messages.

    Refused with UserError, beside what is not YAML: a key that stands twice, an alias (`*a`), more than `DEEPEST`
    levels, more than `LONGEST` characters, a second document.
    """
    if len(text) > LONGEST:
        raise UserError(where, f"is longer than {LONGEST:,} characters", "split it")
    try:
        return _Building(where, yaml.parse(text, Loader=_Loader)).document()
    except yaml.YAMLError as error:
        raise _user_error(error, where) from None
    except UnicodeEncodeError:
        raise UserError(where, "not YAML: half of a character stands in it", "save the file as UTF-8") from None


def written(value: Any) -> str:
    """Lists, dicts and words as YAML that an editor can read; `parse` gives them back.

    >>> print(written([{"reason": "初步核算数: 已核实", "values": ["5.2%"]}]), end="")
    - reason: '初步核算数: 已核实'
      values:
      - 5.2%
    """
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def read(path: Path) -> Any:
    """`parse` on a file of ours. Raises UserError where it cannot be read."""
    return parse(read_text(path), str(path))


def read_text(path: Path) -> str:
    """The text of a YAML file in UTF-8. Raises UserError where it cannot be read."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UserError(str(path), "is a pipe or a device, and no file", "give a file: nobody is waited for")
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(str(path), error.strerror or str(error), "check the path and its permissions") from None
    except UnicodeDecodeError:
        raise UserError(str(path), "is not UTF-8", "save the file as UTF-8") from None


def _user_error(error: yaml.YAMLError, where: str) -> UserError:
    mark = getattr(error, "problem_mark", None)
    place = f"{where}:{mark.line + 1}" if mark else where
    what = str(getattr(error, "problem", None) or error).partition("\n")[0]
    return UserError(place, f"not YAML: {what}", "check the indentation and the quotes")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


@dataclass(slots=True)
class _Building:
    """A document as it is put together from events, and the lines of its values."""

    where: str
    events: Iterator[Any]
    lines: Lines = field(default_factory=Lines)

    def document(self) -> tuple[Any, Lines]:
        """The only document there may be; None where there is none."""
        built, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error(event, "a second document begins", "take out the line `---`")
                built = self._value(next(self.events), ())
        return built, self.lines

    def _value(self, event: Any, path: Steps) -> Any:
        self.lines.setdefault(path, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.AliasEvent):
            raise self._error(event, f"an alias, *{event.anchor}, is not read", "write it out")
        if len(path) >= DEEPEST:
            raise self._error(event, f"nested deeper than {DEEPEST} levels", "flatten the document")
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _list(self, path: Steps) -> list[Any]:
        built: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            built.append(self._value(event, (*path, len(built))))
        return built

    def _mapping(self, path: Steps) -> dict[str, Any]:
        built: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(event, "a key must be a word", "write `key: value`")
            key = event.value
            if key in built:
                raise self._error(event, f"the key {key[:60]!r} stands twice", "remove one of them")
            self.lines[(*path, key)] = _line(event)
            built[key] = self._value(next(self.events), (*path, key))
        return built

    def _error(self, event: Any, what: str, hint: str) -> UserError:
        return UserError(f"{self.where}:{_line(event)}", what, hint)
