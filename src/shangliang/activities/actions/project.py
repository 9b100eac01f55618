"""课题: a research project, its field notes, and the findings of its report."""

from collections.abc import Sequence
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Activity, FieldNote, Finding, Project
from ..photos import keep_photo
from ..queries import partner_of

STAFF = (Role.ORGANISER, Role.CLERK)


def own_project(seat: Seat, pk: int) -> Project:
    row = Project.objects.filter(committee_id=seat.committee_id, pk=pk).first()
    if row is None:
        raise refuse("没有找到这个课题。", "wall")
    return row


@act("project.start", "立课题", *STAFF)
def start_project(
    seat: Seat,
    *,
    title: str,
    question: str,
    leader: int,
    starts_on: date,
    ends_on: date | None = None,
    host: int | None = None,
) -> Done:
    """A topic with the question it is to answer and who leads it. Returns the :class:`Project`."""
    if not title.strip() or not question.strip():
        raise refuse("请写题目和要弄清什么。")
    if ends_on and ends_on < starts_on:
        raise refuse("止期不能早于起期。")
    ours: QuerySet[Actor] = Actor.objects.filter(committee_id=seat.committee_id)
    if not ours.filter(pk=leader, kind=Actor.Kind.PERSON).exists():
        raise refuse("牵头人不在本政协。")
    if host is not None and not ours.filter(pk=host).exists():
        raise refuse("承办的机构不在本政协。")
    row = Project.objects.create(
        committee_id=seat.committee_id,
        title=title.strip()[:120],
        question=question.strip()[:2000],
        leader_id=leader,
        host_id=host,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return Done(case=row)


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


@act("project.finding", "写课题发现", *STAFF)
def add_project_finding(
    seat: Seat,
    pk: int,
    *,
    kind: str,
    text: str,
    notes: Sequence[int],
    unit: int | None = None,
) -> Done:
    """A finding of the report opens the field notes it rests on; without one it is only an opinion."""
    project = own_project(seat, pk)
    if kind not in Finding.Kind.values:
        raise refuse("请选好做法、问题或建议。")
    if not text.strip():
        raise refuse("请写发现了什么。")
    rows = list(FieldNote.objects.filter(project=project, pk__in=notes))
    if not rows or len(rows) != len(set(notes)):
        raise refuse("请选这条发现依据的调研记录，至少一条。")
    if unit is not None and not Actor.objects.filter(
        committee_id=seat.committee_id, kind=Actor.Kind.UNIT, pk=unit
    ):
        raise refuse("没有这个单位。")
    row = Finding.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        project=project,
        text=text.strip()[:2000],
        unit_id=unit,
        by_id=seat.person_id,
    )
    row.notes.set(rows)
    return Done(case=project, about=row, detail={"notes": len(rows)}, result=row)
