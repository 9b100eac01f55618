"""质量要点: what makes a proposal strong, said while it is written and again at review (S-002).

Plain functions over the texts. Each point says yes, no or "for a person to judge" (None), why, and
where. It advises and never blocks; the points and their weights are the rulebook's own, the same
ones the reviewer ticks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..procedures.seat import Seat
from ..rulebooks.body import ProposalRules
from .likeness import Like, similar
from .models import Submission

SHORTEST = 150  # characters below which no matter is told
MOST_MATTERS = 8
NUMBER = re.compile(
    r"\d|[一二两三四五六七八九十百千]+(?:余|多)?(?:个|台|处|人|户|家|次|条|起|件|年|月|天|名|所|公里|万)"
    r"|百分之|过半|(?:一|三|四)成"
)
SOURCE = re.compile(
    "据|统计|调研|走访|问卷|座谈|实地|查阅|查看|公布|公报|年鉴|显示|数据|来源|12345|热线|台账|"
    "审计|普查|抽样|抽查|记录|《[^》]{2,40}》|规定|反映"
)
CAUSE = re.compile(
    "因为|由于|原因|导致|造成|致使|根源|症结|归因|在于|主要是|缘于|一方面|所致|难以|不敢|不愿|"
    "没有(?:人|约定|明确|规定|专门)|未(?:约定|明确|纳入|建立|规定)|责任不|权责不|谁来|缺(?:乏|少|口|位)"
)
ACT = re.compile(
    "制定|印发|出台|修订|编制|公布|公开|设立|开通|开设|增设|增加|新建|建设|改造|改建|划定|安装|更换|"
    "登记|核查|排查|清理|培训|补贴|补助|奖励|列入|纳入|安排|拨付|签订|明确|合并|取消|延长|缩短|降低|"
    "试点|试行|试办|开放|配备|配置|招聘|下放|委托|联网|共享|整合|建成|建立|实行|实施|落实|组织|"
    "发放|减免|移交|指定|确定|规定|约定|由.{2,16}(?:负责|牵头|承担)"
)
MEASURE = re.compile(
    r"\d|年内|年底|月底|季度|每(?:年|季|月|周|日|个|所|村|街)|[一二两三四五六七八九十百]+(?:个|处|台|年|月|次|家|名|条|日|天)"
    r"|之前|以前|前完成|试点|全部|逐(?:台|户|村|个|条|一)"
)
HOLLOW = re.compile(
    "加强|强化|加大|重视|提高(?:认识|站位|重视)|进一步|完善|推进|推动|促进|统筹|引导|宣传|营造|"
    "形成合力|高度重视|积极|切实"
)
JOINED = re.compile("以及|；|;")


@dataclass(frozen=True)
class Ask:
    """One ask as the rubric reads it."""

    text: str
    addressed: bool = False


@dataclass(frozen=True)
class Texts:
    """What is judged: nothing but texts, so that a draft not yet saved can be judged too."""

    title: str
    situation: str
    analysis: str
    asks: Sequence[Ask] = ()
    likes: Sequence[Like] = ()
    words_advised: int = 1500

    @property
    def length(self) -> int:
        """Characters without spaces."""
        parts = [self.title, self.situation, self.analysis, *(a.text for a in self.asks)]
        return sum(len(re.sub(r"\s", "", part)) for part in parts)


@dataclass(frozen=True)
class Point:
    """One point of the rubric. ``ok``: True holds, False is weak, None is for a person to judge."""

    key: str
    label: str
    ok: bool | None
    why: str = ""
    where: str = ""  # in words: 第 2 条建议
    weight: int = 1
    field: str = ""  # the form's field to go to

    @property
    def word(self) -> str:
        return {True: "是", False: "弱", None: "请看"}[self.ok]


Said = tuple[bool | None, str, str, str]  # ok, why, where in words, field


def numbered(orders: Sequence[int]) -> str:
    return f"第 {'、'.join(map(str, orders))} 条建议"


def one_matter(t: Texts) -> Said:
    """一事一案: one title, one matter."""
    if not t.title:
        return False, "还没有案由。用一句话说清要办的一件事。", "案由", "title"
    if t.title.count("关于") > 1 or JOINED.search(t.title):
        return False, "案由里像是有两件事，分开写两件，单位才好分头办。", "案由", "title"
    if len(t.asks) > MOST_MATTERS:
        return None, f"建议有 {len(t.asks)} 条，请看是不是说到了别的事。", "建议", "asks"
    return True, "", "", ""


def facts(t: Texts) -> Said:
    """有情况，事实有数字、有出处."""
    if len(t.situation) < 8:
        return False, "还没有写情况：什么时候、在哪里、多少。", "情况", "situation"
    has_number = bool(NUMBER.search(t.situation))
    has_source = bool(SOURCE.search(t.situation + t.analysis))
    if has_number and has_source:
        return True, "", "", ""
    if has_number:
        return False, "有数字，没写从哪里来（调研、统计、热线……）。", "情况", "situation"
    if has_source:
        return False, "写了来源，没有数字。写上多少处、多少人、多少次。", "情况", "situation"
    return False, "没有数字，也没写从哪里来。", "情况", "situation"


def cause(t: Texts) -> Said:
    """有分析，说到原因."""
    if len(t.analysis) < 10:
        if CAUSE.search(t.situation):
            return None, "原因写在“情况”里了，挪到“分析”更清楚。", "分析", "analysis"
        return False, "还没有分析：为什么会这样，卡在哪一步。", "分析", "analysis"
    if not CAUSE.search(t.analysis):
        return False, "说了现象，没有说到原因：谁没有做、哪条规定没有写。", "分析", "analysis"
    return True, "", "", ""


def is_concrete(text: str) -> bool:
    """An ask that names an act, and either how much or by when, or what exactly, beyond slogans."""
    if not ACT.search(text):
        return False
    if MEASURE.search(text):
        return True
    return len(HOLLOW.sub("", text)) >= 16


def concrete(t: Texts) -> Said:
    """建议具体可行."""
    if not t.asks:
        return False, "还没有建议。一条写一件可以办的事。", "建议", "asks-0-text"
    weak = [n for n, ask in enumerate(t.asks, 1) if not is_concrete(ask.text)]
    if not weak:
        return True, "", "", ""
    why = "没写清做什么、做到什么程度、什么时候。"
    return False, why, numbered(weak), f"asks-{weak[0] - 1}-text"


def addressee(t: Texts) -> Said:
    """每条建议都有对象."""
    if not t.asks:
        return False, "每条建议选一个单位，才知道向谁要答复。", "建议", "asks-0-addressee"
    bare = [n for n, ask in enumerate(t.asks, 1) if not ask.addressed]
    if not bare:
        return True, "", "", ""
    return False, "还没有选由哪个单位办。", numbered(bare), f"asks-{bare[0] - 1}-addressee"


def not_repeat(t: Texts) -> Said:
    """不是重复提案. Resembling one is for a person to judge: an answered matter may be asked again."""
    if not t.likes:
        return True, "", "", ""
    like = t.likes[0]
    grade = f"，{like.grade} 类" if like.grade else ""
    why = f"与 {like.year} 年{like.label}相近（{like.state_label}{grade}），先看当时怎么答复。"
    return None, why, like.where, "title"


def length(t: Texts) -> Said:
    """长短合适."""
    n = t.length
    if n > t.words_advised:
        why = f"现在 {n} 字，多的可以作附件，正文一般不超过 {t.words_advised} 字。"
        return False, why, "全文", "situation"
    if n < SHORTEST:
        return False, f"现在 {n} 字，事情还没有说开。", "全文", "situation"
    return True, "", "", ""


CHECKS: dict[str, Callable[[Texts], Said]] = {
    "one_matter": one_matter,
    "facts": facts,
    "cause": cause,
    "concrete": concrete,
    "addressee": addressee,
    "not_repeat": not_repeat,
    "length": length,
}
LENGTH_LABEL = "长短合适"


def judge(t: Texts, rules: ProposalRules) -> list[Point]:
    """The rulebook's points, judged; a local point no rule knows is left to a person."""
    points = []
    for item in rules.rubric:
        check = CHECKS.get(item.key)
        ok, why, where, at = check(t) if check else (None, item.why, "", "")
        points.append(Point(item.key, item.label, ok, why, where, item.weight, at))
    if all(item.key != "length" for item in rules.rubric):
        ok, why, where, at = length(t)
        points.append(Point("length", LENGTH_LABEL, ok, why, where, 1, at))
    return points


@dataclass(frozen=True)
class Score:
    """Out of 100; ``parts`` = (label, weight, points): every number opens its parts."""

    total: int
    parts: list[tuple[str, int, str]]


def score(points: Sequence[Point]) -> Score:
    """A point that holds counts its weight, a weak one nothing, one left to a person half."""
    whole = sum(p.weight for p in points) or 1
    got = [p.weight * (1.0 if p.ok else 0.0 if p.ok is False else 0.5) for p in points]
    parts = [(p.label, p.weight, f"{g:g}") for p, g in zip(points, got, strict=True)]
    return Score(round(100 * sum(got) / whole), parts)


def texts_of(case: Submission, likes: Sequence[Like] = ()) -> Texts:
    """The texts of a saved case; one query, none where a page has the asks at hand."""
    return Texts(
        title=case.title,
        situation=case.situation,
        analysis=case.analysis,
        asks=[
            Ask(row.text, row.addressee_id is not None)
            for row in case.recommendations.all()
            if row.removed_at is None and row.text.strip()
        ],
        likes=likes,
        words_advised=case.rules.words_advised,
    )


def advise(
    case: Submission, seat: Seat | None = None, likes: Sequence[Like] | None = None
) -> list[Point]:
    """The points of a saved case, for its writer and its reviewers alike.

    ``seat`` decides which earlier proposals may be named; ``likes`` when they are at hand already.
    """
    found = similar(case, seat) if likes is None else likes
    return judge(texts_of(case, found), case.rules)
