"""Numbers in English text: the examples of bounds.yaml, notfigures.yaml and numerals.yaml, values, and hostile text."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.lang.en import bounds, labels, numerals, periods, scan
from figcheck.lang.en.number import Kind, Number
from figcheck.lang.en.words import tokens
from figcheck.model import Bound, Interval, Quantity


def figures(text: str) -> list[Number]:
    """The figures of a text; as in an article, periods are told apart first."""
    masked = [(mention.start, mention.end) for mention in periods.find(text)]
    return list(scan.find(tokens(text), masked))


def quantity(text: str) -> Quantity:
    """What the only figure of a text says."""
    (number,) = figures(text)
    return number.quantity


# ------------------------------------------------------------------------------- examples of the language pack

BOUNDS = [(Bound(name), text) for name, texts in bounds.raw()["examples"].items() for text in texts]


@pytest.mark.parametrize(("bound", "text"), BOUNDS)
def test_words_that_loosen_a_number(bound: Bound, text: str) -> None:
    assert quantity(text).bound is bound


@pytest.mark.parametrize(("bound", "text"), BOUNDS)
def test_the_number_stated_lies_at_the_edge_of_its_interval_or_inside(bound: Bound, text: str) -> None:
    said = quantity(text)
    closed = Interval(said.interval.low, said.interval.high, high_open=False)
    assert all(Interval.exactly(number).within(closed) for number in said.stated)


@pytest.mark.parametrize("text", labels.raw()["figures"])
def test_what_is_a_figure(text: str) -> None:
    assert figures(text)


@pytest.mark.parametrize("text", labels.raw()["none"])
def test_what_has_digits_and_is_no_figure(text: str) -> None:
    assert figures(text) == []


WAYS = [(value, way) for value, ways in numerals.corpus().items() for way in ways]


@pytest.mark.parametrize(("value", "way"), WAYS)
def test_ways_to_write_a_number(value: str, way: str) -> None:
    words = tokens(way)
    piece = numerals.read(words, 0)
    assert piece is not None
    assert (piece.value, piece.last) == (Decimal(value), len(words))


# ------------------------------------------------------------------------------- values and units

VALUES = [
    ("$13.2bn", "13200000000", "money:USD"),
    ("£910,000", "910000", "money:GBP"),
    ("two million euros", "2000000", "money:EUR"),
    ("HK$3.5 million", "3500000", "money:HKD"),
    ("98p", "98", "money:GBP"),
    ("3 billion yuan", "3000000000", "money:CNY"),
    ("4.4 million people", "4400000", "count:person"),
    ("two dozen ships", "24", "count"),
    ("1,500 houses", "1500", "count"),
    ("5.2 per cent", "5.2", "ratio"),
    ("a third of the farms", "33.3333", "ratio"),
    ("one in five adults", "20", "ratio"),
    ("nine out of ten drivers", "90", "ratio"),
    ("half of the pupils", "50", "ratio"),
    ("25 basis points", "25", "points"),
    ("1.5 percentage points", "1.5", "points"),
    ("half a percentage point", "0.5", "points"),
    ("a 6.1-magnitude quake", "6.1", "magnitude"),
    ("a 22-year-old driver", "22", "age"),
    ("30-foot-tall walls", "30", "length"),
    ("120 square miles", "120", "area"),
    ("40 tonnes of rice", "40", "mass"),
    ("a 100m sprint", "100", "length"),
    ("five straight years", "5", "streak:year"),
    ("ranked fourth", "4", "rank"),
    ("the second-largest port", "2", "rank"),
    ("no casualties", "0", "count:person"),
    ("three times as many", "3", "times"),
    ("output tripled", "3", "times"),
]


@pytest.mark.parametrize(("text", "value", "dimension"), VALUES)
def test_the_number_and_its_unit(text: str, value: str, dimension: str) -> None:
    said = quantity(text)
    assert (said.stated[-1], said.unit.dimension) == (Decimal(value), dimension)


SPREADS = [
    ("15–45 days", "15", "45"),
    ("between 15 and 45 days", "15", "45"),
    ("$5-10 million", "5000000", "10000000"),
    ("20 to 30 percent", "20", "30"),
]


@pytest.mark.parametrize(("text", "low", "high"), SPREADS)
def test_both_ends_of_a_spread(text: str, low: str, high: str) -> None:
    assert quantity(text).stated == (Decimal(low), Decimal(high))


def test_a_change_from_one_to_another_is_no_spread() -> None:
    assert [number.quantity.bound for number in figures("It rose from 40 to 60 percent.")] == [Bound.EXACT] * 2


def test_a_count_is_exact_and_a_rounded_number_is_not() -> None:
    assert quantity("230 projects").interval == Interval(Decimal("229.5"), Decimal("230.5"))
    assert quantity("4.4 million people").interval == Interval(Decimal(4350000), Decimal(4450000))


@pytest.mark.parametrize(("text", "kind"), [("ranked third", Kind.RANK), ("five years running", Kind.STREAK)])
def test_kinds_of_numbers(text: str, kind: Kind) -> None:
    assert [number.kind for number in figures(text)] == [kind]


# ------------------------------------------------------------------------------- whatever stands there

PIECES = st.sampled_from(
    [
        "1,",
        "23",
        " ",
        "$",
        "%",
        "million",
        "-",
        "to",
        "half",
        "a",
        "third",
        "of",
        "in",
        "\n",
        "no",
        "9/11",
        "Ünit",
        "’s",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_and_figures_stand_in_order(text: str) -> None:
    found = figures(text)
    assert all(a.first < a.last <= b.last for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["9" * 5000, "1," * 3000, "a third of " * 1500, "(" * 5000, "from 1 to " * 1500])
def test_hostile_repetition_is_read_in_good_time(text: str) -> None:
    assert isinstance(figures(text), list)
