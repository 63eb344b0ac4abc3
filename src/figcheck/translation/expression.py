"""What a text says in numbers: quantities, times, ranks and scores, each as a value that another language can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from figcheck.model import Bound, Unit

BARE = Unit("", "")
COUNT = Unit("", "count")


class Kind(StrEnum):
    """What is told: an amount (a count too), a date or a part of one, a time of day, a place in a row, a score."""

    AMOUNT = "amount"
    DATE = "date"
    CLOCK = "clock"
    RANK = "rank"
    SCORE = "score"


class Slot(StrEnum):
    """A part of a date. Offsets are reckoned from the date of publication, where it is not known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    DECADE = "decade"
    YEAR_OFFSET = "year-offset"
    MONTH_OFFSET = "month-offset"
    DAY_OFFSET = "day-offset"


OFFSETS = frozenset((Slot.YEAR_OFFSET, Slot.MONTH_OFFSET, Slot.DAY_OFFSET))


@dataclass(frozen=True, slots=True)
class Expression:
    """A quantity, time, rank or score as written at `start` to `end`; its digits begin at `core`.

    `number` is what is written, with 万, million and the like multiplied out; `step` is one in its last digit; both in
    `unit`. A clock time is told in minutes from midnight; a rough number (数十, dozens) by its `reach`. `parts` are
    those of a date, `derived` what the date of publication adds to them. `others` are numbers by which another language
    may tell the same (one in five: 5). A `light` expression is one that languages add and leave out by themselves
    (一个, a, one); a `label` belongs to a name (COVID-19). `half_day` says that a time of day may be before or after
    noon. `end_of` numbers spreads (15至45天): both ends carry the same. `counter` is the word that counts (起, 人),
    `counted` what is counted, where that is known: people.
    """

    start: int
    end: int
    core: int
    kind: Kind
    number: tuple[Decimal, ...]
    step: Decimal = Decimal(1)
    unit: Unit = BARE
    bound: Bound = Bound.EXACT
    reach: tuple[Decimal, Decimal] | None = None
    parts: Mapping[Slot, int] = field(default_factory=dict)
    derived: Mapping[Slot, int] = field(default_factory=dict)
    others: tuple[Decimal, ...] = ()
    light: bool = False
    label: bool = False
    in_words: bool = False
    half_day: bool = False
    end_of: int | None = None
    counter: str = ""
    counted: str = ""

    @classmethod
    def rough(
        cls, start: int, end: int, reach: tuple[Decimal, Decimal], unit: Unit, step: Decimal | None = None
    ) -> Expression:
        """A number of which only about how large it is was written in words: 数十, dozens; few of them are light."""
        low, high = reach
        light = step is None and high <= 10
        return cls(
            start, end, start, Kind.AMOUNT, (low,), step or low, unit, Bound.ROUGH, reach, in_words=True, light=light
        )

    @property
    def value(self) -> Decimal:
        """The number in the base unit of its dimension."""
        return self.number[0] * self.unit.factor

    @property
    def written_unit(self) -> str:
        """What it is counted in, as far as it is written: 起 and 人 count different things."""
        return self.counter or self.unit.name

    @property
    def base_step(self) -> Decimal:
        return self.step * self.unit.factor

    @property
    def dimension(self) -> str:
        """What it can be compared with: counts without what they count, prices without for what."""
        name = self.unit.dimension.partition("/")[0]
        return name if name.startswith(("money:", "temperature")) else name.partition(":")[0]
