"""请假: with a reason that only the one who grants it reads (E18); granted, refused, or taken back."""

from collections.abc import Sequence

from django.utils import timezone

from ...actors.models import Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ATTENDANCE
from ..models import Attendance, Leave

TIES = {"organiser": Tie.Kind.ORGANISER, "clerk": Tie.Kind.CLERK, "leader": Tie.Kind.OFFICE}


# Leave of plenary and standing meetings: chairman or secretary-general (docs/field.md 5.1).
TITLES = ("主席", "秘书长")


def approvers(case: Attendance) -> list[int]:
    """Whom a request waits for."""
    kinds = [TIES[key] for key in case.activity.rule.leave_by if key in TIES]
    ties = Tie.objects.filter(committee_id=case.committee_id, kind__in=kinds).on(today())
    rows = ties.values_list("who_id", "kind", "title")
    found = [who for who, kind, title in rows if kind != Tie.Kind.OFFICE or title in TITLES]
    return list(dict.fromkeys(found))


def open_leave(case: Attendance) -> Leave:
    row = case.leaves.filter(state=Leave.State.ASKED).order_by("-id").first()
    if row is None:
        raise refuse("没有等批准的请假。")
    return row


@verb(ATTENDANCE, "ask_leave", Attendance)
def ask_leave(case: Attendance, seat: Seat, *, reason: str, sittings: Sequence[int] = ()) -> Done:
    """``sittings``: numbers of the half days; none named means all of it."""
    if not reason.strip():
        raise refuse("请写事由，只有批假的人看得到。")
    known = set(case.activity.sittings.values_list("number", flat=True))
    if set(sittings) - known:
        raise refuse("没有这个单元。")
    chosen = sorted(set(sittings))
    row = Leave.objects.create(
        committee_id=case.committee_id,
        attendance=case,
        reason=reason.strip()[:500],
        sittings=[] if len(chosen) == len(known) else chosen,
    )
    case.answered_at = timezone.now()
    # The notice names no reason: it travels by mail, too.
    post(
        committee_id=case.committee_id,
        to=approvers(case),
        kind="attendance.ask_leave",
        text=f"{case.person.name}请假：{case.activity.title}",
        case=case.activity,
        url=f"{case.activity.get_absolute_url()}leaves/",
        needs_act=True,
        but=seat.person_id,
    )
    return Done(about=row)


def decide(case: Attendance, seat: Seat, state: str, answer: str) -> Leave:
    """The decision on the open request, told to the one who asked."""
    row = open_leave(case)
    row.state, row.answer = state, answer.strip()[:200]
    row.decided_by_id, row.decided_at = seat.person_id, timezone.now()
    row.save()
    said = "已准假" if state == Leave.State.GRANTED else "未准假"
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind=f"attendance.{state}",
        text=f"{said}：{case.activity.title}" + (f"。{row.answer}" if row.answer else ""),
        case=case.activity,
        url=case.activity.get_absolute_url(),
    )
    return row
