"""Bounds of a translation: every bound against every bound, and the ways in which languages tell them."""

from __future__ import annotations

from itertools import product

import pytest
from test_translation_times import loud

from figcheck.model import Bound
from figcheck.translation.bounds import SIDES, Shift, material, shift

TABLE = """
               exact      at-least   more-than  milestone  least      almost     at-most    greatest   about      rough      spread
exact          same       loosened   loosened   loosened   loosened   loosened   loosened   loosened   loosened   loosened   loosened
at-least       tightened  same       same       same       same       reversed   reversed   reversed   loosened   loosened   tightened
more-than      tightened  same       same       same       same       reversed   reversed   reversed   loosened   loosened   tightened
milestone      tightened  same       same       same       same       reversed   reversed   reversed   loosened   loosened   tightened
least          tightened  same       same       same       same       reversed   reversed   reversed   loosened   loosened   tightened
almost         tightened  reversed   reversed   reversed   reversed   same       same       same       loosened   loosened   tightened
at-most        tightened  reversed   reversed   reversed   reversed   same       same       same       loosened   loosened   tightened
greatest       tightened  reversed   reversed   reversed   reversed   same       same       same       loosened   loosened   tightened
about          tightened  tightened  tightened  tightened  tightened  tightened  tightened  tightened  same       same       tightened
rough          tightened  tightened  tightened  tightened  tightened  tightened  tightened  tightened  same       same       tightened
spread         loosened   loosened   loosened   loosened   loosened   loosened   loosened   loosened   loosened   loosened   same
"""  # noqa: E501
"""The bound of the original in the rows, that of the translation in the columns."""


def rows() -> dict[tuple[Bound, Bound], Shift]:
    head, *lines = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (Bound(line[0]), Bound(other)): Shift(told)
        for line in lines
        for other, told in zip(head, line[1:], strict=True)
    }


def test_every_bound_has_an_answer_against_every_other() -> None:
    assert {pair: shift(*pair) for pair in product(Bound, repeat=2)} == rows()


def test_a_bound_that_is_kept_is_never_material() -> None:
    assert not [pair for pair in product(Bound, repeat=2) if shift(*pair) is Shift.SAME and material(*pair)]
    assert all(material(*pair) for pair in product(Bound, repeat=2) if shift(*pair) is Shift.REVERSED)
    assert set(SIDES) == set(Bound)


KEPT = [
    ("仓库存粮超过640吨。", "The warehouse holds more than 640 tons of grain."),
    ("仓库存粮640吨以上。", "The warehouse holds at least 640 tons of grain."),
    ("仓库存粮640多吨。", "The warehouse holds over 640 tons of grain."),
    ("学校有近900名学生。", "The school has almost 900 students."),
    ("学校有将近900名学生。", "Close to 900 students attend the school."),
    ("不足5%的店铺关了门。", "Under 5 percent of the shops have closed."),
    ("不到30户人家留了下来。", "Fewer than 30 families have stayed."),
    ("会期最长10天。", "The meeting may last up to 10 days."),
    ("会期不超过10天。", "The meeting will last no more than 10 days."),
    ("至少7人受伤。", "At least seven people were hurt."),
    ("不少于7人受伤。", "No fewer than seven people were hurt."),
    ("约4200人签名。", "About 4,200 people have signed."),
    ("4200人左右签名。", "Some 4,200 people have signed."),
    ("数千人签名。", "Thousands of people have signed."),
    ("数十艘船靠岸。", "Dozens of boats have docked."),
    ("收入突破9亿元。", "Income topped 900 million yuan."),
    ("收入突破9亿元。", "Income hit 900 million yuan."),
    ("三天内运到。", "It arrives within three days."),
    ("三天内运到。", "It arrives in three days."),
    ("年产量可达80万吨。", "Annual output may reach 800,000 tons."),
    ("游客多达6000人。", "As many as 6,000 visitors came."),
    ("队员中最小的14岁。", "The youngest member is 14."),
    ("展出器物1260余件。", "It shows 1,260-odd objects."),
    ("展出器物1263件。", "It shows more than 1,200 objects."),
    ("展出器物1263件。", "It shows about 1,260 objects."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en"), KEPT)
def test_a_bound_in_other_words_is_silent_both_ways(zh: str, en: str) -> None:
    assert loud(zh, en) == set()
    if "1263" not in zh:
        assert loud(en, zh) == set()


LOST = [
    ("仓库存粮超过640吨。", "The warehouse holds 640 tons of grain."),
    ("仓库存粮640多吨。", "The warehouse holds 640 tons of grain."),
    ("学校有近900名学生。", "The school has 900 students."),
    ("不足5%的店铺关了门。", "Of the shops, 5 percent have closed."),
    ("会期最长10天。", "The meeting lasts 10 days."),
    ("至少7人受伤。", "Seven people were hurt."),
    ("收入突破9亿元。", "Income was 900 million yuan."),
    ("学校有近900名学生。", "The school has more than 900 students."),
    ("会期不超过10天。", "The meeting will last at least 10 days."),
    ("More than 640 people signed.", "640人签名。"),
    ("It takes at most 45 minutes.", "用时45分钟。"),
    ("Nearly 900 pupils attend the school.", "900多名学生在校就读。"),
]


@pytest.mark.parametrize(("original", "translation"), LOST)
def test_a_bound_that_is_lost_or_turned_round_is_told(original: str, translation: str) -> None:
    assert loud(original, translation) == {"translation-bound"}


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("约4200人签名。", "In all, 4,200 people have signed."),
        ("4200人签名。", "More than 4,200 people have signed."),
        ("近900名学生。", "About 900 students."),
    ],
)
def test_a_vaguer_word_is_no_more_than_a_note(original: str, translation: str) -> None:
    assert loud(original, translation) == set()
