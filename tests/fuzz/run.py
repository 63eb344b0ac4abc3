"""Reads and checks files that were changed at random: `python tests/fuzz/run.py .docx --minutes 10`.

Not a part of the test suite, which does the same for a moment (test_fuzz.py). What is held to: no traceback, no file
that takes longer than --seconds, no more memory than --megabytes. A file that breaks this is kept in --keep, under the
number that makes it again, and named; the exit code is then 1. A reader that kills its process leaves `current` there.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent))

from figcheck import pipeline, read, rulebook
from figcheck.rulebook import Rule
from fuzz.mutations import mutated
from fuzz.seeds import TEXT, seeds


class TooLong(BaseException):
    """No `except Exception` on the way may take it for an error in a file."""


@dataclass(slots=True)
class Fuzz:
    """Files of one format, changed by numbers that count up from `number`."""

    suffix: str
    keep: Path
    seconds: int = 20
    rules: list[Rule] = field(default_factory=lambda: rulebook.load([rulebook.shipped_rules()])[0])
    counts: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, 0)

    def __post_init__(self) -> None:
        self.keep.mkdir(parents=True, exist_ok=True)

    def one(self, number: int) -> None:
        """Make a file and let it be read and checked."""
        random = Random(number)
        data = mutated(random.choice(seeds()[self.suffix]), random)
        path = self._written(data)
        begun = time.monotonic()
        try:
            read_, problems, _ = read.all_under([str(path)])
            assert read_ or problems, "neither an article nor a problem"
            assert all(0 <= offset < len(one.original) for one in read_ for offset in one.offsets)
            pipeline.check_articles(read_, self.rules)
            self.counts["articles" if read_ else "refused"] += 1
        except (Exception, TooLong) as error:
            self._broken(number, data, error)
        self.slowest = max(self.slowest, (time.monotonic() - begun, number))

    def _written(self, data: bytes) -> Path:
        path = self.keep / f"current{self.suffix}"
        path.write_bytes(data)
        if self.suffix != ".yaml":
            return path
        article = path.with_suffix(".txt")
        article.write_text(TEXT, encoding="utf-8")
        return article

    def _broken(self, number: int, data: bytes, error: BaseException) -> None:
        self.counts["broken"] += 1
        (self.keep / f"{number}{self.suffix}").write_bytes(data)
        print(f"{self.suffix} {number}: {type(error).__name__}: {error}", file=sys.stderr)
        traceback.print_exc(limit=-6)


def _too_long(_: int, __: FrameType | None) -> None:
    raise TooLong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suffix", choices=sorted(seeds()))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0, help="the number to begin with")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    told = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (told.megabytes * 1_000_000,) * 2)
    signal.signal(signal.SIGALRM, _too_long)
    fuzz = Fuzz(told.suffix, told.keep / told.suffix.lstrip("."), told.seconds)
    number, end = told.seed, time.monotonic() + 60 * told.minutes
    while time.monotonic() < end:
        signal.alarm(fuzz.seconds)
        fuzz.one(number)
        signal.alarm(0)
        number += 1
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    counts = ", ".join(f"{count} {what}" for what, count in sorted(fuzz.counts.items()))
    slow, which = fuzz.slowest
    print(f"{told.suffix}: {number - told.seed} files ({counts}); slowest {slow:.1f} s (number {which}); {most} MB")
    return int(fuzz.counts["broken"] > 0)


if __name__ == "__main__":
    sys.exit(main())
