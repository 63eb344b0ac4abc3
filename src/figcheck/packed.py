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


def packed(value: object, known: Sequence[object] = ()) -> bytes:
    """The value as bytes; one object stays one. Known objects in it are only numbered."""
    stream = BytesIO()
    _Pickler(stream, known).dump(value)
    return stream.getvalue()


def unpacked(data: bytes, known: Sequence[object] = ()) -> Any:
    """The value again. Only for bytes that a process of ours has made, with the same known objects."""
    loader = pickle.Unpickler(BytesIO(data))  # noqa: S301
    loader.persistent_load = known.__getitem__  # type: ignore[method-assign]
    return loader.load()


def _call(value: Any) -> tuple[Callable[..., object], tuple[object, ...]]:
    return type(value), tuple(getattr(value, name) for name in type(value).__slots__)


class _Pickler(pickle.Pickler):
    dispatch_table: Any = copyreg.dispatch_table | {
        kind: _call for kind in vars(model).values() if is_dataclass(kind) and "__slots__" in vars(kind)
    }

    def __init__(self, stream: BytesIO, known: Sequence[object]) -> None:
        super().__init__(stream, protocol=5)
        self._known = known  # held, so that no other object can have the identity of one of them
        self._numbers = {id(one): number for number, one in enumerate(known)}

    def persistent_id(self, value: Any) -> Any:
        return self._numbers.get(id(value))
