"""One file to its articles' claims: the part of the line that needs no other file, so it can be kept and shared out.

The result depends on the bytes of the file and of its sidecars, its path, how it is read, and figcheck alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from figcheck import cache, read, remarks, workers
from figcheck.barrier import attempt, is_sound
from figcheck.cache import Cache
from figcheck.dated import dated
from figcheck.errors import UserError
from figcheck.extract import extract
from figcheck.limits import Allowance, Limits
from figcheck.match.frames import framed
from figcheck.model import Article, Problem, Reading, Span
from figcheck.naming import NONE, Naming
from figcheck.read import Inputs, Job, Source
from figcheck.resolve import resolve
from figcheck.understood import Packed, Understood, opened, packed_up

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many."""

READING = "reading it"

ENOUGH = 400_000
"""Bytes that are worth a process more."""


@dataclass(frozen=True, slots=True)
class Working:
    """How the work is done, which never changes its result. `jobs` 0 goes by the cores and the size of the work."""

    jobs: int = 1
    cache: Cache | None = None


@dataclass(frozen=True, slots=True)
class _Held(Source):
    """A source that was read: what is kept under its name is worked out from these very bytes."""

    held: bytes = b""
    inputs: Inputs = read.AS_GIVEN
    name: str = ""

    def data(self, job: Job) -> bytes:
        return self.held


def understand(article: Article, limits: Limits = read.AS_GIVEN.limits) -> Understood:
    """An article that was read, understood as far as the limits allow; what fails is left out."""
    allowance, path = Allowance(limits), article.path
    problems: list[Problem] = []
    reading = attempt(partial(extract, article, allowance), problems, path, "reading its figures", Reading(article))
    placed, rest = attempt(partial(resolve, reading), problems, path, "reading what they are of", ((), ()))
    bare = [*placed, *rest]
    claims = attempt(partial(framed, article, bare), problems, path, "reading what stands around them", bare)
    dates = attempt(partial(dated, reading), problems, path, "reading its dates", ())
    return Understood(
        article,
        tuple(claims[: len(placed)]),
        tuple(claims[len(placed) :]),
        tuple(dates),
        (*_cut(article, reading.unread, allowance), *problems),
        commented=bool(remarks.find(article.original)),
        hurried=allowance.reached == "seconds",
    )


def _cut(article: Article, unread: int | None, allowance: Allowance) -> Iterator[Problem]:
    """A problem where an article was read in part only."""
    if unread is not None and allowance.reached is not None:
        line, _ = Span(article, unread, min(unread + 1, len(article.text))).position
        told = Job(f"{article.path}:{line}", limits=allowance.limits).beyond(allowance.reached)
        yield Problem(told.where, f"{told.what}; it was checked up to here", told.hint)


def understand_all(
    sources: Sequence[Source],
    inputs: Inputs,
    working: Working,
    naming: Naming = NONE,
    progress: Progress | None = None,
) -> list[Understood]:
    """What every source says, in their order, under a desk's own names; one may hold several articles.

    What cannot be read is a problem.
    """
    found: dict[int, list[Understood]] = {}
    left: list[tuple[int, _Held]] = []
    how = repr(inputs)
    for number, source in enumerate(sources):
        problems: list[Problem] = []
        try:
            held = attempt(partial(_held, source, inputs, how), problems, source.path, READING, None)
        except UserError as error:
            problems.append(error.problem())
            held = None
        if held is None:
            found[number] = [Understood(None, problems=tuple(problems))]
            continue
        kept = _kept(held, working.cache, naming)
        if kept is None:
            left.append((number, held))
        else:
            found[number] = kept
    for number, made in _work_out(left, working, naming):
        found[number] = made
        if progress:
            progress(len(found), len(sources))
    return [one for number in range(len(sources)) for one in found[number]]


def _held(source: Source, inputs: Inputs, how: str) -> _Held:
    """The source with its bytes, under a name that changes with everything that its articles depend on."""
    data = source.data(Job(source.path, limits=inputs.limits))
    name = cache.key(source.path, data, how, *read.sidecars(source.path))
    return _Held(source.path, source.walked, data, inputs, name)


def _kept(held: _Held, kept: Cache | None, naming: Naming) -> list[Understood] | None:
    """What was kept of a source. Its body is loaded when it is asked for, and worked out anew if it is gone by then."""
    head = kept.get(held.name) if kept is not None else None
    if kept is None or head is None:
        return None
    return opened(head, lambda: kept.get(_body(held)) or _packed(held)[1], held.name, naming)


def _work_out(
    left: Sequence[tuple[int, _Held]], working: Working, naming: Naming
) -> Iterator[tuple[int, list[Understood]]]:
    """Work out what was not kept, in as many processes as it is worth, and keep it."""
    jobs = working.jobs or min(workers.cores(), 1 + sum(len(held.held) for _, held in left) // ENOUGH)
    with closing(workers.shared(_packed, [held for _, held in left], jobs)) as results:
        for index, made in results:
            number, held = left[index]
            if isinstance(made, workers.Lost):
                yield number, [_lost(held.path)]
            else:
                yield number, _put(held, made, working.cache, naming)
    if working.cache and any(held.name.startswith("0") for _, held in left):  # one file in sixteen: it takes a while
        working.cache.prune()


def _put(held: _Held, made: Packed, kept: Cache | None, naming: Naming) -> list[Understood]:
    head, body = made
    once = [body]  # as bytes it need not stay once it was opened
    found = opened(head, once.pop, held.name, naming)
    sound = all(is_sound(one.problems) and not one.hurried for one in found)  # what was cut may be more the next time
    if kept is not None and sound and any(one.article is not None for one in found):
        kept.put(_body(held), body)
        kept.put(held.name, head)
    return found


def _body(held: _Held) -> str:
    return cache.key("body", held.name)


def _packed(source: _Held) -> Packed:
    """The result as it is kept and as it comes from another process: the same bytes take the same way always."""
    problems: list[Problem] = []
    made = attempt(lambda: packed_up(_worked_out(source)), problems, source.path, READING, None)
    return made if made is not None else packed_up([Understood(None, problems=tuple(problems))])


def _worked_out(source: _Held) -> list[Understood]:
    try:
        articles, faults = read.load(source, source.inputs)
    except UserError as error:
        told = (error.problem(),)
        quiet = source.walked and error.what == read.NO_ARTICLE
        return [Understood(None, skipped=told) if quiet else Understood(None, problems=told)]
    rest = [Understood(None, problems=tuple(faults))] if faults else []
    return [*(understand(article, source.inputs.limits) for article in articles), *rest]


def _lost(path: str) -> Understood:
    hint = "it may need more memory than there is: try --jobs 1, or give the article by itself"
    return Understood(None, problems=(Problem(path, "the process that read it was killed twice", hint),))
