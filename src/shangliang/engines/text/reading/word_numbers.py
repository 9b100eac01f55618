"""Numbers Word counts by itself (自动编号): 一、 （一） 1. as the reader of the paper sees them.

They stand in no run of the document; without them a paper set by an office has no outline at all.
Source: ISO/IEC 29500-1, 17.9 (numbering), 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_CN = "〇一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
        "taiwaneseCountingThousand", "ideographTraditional", "koreanCounting",
    }
)  # fmt: skip
_DEEP = 9


def in_chinese(number: int) -> str:
    """1 一, 10 十, 21 二十一, 105 一百〇五; figures from a thousand on."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = _CN[hundreds] + "百" if hundreds else ""
    if tens:
        head += ("" if tens == 1 and not hundreds else _CN[tens]) + "十"
    elif hundreds and ones:
        head += "〇"
    return head + (_CN[ones] if ones else "")


def written(number: int, style: str) -> str:
    """A number as its format writes it; what we do not know comes in figures."""
    if style in _CHINESE:
        return in_chinese(number)
    if style.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if style in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr((97 if style == "lowerLetter" else 65) + number - 1)
    if style == "decimalFullWidth":
        return str(number).translate({48 + n: 0xFF10 + n for n in range(10)})
    return str(number)


@dataclass(frozen=True)
class Level:
    """One level of a list: its format, the words around the number, its start, its paragraphs' style."""

    style: str
    words: str
    start: int
    of: str


@dataclass
class Numbers:
    """The numbers of a document, counted paragraph by paragraph in its order."""

    lists: dict[str, tuple[str, dict[int, Level]]]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def before(self, paragraph: Any) -> str:
        """What Word writes in front of this paragraph; "" where it numbers nothing."""
        named = self._list_of(paragraph)
        if named is None or named[0] not in self.lists or not paragraph.text.strip():
            return ""
        name, depth = named
        key, levels = self.lists[name]
        level = levels.get(depth)
        if level is None or level.style in ("bullet", "none"):
            return ""
        counts = self.counts.setdefault(key, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        words = level.words
        for at in range(depth + 1):
            if f"%{at + 1}" in words:
                upper = levels.get(at, level)
                words = words.replace(
                    f"%{at + 1}", written(counts.get(at, upper.start), upper.style)
                )
        return words

    def _list_of(self, paragraph: Any) -> tuple[str, int] | None:
        own = _pointer(paragraph._p.pPr)
        if own is not None:
            return own
        style = paragraph.style.style_id if paragraph.style is not None else ""
        return self.styles.get(style)


def _pointer(properties: Any) -> tuple[str, int] | None:
    """Which list and level a paragraph or a style points to; list 0 means none."""
    marks = properties.find(qn("w:numPr")) if properties is not None else None
    if marks is None:
        return None
    name, depth = marks.find(qn("w:numId")), marks.find(qn("w:ilvl"))
    if name is None:
        return None
    deep = int(depth.get(qn("w:val")) or 0) if depth is not None else 0
    return str(name.get(qn("w:val"))), min(deep, _DEEP - 1)


def _levels(abstract: Any) -> dict[int, Level]:
    out = {}
    for level in abstract.findall(qn("w:lvl")):
        shape, words, start, of = (
            level.find(qn(f"w:{tag}")) for tag in ("numFmt", "lvlText", "start", "pStyle")
        )
        out[int(level.get(qn("w:ilvl")))] = Level(
            str(shape.get(qn("w:val"))) if shape is not None else "decimal",
            str(words.get(qn("w:val")) or "") if words is not None else "",
            int(start.get(qn("w:val"))) if start is not None else 1,
            str(of.get(qn("w:val"))) if of is not None else "",
        )
    return out


def numbers_of(document: Any) -> Numbers:
    """The lists of a document; empty where it has none."""
    part = next(
        (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")),
        None,
    )  # fmt: skip
    if part is None:
        return Numbers({}, {})
    root = part.element
    shapes = {a.get(qn("w:abstractNumId")): _levels(a) for a in root.findall(qn("w:abstractNum"))}
    lists = {}
    for entry in root.findall(qn("w:num")):
        pointer = entry.find(qn("w:abstractNumId"))
        name = str(entry.get(qn("w:numId")))
        shape = pointer.get(qn("w:val")) if pointer is not None else ""
        again = entry.find(qn("w:lvlOverride")) is not None  # "restart": a list of its own
        lists[name] = (f"{shape}/{name}" if again else str(shape), shapes.get(shape, {}))
    styles = {}
    for style in document.styles.element.findall(qn("w:style")):
        found, name = _pointer(style.find(qn("w:pPr"))), str(style.get(qn("w:styleId")))
        if found is not None:
            _, levels = lists.get(found[0], ("", {}))
            deep = next((at for at, level in levels.items() if level.of == name), found[1])
            styles[name] = (found[0], deep)
    return Numbers(lists, styles)
