"""更正出席: after closing, by the office, with the basis; what stood before stays to be read."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ATTENDANCE
from ..models import Attendance, Correction, Tick
from ..outcome import LABELS, outcome_of
from ..record import Taken, keep, recount


@verb(ATTENDANCE, "correct_attendance", Attendance)
def correct_attendance(case: Attendance, seat: Seat, *, outcome: str, reason: str) -> Done:
    """``outcome``: ``present``, ``leave`` or ``absent``. The member is told."""
    if not reason.strip():
        raise refuse("请写更正的依据，例如签到表原件、讲话记录。")
    if outcome not in ("present", "leave", "absent"):
        raise refuse("请选出席、请假或缺席。")
    before = outcome_of(case)
    if before.key == outcome:
        raise refuse(f"现在记的就是“{LABELS[outcome]}”。")
    activity, now = case.activity, timezone.now()
    if outcome == "present":
        keep(
            activity,
            seat,
            [
                Taken(
                    case.person_id,
                    part,
                    what,
                    Tick.Way.LIST,
                    at,
                    f"fix:{case.pk}:{part.pk}:{what}:{now:%s}",
                    doubt="更正",
                )
                for part in activity.sittings.all()
                for what, at in (("in", part.starts_at), ("out", part.ends_at))
            ],
        )
    else:
        case.ticks.filter(taken_back_at__isnull=True).update(taken_back_at=now)
        recount(activity, {case.pk})
        case.state = "on_leave" if outcome == "leave" else "going"
        # Corrected to absent, one was asked: a walk-in that never walked in stays off the base.
    row = Correction.objects.create(
        committee_id=case.committee_id,
        attendance=case,
        was=before.label,
        now=LABELS[outcome],
        reason=reason.strip()[:300],
        by_id=seat.person_id,
    )
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind="attendance.correct_attendance",
        text=f"出席已更正：{activity.title}，{before.label}改为{LABELS[outcome]}",
        case=activity,
        url=activity.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(about=row, detail={"was": before.key, "now": outcome})
