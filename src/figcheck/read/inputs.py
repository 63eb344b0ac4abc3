"""How inputs are wanted, as the command line and a desk's settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from figcheck.errors import UserError
from figcheck.limits import Limits

Articles = Mapping[str, Mapping[str, Any]]
"""Glob → what a desk knows of the articles it names: date, place, source, title, trust."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Raises UserError for an encoding that does not exist.

    `encoding` is that of all texts; None finds it out for each. `stdin_name` is what standard input would be called as
    a file. `include` and `exclude` choose among the files of folders, as in .gitignore. `articles` holds what a desk
    says of its articles, by globs that count from the folder `articles_dir`. `limits` is what one file may take.
    """

    encoding: str | None = None
    stdin_name: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    articles: Articles = field(default_factory=dict)
    articles_dir: str = ""
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        try:
            b"1".decode(self.encoding or "utf-8", "replace")
        except (LookupError, UnicodeError):
            what = f"no encoding is called {self.encoding!r}"
            raise UserError("--encoding", what, "gb18030, big5, utf-16 and others are known") from None
