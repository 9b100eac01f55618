"""文件拆解：换新稿重读."""

from django.core.files.uploadedfile import UploadedFile

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INTAKE
from ..models import Document, Intake
from .store import keep
from .take_in import read_now_or_later, taken


@verb(INTAKE, "reread", Intake)
def reread(case: Intake, seat: Seat, *, upload: UploadedFile | None = None, text: str = "") -> Done:
    """A corrected file; decisions already taken are kept (readings/carry.py)."""
    source, checked, data = taken(upload, text)
    before = case.document_id
    case.document = keep(seat, case, checked, data, Document.Kind.SOURCE)
    if case.document_id == before and case.state != "failed":
        raise refuse("这和现在这一稿一模一样，没有重读。")
    case.version += 1
    case.state = "reading"
    read_now_or_later(seat, case, source)
    return Done(to=case.state, about=case.document, detail={"version": case.version})
