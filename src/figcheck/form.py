"""A YAML document held against the form it must have, with messages that name file, line and the nearest right word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from figcheck import yamlio
from figcheck.errors import UserError

T = TypeVar("T")

MOST_ZEROS = 30
"""No setting is larger; a number of a billion digits would take all memory."""

LONGEST = 60
"""So much of a word is shown in a message."""

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Form:
    """A value of a document, and where it stands. Every reader raises UserError where the value is of another kind."""

    value: Any
    where: str
    lines: yamlio.Lines = field(repr=False)
    path: tuple[str | int, ...] = ()

    @property
    def line(self) -> int:
        return self.lines.at(*self.path)

    @property
    def name(self) -> str:
        """The key of the value, with the keys it stands under."""
        return ".".join(str(step) for step in self.path) or "the document"

    def error(self, what: str, hint: str = "") -> UserError:
        """The mistake with its file and line, to be raised."""
        return UserError(f"{self.where}:{self.line}", what, hint)

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.error(f"{self.name} must be words", f"write `{self.path[-1] if self.path else 'key'}: …`")
        return self.value

    def decimal(self) -> Decimal:
        try:
            number = Decimal(self.text().strip())
        except InvalidOperation:
            number = Decimal("nan")
        if not number.is_finite() or abs(number.adjusted()) > MOST_ZEROS:
            raise self.error(f"{self.name} must be a number, not {quoted(self.value)}", "write it in digits, as 0.05")
        return number

    def whole(self) -> int:
        number = self.decimal()
        if number != number.to_integral_value():
            raise self.error(f"{self.name} must be a whole number, not {quoted(self.value)}")
        return int(number)

    def truth(self) -> bool:
        return _TRUTH[self.one_of(_TRUTH)]

    def one_of(self, words: Collection[str]) -> str:
        """The value, which must be one of these words."""
        word = self.text()
        if word not in words:
            raise self.error(f"{self.name} cannot be {quoted(word)}", suggestion(word, words))
        return word

    def keys(self, allowed: Collection[str] | None = None, required: Collection[str] = ()) -> dict[str, Form]:
        """The value as a mapping. `allowed` are all the keys there may be (None: any)."""
        if not isinstance(self.value, dict):
            raise self.error(f"{self.name} must have keys", f"write `key: value` lines: {', '.join(allowed or ())}")
        for key in self.value:
            if allowed is not None and key not in allowed:
                raise self._at(key).error(f"unknown key {quoted(key)}", suggestion(key, allowed))
        for key in required:
            if key not in self.value:
                raise self.error(f"{self.name} has no {key!r}", f"add `{key}: …`")
        return {key: self._at(key) for key in self.value}

    def items(self) -> list[Form]:
        """The value as a list; a single value is a list of one."""
        if not isinstance(self.value, list):
            return [self]
        return [self._at(index) for index in range(len(self.value))]

    def child(self, key: str, default: Any) -> Form:
        """The value under a key of a mapping, or this default where there is none."""
        value = self.value.get(key, default) if isinstance(self.value, dict) else default
        return Form(value, self.where, self.lines, (*self.path, key))

    def _at(self, step: str | int) -> Form:
        return Form(self.value[step], self.where, self.lines, (*self.path, step))


def document(text: str, where: str) -> Form:
    """The whole of a YAML text. Raises UserError for what `yamlio` does not read."""
    value, lines = yamlio.parse_with_lines(text, where)
    return Form(value, where, lines)


def quoted(word: str) -> str:
    """A word of the user's in a message, cut where it is longer than anybody would write.

    >>> quoted("sevrity"), len(quoted("x" * 1000))
    ("'sevrity'", 63)
    """
    return repr(word if len(word) <= LONGEST else word[:LONGEST] + "…")


def suggestion(word: str, words: Collection[str]) -> str:
    """What the user may have meant, or what there is to choose from.

    >>> suggestion("sevrity", ["severity", "select"]), suggestion("x", ["yes", "no"])
    ("did you mean 'severity'?", 'one of: no, yes')
    """
    near = get_close_matches(word, sorted(words), 1)
    return f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(sorted(words))}"


def filled(cls: type[T], form: Form) -> T:
    """A dataclass filled from a mapping by the types of its fields; unknown keys and wrong values are refused.
    What the class refuses with ValueError is a mistake of the mapping.

    Types: str, bool, int, Decimal, an Enum of words, `tuple[…, ...]`, `Mapping[str, …]`, each of them `| None`, and
    dataclasses that are filled so.

    >>> @dataclass(frozen=True)
    ... class Margin:
    ...     slack: Decimal = Decimal(0)
    >>> filled(Margin, document("slack: 0.05", "rule.yaml"))
    Margin(slack=Decimal('0.05'))
    """
    types = get_type_hints(cls)
    told = form.keys(named(cls), [name for name in named(cls) if _is_required(cls, name)])
    given = {name: _converted(value, types[name]) for name, value in told.items()}
    return _made(form, lambda: cls(**given))


def changed(made: T, form: Form) -> T:
    """The dataclass with the fields that a mapping tells; the others stay as they are."""
    types = get_type_hints(type(made))
    told = form.keys(named(type(made)))
    given = {name: _converted(value, types[name]) for name, value in told.items()}
    return _made(form, lambda: replace(made, **given))  # type: ignore[type-var]


def extended(made: T, form: Form) -> T:
    """The dataclass with what a mapping tells added to its lists and tables; other fields have nothing to add to."""
    longer: dict[str, Any] = {}
    types = get_type_hints(type(made))
    for name, value in form.keys(named(type(made))).items():
        old, more = getattr(made, name), _converted(value, types[name])
        if isinstance(old, tuple):
            longer[name] = (*old, *(one for one in more if one not in old))
        elif isinstance(old, Mapping):
            longer[name] = {**old, **more}
        else:
            raise value.error(f"{name} is not a list", "give its value under `with`")
    return _made(form, lambda: replace(made, **longer))  # type: ignore[type-var]


def _made(form: Form, make: Callable[[], T]) -> T:
    """What is made of a mapping; what its class refuses is a mistake of the mapping."""
    try:
        return make()
    except ValueError as fault:
        raise form.error(f"{form.name}: {fault}") from None


def named(cls: type) -> list[str]:
    """The keys that a dataclass is filled from."""
    return [entry.name for entry in fields(cls)]


def _is_required(cls: type, name: str) -> bool:
    entry = next(entry for entry in fields(cls) if entry.name == name)
    return entry.default is MISSING and entry.default_factory is MISSING


def _converted(form: Form, wanted: Any) -> Any:
    if get_origin(wanted) is UnionType:
        wanted = next(kind for kind in get_args(wanted) if kind is not NoneType)
    if get_origin(wanted) is tuple:
        return tuple(_converted(item, get_args(wanted)[0]) for item in form.items())
    if get_origin(wanted) is not None:
        return {key: _converted(value, get_args(wanted)[1]) for key, value in form.keys().items()}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(form.one_of([str(member.value) for member in wanted]))
    if isinstance(wanted, type) and is_dataclass(wanted):
        return filled(wanted, form)
    return _SCALARS[wanted](form)


_SCALARS: dict[Any, Any] = {str: Form.text, bool: Form.truth, int: Form.whole, Decimal: Form.decimal}
