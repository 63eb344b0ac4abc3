"""Barriers: what fails behind one is a line of the report, and all that stands beside it is checked and told.

Mistakes of users (`UserError`) pass: whoever calls knows what to do about them.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from figcheck.errors import UserError
from figcheck.model import Claim, Problem

Result = TypeVar("Result")
Instead = TypeVar("Instead")
Item = TypeVar("Item")

HINT = "a bug in figcheck and not in your text: please report it, with what --debug adds"
LONGEST = 200
"""Characters of an exception's own words that are shown."""
SHOWN = 4
"""Articles that are named of those that were held together."""
MOST_LEFT_OUT = 12
"""So many articles are left out of a piece of work before it is given up."""


def attempt(
    make: Callable[[], Result], problems: list[Problem], where: str | Callable[[], str], doing: str, instead: Instead
) -> Result | Instead:
    """What `make` makes; where it fails, `instead`, and a problem that says where, and in doing what.

    >>> problems: list[Problem] = []
    >>> attempt(lambda: 1 / 0, problems, "a.txt", "the rule share-of", 0.0), problems[0].problem
    (0.0, 'the rule share-of failed: ZeroDivisionError: division by zero')
    """
    try:
        return make()
    except UserError:
        raise
    except Exception as error:
        problems.append(bug(where if isinstance(where, str) else where(), doing, error))
        return instead


def without_breaking(
    make: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    source: Callable[[Item], str],
    problems: list[Problem],
    doing: str,
    instead: Instead,
) -> Result | Instead:
    """What `make` makes of all items, but for those of the sources that it fails with: a problem for each of these."""
    left = items
    for _ in range(MOST_LEFT_OUT):
        made, failure = _tried(make, left)
        if failure is None:
            assert made is not None
            return made
        breaking = _breaking(make, left, source)
        problems.append(bug(breaking, doing, failure))
        left = [item for item in left if source(item) != breaking]
    return instead


def _tried(make: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> tuple[Result | None, Exception | None]:
    try:
        return make(items), None
    except Exception as error:
        return None, error


def _breaking(make: Callable[[Sequence[Item]], object], items: Sequence[Item], source: Callable[[Item], str]) -> str:
    """The first source with which `make` fails on those up to it; it fails on all of them."""
    names = list(dict.fromkeys(map(source, items)))
    low, high = 0, len(names)
    while high - low > 1:
        middle = (low + high) // 2
        first = set(names[:middle])
        _, failure = _tried(make, [item for item in items if source(item) in first])
        low, high = (low, middle) if failure else (middle, high)
    return names[high - 1]


def articles(claims: Iterable[Claim]) -> str:
    """Of which articles some claims are, for a line."""
    paths = sorted({claim.article.path for claim in claims})
    return ", ".join([*paths[:SHOWN], *([f"and {len(paths) - SHOWN} more"] if len(paths) > SHOWN else [])])


def bug(where: str, doing: str, error: Exception) -> Problem:
    """A mistake of ours as a line of the report, with its traceback."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST].rstrip(": ")
    return Problem(where, f"{doing} failed: {said}", HINT, "".join(traceback.format_exception(error)))


def is_sound(problems: Sequence[Problem]) -> bool:
    """Whether nothing failed: problems may be of what users gave."""
    return not any(problem.trace for problem in problems)
