"""邀请一起调研."""

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Partner
from ..project import STAFF, own_project

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
