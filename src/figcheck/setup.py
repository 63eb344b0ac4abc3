"""What a run works with: the rules that come with figcheck and a desk's own, as its settings want them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from figcheck import config, project, rulebook, tuning
from figcheck.check.rule import Rule
from figcheck.config import Config
from figcheck.errors import UserError
from figcheck.match.weights import Weights, load, shipped
from figcheck.model import Problem
from figcheck.tuning import Tuned


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings, every rule as they want it, what levels weigh, and what is wrong with any of them."""

    config: Config
    tuned: tuple[Tuned, ...]
    problems: tuple[Problem, ...]
    own_weights: Weights | None = None

    @property
    def weights(self) -> Weights:
        """What the settings name, else what comes with figcheck."""
        return self.own_weights or shipped()

    @property
    def rules(self) -> list[Rule]:
        """The rules in use."""
        return tuning.in_use(self.tuned)


def prepared(paths: Sequence[str] = (), rules_dirs: Sequence[Path] = (), config_file: Path | None = None) -> Setup:
    """The settings that hold for these paths (or the file that is named), and the rules, from these folders too."""
    desk, wrong = config.load(config_file or project.find(paths))
    rules, broken = rulebook.load([rulebook.shipped_rules(), *desk.rules_dirs, *rules_dirs])
    made, refused = tuning.tuned(rules, desk)
    weights, unread = _weights(desk)
    return Setup(desk, tuple(made), (*wrong, *broken, *refused, *unread), weights)


def _weights(desk: Config) -> tuple[Weights | None, list[Problem]]:
    if desk.weights is None:
        return None, []
    try:
        return load(desk.weights), []
    except UserError as error:
        return None, [error.problem()]
