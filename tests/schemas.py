"""What GitLab and reviewdog document of their formats, as JSON Schemas: the parts that figcheck writes."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}


def _object(required: dict[str, Any], **others: Any) -> dict[str, Any]:
    properties = required | others
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


GITLAB: dict[str, Any] = {
    "type": "array",
    "items": _object(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _object({"path": TEXT, "lines": _object({"begin": COUNT}, end=COUNT)}),
        },
        content=_object({"body": TEXT}),
    ),
}

_POSITION = _object({"line": COUNT, "column": COUNT})
_LOCATION = _object({"path": TEXT, "range": _object({"start": _POSITION, "end": _POSITION})})

RDJSON: dict[str, Any] = _object(
    {
        "source": _object({"name": TEXT}),
        "diagnostics": {
            "type": "array",
            "items": _object(
                {
                    "message": TEXT,
                    "location": _LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": _object({"value": TEXT}),
                    "related_locations": {"type": "array", "items": _object({"message": TEXT, "location": _LOCATION})},
                }
            ),
        },
    }
)
