"""What a proposal's events say beside the table's own words: units, numbers, means."""

from ..journal.models import Event
from ..journal.telling import OUTSIDE, Names, more
from .flow import people as by
from .models import Assignment, Contact, Submission

OUTSIDE |= {
    "proposal.start": ("建", "起草"),
    "proposal.judge_suggestion": ("建", "判系统建议"),
    "document.store": ("办", "附上文件"),
    "document.remove": ("办", "去掉附件"),
    "report.start": ("建", "由提案转来"),
    "letter.start": ("建", "由提案转来"),
    "reply.start": ("办", "开始拟答复"),
    "effect.record": ("效", "记成效"),
    "effect.judge": ("效", "核实成效"),
}
ROLES = dict(Assignment.Role.choices)
# Which office a verb belongs to, as the reader outside that office is told it.
OFFICE_OF = {
    by.reviewer: "提案委",
    by.decider: "提案委",
    by.decider_of_last: "提案委",
    by.assigner: "交办督办机构",
    by.supervisor: "督办机构",
    by.office: "提案委、督办机构",
    by.leader: "政协领导",
    by.unit_or_office: "督办机构",
}
BY_UNIT = {by.unit_staff, by.reply_unit, by.reply_head, by.countersigner}


def orders(values: object) -> str:
    """第 1、3 条, from a list of numbers of asks."""
    return f"第 {'、'.join(map(str, values))} 条" if isinstance(values, list) and values else ""


@more("proposal.submit", "proposal.approve")
def submitted(event: Event, names: Names) -> str:
    window = dict(Submission.Window.choices).get(event.detail.get("window", ""), "")
    serial = event.detail.get("serial")
    if not serial:
        return ""
    return f"收件流水 {serial:04d} 号" + (f"，{window}提案。" if window else "。")


@more("proposal.file")
def filed(event: Event, names: Names) -> str:
    text = f"编为第 {event.detail.get('number', 0):04d} 号。"
    if dropped := event.detail.get("dropped"):
        text += f"{dropped} 人未签，按规定除名。"
    return text


@more("proposal.assign", "proposal.reassign")
def assigned(event: Event, names: Names) -> str:
    said = [
        f"{ROLES.get(row[1], '')}{names.get(row[0], '')}"
        for row in event.detail.get("units") or ()
        if isinstance(row, list) and len(row) == 2
    ]
    return "；".join(said) + ("。" if said else "")


@more("assignment.grant_return")
def let_go(event: Event, names: Names) -> str:
    new = names.get(event.detail.get("new", 0), "")
    return f"改由{new}办。" if new else ""


@more("assignment.log_contact")
def contacted(event: Event, names: Names) -> str:
    phase = dict(Contact.Phase.choices).get(event.detail.get("phase", ""), "")
    means = event.detail.get("means") or "没有沟通，写了理由"
    return f"{phase}，{means}。"


@more("proposal.rehandle")
def rehandled(event: Event, names: Names) -> str:
    return f"{orders(event.detail.get('asks'))}，第 {event.detail.get('round')} 轮。"


@more("proposal.urge", "task.urge_task")
def urged(event: Event, names: Names) -> str:
    units = event.detail.get("units") or [event.detail.get("unit")]
    said = [names[u] for u in units if isinstance(u, int) and u in names]
    return f"催{'、'.join(said)}。" if said else ""


@more("proposal.list_as_key")
def key_listed(event: Event, names: Names) -> str:
    leader = names.get(event.detail.get("leader", 0), "")
    return f"{leader}领衔督办。" if leader else ""


@more("reply.submit_reply", "reply.change_grade")
def graded(event: Event, names: Names) -> str:
    code = event.detail.get("grade") or event.detail.get("to_grade") or ""
    return f"{code} 类。" if code else ""


@more("proposal.award", "proposal.nominate")
def honoured(event: Event, names: Names) -> str:
    year = event.detail.get("year")
    return f"{year} 年度。" if year else ""


@more("effect.record", "effect.judge")
def effect(event: Event, names: Names) -> str:
    said = {"solved": "见效", "partly": "部分见效", "not": "未见效"}
    order, verdict = event.detail.get("order"), said.get(event.detail.get("verdict", ""), "")
    head = f"第 {order} 条" if order else ""
    return f"{head}{'，' if head and verdict else ''}{verdict}。" if head or verdict else ""


@more("proposal.divide")
def divided(event: Event, names: Names) -> str:
    made = event.detail.get("made") or ()
    return f"分成 {len(made)} 件。" if made else ""


@more("proposal.turn_to_report", "proposal.turn_to_letter")
def turned(event: Event, names: Names) -> str:
    serial = event.detail.get("serial")
    return f"编为流水 {serial:04d}。" if isinstance(serial, int) else ""


@more("proposal.set_window")
def window_set(event: Event, names: Names) -> str:
    word = dict(Submission.Window.choices).get(event.detail.get("window", ""), "")
    return f"改为{word}提案。" if word else ""
