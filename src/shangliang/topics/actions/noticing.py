"""Notice and materials in time, or with the reason why late; a cancelled meeting tells everybody."""

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ...documents.actions.store import store
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..meetings import cancel_with, invite_by_activity
from ..models import Consultation
from ..telling import participants, tell


def late(case: Consultation, by: object, what: str, days: int, reason: str) -> bool:
    """Later than the form asks needs a reason, which stays on the page."""
    if not by or today() <= by:  # type: ignore[operator]
        return False
    if not reason.strip():
        raise refuse(
            f"按{case.kind.short}的规则，{what}要提前 {days} 个工作日，最迟 {by}。现在晚了，请写原因，"
            "或者改期。"
        )
    said = f"{what}晚发：{reason.strip().rstrip('。；')}"
    case.late_reason = "；".join(x for x in (case.late_reason, said) if x)[:200]
    return True


@verb(CONSULTATION, "send_notice", Consultation)
def send_notice(case: Consultation, seat: Seat, *, note: str = "", reason: str = "") -> Done:
    """Written notice to all who take part: registered people and units get it here."""
    if case.starts_at and case.starts_at < timezone.now():
        raise refuse("开会时间已经过了，请先改安排。")
    was_late = late(case, case.notice_by, "通知", case.kind.notice_days, reason)
    case.noticed_on = today()
    when = timezone.localtime(case.starts_at) if case.starts_at else None
    words = f"{case.kind.short}通知：{case.title}，{when:%m月%d日 %H:%M}，{case.place}。{note}"
    to = participants(case)
    # Registered people are asked by the activity, which also takes their answer and their sign-in.
    asked = set(invite_by_activity(case, seat))
    tell(case, [pk for pk in to if pk not in asked], "consultation.notice", words, seat)
    return Done(detail={"late": was_late, "count": len(to)})


@verb(CONSULTATION, "send_materials", Consultation)
def send_materials(
    case: Consultation,
    seat: Seat,
    *,
    paper: UploadedFile | None = None,
    note: str = "",
    reason: str = "",
) -> Done:
    """Materials to all; a file here, or on paper as the note says."""
    if paper is None and not note.strip():
        raise refuse("请附上材料，或写明送了什么纸质材料。")
    was_late = late(case, case.materials_by, "材料", case.kind.material_days, reason)
    if paper is not None:
        store(seat, case, paper, "attachment", title="会议材料")
    case.materials_on = today()
    tell(
        case,
        participants(case),
        "consultation.materials",
        f"会议材料已送：{case.title}。{note.strip()}",
        seat,
    )
    return Done(detail={"late": was_late, "file": paper is not None})


@verb(CONSULTATION, "cancel_consultation", Consultation)
def cancel_consultation(case: Consultation, seat: Seat, *, reason: str) -> Done:
    """Called off; its topic can be arranged again."""
    if not reason.strip():
        raise refuse("请写明为什么取消，会告诉每一位。")
    case.outcome = f"取消：{reason.strip()}"[:1000]
    if case.noticed_on:
        told = set(cancel_with(case, seat, reason))
        tell(
            case,
            [pk for pk in participants(case) if pk not in told],
            "consultation.cancelled",
            f"取消：{case.title}。{reason.strip()}",
            seat,
        )
    return Done()
