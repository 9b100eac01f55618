"""协商：改安排."""

from datetime import datetime

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..limits import set_before
from ..meetings import move_with
from ..models import Consultation
from ..telling import participants, tell


@verb(CONSULTATION, "change_consultation", Consultation)
def change_consultation(
    case: Consultation,
    seat: Seat,
    *,
    title: str,
    starts_at: datetime | None = None,
    place: str = "",
    chair: str = "",
    text: str = "",
    basis: str = "",
    reason: str = "",
) -> Done:
    """Who was told already is told of the change; the days before it are counted anew."""
    if len(title.strip()) < 4:
        raise refuse("请写议题，至少 4 个字。")
    keep_secrets_out(title, text)
    moved = case.noticed_on and (starts_at != case.starts_at or place.strip() != case.place)
    if moved and not reason.strip():
        raise refuse("通知已经发出，改时间、地点请写原因，会告诉每一位。")
    case.title, case.place, case.chair = title.strip()[:80], place.strip()[:80], chair.strip()[:40]
    case.text, case.basis, case.starts_at = text.strip()[:4000], basis.strip()[:200], starts_at
    set_before(case)
    if moved:
        when = f"{timezone.localtime(starts_at):%m月%d日 %H:%M}" if starts_at else "时间另定"
        words = f"改期：{case.title}，{when}，{case.place}。{reason.strip()}"
        told = set(move_with(case, seat))
        to = [pk for pk in participants(case) if pk not in told]
        tell(case, to, "consultation.moved", words, seat, True)
    return Done(detail={"moved": bool(moved)})
