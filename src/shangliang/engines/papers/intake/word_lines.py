"""A member's Word file as plain lines, in reading order, with what was left behind named."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from .archives import UNREADABLE
from .refusals import BROKEN, UploadRefused

_W = qn("w:p")[: -len("p")]
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURE = {"drawing", "pict"}
_NAMES = {
    "picture": ("图片", "张"),
    "comment": ("批注", "条"),
    "object": ("嵌入的对象", "个"),
    "formula": ("公式", "个"),
}


@dataclass(frozen=True)
class Line:
    """One line of text. ``marked`` = bold or a heading style; ``listed`` = numbered by Word.

    ``cells`` holds a table row's cells, each as its own lines.
    """

    text: str
    marked: bool = False
    listed: bool = False
    cells: tuple[tuple[Line, ...], ...] = ()


@dataclass
class Lines:
    """The lines, further text found outside the body, and what was left behind."""

    body: list[Line] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def read_lines(data: bytes) -> Lines:
    """Body, text boxes, footnotes and headers of a .docx.

    Raises ``UploadRefused("broken")`` when it cannot be opened as Word.
    """
    try:
        return _read(data)
    except UNREADABLE + (PackageNotFoundError, AttributeError, etree.XMLSyntaxError) as error:
        raise UploadRefused("broken", BROKEN) from error


def _read(data: bytes) -> Lines:
    document = Document(io.BytesIO(data))
    reader = _Reader(_heading_styles(document))
    found = Lines(body=list(reader.block(document.element.body)))
    found.aside = reader.boxes + _notes(document)
    found.dropped = reader.dropped() + _margins(document)
    return found


def _heading_styles(document: Any) -> set[str]:
    names = re.compile(r"heading|title|标题", re.IGNORECASE)
    return {s.style_id for s in document.styles if s.name and names.search(s.name)}


class _Reader:
    def __init__(self, heading_styles: set[str]) -> None:
        self.heading_styles = heading_styles
        self.counts: Counter[str] = Counter()
        self.deleted: list[str] = []
        self.boxes: list[str] = []

    def block(self, parent: Any) -> Iterator[Line]:
        for child in parent:
            kind = _local(child)
            if kind == "p":
                yield from self.paragraph(child)
            elif kind == "tbl":
                yield from self.table(child)
            elif kind in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"):
                yield from self.block(child)

    def paragraph(self, element: Any) -> Iterator[Line]:
        pieces: list[tuple[str, bool]] = []
        self._walk(element, pieces, deleted=False)
        listed = element.find(f"{_W}pPr/{_W}numPr") is not None
        style = element.find(f"{_W}pPr/{_W}pStyle")
        headed = style is not None and style.get(f"{_W}val") in self.heading_styles
        text = "".join(piece for piece, _ in pieces)
        inked = [bold for piece, bold in pieces if piece.strip()]
        marked = headed or (bool(inked) and all(inked))
        lead = self._bold_lead(pieces)
        for place, part in enumerate(text.split("\n")):
            stripped = part.replace("\u00a0", " ").strip(" \t\u3000")
            if not stripped:
                continue
            if (
                place == 0
                and lead
                and not marked
                and stripped.startswith(lead)
                and stripped != lead
            ):
                # "Situation." in bold and the text behind it in the same paragraph.
                yield Line(lead, marked=True, listed=listed)
                yield Line(stripped[len(lead) :].strip(" \t\u3000"))
            else:
                yield Line(stripped, marked, listed and place == 0)

    @staticmethod
    def _bold_lead(pieces: list[tuple[str, bool]]) -> str:
        lead = ""
        for piece, bold in pieces:
            if not bold and piece.strip():
                break
            lead += piece
        lead = lead.strip(" \t\u3000\n")
        return lead if 1 < len(lead) <= 20 and "\n" not in lead else ""

    def _walk(self, element: Any, pieces: list[tuple[str, bool]], *, deleted: bool) -> None:
        for child in element:
            kind = _local(child)
            if kind in ("del", "moveFrom"):
                gone = "".join(t.text or "" for t in child.iter(f"{_W}delText", f"{_W}t"))
                if gone.strip():
                    self.deleted.append(gone.strip())
            elif kind == "r":
                self._run(child, pieces)
            elif kind == "oMath" or kind == "oMathPara":
                self.counts["formula"] += 1
            elif kind not in ("pPr", "rPr") and child.tag != _FALLBACK:
                self._walk(child, pieces, deleted=deleted)

    def _run(self, run: Any, pieces: list[tuple[str, bool]]) -> None:
        mark = run.find(f"{_W}rPr/{_W}b")
        bold = mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")
        for child in run:
            kind = _local(child)
            if kind == "t":
                pieces.append((child.text or "", bold))
            elif kind == "tab":
                pieces.append(("\t", bold))
            elif kind in ("br", "cr"):
                pieces.append(("\n", bold))
            elif kind == "noBreakHyphen":
                pieces.append(("-", bold))
            elif kind == "commentReference":
                self.counts["comment"] += 1
            elif kind == "object":
                self.counts["object"] += 1
            elif kind in (*_PICTURE, "AlternateContent"):
                self._drawing(child)

    def _drawing(self, element: Any) -> None:
        boxes = [b for b in element.iter(f"{_W}txbxContent") if not _within_fallback(b, element)]
        for box in boxes:
            self.boxes += [line.text for line in self.block(box)]
        if not boxes:
            self.counts["picture"] += 1

    def table(self, element: Any) -> Iterator[Line]:
        for row in element.iter(f"{_W}tr"):
            if _owner(row) is not element:
                continue
            cells = [
                tuple(self.block(cell))
                for cell in row.iter(f"{_W}tc")
                if _owner(cell) is element and not _continues_above(cell)
            ]
            texts = [" ".join(line.text for line in cell) for cell in cells]
            if any(texts):
                yield Line(" | ".join(t for t in texts if t), cells=tuple(c for c in cells if c))

    def dropped(self) -> list[str]:
        named = [
            f"{_NAMES[kind][0]} {count} {_NAMES[kind][1]}" for kind, count in self.counts.items()
        ]
        named += [f"修订中已删除的文字：“{text[:60]}”" for text in self.deleted]
        return named


def _local(element: Any) -> str:
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else ""


def _owner(element: Any) -> Any:
    return next(element.iterancestors(f"{_W}tbl"), None)


def _continues_above(cell: Any) -> bool:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _within_fallback(element: Any, top: Any) -> bool:
    for parent in element.iterancestors():
        if parent.tag == _FALLBACK:
            return True
        if parent is top:
            return False
    return False


def _notes(document: Any) -> list[str]:
    texts = []
    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
            for note in root:
                text = "".join(t.text or "" for t in note.iter(f"{_W}t")).strip()
                if text:
                    texts.append(f"脚注：{text}")
    return texts


def _margins(document: Any) -> list[str]:
    texts = []
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer):
            if part.is_linked_to_previous:
                continue
            text = " ".join(p.text.strip() for p in part.paragraphs if p.text.strip())
            if re.search(r"[\u4e00-\u9fff]", text) and text not in texts:
                texts.append(text)
    return [f"页眉页脚：“{text[:60]}”" for text in texts]
