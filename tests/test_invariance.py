"""What should change nothing changes nothing: spaces, widths, scripts, line breaks, order, neighbours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from opencc import OpenCC

from figcheck import pipeline, rulebook
from figcheck.model import Finding, Outcome
from figcheck.read import article_from_text

RULES, _ = rulebook.load([rulebook.shipped_rules()])

OWN = {
    "marsh.txt": (
        "湿地公园里的冬天\n\n去年秋天，青溪湿地公园接待游客38万人次，比上年增长12%。公园有观鸟屋16座，其中北岸9座、南岸8座。"
        "巡护员张明生于1958年，2018年退休，当时65岁。\n\n今年1至2月，公园记录到候鸟214种，1,350只黑鹳在这里过冬；"
        "候鸟停留时间由20天延长到45天，志愿者从120人增至300人，增长两倍。"
    ),
    "tram.md": (
        "---\ndate: 2024-05-20\n---\n# 有轨电车的三年\n\n河湾市有轨电车1号线于2021年5月开通，全长12.6公里，设站18座。"
        "三年来，日均客流从1.2万人次升至3.1万人次；准点率为98%以上。\n\n市交通局说，票价为2元，全年补贴约3800万元，"
        "乘客的比例为38.5∶32.5∶20.2∶10.8。周二（2024年5月20日）起，末班车延至23时。"
    ),
    "choir.md": (
        "---\ndate: 2024-05-20\n---\nThe Harbour Choir began in 1978, 46 years ago, with 24 singers.\n\n"
        "Today it has 120 members, 70 women and 60 men. Its budget rose from $40,000 in 2020 to $50,000 in 2023, "
        "an increase of 35%, and the concert on Tuesday, May 20, 2024 sold 800 of the 750 seats."
    ),
}
"""Texts with slips in them: what is found in them must still be found."""


def found(texts: dict[str, str]) -> list[tuple[object, ...]]:
    outcome = pipeline.check_articles([article_from_text(text, name) for name, text in texts.items()], RULES)
    return sorted(
        (finding.rule, *((claim.article.path, str(claim.quantity.value)) for claim in finding.claims))
        for finding in outcome.findings
    )


SAMPLES = Path(__file__).parent.parent / "samples"

FRONT = re.compile(r"---\n.*?\n---\n", re.S)


def changed(texts: dict[str, str], change: Callable[[str], str]) -> dict[str, str]:
    """The texts with a change to all but their front matter."""
    made = {}
    for name, text in texts.items():
        front = match[0] if (match := FRONT.match(text)) else ""
        made[name] = front + change(text[len(front) :])
    return made


def _in_half_width(text: str) -> str:
    half = str.maketrans("，；：？！", ",;:?!")
    return re.sub(r"[，；：？！](?!\d{3}(?!\d))", lambda mark: mark[0].translate(half), text)


def _in_traditional(text: str) -> str:
    made = OpenCC("s2tw").convert(text)
    return made if len(made) == len(text) else text


def _filled(text: str) -> str:
    """English paragraphs broken between words, as in mail."""
    return "\n".join(
        textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False)
        if line.isascii() and not line.startswith(("#", "|", "-"))
        else line
        for line in text.split("\n")
    )


def _wrapped(text: str, width: int) -> str:
    lines = []
    for line in text.split("\n"):
        chinese = re.search("[\u4e00-\u9fff]", line) and not line.startswith(("#", "|"))
        lines += [line[at : at + width] for at in range(0, len(line), width)] if chinese and line else [line]
    return "\n".join(lines)


CHANGES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "full-width digits": lambda text: re.sub(r"\d", lambda digit: chr(ord(digit[0]) + 0xFEE0), text),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "indents": lambda text: re.sub(r"(?m)^(?=[\u4e00-\u9fff])", "　　", text),
    "trailing spaces": lambda text: text.replace("\n", "  \n"),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "thin spaces": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u2009", text),
    "half-width punctuation": _in_half_width,
    "Traditional Chinese": _in_traditional,
    "lines of English mail": _filled,
    "lines of 40 characters": lambda text: _wrapped(text, 40),
    "lines of 80 characters": lambda text: _wrapped(text, 80),
}

TEXTS = (".txt", ".md", ".csv", ".tsv", ".json", ".yaml")

FOLDERS = {"own": OWN} | {
    folder.name: {
        path.name: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.*")) if path.suffix in TEXTS
    }
    for folder in sorted(SAMPLES.iterdir())
    if folder.is_dir()
}


@pytest.fixture(scope="module")
def plain() -> dict[str, list[tuple[object, ...]]]:
    return {name: found(texts) for name, texts in FOLDERS.items()}


@pytest.mark.parametrize("change", CHANGES)
def test_how_a_text_is_typed_changes_no_finding(change: str, plain: dict[str, list[tuple[object, ...]]]) -> None:
    for name, texts in FOLDERS.items():
        assert found(changed(texts, CHANGES[change])) == plain[name], name


UNRELATED = {
    "zz.md": "---\ndate: 2019-03-02\n---\n# 火山口的地衣\n\n科考队在熔岩台地采得地衣标本57份，海拔4,310米。",
    "00.md": "---\ndate: 2019-03-02\n---\nThe glacier station logged 311 katabatic gusts above 140 knots.",
}


@pytest.mark.parametrize("name", UNRELATED)
def test_an_unrelated_article_changes_no_finding(name: str, plain: dict[str, list[tuple[object, ...]]]) -> None:
    for folder, texts in FOLDERS.items():
        assert found(texts | {name: UNRELATED[name]}) == plain[folder], folder


def test_an_article_given_twice_contradicts_nothing(plain: dict[str, list[tuple[object, ...]]]) -> None:
    for folder, texts in FOLDERS.items():
        for name, text in texts.items():
            alone = {row[0] for row in found({name: text})}
            assert {row[0] for row in found({name: text, f"copy-{name}": text})} == alone, (folder, name)


def test_there_is_something_to_find(plain: dict[str, list[tuple[object, ...]]]) -> None:
    assert [row[0] for row in plain["own"]].count("parts-make-total") == 2
    assert {row[0] for row in plain["own"]} >= {"change-from-to", "date-weekday", "shares-make-whole"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("诗人生于1936年,2016年各地纪念他诞辰90周年。", "诗人生于1936年，2016年各地纪念他诞辰90周年。"),
        ("共1,234人,其中男600,女634;比例:5.2%,3%。", "共1,234人，其中男600，女634；比例：5.2%，3%。"),
        ("年份:2015,2016,共3,000人", "年份：2015，2016，共3,000人"),
        ("改革前，行政訴訟案件審理週期60至90天。", "改革前，行政诉讼案件审理周期60至90天。"),
        ("He said “yes”, and 5%,10 of 1:30", "He said “yes”, and 5%,10 of 1:30"),
        ("在A,B两地跑了3:25", "在A,B两地跑了3:25"),
        ("In 1978, 30\xa0years\u2009ago", "In 1978, 30 years ago"),
    ],
)
def test_text_has_one_form_and_its_places_lead_back(typed: str, meant: str) -> None:
    article = article_from_text(typed, "a.txt")
    assert article.text == meant
    assert article.original == typed
    assert list(article.offsets) == list(range(len(typed)))


def test_lines_that_break_in_a_number_or_a_word_are_one() -> None:
    text = "通关时间压缩到15至45天，每天有300Mbps的网络可用，" * 9 + "直到年底。"
    assert article_from_text(_wrapped(text, 30), "a.txt").text == text


def test_short_lines_of_one_length_stay_lines() -> None:
    verses = "白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。\n红豆生南国，春来发几枝。\n愿君多采撷，此物最相思。"
    assert article_from_text(verses, "a.txt").text.count("\n") == 3


# ------------------------------------------------------------------------------- files


def _run(paths: list[Path]) -> Outcome:
    return pipeline.run([str(path) for path in paths])


def _written(folder: Path, texts: dict[str, str], encoding: str = "utf-8") -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding=encoding)
    return [folder / name for name in texts]


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    paths = [*_written(tmp_path, OWN), tmp_path / "missing.txt", tmp_path / "gone.txt"]
    there, back = _run(paths), _run(paths[::-1])
    assert [one.id for one in there.findings] == [one.id for one in back.findings]
    assert there.problems == back.problems


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "gb18030"])
def test_the_encoding_of_files_changes_nothing(tmp_path: Path, encoding: str) -> None:
    told = []
    for name in ("utf-8", encoding):
        _written(tmp_path / name, OWN, name)
        told.append([(one.rule, one.message) for one in _run([tmp_path / name]).findings])
    assert told[0] == told[1] != []


def _figures(finding: Finding) -> tuple[str, list[str], list[str]]:
    """What a finding is about, whatever the order: its rule, the figures that clash, and all of them."""
    values = [str(claim.quantity.value) for claim in finding.claims]
    return finding.rule, sorted(values[: finding.primary]), sorted(values)


TOLD_AT = {
    "four hours": [(1, "06", 5), (2, "12", 8), (3, "18", 11), (4, "23", 14)],
    "one hour twice": [(1, "06", 5), (1, "20", 8), (1, "20", 11), (1, "23", 14)],
    "one hour": [(1, "20", 5), (1, "20", 8), (1, "20", 11)],
    "no hour": [(1, "", 5), (1, "", 8), (2, "", 11), (2, "", 14)],
}
"""Day, hour and deaths, as reports tell one toll anew."""


@pytest.mark.parametrize("when", TOLD_AT)
def test_what_files_are_called_changes_nothing_but_their_names(tmp_path: Path, when: str) -> None:
    told = []
    for names in ("abcd", "dcba", "bdac"):
        _written(
            tmp_path / names,
            {
                f"{name}.txt": f"---\ntitle: 青石沟山洪救援\ndate: 2024-07-0{day}\n---\n"
                f"截至7月{day}日{hour}{'时' if hour else ''}，青石沟山洪已造成{dead}人死亡。"
                for name, (day, hour, dead) in zip(names, TOLD_AT[when], strict=False)
            },
        )
        told.append(sorted(map(_figures, _run([tmp_path / names]).findings)))
    assert told[0] == told[1] == told[2] != []


def test_ids_are_the_same_in_any_locale(tmp_path: Path) -> None:
    (path,) = _written(tmp_path, {"湿地.txt": OWN["marsh.txt"]})
    told = []
    for more in ({"PYTHONUTF8": "1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        command = [sys.executable, "-m", "figcheck", "run", str(path), "--format", "jsonl", "--no-cache"]
        done = subprocess.run(command, env=os.environ | more, capture_output=True, check=False)
        told.append(sorted(re.findall(rb'"id": ?"([0-9a-f]{16})"', done.stdout)))
    assert told[0] == told[1] != []
