"""What hostile or careless YAML does to figcheck: one line each, soon, whatever the front matter or rule holds."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.errors import UserError
from figcheck.yamlio import DEEPEST, LONGEST, parse, parse_with_lines

LAUGHS = "a: &a [1, 1]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# nothing", None),
        ("rate: 5.20", {"rate": "5.20"}),
        ("a: no\nb: ~\nc: 010", {"a": "no", "b": "~", "c": "010"}),
        ("a: [1, [2, {b: 3}]]", {"a": ["1", ["2", {"b": "3"}]]}),
        ("a: !!python/name:os.system x", {"a": "x"}),  # a tag makes nothing
        ("a: |\n  两行\n  文字\n", {"a": "两行\n文字\n"}),
        ("---\na: 1\n", {"a": "1"}),
        ("a: &name 1", {"a": "1"}),
        ("[" * DEEPEST + "]" * DEEPEST, None),
    ],
)
def test_every_value_is_the_text_that_was_written(text: str, value: Any) -> None:
    if value is None and text.startswith("["):
        assert parse(text, "x.yaml") != []
    else:
        assert parse(text, "x.yaml") == value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAUGHS, "x.yaml:2: an alias, *a, is not read"),
        ("&a [*a]", "x.yaml:1: an alias, *a, is not read"),
        ("a: 1\nb:\n  <<: *a", "x.yaml:3: an alias, *a, is not read"),
        ("[" * (DEEPEST + 1), f"x.yaml:1: nested deeper than {DEEPEST} levels"),
        ("\n" + "{a: " * 100_000, f"x.yaml:2: nested deeper than {DEEPEST} levels"),
        ("- " * 100_000, f"x.yaml:1: nested deeper than {DEEPEST} levels"),
        ("a: 1\nb:\n  c: 1\n  c: 2", "x.yaml:4: the key 'c' stands twice"),
        ("a: 1\n---\nb: 2", "x.yaml:2: a second document begins"),
        ("? [a]\n: b", "x.yaml:1: a key must be a word"),
        ("a: [1", "x.yaml:2: not YAML: "),
        ("a:\n\t- b", "x.yaml:2: not YAML: "),
        ("a: \x00", "x.yaml: not YAML: "),
        ("a: \ud800", "x.yaml: not YAML: "),
        ("%YAML 9.9\n---\na: 1", "x.yaml:1: not YAML: "),
        ("a" * (LONGEST + 1), "x.yaml: is longer than 4,000,000 characters"),
    ],
    ids=range(15),
)
def test_what_cannot_be_read_is_one_line_with_its_place(text: str, told: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(text, "x.yaml")
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


def test_every_value_and_key_has_its_line() -> None:
    _, lines = parse_with_lines("a: 1\nb:\n  - x\n  - c: |\n      long\n", "x.yaml")
    assert [lines.at(*path) for path in (("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 7))] == [1, 2, 3, 4, 2]


@given(st.text(alphabet="ab: -[]{}&*!|>'\"#?,\n\t中%@`~<", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UserError):  # anything else is a bug
        assert isinstance(parse(text, "x.yaml"), (str, list, dict, type(None)))
