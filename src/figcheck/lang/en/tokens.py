"""English text as words: where each begins, its small letters, its base form, and what it does in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum


class Tag(StrEnum):
    """What a word does."""

    NUMBER = "number"
    NOUN = "noun"  # adjectives too
    VERB = "verb"
    AUXILIARY = "auxiliary"
    PREPOSITION = "preposition"
    DETERMINER = "determiner"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    ADVERB = "adverb"
    HYPHEN = "hyphen"  # within a word
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words with where they begin in the text, their small letters, base forms and what they do."""

    text: str
    starts: list[int]
    ends: list[int]
    low: list[str]
    lemmas: list[str]
    tags: list[Tag]

    def __len__(self) -> int:
        return len(self.starts)

    def between(self, start: int, end: int) -> range:
        """Indexes of the words that begin in `text[start:end]`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def word(self, index: int) -> str:
        """The word in small letters; nothing beyond either end."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def tag(self, index: int) -> Tag:
        return self.tags[index] if 0 <= index < len(self.tags) else Tag.MARK

    def written(self, index: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def touches(self, index: int) -> bool:
        """Whether no space stands between this word and the next."""
        return index + 1 < len(self.starts) and self.ends[index] == self.starts[index + 1]

    def follow(self, index: int, *words: str) -> bool:
        """Whether these words stand from `index` on."""
        return self.low[index : index + len(words)] == list(words)
