"""The source as it is shown: paragraphs cut into pieces, each piece knowing what lights it up."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..models import Extract, IntakeParagraph

MARK = {"task": "任", "indicator": "标", "gap": "差", "topic": "题", "flag": "疑", "clause": "条"}
TONE = {"indicator": "num", "gap": "gap", "topic": "topic", "flag": "doubt", "clause": "clause"}
# Which mark a piece wears where several findings share it: a doubt over a task over a figure.
FIRST = {"flag": 0, "task": 1, "indicator": 2, "gap": 3, "topic": 4, "clause": 9}


@dataclass
class Piece:
    """A stretch of a paragraph. ``line``: a source line begins here."""

    text: str
    line: int = 0
    ids: str = ""  # space-separated findings
    tone: str = ""
    ends: list[tuple[int, str, str]] = field(default_factory=list)  # (finding, sign, tone)


@dataclass
class Shown:
    """One paragraph with its pieces."""

    row: IntakeParagraph
    pieces: list[Piece]

    @property
    def heading(self) -> bool:
        return bool(self.row.level)


def sign(row: Extract) -> str:
    """任3, 疑1: what a finding is called on the page."""
    return "要求" if row.soft else f"{MARK[row.kind]}{row.number}"


def shown(paragraphs: Iterable[IntakeParagraph], extracts: Iterable[Extract]) -> list[Shown]:
    """Cut each paragraph at line ends and at the ends of what was found in it."""
    by_paragraph: dict[int, list[Extract]] = {}
    for row in extracts:
        if not row.gone and row.end > row.start:
            by_paragraph.setdefault(row.paragraph, []).append(row)
    return [Shown(p, pieces(p, by_paragraph.get(p.order, []))) for p in paragraphs]


def pieces(paragraph: IntakeParagraph, found: list[Extract]) -> list[Piece]:
    """Linear in the cuts; a heading is not lit by its own clause, it is one."""
    text = paragraph.text
    lit = [r for r in found if r.kind != Extract.Kind.CLAUSE and not (r.soft and r.state == "open")]
    quiet = [r for r in found if r.soft and r.state == "open"]
    lines = dict(paragraph.breaks)
    cuts = {0, len(text), *lines}
    for row in (*lit, *quiet):
        cuts |= {min(row.start, len(text)), min(row.end, len(text))}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    out: list[Piece] = []
    for start, end in zip(edges, edges[1:], strict=False):
        here = [r for r in (*lit, *quiet) if r.start <= start and r.end >= end]
        here.sort(key=lambda r: FIRST[r.kind])
        loud = [r for r in here if not (r.soft and r.state == "open")]
        piece = Piece(text[start:end], lines.get(start, 0), " ".join(str(r.pk) for r in here))
        if loud:
            piece.tone = TONE.get(loud[0].kind, "task")
        piece.ends = [
            (r.pk, sign(r), TONE.get(r.kind, "task")) for r in loud if min(r.end, len(text)) == end
        ]
        out.append(piece)
    return out
