"""Minutes (纪要): drafted from what happened, corrected by a person, signed by another, numbered."""

from django.utils import timezone

from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..drafting import draft_of
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..models import Consultation
from ..telling import participants, tell
from .meeting import answer_limit

LONGEST = 20000


@verb(CONSULTATION, "draft_minutes", Consultation)
def draft_minutes(case: Consultation, seat: Seat) -> Done:
    """A draft from the list, the speeches and the points. What a person corrected is not run over."""
    if case.minutes.strip():
        raise refuse("纪要已经有了，请接着改；要重拟，先把正文清空保存。")
    case.minutes = draft_of(case)
    case.drafted_by_id = seat.person_id
    return Done(detail={"length": len(case.minutes)})


@verb(CONSULTATION, "edit_minutes", Consultation)
def edit_minutes(case: Consultation, seat: Seat, *, text: str) -> Done:
    """Corrected by a person, who then counts as the drafter."""
    if len(text) > LONGEST:
        raise refuse(f"纪要请写在 {LONGEST} 字以内。")
    keep_secrets_out(text)
    case.minutes = text.replace("\r\n", "\n").strip()
    case.drafted_by_id = seat.person_id
    return Done(detail={"length": len(case.minutes)})


@verb(CONSULTATION, "sign_minutes", Consultation)
def sign_minutes(case: Consultation, seat: Seat) -> Done:
    """Signed and numbered without a gap; the other side is told, its answer is counted."""
    case.signed_by_id, case.signed_on = seat.person_id, today()
    year = timezone.localdate().year
    scope = f":{case.room_id}" if case.room_id else ""
    number = allot(case.committee_id, f"consultation:minutes:{year}{scope}")
    mark = "议事纪要" if case.room_id else "协商纪要"
    case.minutes_number = f"{mark}〔{year}〕{number}号"
    answer_limit(case)
    tell(
        case,
        participants(case),
        "consultation.minutes",
        f"纪要已签发，请看并答复：{case.title}",
        seat,
        needs_act=False,
    )
    return Done(detail={"number": number, "year": year})
