"""协商：签发纪要."""

from django.utils import timezone

from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import CONSULTATION
from ..meeting import answer_limit
from ..models import Consultation
from ..telling import participants, tell


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
