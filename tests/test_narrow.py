"""Only what changed: all is compared, what touches a changed file is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from newsroom import Newsroom

PAPERS = {
    "a": "2023年湖南省地区生产总值同比增长5.2%。\n",
    "b": "2023年，湖南省GDP同比增长5.3%。\n",
    "c": "2021年湖北省GDP同比增长1.5%。\n",
    "d": "2021年湖北省GDP同比增长1.6%。\n",
}


@pytest.fixture
def papers(newsroom: Newsroom) -> Newsroom:
    """Two pairs that disagree."""
    newsroom.write(**PAPERS)
    return newsroom


@pytest.fixture
def repo(papers: Newsroom) -> Newsroom:
    """The same, committed."""
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "start")
    return papers


def git(*words: str) -> None:
    who = ("-c", "user.name=Li", "-c", "user.email=li@example.org")
    subprocess.run(["git", *who, *words], check=True)


def told(room: Newsroom, *options: str) -> list[set[str]]:
    findings = room.report(*options)["findings"]
    return [{Path(claim["path"]).stem for claim in finding["claims"]} for finding in findings]


@pytest.mark.parametrize(
    ("files", "findings"),
    [
        (["a"], [{"a", "b"}]),
        (["d"], [{"c", "d"}]),
        (["a", "b"], [{"a", "b"}]),
        (["b", "c"], [{"a", "b"}, {"c", "d"}]),
    ],
)
def test_findings_of_the_files_named(papers: Newsroom, files: list[str], findings: list[set[str]]) -> None:
    options = [word for file in files for word in ("--changed", f"pages/{file}.txt")]
    assert told(papers, *options) == findings


def test_the_exit_code_goes_by_what_touches_the_files(papers: Newsroom) -> None:
    papers.write(e="全市有12个项目。\n")
    code, out, _ = papers.call("run", "pages", "--changed", "pages/e.txt")
    assert code == 0
    assert "Told is only what touches the 1 changed article." in out


def test_files_changed_since_a_commit(repo: Newsroom) -> None:
    assert told(repo, "--changed-from", "HEAD") == []
    repo.write(b=PAPERS["b"] + "\n全市有12个项目。\n")
    assert told(repo, "--changed-from", "HEAD") == [{"a", "b"}]


def test_new_files_count_as_changed_and_committed_ones_as_well(repo: Newsroom) -> None:
    repo.write(稿="2021年湖北省GDP同比增长1.5%。\n")
    assert told(repo, "--changed-from", "main") == [{"c", "d", "稿"}]
    git("checkout", "-q", "-b", "topic")
    git("add", "-A")
    git("commit", "-q", "-m", "one more")
    assert told(repo, "--changed-from", "main") == [{"c", "d", "稿"}]


def test_changed_settings_change_everything(repo: Newsroom) -> None:
    Path("figcheck.yaml").write_text("# changed\n", encoding="utf-8")
    assert len(told(repo, "--changed-from", "HEAD")) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--changed-from", "no-such-branch"], "no-such-branch"),
        (["--changed-from", "--output=x"], "is no commit"),
        (["--changed", "pages/z.txt"], "no such file"),
    ],
)
def test_what_cannot_be_known(repo: Newsroom, options: list[str], said: str) -> None:
    code, out, err = repo.call("run", "pages", *options)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_outside_of_git(papers: Newsroom) -> None:
    code, _, err = papers.call("run", "pages", "--changed-from", "HEAD")
    assert code == 2
    assert "not a git repository" in err.lower()
