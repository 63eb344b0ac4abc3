"""The frame of a claim: the words, figures and labels around it, made once, in one pass over the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from figcheck.lang import pack
from figcheck.match.words import pieces, rarities
from figcheck.model import Article, Claim, Frame, Role, Span, Story

WINDOWS = 6
CLOSE, NEAR, AFTER, CLAUSE, SENTENCE, BEFORE = (1 << bit for bit in range(WINDOWS))
"""How near to its figure a word stands: the last ones before it, those on both sides, those of its clause behind it,
its clause, its sentence, the clause before."""

_CLAUSE = re.compile(r"[，,;；:：（）()。！？!?\n“”\"—]")
_LINE = re.compile(r"(?<=[\u3400-\u9fff，、；：])\n|\n(?=[\u3400-\u9fff])")
"""Where a line was cut within a sentence of a language that does not space its words."""

_CLOSEST, _LEFT, _RIGHT = 3, 6, 4
"""So many pieces before the figure are closest, and near; so many behind it are near."""

_TELLING = 8.0
"""What stands before the figure in its clause must say so much, in rarity; else it is the clause before that tells of
what it is: 外省游客中，80%来自湾区; 产值3200亿元，增长5.2%."""

_MOST_WORDS = 48
"""Of a longer sentence only so many of its rarest words are kept, and all of those near the figure."""

_OPENING = {True: 400, False: 160}
"""Characters of a story that say what it is about, in a language of spaced words and in one without."""

_OF_STORY = 20
_MOST_BESIDE = 6
_LABELLED = 300
"""So many characters before the sentence its paragraph may name the thing."""

_HERE = ("other", "several")
"""Labels that hold within their own sentence alone."""


def framed(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article, each with its frame."""
    stories = [_opening(article, story) for story in article.stories]
    beside = _figures(claims)
    crowds = Counter((claim.story, claim.topic.dimension) for claim in claims)
    return [
        replace(claim, frame=_frame(claim, stories, beside, crowds[claim.story, claim.topic.dimension]))
        for claim in claims
    ]


def unpacked(frame: Frame) -> dict[str, int]:
    """The words of a frame and their windows."""
    return dict(zip(frame.words.split(" "), frame.windows, strict=True)) if frame.windows else {}


def significant(claim: Claim) -> str:
    """The digits of a figure that say something: 2000 has one, 1395 four, 36.8 three."""
    digits = claim.quantity.stated[-1].normalize().as_tuple().digits
    return "".join(map(str, digits)).strip("0")


def _opening(article: Article, story: Story) -> str:
    """The rarest words of the headline and the first lines of a story."""
    title = story.title or (article.title if len(article.stories) == 1 else "") or ""
    end = min(story.end, story.start + _OPENING[pack(article.lang).spaced])
    found = set(pieces(f"{title}\n{article.text[story.start : end]}"))
    return " ".join(sorted(found, key=lambda piece: (-rarities()[piece], piece))[:_OF_STORY])


def _figures(claims: Sequence[Claim]) -> dict[tuple[int, int], list[tuple[Claim, str]]]:
    """By sentence, the figures that are specific enough to be known again, with how they are written down."""
    found: dict[tuple[int, int], list[tuple[Claim, str]]] = defaultdict(list)
    for claim in claims:
        if len(significant(claim)) >= 2:
            told = f"{claim.quantity.value.normalize():f} {claim.quantity.unit.dimension}"
            found[_sentence(claim)].append((claim, told))
    return found


def _sentence(claim: Claim) -> tuple[int, int]:
    return claim.figure.sentence.start, claim.figure.sentence.end


def _frame(
    claim: Claim, stories: Sequence[str], beside: dict[tuple[int, int], list[tuple[Claim, str]]], crowd: int
) -> Frame:
    article, sentence, span = claim.article, claim.figure.sentence, claim.figure.span
    words = _windows(article.text, sentence, span)
    near = [told for other, told in beside.get(_sentence(claim), ()) if other is not claim]
    text, words_of = sentence.text.lower(), pack(article.lang)
    return Frame(
        " ".join(words),
        bytes(words.values()),
        stories[claim.story] if claim.story < len(stories) else "",
        tuple(sorted(set(near))[:_MOST_BESIDE]),
        tuple(_labels(claim)),
        any(word in text for word in words_of.running_counts()),
        any(word in text for word in words_of.revised_figures()),
        any(word in text for word in words_of.of_its_day()),
        crowd,
    )


def _windows(text: str, sentence: Span, span: Span) -> dict[str, int]:
    """The words around a figure, the rarest first, each with the windows that it stands in."""
    left, right = (
        _LINE.sub("", text[start:end]) for start, end in ((sentence.start, span.start), (span.end, sentence.end))
    )
    cuts = [match.end() for match in _CLAUSE.finditer(left)]
    last = cuts[-1] if cuts else 0
    stop = _CLAUSE.search(right)
    own_left, own_right = pieces(left[last:]), pieces(right[: stop.start()] if stop else right)
    before = pieces(_clause_before(text, sentence, left, cuts))
    if sum(map(rarities().__getitem__, own_left)) < _TELLING:
        own_left = [*before, *own_left]
    windows: dict[str, int] = {}
    for found, window in (
        (own_left[-_CLOSEST:], CLOSE),
        ((*own_left[-_LEFT:], *own_right[:_RIGHT]), NEAR),
        (own_right, AFTER),
        ((*own_left, *own_right), CLAUSE),
        ((*pieces(left), *pieces(right)), SENTENCE),
        (before, BEFORE),
    ):
        for piece in found:
            windows[piece] = windows.get(piece, 0) | window
    rare = rarities()
    kept = sorted(windows, key=lambda piece: (-rare[piece], piece))
    if len(kept) > _MOST_WORDS:
        near = [piece for piece in kept if windows[piece] & NEAR]
        others = [piece for piece in kept if not windows[piece] & NEAR]
        held = {*near[:_MOST_WORDS], *others[: max(0, _MOST_WORDS - len(near))]}
        kept = [piece for piece in kept if piece in held]
    return {piece: windows[piece] for piece in kept}


def _clause_before(text: str, sentence: Span, left: str, cuts: Sequence[int]) -> str:
    """The clause before the figure's own, where need be of the sentence before."""
    for start in (cuts[-2] if len(cuts) > 1 else 0, cuts[-3] if len(cuts) > 2 else 0):
        if cuts and len(clause := left[start : cuts[-1] - 1].strip()) > 4:
            return clause
    before = text[max(0, sentence.start - 80) : sentence.start].rstrip('。.!？?！”" \n')
    return _CLAUSE.split(before)[-1]


def _labels(claim: Claim) -> Iterator[tuple[str, str]]:
    """What tells the thing from others of its kind, in its paragraph so far and in its sentence."""
    read, text = pack(claim.article.lang).labels, claim.article.text
    start, end = claim.figure.sentence.start, claim.figure.span.start
    found = {}
    if claim.figure.role is not Role.TABLE:
        paragraph = text[max(text.rfind("\n", 0, start) + 1, start - _LABELLED) : start]
        found = {kind: label for kind, label in read(paragraph).items() if kind not in _HERE}
    yield from sorted({**found, **read(text[start:end])}.items())
