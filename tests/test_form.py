"""How settings and rules are read from YAML: by the types of the fields they fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from figcheck.errors import UserError
from figcheck.form import document, filled


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True)
class Settings:
    """One field of every type there may be."""

    name: str
    share: Decimal = Decimal(0)
    count: int = 1
    loud: bool = False
    size: Size = Size.SMALL
    words: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ()
    days: Mapping[str, Decimal] = field(default_factory=dict)
    limit: int | None = None


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("name: no", "name", "no"),  # a word, not False
        ("share: 5.20", "share", Decimal("5.20")),
        ("count: 12", "count", 12),
        ("loud: yes", "loud", True),
        ("loud: off", "loud", False),
        ("size: large", "size", Size.LARGE),
        ("words: [a, b]", "words", ("a", "b")),
        ("words: a", "words", ("a",)),  # a list of one needs no brackets
        ("sizes: [small, large]", "sizes", (Size.SMALL, Size.LARGE)),
        ("days: {年: 365.25}", "days", {"年": Decimal("365.25")}),
        ("limit: 3", "limit", 3),
    ],
)
def test_a_field_is_filled_by_its_type(written: str, name: str, value: Any) -> None:
    text = written if name == "name" else f"name: x\n{written}"
    assert getattr(filled(Settings, document(text, "figcheck.yaml")), name) == value


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("share: a lot", "share must be a number, not 'a lot'"),
        ("share: 1e999999999999999999999", "share must be a number"),
        ("count: 1e999999999", "count must be a number, not '1e999999999'"),
        ("count: 1.5", "count must be a whole number, not '1.5'"),
        ("loud: perhaps", "loud cannot be 'perhaps' (one of: false, no, off, on, true, yes)"),
        ("size: lagre", "size cannot be 'lagre' (did you mean 'large'?)"),
        ("sizes: [small, huge]", "sizes.1 cannot be 'huge'"),
        ("words: {a: b}", "words must be words"),
        ("days: 365", "days must have keys"),
        ("days: {年: long}", "days.年 must be a number, not 'long'"),
        ("nmae: y", "unknown key 'nmae' (did you mean 'name'?)"),
    ],
)
def test_a_value_of_another_type_is_refused_with_its_line(written: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        filled(Settings, document(f"name: x\n{written}", "figcheck.yaml"))
    assert str(caught.value).startswith(f"figcheck.yaml:2: {said}")


@pytest.mark.parametrize("text", ["", "count: 1", "- name", "name"])
def test_what_is_required_must_be_there(text: str) -> None:
    with pytest.raises(UserError, match=r"^figcheck.yaml:1: the document (has no 'name'|must have keys)"):
        filled(Settings, document(text, "figcheck.yaml"))
