"""Pairs of texts: sentences side by side, pairs that are none, and pairs that never take each other's report."""

from __future__ import annotations

import pytest
from newsroom import Newsroom

from figcheck import pipeline, read, rulebook
from figcheck.report.side_by_side import pairs
from figcheck.translation.alignment import align
from figcheck.translation.sentences import sentences

RULES = rulebook.load([rulebook.shipped_rules()])[0]

ALIGNED = {
    # sentences of both texts; how many of each stand for each other
    "one to one": ("鱼塘有12口。羊有340只。", "There are 12 fish ponds. There are 340 sheep.", [(1, 1), (1, 1)]),
    "one to two": (
        "鱼塘有12口，每口养鱼2000尾，羊有340只，都归合作社。",
        "There are 12 fish ponds, with 2,000 fish in each. There are 340 sheep, all owned by the cooperative.",
        [(1, 2)],
    ),
    "two to one": (
        "鱼塘有12口。羊有340只，都归合作社。",
        "There are 12 fish ponds, and 340 sheep that are all owned by the cooperative.",
        [(2, 1)],
    ),
    "one left out": (
        "鱼塘有12口，水深2米。\n\n去年修路花了87万元，用工5600人次，大家都说好。\n\n羊有340只，都归合作社。",
        "There are 12 fish ponds, two meters deep.\n\nThere are 340 sheep, all owned by the cooperative.",
        [(1, 1), (1, 0), (1, 1)],
    ),
    "one added": (
        "鱼塘有12口，水深2米。\n\n羊有340只，都归合作社。",
        (
            "There are 12 fish ponds, two meters deep.\n\nFish is what people in this region eat at every feast.\n\n"
            "There are 340 sheep, all owned by the cooperative."
        ),
        [(1, 1), (0, 1), (1, 1)],
    ),
}


@pytest.mark.parametrize(("zh", "en", "shapes"), ALIGNED.values(), ids=ALIGNED)
def test_sentences_are_aligned(zh: str, en: str, shapes: list[tuple[int, int]]) -> None:
    texts = [sentences(read.article_from_text(text, "a.txt")) for text in (zh, en)]
    assert [(len(bead.a), len(bead.b)) for bead in align(*texts)] == shapes
    turned = [(len(bead.b), len(bead.a)) for bead in align(*reversed(texts))]
    assert turned == shapes


@pytest.mark.parametrize("text", ["", "。", "12", "\n\n", "——", "3/0", "第第第三", "0分之0", "约近超过多余", "1" * 400])
def test_odd_texts_are_held_against_anything(text: str) -> None:
    made = [
        read.article_from_text(f"---\ntranslation_of: {other}.txt\n---\n甲 a {text}", f"{name}.txt")
        for name, other in (("a", "none"), ("b", "a"))
    ]
    pipeline.check_articles(made, RULES)


BOUNDLESS = [
    ("数千人参加了游行。", "Thousands of people marched."),
    ("几十条船，上百人。", "Dozens of boats, a hundred people."),
]


@pytest.mark.parametrize(("zh", "en"), BOUNDLESS)
def test_numbers_of_which_only_the_order_is_told(zh: str, en: str) -> None:
    first = read.article_from_text(zh, "a.txt")
    second = read.article_from_text(f"---\ntranslation_of: a.txt\n---\n{en}", "b.txt")
    assert [one for one in pipeline.check_articles([first, second], RULES).findings if one.severity] == []


OTHER_STORY = "The 14 ships left on 3 May 1951 with 620 men, 85 horses, 2,400 barrels and 19 guns, and 7 came back.\n"
STORY = "2023年，茶园扩大到5300亩，产茶88吨，收入4600万元，农户1270家，人均增收9800元。\n"
RIGHT = "In 2023 the tea gardens grew to 5,300 mu, yielding 88 tons and earning 46 million yuan for 1,270 families.\n"
WRONG = "In 2023 the tea gardens grew to 5,300 mu, yielding 88 tons and earning 460 million yuan for 1,270 families.\n"


def test_two_texts_that_are_no_pair_are_one_line_and_the_others_are_checked(newsroom: Newsroom) -> None:
    newsroom.write(a=STORY, b=OTHER_STORY, c=WRONG)
    argv = ["--pair", "pages/a.txt", "pages/b.txt", "--pair", "pages/a.txt", "pages/c.txt", "--format", "plain"]
    code, out, error = newsroom.call("run", *argv)
    assert code == 2
    assert error.count("\n") == 1
    assert "pages/b.txt: has next to no figure in common with pages/a.txt" in error
    assert out.count("translation-figure") == 1
    assert "translation-missing" not in out.partition("translation-figure")[0]


def test_sentences_stand_side_by_side_with_their_figures_joined() -> None:
    first = read.article_from_text(STORY + "\n茶农们很高兴。\n", "a.txt")
    second = read.article_from_text(f"---\ntranslation_of: a.txt\n---\n{WRONG}", "b.txt")
    (pair,) = pairs(pipeline.check_articles([first, second], RULES).translations)
    assert (pair.original, pair.translation, pair.langs) == ("a.txt", "b.txt", ("zh", "en"))
    joined = {piece.number: (piece.text, piece.same) for row in pair.rows for piece in row.original if piece.number}
    told = {piece.number: (piece.text, piece.same) for row in pair.rows for piece in row.translation if piece.number}
    assert joined.keys() == told.keys()
    both = {joined[number]: told[number] for number in joined}
    assert both["88吨", True] == ("88 tons", True)
    assert both["4600万元", False] == ("460 million yuan", False)
    assert "".join(piece.text for row in pair.rows for piece in row.translation).strip() == WRONG.strip()


def test_the_page_shows_them(newsroom: Newsroom) -> None:
    newsroom.write(a=STORY, b=WRONG)
    newsroom.call("run", "--pair", "pages/a.txt", "pages/b.txt", "-o", "page.html")
    page = (newsroom.base / "page.html").read_text(encoding="utf-8")
    assert '<table class="beside">' in page
    assert '<mark class="differs">460 million yuan' in page
    newsroom.call("run", "pages/a.txt", "-o", "page.html")
    assert '<table class="beside">' not in (newsroom.base / "page.html").read_text(encoding="utf-8")


def test_the_report_does_not_depend_on_the_order_of_files(newsroom: Newsroom) -> None:
    newsroom.write(a=STORY, b=WRONG, c=STORY.replace("88", "98"), d=RIGHT)
    pair = ["--pair", "pages/a.txt", "pages/b.txt", "--pair", "pages/c.txt", "pages/d.txt", "--format", "plain"]
    told = [newsroom.call("run", *paths, *pair)[1] for paths in (["pages/a.txt"], ["pages/d.txt", "pages/b.txt"])]
    assert told[0] == told[1]
