"""写调研记录."""

from datetime import date

from django.core.files.uploadedfile import UploadedFile

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Activity, FieldNote
from ..photos import keep_photo
from ..project import STAFF, own_project
from ..queries import partner_of


@act("project.note", "写调研记录")
def add_note(
    seat: Seat,
    pk: int,
    *,
    text: str,
    on: date,
    place: str = "",
    way: str = "",
    activity: int | None = None,
    photo: UploadedFile | None = None,
) -> Done:
    """One note from the field; whoever writes it is named."""
    project = own_project(seat, pk)
    if not seat.has(*STAFF, Role.MEMBER):
        guest = partner_of(seat).filter(project=project).first()
        if guest is None:
            raise refuse("只有委员、工作人员和一起调研的人可以写。", "who")
        if guest.declared_at is None:
            raise refuse("请先在课题页上申报与这个课题有没有利益关系，再写记录。")
    if not text.strip():
        raise refuse("请写记录。")
    if on > today():
        raise refuse("记录的日期不能晚于今天。")
    if activity and not Activity.objects.filter(project=project, pk=activity).exists():
        raise refuse("这次活动不属于本课题。")
    row = FieldNote.objects.create(
        committee_id=seat.committee_id,
        project=project,
        activity_id=activity,
        by_id=seat.person_id,
        on=on,
        place=place.strip()[:80],
        way=way.strip()[:40],
        text=text.strip()[:4000],
    )
    if photo:
        row.photo = keep_photo(seat, project, photo, f"调研记录 {row.pk}", about=row)
        row.save(update_fields=["photo"])
    return Done(case=project, about=row)
