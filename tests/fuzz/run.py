"""Reads and checks what was made at random: `python tests/fuzz/run.py .docx --minutes 10`.

A format is files of it, changed anywhere (mutations.py); `sentences` are texts of a grammar, `pairs` such a text with
another as its translation (sentences.py). Not a part of the test suite, which does the same for a moment
(test_fuzz.py). What is held to: nothing fails, also behind the barriers, every report can be written, every figure
stands in its text, nothing takes longer than --seconds or more memory than --megabytes. What breaks this is kept in
--keep, under the number that makes it again, and named; the exit code is then 1. A reader that kills its process leaves
`current` there.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent))

from figcheck import pipeline, read, rulebook
from figcheck.model import Outcome, Problem
from figcheck.report import OUTPUTS
from figcheck.report.view import View
from figcheck.rulebook import Rule
from fuzz.mutations import mutated
from fuzz.seeds import TEXT, seeds
from fuzz.sentences import article

MADE = ("sentences", "pairs")
"""What is not a format: made by the grammar."""

EACH = 8
"""One in so many outcomes is written in every format."""


class TooLong(BaseException):
    """No `except Exception` on the way may take it for an error in a file."""


@dataclass(slots=True)
class Fuzz:
    """Files of one kind (a format, or one of `MADE`), made by numbers."""

    kind: str
    keep: Path
    seconds: int = 20
    rules: list[Rule] = field(default_factory=lambda: rulebook.load([rulebook.shipped_rules()])[0])
    counts: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, 0)

    def __post_init__(self) -> None:
        self.keep.mkdir(parents=True, exist_ok=True)

    def one(self, number: int) -> None:
        """Make files and let them be read and checked."""
        files = self._made(Random(number))
        for ending, data in files.items():
            (self.keep / f"current{ending}").write_bytes(data)
        begun = time.process_time()
        try:
            self._check([str(self.keep / f"current{ending}") for ending in files if ending != ".yaml"], number)
        except (Exception, TooLong) as error:
            self._broken(number, files, error)
        self.slowest = max(self.slowest, (time.process_time() - begun, number))

    def _made(self, random: Random) -> Mapping[str, bytes]:
        """The ends of the files' names, and what is in them."""
        if self.kind == "sentences":
            return {".txt": article(random).encode()}
        if self.kind == "pairs":
            return {f".{lang}.txt": article(random, lang).encode() for lang in ("zh", "en")}
        data = mutated(random.choice(seeds()[self.kind]), random)
        return {".yaml": data, ".txt": TEXT.encode()} if self.kind == ".yaml" else {self.kind: data}

    def _check(self, paths: Sequence[str], number: int) -> None:
        read_, problems, _ = read.all_under(paths)
        _sound(problems)
        assert read_ or problems, "neither an article nor a problem"
        assert all(0 <= offset < len(one.original) for one in read_ for offset in one.offsets)
        outcome = pipeline.check_articles(read_, self.rules)
        _sound(outcome.problems)
        _stand(outcome)
        for write in OUTPUTS.values() if number % EACH == 0 else ():
            write(outcome, View(lang="zh" if number % (2 * EACH) else "en"))
        self.counts["articles" if read_ else "refused"] += 1

    def _broken(self, number: int, files: Mapping[str, bytes], error: BaseException) -> None:
        self.counts["broken"] += 1
        for ending, data in files.items():
            (self.keep / f"{number}{ending}").write_bytes(data)
        print(f"{self.kind} {number}: {type(error).__name__}: {error}", file=sys.stderr)
        traceback.print_exc(limit=-6)


def _sound(problems: Sequence[Problem]) -> None:
    """Nothing failed behind a barrier."""
    failed = next((problem for problem in problems if problem.trace), None)
    assert failed is None, failed.trace if failed else ""


def _stand(outcome: Outcome) -> None:
    """Every figure stands in its text."""
    figures = [*(claim.figure for claim in outcome.claims), *outcome.not_understood]
    figures += [claim.figure for finding in outcome.findings for claim in finding.claims]
    for span in (figure.span for figure in figures):
        assert 0 <= span.start < span.end <= len(span.article.text), span


def _too_long(_: int, __: FrameType | None) -> None:
    raise TooLong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=[*sorted(seeds()), *MADE])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0, help="the number to begin with")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    told = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (told.megabytes * 1_000_000,) * 2)
    signal.signal(signal.SIGPROF, _too_long)
    fuzz = Fuzz(told.kind, told.keep / told.kind.lstrip("."), told.seconds)
    number, end = told.seed, time.monotonic() + 60 * told.minutes
    while time.monotonic() < end:
        signal.setitimer(signal.ITIMER_PROF, fuzz.seconds)  # of its own work: the machine may do other things
        fuzz.one(number)
        signal.setitimer(signal.ITIMER_PROF, 0)
        number += 1
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    counts = ", ".join(f"{count} {what}" for what, count in sorted(fuzz.counts.items()))
    slow, which = fuzz.slowest
    print(f"{told.kind}: {number - told.seed} made ({counts}); slowest {slow:.1f} s (number {which}); {most} MB")
    return int(fuzz.counts["broken"] > 0)


if __name__ == "__main__":
    sys.exit(main())
