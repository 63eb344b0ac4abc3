"""Formulas as rules write them, `part / whole = share`, and what they make of numbers that may vary."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from figcheck.check.equations.terms import Span
from figcheck.model import Interval

N = TypeVar("N", Interval, "Reckoned")

_SIGNS: dict[type[ast.operator], tuple[Callable[[Any, Any], Any], str]] = {
    ast.Add: (operator.add, "+"),
    ast.Sub: (operator.sub, "−"),
    ast.Mult: (operator.mul, "×"),
    ast.Div: (operator.truediv, "÷"),
}


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A span of floats with the operations of `Interval`: for positive numbers."""

    low: float
    high: float

    def __add__(self, other: Reckoned) -> Reckoned:
        return Reckoned(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Reckoned) -> Reckoned:
        return Reckoned(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Reckoned) -> Reckoned:
        return Reckoned(self.low * other.low, self.high * other.high)

    def __truediv__(self, other: Reckoned) -> Reckoned:
        return Reckoned(self.low / max(other.high, 1e-300), self.high / max(other.low, 1e-300))


class Formula:
    """An equation whose right side is one role; its left side may add up a role that many figures play: `sum(part)`.

    >>> share = Formula("part / whole = share")
    >>> share.roles, share.told, share.many
    (('part', 'whole'), 'share', None)
    >>> share.words({"part": "30人", "whole": "120人"})
    '30人 ÷ 120人'
    """

    def __init__(self, written: str) -> None:
        """Raises ValueError for what is no such equation."""
        left, equals, right = written.partition("=")
        self.written, self.told = written, right.strip()
        self.many: str | None = None
        if not equals or not self.told.isidentifier():
            raise ValueError("write it as `part / whole = share`, with one role on the right")
        try:
            self._tree = ast.parse(left.strip(), mode="eval").body
        except SyntaxError:
            raise ValueError(f"{left.strip()!r} is no sum of roles") from None
        names: list[str] = []
        self._check(self._tree, names)
        self.roles = tuple(dict.fromkeys(names))

    def _check(self, node: ast.AST, names: list[str]) -> None:
        match node:
            case ast.Name(id=name):
                names.append(name)
            case ast.Constant(value=int()):
                pass
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
                self._check(left, names)
                self._check(right, names)
            case ast.Call(func=ast.Name(id="sum"), args=[ast.Name(id=name)], keywords=[]) if self.many is None:
                self.many = name
                names.append(name)
            case _:
                raise ValueError("only roles, whole numbers, + - * / and one sum(role) can stand in a relation")

    def value(self, numbers: Mapping[str, Sequence[N]], exactly: Callable[[int], N]) -> N:
        """What the left side makes of the numbers of each role."""
        return self._value(self._tree, numbers, exactly)

    def _value(self, node: ast.AST, numbers: Mapping[str, Sequence[N]], exactly: Callable[[int], N]) -> N:
        match node:
            case ast.Name(id=name):
                return numbers[name][0]
            case ast.Constant(value=int(whole)):
                return exactly(whole)
            case ast.BinOp(left=left, op=op, right=right):
                sign = _SIGNS[type(op)][0]
                made: N = sign(self._value(left, numbers, exactly), self._value(right, numbers, exactly))
                return made
            case ast.Call(args=[ast.Name(id=name)]):
                total = exactly(0)
                for number in numbers[name]:
                    total = total + number
                return total
        raise AssertionError(f"refused when it was read: {ast.dump(node)}")

    def words(self, amounts: Mapping[str, str]) -> str:
        """The left side with the amounts in it."""
        return self._words(self._tree, amounts)

    def _words(self, node: ast.AST, amounts: Mapping[str, str]) -> str:
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                sign = _SIGNS[type(op)][1]
                first, second = self._words(left, amounts), self._words(right, amounts)
                if isinstance(op, ast.Mult | ast.Div):
                    first, second = _bracketed(left, first), _bracketed(right, second)
                return f"{first} {sign} {second}"
            case ast.Name(id=name) | ast.Call(args=[ast.Name(id=name)]):
                return amounts[name]
            case ast.Constant(value=whole):
                return str(whole)
        raise AssertionError(f"refused when it was read: {ast.dump(node)}")


def _bracketed(node: ast.AST, words: str) -> str:
    plain = not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub))
    return words if plain and " + " not in words else f"({words})"


@cache
def formula(written: str) -> Formula:
    """The formula that is written so; each is read once."""
    return Formula(written)


def reckoned(span: Span) -> Reckoned:
    return Reckoned(span.low, span.high)
