"""What a text claims and would have to prove: figures, and words of being first, best or whole.

Nothing is judged here. A claim is shown with its sentence; a person says what it rests on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .dates import dates_in
from .mapped import Span
from .quantities import quantities_in

_SENTENCE = re.compile(r"[^。！？；\n]+")
# 最近, 最终, 最低生活保障, 最高人民法院 and the like are no praise.
_SUPERLATIVE = re.compile(
    r"最(?!近|后|终|初|迟|早要|少要|低限|低生活|高人民|高检|高法|低工资|惠国)[^，。；：！？、“”\s]{1,5}"
    r"|首(?:次|个|家|创|例)|第一(?![条项章节步期批次届个位轮场稿件天年月季])|唯一|独一无二|领先|率先|遥遥"
    r"|前所未有|史无前例|历史新高|创(?:下|出|造)?[^，。；]{0,4}新高|填补[^，。；]{0,8}空白|名列前茅"
    r"|(?:全国|全省|全市|全区|全县|位居|排名|位列)[^，。；]{0,4}前[一二三四五六七八九十]"
    r"|根本(?:解决|扭转)|彻底(?:解决|扭转|消除)|全覆盖|圆满"
)
LONGEST = 300


@dataclass(frozen=True)
class Provable:
    """One claim at ``start:end`` of the text. ``sentence`` is where it stands, cut at 300 signs."""

    start: int
    end: int
    words: str
    sentence: str
    kind: Literal["figure", "superlative"]

    @property
    def key(self) -> tuple[str, str]:
        """What a proof holds on to: the words in their sentence. A changed sentence is a new claim."""
        return self.words, self.sentence


def provable_in(text: str) -> list[Provable]:
    """The claims of a text in reading order. Dates and numbers that are names are none."""
    out: list[Provable] = []
    for part in _SENTENCE.finditer(text):
        words = part.group()
        days = [Span(d.start, d.end) for d in dates_in(words)]
        spans: list[tuple[int, int, Literal["figure", "superlative"]]] = [
            (q.start, q.end, "figure") for q in quantities_in(words, days)
        ]
        taken = list(spans)
        for found in _SUPERLATIVE.finditer(words):
            if not any(a < found.end() and found.start() < b for a, b, _ in taken):
                spans.append((found.start(), found.end(), "superlative"))
        sentence = " ".join(words.split())[:LONGEST]
        seen: set[str] = set()
        for start, end, kind in sorted(spans):
            said = words[start:end].strip()
            if said in seen:
                continue  # twice the same in one sentence is one claim
            seen.add(said)
            out.append(Provable(part.start() + start, part.start() + end, said, sentence, kind))
    return out


def stated_in(claim: Provable, text: str) -> bool:
    """Whether a text states the claim's figure (value and unit) or its words; a hint for a reader."""
    if claim.words and claim.words in text:
        return True
    if claim.kind != "figure":
        return False
    mine = quantities_in(claim.words)
    theirs = quantities_in(text)
    return bool(mine) and all(
        any(abs(m.value - t.value) < 1e-9 and m.unit == t.unit for t in theirs) for m in mine
    )
