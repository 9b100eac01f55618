"""A report held against the contents a notice asked for: answered, thin or missing (S-149).

Each verdict shows its passage and its reason; a person overrules it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .dates import dates_in
from .engine import Reading
from .mapped import Span
from .quantities import quantities_in
from .sentences import sentences

ANSWERED, THIN, MISSING = "answered", "thin", "missing"
# A topic said in less than this many characters is only touched on.
SHORT = 40
_CUT = re.compile(r"[、，,；;和与及\s（）()《》“”]+")
_EMPTY = {
    "情况", "工作", "问题", "建议", "打算", "安排", "进展", "推进", "主要", "重点", "目前", "存在",
    "完成", "开展", "落实",
    "下一步", "上半年", "下半年", "全年", "如何", "怎么", "本县", "本地", "建设", "项目", "措施", "意见",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """One content a notice asks for. ``words``: what a passage on it may be known by; ``figures``:
    whether numbers are asked for."""

    name: str
    words: tuple[str, ...] = ()
    figures: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """The words to look for: the notice's own, else the name cut into its parts."""
        if self.words:
            return self.words
        parts = [p for p in map(_core, _CUT.split(self.name)) if len(p) >= 2]
        return tuple(parts) or (self.name,)


def _core(words: str) -> str:
    """A name without the words every report has: "5G 项目推进情况" is known by "5G"."""
    while True:
        for empty in _EMPTY:
            if words.endswith(empty) and len(words) > len(empty):
                words = words.removesuffix(empty)
                break
            if words.startswith(empty) and len(words) > len(empty) + 1:
                words = words.removeprefix(empty)
                break
        else:
            return "" if words in _EMPTY else words


@dataclass(frozen=True)
class Covered:
    """What a report says to one content: state, passage, its lines, and why it was judged so."""

    state: str
    passage: str = ""
    lines: tuple[int, int] = (0, 0)
    why: str = ""


def cover(reading: Reading, wanted: Sequence[Wanted]) -> list[Covered]:
    """One verdict for each content, in order. Linear in the text times the number of contents."""
    said = _sentences(reading)
    return [_one(said, content) for content in wanted]


@dataclass(frozen=True)
class _Said:
    text: str
    words: str
    lines: tuple[int, int]
    paragraph: tuple[int, int]
    heading: bool


def _sentences(reading: Reading) -> list[_Said]:
    out: list[_Said] = []
    for number, document in enumerate(reading.documents):
        heads = {(h.paragraph, h.start) for h in document.outline if not h.inline}
        for rank, paragraph in enumerate(document.speech.body):
            alone = any(p == rank for p, _ in heads) and len(paragraph.text) < 60
            for span in sentences(paragraph.text):
                out.append(
                    _Said(
                        paragraph.text[span.start : span.end],
                        paragraph.words.words(span.start, span.end),
                        paragraph.words.lines(span.start, span.end),
                        (number, rank),
                        alone,
                    )
                )
    return out


def _one(said: list[_Said], content: Wanted) -> Covered:
    marks = content.marks
    hits = [n for n, s in enumerate(said) if any(mark in s.text for mark in marks)]
    if not hits:
        return Covered(MISSING, why=f"通篇没有出现“{'”“'.join(marks[:4])}”。")
    # The passage that says most: of a heading's own text, or of the sentences that follow a hit.
    blocks = [_block(said, hits, first) for first in hits[:20]]
    block = max(blocks, key=lambda b: sum(len(said[n].words) for n in b if not said[n].heading))
    words = "".join(said[n].words.strip() for n in block if not said[n].heading)
    lines = (said[block[0]].lines[0], said[block[-1]].lines[1])
    shown = words or said[block[0]].words
    text = "".join(said[n].text for n in block)
    counted = bool(quantities_in(text, [Span(d.start, d.end) for d in dates_in(text)]))
    if len(words) < SHORT:
        return Covered(THIN, shown, lines, f"只说了 {len(words)} 字，没有展开。")
    if content.figures and not counted:
        return Covered(THIN, shown, lines, "通知要求有数据，这一段没有数。")
    return Covered(ANSWERED, shown, lines, f"写了 {len(words)} 字{'，有数据' if counted else ''}。")


def _block(said: list[_Said], hits: list[int], first: int) -> list[int]:
    """A heading speaks for what stands under it; a sentence for those that follow in its paragraph."""
    block = [first]
    for n in range(first + 1, min(len(said), first + 12)):
        under = said[first].heading and not said[n].heading
        same = said[n].paragraph == said[first].paragraph
        if under or (n in hits and not said[n].heading) or (same and len(block) < 6):
            block.append(n)
        else:
            break
    return block
