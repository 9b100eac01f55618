"""报告各稿和报送: a draft is kept as it stands, handed on, and what comes back is written down."""

from datetime import date

from django.db.models import Max

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Activity, Delivery, Project, Version
from ..project_paper import sections_of
from ..queries import manages

STAFF = (Role.ORGANISER, Role.CLERK)


def own(seat: Seat, kind: str, pk: int) -> Project | Activity:
    """The project or activity, locked; of those who run it."""
    if kind == "project":
        project = lock(Project, pk, seat.committee_id)
        if not seat.has(*STAFF):
            raise refuse("报告由承办的工作人员定稿、报送。", "who")
        return project
    activity = lock(Activity, pk, seat.committee_id)
    if not manages(seat, activity):
        raise refuse("报告由承办的工作人员定稿、报送。", "who")
    if activity.state not in ("open", "closed"):
        raise refuse("活动还没有通知，或者已经取消、撤销，没有报告可写。", "state")
    return activity


@act("report.keep", "定一稿报告")
def keep_version(seat: Seat, *, kind: str, pk: int, advice: str, changed: str = "") -> Done:
    """The next draft: findings and notes as they are today, and the view taken of them."""
    row = own(seat, kind, pk)
    if not advice.strip():
        raise refuse("请写总的看法和建议。")
    last = row.versions.aggregate(last=Max("number"))["last"] or 0
    if last and not changed.strip():
        raise refuse(f"已经有第 {last} 稿，请写这一稿改了什么。")
    version = Version.objects.create(
        committee_id=seat.committee_id,
        project=row if isinstance(row, Project) else None,
        activity=row if isinstance(row, Activity) else None,
        number=last + 1,
        advice=advice.strip()[:4000],
        changed=changed.strip()[:200],
        sections=sections_of(row, advice.strip()[:4000]),
        by_id=seat.person_id,
    )
    return Done(case=row, about=version, detail={"number": version.number}, result=version)


@act("report.deliver", "报送报告")
def deliver(
    seat: Seat, *, kind: str, pk: int, version: int, to: str, name: str, on: date, way: str = ""
) -> Done:
    """Which draft went to whom, on which day."""
    row = own(seat, kind, pk)
    draft = row.versions.filter(pk=version).first()
    if draft is None:
        raise refuse("请选报送哪一稿；还没有定稿的，先定一稿。")
    if to not in Delivery.To.values or not name.strip():
        raise refuse("请选报给哪一级，并写报给谁。")
    if on > today():
        raise refuse("报送日期不能晚于今天。")
    if draft.deliveries.filter(name=name.strip()[:120], on=on).exists():
        raise refuse("这一稿当天已经报送过。")
    sent = Delivery.objects.create(
        committee_id=seat.committee_id, version=draft, to=to, name=name.strip()[:120], on=on,
        way=way.strip()[:40], by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=row, about=sent, detail={"number": draft.number, "level": to})


@act("report.answer", "记报告的批示、答复")
def note_answer(seat: Seat, *, delivery: int, answer: str, on: date) -> Done:
    """What came back on it."""
    sent = Delivery.objects.filter(committee_id=seat.committee_id, pk=delivery).first()
    if sent is None:
        raise refuse("没有找到这次报送。", "wall")
    of = sent.version.of
    row = own(seat, "project" if isinstance(of, Project) else "activity", of.pk)
    if not answer.strip():
        raise refuse("请写批示或答复的内容。")
    if not sent.on <= on <= today():
        raise refuse("收到的日期要在报送以后、今天以前。")
    sent.answer, sent.answered_on = answer.strip()[:2000], on
    sent.save()
    return Done(case=row, about=sent, detail={"on": on})
