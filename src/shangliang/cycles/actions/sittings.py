"""Verbs of sittings: planned, held, points noted, decisions made tasks, closed."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import SITTING
from ..flow.who import DESK
from ..models import Sitting, SittingPoint


@act("sitting.plan", "准备听取汇报或中心组学习", *DESK)
def plan_sitting(
    seat: Seat, *, kind: str, title: str, on: date, place: str = "", host: str = "",
    readings: str = "",
) -> Done:  # fmt: skip
    """``readings``: what is read beforehand, one a line."""
    if kind not in Sitting.Kind.values:
        raise refuse("请选是听取汇报还是中心组学习。")
    if not title.strip():
        raise refuse("请写题目。")
    row = Sitting.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:200],
        on=on,
        place=place.strip()[:120],
        host=host.strip()[:80],
        readings=[line.strip()[:200] for line in readings.splitlines() if line.strip()][:40],
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"kind": kind})


@verb(SITTING, "add_point", Sitting)
def add_point(case: Sitting, seat: Seat, *, kind: str, text: str, speaker: str = "") -> Done:
    """An ask before the sitting, what was said, or what was decided."""
    if kind not in SittingPoint.Kind.values:
        raise refuse("请选是请求支持、发言要点还是议定事项。")
    if len(text.strip()) < 2:
        raise refuse("请写内容。")
    if kind == SittingPoint.Kind.DECISION and case.state == "planned":
        raise refuse("会还没有开，没有议定事项。先记“会已开”。")
    row = SittingPoint.objects.create(
        committee_id=case.committee_id,
        sitting=case,
        kind=kind,
        text=text.strip()[:500],
        speaker=speaker.strip()[:80],
    )
    return Done(about=row, result=row, detail={"kind": kind})


@verb(SITTING, "drop_point", Sitting)
def drop_point(case: Sitting, seat: Seat, *, point: int) -> Done:
    """One that was noted wrongly. A point that became a task stays."""
    row = case.points.filter(pk=point).first()
    if row is None:
        raise refuse("没有这一条。", "wall")
    if row.task_id:
        raise refuse("这一条已经立为任务，不能去掉。任务不办了，请在任务页取消。")
    kind = row.kind
    row.delete()
    return Done(detail={"kind": kind})


@verb(SITTING, "hold_sitting", Sitting)
def hold_sitting(case: Sitting, seat: Seat, *, on: date | None = None) -> Done:
    """It took place."""
    day = on or case.on
    if day > today():
        raise refuse("会还没有开：日期在今天以后。")
    case.on = day
    return Done(detail={"on": day})


@verb(SITTING, "point_task", Sitting)
def point_task(
    case: Sitting,
    seat: Seat,
    *,
    point: int,
    owner: int,
    due_on: date | None = None,
    title: str = "",
) -> Done:
    """A decision is given to a unit; the sitting is its basis."""
    row = case.points.filter(pk=point, kind=SittingPoint.Kind.DECISION).first()
    if row is None:
        raise refuse("请选一条议定事项。")
    if row.task_id:
        raise refuse("这一条已经立为任务了。")
    task = assign_task(
        seat,
        title=(title.strip() or row.text)[:300],
        owner=owner,
        due_on=due_on,
        basis=f"{case.get_kind_display()}：{case.title}"[:200],
        source_type="sitting",
        source_id=case.pk,
        case_type="sitting",
        case_id=case.pk,
        basis_kind="assigned",
        basis_by=(row.speaker or case.host or case.get_kind_display())[:80],
        basis_on=case.on,
    )
    row.task_id = task.pk
    row.save(update_fields=["task_id"])
    return Done(about=row, result=task, detail={"task": task.pk, "unit": owner})


@verb(SITTING, "close_sitting", Sitting)
def close_sitting(case: Sitting, seat: Seat) -> Done:
    """Every decision has its task; the rest lives on the board."""
    return Done(detail={"points": case.points.count()})
