"""协商：送材料."""

from django.core.files.uploadedfile import UploadedFile

from ...documents.actions.store import store
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation
from ..noticing import late
from ..telling import participants, tell


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
