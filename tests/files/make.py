"""Makes the files beside this one from samples/, by the tools that newsrooms use: `python tests/files/make.py`.

Needs Chromium on the PATH, python-docx and OpenCC. The files are kept, so that tests need none of these.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import docx
from opencc import OpenCC

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"
SOURCES = (*sorted((SAMPLES / "3-accident").iterdir()), HERE / "粮食.md")

STYLE = """
@page {{ size: A4; margin: 22mm 18mm }}
body {{ font: 11pt/1.6 "Noto Sans CJK SC"; columns: {columns}; column-gap: 9mm }}
h1, h2 {{ font-size: 18pt; font-weight: normal }}
p {{ margin: 0; text-indent: 2em; text-align: justify }}
table {{ break-inside: avoid }}
td {{ border: 0.5pt solid; padding: 2pt 6pt }}
"""

Block = tuple[str, Sequence[str]]
"""What it is (#, | or nothing), and its lines."""


def body(source: Path) -> str:
    """The text without its front matter, which stands beside the made files in a .yaml."""
    return source.read_text(encoding="utf-8").rpartition("---\n")[2].removeprefix("\n")


def blocks(source: Path) -> Iterator[Block]:
    kinds = ((line[0] if line[0] in "#|" else "", line) for line in body(source).split("\n") if line.strip())
    for kind, lines in groupby(kinds, key=lambda pair: pair[0]):
        told = [line for _, line in lines]
        yield from [(kind, told)] if kind == "|" else ((kind, [line.lstrip("# ")]) for line in told)


def cells(lines: Sequence[str]) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if set("".join(row)) - set("-: ")]


def page(source: Path, columns: int) -> str:
    made = [f"<!doctype html><html lang=zh><meta charset=utf-8><style>{STYLE.format(columns=columns)}</style>"]
    for kind, lines in blocks(source):
        if kind == "|":
            rows = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) for row in cells(lines))
            made.append(f"<table>{rows}</table>")
        else:
            tag = "h1" if kind else "p"
            made.append(f"<{tag}>{escape(lines[0])}</{tag}>")
    return "\n".join(made)


def word(source: Path, path: Path) -> None:
    made = docx.Document()
    for kind, lines in blocks(source):
        if kind == "|":
            rows = cells(lines)
            table = made.add_table(len(rows), len(rows[0]))
            for row, told in enumerate(rows):
                for cell, text in enumerate(told):
                    table.cell(row, cell).text = text
        elif kind:
            made.add_heading(lines[0], 1)
        else:
            made.add_paragraph(lines[0])
    made.save(str(path))


def printed(source: Path, columns: int, path: Path) -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium here")
    with tempfile.TemporaryDirectory() as folder:
        (html := Path(folder, "page.html")).write_text(page(source, columns), encoding="utf-8")
        options = ["--headless", "--no-sandbox", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        subprocess.run([chromium, *options, f"--print-to-pdf={path}", html.as_uri()], check=True, capture_output=True)


def main() -> None:
    """Every source in every form: one folder a form, so that a run can take one of them."""
    traditional = OpenCC("s2tw")
    for source in SOURCES:
        for form in ("docx", "html", "one-column", "two-columns", "gb18030", "big5"):
            (HERE / form).mkdir(exist_ok=True)
            if source.read_text(encoding="utf-8").startswith("---\n"):
                about = source.read_text(encoding="utf-8").split("---\n")[1]
                (HERE / form / f"{source.stem}.yaml").write_text(about, encoding="utf-8")
        word(source, HERE / "docx" / f"{source.stem}.docx")
        (HERE / "html" / f"{source.stem}.html").write_text(page(source, 1), encoding="utf-8")
        printed(source, 1, HERE / "one-column" / f"{source.stem}.pdf")
        printed(source, 2, HERE / "two-columns" / f"{source.stem}.pdf")
        (HERE / "gb18030" / source.name).write_bytes(body(source).encode("gb18030"))
        (HERE / "big5" / source.name).write_bytes(traditional.convert(body(source)).encode("big5hkscs"))


if __name__ == "__main__":
    main()
