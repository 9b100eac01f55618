"""Keywords and summaries: sentences quoted as they stand, with their place. Help, never record."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .fold import fold
from .query import EMPTY_WORDS
from .stock import STOCK
from .tokens import IS_HAN, words

SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
MOST_SENTENCES = 400
COUNTED = re.compile("[一二两三四五六七八九十百千几半每]+[个次件条年月天日户家处元名位层台]{0,2}")
TRADE = frozenset(
    [
        "不了",
        "不到",
        "不能",
        "出来",
        "起来",
        "情况",
        "建议",
        "问题",
        "工作",
        "进行",
        "目前",
        "部分",
        "存在",
        "一些",
        "需要",
        "可以",
        "以及",
        "通过",
        "或者",
        "由于",
        "因此",
        "没有",
        "现在",
        "方面",
        "单位",
        "部门",
        "时候",
        "他们",
        "我们",
        "自己",
        "其中",
        "主要",
        "如果",
        "这个",
        "这些",
        "应当",
        "应该",
        "相关",
        "有关",
        "加强",
        "推进",
        "完善",
        "提高",
        "提升",
        "开展",
        "落实",
        "实施",
        "措施",
        "全市",
        "全县",
    ]
)


@dataclass(frozen=True)
class Quoted:
    """A sentence of the text: ``text[start:end]``, word for word."""

    text: str
    start: int
    end: int


def telling(text: str) -> list[str]:
    """Words that can tell what a text is about."""
    return [
        w
        for w in words(STOCK.sub(" ", fold(text)))
        if len(w) > 1
        and IS_HAN.match(w)
        and w not in TRADE
        and w not in EMPTY_WORDS
        and not COUNTED.fullmatch(w)
    ]


def keywords(title: str, body: str, most: int = 6) -> list[tuple[str, int]]:
    """The words that name the matter, with how often: those of the title weigh threefold."""
    counts: Counter[str] = Counter(telling(body))
    worth: Counter[str] = Counter()
    for word, count in counts.items():
        worth[word] = min(count, 8) * min(len(word), 4)
    for word in telling(title):
        worth[word] += 3 * min(len(word), 4)
        counts[word] += 1
    ranked = sorted(worth, key=lambda w: (-worth[w], w))
    kept: list[str] = []
    for word in ranked:
        if not any(word in k or k in word for k in kept):
            kept.append(word)
        if len(kept) == most:
            break
    return [(w, counts[w]) for w in kept]


def sentences(text: str) -> list[Quoted]:
    """The sentences with their places."""
    found = []
    for match in SENTENCE.finditer(text):
        raw = match.group()
        lead = len(raw) - len(raw.lstrip())
        if len(raw.strip()) >= 6:
            found.append(Quoted(raw.strip(), match.start() + lead, match.end() - (len(raw) - len(raw.rstrip()))))  # fmt: skip
    return found[:MOST_SENTENCES]


def summary(title: str, body: str, most: int = 3) -> list[Quoted]:
    """The sentences that say most, in their order. Empty for a text of so few sentences anyway."""
    listed = sentences(body)
    if len(listed) <= most:
        return []
    bags = [set(telling(s.text)) for s in listed]
    have = Counter(w for bag in bags for w in bag)
    lead = set(telling(title))
    scores = []
    for n, (sentence, bag) in enumerate(zip(listed, bags, strict=True)):
        if not bag:
            scores.append(0.0)
            continue
        central = sum(have[w] - 1 for w in bag) / len(bag) ** 0.5
        scores.append(
            central
            + 2.0 * len(bag & lead)
            + (1.5 if n == 0 else 0.0)
            + (1.0 if re.search(r"建议|要求|应当|据.{0,6}统计|\d", sentence.text) else 0.0)
            - (2.0 if len(sentence.text) > 120 else 0.0)
        )
    chosen: list[int] = []
    for n in sorted(range(len(listed)), key=lambda i: (-scores[i], i)):
        if all(
            len(bags[n] & bags[m]) <= 0.6 * max(1, min(len(bags[n]), len(bags[m]))) for m in chosen
        ):
            chosen.append(n)
        if len(chosen) == most:
            break
    return [listed[n] for n in sorted(chosen)]
