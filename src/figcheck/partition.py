"""Parts that share no key with each other: what is reckoned from keys in common can be reckoned part by part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

_BETWEEN = "\x1e"


def keyset(keys: Iterable[str]) -> str:
    """Several keys as one word, as `parts` takes them."""
    return _BETWEEN.join(keys)


def parts(keysets: Sequence[str]) -> list[list[int]]:
    """The numbers of keysets that share a key, also by way of others; parts and numbers in the order given.

    >>> parts([keyset(["a", "b"]), keyset(["c"]), keyset(["b", "d"]), keyset(["d"])])
    [[0, 2, 3], [1]]
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while (above := parent.setdefault(key, key)) != key:
            parent[key] = key = parent.setdefault(above, above)
        return key

    distinct = dict.fromkeys(keysets)
    for whole in distinct:
        first, *rest = whole.split(_BETWEEN)
        for key in rest:
            parent[root(key)] = root(first)
    roots = {whole: root(whole.partition(_BETWEEN)[0]) for whole in distinct}
    found: dict[str, list[int]] = defaultdict(list)
    for number, whole in enumerate(keysets):
        found[roots[whole]].append(number)
    return list(found.values())
