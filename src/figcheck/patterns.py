"""Names as editors write them, where `*` stands for any characters. Nothing else is special, and nothing can hang."""

from __future__ import annotations


def matches(pattern: str, name: str | None) -> bool:
    """Whether a name is the one written. The time it takes grows with the length of the name and no faster.

    >>> matches("money:*", "money:CNY"), matches("*收入", "人均可支配收入"), matches("城镇*收入", "城镇居民收入")
    (True, True, True)
    >>> matches("money", "money:CNY"), matches("*", None), matches("a*a", "a")
    (False, False, False)
    """
    if name is None:
        return False
    first, *rest = pattern.split("*")
    if not rest:
        return name == pattern
    *middle, last = rest
    if len(name) < len(first) + len(last) or not (name.startswith(first) and name.endswith(last)):
        return False
    at, end = len(first), len(name) - len(last)
    for piece in middle:
        found = name.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True
