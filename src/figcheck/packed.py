"""Our types as bytes and back, for the cache and for other processes.

Pickle writes frozen dataclasses with slots field by field, in Python; as a call of the class they load twice as fast.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Sequence
from dataclasses import is_dataclass
from io import BytesIO
from typing import Any

from figcheck import model
from figcheck.model import Article, Claim


def packed(value: object, known: Sequence[Claim] = ()) -> bytes:
    """The value as bytes; one object stays one. Known claims and their articles are only numbered."""
    stream = BytesIO()
    _Pickler(stream, known).dump(value)
    return stream.getvalue()


def unpacked(data: bytes, known: Sequence[Claim] = ()) -> Any:
    """The value again. Only for bytes that a process of ours has made, with the same claims."""
    return _Unpickler(BytesIO(data), known).load() if known else pickle.loads(data)  # noqa: S301


def _call(value: Any) -> tuple[Callable[..., object], tuple[object, ...]]:
    return type(value), tuple(getattr(value, name) for name in type(value).__slots__)


class _Pickler(pickle.Pickler):
    dispatch_table: Any = copyreg.dispatch_table | {
        kind: _call for kind in vars(model).values() if is_dataclass(kind) and "__slots__" in vars(kind)
    }

    def __init__(self, stream: BytesIO, known: Sequence[Claim]) -> None:
        super().__init__(stream, protocol=5)
        self._claims = {id(claim): number for number, claim in enumerate(known)}
        self._articles = {id(claim.article): number for number, claim in enumerate(known)}

    def persistent_id(self, value: Any) -> Any:
        if isinstance(value, Claim):
            return self._claims.get(id(value))
        if isinstance(value, Article) and id(value) in self._articles:
            return -1 - self._articles[id(value)]
        return None


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: BytesIO, known: Sequence[Claim]) -> None:
        super().__init__(stream)
        self._known = known

    def persistent_load(self, number: int) -> Claim | Article:
        return self._known[number] if number >= 0 else self._known[-1 - number].article
