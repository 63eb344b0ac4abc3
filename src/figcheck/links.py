"""links.yaml: which questions an editor has said to be one, or two, whatever figcheck makes of their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from figcheck import form, project, yamlio
from figcheck.errors import UserError
from figcheck.model import Claim
from figcheck.question import asked

FILE = "links.yaml"
HEAD = """# Questions that are one (`are: same`), or are not (`are: different`), whatever their words are like.
# `figcheck why A:LINE B:LINE --link` and `--unlink` add to this file.
"""


class Are(StrEnum):
    """What an editor has said of two questions."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Link:
    """Two questions, as `question.asked` words them, and whether they are one."""

    are: Are
    a: str
    b: str
    reason: str = ""
    by: str = ""
    day: str = ""

    @property
    def ends(self) -> frozenset[str]:
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Links:
    """All that was said, in the order of the file."""

    path: Path
    told: tuple[Link, ...] = ()

    def between(self, a: Claim, b: Claim) -> Are | None:
        """What was said of the questions of two claims; None where nothing was."""
        ends = frozenset((asked([a]), asked([b])))
        return next((link.are for link in self.told if link.ends == ends), None)

    def add(self, link: Link) -> Links:
        """The same with one more; what was said of these questions before is forgotten."""
        return Links(self.path, (*(old for old in self.told if old.ends != link.ends), link))


def load(base: Path) -> Links:
    """The links of a project, none where there is no file. Raises UserError for the first thing in it that is wrong."""
    path = project.file(FILE, base)
    if not path.exists():
        return Links(path)
    whole = form.document(yamlio.read_text(path), path.as_posix())
    return Links(path, tuple(form.filled(Link, entry) for entry in whole.items()) if whole.value is not None else ())


def save(links: Links) -> None:
    """Write the file. Raises UserError where it cannot be written."""
    project.write(links.path, HEAD + "".join("\n" + yamlio.written([_plain(link)]) for link in links.told))


def _plain(link: Link) -> dict[str, str]:
    return {name: str(value) for name in form.named(Link) if (value := getattr(link, name))}


def made(are: Are, pairs: Sequence[tuple[Claim, Claim]], reason: str, by: str, day: str) -> Link:
    """The link that is meant by the figures at two places. Raises UserError unless they pose one pair of questions."""
    ends = {frozenset((asked([a]), asked([b]))): (asked([a]), asked([b])) for a, b in pairs}
    if len(ends) > 1:
        raise UserError("--link" if are is Are.SAME else "--unlink", "several figures stand there", "give columns")
    ((a, b),) = ends.values()
    if a == b:
        raise UserError(a, "both figures answer this question already", "accept the finding, if it can stand")
    return Link(are, a, b, reason, by, day)
