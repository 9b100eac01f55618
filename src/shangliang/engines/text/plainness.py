"""What a draft says in facts, judgements and asks, and how much of it is slogan or heat (S-033, S-035, S-036).

For its author's eyes only, before it is sent. It counts what can be counted and judges nobody: a figure
without a source may be right, a sentence without a figure may be the truest of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..search.matching import pairs
from .sentences import sentences

SLOGAN = re.compile(
    r"进一步|高度重视|切实|大力|不断|全面|深入|积极|着力|扎实|统筹|认真|提高认识|统一思想|形成合力|齐抓共管|"
    r"加强|强化|加大力度|狠抓|抓好|抓实|营造.{0,6}氛围|再上新台阶|上水平|新局面"
)
_NUMBER = re.compile(
    r"\d[\d.,]*|[〇一二三四五六七八九十百千万亿两]{1,8}(?=[个户人家件次项元亩吨公米年月天所处条成%％])"
)
_DAY = re.compile(r"\d{4}年|\d{1,2}月\d{1,2}日|去年|今年|上半年|下半年|前年|近[三五两]年")
_SOURCE = re.compile(
    r"据|根据|来源|统计|调查|调研|问卷|公布|公报|年鉴|《|显示|走访|座谈|现场|查阅|通报|台账|\d{4}年.{0,12}数据"
)
# Words that judge people instead of the matter; the matter is heard better without them.
_HEATED = re.compile(
    r"荒唐|可笑|无能|糊弄|忽悠|瞎折腾|一塌糊涂|形同虚设|敷衍塞责|推诿扯皮|不作为|乱作为|尸位素餐|麻木不仁|"
    r"令人发指|岂有此理|忍无可忍|天怒人怨|民怨沸腾|罪魁祸首|严重失职|草菅人命|太不像话|不像话|胡作非为|瞎搞|瞎指挥|"
    r"乌烟瘴气|懒政|欺人太甚|无法无天|骗子|无耻|可耻|愚蠢|废物|[!！]{2,}"
)
# Where the sentence says its ground: 据市统计局公布, 《…年鉴》, 我们走访了六个小区.
_GROUND = re.compile(
    r"(?:根据|依据|据)(?!说|此|悉|了解)[^，。；、]{2,24}?(?=[，。；：]|公布|显示|统计|反映|介绍|测算|$)(?:公布|显示|统计|反映|介绍|测算)?|《[^》]{2,40}》|"
    r"[^，。；]{0,12}(?:走访|座谈|问卷|调查|调研|现场|查阅|台账|年鉴|公报|通报)[^，。；]{0,12}"
)
_OWN = re.compile(r"[（(]?\s*依据\s*[:：]\s*(.{4,}?)\s*[）)]?\s*$", re.DOTALL)
LONG = 1_500  # characters; longer is said to be long
SHARED = 3  # pairs of characters an ask must share with a fact that carries it


@dataclass(frozen=True)
class Fact:
    """One piece of evidence: the sentence, and where it says it is from ("" when it does not)."""

    text: str
    source: str


@dataclass(frozen=True)
class Ask:
    """One ask with the fact that carries it; none: a judgement. ``own``: the ask itself names its ground."""

    text: str
    fact: str
    own: bool = False


@dataclass(frozen=True)
class Plainness:
    """``facts``: sentences with a figure, a day or a source; ``unsourced``: those with a figure and no source."""

    length: int
    facts: tuple[str, ...]
    judgements: int
    slogans: int
    unsourced: tuple[str, ...]
    asks: tuple[Ask, ...]
    heated: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[Fact, ...]:
        """The facts as a list of evidence, each with where it is from."""
        return tuple(Fact(fact, source_of(fact)) for fact in self.facts)

    @property
    def dense(self) -> bool:
        """A slogan in fifty characters and more."""
        return self.length >= 50 and self.slogans * 50 >= self.length

    @property
    def long(self) -> bool:
        return self.length > LONG


def plainness(text: str, asks: Sequence[str] = ()) -> Plainness:
    """``text``: what is the case and why; ``asks`` one by one."""
    said = [text[s.start : s.end].strip() for s in sentences(text)]
    said = [s for s in said if len(s) > 3]
    facts = [s for s in said if _NUMBER.search(s) or _DAY.search(s) or _SOURCE.search(s)]
    bare = [s for s in facts if _NUMBER.search(s) and not _SOURCE.search(s)]
    whole = "".join([text, *asks])
    own = [(fact, pairs(fact)) for fact in facts]
    found = []
    for ask in asks:
        if said_so := _OWN.search(ask):
            found.append(Ask(ask, said_so[1], own=True))
            continue
        mine = pairs(ask)
        best = max(own, key=lambda f: len(f[1] & mine), default=None)
        found.append(Ask(ask, best[0] if best and len(best[1] & mine) >= SHARED else ""))
    return Plainness(
        len("".join(whole.split())), tuple(facts), len(said) - len(facts), len(SLOGAN.findall(whole)),
        tuple(bare), tuple(found), tuple(dict.fromkeys(_HEATED.findall(whole))),
    )  # fmt: skip


def source_of(sentence: str) -> str:
    """Where a sentence says its figure is from, in its own words."""
    found = _GROUND.search(sentence)
    return found[0].strip() if found else ""
