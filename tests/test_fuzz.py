"""A moment of what `tests/fuzz/run.py` does for minutes: files of every format, changed at random."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.run import Fuzz
from fuzz.seeds import seeds


@pytest.mark.parametrize("suffix", sorted(seeds()))
def test_a_file_that_was_changed_anywhere_is_read_or_refused(tmp_path: Path, suffix: str) -> None:
    fuzz = Fuzz(suffix, tmp_path)
    for number in range(25):
        fuzz.one(number)
    assert fuzz.counts["broken"] == 0
    assert fuzz.counts.total() == 25
