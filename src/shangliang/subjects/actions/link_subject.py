"""关联: a topic, proposal or task is about this thing; both pages show it."""

from ...procedures.perform import Done, verb
from ...procedures.reach import REACH
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Subject, SubjectLink

# table -> the kind of row its sources go by
LINKABLE = {
    "proposal": "submission",
    "topic": "topic",
    "task": "task",
    "consultation": "consultation",
    "activity": "activity",
    "voice": "voice",
}


@verb(SUBJECT, "link_subject", Subject)
def link_subject(case: Subject, seat: Seat, *, table: str, number: int) -> Done:
    """``number``: the row's id, as its own address shows it; only what the seat may reach."""
    if table not in LINKABLE or table not in REACH:
        raise refuse("请选提案、议题、协商、视察调研或社情民意。")
    if not REACH[table](seat).filter(pk=number).exists():
        raise refuse("没有这一件，请核对页面地址里的号码。")
    if table == "task":
        raise refuse("任务请在它自己的页面上用“归到对象”。")
    row, made = SubjectLink.objects.get_or_create(
        committee_id=case.committee_id, subject=case, about_type=LINKABLE[table], about_id=number
    )
    if not made:
        raise refuse("已经关联过了。")
    return Done(about=row, detail={"table": table, "id": number})
