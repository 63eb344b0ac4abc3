"""One file to its articles' claims: the part of the line that needs no other file, so it can be kept and shared out.

The result depends on the bytes of the file and of its sidecars, its path, how it is read, and figcheck alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from figcheck import cache, packed, read, workers
from figcheck.cache import Cache
from figcheck.dated import dated
from figcheck.errors import UserError
from figcheck.extract import extract
from figcheck.model import Article, Claim, Dated, Problem
from figcheck.read import Inputs, Source
from figcheck.resolve import resolve

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""

ENOUGH = 400_000
"""Bytes that are worth a process more."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What one article says: its claims, those whose question it does not tell, what was wrong with it.

    Without an article it is what was wrong with a file. `skipped` says why a file of a folder was left out.
    """

    article: Article | None
    claims: tuple[Claim, ...] = ()
    nameless: tuple[Claim, ...] = ()
    dates: tuple[Dated, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Problem, ...] = ()
    name: str = ""  # the same for the same bytes under the same path


@dataclass(frozen=True, slots=True)
class Working:
    """How the work is done, which never changes its result. `jobs` 0 goes by the cores and the size of the work."""

    jobs: int = 1
    cache: Cache | None = None
    salt: bytes = b""  # settings that change what an article says


@dataclass(frozen=True, slots=True)
class _Held(Source):
    """A source that was read: what is kept under its key is worked out from these very bytes."""

    held: bytes = b""
    inputs: Inputs = read.AS_GIVEN

    def data(self) -> bytes:
        return self.held


def understand(article: Article, problems: Sequence[Problem] = ()) -> Understood:
    """An article that was read, understood."""
    reading = extract(article)
    placed, rest = resolve(reading)
    return Understood(article, tuple(placed), tuple(rest), tuple(dated(reading)), tuple(problems))


def understand_all(
    sources: Sequence[Source], inputs: Inputs, working: Working, progress: Progress | None = None
) -> list[Understood]:
    """What every source says, in their order; one may hold several articles. What cannot be read is a problem."""
    found: dict[int, list[Understood]] = {}
    left: list[tuple[int, _Held, str]] = []
    how = repr(inputs).encode()
    for number, source in enumerate(sources):
        try:
            held = _Held(source.path, source.walked, source.data(), inputs)
        except UserError as error:
            found[number] = [Understood(None, problems=(error.problem(),))]
            continue
        name = cache.key(held.path, held.held, working.salt, how, *read.sidecars(held.path)) if working.cache else ""
        kept = _kept(name, working.cache)
        if kept is None:
            left.append((number, held, name))
        else:
            found[number] = _named(kept, name)
    _work_out(left, working, found, lambda: progress(len(found), len(sources)) if progress else None)
    return [one for number in range(len(sources)) for one in found[number]]


def _named(made: Sequence[Understood], name: str) -> list[Understood]:
    """Each article with a name of its own: that of its file and its number in it."""
    return [replace(one, name=cache.key(name, str(at)) if name else "") for at, one in enumerate(made)]


def _work_out(
    left: Sequence[tuple[int, _Held, str]],
    working: Working,
    found: dict[int, list[Understood]],
    tell: Callable[[], None],
) -> None:
    """Work out what was not kept, in as many processes as it is worth, and keep it."""
    jobs = working.jobs or min(workers.cores(), 1 + sum(len(held.held) for _, held, _ in left) // ENOUGH)
    with closing(workers.shared(_pickled, [held for _, held, _ in left], jobs)) as results:
        for index, made in results:
            number, held, name = left[index]
            if isinstance(made, workers.Lost):
                found[number] = [_lost(held.path)]
            else:
                found[number] = _named(packed.unpacked(made), name)
                if working.cache and any(one.article is not None for one in found[number]):
                    working.cache.put(name, made)
            tell()
    if left and working.cache:
        working.cache.prune()


def _kept(name: str, kept: Cache | None) -> list[Understood] | None:
    data = kept.get(name) if kept is not None else None
    try:
        made = packed.unpacked(data) if data is not None else None
    except Exception:
        return None
    return made if isinstance(made, list) and all(isinstance(one, Understood) for one in made) else None


def _pickled(source: _Held) -> bytes:
    """The result as it is kept and as it comes from another process: the same bytes take the same way always."""
    return packed.packed(_worked_out(source))


def _worked_out(source: _Held) -> list[Understood]:
    try:
        articles, faults = read.load(source, source.inputs)
    except UserError as error:
        told = (error.problem(),)
        quiet = source.walked and error.what == read.NO_ARTICLE
        return [Understood(None, skipped=told) if quiet else Understood(None, problems=told)]
    rest = [Understood(None, problems=tuple(faults))] if faults else []
    return [*map(understand, articles), *rest]


def _lost(path: str) -> Understood:
    hint = "it may need more memory than there is: try --jobs 1, or give the article by itself"
    return Understood(None, problems=(Problem(path, "the process that read it was killed twice", hint),))
