"""An original and its translation, sentence beside sentence, with the figures that stand for each other joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from figcheck.model import Span, Stretch, Translation
from figcheck.report.safe import visible


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a sentence. Where they are a figure: the number that joins it to the other side's."""

    text: str
    number: int | None = None
    same: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that stand for each other; an empty side was left out, or added."""

    original: tuple[Piece, ...]
    translation: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and its translation as they are shown."""

    original: str
    translation: str
    langs: tuple[str, str]
    rows: tuple[Row, ...]


def pairs(translations: Sequence[Translation]) -> list[Pair]:
    """All that were held against each other, in order."""
    return [made for translation in translations if (made := _pair(translation)) is not None]


def _pair(translation: Translation) -> Pair | None:
    a = next((one.original.article for one in translation.stretches if one.original), None)
    b = next((one.translation.article for one in translation.stretches if one.translation), None)
    if a is None or b is None:
        return None
    return Pair(visible(a.path), visible(b.path), (a.lang, b.lang), tuple(_rows(translation.stretches)))


def _rows(stretches: Sequence[Stretch]) -> Iterator[Row]:
    number = 0
    for stretch in stretches:
        joined = [(number + at, *row) for at, row in enumerate(stretch.joined, start=1)]
        number += len(joined)
        left = [(at, a, same) for at, a, _, same in joined]
        right = [(at, b, same) for at, _, b, same in joined]
        yield Row(tuple(_pieces(stretch.original, left)), tuple(_pieces(stretch.translation, right)))


def _pieces(span: Span | None, joined: Sequence[tuple[int, Span, bool]]) -> Iterator[Piece]:
    """The characters of a sentence, its figures apart; of two that overlap the first is shown."""
    if span is None:
        return
    text, at = span.article.text, span.start
    for number, figure, same in sorted(joined, key=lambda row: (row[1].start, row[0])):
        if at <= figure.start and figure.end <= span.end:
            yield Piece(visible(text[at : figure.start]))
            yield Piece(visible(figure.text), number, same)
            at = figure.end
    yield Piece(visible(text[at : span.end]))
