"""figcheck where newsrooms meet it: as a hook of git, as a step of GitHub Actions, as a job of GitLab."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from newsroom import Newsroom

HOME = Path(__file__).parent.parent
ACTION = HOME / ".github" / "actions" / "figcheck"
GIT = "git -c user.name=Li -c user.email=li@example.org"
A, B = "2023年湖南省地区生产总值同比增长5.2%。\n", "2023年，湖南省GDP同比增长5.3%。\n"


@pytest.fixture
def repo(newsroom: Newsroom) -> Newsroom:
    """A newsroom's repository in which two articles agree."""
    newsroom.write(a=A, b=A)
    (newsroom.base / "with blank").mkdir()
    (newsroom.base / "with blank" / "c.txt").write_text(A, encoding="utf-8")
    shell("git init -q -b main && git add -A && git -c user.name=Li -c user.email=li@example.org commit -qm start")
    return newsroom


def shell(script: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A script as a runner runs it, with figcheck and python on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "PATH": path, "PYTHONUTF8": "1", "LANG": "C.UTF-8", **env}
    command = ["bash", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", check=False)


# ------------------------------------------------------------------------------- pre-commit


def test_the_hook_looks_at_all_articles_together() -> None:
    (hook,) = document(HOME / ".pre-commit-hooks.yaml")
    assert hook["pass_filenames"] is False
    assert shell(f"pre-commit validate-manifest '{HOME / '.pre-commit-hooks.yaml'}'").returncode == 0


def test_the_hook_stops_a_commit_that_contradicts_another_article(repo: Newsroom) -> None:
    (hook,) = document(HOME / ".pre-commit-hooks.yaml")
    local = {**hook, "language": "system", "args": ["pages"]}
    (repo.base / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}), encoding="utf-8"
    )
    assert shell("git add -A && pre-commit run").returncode == 0
    repo.write(b=B)
    stopped = shell("git add -A && pre-commit run")
    assert stopped.returncode == 1
    assert "【5.3%】" in stopped.stdout


def scratch_copy(base: Path) -> Path:
    """This project as somebody would get it from its host: a repository of git."""
    copy = base / "figcheck-home"
    kept_out = shutil.ignore_patterns(".*_cache", ".hypothesis", ".git", "__pycache__", "tests", "build")
    shutil.copytree(HOME, copy, ignore=kept_out)
    done = shell(f"cd '{copy}' && git init -q && git add -A && {GIT} commit -qm all && git tag v0")
    assert done.returncode == 0, done.stderr
    return copy


def or_skip(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """What was done; skipped where packages could not be had."""
    told = done.stdout + done.stderr
    if re.search(
        "NewConnectionError|Temporary failure|No matching distribution|Network is unreachable|timed out", told
    ):
        pytest.skip("packages cannot be downloaded here")
    return done


def test_the_hook_is_installed_from_its_repository_and_runs(
    repo: Newsroom, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = scratch_copy(tmp_path_factory.mktemp("home"))
    wanted = {"repo": str(home), "rev": "v0", "hooks": [{"id": "figcheck", "args": ["pages"]}]}
    config = yaml.safe_dump({"repos": [wanted]})
    (repo.base / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    env = {"PRE_COMMIT_HOME": str(home.parent / "store")}
    installed = or_skip(shell("git add -A && pre-commit install --install-hooks", **env))
    assert installed.returncode == 0, installed.stdout + installed.stderr
    repo.write(b=B)
    stopped = shell(f"git add -A && {GIT} commit -m contradiction", **env)
    assert stopped.returncode == 1
    assert "【5.3%】" in stopped.stdout + stopped.stderr
    repo.write(b=A.replace("。", "，全省粮食总产量3068万吨。"))
    assert shell(f"git add -A && {GIT} commit -m agreement", **env).returncode == 0


# ------------------------------------------------------------------------------- GitHub Actions


def test_the_action_installs_and_runs_in_an_environment_of_its_own(repo: Newsroom, tmp_path: Path) -> None:
    repo.write(b=B)
    shell(f"'{sys.executable}' -m venv '{tmp_path / 'runner'}'")
    own = {"PATH": f"{tmp_path / 'runner' / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": ""}
    install, check = document(ACTION / "action.yml")["runs"]["steps"][-2:]
    settings = {"GITHUB_ACTION_PATH": str(ACTION), "GITHUB_ACTIONS": "true", "FIGCHECK_PATHS": "pages"}
    settings |= {"FIGCHECK_FAIL_ON": "error", "FIGCHECK_CHANGED_FROM": "", "FIGCHECK_LANG": "zh", "FIGCHECK_ARGS": ""}
    done = or_skip(shell(install["run"], **settings, **own))
    assert done.returncode == 0, done.stderr
    found = shell(check["run"], **settings, **own)
    assert found.returncode == 1
    assert found.stdout.startswith("::error file=pages/b.txt") or found.stdout.startswith("::error file=pages/a.txt")


def check_step(**inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action, run as the runner does: inputs come by the environment."""
    action = document(ACTION / "action.yml")
    step = action["runs"]["steps"][-1]
    told = {name.replace("_", "-"): value for name, value in inputs.items()}
    values = {name: told.get(name, spec["default"]) for name, spec in action["inputs"].items()}
    env = {name: filled(value, values) for name, value in step["env"].items()}
    return shell(step["run"], GITHUB_ACTION_PATH=str(ACTION), **env)


def filled(expression: str, inputs: dict[str, str]) -> str:
    for name, value in inputs.items():
        expression = expression.replace(f"${{{{ inputs.{name} }}}}", value)
    return expression.replace("${{ runner.temp }}", os.environ["FIGCHECK_CACHE_DIR"])


@pytest.mark.parametrize(
    ("b", "inputs", "code"),
    [
        (A, {}, 0),
        (B, {}, 1),
        (B, {"fail_on": "never"}, 0),
        (B, {"paths": "pages/a.txt"}, 0),
        (B, {"paths": "pages/a.txt\nwith blank\n"}, 0),
        (B, {"paths": "pages/b.txt\nwith blank\n"}, 1),
        (B, {"changed_from": "HEAD"}, 1),
        (B, {"args": "--min-severity\nerror\n"}, 1),
        (B, {"args": "--no-such-option"}, 2),
        (B, {"paths": "$(touch pwned)"}, 2),
    ],
)
def test_the_action_ends_as_figcheck_does(repo: Newsroom, b: str, inputs: dict[str, str], code: int) -> None:
    repo.write(b=b)
    assert check_step(**inputs).returncode == code
    assert not (repo.base / "pwned").exists()


def test_inputs_of_the_action_never_stand_in_a_script() -> None:
    for step in document(ACTION / "action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


# ------------------------------------------------------------------------------- GitLab


@pytest.mark.parametrize(
    ("b", "variables", "code"),
    [
        (A, {}, 0),
        (B, {}, 1),
        (B, {"FIGCHECK_PATHS": "with blank"}, 0),
        (B, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}, 1),
        (B, {"FIGCHECK_FAIL_ON": "never"}, 0),
    ],
)
def test_the_job_of_gitlab_ends_as_figcheck_does(repo: Newsroom, b: str, variables: dict[str, str], code: int) -> None:
    repo.write(b=b)
    whole = document(HOME / ".gitlab" / "figcheck.yml")
    script = "\n".join(whole["figcheck"]["script"])
    assert shell(script, **{**whole["variables"], **variables}).returncode == code


def document(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
