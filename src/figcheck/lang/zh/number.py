"""A number of a text with what its own characters tell of it, and the tables it is told by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio
from figcheck.model import Quantity

HERE = Path(__file__).parent


class Kind(StrEnum):
    """What a number is, as far as its own characters tell."""

    QUANTITY = "quantity"
    RANK = "rank"
    FIRST = "first"
    ORDINAL = "ordinal"
    STREAK = "streak"
    DOUBLING = "doubling"
    STRUCTURE = "structure"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `text[start:end]`, loosening words included.

    `core` is where its digits begin, `behind` where its unit ends; `part` counts the members of a structure a:b:c.
    """

    start: int
    end: int
    kind: Kind
    quantity: Quantity | None = None
    core: int = 0
    behind: int = 0
    chinese: bool = False
    part: int = 0


@cache
def bounds() -> Any:
    """The words that loosen a number."""
    return yamlio.read(HERE / "bounds.yaml")


@cache
def notfigures() -> Any:
    """The words beside numbers that are no figures."""
    return yamlio.read(HERE / "notfigures.yaml")
