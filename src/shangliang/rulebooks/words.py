"""A rulebook in plain words: sections of lines, each a label, a value and where it was taken from.

The reading page, the diff, the event's note and the help page read the same lines, so that what an
office approves is what it saw.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..engines.calendar import Span
from .body import STEPS, ProposalRules

CLOCK_WORDS = {
    "cosign": "联名会签",
    "review": "审查",
    "assign": "交办",
    "sign": "签收",
    "return": "申退",
    "first_contact": "首次沟通",
    "co_opinion": "会办意见",
    "countersign": "会签答复",
    "check": "审核答复",
    "reply_plenary": "大会提案答复",
    "reply_ordinary": "平时提案答复",
    "reply_collective": "集体提案答复",
    "rating": "评价",
    "rehandle": "重办答复",
}
CLOCK_SINCE = {
    "cosign": "发出邀请起",
    "review": "提交起",
    "assign": "立案起",
    "sign": "交办起",
    "return": "交办起",
    "first_contact": "签收起",
    "co_opinion": "交办起",
    "countersign": "送会签起",
    "check": "送审起",
    "reply_plenary": "交办起",
    "reply_ordinary": "交办起",
    "reply_collective": "交办起",
    "rating": "答复送达起",
    "rehandle": "定重办起",
}
NATURES = {
    "individual": "委员个人",
    "joint": "委员联名",
    "party": "党派",
    "organisation": "人民团体",
    "special_committee": "专门委员会",
    "sector": "界别",
    "group": "委员小组",
}
MEANS = {
    "solved": "已解决",
    "promised": "列入计划，登记承诺",
    "explained": "暂不能办，已说明",
    "reference": "留作参考",
}
FIVES = {
    "economy": "经济建设",
    "politics": "政治建设",
    "culture": "文化建设",
    "society": "社会建设",
    "ecology": "生态文明建设",
}
HEADLINES = {"first": "看第一提案人", "worst": "看各提案人中最低的一档"}
SECOND_ROUNDS = {
    "any": "有一位提案人不满意就重办",
    "first": "第一提案人不满意才重办",
    "majority": "过半提案人不满意才重办",
}
LAMPS = {"progress": "进度灯（绿、黄、红）", "sheets": "蓝黄红督办单"}
NUMBERS = {"session": "全届次连续编号", "session_window": "大会与平时各自编号"}
# section -> (title, what it is about, the name of its source)
SECTIONS = {
    "steps": ("环节", "启用的环节才有按钮；没启用的，流程图上画成虚的。", "steps"),
    "clocks": ("时限", "“工作日”按国家放假安排计，含调休上班日。", ""),
    "extension": ("延期与顺延", "", "extension"),
    "grades": ("办理类别", "每档都注明含义，不同地方的 A、B、C 可以归并统计。", "grades"),
    "reasons": ("不予立案情形", "", "reasons"),
    "returns": ("申退情形", "", "returns"),
    "classes": ("提案类别", "每一类对应五位一体中的一类，供上报统计。", "classes"),
    "natures": ("谁可以提", "", "natures"),
    "rubric": ("审查要点", "只作提醒，不拦人。", "rubric"),
    "contacts": ("沟通", "", "contacts"),
    "rating": ("评价与重办", "", "rating"),
    "award": ("评优与重点", "", "award"),
    "supervision": ("督办", "任务亮什么灯、到哪一步变色；台账上公布的就是这一条。", "supervision"),
    "others": ("其他", "", "others"),
}


@dataclass(frozen=True)
class Line:
    """One rule as a person reads it. ``key`` names the same rule in every version.

    A line that is not ``shown`` is said in the ``aside`` of another, and is there for the diff.
    """

    key: str
    label: str
    value: str
    basis: str = ""
    aside: str = ""
    shown: bool = True


@dataclass(frozen=True)
class Section:
    """A part of the rulebook with its lines."""

    key: str
    title: str
    about: str
    source: str
    lines: tuple[Line, ...]

    @property
    def is_list(self) -> bool:
        """Rows of one kind, read as a list rather than as a table of rules."""
        return self.key in ("reasons", "returns", "classes", "rubric")


def span_words(span: str) -> str:
    """``10wd`` → 10 个工作日."""
    return Span.parse(span).words()


def onoff(on: bool, yes: str = "启用", no: str = "不启用") -> str:
    return yes if on else no


def _steps(rules: ProposalRules) -> Iterator[Line]:
    for key, words in STEPS.items():
        name, _, why = words.partition("：")
        yield Line(f"steps.{key}", name, onoff(rules.steps.get(key, False)), why)


def _clocks(rules: ProposalRules) -> Iterator[Line]:
    for key in [*CLOCK_WORDS, *sorted(rules.clocks.keys() - CLOCK_WORDS.keys())]:
        rule = rules.clocks.get(key)
        name = CLOCK_WORDS.get(key) or (rule.label if rule else key)
        if rule is None:
            yield Line(f"clocks.{key}", f"{name}时限", "不设")
            continue
        since, near = CLOCK_SINCE.get(key, ""), f"余 {rule.near} 个工作日亮黄灯"
        aside = f"{since}，{near}" if since else near
        yield Line(f"clocks.{key}", f"{name}时限", span_words(rule.span), rule.basis, aside)
        yield Line(f"clocks.{key}.near", f"{name}提前提醒", near, shown=False)
        yield Line(f"clocks.{key}.label", f"{name}的叫法", rule.label, shown=False)


def _extension(rules: ProposalRules) -> Iterator[Line]:
    yield Line("extension_limit", "延期后总期限", f"不超过{span_words(rules.extension_limit)}")
    yield Line("extension_times", "可延次数", f"{rules.extension_times} 次")
    yield Line("roll", "末日逢休息日", onoff(rules.roll, "顺延到下一工作日", "不顺延"))


def _grades(rules: ProposalRules) -> Iterator[Line]:
    for row in rules.grades:
        yield Line(f"grades.{row.code}", f"{row.code} 类", f"{row.name}（{MEANS[row.means]}）")


def _reasons(rules: ProposalRules) -> Iterator[Line]:
    for row in rules.reasons:
        instead = f"；{row.instead}" if row.instead else ""
        yield Line(f"reasons.{row.code}", "不予立案情形", row.name + instead)


def _returns(rules: ProposalRules) -> Iterator[Line]:
    for row in rules.return_reasons:
        instead = f"；{row.instead}" if row.instead else ""
        yield Line(f"return_reasons.{row.code}", "申退情形", row.name + instead)


def _classes(rules: ProposalRules) -> Iterator[Line]:
    for row in rules.classes:
        value = row.name if row.name == FIVES[row.five] else f"{row.name}（计入{FIVES[row.five]}）"
        yield Line(f"classes.{row.code}", "提案类别", value)


def _natures(rules: ProposalRules) -> Iterator[Line]:
    for nature, words in NATURES.items():
        if nature not in rules.natures:
            value = "不收"
        elif nature in rules.plenary_only:
            value = "只在大会期间提"
        else:
            value = "随时可提"
        yield Line(f"natures.{nature}", f"{words}提案", value)


def _rubric(rules: ProposalRules) -> Iterator[Line]:
    for row in rules.rubric:
        yield Line(f"rubric.{row.key}", "审查要点", f"{row.label}（权重 {row.weight}）", row.why)


def _contacts(rules: ProposalRules) -> Iterator[Line]:
    yield Line("contacts_before_reply", "答复前沟通", f"至少 {rules.contacts_before_reply} 次")
    yield Line("face_to_face", "面商", onoff(rules.face_to_face, "必须面商", "不作要求"))
    yield Line("contact_means", "沟通方式", "、".join(rules.contact_means))


def _rating(rules: ProposalRules) -> Iterator[Line]:
    rating = rules.rating
    yield Line("rating.headline", "总评", HEADLINES[rating.headline])
    yield Line("rating.second_round", "何时重办", SECOND_ROUNDS[rating.second_round])
    yield Line("rating.rounds", "最多办几轮", f"{rating.rounds} 轮")
    yield Line("rating.attitudes", "评价档次", "、".join(rating.attitudes))


def _award(rules: ProposalRules) -> Iterator[Line]:
    share = f"{rules.award.excellent_share * 100:.4f}".rstrip("0").rstrip(".")
    yield Line("award.excellent_share", "优秀提案", f"不超过立案数的 {share}%")
    yield Line("award.key_count", "重点提案", f"每年 {rules.award.key_count} 件")


def _supervision(rules: ProposalRules) -> Iterator[Line]:
    way = rules.supervision
    yield Line("supervision.lamps", "用哪套灯", LAMPS[way.lamps])
    yield Line("supervision.near", "临期", f"剩 {way.near} 个工作日以内")
    yield Line("supervision.behind", "黄", f"落后计划 {way.behind} 个百分点以上")
    red = "只因逾期" if way.lamps == "sheets" else f"落后计划 {way.serious} 个百分点以上，或逾期"
    yield Line("supervision.serious", "红", red)
    voices = f"至少问 {rules.effect_voices} 位群众" if rules.effect_voices else "不要求问群众"
    yield Line("effect_voices", "核实为见效", voices)


def _others(rules: ProposalRules) -> Iterator[Line]:
    yield Line("number_series", "编号", NUMBERS[rules.number_series])
    yield Line("words_advised", "建议篇幅", f"{rules.words_advised} 字以内（只提醒）")
    yield Line("undo_minutes", "可撤回", f"作结论后 {rules.undo_minutes} 分钟内")
    if rules.notes:
        yield Line("notes", "说明", rules.notes)


READERS = {
    "steps": _steps,
    "clocks": _clocks,
    "extension": _extension,
    "grades": _grades,
    "reasons": _reasons,
    "returns": _returns,
    "classes": _classes,
    "natures": _natures,
    "rubric": _rubric,
    "contacts": _contacts,
    "rating": _rating,
    "award": _award,
    "supervision": _supervision,
    "others": _others,
}


def read(rules: ProposalRules) -> list[Section]:
    """The whole rulebook, section by section."""
    out = []
    for key, reader in READERS.items():
        title, about, source = SECTIONS[key]
        said = rules.sources.get(source, "") if source else ""
        out.append(Section(key, title, about, said, tuple(reader(rules))))
    return out
