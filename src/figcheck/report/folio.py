"""The text of an article with its figures marked, in blocks as its stories have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from figcheck.model import Article, Block, Severity, Span
from figcheck.report.numbered import Numbered
from figcheck.report.safe import visible


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of a block. Where they are a figure: its number, what became of it, where that is told."""

    text: str
    number: int | None = None
    state: str = ""
    place: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block with its line in the file; a story's first block begins it."""

    role: str
    line: int
    runs: tuple[Run, ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class Folio:
    """An article as it is shown."""

    path: str
    title: str
    date: str
    lang: str
    paragraphs: tuple[Paragraph, ...]
    figures: int


def folios(made: Numbered) -> list[Folio]:
    """All articles, in order."""
    spans: Mapping[str, list[Span]] = defaultdict(list)
    for span in (*(figure.span for figure, _ in made.rows), *made.beside):
        spans[span.article.path].append(span)
    return [_folio(article, sorted(spans[article.path], key=_place), made) for article in made.outcome.articles]


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _folio(article: Article, spans: Sequence[Span], made: Numbered) -> Folio:
    return Folio(
        path=visible(article.path),
        title=visible(article.title or ""),
        date=str(article.published or ""),
        lang=article.lang,
        paragraphs=tuple(_paragraphs(article, spans, made)),
        figures=sum((number := made.number(span)) is not None and number < len(made.rows) for span in spans),
    )


def _paragraphs(article: Article, spans: Sequence[Span], made: Numbered) -> Iterator[Paragraph]:
    """Both the blocks and the figures come in the order of the text, so each figure is looked at once."""
    left = list(reversed(spans))
    for story in article.stories:
        filled = [block for block in story.blocks if block.start < block.end]
        for block in filled:
            inside: list[Span] = []
            while left and left[-1].start < block.end:
                inside.append(left.pop())
            line, _ = Span(article, block.start, block.end).position
            runs = tuple(_runs(article, block, inside, made))
            yield Paragraph(block.role.value, line, runs, block is filled[0])


def _runs(article: Article, block: Block, spans: Sequence[Span], made: Numbered) -> Iterator[Run]:
    """A figure within another is marked as far as it reaches beyond it; where it does not, only its place is."""
    at = block.start
    for number, span in {made.number(span): span for span in spans}.items():
        start = max(span.start, at)
        yield Run(visible(article.text[at:start]))
        text = visible(article.text[start : max(span.end, at)])
        yield Run(text, number, _state(number, span, made), made.clash(span) or f"r-{number}", made.severity(span))
        at = max(span.end, at)
    yield Run(visible(article.text[at : block.end]))


def _state(number: int | None, span: Span, made: Numbered) -> str:
    named = number is None or number >= len(made.rows) or made.rows[number][1] is not None
    return made.state(span) if named else "not-understood"
