"""发现：复查销号."""

from datetime import date

from django.core.files.uploadedfile import UploadedFile

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FINDING
from ..follow_finding import looked_again
from ..models import Finding
from ..photos import keep_photo


@verb(FINDING, "confirm_finding", Finding)
def confirm_finding(
    case: Finding, seat: Seat, *, on: date, seen: str, photo: UploadedFile | None = None
) -> Done:
    """Closed by what was seen the second time, with both photos (S-022)."""
    first = case.photo
    if first is None:
        raise refuse("第一次到场没有照片，无法前后对照；请另外建一条发现。")
    if photo is None:
        raise refuse("请上传复查时的照片，和第一次的放在一起。")
    looked_again(case, seat, on, seen)
    case.second_photo = keep_photo(
        seat, case.activity or case, photo, f"发现 {case.pk} 复查", about=case
    )
    if case.second_photo.sha256 == first.sha256:
        raise refuse("两张照片一模一样，请上传复查那天拍的。")
    return Done(detail={"on": on, "unit": case.unit_id})
