"""Words of the Chinese pack: cues.yaml and names.yaml with their examples, the tagger's tokens, places."""

from __future__ import annotations

from typing import Any

import pytest
from helpers import measure_of_last
from hypothesis import given
from hypothesis import strategies as st

from figcheck.lang import pack
from figcheck.lang.en import apart as en_apart
from figcheck.lang.zh import apart, names, places, words
from figcheck.match.exclusions import told_apart
from figcheck.read import article_from_text, lines

MEASURES = [(measure, text) for measure, texts in words.cues()["change_examples"].items() for text in texts]
EXAMPLES: Any = names._raw_names()["@examples"]
PAIRS = {kind: [tuple(pair) for pair in pairs] for kind, pairs in EXAMPLES.items()}


@pytest.mark.parametrize(("measure", "text"), MEASURES)
def test_the_kind_of_statement_that_a_figure_makes(measure: str, text: str) -> None:
    assert measure_of_last(f"{text}。") == measure


# ------------------------------------------------------------------------------- things of a kind


APART = [
    (lang, kind, *pair)
    for lang, words_of in (("zh", apart.words), ("en", en_apart.words))
    for kind, pairs in words_of()["@examples"].items()
    for pair in pairs
]


@pytest.mark.parametrize(("lang", "kind", "one", "other"), APART)
def test_what_tells_things_of_a_kind_apart(lang: str, kind: str, one: str, other: str) -> None:
    labels = pack(lang).labels
    told = told_apart(labels(one), labels(other), here=True)
    assert (told is not None) is (kind == "apart")


# ------------------------------------------------------------------------------- names


def canonical(name: str) -> str:
    return names.known_names().get(name, name)


@pytest.mark.parametrize(("one", "other"), PAIRS["same"])
def test_names_of_one_indicator(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), PAIRS["other"])
def test_names_of_two_indicators(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_no_name_is_given_to_two_indicators() -> None:
    told = [name for main, others in names._raw_names().items() if not main.startswith("@") for name in {main, *others}]
    assert sorted({name for name in told if told.count(name) > 1}) == []


def test_words_that_exclude_each_other_are_two_at_least() -> None:
    assert all(len(set(group)) == len(group) >= 2 for group in names.exclusive())


# ------------------------------------------------------------------------------- cues


@pytest.mark.parametrize("key", ["up", "down", "other_change", "link", "light", "generic", "standing", "bodies"])
def test_a_list_says_nothing_empty(key: str) -> None:
    assert all(word.strip() == word != "" for word in words.cues()[key])


def test_no_change_goes_both_up_and_down() -> None:
    assert words.listed("up") & words.listed("down") == frozenset()


# ------------------------------------------------------------------------------- tokens


@given(st.text(max_size=60) | st.text("夏粮播种面积由180万亩增至2.5%，。 \n“”ａ", max_size=60))
def test_tokens_stand_where_they_are_said_to_stand(text: str) -> None:
    tokens = words.tokens(text)
    at = 0
    for start, word in zip(tokens.starts, tokens.words, strict=True):
        assert start >= at
        assert text[start : start + len(word)] == word
        at = start + len(word)


def test_tokens_between_two_places() -> None:
    tokens = words.tokens("床位使用率提高5%")
    assert [tokens.words[i] for i in tokens.between(0, 5)] == ["床位", "使用率"]
    assert tokens.end(0) == 2


# ------------------------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("name", "code"),
    [("郴州", "431000"), ("郴州市", "431000"), ("湖南省", "430000"), ("江华瑶族自治县", "431129"), ("江华", "431129")],
)
def test_a_place_by_any_of_its_names(name: str, code: str) -> None:
    assert places.code(name) == code


@pytest.mark.parametrize("name", ["火星", "", "项目", "市中区", "鼓楼区"])
def test_what_is_no_place_or_is_the_name_of_several(name: str) -> None:
    assert places.code(name) is None


@pytest.mark.parametrize(
    ("inner", "outer", "lies_in"),
    [
        ("苏州", "江苏", True),
        ("江苏", "苏州", False),
        ("苏州", "苏州市", True),
        ("苏州", "湖南", False),
        ("苏州", "全国", True),
    ],
)
def test_which_place_lies_in_which(inner: str, outer: str, lies_in: bool) -> None:
    zh = pack("zh")
    one, other = zh.place(inner), zh.place(outer)
    assert one is not None
    assert other is not None
    assert zh.within(one, other) is lies_in


@pytest.mark.parametrize(
    ("place", "level", "name"),
    [("苏州", "province", "江苏省"), ("苏州", "city", "苏州市"), ("苏州", "country", "全国"), ("江苏", "city", None)],
)
def test_the_place_around_a_place(place: str, level: str, name: str | None) -> None:
    zh = pack("zh")
    code = zh.place(place)
    assert code is not None
    around = zh.enclosing(code, level)
    assert (zh.place_name(around) if around else None) == name


def test_an_unknown_language_is_read_as_chinese() -> None:
    assert pack("xx").place("郴州") == "431000"


# ------------------------------------------------------------------------------- lines of a page

LINES = [
    (role, text, kind == "match")
    for role, examples in lines.words()["examples"].items()
    for kind, texts in examples.items()
    for text in texts
]


def roles(line: str) -> set[str]:
    """The roles of the blocks on a page that has this line between two others."""
    page = article_from_text(f"工厂开工。\n\n{line}\n\n市民参观了展览，人数众多。\n", "a.txt")
    return {block.role.value for story in page.stories for block in story.blocks}


@pytest.mark.parametrize(("role", "line", "matches"), [row for row in LINES if row[0] != "dateline"])
def test_lines_that_sign_a_story_or_a_picture(role: str, line: str, matches: bool) -> None:
    assert (role in roles(line)) is matches


@pytest.mark.parametrize(("line", "matches"), [row[1:] for row in LINES if row[0] == "dateline"])
def test_datelines(line: str, matches: bool) -> None:
    assert (lines.dateline(line) is not None) is matches
