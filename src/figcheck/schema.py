"""JSON Schemas of rule files and figcheck.yaml, made of the types they are read into: editors complete by them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from figcheck import form, rulebook, ui
from figcheck.check import KINDS
from figcheck.check.select import Select
from figcheck.entries import ABOUT, SEVERITIES
from figcheck.limits import Limits
from figcheck.model import TRUST, Severity
from figcheck.naming import Side

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_SCALARS: dict[Any, Schema] = {
    str: _WORDS,
    bool: {"enum": [True, False, "yes", "no", "on", "off", "true", "false"]},
    int: {"type": ["integer", "string"], "pattern": r"^[-+]?\d+$"},
    Decimal: {"type": ["number", "string"], "pattern": r"^[-+.\deE]+$"},
}
_SHARE: Schema = {"type": "string", "pattern": r"^[\d.]+[%％]$"}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}


def written(what: str) -> str:
    """The schema of `rules` or of `config`, as JSON."""
    return json.dumps(SCHEMAS[what](), ensure_ascii=False, indent=2) + "\n"


# ------------------------------------------------------------------------------- from types


def of_type(wanted: Any) -> Schema:
    """The schema of a value that is read into this type.

    >>> of_type(tuple[Decimal, ...])["anyOf"][0]["type"]
    ['number', 'string']
    """
    if get_origin(wanted) is UnionType:
        wanted = next(kind for kind in get_args(wanted) if kind is not NoneType)
    if get_origin(wanted) is tuple:
        item = of_type(get_args(wanted)[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if get_origin(wanted) is not None:
        return {"type": "object", "additionalProperties": of_type(get_args(wanted)[1])}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return {"enum": [str(member.value) for member in wanted]}
    return _SCALARS[wanted]


def of_fields(cls: type, required: Collection[str] = ()) -> Schema:
    """The schema of a mapping that fills a dataclass."""
    types = get_type_hints(cls)
    properties = {name: of_type(types[name]) for name in form.named(cls)}
    return _object(properties, required) | {"description": " ".join((cls.__doc__ or "").split())}


def _object(properties: Mapping[str, Schema], required: Collection[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


# ------------------------------------------------------------------------------- the two files


def _rules() -> Schema:
    said = _object(dict.fromkeys(ui.LANGS, _WORDS), ui.LANGS)
    texts = {"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]}
    cases = {"type": "array", "items": texts, "minItems": 1}
    properties: dict[str, Schema] = {
        "id": _WORDS | {"description": "the name of the file without .yaml"},
        "title": said,
        "severity": {"enum": [str(severity) for severity in Severity]},
        "check": {"enum": list(KINDS)},
        "with": {"type": "object"},
        "select": of_fields(Select),
        "message": said,
        "why": said,
        "examples": _object({"flag": cases, "ok": cases, "todo": cases}, ("flag", "ok")),
    }
    assert set(properties) == set(rulebook.KEYS)
    return {"$schema": _DRAFT, "title": "A rule of figcheck", **_object(properties, rulebook.REQUIRED)} | {
        "allOf": [_with_of(kind.name, kind.parameters) for kind in KINDS.values()]
    }


def _with_of(kind: str, parameters: type) -> Schema:
    return {
        "if": {"properties": {"check": {"const": kind}}, "required": ["check"]},
        "then": {"properties": {"with": of_fields(parameters)}},
    }


def _config() -> Schema:
    rules, _ = rulebook.load([rulebook.shipped_rules()])
    changes = {rule.id: _change(of_fields(KINDS[rule.check].parameters)) for rule in rules}
    link = {
        "type": "array",
        "items": {"anyOf": [_WORDS, of_fields(Side, ("indicator",))]},
        "minItems": 2,
        "maxItems": 2,
    }
    about = _object(dict.fromkeys(ABOUT, _WORDS) | {"date": _DAY, "trust": {"enum": list(TRUST)}})
    properties: dict[str, Schema] = {
        "articles": {"type": "object", "additionalProperties": about},
        "rules": {"type": "object", "properties": changes, "additionalProperties": _change({"type": "object"})},
        "names": {"type": "object", "additionalProperties": of_type(tuple[str, ...])},
        "must-link": {"type": "array", "items": link},
        "cannot-link": {"type": "array", "items": link},
        "tolerances": {"type": "object", "additionalProperties": _SHARE},
        "approved": {"type": "array", "items": {"anyOf": [_WORDS, _approval()]}},
        "limits": of_fields(Limits),
        "weights": _WORDS,
    }
    optional = {name: {"anyOf": [schema, {"type": "null"}]} for name, schema in properties.items()}
    return {"$schema": _DRAFT, "title": "Settings of figcheck", **_object(optional)}


def _change(parameters: Schema) -> Schema:
    severity = {"enum": [*SEVERITIES, False]}
    keys = {"severity": severity, "with": parameters, "extend": parameters, "select": of_fields(Select)}
    return {"anyOf": [severity, _object(keys)]}


def _approval() -> Schema:
    words = dict.fromkeys(("says", "indicator", "subject", "period", "value", "note"), _WORDS)
    return _object({**words, "until": _DAY})


SCHEMAS: dict[str, Callable[[], Schema]] = {"rules": _rules, "config": _config}
"""What can be asked for."""
