"""What the entries of figcheck.yaml mean, a function for each section; a wrong entry raises UserError."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from figcheck import form
from figcheck.form import Form
from figcheck.lang import PACKS, pack
from figcheck.limits import Limits
from figcheck.model import TRUST
from figcheck.naming import Link, Side

OFF = "off"
SEVERITIES = (OFF, "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Change:
    """What a desk changes of a rule; None and empty where it leaves it as it is.

    `settings` replace parameters, `more` adds to lists of them; `select` and `spare` limit the claims it is about.
    """

    entry: Form
    severity: str | None = None
    settings: Form | None = None
    more: Form | None = None
    select: Form | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """A wording that others are held against, where it stands, and until when it holds (that day included).

    `source` is the text of the file that it stands in.
    """

    wording: str
    path: str
    line: int
    until: date | None = None
    source: str = ""


def names(main: str, others: Form, taken: Mapping[str, str]) -> dict[str, str]:
    """The names of an indicator, its own among them, each with the one it goes by."""
    whole = known(main)
    names = {main: whole, whole: whole}
    for other in others.items() if others.value else []:
        name = other.text().strip()
        if taken.get(name, whole) != whole:
            raise other.error(
                f"{form.quoted(name)} is a name of {taken[name]!r} already", "leave it in one of the two lists"
            )
        names[name] = whole
    return names


def known(name: str) -> str:
    """The name that an indicator goes by in the word lists that come with figcheck; itself where it is not in them."""
    return next((whole for lang in PACKS if (whole := pack(lang).known_names().get(name)) is not None), name)


def link(_: str, entry: Form) -> Link:
    sides = entry.items() if isinstance(entry.value, list) else []
    if len(sides) != 2:
        raise entry.error("a link has two sides", "write `- [one indicator, another]`")
    return Link(_side(sides[0]), _side(sides[1]))


def _side(given: Form) -> Side:
    return form.filled(Side, given) if isinstance(given.value, dict) else Side(given.text().strip())


def change(rule: str, entry: Form) -> tuple[str, Change]:
    if isinstance(entry.value, str):
        return rule, Change(entry, entry.one_of(SEVERITIES))
    keys = entry.keys(("severity", "with", "extend", "select"))
    severity = keys["severity"].one_of(SEVERITIES) if "severity" in keys else None
    return rule, Change(entry, severity, keys.get("with"), keys.get("extend"), keys.get("select"))


def tolerance(indicator: str, entry: Form) -> tuple[str, Decimal]:
    written = entry.text().strip()
    if not written.endswith(("%", "％")):
        raise entry.error(
            f"{entry.name} must be a share, not {form.quoted(written)}", "write it with its sign, as 0.5%"
        )
    return known(indicator), Form(written[:-1], entry.where, entry.lines, entry.path).decimal() / 100


ABOUT = ("title", "date", "place", "source", "trust")
"""What a desk may know of its articles."""


def article(glob: str, entry: Form) -> tuple[str, dict[str, str]]:
    """What is known of the articles that a glob names."""
    keys = entry.keys(ABOUT)
    if "date" in keys:
        _day(keys["date"])
    if "trust" in keys:
        keys["trust"].one_of(TRUST)
    return glob, {name: value.text().strip() for name, value in keys.items()}


def limit(name: str, entry: Form) -> tuple[str, int]:
    """What one file may take."""
    names = form.named(Limits)
    if name not in names:
        raise entry.error(f"unknown key {form.quoted(name)}", form.suggestion(name, names))
    number = entry.whole()
    if number < 1:
        raise entry.error(f"{entry.name} must be 1 or more, not {number}", "leave it out for what holds by itself")
    return name, number


def weights(entry: Form, folder: Path) -> Path:
    """The file of weights that is named, from the folder of the settings."""
    return folder / entry.text().strip()


# ------------------------------------------------------------------------------- approved wordings


def approval(_: str, entry: Form) -> Approval:
    if isinstance(entry.value, str):
        return Approval(entry.text().strip(), entry.where, entry.line)
    keys = entry.keys(("says", "indicator", "subject", "period", "value", "until", "note"))
    wording = _said(entry, {name: value.text().strip() for name, value in keys.items()})
    until = _day(keys["until"]) if "until" in keys else None
    return Approval(wording, entry.where, entry.line, until)


def _said(entry: Form, told: Mapping[str, str]) -> str:
    """The sentence as it is given, or put together from what it is about."""
    if "says" in told:
        return told["says"]
    for needed in ("indicator", "value"):
        if needed not in told:
            raise entry.error(f"{entry.name} has no {needed!r}", "add it, or give the sentence: `says: …`")
    period = told.get("period", "")
    when = f"{period}年，" if period.isdigit() else f"{period}，" if period else ""
    return f"{when}{told.get('subject', '')}{told['indicator']}为{told['value']}。"


def _day(given: Form) -> date:
    try:
        return date.fromisoformat(given.text().strip())
    except ValueError:
        raise given.error(f"{given.name} is not a day: {form.quoted(given.value)}", "write it as 2026-03-31") from None
