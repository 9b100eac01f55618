"""拟定项：立为任务."""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..extract_rows import decided
from ..flow import EXTRACT
from ..models import Extract

ACTS = {"assigned": "交办", "instruction": "批示", "claimed": "认领"}


@verb(EXTRACT, "hand_over", Extract)
def hand_over(
    case: Extract,
    seat: Seat,
    *,
    owner: int | None,
    partners: list[int] | None = None,
    due_on: date | None = None,
    title: str = "",
    basis_kind: str = "assigned",
    basis_by: str = "",
    basis_on: date | None = None,
) -> Done:
    """立为任务: by 交办, 批示 or 认领, said by whom and when. The sentence is the task's source."""
    if owner is None:
        raise refuse("请选责任单位。没有责任单位的话只是要求，不是任务。")
    if basis_kind not in ACTS:
        raise refuse("请选依据：交办、批示或认领。")
    if not basis_by.strip():
        raise refuse("请写谁交办、谁批示或谁认领的。没有这个行为，讲话里的话不成任务。")
    if not Actor.objects.filter(pk=owner, committee_id=case.committee_id, active=True).exists():
        raise refuse("没有这个责任单位。")
    intake = case.intake
    words = (title or case.title).strip() or case.text
    task = assign_task(
        seat,
        title=words[:300],
        owner=owner,
        partners=tuple(partners or ()),
        due_on=due_on,
        basis=f"《{intake.title}》第{case.first}行"[:200],
        source_type="extract",
        source_id=case.pk,
        case_type=intake.about_type or "intake",
        case_id=intake.about_id if intake.about_type else intake.pk,
        basis_kind=basis_kind,
        basis_by=basis_by.strip(),
        basis_on=basis_on,
    )
    case.made_type, case.made_id = "task", task.pk
    case.title = words[:400]
    decided(case, seat)
    return Done(detail={"kind": case.kind, "task": task.pk, "unit": owner, "basis": basis_kind})
