"""Chinese text cut into tagged words, and the word lists the grammar asks about. Only this module knows the tagger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from figcheck import yamlio

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words with where they begin in the text, and their part of speech (the tag set of ICTCLAS)."""

    starts: list[int]
    words: list[str]
    tags: list[str]

    def between(self, start: int, end: int) -> range:
        """Indexes of the words that begin in `text[start:end]`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def end(self, index: int) -> int:
        return self.starts[index] + len(self.words[index])


def tokens(text: str, breaks: Iterable[int] = ()) -> Tokens:
    """The words of a text. One that runs across one of the `breaks` (the end of a period: 2020年|产量) is cut there.

    >>> tokens("床位使用率86.5%").words[:2]
    ['床位', '使用率']
    """
    import rjieba  # takes a tenth of a second: only where there is text that was not read before

    starts: list[int] = []
    words: list[str] = []
    tags: list[str] = []
    at = behind = 0  # where the word begins, and where the one before it ends
    whole, ends_whole, retagged = listed("whole_words"), _ends_of_whole_words(), cues()["retagged"]
    suffixes, changes = listed("noun_suffixes"), listed("up") | listed("down")
    cuts = iter(sorted(set(breaks)))
    cut = next(cuts, len(text) + 1)
    for word, tag in rjieba.tag(text):
        if not text.startswith(word, at):  # the tagger drops what it cannot read; find the word again
            found = text.find(word, at)
            if found < 0:
                continue
            at = found
        while cut <= at:
            cut = next(cuts, len(text) + 1)
        end = at + len(word)
        if cut < end:
            begin = at
            for piece, piece_tag in (*rjieba.tag(word[: cut - at]), *rjieba.tag(word[cut - at :])):
                starts.append(begin)
                words.append(piece)
                tags.append(piece_tag)
                begin += len(piece)
        elif word[1:] in ("为", "达") and word[0] in suffixes:  # 近视|率为, 上线|率达
            starts += (at, at + 1)
            words += word
            tags += ("n", "v")
        elif tag == "l" and word[2:] in changes:  # 价格|上涨
            starts += (at, at + 2)
            words += (word[:2], word[2:])
            tags += ("n", "v")
        elif word in ends_whole and words and words[-1] + word in whole and behind == at:
            words[-1] += word
            tags[-1] = retagged.get(words[-1], "n")
        else:
            starts.append(at)
            words.append(word)
            tags.append(retagged.get(word, tag))
        at = behind = end
    return Tokens(starts, words, tags)


@cache
def _ends_of_whole_words() -> frozenset[str]:
    """All that a word which is kept whole may end with."""
    return frozenset(word[at:] for word in listed("whole_words") for at in range(1, len(word)))


@cache
def cues() -> Any:
    return yamlio.read(HERE / "cues.yaml")


@cache
def listed(key: str) -> frozenset[str]:
    """A list of `cues.yaml` as a set."""
    return frozenset(cues()[key])


@cache
def ending(key: str) -> tuple[str, ...]:
    """A list of `cues.yaml` for `str.endswith` and `str.startswith`, the longest first."""
    return tuple(sorted(cues()[key], key=len, reverse=True))
