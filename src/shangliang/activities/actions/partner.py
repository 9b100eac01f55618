"""联合调研: parties, experts and departments asked into one project; their interest said, their work named."""

from django.utils import timezone

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Partner
from ..queries import partner_of
from .project import STAFF, own_project

K = Actor.Kind
FITS: dict[str, tuple[str, ...]] = {
    Partner.As.PARTY: (K.PARTY, K.ORGANISATION),
    Partner.As.EXPERT: (K.PERSON,),
    Partner.As.UNIT: (K.UNIT,),
    Partner.As.MEMBER: (K.PERSON,),
}


@act("project.ask_in", "邀请一起调研", *STAFF)
def ask_in(seat: Seat, pk: int, *, who: int, role: str) -> Done:
    """From now on they see this project, and no other."""
    project = own_project(seat, pk)
    if role not in FITS:
        raise refuse("请选党派团体、专家学者、有关部门还是委员。")
    actor = Actor.objects.filter(committee_id=seat.committee_id, pk=who, active=True).first()
    if actor is None:
        raise refuse("没有找到，或者不在本政协的名册里。", "wall")
    if actor.kind not in FITS[role]:
        raise refuse(
            f"“{actor}”是{actor.get_kind_display()}，不能作为{Partner.As(role).label}参加。"
        )
    row, new = Partner.objects.get_or_create(
        project=project, who=actor, defaults={"committee_id": seat.committee_id, "role": role}
    )
    if not new:
        if row.left_on is None:
            raise refuse(f"{actor}已经在这个课题里。")
        row.left_on, row.role = None, role
        row.save(update_fields=["left_on", "role"])
    if actor.kind == K.PERSON:
        post(
            committee_id=seat.committee_id,
            to=[actor.pk],
            kind="project.ask_in",
            text=f"请您一起调研：{project.title}。先申报有没有利益关系，再写记录。",
            case=project,
            url=project.get_absolute_url(),
            needs_act=True,
            but=seat.person_id,
        )
    return Done(case=project, about=row, detail={"who": who, "role": role})


@act("project.declare", "申报利益关系")
def declare(seat: Seat, pk: int, *, interest: str) -> Done:
    """Said by the one it concerns, before anything is written; “没有” is an answer."""
    project = own_project(seat, pk)
    row = partner_of(seat).filter(project=project).first()
    if row is None:
        raise refuse("只有一起调研的人自己申报。", "who")
    if not interest.strip():
        raise refuse("请写有什么利益关系；没有就写“没有”。")
    row.interest, row.declared_at = interest.strip()[:200], timezone.now()
    row.save(update_fields=["interest", "declared_at"])
    return Done(case=project, about=row)


@act("project.credit", "记参加方做了什么", *STAFF)
def credit(seat: Seat, pk: int, *, partner: int, work: str, leaves: bool = False) -> Done:
    """What stands behind the name in the report; who left keeps their credit and sees no more."""
    project = own_project(seat, pk)
    row = project.partners.filter(pk=partner).first()
    if row is None:
        raise refuse("没有找到这个参加方。", "wall")
    if not work.strip() and not leaves:
        raise refuse("请写做了什么。")
    row.work = work.strip()[:200] or row.work
    row.left_on = today() if leaves else row.left_on
    row.save(update_fields=["work", "left_on"])
    return Done(case=project, about=row, detail={"left": leaves})
