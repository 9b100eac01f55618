"""转办单 with its back side, and 征询意见表: sheets that travel with the case (docs/field.md 10.3)."""

from django.utils import timezone

from ...engines.papers.official import FeedbackForm, Tick, TransferSheet, ticks
from ...web.tagkit.dates import cn_date
from ..chain.facts import Facts
from ..chain.waiting import soonest
from ..models import Assignment, Submission
from .proposal_print import review_opinion
from .words import full_meeting, meeting, number, unit_line


def requirements(case: Submission, due_words: str) -> list[str]:
    """承办要求, the back of the sheet, in this committee's own numbers."""
    rules = case.rules
    talks = "面商" if rules.face_to_face else "面商、座谈、电话等"
    sign = rules.clocks["sign"].label
    lines = [
        f"收到后尽快在系统里{sign}，并报单位负责人阅示，确定经办科室和经办人。",
        "认为不属本单位职责的，在申退期限内写明理由和建议改交的单位；逾期不再受理。",
        f"答复前须与提案者沟通（{talks}），不少于 {rules.contacts_before_reply} 次，并在系统里记下。",
        f"办理期限：{due_words}。确实不能按期办完的，到期前申请延期。",
        "答复须逐条回应每一条建议：已办的写结果，列入计划的写事项、时限和责任人，不能办的说明理由。",
        "有会办单位的，主办单位汇总会办意见，经会办单位会签后答复。",
        "答复按规定格式行文，注明办理类别、是否公开和联系人；拟稿时同步作保密审查。",
        "并案办理的，与每一位提案者沟通，答复每一位提案者；附议人不另答复。",
        "答复送达后由提案者逐条评价；不满意的，按规程重办。",
        "列入计划的承诺事项继续跟踪，到期报结，由督办机构核实后销号。",
    ]
    if case.key:
        lines.append("本件为重点提案，按督办方案办理，办理情况专题报告。")
    return lines


def pick(facts: Facts, of: int | None) -> Assignment | None:
    """The duty the sheet is printed for: the one asked for, one's own, or the lead's."""
    rows = facts.live
    chosen = [a for a in rows if a.pk == of] or facts.mine or [a for a in rows if a.answers_itself]
    return chosen[0] if chosen else None


def build_transfer(facts: Facts, of: int | None = None) -> TransferSheet:
    """The sheet of one proposal; what is not known yet stays as room for a hand."""
    case = facts.case
    kept = [c for c in facts.clocks if c.kind == "reply" and not c.dropped_on]
    clock = kept[-1] if kept else None
    sent = [r for r in facts.replies if r.state == "sent" and r.kind == "reply"]
    due_words = f"{cn_date(clock.due_on)}前" if clock else "按规程"
    return TransferSheet(
        committee="政协",
        session=full_meeting(case),
        number=number(case),
        title=case.title,
        proposers=case.proposer_names,
        units=unit_line(facts.live),
        review_opinion=review_opinion(facts),
        distributing_opinion=distributing(facts),
        grades=[Tick(f"{g.code} {g.name}", g.code == case.grade) for g in case.rules.grades],
        satisfaction=ticks(case.rules.rating.attitudes),
        due=clock.due_on if clock else None,
        dispatched=sent[-1].sent_on if sent else None,
        requirements=requirements(case, due_words),
    )


def distributing(facts: Facts) -> str:
    """分处意见: who was given it and when."""
    case = facts.case
    if not case.assigned_at:
        return ""
    day = timezone.localdate(case.assigned_at)
    return f"请按承办要求办理。{day.year}年{day.month}月{day.day}日"


def missing_transfer(facts: Facts, paper: TransferSheet) -> list[str]:
    found = []
    if not paper.number:
        found.append("还没有立案，没有编号")
    if not facts.live:
        found.append("还没有交办，没有承办单位")
    return found


def build_feedback(facts: Facts, of: int | None = None) -> FeedbackForm:
    """One form a unit: a proposer judges one unit's handling. Left blank for a hand."""
    case, row = facts.case, pick(facts, of)
    clock = soonest(facts.clocks, "rating")
    until = f"请于{cn_date(clock.due_on)}前" if clock else "请填好后"
    return FeedbackForm(
        session=meeting(case),
        number=number(case),
        title=case.title,
        proposer=case.proposer_names,
        unit=row.unit.name if row else "",
        contact_means=[Tick(means) for means in (*case.rules.contact_means, "未联系")],
        attitude=ticks(case.rules.rating.attitudes),
        result=ticks(case.rules.rating.attitudes),
        return_to=f"{until}寄回{case.committee.short or case.committee.name}提案委员会，"
        "由工作人员录入并注明“纸面”。",
    )


def missing_feedback(facts: Facts, paper: FeedbackForm) -> list[str]:
    return [] if paper.unit else ["还没有交办，没有承办单位"]
