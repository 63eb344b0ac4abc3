"""What identifies a finding: edits elsewhere leave it, a changed value changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import read, rulebook
from figcheck.model import Finding
from figcheck.pipeline import check_articles
from figcheck.settle.key import Key, key

RULES, _ = rulebook.load([rulebook.shipped_rules()])
NEUTRAL = ["本报记者李明报道。", "会议在长沙举行。", "# 综述", "今天多云转晴，气温适宜。"]
OTHERS = ["江西省新建公园{n}个。", "福建省外贸进出口额{n}亿元。", "浙江省新增就业{n}万人。"]


@dataclass(frozen=True)
class Paper:
    """An article whose paragraphs can be edited."""

    name: str
    paragraphs: tuple[str, ...]


START = (
    Paper("a.txt", ("2023年湖南省地区生产总值同比增长5.2%。", "本地消息。")),
    Paper("b.txt", ("会议举行。", "2023年，湖南省GDP同比增长5.3%。")),
    Paper("c.txt", ("2021年湖北省新建公园12个。",)),
    Paper("d.txt", ("2021年湖北省新建公园17个。",)),
    Paper("e.txt", ("2020年江西省新建公园40个。",)),
)

Edit = tuple[str, int, int, str]
TEXTS = st.one_of(st.sampled_from(NEUTRAL), st.builds(str.format, st.sampled_from(OTHERS), n=st.integers(10, 99)))
EDITS = st.lists(
    st.tuples(st.sampled_from(["line", "rename", "figure", "paper"]), st.integers(0, 9), st.integers(0, 9), TEXTS),
    max_size=5,
)


def edited(papers: tuple[Paper, ...], edit: Edit) -> tuple[Paper, ...]:
    """One edit that touches none of the figures that disagree."""
    what, which, where, text = edit
    made = list(papers)
    if what == "line":
        paper = made[which % 4]
        at = where % (len(paper.paragraphs) + 1)
        made[which % 4] = replace(paper, paragraphs=(*paper.paragraphs[:at], text, *paper.paragraphs[at:]))
    elif what == "rename":
        made[4] = replace(made[4], name=f"{which}-renamed.txt")
    elif what == "figure":
        made[4] = replace(made[4], paragraphs=(f"2020年江西省新建公园{which}{where}个。",))
    else:
        made.append(Paper(f"{len(made)}{which}.txt", (f"2019年{text}",)))
    return tuple(made)


def findings(papers: tuple[Paper, ...]) -> list[Finding]:
    articles = [read.article_from_text("\n\n".join(paper.paragraphs) + "\n", paper.name) for paper in papers]
    return list(check_articles(articles, RULES).findings)


def ids(papers: tuple[Paper, ...]) -> set[str]:
    return {finding.id for finding in findings(papers)}


def keys(papers: tuple[Paper, ...]) -> set[Key]:
    return {key(finding) for finding in findings(papers)}


@settings(max_examples=40, deadline=None)
@given(edits=EDITS)
def test_edits_elsewhere_leave_the_ids_and_keys_of_findings(edits: list[Edit]) -> None:
    after = START
    for edit in edits:
        after = edited(after, edit)
    assert ids(START) <= ids(after)
    assert keys(START) <= keys(after)


@settings(max_examples=20, deadline=None)
@given(value=st.integers(18, 99), edits=EDITS)
def test_a_changed_value_changes_the_id_and_the_key(value: int, edits: list[Edit]) -> None:
    changed = list(START)
    changed[3] = replace(changed[3], paragraphs=(f"2021年湖北省新建公园{value}个。",))
    after = tuple(changed)
    for edit in edits:
        after = edited(after, edit)
    parks = {finding.id for finding in findings(START) if "公园" in finding.topic.indicator}
    assert len(parks) == 1
    assert not parks & ids(after)
    assert not {k for k in keys(START) if "公园" in k.topic} & keys(after)


def test_files_that_move_keep_the_key_and_those_of_one_name_the_id() -> None:
    moved = tuple(replace(paper, name=f"2024/{paper.name}") for paper in START)
    assert ids(moved) == ids(START)
    renamed = tuple(replace(paper, name=f"x{number}.txt") for number, paper in enumerate(START))
    assert keys(renamed) == keys(START)
