"""Short answers in people's own words, grouped by the word they share: what several said, in one of their sentences.

No model of meaning: 末班车太早 and 晚上没有车回家 are one group when enough share a word, and none when they do not.
The shared word is shown, so that a reader sees what joins them. Answers that say nothing (无, 没有, 挺好) are counted
apart. A group too small to hide a person in is not shown at all. Measured on ``tests/data/own_words.toml``: what is
shown is nearly always one matter; many a matter named by five is not found (``tests/test_answers.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .fold import fold
from .tokens import RUN

MOST = 2_000  # different answers that are grouped; later ones in the order of their words stand outside
LONGEST = 3  # characters of a shared word
# What a word shared by so many more or fewer answers is worth by its length: a pair says more than a character.
WORTH = (0.0, 0.8, 1.3, 1.35)
EMPTY = re.compile(
    r"^(?:暂?无|没有?|没意见|不知道|无所谓|都行|挺?好的?|很好|还行|可以|很?满意|都好|谢谢|[\W_\d]*)$"
)
# Words that wish or complain without saying about what would join answers of all kinds.
SAYING = re.compile(
    r"希望|建议|应该|能不能|可不可以|可以|没有|缺少|缺乏|想要|想有|有个|一点|一些|什么时候|的时候|什么|"
    r"不知道|晚上|时候|以后|下班|上班|周末"
)
# Characters too common to say anything alone; a longer word must not begin and end with one.
COMMON = frozenset(
    "的了是在有不没能想要和与也都就还又很太多少大小人一二三两个上下来去到得着过给让被把对从里外时间天年月日点可以会好吧呢"
    "吗么我你他们这那最更再只总老前后出回为做办用看说请加开建新高低难远近什怎哪谁几次家些样面晚早坏"
)


@dataclass(frozen=True)
class AnswerGroup:
    """``words``: the most typical answer, verbatim; ``size``: how many said the like; ``shared``: what joins them."""

    words: str
    size: int
    shared: str = ""


@dataclass(frozen=True)
class Answers:
    """Groups of at least ``least``, the largest first; how many stand outside them; how many said nothing."""

    groups: tuple[AnswerGroup, ...]
    scattered: int
    empty: int


def group_answers(texts: Sequence[str], least: int) -> Answers:
    """The same whatever the order of ``texts``, so that nothing tells who answered when."""
    said = sorted(t.strip() for t in texts if not EMPTY.match(fold(t).strip(" 。.！!")))
    empty = len(texts) - len(said)
    times = Counter(said)
    left = {text: shared_words(text) for text in list(times)[:MOST]}
    groups: list[AnswerGroup] = []
    while found := most_shared(left, times, least):
        members = [text for text, words in left.items() if found in words]
        size = sum(times[t] for t in members)
        groups.append(AnswerGroup(typical({t: left[t] for t in members}), size, found))
        for text in members:
            del left[text]
    groups.sort(key=lambda g: (-g.size, g.words))
    return Answers(tuple(groups), len(said) - sum(g.size for g in groups), empty)


def shared_words(text: str) -> frozenset[str]:
    """Words of one to three characters that may join an answer with others."""
    found: set[str] = set()
    for run in RUN.findall(SAYING.sub("，", fold(text))):
        for size in range(1, LONGEST + 1):
            for at in range(len(run) - size + 1):
                word = run[at : at + size]
                if not (word[0] in COMMON and word[-1] in COMMON) and not word.isdigit():
                    found.add(word)
    return frozenset(found)


def most_shared(left: dict[str, frozenset[str]], times: Counter[str], least: int) -> str | None:
    """The word worth most among those that at least so many answers hold."""
    held: Counter[str] = Counter()
    for text, words in left.items():
        for word in words:
            held[word] += times[text]
    enough = {word: n for word, n in held.items() if n >= least}
    # 公 joins 公交 and 公寓: a character gives way to the words it is in, once they stand by themselves.
    within = {char for word in enough if len(word) > 1 for char in word}
    worth = [(n * WORTH[len(w)], len(w), w) for w, n in enough.items() if w not in within]
    return max(worth)[2] if worth else None


def typical(members: dict[str, frozenset[str]]) -> str:
    """The answer whose words most of the others hold too; of two alike the shorter."""
    held = Counter(word for words in members.values() for word in words)
    return max(
        members,
        key=lambda t: (sum(held[w] - 1 for w in members[t]) / (len(members[t]) or 1), -len(t), t),
    )
