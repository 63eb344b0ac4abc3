"""`figcheck learn`: weights from an archive without labels, the same bytes whatever the order; what it says of them."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import archive
import pytest
from newsroom import Newsroom

from figcheck.match.weights import load, shipped


def learn(folder: Path, paths: list[str], seed: str) -> bytes:
    """The file of weights that a process of its own learns from these paths."""
    command = [sys.executable, "-m", "figcheck", "learn", *paths, "--lang", "en", "--no-cache", "-o", f"{seed}.json"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    return (folder / f"{seed}.json").read_bytes()


def test_an_archive_teaches_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    paths = [f"archive/{path.name}" for path in archive.written(tmp_path / "archive").iterdir()]
    random.Random(3).shuffle(paths)
    first = learn(tmp_path, ["archive"], "1")
    assert learn(tmp_path, paths, "2") == first
    told = json.loads(first)
    assert told["about"]["articles"] == len(paths)
    assert told["about"]["facts told twice"] > 80
    assert load(tmp_path / "1.json").prior < 0  # most candidates are strangers


@pytest.fixture
def taught(newsroom: Newsroom) -> Newsroom:
    """A newsroom with an archive."""
    archive.written(newsroom.base / "archive")
    return newsroom


def test_the_report_says_what_was_found_and_what_is_reached(taught: Newsroom) -> None:
    code, out, err = taught.call("learn", "archive", "--errors", "30", "--warnings", "40")
    assert (code, err) == (0, "")
    assert "72 articles" in out
    assert "facts told twice were found" in out
    before, after = (int(share.rstrip("%")) for share in out.partition("planted slips found")[2].split()[:2])
    assert after >= before
    assert "to choose the threshold" not in out
    assert "Weights written to weights.json" in out


def test_too_little_text_leaves_the_thresholds_as_they_are(taught: Newsroom) -> None:
    code, out, _ = taught.call("learn", "archive", "-o", "own.json")
    assert code == 0
    assert out.count("to choose the threshold of") == 2
    own = load(taught.base / "own.json")
    assert (own.error, own.warning) == (shipped().error, shipped().warning)


def test_a_budget_of_more_alarms_sets_lower_thresholds(taught: Newsroom) -> None:
    for name, budget in (("few", "3"), ("many", "60")):
        assert taught.call("learn", "archive", "--errors", budget, "--warnings", budget, "-o", f"{name}.json")[0] == 0
    few, many = (load(taught.base / f"{name}.json") for name in ("few", "many"))
    assert many.warning <= few.warning
    assert few.warning <= few.error


def _with_wrong_digit(text: str) -> str:
    number = max(re.findall(r"\d+", text), key=len)
    return text.replace(number, number[:2] + str((int(number[2]) + 4) % 10) + number[3:], 1)


def test_the_loudest_alarms_are_shown(newsroom: Newsroom) -> None:
    archive.written(newsroom.base / "archive")
    for path in sorted((newsroom.base / "archive").glob("zh-*.txt"))[1::4]:  # in every second story a digit is wrong
        head, body = path.read_text(encoding="utf-8").split("\n---\n")
        path.write_text(f"{head}\n---\n{_with_wrong_digit(body)}", encoding="utf-8")
    out = newsroom.call("learn", "archive", "--errors", "100", "--warnings", "100")[1]
    assert "The loudest alarms of that part" in out
    assert "same-figure, " in out
    assert "archive/zh-" in out


@pytest.mark.parametrize("stories", [0, 2, 6])
def test_too_few_facts_are_one_line(newsroom: Newsroom, stories: int) -> None:
    archive.written(newsroom.base / "archive", stories)
    code, out, err = newsroom.call("learn", "archive")
    assert (code, out) == (2, "")
    assert "too few to learn from" in err
    assert len(err.splitlines()) == (1 if stories else 2)  # and that there is no article
    assert not (newsroom.base / "weights.json").exists()


def test_rarity_alone_is_a_table_of_the_words_of_the_archive(taught: Newsroom) -> None:
    assert taught.call("learn", "archive", "--rarity", "rarity.txt") == (0, "", "")
    lines = (taught.base / "rarity.txt").read_text(encoding="utf-8").splitlines()
    assert [float(line.partition("\t")[0]) for line in lines] == sorted(
        float(line.partition("\t")[0]) for line in lines
    )
    assert not (taught.base / "weights.json").exists()


# ------------------------------------------------------------------------------- weights of a desk

TOLD = {"a": "2024年，长沙市图书馆借出图书38512册。\n", "b": "2024年，长沙市图书馆借出图书38521册。\n"}


def test_a_desk_uses_its_own_weights(taught: Newsroom) -> None:
    taught.write(**TOLD)
    assert taught.call("learn", "archive", "-o", "figcheck/own.json")[0] == 2  # there is no such folder
    assert taught.call("learn", "archive", "-o", "own.json")[0] == 0
    told = json.loads(Path("own.json").read_text(encoding="utf-8"))
    assert len(taught.report()["findings"]) == 1
    Path("figcheck.yaml").write_text("weights: own.json\n", encoding="utf-8")
    assert len(taught.report()["findings"]) == 1
    Path("own.json").write_text(
        json.dumps({**told, "prior": -30.0, "warning": 1.0, "error": 1.0}), encoding="utf-8"
    )  # nothing is ever one question
    assert taught.report()["findings"] == []
    assert "-30.00" in taught.call("why", "pages/a.txt:1", "pages/b.txt:1")[1]


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "cannot be read"), ("{}", "is no file of weights"), ("[1]", "is no file"), ('{"format": 9}', "is no file")],
)
def test_a_file_that_holds_no_weights_is_one_line(newsroom: Newsroom, content: str | None, told: str) -> None:
    newsroom.write(**TOLD)
    Path("figcheck.yaml").write_text("weights: own.json\n", encoding="utf-8")
    if content is not None:
        Path("own.json").write_text(content, encoding="utf-8")
    code, out, err = newsroom.call("run", "pages")
    assert code == 2
    assert [line for line in err.splitlines() if "own.json" in line and told in line]
    assert "38521册" in out  # those that come with figcheck are used


def test_without_numpy_it_says_what_to_install(taught: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    code, _, err = taught.call("learn", "archive")
    assert code == 2
    assert err == "figcheck: learn: needs numpy (pip install 'figcheck[learn]')\n"
