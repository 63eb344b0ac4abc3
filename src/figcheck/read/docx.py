"""Word documents: paragraphs, headings, tables, footnotes and text boxes, as they read with all changes accepted.

The only module that knows python-docx. Pages are not known: Word makes them when it opens the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from figcheck.errors import UserError
from figcheck.model import Role, Spot
from figcheck.read.archive import BROKEN
from figcheck.read.document import Document, Writer

_GONE = frozenset(map(qn, ("w:del", "w:moveFrom", "w:delText", "w:instrText", "w:rt", "w:pPr", "w:rPr", "w:sdtPr")))
"""What an editor no longer sees, or never saw: deleted text, field codes, the reading beside a character."""

_AS_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_P, _TBL, _TR, _TC, _T, _R = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:t", "w:r"))
_BOX, _FALLBACK = qn("w:txbxContent"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.I)
_TITLES = frozenset({"title", "标题"})
_CAPTIONS = frozenset({"caption", "题注"})
_NOTES = (("footnotes", "w:footnote"), ("endnotes", "w:endnote"))


def read(data: bytes, where: str) -> Document:
    """The document in these bytes. Raises UserError for what Word would not open either."""
    try:
        package = docx.Document(io.BytesIO(data))
        return _Reader(package).document()
    except RecursionError:
        raise UserError(where, "is nested too deeply", "open it in Word and save it again") from None
    except (*BROKEN, OpcError, LookupError, SyntaxError, AttributeError, TypeError) as error:
        what = f"is no Word document that can be read: {type(error).__name__}"
        raise UserError(where, what, "open it in Word and save it again as .docx") from None


@dataclass(frozen=True, slots=True)
class _Style:
    level: int = 0
    role: Role | None = None


class _Reader:
    """Walks one document; paragraphs are counted as they stand, with those of boxes behind their anchor."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.writer = Writer()
        self.styles = _styles(package)
        self.paragraphs = self.tables = 0
        self.boxes: list[Any] = []
        self.broken = ""  # text of a paragraph whose end mark is deleted: the next one goes on with it

    def document(self) -> Document:
        self.blocks(self.package.element.body, None)
        for name, tag in _NOTES:
            for note in _notes(self.package, name, tag):
                self.blocks(note, "footnote")
        about = self.package.core_properties
        told = {"title": about.title, "source": about.category}
        return self.writer.document({key: word.strip() for key, word in told.items() if word and word.strip()})

    def blocks(self, parent: Any, part: str | None) -> None:
        """Paragraphs and tables within an element, through content controls and insertions."""
        for child in parent:
            if child.tag == _P:
                self.paragraph(child, part)
            elif child.tag == _TBL:
                self.table(child, part)
            elif child.tag not in _GONE and isinstance(child.tag, str):
                self.blocks(child, part)

    def paragraph(self, element: Any, part: str | None) -> None:
        self.paragraphs += 1
        text = self.broken + "".join(self.words(element))
        self.broken = ""
        if element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
            self.broken = text
        else:
            style = self.style(element)
            role = style.role or (Role.CAPTION if part == "textbox" and len(text) < 40 else None)
            self.writer.line(text, Spot(paragraph=self.paragraphs, part=part), role, style.level)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box, "textbox")

    def words(self, parent: Any) -> Iterator[str]:
        """The text within an element; the boxes anchored there are kept for later."""
        for child in parent:
            if child.tag == _T:
                yield child.text or ""
            elif child.tag in _AS_TEXT:
                yield _AS_TEXT[child.tag]
            elif child.tag == _BOX:
                self.boxes.append(child)
            elif child.tag == _R and child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None:
                continue
            elif isinstance(child.tag, str) and child.tag not in _GONE and child.tag != _FALLBACK:
                yield from self.words(child)

    def table(self, element: Any, part: str | None) -> None:
        self.tables += 1
        self.paragraphs += 1
        rows = [[self.cell(cell) for cell in row.iter(_TC)] for row in element.iter(_TR)]
        self.writer.table(rows, Spot(paragraph=self.paragraphs, table=self.tables, part=part))

    def cell(self, element: Any) -> str:
        return "\n".join("".join(self.words(paragraph)) for paragraph in element.iter(_P))

    def style(self, element: Any) -> _Style:
        """That of the paragraph, or an outline level set on the paragraph itself."""
        named = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self.styles.get(named.get(qn("w:val"), ""), _Style()) if named is not None else _Style()
        return style if style != _Style() else replace(style, level=_outline(element))


def _outline(element: Any) -> int:
    found = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    value = found.get(qn("w:val"), "9") if found is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def _styles(package: Any) -> dict[str, _Style]:
    """What the styles of a document make of a paragraph, by their names in English or Chinese."""
    found = {}
    for style in package.styles.element.iterchildren(qn("w:style")):
        named = style.find(qn("w:name"))
        name = (named.get(qn("w:val"), "") if named is not None else "").strip().lower()
        heading = _HEADING.fullmatch(name)
        level = int(heading[1]) if heading else 1 if name in _TITLES else _outline(style)
        found[style.get(qn("w:styleId"), "")] = _Style(level, Role.CAPTION if name in _CAPTIONS else None)
    return found


def _notes(package: Any, name: str, tag: str) -> Iterator[Any]:
    """Footnotes or endnotes, without the separators that Word keeps among them."""
    from docx.oxml import parse_xml

    for relation in package.part.rels.values():
        if relation.reltype.endswith("/" + name) and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).iterchildren(qn(tag)):
                if note.get(qn("w:type")) is None:
                    yield note
