"""A desk's own names: what makes two claims one question, or keeps them apart, whatever they are called."""

from __future__ import annotations

import pytest
from helpers import article

from figcheck.naming import Link, Naming, Side
from figcheck.patterns import matches
from figcheck.pipeline import check_articles

WAITS = pytest.mark.xfail(reason="weights", strict=True)


def questions(naming: Naming, *texts: str) -> list[int]:
    """How many claims stand in each group of more than one."""
    articles = [article(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    groups = check_articles(articles, [], naming=naming).groups
    return [len(group.claims) for group in groups if len(group.claims) > 1]


def link(a: str, b: str, subjects: tuple[str, str] | tuple[None, None] = (None, None)) -> Link:
    return Link(Side(a, subjects[0]), Side(b, subjects[1]))


BOOKS = ("2024年，全市建成社区书屋86家。", "2024年，全市建成街头阅读亭92家。")
SALES = ("2024年，公司营业收入35.62亿元。", "2024年，公司营业收入35.26亿元。")


@pytest.mark.parametrize(
    ("naming", "texts", "grouped"),
    [
        (Naming(), BOOKS, []),
        pytest.param(Naming(names={"社区书屋": "社区书屋", "街头阅读亭": "社区书屋"}), BOOKS, [2], marks=WAITS),
        (Naming(must=(link("社区书屋", "街头阅读亭"),)), BOOKS, [2]),
        (Naming(must=(link("街头阅读亭", "社区书屋"),)), BOOKS, [2]),  # in either order
        (Naming(must=(link("社区书*", "*阅读亭"),)), BOOKS, [2]),
        (Naming(must=(link("社区书屋", "街头阅读亭"),)), (BOOKS[0], BOOKS[1].replace("2024", "2023")), []),
        (Naming(must=(link("社区书屋", "图书馆"),)), BOOKS, []),
        (Naming(), SALES, [2]),
        (Naming(cannot=(link("营业收入", "营业收入"),)), SALES, []),
        (Naming(cannot=(link("营收", "营业收入"),)), SALES, []),  # by a name that is known for it
        (Naming(cannot=(link("净利润", "营业收入"),)), SALES, [2]),
        (Naming(must=(link("社区书屋", "街头阅读亭"),), cannot=(link("社区书屋", "街头阅读亭"),)), BOOKS, []),
    ],
)
def test_links_go_before_what_the_words_say(naming: Naming, texts: tuple[str, ...], grouped: list[int]) -> None:
    assert questions(naming, *texts) == grouped


@pytest.mark.parametrize(
    ("names", "grouped"),
    [
        pytest.param({}, [], marks=WAITS),
        ({"绿道总里程": "绿道总里程", "慢行道总里程": "绿道总里程"}, [2]),  # of 慢行道总里程 only 总里程 was read
        pytest.param({"绿道总里程": "绿道总里程", "车行道总里程": "绿道总里程"}, [], marks=WAITS),
    ],
)
def test_a_name_is_found_in_the_sentence_where_less_of_it_was_read(names: dict[str, str], grouped: list[int]) -> None:
    ways = ("2024年，全市慢行道总里程达365公里。", "2024年，全市绿道总里程356公里。")
    assert questions(Naming(names=names), *ways) == grouped


TOWNS = ("2024年，长沙市建成社区书屋86家。", "2024年，株洲市建成社区书屋92家。")


@pytest.mark.parametrize(
    ("naming", "grouped"),
    [
        (Naming(), []),
        (Naming(must=(link("社区书屋", "社区书屋"),)), []),  # it names no subjects: those still tell them apart
        (Naming(must=(link("社区书屋", "社区书屋", ("长沙市", "株洲市")),)), [2]),
        (Naming(must=(link("社区书屋", "社区书屋", ("长沙市", "湘潭市")),)), []),
    ],
)
def test_a_link_with_subjects_joins_those_subjects(naming: Naming, grouped: list[int]) -> None:
    assert questions(naming, *TOWNS) == grouped


@pytest.mark.parametrize(
    ("pattern", "name", "taken"),
    [
        ("收入", "收入", True),
        ("收入", "收入额", False),
        ("*收入", "人均收入", True),
        ("收入*", "收入", True),
        ("a*b*c", "a-b-c", True),
        ("a*b*c", "acb", False),
        ("aa*aa", "aaa", False),
        ("*a*a*a*" * 1000, "a" * 2000, False),  # soon
        ("", "", True),
        ("[a-z]?", "[a-z]?", True),  # nothing but the star is special
    ],
)
def test_a_star_stands_for_any_characters(pattern: str, name: str, taken: bool) -> None:
    assert matches(pattern, name) is taken
