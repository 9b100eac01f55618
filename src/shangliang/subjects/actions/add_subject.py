"""登记对象: a project, park, township, fund, policy, firm or history item comes into the register."""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import STAGES
from ..models import Subject


@act("subject.add", "登记对象", Role.SUPERVISOR, Role.CLERK, Role.ORGANISER)
def add_subject(
    seat: Seat,
    *,
    kind: str,
    name: str,
    unit: int | None = None,
    place: int | None = None,
    about: str = "",
    code: str = "",
    stage: str = "",
    plan_start: date | None = None,
    plan_end: date | None = None,
    parent: int | None = None,
) -> Done:
    """``stage``: the state of a project or park (招商、开工、在建、竣工投产). Returns the Subject."""
    if kind not in Subject.Kind.values:
        raise refuse("请选对象的类型。")
    if not name.strip():
        raise refuse("请写名称。")
    known = Subject.objects.filter(
        committee_id=seat.committee_id, kind=kind, name=name.strip()[:120]
    )
    if known.exists():
        raise refuse(f"已经登记过“{name.strip()}”，请到它的页面上改。")
    project = kind in (Subject.Kind.PROJECT, Subject.Kind.PARK)
    if stage and (stage not in STAGES or not project):
        raise refuse("只有项目和园区才有招商、开工、在建、竣工四种状态。")
    check_dates(plan_start, plan_end)
    if parent and not Subject.objects.filter(committee_id=seat.committee_id, pk=parent).exists():
        raise refuse("没有这个上级对象。")
    row = Subject.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        name=name.strip()[:120],
        code=code.strip()[:40],
        about=about.strip(),
        unit=body(seat, unit),
        place=body(seat, place),
        state=stage or ("inviting" if kind == Subject.Kind.PROJECT else "listed"),
        plan_start=plan_start,
        plan_end=plan_end,
        parent_id=parent,
    )
    return Done(case=row, detail={"kind": kind})


def check_dates(start: date | None, end: date | None) -> None:
    """Nothing is finished before it is begun."""
    if start and end and end < start:
        raise refuse("计划竣工不能早于计划开工。")


def body(seat: Seat, pk: int | None) -> Actor | None:
    """A body of this committee. Raises Refused."""
    if not pk:
        return None
    found = (
        Actor.objects.filter(pk=pk, committee_id=seat.committee_id)
        .exclude(kind=Actor.Kind.PERSON)
        .first()
    )
    if found is None:
        raise refuse("没有这个单位或县区，请从名册里选。")
    return found
