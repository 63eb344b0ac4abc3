"""What an editor says of two questions goes before what figcheck makes of their words."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import Newsroom

GROWTH = {"a": "2023年湖南省地区生产总值同比增长5.2%。\n", "b": "2023年，湖南省GDP同比增长5.3%。\n"}
OTHERS = {"a": "2023年湖南省新建公园12个。\n", "b": "2023年湖南省建成绿色休憩场地15个。\n"}


def why(room: Newsroom, *options: str) -> tuple[int, str, str]:
    return room.call("why", "pages/a.txt:1", "pages/b.txt:1", *options)


@pytest.fixture
def apart(newsroom: Newsroom) -> Newsroom:
    """Two articles that figcheck does not compare."""
    newsroom.write(**OTHERS)
    return newsroom


def test_what_is_linked_is_compared(apart: Newsroom) -> None:
    assert apart.report()["findings"] == []
    assert why(apart, "--link", "--reason", "公园即休憩场地")[0] == 0
    found = apart.report()["findings"]
    assert [[claim["text"] for claim in finding["claims"]] for finding in found] == [["12个", "15个"]]
    assert "said by an editor" in why(apart)[1]


def test_what_is_unlinked_is_not(newsroom: Newsroom) -> None:
    newsroom.write(a="2023年，郴州市向市民发放消费券3120张。\n", b="2023年，郴州市向市民发放电子消费券3210张。\n")
    assert len(newsroom.report()["findings"]) == 1
    assert why(newsroom, "--unlink")[0] == 0
    assert newsroom.report()["findings"] == []


def test_the_last_word_counts(apart: Newsroom) -> None:
    why(apart, "--link")
    why(apart, "--unlink")
    assert apart.report()["findings"] == []
    assert Path("figcheck/links.yaml").read_text(encoding="utf-8").count("are:") == 3  # one of them in the heading


@pytest.mark.parametrize(
    ("texts", "options", "told"),
    [
        (OTHERS, ["--link", "--unlink"], "cannot both be"),
        (GROWTH, ["--unlink"], "both figures answer this question already"),
        ({"a": "2023年湖南省新建公园12个、医院3所。\n", "b": OTHERS["b"]}, ["--link"], "several figures stand there"),
    ],
)
def test_what_cannot_be_linked(newsroom: Newsroom, texts: dict[str, str], options: list[str], told: str) -> None:
    newsroom.write(**texts)
    code, _, err = why(newsroom, *options)
    assert code == 2
    assert told in err
    assert not Path("figcheck").exists()


def test_a_broken_file_of_links_is_told_and_kept(apart: Newsroom) -> None:
    Path("figcheck").mkdir()
    Path("figcheck/links.yaml").write_text("- are: alike\n  a: x\n  b: y\n", encoding="utf-8")
    code, _, err = apart.call("run", "pages")
    assert code == 2
    assert "figcheck/links.yaml:1: 0.are cannot be 'alike'" in err
    assert why(apart, "--link")[0] == 2
    assert "alike" in Path("figcheck/links.yaml").read_text(encoding="utf-8")
