"""The types in which the stages talk. This module imports nothing of ours.

Everything here is frozen: a stage never fills in what an earlier stage left open, it makes the next type.
The line is Article → Sentence → Figure → Claim → Group → Finding → Outcome.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum
from functools import cached_property, lru_cache

Text = Mapping[str, str]
"""One saying in several languages: language code → words."""


# ---------------------------------------------------------------------------------------------- articles


class Role(StrEnum):
    """What a block of a page is for its reader."""

    HEADLINE = "headline"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    TABLE = "table"


TRUST = ("low", "normal", "high")
"""How far a desk believes an article, the least first; one of which nothing is said is normal."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or table line: `text[start:end]` of its article, never holding a line break."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Story:
    """A piece of a page that was written as one. Nothing is carried from one story to the next."""

    start: int
    end: int
    blocks: tuple[Block, ...]
    title: str | None = None
    place: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in a document that has no lines: all counted from 1, None where the format knows none.

    `column` is one of a page's columns of print; `row` and `cell` count within `table`; `part` is what stands beside
    the running text: headline, footnote, textbox, caption, image.
    """

    page: int | None = None
    column: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    part: str | None = None


@dataclass(frozen=True, eq=False)
class Article:
    """What one input says.

    `original` is the decoded file; `text` is the same with the layout repaired; `offsets[i]` is where
    `text[i]` stands in `original`. The map is made once, in `read`; no later stage changes the text.
    `published_from` names where the date came from: front matter, sidecar, settings, document, file name, text; so
    does `origins` for title, place, source and `trust`, one of `TRUST`.
    `approved` marks a text that the desk holds others against (an approved wording); it is not checked itself.
    `spots` say from which character of `original` on the text stands where in its document; files of lines have none.
    """

    path: str
    original: str
    text: str
    offsets: Sequence[int]
    lang: str
    stories: tuple[Story, ...]
    published: date | None = None
    published_from: str | None = None
    title: str | None = None
    place: str | None = None
    source: str | None = None
    encoding: str = "utf-8"
    approved: bool = False
    trust: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    translation_of: str | None = None  # the file it says to be a translation of, as written
    spots: Sequence[tuple[int, Spot]] = ()

    @cached_property
    def characters(self) -> int:
        """The length of the decoded file."""
        return len(self.original)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets in `original` at which its lines begin."""
        starts, at = [0], self.original.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.original.find("\n", at + 1)
        return starts


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's repaired text, `article.text[start:end]`. Whoever holds one can show it."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def source_start(self) -> int:
        """Where the span begins in the decoded file, in characters."""
        return self.article.offsets[self.start]

    @property
    def source_end(self) -> int:
        """Where the span ends in the decoded file, exclusive."""
        return self.article.offsets[self.end - 1] + 1 if self.end > self.start else self.source_start

    @property
    def quote(self) -> str:
        """The characters of the decoded file, unrepaired."""
        return self.article.original[self.source_start : self.source_end]

    @property
    def position(self) -> tuple[int, int]:
        """Line and column of the first character in the decoded file, both from 1."""
        return self._position(self.source_start)

    @property
    def end_position(self) -> tuple[int, int]:
        """Line and column just behind the last character."""
        line, column = self._position(self.source_end - 1)
        return line, column + 1

    @property
    def spot(self) -> Spot | None:
        """Where in its document the span begins; None in a file of lines."""
        spots = self.article.spots
        index = bisect_right(spots, self.source_start, key=lambda spot: spot[0])
        return spots[index - 1][1] if index else None

    def _position(self, offset: int) -> tuple[int, int]:
        starts = self.article.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def overlaps(self, other: Span) -> bool:
        return self.article is other.article and self.start < other.end and other.start < self.end


# ---------------------------------------------------------------------------------------------- quantities


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers that a written figure can stand for. `None` is no bound on that side.

    Intervals are half open unless a word closes them, so that figures which round differently do not touch:

    >>> Interval.rounded("5.2").overlaps(Interval.rounded("5.3"))
    False
    >>> Interval.rounded("2.0").overlaps(Interval.rounded("1.95"))
    True
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = True

    @classmethod
    def rounded(cls, written: str | Decimal, scale: Decimal = Decimal(1)) -> Interval:
        """Half of the last digit written on both sides, times `scale`.

        >>> Interval.rounded("5.20")
        Interval(low=Decimal('5.195'), high=Decimal('5.205'), low_open=False, high_open=True)
        """
        value = Decimal(written)
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int), "figures are finite"
        half = Decimal((0, (5,), exponent - 1))
        return cls((value - half) * scale, (value + half) * scale)

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """One number and no other: for constants in sums, not for what is written."""
        return cls(Decimal(value), Decimal(value), False, False)

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every number here is less than every number there.

        >>> Interval.rounded("80").below(Interval(Decimal(90), None))
        True
        """
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def within(self, other: Interval) -> bool:
        """Whether every number here also lies in the other."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high

    def scaled(self, factor: Decimal) -> Interval:
        """Each end times a positive number."""
        return Interval(_mul(self.low, factor), _mul(self.high, factor), self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        return Interval(_mul(self.high, Decimal(-1)), _mul(self.low, Decimal(-1)), self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _add(self.low, other.low),
            _add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """The product of two intervals of numbers that are not negative (all that is counted or measured).

        >>> Interval.exactly(3) * Interval.rounded("2")
        Interval(low=Decimal('4.5'), high=Decimal('7.5'), low_open=False, high_open=True)
        """
        low = None if self.low is None or other.low is None else self.low * other.low
        high = None if self.high is None or other.high is None else self.high * other.high
        reaches_zero = (self.low == 0 and not self.low_open) or (other.low == 0 and not other.low_open)
        low_open = (self.low_open or other.low_open) and not reaches_zero
        return Interval(low, high, low_open, self.high_open or other.high_open)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient of two intervals of numbers not negative; a divisor that may be 0 leaves the top open.

        >>> (Interval.exactly(6) / Interval(Decimal(0), Decimal(2))).high is None
        True
        """
        low = None if self.low is None or not other.high else self.low / other.high
        high = None if self.high is None or other.low is None or other.low <= 0 else self.high / other.low
        low_open = (self.low_open or other.high_open) and not (self.low == 0 and not self.low_open)
        return Interval(low, high, low_open, self.high_open or other.low_open)


def _mul(a: Decimal | None, b: Decimal) -> Decimal | None:
    return None if a is None else a * b


def _add(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


class Bound(StrEnum):
    """What the words around a number make of it (claims of a figure: see `Quantity`)."""

    EXACT = "exact"  # 230项, 5.2%
    AT_LEAST = "at-least"  # 90%以上, 不少于
    MORE_THAN = "more-than"  # 超过70%, 逾, 40多家
    MILESTONE = "milestone"  # 突破2000亿元, 跨越…大关: a landmark that an exact value just above it stands for
    ALMOST = "almost"  # 近200家, 不足5元
    ABOUT = "about"  # 约1.08亿元, 1小时左右
    AT_MOST = "at-most"  # 不超过45天, 7天内, 45天以下
    GREATEST = "greatest"  # 最长45天, 最高50万元: the upper end of a spread whose lower end is not told
    LEAST = "least"  # 最短, 最低: the lower end of such a spread
    SPREAD = "spread"  # 15至45天: both ends of a spread
    ROUGH = "rough"  # 数十家, 三四十人


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the text names it. `factor` units of the dimension's base make one of it.

    `dimension` is what can be compared at all: ratio, money:CNY, money:USD, area, mass, time, count:家, points …
    """

    name: str
    dimension: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a written figure says: an interval, in the unit named, and the words that made it.

    `stated` is the number as written with 万, 亿, 成 multiplied out (one, or the two ends of a spread);
    `interval` is what it stands for; both are in `unit`. `base` is the same in the base unit of the dimension.
    """

    stated: tuple[Decimal, ...]
    interval: Interval
    unit: Unit
    bound: Bound = Bound.EXACT

    @property
    def base(self) -> Interval:
        return self.interval if self.unit.factor == 1 else self.interval.scaled(self.unit.factor)

    @property
    def value(self) -> Decimal:
        """The number stated (the upper end of a spread), in the base unit: for sums and sorting."""
        return self.stated[-1] * self.unit.factor


# ---------------------------------------------------------------------------------------------- figures and claims


class Measure(StrEnum):
    """What kind of statement a figure makes. Levels never meet changes in one comparison; they meet in arithmetic."""

    LEVEL = "level"  # 44亿元
    CHANGE = "change"  # 同比增长37.5%, 提高1.5个百分点, 净增270家
    SHARE = "share"  # 占全省比重9.4%, 80%来自大湾区
    RANK = "rank"  # 第一, 前三位, 首个
    STREAK = "streak"  # 连续9年
    MULTIPLE = "multiple"  # 是2010年的2.3倍
    NONE = "not-a-figure"  # dates, names with digits, thresholds


class Footing(StrEnum):
    """On what footing a figure stands. Facts are never compared with targets."""

    FACT = "fact"
    TARGET = "target"
    FORECAST = "forecast"
    ESTIMATE = "estimate"  # 预计 of a period that is over: nearly a fact
    BEFORE = "before"  # the first end of 由…至…, where no date makes it a fact of its own
    AFTER = "after"


class How(StrEnum):
    """How sure a period is."""

    TOLD = "told"  # in the sentence
    CARRIED = "carried"  # from an earlier sentence or the heading
    PUBLISHED = "published"  # reckoned from the date of publication: 今年, 去年
    VAGUE = "vague"  # about the date of publication: 目前, 近年来, or nothing said
    RELATIVE = "relative"  # 去年, in an article without a date
    UNKNOWN = "unknown"  # nothing said, and the article has no date


@dataclass(frozen=True, slots=True)
class Period:
    """When a claim holds: from `start` to `end`, both inclusive; either may be unknown.

    `as_of` marks a stock that holds at `end` (截至6月底), not a flow over the span. `clock` is the minute of the day at
    which it holds (截至5月3日12时), where one is told. `said` tells times apart that an article without a date reckons
    from its own year (去年 from 今年, 一季度 from 二季度).
    """

    start: date | None
    end: date | None
    how: How
    as_of: bool = False
    clock: int | None = None
    said: str | None = None

    @property
    def label(self) -> str | None:
        """The shortest ISO form that names the span: `2020`, `2020-01..2020-09`, `2020-06-30`; None when unknown.

        >>> Period(date(2020, 1, 1), date(2020, 12, 31), How.TOLD).label
        '2020'
        >>> Period(date(2020, 1, 1), date(2020, 9, 30), How.TOLD).label
        '2020-01..2020-09'
        >>> Period(date(2020, 5, 3), date(2020, 5, 3), How.TOLD, as_of=True, clock=12 * 60).label
        '2020-05-03T12:00'
        """
        label = _label(self.start, self.end)
        return label if self.clock is None else f"{label}T{self.clock // 60:02}:{self.clock % 60:02}"


@lru_cache(maxsize=4096)
def _label(start: date | None, end: date | None) -> str | None:
    if end is None and start is None:
        return None
    if start is None or end is None or start == end:
        return str(end or start)
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if not whole_months:
        return f"{start}..{end}"
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}..{end.year}"
    first, last = f"{start:%Y-%m}", f"{end:%Y-%m}"
    return first if first == last else f"{first}..{last}"


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What is written: a quantity at a place, with what its own sentence says around it.

    `change` is the direction of a change (+1 up, -1 down, 0 none told). `before` and `after` mark the two
    ends of a linked change (由…增至…); both ends carry the same `link`, a number unique within the article.
    """

    span: Span
    sentence: Span
    quantity: Quantity
    measure: Measure
    direction: int = 0
    link: int | None = None
    link_end: Footing | None = None
    role: Role = Role.BODY
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A period as written at `text[start:end]` of an article.

    `year` is told, `offset` is reckoned from the year of publication; neither means the year the passage speaks of.
    `window` is a span of years ending before (negative) or beginning at (positive) publication. `vague` says only
    “about now”. `basis` marks what a figure is held against (比上年), not when it holds.
    """

    start: int
    end: int
    year: int | None = None
    offset: int | None = None
    until: int | None = None
    first_month: int | None = None
    last_month: int | None = None
    day: int | None = None
    month_offset: int | None = None
    window: int | None = None
    vague: bool = False
    point: bool = False
    basis: bool = False
    same_year: bool = False
    day_offset: int | None = None
    clock: int | None = None

    @property
    def names_year(self) -> bool:
        return self.year is not None or self.offset is not None


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What one sentence says of one figure, and no more: what it leaves unsaid is found in `resolve`.

    `words` name the indicator, the last of them is its head; empty where the sentence does not name it.
    `context` is what else the clause says, `opener` what stands before the first figure of the sentence.
    `subjects` are the places and bodies named, nearest last; `generic_subject`
    is a word like 全市 that stands for the story's own. `periods` are those told for this figure, nearest last;
    `frame` is true where the period opens the sentence and so holds for what follows.
    """

    figure: Figure
    words: tuple[str, ...]
    context: tuple[str, ...] = ()
    action: str | None = None
    subjects: tuple[str, ...] = ()
    generic_subject: str | None = None
    scope: tuple[str, ...] = ()
    period: Mention | None = None
    frame: Mention | None = None
    against: Mention | None = None
    basis: str | None = None
    footing: Footing | None = None
    speaker: str | None = None
    story: int = 0
    block: int = 0
    partial: bool = False  # a part of what the figure before it counted (其中7项)
    opener: tuple[str, ...] = ()
    full_stop: int = 0  # a number for the whole sentence, to its full stop; 。 not ；


class Sign(StrEnum):
    """What a passage sets for the sentences that follow it."""

    PERIOD = "period"
    SUBJECT = "subject"
    AHEAD = "ahead"  # plans begin here
    BACK = "back"  # what was achieved begins here


@dataclass(frozen=True, slots=True)
class Marker:
    """A sign at `start` of the article: the period or subject that a sentence opens with, the turn to plans and back.

    `lasting` signs hold until the next of their kind in the story; others to the end of their block.
    """

    start: int
    sign: Sign
    story: int
    block: int
    mention: Mention | None = None
    subject: str | None = None
    lasting: bool = False
    heading: bool = False


class Tie(StrEnum):
    """What a text makes of dates: how they are held against each other, or against a number."""

    CALENDAR = "calendar"  # a date by itself: is there such a day?
    CLOCK = "clock"  # a time of day by itself
    WEEKDAY = "weekday"  # a day, and the day of the week told with it
    AGE = "age"  # a birth, a later time, and how old somebody then was
    GROWN = "grown"  # a birth and what no child does; or that, a later time, and how old somebody then was
    ANNIVERSARY = "anniversary"  # a beginning, a later time, and the years between
    LENGTH = "length"  # two dates, and how long it lasted
    ELAPSED = "elapsed"  # a date, the date of publication, and how long ago it was
    DECADE = "decade"  # a decade named by its century, and a year told with it


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time of day as written at `text[start:end]`: what is not told is None. It need not exist (2月30日).

    Years before our era are counted through the year 0 (551 BC is -550). `offset` is reckoned from the year of
    publication. `hours` are those that the word before a time of day allows (上午: up to 12), where there is one.

    >>> Moment(0, 8, year=2024, month=2).first, Moment(0, 8, year=2024, month=2).last
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> Moment(0, 8, year=2023, month=2, day=29).first is None
    True
    """

    start: int
    end: int
    year: int | None = None
    offset: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    hours: tuple[int, int] = (0, 24)

    @property
    def first(self) -> date | None:
        """The first day that it may mean; None where there is no such day, or no year."""
        return self._day(1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date | None:
        """The last day that it may mean."""
        if self.first is None:
            return None
        month = self.month or 12
        return self._day(month, self.day or monthrange(self.first.year, month)[1])

    def _day(self, month: int, day: int) -> date | None:
        try:
            return date(self.year or 0, month, day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Dating:
    """Dates that a text ties together, as written, in the order of what they mean: the beginning before the end.

    `told` is the number held against them, at `start` to `end`; None where the dates are all there is. `cue` says more
    of how they are tied (`coming`: a day still ahead). A moment without a span stands for the date of publication;
    `beside` is the date told before in the paragraph, with its year.
    """

    tie: Tie
    moments: tuple[Moment, ...]
    sentence: tuple[int, int]
    story: int = 0
    role: Role = Role.BODY
    told: Quantity | None = None
    start: int = 0
    end: int = 0
    cue: str = ""
    beside: Moment | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that an article's sentences say by themselves. `places` counts the places named in each story, by key.

    `unread` is where the text begins that was left out because it would take too long.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    markers: tuple[Marker, ...] = ()
    places: tuple[Mapping[str, int], ...] = ()
    datings: tuple[Dating, ...] = ()
    unread: int | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The question that a claim answers (claims.md §2).

    `words` are the content words of the indicator, in order; `indicator` is them as shown to a reader.
    `canonical` is the id of a known indicator, the same for all of its names, or the normalised words.
    `action` is what is done to the thing counted (关停企业). `subject_key` is the same for all names of one subject;
    `subject_told` says that the sentence names it, rather than the story around it; `home` is the story's own place.
    """

    indicator: str
    canonical: str
    words: tuple[str, ...]
    measure: Measure
    dimension: str
    subject: str | None = None
    basis: str | None = None
    scope: tuple[str, ...] = ()
    period: Period | None = None
    footing: Footing = Footing.FACT
    action: str | None = None
    subject_key: str | None = None
    subject_told: bool = False
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a figure, as evidence of what it is about; the figure itself is left out.

    `words` are words of its sentence and of the clause before, `windows` in the same order how near each stands (bits
    of `match.frames`); `story` are the rarest words of the headline and the first lines; `beside` are the other figures
    of the sentence; `labels` tell the thing from others of its kind (号: 2); `running` says that it is told of a count
    that goes on (截至, so far), `revised` that it has a first and a last version (初值, revised), `dated` of
    the very day or week of its article (今天, tonight). `crowd` counts the
    figures of its dimension in its story: the more there are, the less one of them is meant.
    """

    words: str = ""
    windows: bytes = b""
    story: str = ""
    beside: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    running: bool = False
    revised: bool = False
    dated: bool = False
    crowd: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A figure that answers a question, known or not.

    `context` holds the other content words of the clause; `speaker` is who says so.
    `story` is the index of the story in its article: sums may carry within a story, never across. `opener` is what its
    sentence begins with: of whom the bare indicators behind it speak (普通高中招生9万人，毕业生8万人). `frame` is the
    evidence by which it is matched with others.
    `sentence` numbers the full sentences of the article (to 。, not ；) and `block` its paragraphs: sums stand in one.
    """

    topic: Topic
    figure: Figure
    context: tuple[str, ...] = ()
    speaker: str | None = None
    story: int = 0
    opener: tuple[str, ...] = ()
    sentence: int = 0
    block: int = 0
    frame: Frame = Frame()

    @property
    def article(self) -> Article:
        return self.figure.span.article

    @property
    def quantity(self) -> Quantity:
        return self.figure.quantity


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """Dates that a text ties together, with their years found.

    `claims` say where they stand: the moments that are written, in their order, then the number told. Dates are no
    figures: these claims stand apart from all others. `published` is the date of the story; `guessed` says that a year
    was not told but taken from it.
    """

    tie: Tie
    moments: tuple[Moment, ...]
    claims: tuple[Claim, ...]
    told: Quantity | None = None
    cue: str = ""
    published: date | None = None
    guessed: bool = False


class Severity(IntEnum):
    """How bad a finding is; `str()` of it is the name that reports use."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    def __str__(self) -> str:
        return self.name.lower()

    def lowered(self) -> Severity:
        """One step down, for a frame that is unsure.

        >>> str(Severity.ERROR.lowered()), str(Severity.INFO.lowered())
        ('warning', 'info')
        """
        return Severity(max(self - 1, 0))


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of the sum that put two claims together or kept them apart; `figcheck why` prints them.

    `veto` parts are stated and exclude each other: they end the comparison. `weight` is what a part adds to the
    log-odds, `level` what it was found to be; `a` and `b` are what the two sides say, `shared` the words that both
    have, each with its rarity.
    """

    name: str
    weight: float = 0.0
    veto: bool = False
    a: str = ""
    b: str = ""
    level: str = ""
    shared: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two claims held side by side: whether they answer one question, how surely, and why.

    `match` is the probability that they do, their numbers hidden; `score` the same with the numbers seen: of figures
    that differ, that one question was told with an error. `worst` is how bad a finding this is sure enough for.
    `unsure` names what of the frame is unsure (period, scope, subject, speaker …), for the editor to see to.
    """

    a: Claim
    b: Claim
    score: float
    parts: tuple[Part, ...] = ()
    unsure: tuple[str, ...] = ()
    match: float = 0.0
    worst: Severity = Severity.INFO

    @property
    def same_question(self) -> bool:
        return self.score > 0 and not any(part.veto for part in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Reckoning:
    """A pair with all that speaks for and against it.

    `keys` are what both claims have in common of what brings figures together, each with what it says; they are held
    side by side where that is `enough` in all. From the probability `least` on they are taken for one question.
    """

    pair: Pair
    keys: tuple[tuple[str, float], ...] = ()
    enough: float = 0.0
    least: float = 0.0

    @property
    def odds(self) -> float:
        """The sum, in log-odds."""
        return sum(part.weight for part in self.pair.parts)

    @property
    def met(self) -> bool:
        """Whether the claims are held side by side at all."""
        return sum(said for _, said in self.keys) >= self.enough


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Claims that answer one question, with every pair of them that was held side by side.

    `across` are pairs that ask the same of two times, for what may only grow or happen once: 累计, tolls, 首次.
    """

    topic: Topic
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    across: tuple[Pair, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure that it is one question: the weakest of its pairs, between 0 and 1."""
        return min((pair.score for pair in self.pairs), default=1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Rendering:
    """A figure of an original beside the one that stands for it in the translation.

    `same` says that both name one number, more or less exactly, whatever the words around it; `sure` how sure it is
    that one stands for the other, between 0 and 1.
    """

    original: Claim
    translation: Claim
    same: bool
    sure: float = 1.0


class Change(StrEnum):
    """What a translation made of what its original tells."""

    FIGURE = "figure"  # another figure
    TIME = "time"  # another date or time of day
    RANK = "rank"  # another place in a row
    BOUND = "bound"  # the figure under another bound
    EXCHANGED = "exchanged"  # two figures of a sentence, each at the place of the other
    MISSING = "missing"  # nothing
    ADDED = "added"  # a figure of the translation's own
    LEFT_OUT = "left-out"  # nothing of whole sentences


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """What a translation tells otherwise than its original: the claims of the original, then those of the translation.

    `sure` says how sure it is that they stand for each other, or for nothing, between 0 and 1. A `slight` one is of
    little weight: a nuance, or a small number, which languages tell in other words.
    """

    change: Change
    claims: tuple[Claim, ...]
    sure: float = 1.0
    slight: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Sentences that stand for each other; one side is None where nothing does.

    `joined` are the figures, times and ranks of both that were taken for one, and whether they tell the same.
    """

    original: Span | None
    translation: Span | None
    joined: tuple[tuple[Span, Span, bool], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Translation:
    """A text held against its original: what stands for what, in text order, and what differs.

    Amounts that are only given again in another unit or currency are neither missing nor added; nor are figures of the
    translation that are told more often than in the original, which are `repeated`.
    """

    renderings: tuple[Rendering, ...] = ()
    differences: tuple[Difference, ...] = ()
    repeated: tuple[Claim, ...] = ()
    stretches: tuple[Stretch, ...] = ()


# ---------------------------------------------------------------------------------------------- findings


class Verdict(StrEnum):
    CONTRADICTION = "contradiction"
    TENSION = "tension"
    DRIFT = "drift"
    ARITHMETIC = "arithmetic"


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """Something an editor has to see. `claims[:primary]` are the ones that clash, the rest is related.

    `id` is stable: rule, topic, values and file names, no line numbers. `cause` is the likely slip, a key of the
    words in `lang/ui.yaml`, or None. `message` is in every language of the reports.
    """

    id: str
    rule: str
    verdict: Verdict
    severity: Severity
    confidence: float
    message: Text
    claims: tuple[Claim, ...]
    topic: Topic
    cause: str | None = None
    unsure: tuple[str, ...] = ()
    primary: int = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, a rule or a setting that could not be read, in one line: where, what, what to do.

    `trace` is the traceback where it is a mistake of figcheck; of a problem with what users gave it is empty.
    """

    path: str
    problem: str
    hint: str = ""
    trace: str = ""


class By(StrEnum):
    """What settled a finding before this run."""

    DECISION = "decision"  # figcheck/decisions.yaml
    COMMENT = "comment"  # in an article that it touches
    BASELINE = "baseline"  # was there when figcheck was introduced


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was settled before, with where and why; it does not count for the exit code.

    `name` is who settled it, `until` the last day (ISO) on which it holds; both may be empty.
    """

    finding: Finding
    by: By
    where: str
    reason: str = ""
    name: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What every stage made, so that a silent pass never looks like a verified one.

    `compared` says how many claims met at least one other, in a group or in a sum that failed. Findings stand worst
    first.
    """

    articles: tuple[Article, ...] = ()
    figures: int = 0
    claims: Sequence[Claim] = ()
    compared: int = 0
    groups: Sequence[Group] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    not_understood: Sequence[Figure] = ()
    titles: Mapping[str, Text] = field(default_factory=dict)  # rule id → its title
    skipped: tuple[Problem, ...] = ()  # files of folders that were left out, and why
    suppressed: tuple[Suppressed, ...] = ()
    changed: int | None = None  # only findings that touch so many changed articles are told; None: all are
    translations: tuple[Translation, ...] = ()
    notes: tuple[Problem, ...] = ()  # decisions and comments that have expired or settle nothing any more

    @property
    def characters(self) -> int:
        return sum(article.characters for article in self.articles)
