"""`figcheck init`: a figcheck.yaml that explains itself, a folder for rules, schemas for editors to complete by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from figcheck import rulebook, schema, ui
from figcheck.errors import UserError
from figcheck.project import FILE, FOLDER
from figcheck.report.safe import visible
from figcheck.yamlio import read_text

TEMPLATES = Path(__file__).parent / "lang"


def written(folder: Path, lang: str) -> Iterator[str]:
    """Write the files that are not there yet; a line for each. Raises UserError where one cannot be written."""
    files = {
        folder / FILE: read_text(TEMPLATES / f"starter.{lang}.yaml"),
        folder / FOLDER / "rules" / "README.md": read_text(TEMPLATES / f"starter.{lang}.md") + "".join(_kinds(lang)),
        **{folder / FOLDER / f"{what}.schema.json": schema.written(what) for what in schema.SCHEMAS},
    }
    for path, text in files.items():
        is_ours = path.suffix == ".json"  # the schemas follow the version of figcheck, the rest is the desk's
        made = "init.kept" if path.exists() and not is_ours else "init.written"
        if made == "init.written":
            _write(path, text)
        yield visible(ui.say(made, lang, path=path))


def _kinds(lang: str) -> Iterator[str]:
    """A line for each kind of check, with what the shipped rules find by it."""
    rules, _ = rulebook.load([rulebook.shipped_rules()])
    for kind in sorted({rule.check for rule in rules}):
        titles = [ui.in_lang(rule.title, lang) for rule in rules if rule.check == kind]
        yield f"- `{kind}`{ui.say('colon', lang)}{ui.say('list-stop', lang).join(titles)}\n"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(str(path), error.strerror or str(error), "choose a folder that can be written to") from None
