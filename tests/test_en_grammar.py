"""What English sentences say of their figures: kind of statement, indicator, what is done, whose, when."""

from __future__ import annotations

import pytest

from figcheck.extract import extract
from figcheck.model import Claim, Footing, Measure
from figcheck.read import article_from_text
from figcheck.resolve import resolve


def claims(text: str) -> list[Claim]:
    """The claims of an article published on 1 June 2024."""
    article = article_from_text(f"---\ndate: 2024-06-01\n---\n{text}", "a.txt")
    return resolve(extract(article))[0]


KINDS = [
    # figure, measure, direction, indicator
    ("Revenue rose 15% to £3.4m.", "15%", Measure.CHANGE, 1, "revenue"),
    ("Revenue rose 15% to £3.4m.", "£3.4m", Measure.LEVEL, 0, "revenue"),
    ("House prices were up 5.6% from a year earlier.", "5.6%", Measure.CHANGE, 1, "house price"),
    ("The firm reported a 12% fall in sales.", "12%", Measure.CHANGE, -1, "sale"),
    ("Output more than tripled.", "more than tripled", Measure.MULTIPLE, 1, "output"),
    ("Passenger numbers were 20% lower than in 2019.", "20%", Measure.CHANGE, -1, "passenger number"),
    ("Unemployment fell by half a percentage point.", "half a percentage point", Measure.CHANGE, -1, "unemployment"),
    ("About 80% of the projects come from Texas.", "About 80%", Measure.SHARE, 0, "project"),
    ("Tourism accounted for 12% of exports.", "12%", Measure.SHARE, 0, "export tourism"),
    ("One in five pupils walks to school.", "One in five", Measure.SHARE, 0, "pupil"),
    ("Nearly 200 homes were destroyed.", "Nearly 200", Measure.LEVEL, 0, "home"),
    ("The state has received $222 million in federal aid.", "$222 million", Measure.LEVEL, 0, "federal aid"),
    ("The district faces a $2.3 million gap.", "$2.3 million", Measure.LEVEL, 0, "gap"),
    ("The quake struck at a depth of 10 kilometres.", "10 kilometres", Measure.LEVEL, 0, "depth"),
    ("The number of visits reached 1.2 million.", "1.2 million", Measure.LEVEL, 0, "visit"),
    ("Exports of wool rose for the fifth straight year.", "fifth straight year", Measure.STREAK, 0, "wool export rise"),
    ("The port ranked third in Europe.", "third", Measure.RANK, 0, "port rank"),
]


@pytest.mark.parametrize(("text", "figure", "measure", "direction", "indicator"), KINDS)
def test_what_a_figure_states(text: str, figure: str, measure: Measure, direction: int, indicator: str) -> None:
    (claim,) = (claim for claim in claims(text) if claim.figure.span.text == figure)
    assert (claim.topic.measure, claim.figure.direction, claim.topic.indicator) == (measure, direction, indicator)


TOLLS = [
    ("The quake killed 24 people.", "死亡人数"),
    ("At least 24 people were killed.", "死亡人数"),
    ("The blaze left 24 dead.", "死亡人数"),
    ("The death toll rose to 24.", "死亡人数"),
    ("Some 24 people, including six children, were killed.", "死亡人数"),
    ("A landslide injured 70 people.", "受伤人数"),
    ("Twelve people were hurt.", "受伤人数"),
    ("Three sailors are missing.", "sailor missing"),
    ("The quake killed six children.", "child killed"),
]


@pytest.mark.parametrize(("text", "canonical"), TOLLS)
def test_counts_of_the_dead_and_hurt_go_by_one_name(text: str, canonical: str) -> None:
    assert claims(text)[0].topic.canonical == canonical


ENDS = [
    ("Waiting times fell from 40 days to 6 days.", ["before", "after"]),
    ("The tax would drop to 4.2 percent from 6.2 percent.", ["after", "before"]),
    ("The museum had 1.5 million visits in 2023, up from 900,000 in 2022.", ["after", "before"]),
    ("Women make up 18 percent of the crew, against 3 percent in 2009.", ["after", "before"]),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_both_ends_of_a_change(text: str, expected: list[str]) -> None:
    found = claims(text)
    assert [claim.figure.link_end and claim.figure.link_end.value for claim in found] == expected
    assert len({claim.topic.canonical for claim in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ticket sales rose 12 percent to $460,000, from $400,000.",
        "The tax would drop to 4.2 percent from 6.2 percent, a cut of 2 percent.",
        "The mill may add 200 jobs. That is 50 percent lower than the 300 jobs it promised.",
    ],
)
def test_a_change_bears_the_link_of_its_levels(text: str) -> None:
    found = claims(text)
    assert {claim.figure.link for claim in found} == {1}
    assert [claim.topic.measure for claim in found].count(Measure.CHANGE) == 1


FRAMES = [
    ("In 2022 the park had 300 visitors.", "2022", Footing.FACT),
    ("The park had 300 visitors last year.", "2023", Footing.FACT),
    ("The park had 300 visitors in the third quarter of 2023.", "2023-07..2023-09", Footing.FACT),
    ("The council plans to build 40 schools by 2030.", "2030", Footing.TARGET),
    ("Sales are expected to reach $5 billion in fiscal 2025.", "2025", Footing.FORECAST),
    ("Before the reform, a permit took 45 days.", "2024-06-01", Footing.BEFORE),
]


@pytest.mark.parametrize(("text", "label", "footing"), FRAMES)
def test_when_and_on_what_footing(text: str, label: str, footing: Footing) -> None:
    topic = claims(text)[0].topic
    assert topic.period is not None
    assert (topic.period.label, topic.footing) == (label, footing)


SUBJECTS = [
    ("In Texas 40 schools closed.", "Texas"),
    ("Houston's schools teach 30,000 pupils.", "Houston"),
    ("Chenzhou's exports reached $2 billion.", "Chenzhou"),
    ("About 80% of the projects come from Texas.", None),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_whose_figure_it_is(text: str, subject: str | None) -> None:
    assert claims(text)[0].topic.subject == subject


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("Police said 14 people were arrested.", "police"), ("The bill is $4m, according to the ministry.", "ministry")],
)
def test_who_says_so(text: str, speaker: str) -> None:
    assert claims(text)[0].speaker == speaker


def test_an_article_in_latin_letters_is_english() -> None:
    assert article_from_text("The mill has 40 looms.", "a.txt").lang == "en"
    assert article_from_text("全市共有40个项目，总投资12亿元。", "a.txt").lang == "zh"


@pytest.mark.parametrize("text", ["The camp is 55 kilometres south", "The camp is 55 kilometres north (of"])
def test_a_sentence_that_breaks_off_is_read_to_its_end(text: str) -> None:
    assert claims(text)
