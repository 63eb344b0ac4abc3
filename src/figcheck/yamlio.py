"""YAML in, plain text values out. The only module that knows PyYAML.

Every scalar stays the text that was written: a safe loader would turn 5.20 into 5.2, `no` into False and 010 into 8.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from figcheck.errors import UserError

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Lines(dict[tuple[str | int, ...], int]):
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
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506  (a BaseLoader makes only str, list and dict)
    except yaml.YAMLError as error:
        raise _user_error(error, where) from None
    except RecursionError:
        raise UserError(where, "nested too deeply to be read", "flatten the document") from None


def parse_with_lines(text: str, where: str) -> tuple[Any, Lines]:
    """The document and the line of every key and value, for messages; a key that stands twice is refused."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _user_error(error, where) from None
    except RecursionError:
        raise UserError(where, "nested too deeply to be read", "flatten the document") from None
    lines = Lines()
    return (_build(node, (), lines, where) if node is not None else None), lines


def read(path: Path) -> Any:
    """`parse` on a file of ours. Raises UserError where it cannot be read."""
    return parse(read_text(path), str(path))


def read_text(path: Path) -> str:
    """The text of a YAML file in UTF-8. Raises UserError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(str(path), error.strerror or str(error), "check the path and its permissions") from None
    except UnicodeDecodeError:
        raise UserError(str(path), "is not UTF-8", "save the file as UTF-8") from None


def _user_error(error: yaml.YAMLError, where: str) -> UserError:
    mark = getattr(error, "problem_mark", None)
    place = f"{where}:{mark.line + 1}" if mark else where
    return UserError(
        place, f"not YAML: {getattr(error, 'problem', None) or error}", "check the indentation and the quotes"
    )


def _build(node: Any, path: tuple[str | int, ...], lines: Lines, where: str) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*path, index), lines, where) for index, child in enumerate(node.value)]
    built: dict[str, Any] = {}
    for key_node, child in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise UserError(f"{where}:{key_node.start_mark.line + 1}", "a key must be a word", "write `key: value`")
        key = key_node.value
        if key in built:
            raise UserError(
                f"{where}:{key_node.start_mark.line + 1}", f"the key {key!r} stands twice", "remove one of them"
            )
        built[key] = _build(child, (*path, key), lines, where)
        lines[(*path, key)] = key_node.start_mark.line + 1
    return built
